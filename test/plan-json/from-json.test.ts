/** From plan JSON and from trees as JSON: what is read back, and what is refused. */
import {visit} from 'unist-util-visit'
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
    changed.periods[0]!.sections[0]!.notes[0]!.updates = [entry]
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
    const {updates} = toJson(fromJson(json)).periods[0]!.sections[0]!.notes[0]!
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
    value.periods[0]!.sections[0]!.notes[0]!.updates = [{text, statuses, links: [], updates: []}]
    expect(toJson(fromJson(value)).periods[0]!.sections[0]!.notes[0]!.updates[0]!.statuses).toEqual(
      statuses
    )
  })
})

describe('plan JSON that a person wrote', () => {
  const section = (rest: object): unknown => ({
    version: 2,
    periods: [{sections: [{heading: 'Outcome 1', ...rest}]}]
  })

  it('should need no more than what names each thing', () => {
    const plan = toJson(
      fromJson(
        section({
          primaryTeams: 'Piers, Boats (day, night)',
          fields: [{label: 'Goal Owner'}],
          goals: [{text: 'Buy rope', id: null, tasks: [{text: 'Ask'}]}],
          notes: [{date: null, updates: [{text: 'It rained.'}]}]
        })
      )
    )
    expect(plan).toMatchObject({
      title: null,
      fiscalYear: null,
      source: null,
      fields: [],
      periods: [{label: null, quarter: null, inferred: true}]
    })
    expect(plan.periods[0]!.sections).toMatchObject([
      {
        statement: null,
        dependencies: [],
        primaryTeams: ['Piers', 'Boats (day, night)'],
        fields: [{name: 'goalOwner', label: 'Goal Owner', value: '', links: []}],
        goals: [
          {
            type: 'goal',
            text: 'Buy rope',
            status: null,
            stretch: false,
            tasks: [{type: 'task', text: 'Ask', tasks: []}]
          }
        ],
        notes: [{date: null, updates: [{text: 'It rained.', statuses: []}]}]
      }
    ])
  })

  test.each([
    ['done', {value: 'done', label: 'Done', form: 'template', raw: '{{Done}}'}],
    ['In progress', {value: 'in-progress', label: 'In progress', raw: '{{In progress}}'}],
    [{value: 'in-progress'}, {value: 'in-progress', label: 'In progress'}],
    [
      {value: 'done', label: 'Done', form: 'angle', raw: '<<done>>'},
      {form: 'angle', raw: '<<done>>'}
    ]
  ])('should take the status %j', (status, expected) => {
    const {periods} = toJson(fromJson(section({goals: [{text: 'Buy rope', status}]})))
    expect(periods[0]!.sections[0]!.goals[0]!.status).toMatchObject(expected)
  })

  it('should take a status in a caller’s words', () => {
    const vocabulary = {statuses: [{value: 'done', label: 'Erledigt'}]}
    const value = section({goals: [{text: 'Buy rope', status: 'erledigt'}]})
    expect(() => fromJson(value)).toThrow(PlanJsonError)
    const {periods} = toJson(fromJson(value, {vocabulary}))
    expect(periods[0]!.sections[0]!.goals[0]!.status).toMatchObject({
      value: 'done',
      label: 'Erledigt'
    })
  })

  test.each([
    ['2030-09-01', {value: '2030-09-01', precision: 'day', raw: '2030-09-01'}],
    ['2030-09', {value: '2030-09', precision: 'month', raw: '2030-09'}],
    ['2030', {value: '2030', precision: 'year', raw: '2030'}],
    [{value: '2030-09-01'}, {value: '2030-09-01', precision: 'day', raw: '2030-09-01'}],
    [
      {value: null, raw: 'February 30'},
      {value: null, precision: null, raw: 'February 30'}
    ]
  ])('should take the date %j', (date, expected) => {
    const {periods} = toJson(fromJson(section({notes: [{date}]})))
    expect(periods[0]!.sections[0]!.notes[0]!.date).toEqual(expected)
  })

  test.each<[string, object, string, RegExp]>([
    ['a status that is none', {status: 'dome'}, '.goals[0].status', /dome.*\bdone\b/],
    [
      'a status of another label',
      {status: {value: 'done', label: 'Stalled'}},
      '.goals[0].status',
      /done.*Stalled/
    ],
    ['a status’s label as its value', {status: {value: 'Done'}}, '.goals[0].status', /Done.*done/],
    [
      'a day that no calendar has',
      {notes: [{date: '2030-02-30'}]},
      '.goals[0].notes[0].date',
      /2030-02-30/
    ],
    [
      'another precision',
      {notes: [{date: {value: '2030-09', precision: 'day'}}]},
      '.goals[0].notes[0].date.precision',
      /month.*2030-09.*day/
    ],
    ['an unknown key', {titel: 'Buy'}, '.goals[0]', /titel/],
    ['a wrong type', {stretch: 'no'}, '.goals[0].stretch', /boolean.*string/]
  ])('should be refused with %s', (_, rest, path, reason) => {
    const [problem, ...others] = problems(section({goals: [{text: 'Buy rope', ...rest}]}))
    expect(others).toEqual([])
    expect(problem!.slice(0, problem!.indexOf(':'))).toBe(`periods[0].sections[0]${path}`)
    expect(problem).toMatch(reason)
  })
})

describe('a wrong plan JSON', () => {
  test.each<[string, (plan: any) => unknown, string[]]>([
    [
      'a missing name',
      (plan) => delete plan.periods[0].sections[0].goals[0].text,
      ['periods[0].sections[0].goals[0].text']
    ],
    ['no version', (plan) => delete plan.version, ['version']],
    [
      'a wrong value',
      (plan) => (plan.periods[0].sections[0].goals[0].tasks[0].text = 7),
      ['periods[0].sections[0].goals[0].tasks[0].text']
    ],
    ['a key too many', (plan) => (plan.fields[0].extra = 1), ['fields[0]']],
    ['a wrong day', (plan) => (plan.fiscalYear.start = 'July'), ['fiscalYear.start']],
    ['a wrong list', (plan) => (plan.periods = {}), ['periods']],
    ['another version', (plan) => (plan.version = 1), ['version']],
    [
      'the precision of a date that is none',
      (plan) =>
        (plan.periods[0].sections[0].notes[0].date = {value: null, precision: 'day', raw: 'soon'}),
      ['periods[0].sections[0].notes[0].date.precision']
    ],
    [
      'no words of a date that is none',
      (plan) => (plan.periods[0].sections[0].notes[0].date = {value: null, raw: ''}),
      ['periods[0].sections[0].notes[0].date.raw']
    ],
    [
      'a link that is called by no words of its text',
      (plan) => (plan.fields[0].links = [{kind: 'wiki', target: 'Pier', text: 'not there'}]),
      ['fields[0].links[0]']
    ],
    [
      'several',
      (plan) => ((plan.title = 1), (plan.heading = 2), (plan.periods[0].id = 3)),
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
    const said = fromJson(JSON.parse(JSON.stringify(built)))
    const ids: string[] = []
    visit(said, (node) => {
      if (!('id' in node)) return
      ids.push(node.id)
      node.id = ''
    })
    expect(ids).toEqual(['period-1', 'period-1/outcome-1', 'period-1/outcome-1/2030'])
    visit(built, (node) => void ('id' in node && (node.id = '')))
    expect(said).toEqual(built)
  })

  test.each<[string, unknown, string[]]>([
    ['another node', {type: 'root', children: []}, ['type: must be "plan"']],
    [
      'no children',
      {type: 'plan', title: null, heading: null, dialect: null, fiscalYear: null, source: null},
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
      planOf([period([{...outcome('Outcome 1', []), numbers: '1' as never}])]),
      ['children[0].children[0].numbers: must be object, not string']
    ],
    [
      'wrong numbers',
      planOf([period([{...outcome('Outcome 1', []), numbers: {outcome: 5} as never}])]),
      ['children[0].children[0].numbers.outcome: must be an array, not number']
    ],
    [
      'a section of no known type',
      planOf([period([{...outcome('Outcome 1', []), kind: 'chapter' as never}])]),
      [
        'children[0].children[0].kind: must be "outcome", "output", "program", "objective", "team", "strategy" or "group", not "chapter"'
      ]
    ],
    [
      'a date that no calendar has',
      planOf([
        {type: 'date', value: '2030-13-77', precision: 'day', raw: 'x'} as never,
        {type: 'date', value: '2030-08', precision: 'day', raw: 'x'} as never,
        {type: 'date', value: null, precision: 'day', raw: 'x'} as never,
        {type: 'date', value: null, precision: null, raw: 'February 30, 2031'} as never
      ]),
      [
        'children[0]: `2030-13-77` is not a date of the calendar',
        'children[1].precision: must be `month` for the value `2030-08`, not `day`',
        'children[2].precision: must be null for a date without a value, not `day`'
      ]
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
    expect(problems({...json, title: 7, fields: {}, periods: [{sections: [{}]}]})).toEqual([
      'title: must be a string, not number',
      'fields: must be an array, not object',
      'periods[0].sections[0].heading: is missing: must be a string'
    ])
  })
})
