import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {match} from '../../src/change/match/match.ts'
import {nameOf} from '../../src/change/facts.ts'
import {toEntities} from '../../src/change/entities.ts'
import {parse} from '../../src/index.ts'
import {planPage} from '../arbitraries/plan-page.ts'
import {lines, page} from './pages.ts'
import type {Entity} from '../../src/change/entities.ts'
import type {MatchOptions} from '../../src/change/match/match.ts'

/** The things of a page. */
function read(source: string): Entity {
  return toEntities(parse(source, {from: 'wikitext'}))
}

function all(thing: Entity): Entity[] {
  return [thing, ...thing.children.flatMap(all)]
}

/** What became of each thing of a kind: its name before, and after (`null` where it is gone). */
function paired(
  kind: Entity['kind'],
  before: Entity,
  after: Entity,
  options?: MatchOptions
): [string, string | null][] {
  const {afterOf} = match(before, after, options)
  return all(before)
    .filter((thing) => thing.kind === kind)
    .map((thing) => {
      const partner = afterOf.get(thing)
      return [nameOf(thing), partner ? nameOf(partner) : null]
    })
}

const content = {by: 'content'} as const

describe('match', () => {
  it('should pair a goal by its content where its title changed', () => {
    const before = read(page({goals: ['Wind the clocks', 'Hang the bells']}))
    const after = read(page({goals: ['Wind all clocks', 'Hang the bells']}))
    expect(paired('goal', before, after, content)).toEqual([
      ['Wind the clocks', 'Wind all clocks'],
      ['Hang the bells', 'Hang the bells']
    ])
  })

  it('should pair a goal by its id where all of it changed', () => {
    const before = read(page({goals: ['Wind the clocks', 'Hang the bells']}))
    const after = read(page({goals: ['Paint a boat', 'Hang the bells']}))
    const [goal] = all(before).filter(({kind}) => kind === 'goal')
    const [changed] = all(after).filter(({kind}) => kind === 'goal')
    changed!.id = goal!.id
    expect(paired('goal', before, after)).toEqual([
      ['Wind the clocks', 'Paint a boat'],
      ['Hang the bells', 'Hang the bells']
    ])
  })

  it('should not pair a goal with another that only stands in its place', () => {
    const before = read(page({goals: ['Wind the clocks', 'Hang the bells']}))
    const after = read(page({goals: ['Paint a boat', 'Hang the bells']}))
    expect(paired('goal', before, after)).toEqual([
      ['Wind the clocks', null],
      ['Hang the bells', 'Hang the bells']
    ])
  })

  it('should pair a goal by its tasks where its title changed', () => {
    const before = read(lines('===== Wind the clocks =====', '* Find the key', '* Oil the spring'))
    const after = read(lines('===== Time =====', '* Find the key', '* Oil the spring'))
    expect(paired('goal', before, after, content)).toEqual([['Wind the clocks', 'Time']])
  })

  it('should pair a task that moved to another goal', () => {
    const before = read(
      lines('===== Wind the clocks =====', '* Find the key', '===== Hang the bells =====', '* Cast')
    )
    const after = read(
      lines('===== Wind the clocks =====', '===== Hang the bells =====', '* Cast', '* Find the key')
    )
    expect(paired('task', before, after, content)).toEqual([
      ['Find the key', 'Find the key'],
      ['Cast', 'Cast']
    ])
  })

  it('should pair a goal that moved to another outcome', () => {
    const before = read(
      page({goals: ['Wind the clocks', 'Hang the bells'], more: ['Paint a boat']})
    )
    const after = read(page({goals: ['Hang the bells'], more: ['Paint a boat', 'Wind the clocks']}))
    expect(paired('goal', before, after, content)).toEqual([
      ['Wind the clocks', 'Wind the clocks'],
      ['Hang the bells', 'Hang the bells'],
      ['Paint a boat', 'Paint a boat']
    ])
  })

  it('should tell twins apart by what stands below them', () => {
    const before = read(lines('===== Clocks =====', '* North', '===== Clocks =====', '* South'))
    const after = read(lines('===== Clocks {{done}} =====', '* South'))
    expect(paired('task', before, after, content)).toEqual([
      ['North', null],
      ['South', 'South']
    ])
  })

  it('should pair a single objective that changed, whatever it says now', () => {
    const before = read(page({objectives: ['One clock a pier', 'Large letters', 'No fog']}))
    const after = read(page({objectives: ['One clock a pier', 'Ink', 'No fog']}))
    expect(paired('objective', before, after)).toEqual([
      ['One clock a pier', 'One clock a pier'],
      ['Large letters', 'Ink'],
      ['No fog', 'No fog']
    ])
  })

  it('should not pair objectives of which nothing is left', () => {
    const before = read(page({objectives: ['One clock a pier', 'Large letters', 'No fog']}))
    const after = read(page({objectives: ['One clock a pier', 'Ink', 'Paper', 'No fog']}))
    expect(paired('objective', before, after)).toEqual([
      ['One clock a pier', 'One clock a pier'],
      ['Large letters', null],
      ['No fog', 'No fog']
    ])
  })

  it('should pair an update that reads alike among others that were added', () => {
    const before = read(page({updates: ['The key was under the mat.']}))
    const after = read(page({updates: ['Oil came.', 'The key was found under the mat.', 'Rain.']}))
    expect(paired('update', before, after)).toEqual([
      ['The key was under the mat.', 'The key was found under the mat.']
    ])
  })

  it('should pair an update that moved and has something new below it', () => {
    const [before, after] = [
      ['* Wind the clocks.', '** {{done}}', '* {{blocked}}', '* Ring.'],
      ['* Ring.', '** {{blocked}}', '*** Oil.', '** Wind the clocks.', '*** {{done}}', '*** Wait.']
    ].map((updates) => read(['=== Outcome 1 ===', '==== Status ====', ...updates, ''].join('\n')))
    const {afterOf} = match(before!, after!)
    const pairs = [...afterOf].filter(([{kind}]) => kind === 'update')
    expect(pairs.length).toBe(4)
    for (const [a, b] of pairs) expect(b.facts).toEqual(a.facts)
  })

  it('should pair an update by its statuses where nothing is left of its text', () => {
    const [before, after] = [
      ['* {{done}}', '* {[blocked}} The wind.'],
      ['* {{done}}', '* Rain.', '* {[blocked}} No ink.', '* Snow.']
    ].map((updates) => read(['=== Outcome 1 ===', '==== Status ====', ...updates, ''].join('\n')))
    expect(paired('update', before!, after!)).toEqual([
      ['', ''],
      ['The wind.', 'No ink.']
    ])
  })

  it('should pair equal updates in their order', () => {
    const before = read(page({updates: ['Rain.', 'The key was found.', 'Rain.']}))
    const after = read(page({updates: ['The key was found.', 'Rain.']}))
    const {beforeOf} = match(before, after)
    const updates = all(before).filter(({kind}) => kind === 'update')
    const found = all(after).filter(({kind}) => kind === 'update')
    expect(found.map((thing) => updates.indexOf(beforeOf.get(thing)!))).toEqual([1, 2])
  })

  it('should pair a note whose day was corrected by its updates', () => {
    const before = read(page({updates: ['The key was found.'], date: 'August 14, 2030'}))
    const after = read(page({updates: ['The key was found.'], date: 'August 15, 2030'}))
    expect(paired('note', before, after, content)).toEqual([['2030-08-14', '2030-08-15']])
  })

  it('should not pair an outcome with one of another number', () => {
    const before = read(lines('=== Outcome 1 / Output 1 ===', '* Ink'))
    const after = read(lines('=== Outcome 1 / Output 2 ===', '* Paper and glue', '* Water'))
    expect(paired('section', before, after, content).at(-1)![1]).toBeNull()
  })

  it('should pair everything of a page with itself, in place', () => {
    fc.assert(
      fc.property(planPage, fc.constantFrom('id', 'content'), ({page}, by) => {
        const [before, after] = [all(read(page)), all(read(page))]
        const {afterOf} = match(before[0]!, after[0]!, {by})
        expect(before.map((thing) => after.indexOf(afterOf.get(thing)!))).toEqual([...after.keys()])
      }),
      {numRuns: 50}
    )
  }, 60_000)

  it('should pair each thing once, with one of its kind', () => {
    fc.assert(
      fc.property(planPage, planPage, fc.constantFrom('id', 'content'), (a, b, by) => {
        const {afterOf, beforeOf} = match(read(a.page), read(b.page), {by})
        expect(afterOf.size).toBe(beforeOf.size)
        for (const [before, after] of afterOf) {
          expect(beforeOf.get(after)).toBe(before)
          expect(after.kind).toBe(before.kind)
        }
      }),
      {numRuns: 50}
    )
  }, 60_000)
})
