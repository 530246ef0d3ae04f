import {checkOptions, checkPlan, maybeString, type Keys} from '../check.ts'
import {toJson} from '../plan/json/to-json.ts'
import {isNewer, latestNews, type News} from '../plan/news.ts'
import type {
  FieldJson,
  ItemJson,
  NoteJson,
  SectionJson,
  StatusJson,
  UpdateJson
} from '../plan/json/types.ts'
import type {ItemKind, Plan, SectionKind} from '../plan/types.ts'

/**
 * A section, goal, task, note or update as one flat row, whole in itself: it says where on the page it stands. Rows of
 * all kinds have the same keys; what a thing does not have is `null` or `[]`.
 */
export interface PlanRow {
  kind: 'section' | 'goal' | 'task' | 'note' | 'update'
  /** Unique on the page; `null` for an update, which has none. */
  id: string | null
  /** The id of what the thing stands in: a section, a goal, a task; a note for its updates. `null` for outer sections. */
  parent: string | null
  /** What the page calls a section, goal or task. */
  type: SectionKind | ItemKind | null
  code: string | null
  /** Of a section its statement, of a note `null`. */
  text: string | null
  /** The status's stable name, such as `in-progress`; the first one of an update. */
  status: string | null
  statusLabel: string | null
  /** The stable names of all statuses of an update. */
  statuses: string[]
  /**
   * A goal's or task's status by all that the page says of it: its own, or that of the latest note that speaks of it
   * where it has none, or where the note names it and is as far along.
   */
  latestStatus: string | null
  /** The date of the note that `latestStatus` comes from, ISO 8601; `null` where it is the thing's own. */
  latestStatusDate: string | null
  /** The id of that note. */
  latestStatusNote: string | null
  remark: string | null
  stretch: boolean | null
  /** The teams that the page names for a goal or task, else those of its section. */
  primaryTeams: string[]
  dependencies: string[]
  fields: {name: string | null; label: string; value: string}[]
  /** A note's date, ISO 8601 and as precise as the page is; its updates have it, too. */
  date: string | null
  /** The name of the file, as the caller gave it. */
  file: string | null
  /** The page's title. */
  page: string | null
  fiscalYear: string | null
  period: string
  quarter: number | null
  periodStart: string | null
  periodEnd: string | null
  /** The id of the innermost section that a thing stands in, or is. */
  section: string
  sectionType: SectionKind
  sectionHeading: string | null
  sectionCode: string | null
  outcomes: string[]
  outputs: string[]
  qualifier: string | null
  /** The headings of the sections around, the outermost first, with that of `section` at the end. */
  sectionHeadings: string[]
  /** The codes of the sections around, likewise. */
  sectionCodes: string[]
}

/** Options of {@link toNdjson}. */
export interface NdjsonOptions {
  /** The name of the file, for the rows' key `file`. */
  file?: string | null
}

const optionKeys: Keys = new Map([['file', maybeString]])

/**
 * A plan as NDJSON: a {@link PlanRow} on each line, in page order, for each section, goal, task, note and update.
 *
 * @throws {TypeError} where it is no plan, or an option is wrong.
 */
export function toNdjson(plan: Plan, options?: NdjsonOptions | null): string {
  checkPlan(plan, 'toNdjson')
  const {file = null} = checkOptions<NdjsonOptions>(options, optionKeys)
  return toRows(plan, file)
    .map((row) => JSON.stringify(row) + '\n')
    .join('')
}

/** What a row says of where on the page a thing stands. */
type Place = Pick<
  PlanRow,
  | 'file'
  | 'page'
  | 'fiscalYear'
  | 'period'
  | 'quarter'
  | 'periodStart'
  | 'periodEnd'
  | 'section'
  | 'sectionType'
  | 'sectionHeading'
  | 'sectionCode'
  | 'outcomes'
  | 'outputs'
  | 'qualifier'
  | 'sectionHeadings'
  | 'sectionCodes'
>

/** What holds for a section and for all that stands in it. */
type Outer = Omit<
  Place,
  `section${'' | 'Type' | 'Heading' | 'Code'}` | 'outcomes' | 'outputs' | 'qualifier'
>

/** What a row says of the thing itself. */
type Thing = Omit<PlanRow, keyof Place>

/** A thing of which nothing is known but where it stands. */
const blank: Omit<Thing, 'kind' | 'id' | 'parent'> = {
  type: null,
  code: null,
  text: null,
  status: null,
  statusLabel: null,
  statuses: [],
  latestStatus: null,
  latestStatusDate: null,
  latestStatusNote: null,
  remark: null,
  stretch: null,
  primaryTeams: [],
  dependencies: [],
  fields: [],
  date: null
}

type Teams = Pick<PlanRow, 'primaryTeams' | 'dependencies'>

/** What holds for all that stands in a thing. */
interface Around {
  parent: string | null
  teams: Teams
  place: Place
  news: ReadonlyMap<string, News>
}

/** The rows of a plan. */
export function toRows(plan: Plan, file: string | null): PlanRow[] {
  const {title: page, fiscalYear, periods} = toJson(plan)
  const news = new Map([...latestNews(plan)].map(([{id}, latest]) => [id, latest]))
  const ofPage = {file, page, fiscalYear: fiscalYear?.label ?? null}
  return periods.flatMap(({id, quarter, start, end, sections}) => {
    const ofPeriod = {...ofPage, period: id, quarter, periodStart: start, periodEnd: end}
    const outermost = {...ofPeriod, sectionHeadings: [], sectionCodes: []}
    return sections.flatMap((section) => sectionRows(section, null, outermost, news))
  })
}

function sectionRows(
  section: SectionJson,
  parent: string | null,
  outer: Outer,
  news: Around['news']
): PlanRow[] {
  const {id, type, code, heading, statement, fields, goals, notes, sections} = section
  const place = {
    ...outer,
    section: id,
    sectionType: type,
    sectionHeading: heading,
    sectionCode: code,
    outcomes: section.numbers['outcome'] ?? [],
    outputs: section.numbers['output'] ?? [],
    qualifier: section.qualifier,
    sectionHeadings: [...outer.sectionHeadings, ...(heading === null ? [] : [heading])],
    sectionCodes: [...outer.sectionCodes, ...(code === null ? [] : [code])]
  }
  const around = {parent: id, teams: teamsOf(section), place, news}
  return [
    {
      kind: 'section',
      id,
      parent,
      ...blank,
      ...place,
      ...around.teams,
      type,
      code,
      text: statement,
      fields: fields.map(toField)
    },
    ...goals.flatMap((goal) => itemRows('goal', goal, around)),
    ...notes.flatMap((note) => noteRows(note, around)),
    ...sections.flatMap((inner) => sectionRows(inner, id, place, news))
  ]
}

function itemRows(kind: 'goal' | 'task', item: ItemJson, around: Around): PlanRow[] {
  const {id, type, code, text, status, remark, stretch, fields, notes, tasks} = item
  const own = teamsOf(item)
  const teams = {
    primaryTeams: own.primaryTeams.length > 0 ? own.primaryTeams : around.teams.primaryTeams,
    dependencies: own.dependencies.length > 0 ? own.dependencies : around.teams.dependencies
  }
  const inner = {...around, parent: id, teams}
  return [
    {
      kind,
      id,
      parent: around.parent,
      ...blank,
      ...around.place,
      ...teams,
      ...statusesOf(status ? [status] : []),
      ...latestOf(status, around.news.get(id)),
      type,
      code,
      text,
      remark,
      stretch,
      fields: fields.map(toField)
    },
    ...notes.flatMap((note) => noteRows(note, inner)),
    ...tasks.flatMap((task) => itemRows('task', task, inner))
  ]
}

function noteRows({id, date, updates}: NoteJson, {parent, teams, place}: Around): PlanRow[] {
  const said = {...blank, ...place, ...teams, date: date?.value ?? null}
  return [
    {kind: 'note', id, parent, ...said},
    ...updates.flatMap((update) =>
      updateRows(update, {kind: 'update', id: null, parent: id, ...said})
    )
  ]
}

function updateRows({text, statuses, updates}: UpdateJson, row: PlanRow): PlanRow[] {
  return [
    {...row, text, ...statusesOf(statuses)},
    ...updates.flatMap((update) => updateRows(update, row))
  ]
}

function teamsOf({primaryTeams, dependencies}: Teams): Teams {
  return {primaryTeams, dependencies}
}

function toField({name, label, value}: FieldJson): PlanRow['fields'][number] {
  return {name, label, value}
}

function statusesOf(
  statuses: readonly StatusJson[]
): Pick<PlanRow, 'status' | 'statusLabel' | 'statuses'> {
  const [first] = statuses
  return {
    status: first?.value ?? null,
    statusLabel: first?.label ?? null,
    statuses: statuses.map(({value}) => value)
  }
}

function latestOf(
  own: StatusJson | null,
  news: News | undefined
): Pick<PlanRow, 'latestStatus' | 'latestStatusDate' | 'latestStatusNote'> {
  if (!news || (own && !(news.isNamed && isNewer(news.status.value, own.value))))
    return {latestStatus: own?.value ?? null, latestStatusDate: null, latestStatusNote: null}
  return {
    latestStatus: news.status.value,
    latestStatusDate: news.date,
    latestStatusNote: news.note.id
  }
}
