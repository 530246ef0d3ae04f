/**
 * Plan JSON, version 2: a plan as data, for people who have never heard of syntax trees.
 *
 * When written, every key is there; what the page does not say is `null`, `[]` or `{}`. Texts are plain: markup is
 * gone, entities are decoded, runs of white space are one space, ends are trimmed. What is read may leave keys out:
 * see {@link PlanJsonInput}.
 */
import type {Kind} from '../model.ts'
import type {
  DatePrecision,
  FiscalYear,
  ItemKind,
  Numbers,
  PageSource,
  SectionKind
} from '../types.ts'
import type {StatusForm} from '../../document/types.ts'

export type {FiscalYear, PageSource}

export interface PlanJson {
  version: 2
  /** The page's title, where known. */
  title: string | null
  /** The heading that the plan stands under. */
  heading: string | null
  fiscalYear: FiscalYear | null
  /** The page that it was read from, to know it again; `null` in a plan made by hand. */
  source: PageSource | null
  /** The labelled lines before the first section. */
  fields: FieldJson[]
  /** At least one. */
  periods: PeriodJson[]
}

export interface FieldJson {
  /** A stable key for a label that the vocabulary knows, such as `goalOwner`; worked out from the label. */
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
  /** ISO 8601 day; worked out. */
  start: string | null
  /** ISO 8601 day; worked out. */
  end: string | null
  /** Whether the page does not say the quarter itself; worked out. */
  inferred: boolean
  sections: SectionJson[]
}

export interface SectionJson {
  id: string
  /** Worked out from the heading. */
  type: SectionKind
  /** `null` for goals that stand under no heading. */
  heading: string | null
  /** Such as `WE1`; worked out from the heading. */
  code: string | null
  /** By what is numbered, as strings: `1.1` is a number too. */
  numbers: Numbers
  /** What the heading has in brackets. */
  qualifier: string | null
  statement: string | null
  objectives: string[]
  dependencies: string[]
  primaryTeams: string[]
  fields: FieldJson[]
  /** Sections within this one. */
  sections: SectionJson[]
  goals: ItemJson[]
  notes: NoteJson[]
}

/** A goal or task, with its tasks. */
export interface ItemJson {
  id: string
  type: ItemKind
  /** Such as `KR1`. */
  code: string | null
  text: string
  status: StatusJson | null
  /** What follows the status. */
  remark: string | null
  stretch: boolean
  dependencies: string[]
  primaryTeams: string[]
  fields: FieldJson[]
  links: LinkJson[]
  notes: NoteJson[]
  tasks: ItemJson[]
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

/** What plan JSON has for the kinds that are more than a text. */
interface ObjectOfKind {
  plan: PlanJson
  field: FieldJson
  period: PeriodJson
  section: SectionJson
  goal: ItemJson
  task: ItemJson
  note: NoteJson
  update: UpdateJson
}

/** What plan JSON has for each kind; where a node is no more than a text, the text. */
export type JsonOfKind = ObjectOfKind & Record<Exclude<Kind, keyof ObjectOfKind>, string>

/** A key that may be left out or `null`: all but the one that names what it is of. */
type Lenient<T, Name extends keyof T> = Pick<T, Name> & {
  [Key in keyof Omit<T, Name>]?: T[Key] | null
}

/** Plan JSON as it is read: an id, a list, a value worked out from others may be missing or `null`. */
export interface PlanJsonInput extends Omit<Lenient<PlanJson, 'version'>, 'fields' | 'periods'> {
  fields?: readonly FieldJsonInput[] | null
  periods: readonly PeriodJsonInput[]
}

export type FieldJsonInput = Lenient<FieldJson, 'label'>

export interface PeriodJsonInput extends Omit<Partial<PeriodJson>, 'id' | 'sections'> {
  id?: string | null
  sections?: readonly SectionJsonInput[] | null
}

/** A list of names, or one string in which commas part them. */
export type TeamsJsonInput = string | readonly string[] | null

export interface SectionJsonInput extends Omit<
  Lenient<SectionJson, 'heading'>,
  'dependencies' | 'primaryTeams' | 'fields' | 'sections' | 'goals' | 'notes'
> {
  dependencies?: TeamsJsonInput
  primaryTeams?: TeamsJsonInput
  fields?: readonly FieldJsonInput[] | null
  sections?: readonly SectionJsonInput[] | null
  goals?: readonly ItemJsonInput[] | null
  notes?: readonly NoteJsonInput[] | null
}

/** A status by its value or label, or as plan JSON writes it. */
export type StatusJsonInput = string | Lenient<StatusJson, 'value'>

export interface ItemJsonInput extends Omit<
  Lenient<ItemJson, 'text'>,
  'status' | 'dependencies' | 'primaryTeams' | 'fields' | 'notes' | 'tasks'
> {
  status?: StatusJsonInput | null
  dependencies?: TeamsJsonInput
  primaryTeams?: TeamsJsonInput
  fields?: readonly FieldJsonInput[] | null
  notes?: readonly NoteJsonInput[] | null
  tasks?: readonly ItemJsonInput[] | null
}

export interface NoteJsonInput {
  id?: string | null
  /** ISO 8601, or as plan JSON writes it. */
  date: string | Lenient<DateJson, 'value'> | null
  updates?: readonly UpdateJsonInput[] | null
}

export interface UpdateJsonInput extends Omit<Lenient<UpdateJson, 'text'>, 'statuses' | 'updates'> {
  statuses?: readonly StatusJsonInput[] | null
  updates?: readonly UpdateJsonInput[] | null
}
