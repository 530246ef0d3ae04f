/**
 * The plan tree: what `recognize` makes of a document, and what every writer writes.
 *
 * A unist tree of plan nodes, with the document's own nodes kept in place where they are no part of the
 * plan. What the page says is in the children, where it says it; fields of a node hold what is computed
 * from the page as a whole (ids, the fiscal year) or what no single place says (`stretch`).
 */
import type {
  FlowContent,
  Dialect,
  DocumentContentMap,
  Parent,
  PhrasingContent,
  Node
} from '../document/types.ts'

/** Every node of a plan tree. */
export type PlanNode =
  Plan | PlanContentMap[keyof PlanContentMap] | DocumentContentMap[keyof DocumentContentMap]

/** Plan nodes by type; extend it to add nodes. */
export interface PlanContentMap {
  field: Field
  period: Period
  outcome: Outcome
  statement: Statement
  objective: Objective
  dependencies: Dependencies
  primaryTeams: PrimaryTeams
  team: Team
  goal: Goal
  task: Task
  note: Note
  date: DateNode
  update: Update
}

/** Page content that is no part of the plan, kept in place. */
export type KeptContent = DocumentContentMap[keyof DocumentContentMap]

/** A whole plan page. */
export interface Plan extends Parent {
  type: 'plan'
  /** What the page was read as; `null` for a plan that was made in code. */
  dialect: Dialect | null
  /** The page's title, where known. */
  title: string | null
  /** The plain text of the heading that the plan stands under. */
  heading: string | null
  fiscalYear: FiscalYear | null
  children: (Field | Period | KeptContent)[]
}

/** A fiscal year; `start` and `end` are ISO 8601 days. */
export interface FiscalYear {
  /** As the page writes it: `FY30/31`. */
  label: string
  start: string
  end: string
}

/**
 * A labelled line before the first outcome.
 *
 * ```markdown
 * | * '''Goal Owner''': Ada Fictional
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  field
 *                       ^^^^^^^^^^^^^  its children
 * ```
 */
export interface Field extends Parent {
  type: 'field'
  /** A stable key for a label that the vocabulary knows, else `null`. */
  name: string | null
  /** Verbatim, without its colon. */
  label: string
  /** The value. */
  children: PhrasingContent[]
}

/** A quarter, from the tab or heading that says it, or from its first outcome. */
export interface Period extends Parent {
  type: 'period'
  id: string
  /** As the page writes it, `null` where it writes none. */
  label: string | null
  /** 1 to 4 of the fiscal year. */
  quarter: number | null
  /** ISO 8601 day. */
  start: string | null
  /** ISO 8601 day. */
  end: string | null
  /** Whether the page does not say the quarter itself. */
  inferred: boolean
  children: (Outcome | KeptContent)[]
}

/** An outcome, from its heading to the end of its last goal or note. */
export interface Outcome extends Parent {
  type: 'outcome'
  id: string
  /** The heading's plain text; `null` for goals that stand under no outcome. */
  heading: string | null
  outcomes: string[]
  outputs: string[]
  qualifier: string | null
  children: (Statement | Objective | Dependencies | PrimaryTeams | Goal | Note | KeptContent)[]
}

/** The sentence under an outcome's heading. */
export interface Statement extends Parent {
  type: 'statement'
  children: PhrasingContent[]
}

/** A list item under an outcome's heading, before its goals. */
export interface Objective extends Parent {
  type: 'objective'
  children: PhrasingContent[]
}

/** `Dependencies on: …`, from the label to the last team. */
export interface Dependencies extends Parent {
  type: 'dependencies'
  children: Team[]
}

/** `Primary teams: …`, from the label to the last team. */
export interface PrimaryTeams extends Parent {
  type: 'primaryTeams'
  children: Team[]
}

/** One team's name. */
export interface Team extends Parent {
  type: 'team'
  children: PhrasingContent[]
}

/**
 * A goal with its tasks.
 *
 * ```markdown
 * | ===== Wind the clocks {{done}} =====
 *         ^^^^^^^^^^^^^^^                  statement
 *                         ^^^^^^^^         status
 * | * Find the key
 *   ^^^^^^^^^^^^^^  task
 * ```
 */
export interface Goal extends Parent {
  type: 'goal'
  id: string
  stretch: boolean
  /** The title as a `statement`, the `status` where there is one, then the tasks. */
  children: (Statement | DocumentContentMap['status'] | Task | KeptContent)[]
}

/** A task with its own tasks. */
export interface Task extends Parent {
  type: 'task'
  id: string
  stretch: boolean
  /** The text as a `statement`, the `status` where there is one, then the tasks. */
  children: (Statement | DocumentContentMap['status'] | Task | KeptContent)[]
}

/** A dated note with its updates. */
export interface Note extends Parent {
  type: 'note'
  id: string
  /** The `date` where there is one, then the updates. */
  children: (DateNode | Update | KeptContent)[]
}

/** How precise a date is. */
export type DatePrecision = 'day' | 'month' | 'year'

/** A note's date. */
export interface DateNode extends Node {
  type: 'date'
  /** ISO 8601, as precise as the page is; `null` for a day that no calendar has. */
  value: string | null
  precision: DatePrecision | null
  /** As written. */
  raw: string
}

/** An update of a note with its own updates. */
export interface Update extends Parent {
  type: 'update'
  /** The text as a `statement`, with its statuses in place, then the updates. */
  children: (Statement | Update | KeptContent)[]
}

export type {FlowContent}
