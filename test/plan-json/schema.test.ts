/** The schema of plan JSON: it takes what we write, and nothing else. */
import {Ajv2020} from 'ajv/dist/2020.js'
import {describe, expect, expectTypeOf, it, test} from 'vitest'
import type {z} from 'zod'
import {parse, toJson} from '../../src/index.ts'
import type {PlanJson} from '../../src/index.ts'
import {planJsonSchema, planSchema} from '../../src/plan/json/schema.ts'
import {readFile, readFixtures} from '../utils/fixtures.ts'

const validate = new Ajv2020({allErrors: true, strict: true}).compile(planJsonSchema())

/** What is wrong with a value, as `path message`. */
function errors(value: unknown): string[] {
  return validate(value)
    ? []
    : validate.errors!.map(({instancePath, message}) => `${instancePath} ${message}`)
}

/** A plan that has one of everything. */
const full = toJson(
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
      '==== Goals ====',
      '* [stretch] Wind [https://a.example a] {{done}}',
      '** Find T208612 {{to do}}',
      '==== Status ====',
      'Note: July 1, 2030',
      '* {{done}} a',
      '** b'
    ].join('\n'),
    {from: 'wikitext', title: 'Boats'}
  )
)

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

const keyPaths = paths(full).filter((path) => typeof path.at(-1) === 'string')
const objectPaths = keyPaths.filter(
  (path) => !['links', 'label', 'raw'].includes(String(path.at(-1)))
)

describe('the schema', () => {
  it('should be of draft 2020-12 and say what it is', () => {
    expect(planJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'wikiplan plan JSON',
      type: 'object',
      additionalProperties: false
    })
  })

  it('should be of the same shape as the type, both ways', () => {
    expectTypeOf<z.infer<typeof planSchema>>().toEqualTypeOf<PlanJson>()
  })

  it('should take a plan that has one of everything', () => {
    const empty = keyPaths.filter((path) => {
      const value = path.reduce<unknown>(
        (node, key) => (node as Record<string | number, unknown>)[key],
        full
      )
      return Array.isArray(value) && value.length === 0
    })
    expect(
      empty
        .map((path) => path.at(-1))
        .filter((key) => !['links', 'tasks', 'updates', 'statuses'].includes(String(key)))
    ).toEqual([])
    expect(errors(full)).toEqual([])
  })

  test.each(keyPaths.map((path) => [path.join('.'), path] as const))(
    'should not take a plan without %s',
    (_, path) => {
      const broken = change(path, (holder, key) => delete holder[key])
      expect(errors(broken).length).toBeGreaterThan(0)
      expect(planSchema.safeParse(broken).success).toBe(false)
    }
  )

  test.each(keyPaths.map((path) => [path.join('.'), path] as const))(
    'should not take a plan with a wrong %s',
    (_, path) => {
      for (const wrong of [true, 7, {}, ['a', null], 'x'.repeat(3), undefined]) {
        const value = path.reduce<unknown>(
          (node, key) => (node as Record<string | number, unknown>)[key],
          full
        )
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
    }
  )

  test.each(objectPaths.map((path) => [path.join('.'), path] as const))(
    'should not take a plan with a key too many beside %s',
    (_, path) => {
      const broken = change(path, (holder) => (holder['extra'] = null))
      expect(errors(broken).length).toBeGreaterThan(0)
      expect(planSchema.safeParse(broken).success).toBe(false)
    }
  )

  test.each<[(string | number)[], unknown]>([
    [['version'], 2],
    [['version'], '1'],
    [['periods'], []],
    [['periods', 0, 'id'], ''],
    [['periods', 0, 'quarter'], 0],
    [['periods', 0, 'quarter'], 5],
    [['periods', 0, 'quarter'], 1.5],
    [['periods', 0, 'start'], '2030-7-1'],
    [['periods', 0, 'start'], 'July 1, 2030'],
    [['fiscalYear', 'end'], '2031-06'],
    [['fields', 0, 'links', 0, 'kind'], 'page'],
    [['periods', 0, 'outcomes', 0, 'outcomes', 0], 1],
    [['periods', 0, 'outcomes', 0, 'goals', 0, 'status', 'form'], 'bold'],
    [['periods', 0, 'outcomes', 0, 'goals', 0, 'status', 'value'], ''],
    [['periods', 0, 'outcomes', 0, 'notes', 0, 'date', 'value'], '1 July 2030'],
    [['periods', 0, 'outcomes', 0, 'notes', 0, 'date', 'value'], '2030-07-01T00:00'],
    [['periods', 0, 'outcomes', 0, 'notes', 0, 'date', 'precision'], 'week']
  ])('should not take %j as %j', (path, value) => {
    const broken = change(path, (holder, key) => (holder[key] = value))
    expect(errors(broken).length).toBeGreaterThan(0)
    expect(planSchema.safeParse(broken).success).toBe(false)
  })

  test.each<[(string | number)[], unknown]>([
    [['title'], null],
    [['heading'], null],
    [['fiscalYear'], null],
    [['fields'], []],
    [['fields', 0, 'name'], null],
    [['periods', 0, 'quarter'], null],
    [['periods', 0, 'start'], null],
    [['periods', 0, 'outcomes'], []],
    [['periods', 0, 'outcomes', 0, 'heading'], null],
    [['periods', 0, 'outcomes', 0, 'goals', 0, 'status'], null],
    [['periods', 0, 'outcomes', 0, 'goals', 0, 'status', 'value'], 'of-our-own'],
    [['periods', 0, 'outcomes', 0, 'notes', 0, 'date'], null],
    [['periods', 0, 'outcomes', 0, 'notes', 0, 'date', 'value'], null],
    [['periods', 0, 'outcomes', 0, 'notes', 0, 'date', 'value'], '2030-07'],
    [['periods', 0, 'outcomes', 0, 'notes', 0, 'date', 'value'], '2030']
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
