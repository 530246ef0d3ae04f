/** Plans that a page could say, with texts that try to be markup. */
import fc from 'fast-check'
import {collapse} from '../../src/document/plain-text.ts'
import type {
  DateJson,
  FieldJson,
  ItemJson,
  NoteJson,
  SectionJson,
  PeriodJson,
  PlanJson,
  StatusJson,
  UpdateJson
} from '../../src/plan/json/types.ts'
import {hostileText} from './text.ts'

/** Ids follow from the texts: a plan read back has them, a generated one has this. */
const id = 'generated'

const fiscalYear = {label: 'FY30/31', start: '2030-07-01', end: '2031-06-30'}
const days = [
  ['2030-07-01', '2030-09-30'],
  ['2030-10-01', '2030-12-31'],
  ['2031-01-01', '2031-03-31'],
  ['2031-04-01', '2031-06-30']
] as const

/** A text of a plan: white space collapsed, no status's label in it, no object replacement character. */
export function text(): fc.Arbitrary<string> {
  return hostileText()
    .map(collapse)
    .filter((value) => value !== '' && !/\uFFFC|done|progress|T\d/i.test(value))
}

const names = [
  'Piers',
  'Boats',
  'Clocks',
  'Piers / Clocks',
  'Boats (Nets, Oars)',
  "Ada's crew",
  'R&D'
]
const team = fc.constantFrom(...names)

const statusNames = [
  ['done', 'Done'],
  ['in-progress', 'In progress'],
  ['partially-done', 'Partially done'],
  ['to-do', 'To do'],
  ['cancelled', 'Cancelled']
] as const

const status: fc.Arbitrary<StatusJson> = fc.constantFrom(...statusNames).map(([value, label]) => {
  return {value, label, form: 'template', raw: `{{${label}}}`}
})

const dates: DateJson[] = [
  {value: '2030-08-14', precision: 'day', raw: 'August 14, 2030'},
  {value: '2030-08-14', precision: 'day', raw: '14 August 2030'},
  {value: '2030-08', precision: 'month', raw: 'August 2030'},
  {value: '2030', precision: 'year', raw: '2030'},
  {value: '2030-08-14', precision: 'day', raw: '2030-08-14'},
  {value: null, precision: null, raw: 'February 30, 2031'}
]

/** `null` most of the time. */
function rarely<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({weight: 5, arbitrary: fc.constant(null)}, {weight: 1, arbitrary: value})
}

/** None most of the time. */
function few<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return rarely(fc.array(value, {minLength: 1, maxLength: 2})).map((list) => list ?? [])
}

/** What follows a status. */
const remark = fc.constantFrom('will go on in Q2', "but not the bells'", '[[later]]')

const itemField: fc.Arbitrary<FieldJson> = fc
  .tuple(fc.constantFrom('Moored at', 'Favourite boat'), text())
  .map(([label, value]) => ({name: null, label, value, links: []}))

/** A dated note of a goal or task. */
const itemNote: fc.Arbitrary<NoteJson> = fc
  .tuple(fc.constantFrom('August 14, 2030', '14 August 2030'), fc.array(update(1), {maxLength: 2}))
  .map(([raw, updates]) => ({id, date: {value: '2030-08-14', precision: 'day', raw}, updates}))

/** A task with tasks of its own to some depth. */
function task(depth: number): fc.Arbitrary<ItemJson> {
  const nested =
    depth === 0 ? fc.constant<ItemJson[]>([]) : fc.array(task(depth - 1), {maxLength: 2})
  return fc
    .record({
      text: text(),
      status: fc.option(status),
      remark: rarely(remark),
      code: rarely(fc.constantFrom('WE1', 'A2.3')),
      stretch: fc.boolean(),
      dependencies: few(team),
      primaryTeams: few(team),
      fields: few(itemField),
      notes: few(itemNote),
      tasks: nested
    })
    .map((rest): ItemJson => {
      // A bracket or a joint alone would open or join the status.
      const isText = /\p{L}/u.test(rest.text) && !/[:–—-]$/.test(rest.text)
      const hasRemark = rest.status !== null && isText
      return {id, type: 'task', links: [], ...rest, remark: hasRemark ? rest.remark : null}
    })
    .filter((value) => !hasTwoJoints(value.text, value.status))
}

/** A status needs an end of the text to stand at; where both look like joints to it, it has none. */
export function hasTwoJoints(title: string, found: StatusJson | null): boolean {
  const bare = title.replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g, '')
  if (found === null) return false
  return /^[[\](:–—-]/.test(bare) ? /[:–—-]$/.test(bare) : !/[\p{L}\p{N}\p{S}]/u.test(bare)
}

const goal: fc.Arbitrary<ItemJson> = task(2).map((rest) => ({...rest, type: 'goal'}))

/** An update with updates of its own to some depth. */
function update(depth: number): fc.Arbitrary<UpdateJson> {
  const nested =
    depth === 0 ? fc.constant<UpdateJson[]>([]) : fc.array(update(depth - 1), {maxLength: 2})
  return fc
    .record({text: text(), statuses: fc.array(status, {maxLength: 2}), updates: nested})
    .map((rest) => ({links: [], ...rest}))
}

/** Dated notes, and perhaps a first one without a date. */
const notes: fc.Arbitrary<NoteJson[]> = fc
  .tuple(
    fc.array(update(1), {maxLength: 2}),
    fc.array(fc.tuple(fc.constantFrom(...dates), fc.array(update(1), {maxLength: 2})), {
      maxLength: 2
    })
  )
  .map(([undated, dated]) => [
    ...(undated.length > 0 ? [{id, date: null, updates: undated}] : []),
    ...dated.map(([date, updates]) => ({id, date, updates}))
  ])

/** An outcome of some numbers. */
function outcome(number: number, output: number): fc.Arbitrary<SectionJson> {
  return fc
    .record({
      qualifier: fc.option(fc.constantFrom('Night boats', 'Piers / Clocks', '2030')),
      statement: fc.option(text()),
      objectives: fc.array(text(), {maxLength: 2}),
      dependencies: fc.array(team, {maxLength: 2}),
      primaryTeams: fc.array(team, {maxLength: 2}),
      goals: fc.array(goal, {maxLength: 3}),
      notes
    })
    .map((rest) => {
      const suffix = rest.qualifier === null ? '' : ` (${rest.qualifier})`
      const heading = `Outcome ${number} / Output ${output}${suffix}`
      return {
        id,
        type: 'outcome' as const,
        heading,
        code: null,
        numbers: {outcome: [String(number)], output: [String(output)]},
        fields: [],
        sections: [],
        ...rest
      }
    })
}

/** Outcomes whose numbers count up: from 1 / 1 to at least 2 / 1. */
const sections: fc.Arbitrary<SectionJson[]> = fc
  .integer({min: 2, max: 3})
  .chain((count) => fc.tuple(...Array.from({length: count}, (_, at) => outcome(at + 1, 1))))

type Kind = 'inferred' | 'named'

function periods(kind: Kind, dated: boolean): fc.Arbitrary<PeriodJson[]> {
  return fc.array(sections, {minLength: 1, maxLength: 4}).map((runs) =>
    runs.map((run, index) => {
      const quarter = kind === 'named' || dated ? index + 1 : null
      const [start, end] = (dated && days[index]) || [null, null]
      const label = kind === 'named' ? `Q${index + 1}` : null
      return {id, label, quarter, start, end, inferred: label === null, sections: run}
    })
  )
}

const field: fc.Arbitrary<FieldJson> = fc
  .tuple(
    fc.constantFrom(
      ['goalOwner', 'Goal Owner'],
      [null, 'Favourite boat'],
      ['annualPlan', 'Annual Plan']
    ),
    text()
  )
  .map(([[name, label], value]) => ({name: name ?? null, label: label ?? '', value, links: []}))

/** Any plan that a page of the house style could say. There are no links. */
export function planJson(): fc.Arbitrary<PlanJson> {
  return fc.tuple(fc.constantFrom<Kind>('inferred', 'named'), fc.boolean()).chain(([kind, dated]) =>
    fc.record({
      version: fc.constant(2 as const),
      source: fc.constant(null),
      title: fc.option(
        fc.constantFrom('Harbour Lights/Ferries', 'Boats_and *oars*', '{{Ferries}}')
      ),
      heading: fc.constant(dated ? 'Program Goals and Status for FY30/31' : 'Goals of the ferries'),
      fiscalYear: fc.constant(dated ? fiscalYear : null),
      fields: fc.array(field, {maxLength: 2}),
      periods: periods(kind, dated)
    })
  )
}
