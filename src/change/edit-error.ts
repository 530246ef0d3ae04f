/** Why an edit cannot be put into a page. */
export interface EditProblem {
  /** The id of what does not fit; `null` where it has none. */
  id: string | null
  /** What does not fit, as a sentence. */
  reason: string
}

/** An edit that does not fit its page; nothing is written then. */
export class EditError extends Error {
  readonly problems: readonly EditProblem[]

  constructor(problems: readonly EditProblem[]) {
    const lines = problems.map(({id, reason}) =>
      id === null ? `  ${reason}` : `  ${id}: ${reason}`
    )
    super(['The edited plan does not fit this page:', ...lines].join('\n'))
    this.name = 'EditError'
    this.problems = problems
  }
}
