/** Something that is wrong with a plan JSON document. */
export interface JsonProblem {
  /** Where: `periods[0].outcomes[2].goals`; empty for the document itself. */
  path: string
  /** What, as a sentence. */
  reason: string
}

/** A document that is no plan JSON, with everything that is wrong with it. */
export class PlanJsonError extends TypeError {
  readonly problems: readonly JsonProblem[]

  constructor(problems: readonly JsonProblem[]) {
    super(
      [
        'Not a plan JSON document:',
        ...problems.map(({path, reason}) => `  ${path || '(document)'}: ${reason}`)
      ].join('\n')
    )
    this.name = 'PlanJsonError'
    this.problems = problems
  }
}
