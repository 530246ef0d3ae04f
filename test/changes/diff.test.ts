import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {diff} from '../../src/change/diff.ts'
import {parse, toJson} from '../../src/index.ts'
import {planPage} from '../arbitraries/plan-page.ts'
import {itemJson} from '../utils/item-json.ts'
import {lines, page} from './pages.ts'
import type {Change} from '../../src/change/types.ts'
import type {PlanJson} from '../../src/index.ts'

function json(source: string): PlanJson {
  return toJson(parse(source, {from: 'wikitext'}))
}

/** The changes between two pages without the names of their places. */
function changes(before: string, after: string): unknown[] {
  return diff(json(before), json(after)).map(brief)
}

function brief(change: Change): unknown[] {
  const {type, kind, title, parent} = change
  if (change.type === 'set') return [type, kind, title, change.fact, change.before, change.after]
  if (change.type === 'move')
    return [
      type,
      kind,
      title,
      parent?.title,
      change.index,
      change.to.parent?.title,
      change.to.index
    ]
  return [type, kind, title, parent?.title, change.index]
}

const outcome = 'Outcome 1 / Output 2'

describe('diff', () => {
  it('should tell of a status', () => {
    const before = json(page({goals: ['Wind the clocks {{In progress}}']}))
    const after = json(page({goals: ['Wind the clocks {{done}}']}))
    expect(diff(before, after)).toEqual([
      {
        type: 'set',
        kind: 'goal',
        id: 'q1/outcome-1-output-2/wind-the-clocks',
        title: 'Wind the clocks',
        parent: {kind: 'section', id: 'q1/outcome-1-output-2', title: outcome},
        index: 0,
        fact: 'status',
        before: {
          value: 'in-progress',
          label: 'In progress',
          form: 'template',
          raw: '{{In progress}}'
        },
        after: {value: 'done', label: 'Done', form: 'template', raw: '{{done}}'}
      }
    ])
  })

  it('should tell of a status that is set or cleared', () => {
    const [plain, set] = [page({goals: ['Clocks']}), page({goals: ['Clocks {{done}}']})]
    const done = expect.objectContaining({value: 'done'}) as unknown
    expect(changes(plain, set)).toEqual([['set', 'goal', 'Clocks', 'status', null, done]])
    expect(changes(set, plain)).toEqual([['set', 'goal', 'Clocks', 'status', done, null]])
  })

  it('should not tell of another spelling', () => {
    const before = page({goals: ['Clocks {{done}}'], updates: ['{{stalled}} No ink.']})
    const after = page({
      goals: ['Clocks <<Done>>'],
      date: '14 August 2030',
      updates: ['<<Stalled>> No ink.']
    })
    expect(changes(before, after)).toEqual([])
  })

  it('should tell of a heading once, whatever is worked out from it', () => {
    const before = lines('===== Wind the clocks =====', '* Find the key')
    const after = before.replace('Output 2', 'Output 3 (Boats)').replace('FY30/31', 'FY31/32')
    expect(changes(before, after)).toEqual([
      ['set', 'plan', heading('FY30/31'), 'heading', heading('FY30/31'), heading('FY31/32')],
      ['set', 'section', outcome, 'heading', outcome, 'Outcome 1 / Output 3 (Boats)']
    ])
  })

  it('should tell once of a heading that says the statement', () => {
    const before = page({goals: ['Clocks']}).replace('Output 2', 'Output 2: All ferries keep time')
    const after = before.replace('All ferries', 'Most ferries')
    expect(changes(before, after)).toEqual([
      [
        'set',
        'section',
        'Outcome 1 / Output 2: All ferries keep time',
        'heading',
        'Outcome 1 / Output 2: All ferries keep time',
        'Outcome 1 / Output 2: Most ferries keep time'
      ]
    ])
    expect(changes(before, page({goals: ['Clocks']}))).toHaveLength(1)
  })

  it('should tell of a thing that is new or gone with its place and all that it says', () => {
    const before = page({goals: ['Wind the clocks'], updates: ['Rain.']})
    const after = page({goals: ['Paint a boat', 'Wind the clocks']})
    expect(diff(json(before), json(after))).toEqual([
      {
        type: 'add',
        kind: 'goal',
        id: 'q1/outcome-1-output-2/paint-a-boat',
        title: 'Paint a boat',
        parent: {kind: 'section', id: 'q1/outcome-1-output-2', title: outcome},
        index: 0,
        value: itemJson('goal', 'q1/outcome-1-output-2/paint-a-boat', 'Paint a boat')
      },
      {
        type: 'remove',
        kind: 'note',
        id: 'q1/outcome-1-output-2/2030-08-14',
        title: '2030-08-14',
        parent: {kind: 'section', id: 'q1/outcome-1-output-2', title: outcome},
        index: 0,
        value: {
          id: 'q1/outcome-1-output-2/2030-08-14',
          date: {value: '2030-08-14', precision: 'day', raw: 'August 14, 2030'},
          updates: [{text: 'Rain.', statuses: [], links: [], updates: []}]
        }
      }
    ])
  })

  it('should tell of a task that moved to another goal, and of its change there', () => {
    const before = lines('===== Clocks =====', '* Find the key', '===== Bells =====', '* Cast them')
    const after = lines(
      '===== Clocks =====',
      '===== Bells =====',
      '* Cast them',
      '* Find the key {{done}}'
    )
    expect(changes(before, after)).toEqual([
      ['move', 'task', 'Find the key', 'Clocks', 0, 'Bells', 1],
      ['set', 'task', 'Find the key', 'status', null, expect.objectContaining({value: 'done'})]
    ])
  })

  it('should tell of the one thing that moved, not of those that stayed', () => {
    const before = page({goals: ['Wind the clocks', 'Hang the bells', 'Paint a boat']})
    const after = page({goals: ['Paint a boat', 'Wind the clocks', 'Hang the bells']})
    expect(changes(before, after)).toEqual([
      ['move', 'goal', 'Paint a boat', outcome, 2, outcome, 0]
    ])
  })

  it('should tell of what moved below a thing that is new', () => {
    const before = lines('===== Clocks =====', '* Find the key', '* Oil', '* Paint')
    const after = lines(
      '===== Clocks =====',
      '* Oil',
      '* Paint',
      '===== Keys =====',
      '* Find the key'
    )
    expect(changes(before, after)).toEqual([
      ['add', 'goal', 'Keys', outcome, 1],
      ['move', 'task', 'Find the key', 'Clocks', 0, 'Keys', 0]
    ])
  })

  it('should tell of changes in the order of the page', () => {
    const before = page({
      objectives: ['One clock a pier'],
      goals: ['Wind the clocks', 'Hang the bells'],
      updates: ['Rain.', 'The key was found.']
    })
    const after = page({
      objectives: ['Two clocks a pier'],
      goals: ['Hang the bells {{done}}', 'Paint a boat'],
      updates: ['Rain.', 'The key was found.', 'Oil came.']
    })
    expect(changes(before, after).map((change) => (change as string[]).slice(0, 3))).toEqual([
      ['set', 'objective', 'One clock a pier'],
      ['remove', 'goal', 'Wind the clocks'],
      ['set', 'goal', 'Hang the bells'],
      ['add', 'goal', 'Paint a boat'],
      ['add', 'update', 'Oil came.']
    ])
  })

  it('should take a plan as it takes plan JSON', () => {
    const [before, after] = ['Wind the clocks', 'Wind all clocks'].map((goal) =>
      parse(page({goals: [goal]}), {from: 'wikitext'})
    )
    expect(diff(before!, after!)).toEqual(diff(toJson(before!), toJson(after!)))
  })

  it('should say what is wrong with what is no plan', () => {
    expect(() => diff(null as never, json(page({})))).toThrow(TypeError)
    expect(() => diff(json(page({})), {version: 3} as never)).toThrow('version')
  })

  it('should tell of nothing between a plan and itself', () => {
    fc.assert(
      fc.property(planPage, ({page, plan}) => {
        const read = parse(page, {from: 'wikitext', title: plan.title})
        expect(diff(read, read)).toEqual([])
        expect(diff(json(page), json(page))).toEqual([])
      }),
      {numRuns: 50}
    )
  }, 60_000)
})

function heading(year: string): string {
  return `Program Goals and Status for ${year}`
}
