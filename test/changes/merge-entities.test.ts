import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {mergeEntities} from '../../src/change/merge/merge-entities.ts'
import {jsonOf, toEntities} from '../../src/change/entities.ts'
import {fromJson, parse, toJson} from '../../src/index.ts'
import {areAtOdds, edited, editsOf, everything, outcomesOf, removeFrom, titledOf} from './edits.ts'
import {planPage} from '../arbitraries/plan-page.ts'
import {lines, page} from './pages.ts'
import {said} from './said.ts'
import type {Edit} from './edits.ts'
import type {Conflict} from '../../src/change/types.ts'
import type {MatchOptions} from '../../src/change/match/match.ts'
import type {PlanJson} from '../../src/index.ts'

function json(source: string): PlanJson {
  return toJson(parse(source, {from: 'wikitext'}))
}

/** Statuses that no page of the others has. */
const vocabulary = {
  statuses: [
    {value: 'so-done', label: 'So done'},
    {value: 'so-postponed', label: 'So postponed'}
  ]
}

/** What three plans merge to, and what they contradict each other in. */
function merged(
  [base, mine, theirs]: [PlanJson, PlanJson, PlanJson],
  options?: MatchOptions
): {plan: PlanJson; conflicts: Conflict[]} {
  const [a, b, c] = [base, mine, theirs].map((plan) => toEntities(fromJson(plan, {vocabulary})))
  const {merged, conflicts} = mergeEntities(a!, b!, c!, options)
  return {plan: jsonOf(merged), conflicts}
}

function mergePages(
  base: string,
  mine: string,
  theirs: string
): {plan: PlanJson; conflicts: unknown[]} {
  const {plan, conflicts} = merged([json(base), json(mine), json(theirs)])
  return {plan, conflicts: conflicts.map(brief)}
}

function brief(conflict: Conflict): unknown[] {
  if (conflict.type === 'text') return [conflict.type]
  const {type, kind, title, base, mine, theirs} = conflict
  const values = [base, mine, theirs].map(
    (value: any) => value?.value ?? value?.parent?.title ?? value
  )
  return conflict.type === 'set'
    ? [type, kind, title, conflict.fact, ...values]
    : [type, kind, title]
}

describe('mergeEntities', () => {
  it('should combine changes to different facts of one thing', () => {
    const base = lines('===== Wind the clocks =====', '* Find the key')
    const mine = lines('===== Wind the clocks {{done}} =====', '* Find the key')
    const theirs = lines('===== [stretch] Wind all clocks =====', '* Find the key', '* Oil')
    const both = lines('===== [stretch] Wind all clocks {{done}} =====', '* Find the key', '* Oil')
    for (const result of [mergePages(base, mine, theirs), mergePages(base, theirs, mine)]) {
      expect(result.conflicts).toEqual([])
      expect(said(result.plan)).toEqual(said(json(both)))
    }
  })

  it('should combine a status of an update with another sentence', () => {
    const base = page({updates: ['{{stalled}} No ink.']})
    const mine = page({updates: ['{{done}} No ink.']})
    const theirs = page({updates: ['{{stalled}} No [[ink]] came, it is {{In progress}}.']})
    const both = page({updates: ['{{done}} No [[ink]] came, it is {{In progress}}.']})
    expect(said(mergePages(base, mine, theirs).plan)).toEqual(said(json(both)))
    expect(said(mergePages(base, theirs, mine).plan)).toEqual(said(json(both)))
  })

  it('should take a note that both sides added as one', () => {
    const base = page({goals: ['Wind the clocks']})
    const both = page({goals: ['Wind the clocks'], updates: ['Rain.']})
    const {plan, conflicts} = mergePages(base, both, both)
    expect(conflicts).toEqual([])
    expect(said(plan)).toEqual(said(json(both)))
  })

  it('should bring updates of a day together that both sides have a note of', () => {
    const base = page({goals: ['Wind the clocks']})
    const mine = page({goals: ['Wind the clocks'], updates: ['Rain.', 'Oil came.']})
    const theirs = page({goals: ['Wind the clocks'], updates: ['Fog.', 'Rain.']})
    const {plan, conflicts} = mergePages(base, mine, theirs)
    expect(conflicts).toEqual([])
    expect(said(plan)).toEqual(
      said(json(page({goals: ['Wind the clocks'], updates: ['Fog.', 'Rain.', 'Oil came.']})))
    )
  })

  it('should put notes that both sides added in the order of their days', () => {
    const notes = (...days: string[]): string =>
      lines('===== A =====', '==== Status ====', ...days.flatMap((day) => [`Note: ${day}`, '* x']))
    const base = notes('July 1, 2030', 'August 1, 2030')
    const mine = notes('July 1, 2030', 'August 1, 2030', 'October 1, 2030')
    const theirs = notes('July 1, 2030', 'August 1, 2030', 'September 1, 2030')
    const up = ['July 1, 2030', 'August 1, 2030', 'September 1, 2030', 'October 1, 2030']
    expect(said(mergePages(base, mine, theirs).plan)).toEqual(said(json(notes(...up))))
    expect(said(mergePages(base, theirs, mine).plan)).toEqual(said(json(notes(...up))))
  })

  it('should put goals that both sides added in one place both there, in an order of their own', () => {
    const base = page({goals: ['A', 'B']})
    const mine = page({goals: ['A', 'Paint a boat', 'B']})
    const theirs = page({goals: ['A', 'Hang the bells', 'B', 'Sweep']})
    const both = ['A', 'Hang the bells', 'Paint a boat', 'B', 'Sweep']
    for (const {plan} of [mergePages(base, mine, theirs), mergePages(base, theirs, mine)])
      expect(said(plan)).toEqual(said(json(page({goals: both}))))
  })

  it('should combine a move with a change of what moved', () => {
    const base = page({goals: ['Wind the clocks', 'Paint a boat'], more: ['Hang the bells']})
    const mine = page({goals: ['Paint a boat'], more: ['Hang the bells', 'Wind the clocks']})
    const theirs = page({
      goals: ['Wind the clocks {{done}}', 'Paint a boat'],
      more: ['Hang the bells']
    })
    const both = page({
      goals: ['Paint a boat'],
      more: ['Hang the bells', 'Wind the clocks {{done}}']
    })
    for (const result of [mergePages(base, mine, theirs), mergePages(base, theirs, mine)]) {
      expect(result.conflicts).toEqual([])
      expect(said(result.plan)).toEqual(said(json(both)))
    }
  })

  it('should report two statuses of one goal', () => {
    const base = page({goals: ['Wind the clocks', 'Bells']})
    const mine = page({goals: ['Wind the clocks {{done}}', 'Bells']})
    const theirs = page({goals: ['Wind the clocks {{stalled}}', 'Bells']})
    expect(mergePages(base, mine, theirs).conflicts).toEqual([
      ['set', 'goal', 'Wind the clocks', 'status', null, 'done', 'stalled']
    ])
  })

  it('should report two texts in place of one', () => {
    const base = page({objectives: ['One clock a pier']})
    const mine = page({objectives: ['Two clocks a pier']})
    const theirs = page({objectives: ['Ink']})
    expect(mergePages(base, mine, theirs).conflicts).toEqual([
      [
        'set',
        'objective',
        'One clock a pier',
        'text',
        'One clock a pier',
        'Two clocks a pier',
        'Ink'
      ]
    ])
  })

  it('should report a goal that both sides added with different statuses', () => {
    const mine = page({goals: ['Bells', 'Wind the clocks {{done}}']})
    const theirs = page({goals: ['Bells', 'Wind the clocks {{stalled}}']})
    expect(mergePages(page({goals: ['Bells']}), mine, theirs).conflicts).toEqual([
      ['set', 'goal', 'Wind the clocks', 'status', null, 'done', 'stalled']
    ])
  })

  it('should report what one side removed and the other changed', () => {
    const base = lines('===== Wind the clocks =====', '* Find the key', '===== Bells =====')
    const gone = lines('===== Bells =====')
    const changed = lines(
      '===== Wind the clocks =====',
      '* Find the key {{done}}',
      '===== Bells ====='
    )
    const added = lines(
      '===== Wind the clocks =====',
      '* Find the key',
      '* Oil',
      '===== Bells ====='
    )
    expect(mergePages(base, gone, changed).conflicts).toEqual([['remove', 'task', 'Find the key']])
    expect(mergePages(base, added, gone).conflicts).toEqual([['remove', 'goal', 'Wind the clocks']])
  })

  it('should let a removal be where the other side changed nothing of it', () => {
    const base = lines('===== Wind the clocks =====', '* Find the key', '===== Bells =====')
    const gone = lines('===== Bells =====')
    const other = lines(
      '===== Wind the clocks =====',
      '* Find the key',
      '===== Bells {{done}} ====='
    )
    const {plan, conflicts} = mergePages(base, gone, other)
    expect(conflicts).toEqual([])
    expect(said(plan)).toEqual(said(json(lines('===== Bells {{done}} ====='))))
  })

  it('should report a thing that both sides moved, each to its place', () => {
    const of = (...goals: string[][]): string =>
      lines(
        ...goals.flatMap(([title, ...tasks]) => [
          `===== ${title} =====`,
          ...tasks.map((task) => `* ${task}`)
        ])
      )
    const base = of(['A', 'Find the key'], ['B'], ['C'])
    const mine = of(['A'], ['B', 'Find the key'], ['C'])
    const theirs = of(['A'], ['B'], ['C', 'Find the key'])
    const {conflicts} = merged([json(base), json(mine), json(theirs)])
    expect(conflicts).toMatchObject([
      {
        type: 'move',
        title: 'Find the key',
        base: {parent: {title: 'A'}, index: 0},
        mine: {parent: {title: 'B'}, index: 0},
        theirs: {parent: {title: 'C'}, index: 0}
      }
    ])
  })

  it('should report two tasks that were each put below the other', () => {
    const base = lines('===== A =====', '* Oil', '* Find the key')
    const mine = lines('===== A =====', '* Oil', '** Find the key')
    const theirs = lines('===== A =====', '* Find the key', '** Oil')
    const {plan, conflicts} = merged([json(base), json(mine), json(theirs)])
    expect(conflicts.map(({type}) => type)).toContain('move')
    expect(JSON.stringify(plan)).toContain('Oil')
  })

  const options = fc.constantFrom<MatchOptions>({by: 'id'}, {by: 'content'})

  it('should give what one side made where the other made nothing, or the same', () => {
    fc.assert(
      fc.property(planPage, planPage, options, (a, b, options) => {
        const [base, other] = [json(a.page), json(b.page)]
        for (const plans of [
          [base, other, base],
          [base, base, other],
          [base, other, other]
        ] as [PlanJson, PlanJson, PlanJson][]) {
          const {plan, conflicts} = merged(plans, options)
          expect(conflicts).toEqual([])
          expect(said(plan)).toEqual(said(other))
        }
      }),
      {numRuns: 50}
    )
  }, 60_000)

  it('should combine edits that are not at odds, in either order', () => {
    const cases = planPage.chain(({plan}) =>
      fc.record({
        plan: fc.constant(plan),
        mine: editsOf(plan, 'my'),
        theirs: editsOf(plan, 'their')
      })
    )
    fc.assert(
      fc.property(cases, options, ({plan, mine, theirs}, options) => {
        const other = theirs.filter((edit) => mine.every((own) => !areAtOdds(edit, own)))
        const [left, right] = [edited(plan, mine), edited(plan, other)]
        const expected = said(edited(plan, [...mine, ...other]), true)
        for (const plans of [
          [plan, left, right],
          [plan, right, left]
        ] as [PlanJson, PlanJson, PlanJson][]) {
          const result = merged(plans, options)
          expect(result.conflicts).toEqual([])
          expect(said(result.plan, true)).toEqual(expected)
        }
      }),
      {numRuns: 100}
    )
  }, 60_000)

  it('should report each two edits of one fact, and combine the rest', () => {
    const cases = planPage
      .filter(({plan}) => titledOf(plan).length > 0)
      .chain(({plan}) =>
        fc.record({
          plan: fc.constant(plan),
          which: fc.nat(50),
          makers: fc.constantFrom(...atOdds),
          mine: editsOf(plan, 'my'),
          theirs: editsOf(plan, 'their')
        })
      )
    fc.assert(
      fc.property(cases, options, ({plan, which, makers, mine, theirs}, options) => {
        const {id} = titledOf(plan)[which % titledOf(plan).length]!
        const [own, other] = [makers.mine(id, plan), makers.theirs(id, plan)]
        const rest = [...mine, ...theirs].filter(
          (edit) => !areAtOdds(edit, own) && !areAtOdds(edit, other)
        )
        const [mineRest, theirRest] = [
          mine.filter((edit) => rest.includes(edit)),
          theirs.filter((edit) => rest.includes(edit) && mine.every((one) => !areAtOdds(edit, one)))
        ]
        const left = edited(plan, [...mineRest, own])
        const right = edited(plan, [...theirRest, other])
        const {conflicts} = merged([plan, left, right], options)
        expect(conflicts).toMatchObject([{type: makers.type, id}])
      }),
      {numRuns: 100}
    )
  }, 60_000)

  it('should give the same things in either order where nothing is at odds', () => {
    const cases = planPage.chain(({plan}) =>
      fc.record({plan: fc.constant(plan), mine: editsOf(plan, 'a'), theirs: editsOf(plan, 'b')})
    )
    fc.assert(
      fc.property(cases, options, ({plan, mine, theirs}, options) => {
        const [left, right] = [edited(plan, mine), edited(plan, theirs)]
        const [one, other] = [
          merged([plan, left, right], options),
          merged([plan, right, left], options)
        ]
        expect(other.conflicts.length).toBe(one.conflicts.length)
        if (one.conflicts.length === 0) expect(said(other.plan, true)).toEqual(said(one.plan, true))
      }),
      {numRuns: 100}
    )
  }, 60_000)
})

/** Pairs of edits of one thing that contradict each other. */
const atOdds = [
  {type: 'set', mine: statusOf('done'), theirs: statusOf('postponed')},
  {type: 'remove', mine: removal, theirs: statusOf('postponed')},
  {type: 'remove', mine: statusOf('done'), theirs: removal}
]

function statusOf(value: string): (id: string) => Edit {
  return (id) => ({
    name: `set status of ${id} to ${value}`,
    touches: [`${id}#status`],
    apply: (plan) => {
      const titled = titledOf(plan).find((titled) => titled.id === id)!
      const label = `So ${value}`
      titled.status = {value: `so-${value}`, label, form: 'template', raw: `{{${label}}}`}
    }
  })
}

function removal(id: string, plan: PlanJson): Edit {
  return {
    name: `remove ${id}`,
    touches: everything(titledOf(plan).find((titled) => titled.id === id)!),
    apply: (plan) => {
      for (const {goals} of outcomesOf(plan)) removeFrom(goals, id)
      for (const {tasks} of titledOf(plan)) removeFrom(tasks, id)
    }
  }
}
