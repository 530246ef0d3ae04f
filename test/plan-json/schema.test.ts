/** The schema of plan JSON: it takes what we write, and nothing else. */
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, it, test} from 'vitest'
import {parse, toJson} from '../../src/index.ts'
import type {DateJson, LinkJson, PlanJson, StatusJson} from '../../src/index.ts'
import {planJsonSchema, planSchema} from '../../src/plan/json/schema.ts'
import {model} from '../../src/plan/model.ts'
import type {Kind, SlotType} from '../../src/plan/model.ts'
import type {FiscalYear, JsonOfKind, PageSource} from '../../src/plan/json/types.ts'
import type {ItemKind, Numbers, SectionKind} from '../../src/plan/types.ts'
import {readFile, readFixtures} from '../utils/fixtures.ts'

const validate = new Ajv2020({allErrors: true, strict: true}).compile(planJsonSchema())

/** What is wrong with a value, as `path message`. */
function errors(value: unknown): string[] {
  return validate(value)
    ? []
    : validate.errors!.map(({instancePath, message}) => `${instancePath} ${message}`)
}

/** A plan that has one of everything. */
const full: PlanJson = {
  ...toJson(
    parse(
      [
        '== Goals FY30/31 ==',
        '* Goal Owner: [[User:Ada|Ada]]',
        '== Q1 ==',
        '=== Outcome 1 / Output 1 (Boats) ===',
        'Boats leave on time.',
        '* An objective',
        '',
        'Dependencies on: A; Primary team: B',
        '',
        "'''Goal Owner:''' [[User:Cora|Cora]]",
        '==== Goals ====',
        '* [stretch] KR1: Wind [https://a.example a] {{done}} by hand',
        "*:'''Goal Owner''': [[User:Ada|Ada]]",
        '*:Dependencies on: A; Primary team: B',
        '** July 2, 2030',
        '*** {{done}} It winds [[Clock]].',
        '** KR1.1: Find T208612 {{to do}} soon',
        "**:'''Goal Owner''': [[User:Ada|Ada]]",
        '**:Dependencies on: A; Primary team: B',
        '*** July 3, 2030',
        '**** {{done}} It is [[Clock|found]].',
        '*** Ask {{done}}',
        '==== Status ====',
        'Note: July 1, 2030',
        '* {{done}} a [[Boat]]',
        '** b',
        '==== Objective WE1: Rowing is easy ===='
      ].join('\n'),
      {from: 'wikitext', title: 'Boats'}
    )
  ),
  source: {hash: 'da39a3ee5e6b4b0d3255bfef95601890afd80709', revision: 7, wiki: 'https://a.example'}
}

/** Every place of a plan JSON, as a path of keys. */
function paths(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path]
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  const at = value as Record<string | number, unknown>
  return [path, ...keys.flatMap((key) => paths(at[key], [...path, key]))]
}

/** A copy with the thing at a path changed. */
function change(
  path: (string | number)[],
  edit: (holder: Record<string | number, unknown>, key: string | number) => void
) {
  const copy = structuredClone(full) as unknown as Record<string | number, unknown>
  const holder = path.slice(0, -1).reduce((node, key) => node[key] as typeof copy, copy)
  edit(holder, path.at(-1)!)
  return copy
}

function valueAt(path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((node, key) => (node as Record<string | number, unknown>)[key], full)
}

/** Which numbers a section has is the page's choice. */
const keyPaths = paths(full).filter(
  (path) => typeof path.at(-1) === 'string' && path.at(-2) !== 'numbers'
)
const objectPaths = keyPaths.filter(
  (path) => !['links', 'label', 'raw'].includes(String(path.at(-1)))
)

/** A place without its numbers, the same for what stands within its like: `sections.goals.tasks.text`. */
function kindOf(path: (string | number)[]): string {
  const keys = path.filter((key) => typeof key === 'string')
  return keys.filter((key, at) => key !== keys[at - 1]).join('.')
}

/** What a slot of each type is in the types of plan JSON. */
interface SlotValues extends Record<SlotType, unknown> {
  version: 2
  id: string
  text: string
  'text?': string | null
  string: string
  'string?': string | null
  boolean: boolean
  'quarter?': number | null
  'day?': string | null
  sectionKind: SectionKind
  itemKind: ItemKind
  numbers: Numbers
  'status?': StatusJson | null
  statuses: StatusJson[]
  'date?': DateJson | null
  links: LinkJson[]
  'fiscalYear?': FiscalYear | null
  'source?': PageSource | null
}

type IsSame<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

/** What the model may have for a key whose value is of this type. */
type RowName<Value> =
  | {[S in SlotType]: IsSame<Value, SlotValues[S]> extends true ? S : never}[SlotType]
  | {[K in Kind]: IsSame<Value, JsonOfKind[K][]> extends true ? `all ${K}` : never}[Kind]
  | {[K in Kind]: IsSame<Value, JsonOfKind[K] | null> extends true ? `one ${K}` : never}[Kind]

type Bare = 'statement' | 'objective' | 'dependency' | 'primaryTeam'

function rowName(row: {slot: SlotType} | {list: Kind; single?: true}): string {
  return 'slot' in row ? row.slot : `${row.single ? 'one' : 'all'} ${row.list}`
}

const item = {
  id: 'id',
  type: 'itemKind',
  code: 'string?',
  text: 'text',
  status: 'status?',
  remark: 'text?',
  stretch: 'boolean',
  dependencies: 'all dependency',
  primaryTeams: 'all primaryTeam',
  fields: 'all field',
  links: 'links',
  notes: 'all note',
  tasks: 'all task'
} as const

/** The keys of plan JSON in their order, which the types hold to, with what the model is to have for each. */
const shapes: {
  [K in Exclude<Kind, Bare>]: {[Key in keyof JsonOfKind[K]]: RowName<JsonOfKind[K][Key]>}
} = {
  plan: {
    version: 'version',
    title: 'string?',
    heading: 'string?',
    fiscalYear: 'fiscalYear?',
    source: 'source?',
    fields: 'all field',
    periods: 'all period'
  },
  field: {name: 'string?', label: 'string', value: 'text', links: 'links'},
  period: {
    id: 'id',
    label: 'string?',
    quarter: 'quarter?',
    start: 'day?',
    end: 'day?',
    inferred: 'boolean',
    sections: 'all section'
  },
  section: {
    id: 'id',
    type: 'sectionKind',
    heading: 'string?',
    code: 'string?',
    numbers: 'numbers',
    qualifier: 'string?',
    statement: 'one statement',
    objectives: 'all objective',
    dependencies: 'all dependency',
    primaryTeams: 'all primaryTeam',
    fields: 'all field',
    sections: 'all section',
    goals: 'all goal',
    notes: 'all note'
  },
  goal: item,
  task: item,
  note: {id: 'id', date: 'date?', updates: 'all update'},
  update: {text: 'text', statuses: 'statuses', links: 'links', updates: 'all update'}
}

const sectionTypes: Record<SectionKind, true> = {
  outcome: true,
  output: true,
  program: true,
  objective: true,
  team: true,
  strategy: true,
  group: true
}
const itemTypes: Record<ItemKind, true> = {
  goal: true,
  keyResult: true,
  hypothesis: true,
  task: true
}
const forms: Record<StatusJson['form'], true> = {
  template: true,
  angle: true,
  bracket: true,
  text: true,
  malformed: true
}
const precisions: Record<NonNullable<DateJson['precision']>, true> = {
  day: true,
  month: true,
  year: true
}
const linkKinds: Record<LinkJson['kind'], true> = {wiki: true, external: true, task: true}

describe('the schema', () => {
  it('should be of draft 2020-12 and say what it is', () => {
    expect(planJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://unpkg.com/wikiplan/dist/plan.schema.json',
      title: 'wikiplan plan JSON',
      type: 'object',
      additionalProperties: false
    })
  })

  it('should be of the same shape as the types, both ways', () => {
    const actual = Object.entries(model).flatMap(([kind, {keys, bare}]) =>
      bare ? [] : [[kind, Object.entries(keys).map(([key, row]) => [key, rowName(row)])]]
    )
    expect(actual).toEqual(
      Object.entries(shapes).map(([kind, rows]) => [kind, Object.entries(rows)])
    )
  })

  test.each<[(string | number)[], Record<string, true>]>([
    [['periods', 0, 'sections', 0, 'type'], sectionTypes],
    [['periods', 0, 'sections', 0, 'goals', 0, 'type'], itemTypes],
    [['periods', 0, 'sections', 0, 'goals', 0, 'status', 'form'], forms],
    [['periods', 0, 'sections', 0, 'notes', 0, 'date', 'precision'], precisions],
    [['fields', 0, 'links', 0, 'kind'], linkKinds]
  ])('should take every word of the types at %j', (path, words) => {
    for (const word of Object.keys(words)) {
      const plan = change(path, (holder, key) => (holder[key] = word))
      expect(errors(plan), word).toEqual([])
      expect(planSchema.safeParse(plan).success, word).toBe(true)
    }
  })

  it('should take a plan that has one of everything', () => {
    const isTold = (path: (string | number)[]): boolean => {
      const value = valueAt(path)
      return value !== null && !(Array.isArray(value) && value.length === 0)
    }
    const told = new Set(keyPaths.filter(isTold).map(kindOf))
    expect(keyPaths.map(kindOf).filter((kind) => !told.has(kind))).toEqual([])
    expect(errors(full)).toEqual([])
    expect(planSchema.safeParse(full).success).toBe(true)
  })

  test.each(keyPaths.map((path) => [path.join('.'), path] as const))(
    'should not take a plan without %s',
    (_, path) => {
      const broken = change(path, (holder, key) => delete holder[key])
      expect(errors(broken).length).toBeGreaterThan(0)
      expect(planSchema.safeParse(broken).success).toBe(false)
    }
  )

  test.each(
    keyPaths.filter((path) => valueAt(path) !== null).map((path) => [path.join('.'), path] as const)
  )('should not take a plan with a wrong %s', (_, path) => {
    for (const wrong of [true, 7, {}, ['a', null], 'x'.repeat(3), undefined]) {
      const value = valueAt(path)
      const isEmpty = typeof wrong === 'object' && !Array.isArray(wrong)
      if (path.at(-1) === 'numbers' && isEmpty) continue
      if (
        typeof wrong === typeof value &&
        Array.isArray(wrong) === Array.isArray(value) &&
        typeof wrong !== 'object'
      )
        continue
      const broken = change(path, (holder, key) => (holder[key] = wrong))
      expect(
        errors(JSON.parse(JSON.stringify(broken))).length,
        JSON.stringify(wrong)
      ).toBeGreaterThan(0)
      expect(planSchema.safeParse(broken).success, JSON.stringify(wrong)).toBe(false)
    }
  })

  test.each(objectPaths.map((path) => [path.join('.'), path] as const))(
    'should not take a plan with a key too many beside %s',
    (_, path) => {
      const broken = change(path, (holder) => (holder['extra'] = null))
      expect(errors(broken).length).toBeGreaterThan(0)
      expect(planSchema.safeParse(broken).success).toBe(false)
    }
  )

  test.each<[(string | number)[], unknown]>([
    [['version'], 1],
    [['version'], '2'],
    [['source', 'hash'], null],
    [['source', 'revision'], 1.5],
    [['periods'], []],
    [['periods', 0, 'id'], ''],
    [['periods', 0, 'quarter'], 0],
    [['periods', 0, 'quarter'], 5],
    [['periods', 0, 'quarter'], 1.5],
    [['periods', 0, 'start'], '2030-7-1'],
    [['periods', 0, 'start'], 'July 1, 2030'],
    [['fiscalYear', 'end'], '2031-06'],
    [['fields', 0, 'links', 0, 'kind'], 'page'],
    [['periods', 0, 'sections', 0, 'numbers', 'outcome', 0], 1],
    [['periods', 0, 'sections', 0, 'numbers', 'outcome'], '1'],
    [['periods', 0, 'sections', 0, 'numbers', 'outcome'], null],
    [['periods', 0, 'sections', 0, 'type'], 'period'],
    [['periods', 0, 'sections', 0, 'goals', 0, 'type'], 'update'],
    [['periods', 0, 'sections', 0, 'goals', 0, 'status'], 'done'],
    [['periods', 0, 'sections', 0, 'primaryTeams'], 'B'],
    [['periods', 0, 'sections', 0, 'notes', 0, 'date'], '2030-07-01'],
    [['periods', 0, 'sections', 0, 'goals', 0, 'status', 'form'], 'bold'],
    [['periods', 0, 'sections', 0, 'goals', 0, 'status', 'value'], ''],
    [['periods', 0, 'sections', 0, 'notes', 0, 'date', 'value'], '1 July 2030'],
    [['periods', 0, 'sections', 0, 'notes', 0, 'date', 'value'], '2030-07-01T00:00'],
    [['periods', 0, 'sections', 0, 'notes', 0, 'date', 'precision'], 'week']
  ])('should not take %j as %j', (path, value) => {
    const broken = change(path, (holder, key) => (holder[key] = value))
    expect(errors(broken).length).toBeGreaterThan(0)
    expect(planSchema.safeParse(broken).success).toBe(false)
  })

  test.each<[(string | number)[], unknown]>([
    [['title'], null],
    [['heading'], null],
    [['fiscalYear'], null],
    [['source'], null],
    [['source', 'revision'], null],
    [['source', 'wiki'], null],
    [['fields'], []],
    [['fields', 0, 'name'], null],
    [['periods', 0, 'quarter'], null],
    [['periods', 0, 'start'], null],
    [['periods', 0, 'sections'], []],
    [['periods', 0, 'sections', 0, 'heading'], null],
    [['periods', 0, 'sections', 0, 'numbers'], {}],
    [
      ['periods', 0, 'sections', 0, 'numbers', 'program'],
      ['4', '5.1']
    ],
    [['periods', 0, 'sections', 0, 'goals', 0, 'code'], null],
    [['periods', 0, 'sections', 0, 'goals', 0, 'remark'], null],
    [['periods', 0, 'sections', 0, 'goals', 0, 'status'], null],
    [['periods', 0, 'sections', 0, 'goals', 0, 'status', 'value'], 'of-our-own'],
    [['periods', 0, 'sections', 0, 'notes', 0, 'date'], null],
    [['periods', 0, 'sections', 0, 'notes', 0, 'date', 'value'], null],
    [['periods', 0, 'sections', 0, 'notes', 0, 'date', 'value'], '2030-07'],
    [['periods', 0, 'sections', 0, 'notes', 0, 'date', 'value'], '2030']
  ])('should take %j as %j', (path, value) => {
    const plan = change(path, (holder, key) => (holder[key] = value))
    expect(errors(plan)).toEqual([])
    expect(planSchema.safeParse(plan).success).toBe(true)
  })
})

describe.each(readFixtures().map((fixture) => [fixture.name, fixture] as const))(
  'fixtures/%s',
  (name, fixture) => {
    it('should be valid as it is written down', () => {
      const files = ['plan.json', 'plan.text.json', 'plan.markdown.json'].map((file) =>
        readFile(name, file)
      )
      const plans = files.filter((file) => file !== null)
      expect(plans.length).toBeGreaterThan(0)
      for (const plan of plans) expect(errors(JSON.parse(plan))).toEqual([])
    })

    it('should be valid as it is read', () => {
      for (const {source, dialect} of fixture.pages) {
        const plan = toJson(parse(source, {...fixture.options, from: dialect}))
        expect(errors(plan)).toEqual([])
        expect(planSchema.safeParse(plan).error?.issues ?? []).toEqual([])
      }
    })
  }
)
