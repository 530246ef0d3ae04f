/** Why an edit cannot be put into a page. */
export interface EditProblem {
  /** The id of what does not fit; `null` where it has none. */
  id: string | null
  /** What does not fit, as a sentence. */
  reason: string
}

/** An edit that does not fit its page, or a plan that no new page can say; nothing is written then. */
export class EditError extends Error {
  readonly problems: readonly EditProblem[]

  constructor(problems: readonly EditProblem[], what = 'The edited plan does not fit this page') {
    const lines = problems.map(({id, reason}) =>
      id === null ? `  ${reason}` : `  ${id}: ${reason}`
    )
    super([`${what}:`, ...lines].join('\n'))
    this.name = 'EditError'
    this.problems = problems
  }
}

/** Why a period without a name is none on a page. */
export const namelessPeriod =
  'neither a label nor a quarter tells its sections from those of the period before it'
