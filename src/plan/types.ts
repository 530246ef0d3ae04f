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
  Heading,
  Html,
  Literal,
  Node,
  Parent,
  PhrasingContent
} from '../document/types.ts'
import type {SectionKind} from '../vocabulary/section-kinds.ts'

export type {SectionKind}

/** Every node of a plan tree. */
export type PlanNode =
  Plan | PlanContentMap[keyof PlanContentMap] | DocumentContentMap[keyof DocumentContentMap]

/** Plan nodes by type; extend it to add nodes. */
export interface PlanContentMap {
  field: Field
  label: Label
  value: Value
  period: Period
  section: Section
  code: Code
  number: NumberNode
  qualifier: Qualifier
  statement: Statement
  objective: Objective
  dependencies: Dependencies
  primaryTeams: PrimaryTeams
  team: Team
  goal: Goal
  task: Task
  stretch: Stretch
  remark: Remark
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
  /** The page that the plan was read from, to know it again; `null` for a plan that was made in code. */
  source: PageSource | null
  children: (Field | Period | KeptContent)[]
}

/** A fiscal year; `start` and `end` are ISO 8601 days. */
export interface FiscalYear {
  /** As the page writes it: `FY30/31`. */
  label: string
  start: string
  end: string
}

/** What a page is known again by. */
export interface PageSource {
  /** The SHA-1 of the page's text in UTF-8, as 40 hexadecimal digits: what MediaWiki's API gives as a revision's `sha1`. */
  hash: string
  /** The revision's number, where the caller knows it. */
  revision: number | null
  /** The wiki's address, where the caller knows it. */
  wiki: string | null
}

/**
 * A labelled line: before the first section, in a section, or with a goal.
 *
 * ```markdown
 * | * '''Goal Owner''': Ada Fictional
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  field
 *        ^^^^^^^^^^                     label
 *                       ^^^^^^^^^^^^^  value
 * ```
 */
export interface Field extends Parent {
  type: 'field'
  /** A stable key for a label that the vocabulary knows, else `null`. */
  name: string | null
  /** Verbatim, without its colon. */
  label: string
  /** The label, and the value where there is one. */
  children: (Label | Value | KeptContent)[]
}

/** Where the page has a field's label, or the name of a period. */
export interface Label extends Parent {
  type: 'label'
  children: PhrasingContent[]
}

/** A field's value. */
export interface Value extends Parent {
  type: 'value'
  children: PhrasingContent[]
}

/** A quarter, from the tab or heading that says it, or from its first section. */
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
  children: (Section | HeadingWithParts | TabOpening | KeptContent)[]
}

/** The tag or mark that opens the tab of a period, with the period's name within. */
export interface TabOpening extends Html {
  children: Label[]
}

/** The numbers of a section by what is numbered: `{outcome: ['2'], output: ['3']}`. Strings: `1.1` is a number too. */
export type Numbers = Record<string, string[]>

/** A section, from its heading to the end of its last goal, note or inner section. */
export interface Section extends Parent {
  type: 'section'
  kind: SectionKind
  id: string
  /** The heading's plain text; `null` for goals that stand under no heading. */
  heading: string | null
  /** Such as `WE1`, where the heading gives it one. */
  code: string | null
  numbers: Numbers
  /** What the heading has in brackets. */
  qualifier: string | null
  children: (
    | Statement
    | Objective
    | Dependencies
    | PrimaryTeams
    | Field
    | Section
    | Goal
    | Note
    | HeadingWithParts
    | KeptContent
  )[]
}

/**
 * The heading of a section or period, with what it says as nodes of their own.
 *
 * ```markdown
 * | === Outcome 2 / Output 3 (Night boats) ===
 *               ^          ^                    number
 *                             ^^^^^^^^^^^       qualifier
 * | === Outcome 1: All ferries keep time ===
 *                  ^^^^^^^^^^^^^^^^^^^^^        statement
 * | == Q2 (October – December 2030) ==
 *      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^            label
 * ```
 */
export interface HeadingWithParts extends Parent {
  type: 'heading'
  depth: Heading['depth']
  children: (PhrasingContent | Label | Code | NumberNode | Qualifier | Statement)[]
}

/**
 * Where the page has a section's, goal's or task's code.
 *
 * ```markdown
 * | * '''KR1:''' Build a sign checker {{done}} late
 *        ^^^                                    code
 *                                        ^^^^   remark
 * ```
 */
export interface Code extends Literal {
  type: 'code'
}

/** Where the page has a section's number: in its heading. */
export interface NumberNode extends Literal {
  type: 'number'
  /** What is numbered: `outcome`. */
  word: string
}

/** Where the page has a section's qualifier: in its heading. */
export interface Qualifier extends Parent {
  type: 'qualifier'
  children: PhrasingContent[]
}

/** The text of a goal, task or update, and the sentence that a section says of itself, under or in its heading. */
export interface Statement extends Parent {
  type: 'statement'
  children: PhrasingContent[]
}

/** A list item under a section's heading, before its goals. */
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

/** What a page calls a goal or task. */
export type ItemKind = 'goal' | 'keyResult' | 'hypothesis' | 'task'

/** What a goal or task has: the parts of its line in the order of the page, then what stands below it. */
export type ItemContent =
  | Stretch
  | Code
  | Statement
  | DocumentContentMap['status']
  | Remark
  | Dependencies
  | PrimaryTeams
  | Field
  | Note
  | Task
  | KeptContent

/**
 * A goal of a section with its tasks. Key results and hypotheses are goals, too: see `kind`.
 *
 * ```markdown
 * | ===== [stretch] Wind the clocks {{done}} =====
 *         ^^^^^^^^^                                  stretch
 *                   ^^^^^^^^^^^^^^^                  statement
 *                                   ^^^^^^^^         status
 * | * Find the key
 *   ^^^^^^^^^^^^^^  task
 * ```
 */
export interface Goal extends Parent {
  type: 'goal'
  kind: ItemKind
  id: string
  code: string | null
  stretch: boolean
  children: ItemContent[]
  /** What merged cells of its table or a later section say of it: no children, as they stand elsewhere on the page. */
  shared?: ItemContent[]
}

/** A task of a goal or task. */
export interface Task extends Parent {
  type: 'task'
  kind: ItemKind
  id: string
  code: string | null
  stretch: boolean
  children: ItemContent[]
}

/** Where the page says that a goal or task is a stretch: `[stretch]`, `Stretch:`. */
export interface Stretch extends Literal {
  type: 'stretch'
}

/** What follows a goal's or task's status: `{{done}} will go on in Q2`. */
export interface Remark extends Parent {
  type: 'remark'
  children: PhrasingContent[]
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
  /** What stands among its words and shows nothing, such as a comment; left out where there is none. */
  children?: PhrasingContent[]
}

/** An update of a note with its own updates. */
export interface Update extends Parent {
  type: 'update'
  /** The text as a `statement`, with its statuses in place, then the updates. */
  children: (Statement | Update | KeptContent)[]
}

export type {FlowContent}
