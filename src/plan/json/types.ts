/**
 * Plan JSON, version 1: a plan as data, for people who have never heard of syntax trees.
 *
 * Every key is always there; what the page does not say is `null` or `[]`. Texts are plain: markup is
 * gone, entities are decoded, runs of white space are one space, ends are trimmed.
 */
import type {StatusForm} from '../../document/types.ts'
import type {DatePrecision, FiscalYear} from '../types.ts'

export type {FiscalYear}

export interface PlanJson {
  version: 1
  /** The page's title, where known. */
  title: string | null
  /** The heading that the plan stands under. */
  heading: string | null
  fiscalYear: FiscalYear | null
  /** The labelled lines before the first outcome. */
  fields: FieldJson[]
  /** At least one. */
  periods: PeriodJson[]
}

export interface FieldJson {
  /** A stable key for a label that the vocabulary knows, such as `goalOwner`. */
  name: string | null
  /** Verbatim, without its colon. */
  label: string
  value: string
  links: LinkJson[]
}

export interface PeriodJson {
  id: string
  /** As the page writes it. */
  label: string | null
  /** 1 to 4 of the fiscal year. */
  quarter: number | null
  /** ISO 8601 day. */
  start: string | null
  /** ISO 8601 day. */
  end: string | null
  /** Whether the page does not say the quarter itself. */
  inferred: boolean
  outcomes: OutcomeJson[]
}

export interface OutcomeJson {
  id: string
  /** `null` for goals that stand under no outcome. */
  heading: string | null
  /** Strings, as outputs are: `1.1` is a number too. */
  outcomes: string[]
  outputs: string[]
  /** What the heading has in brackets. */
  qualifier: string | null
  statement: string | null
  objectives: string[]
  dependencies: string[]
  primaryTeams: string[]
  goals: GoalJson[]
  notes: NoteJson[]
}

export interface GoalJson {
  id: string
  title: string
  status: StatusJson | null
  stretch: boolean
  links: LinkJson[]
  tasks: TaskJson[]
}

export interface TaskJson {
  id: string
  text: string
  status: StatusJson | null
  stretch: boolean
  links: LinkJson[]
  tasks: TaskJson[]
}

export interface NoteJson {
  id: string
  date: DateJson | null
  updates: UpdateJson[]
}

export interface DateJson {
  /** ISO 8601, as precise as the page is; `null` for a day that no calendar has. */
  value: string | null
  precision: DatePrecision | null
  /** As written. */
  raw: string
}

export interface UpdateJson {
  /** Without the markers that open it; those inside the sentence are there as their labels. */
  text: string
  /** Every marker, in order. */
  statuses: StatusJson[]
  links: LinkJson[]
  updates: UpdateJson[]
}

export interface StatusJson {
  /** One of the vocabulary's, such as `in-progress`. */
  value: string
  /** The status's usual name, such as `In progress`. */
  label: string
  /** How it is written. */
  form: StatusForm
  /** As written. */
  raw: string
}

export interface LinkJson {
  /** `task` is a Phabricator task: a link, a template or a bare word. */
  kind: 'wiki' | 'external' | 'task'
  target: string
  text: string
}
