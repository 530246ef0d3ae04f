/** Plans with all that the model has: sections in sections, codes, remarks, and what goals have besides tasks. */
import fc from 'fast-check'
import type {
  DateJson,
  FieldJson,
  ItemJson,
  NoteJson,
  PlanJson,
  SectionJson,
  StatusJson,
  UpdateJson
} from '../../src/plan/json/types.ts'
import {hasTwoJoints, text} from './plan.ts'
import type {ItemKind, SectionKind} from '../../src/plan/types.ts'

/** Ids follow from the rest. */
const id = ''

const tame = fc
  .array(
    fc.constantFrom(
      ...['Wind', 'the clocks', 'paint', 'boats', 'with (new) ropes', 'at 9.30', 'R&D', '“nets”'],
      ...['[sic]', 'a = b', '100 %', 'Ada’s', '汽笛', 'e-mail', 'x_y', '*', '#3', 'keeper: north']
    ),
    {minLength: 1, maxLength: 4}
  )
  .map((parts) => `Row ${parts.join(' ')} on`)

/** Some texts try to be markup. */
const words = fc.oneof({weight: 5, arbitrary: tame}, {weight: 1, arbitrary: text()})

const team = fc.constantFrom('Piers', 'Boats (Nets, Oars)', 'R&D', 'Piers / Clocks')
const teams = fc.uniqueArray(team, {maxLength: 2})

const status: fc.Arbitrary<StatusJson> = fc
  .constantFrom(['done', 'Done'], ['in-progress', 'In progress'], ['to-do', 'To do'])
  .map(([value, label]) => ({value: value!, label: label!, form: 'template', raw: `{{${label}}}`}))

const date: fc.Arbitrary<DateJson> = fc.constantFrom(
  {value: '2030-08-14', precision: 'day', raw: 'August 14, 2030'},
  {value: '2030-08', precision: 'month', raw: 'August 2030'},
  {value: '2030-11-02', precision: 'day', raw: '2 November 2030'}
)

const field: fc.Arbitrary<FieldJson> = fc
  .record({
    known: fc.constantFrom(
      ['goalOwner', 'Goal owner'],
      [null, 'Favourite boat'],
      [null, 'Depth'],
      ['annualPlan', 'Annual plan']
    ),
    value: words
  })
  .map(({known: [name, label], value}) => ({name: name!, label: label!, value, links: []}))

const fields = fc.uniqueArray(field, {maxLength: 2, selector: ({label}) => label})

function update(depth: number): fc.Arbitrary<UpdateJson> {
  return fc
    .record({
      text: words,
      statuses: fc.array(status, {maxLength: 1}),
      updates:
        depth > 0 ? fc.array(update(depth - 1), {maxLength: 2}) : fc.constant<UpdateJson[]>([])
    })
    .map((rest) => ({links: [], ...rest}))
}

const note: fc.Arbitrary<NoteJson> = fc
  .record({date, updates: fc.array(update(1), {minLength: 1, maxLength: 2})})
  .map((rest) => ({id, ...rest}))

const notes = fc.uniqueArray(note, {maxLength: 2, selector: ({date}) => date?.value})

const codes: Readonly<Record<ItemKind, readonly string[]>> = {
  goal: ['A1', 'WE2.1'],
  keyResult: ['KR1', 'WE1.2.3', 'SDS2.1'],
  hypothesis: ['WE1.2.3'],
  task: ['B2']
}

function item(type: ItemKind, depth: number): fc.Arbitrary<ItemJson> {
  return fc
    .record({
      code: fc.option(fc.constantFrom(...codes[type])),
      text: words,
      status: fc.option(status),
      remark: fc.option(tame),
      stretch: fc.boolean(),
      dependencies: teams,
      primaryTeams: teams,
      fields,
      notes,
      tasks:
        depth > 0 ? fc.array(item('task', depth - 1), {maxLength: 2}) : fc.constant<ItemJson[]>([])
    })
    .map(({remark, ...rest}) => ({
      id,
      type,
      ...rest,
      links: [],
      // What follows a status: without one it would be the text's.
      remark: rest.status ? remark : null
    }))
    .filter(isSayable)
}

/** A text of stops alone, or one that ends like a joint to its status, leaves no place for a remark. */
function isSayable({text, status, remark}: ItemJson): boolean {
  if (hasTwoJoints(text, status)) return false
  return remark === null || (/\p{L}/u.test(text) && !/[:–—-]$/.test(text))
}

const goals: fc.Arbitrary<ItemJson[]> = fc
  .constantFrom<ItemKind>('goal', 'keyResult', 'hypothesis')
  .chain((type) => fc.array(item(type, 2), {maxLength: 3}))

interface Headed {
  heading: string
  code: string | null
  numbers: SectionJson['numbers']
  qualifier: string | null
}

/** What a section of a type may be called. */
const headings: Readonly<Record<Exclude<SectionKind, 'group'>, readonly Headed[]>> = {
  team: [{heading: 'Team 4', code: null, numbers: {team: ['4']}, qualifier: null}],
  program: [
    {heading: 'Program 2', code: null, numbers: {program: ['2']}, qualifier: null},
    {heading: 'Program 3 (Boats)', code: null, numbers: {program: ['3']}, qualifier: 'Boats'}
  ],
  strategy: [{heading: 'Strategy C1', code: 'C1', numbers: {}, qualifier: null}],
  outcome: [
    {heading: 'Outcome 1.1', code: null, numbers: {outcome: ['1.1']}, qualifier: null},
    {
      heading: 'Outcome 2 / Output 3 (Night boats)',
      code: null,
      numbers: {outcome: ['2'], output: ['3']},
      qualifier: 'Night boats'
    }
  ],
  output: [{heading: 'Output 5', code: null, numbers: {output: ['5']}, qualifier: null}],
  objective: [
    {heading: 'Objective 7', code: null, numbers: {objective: ['7']}, qualifier: null},
    {heading: 'Objective WE1', code: 'WE1', numbers: {}, qualifier: null}
  ]
}

/** The types that may stand within a section. */
const inner: Readonly<Record<Exclude<SectionKind, 'group'>, Exclude<SectionKind, 'group'>[]>> = {
  team: ['program', 'outcome'],
  program: ['outcome', 'objective'],
  strategy: ['outcome', 'output'],
  outcome: ['output', 'objective'],
  output: [],
  objective: []
}

function section(type: keyof typeof headings): fc.Arbitrary<SectionJson> {
  return fc
    .record({
      headed: fc.constantFrom(...headings[type]),
      statement: fc.option(words),
      objectives: fc.array(words, {maxLength: 2}),
      dependencies: teams,
      primaryTeams: teams,
      fields,
      goals,
      notes,
      sections:
        inner[type].length === 0
          ? fc.constant<SectionJson[]>([])
          : fc.constantFrom(...inner[type]).chain((next) => fc.array(section(next), {maxLength: 2}))
    })
    .map(({headed, ...rest}) => ({id, type, ...headed, ...rest}))
}

/**
 * A plan of one quarter; it is named where several sections could be those of several quarters, and where nothing but
 * objectives would be those of a year.
 */
export const planOfKinds: fc.Arbitrary<PlanJson> = fc
  .constantFrom(...(['team', 'program', 'strategy', 'outcome', 'objective'] as const))
  .chain((type) => fc.array(section(type), {minLength: 1, maxLength: 2}))
  .map((sections) => ({
    sections,
    isNamed: sections.length > 1 || sections[0]!.type === 'objective'
  }))
  .map(({sections, isNamed}) => ({
    version: 2,
    title: null,
    heading: 'Ferry plan for FY30/31',
    fiscalYear: {label: 'FY30/31', start: '2030-07-01', end: '2031-06-30'},
    source: null,
    fields: [],
    periods: [
      {
        id,
        label: isNamed ? 'Q1' : null,
        quarter: 1,
        start: '2030-07-01',
        end: '2030-09-30',
        inferred: !isNamed,
        sections
      }
    ]
  }))
