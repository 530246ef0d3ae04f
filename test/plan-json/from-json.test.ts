/** From plan JSON and from trees as JSON: what is read back, and what is refused. */
import {describe, expect, it, test} from 'vitest'
import {fromJson, parse, PlanJsonError, toJson} from '../../src/index.ts'
import {status, update, note, outcome, period, plan as planOf} from '../utils/builders.ts'

const page =
  '== Goals FY30/31 ==\n* Goal Owner: [[User:Ada|Ada]]\n=== Outcome 1 (Boats) ===\nBoats leave.\n==== Goals ====\n* Wind {{done}}\n** Find [https://a.example a]\n==== Status ====\nNote: July 1, 2030\n* {{done}} a is {{to do}} b\n'
const tree = parse(page, {from: 'wikitext'})
const json = toJson(tree)

/** The problems of a value, as `path: reason`. */
function problems(value: unknown): string[] {
  try {
    fromJson(value)
  } catch (error) {
    if (!(error instanceof PlanJsonError)) throw error
    return error.problems.map(({path, reason}) => `${path}: ${reason}`)
  }
  return []
}

describe('plan JSON', () => {
  it('should be read and written again as it was', () => {
    expect(toJson(fromJson(json))).toEqual(json)
    expect(toJson(fromJson(JSON.parse(JSON.stringify(json))))).toEqual(json)
  })

  it.each([
    ['Done boat', 'opens'],
    ['The boat is Done', 'stands within'],
    ['The [Done deals] are Done', 'stands within, behind a link with its label'],
    ['The [Done deals]', 'opens, as its label stands in a link only'],
    ['boat', 'opens']
  ])('should keep the marker of %j, which %s', (written) => {
    const link = {kind: 'wiki' as const, target: 'Deals', text: 'Done deals'}
    const linked = written.includes('[')
    const entry = {
      text: written.replace(/[[\]]/g, ''),
      statuses: [{value: 'done', label: 'Done', form: 'template' as const, raw: '{{done}}'}],
      links: linked ? [link] : [],
      updates: []
    }
    const changed = structuredClone(json)
    changed.periods[0]!.outcomes[0]!.notes[0]!.updates = [entry]
    expect(toJson(fromJson(changed))).toEqual(changed)
  })

  it('should stand on no page', () => {
    const plan = fromJson(json)
    expect(plan.dialect).toBeNull()
    expect(JSON.stringify(plan)).not.toContain('"position"')
  })

  it('should not be changed by reading, nor by changing what was read', () => {
    const before = structuredClone(json)
    const plan = fromJson(json)
    for (const node of plan.children) if ('label' in node) node.label = 'changed'
    plan.title = 'changed'
    expect(json).toEqual(before)
  })

  it('should have statuses where they stood in an update', () => {
    const {updates} = toJson(fromJson(json)).periods[0]!.outcomes[0]!.notes[0]!
    expect(updates).toMatchObject([
      {text: 'a is To do b', statuses: [{value: 'done'}, {value: 'to-do'}]}
    ])
  })

  test.each([
    [['Done'], 'Done'],
    [['Done', 'Done'], 'Done'],
    [['Done'], 'Done is Done'],
    [['Done', 'To do'], 'To do and Done'],
    [['To do', 'Done'], ''],
    [['Done'], 'Undone']
  ])('should keep the text and the statuses %j of %j', (labels, text) => {
    const statuses = labels.map((label) => ({
      value: label.toLowerCase().replace(' ', '-'),
      label,
      form: 'template' as const,
      raw: `{{${label}}}`
    }))
    const value = structuredClone(json)
    value.periods[0]!.outcomes[0]!.notes[0]!.updates = [{text, statuses, links: [], updates: []}]
    expect(toJson(fromJson(value)).periods[0]!.outcomes[0]!.notes[0]!.updates[0]!.statuses).toEqual(
      statuses
    )
  })
})

describe('a wrong plan JSON', () => {
  test.each<[string, (plan: any) => unknown, string[]]>([
    [
      'a missing key',
      (plan) => delete plan.periods[0].outcomes[0].goals,
      ['periods[0].outcomes[0].goals']
    ],
    [
      'a wrong value',
      (plan) => (plan.periods[0].outcomes[0].goals[0].tasks[0].text = 7),
      ['periods[0].outcomes[0].goals[0].tasks[0].text']
    ],
    ['a key too many', (plan) => (plan.fields[0].extra = 1), ['fields[0]']],
    ['a wrong day', (plan) => (plan.fiscalYear.start = 'July'), ['fiscalYear.start']],
    ['a wrong list', (plan) => (plan.periods = {}), ['periods']],
    ['another version', (plan) => (plan.version = 2), ['version']],
    [
      'several',
      (plan) => ((plan.title = 1), (plan.heading = 2), (plan.periods[0].id = '')),
      ['title', 'heading', 'periods[0].id']
    ]
  ])('should have every problem with its path: %s', (_, edit, paths) => {
    const value = structuredClone(json)
    edit(value)
    expect(
      problems(value)
        .map((problem) => problem.slice(0, problem.indexOf(':')))
        .sort()
    ).toEqual(paths.sort())
    for (const problem of problems(value)) expect(problem).toMatch(/: \S/)
  })

  test.each([null, undefined, 7, 'plan', [], {}, true])(
    'should be refused as a whole: %j',
    (value) => {
      expect(() => fromJson(value)).toThrow(PlanJsonError)
      expect(() => fromJson(value)).toThrow(/^Not a plan JSON document:\n/)
    }
  )

  it('should be an error that names it', () => {
    const error = new PlanJsonError([
      {path: '', reason: 'must be an object'},
      {path: 'periods[0]', reason: 'must be small'}
    ])
    expect(error).toBeInstanceOf(TypeError)
    expect(error.name).toBe('PlanJsonError')
    expect(error.message).toBe(
      'Not a plan JSON document:\n  (document): must be an object\n  periods[0]: must be small'
    )
  })
})

describe('a tree as JSON', () => {
  it('should be read back as it was', () => {
    expect(fromJson(JSON.parse(JSON.stringify(tree)))).toEqual(tree)
  })

  it('should be read where it was built by hand', () => {
    const built = planOf([
      period([outcome('Outcome 1', [note('2030', [update([status('done', 'Done')])])])])
    ])
    expect(fromJson(JSON.parse(JSON.stringify(built)))).toEqual(built)
  })

  test.each<[string, unknown, string[]]>([
    ['another node', {type: 'root', children: []}, ['type: must be "plan"']],
    [
      'no children',
      {type: 'plan', title: null, heading: null, dialect: null, fiscalYear: null},
      ['children: must be an array of nodes']
    ],
    [
      'wrong fields',
      {...planOf([]), title: 7, heading: undefined},
      [
        'title: must be string or null, not number',
        'heading: must be string or null, not undefined'
      ]
    ],
    [
      'a child that is no node',
      planOf([7 as never]),
      ['children[0]: must be a node: an object with a string `type`']
    ],
    [
      'a child that is null',
      planOf([null as never]),
      ['children[0]: must be a node: an object with a string `type`']
    ],
    [
      'a wrong child',
      planOf([period([{...outcome('Outcome 1', []), outcomes: '1' as never}])]),
      ['children[0].children[0].outcomes: must be array, not string']
    ],
    [
      'a wrong status',
      planOf([
        period([
          outcome('Outcome 1', [note('2030', [update([{type: 'status', value: 'done'} as never])])])
        ])
      ]),
      [
        'children[0].children[0].children[0].children[1].children[0].children[0].label: must be string, not undefined',
        'children[0].children[0].children[0].children[1].children[0].children[0].form: must be string, not undefined',
        'children[0].children[0].children[0].children[1].children[0].children[0].raw: must be string, not undefined'
      ]
    ],
    [
      'children that are no list',
      {...planOf([]), children: {}},
      ['children: must be an array of nodes']
    ]
  ])('should have every problem with its path: %s', (_, value, expected) => {
    expect(problems(value)).toEqual(expected)
  })

  it('should take nodes that it does not know', () => {
    const built = planOf([{type: 'smiley', children: []} as never])
    expect(fromJson(built)).toEqual(built)
  })
})

describe('the reasons of a wrong document', () => {
  it('should say what is missing, what stands there instead, and what may', () => {
    const {title, ...rest} = json
    expect(problems({...rest, fields: {}, periods: null})).toEqual([
      'title: is missing: must be a string',
      'fields: must be an array, not object',
      'periods: must be an array, not null'
    ])
  })
})
