import {positioned} from '../../document/phrasing.ts'
import type {RecognizeOptions} from './options.ts'
import type {OutcomeHeading} from './headings.ts'
import type {Problem} from './messages.ts'
import type {Paragraph, Position} from '../../document/types.ts'
import type {Goal, KeptContent, Note, Outcome, Period, Plan, PlanContentMap} from '../types.ts'

/** Where in a plan the reading stands: what the next block means depends on it. */
export type Section = 'intro' | 'outcome' | 'goals' | 'notes' | 'after'

/** A heading before the first outcome: one of them is the plan's own. */
export interface IntroHeading {
  text: string
  /** Whether fields or an outcome stand directly under it. */
  above: boolean
  /** Whether it is the page's title, too. */
  title?: boolean
}

type Container =
  Plan | Period | Outcome | Goal | Note | PlanContentMap['task'] | PlanContentMap['update']

/**
 * The plan as far as it has been read, and where its reading stands.
 *
 * Nodes that are kept in place wait until it is clear what they stand in: between two tasks they are the
 * goal's, between two outcomes the period's.
 */
export class Outline {
  readonly plan: Plan
  readonly options: RecognizeOptions
  readonly headings: IntroHeading[] = []
  readonly problems: Problem[] = []
  section: Section = 'intro'
  period: Period | undefined
  outcome: Outcome | undefined
  goal: Goal | undefined
  note: Note | undefined
  /** The depth of the outcome's heading (0 before the first of a period), and of its goals' heading. */
  outcomeDepth = 0
  /** The depth of the first heading that the plan has of its own. */
  firstDepth: number | undefined
  goalsDepth: number | undefined
  /** A title written on the page. */
  title: string | null = null
  /** The paragraph that the outcome's statement is of: its next line may go on with it. */
  paragraph: Paragraph | undefined
  /** The numbers of the outcome before, as long as a lower one opens a new period. */
  numbers: OutcomeHeading | undefined
  #pending: KeptContent[] = []
  /** The heading over goals that are yet to come. */
  #goalsHeading: {position: Position | undefined} | undefined
  /** Whether the outcome has a goal. */
  #hasGoals = false

  constructor(options: RecognizeOptions) {
    this.options = options
    this.plan = {
      type: 'plan',
      dialect: options.dialect,
      title: null,
      heading: null,
      fiscalYear: null,
      children: []
    }
  }

  /** Puts a node at the end of another that is open, with what waits before it. */
  place<T extends Container>(parent: T, node: T['children'][number]): void {
    const children: unknown[] = parent.children
    for (const kept of this.#pending) children.push(kept)
    this.#pending = []
    children.push(node)
    if (node.type === 'goal') this.#hasGoals = true
  }

  /** Keeps a node that is no part of the plan. */
  keep(node: KeptContent): void {
    this.paragraph = undefined
    this.#pending.push(node)
  }

  /** A period that the page names, or that is to be inferred (`label` is `null`). */
  openPeriod(label: string | null, quarter: number | null, position: Position | undefined): Period {
    this.closeOutcome()
    this.#endPeriod()
    const period: Period = {
      type: 'period',
      id: '',
      label,
      quarter,
      start: null,
      end: null,
      inferred: label === null,
      children: [],
      position: undefined
    }
    this.place(this.plan, positioned(period, position))
    this.period = period
    this.outcomeDepth = 0
    this.numbers = undefined
    this.section = 'intro'
    return period
  }

  openOutcome(outcome: Outcome): void {
    this.closeOutcome()
    const period = this.period ?? this.openPeriod(null, null, outcome.position)
    this.place(period, outcome)
    this.outcome = outcome
    this.section = 'outcome'
  }

  closeOutcome(): void {
    this.#endGoals()
    this.#hasGoals = false
    this.outcome = undefined
    this.goal = undefined
    this.note = undefined
    this.goalsDepth = undefined
  }

  /** The outcome that things stand in; one without a heading where the page has not opened any. */
  outcomeAt(position: Position | undefined): Outcome {
    if (!this.outcome) {
      const section = this.section
      const outcome: Outcome = {
        type: 'outcome',
        id: '',
        heading: null,
        outcomes: [],
        outputs: [],
        qualifier: null,
        children: [],
        position: undefined
      }
      const goals = this.#goalsHeading
      this.#goalsHeading = undefined
      this.openOutcome(positioned(outcome, position))
      this.#goalsHeading = goals
      this.section = section
    }
    return this.outcome!
  }

  /** A heading over goals; where nothing follows it, that is reported. */
  openGoals(position: Position | undefined, depth: number | undefined): void {
    this.#endGoals()
    this.#goalsHeading = {position}
    this.section = 'goals'
    this.goalsDepth = depth
    this.goal = undefined
    this.note = undefined
  }

  openNotes(): void {
    this.#endGoals()
    this.section = 'notes'
    this.goal = undefined
    this.note = undefined
  }

  /** A part of the plan follows the newest heading of the introduction. */
  touchHeading(): void {
    const heading = this.headings.at(-1)
    if (heading) heading.above = true
  }

  /** Nothing more comes; a page always has a period, if an empty one at its end. */
  end(position: Position | undefined): void {
    this.closeOutcome()
    this.#endPeriod()
    if (!this.plan.children.some((node) => node.type === 'period')) {
      this.openPeriod(null, null, position && {start: position.end, end: position.end})
    }
    for (const kept of this.#pending) this.plan.children.push(kept)
    this.#pending = []
  }

  report(problem: Problem): void {
    this.problems.push(problem)
  }

  /** What stands below the name of a period without outcomes is the period's, up to the next heading or tag. */
  #endPeriod(): void {
    const {period} = this
    if (!period || period.label === null || period.children.some(({type}) => type === 'outcome'))
      return
    const end = this.#pending.findIndex(({type}) => type === 'html' || type === 'heading')
    const own = this.#pending.splice(0, end < 0 ? this.#pending.length : end)
    for (const node of own) period.children.push(node)
  }

  #endGoals(): void {
    const heading = this.#goalsHeading
    this.#goalsHeading = undefined
    if (!heading || this.#hasGoals) return
    this.report({
      ruleId: 'goals-empty',
      reason: 'No goal stands under this heading',
      place: heading.position,
      note: 'Write goals as sub-headings, bold lines or list items, or take the heading out.'
    })
  }
}
