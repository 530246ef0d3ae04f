/**
 * Law 6 for what compares plans: work grows with their length and no faster, for pages made to be alike, or
 * not alike, in as many ways as there are.
 */
import {describe, expect, it} from 'vitest'
import {diff} from '../../src/change/diff.ts'
import {mergeEntities} from '../../src/change/merge/merge-entities.ts'
import {mergeTexts} from '../../src/change/merge/merge-texts.ts'
import {summarize} from '../../src/change/summarize.ts'
import {toEntities} from '../../src/change/entities.ts'
import {parse} from '../../src/index.ts'
import {startCounting} from '../utils/work.ts'
import {lines, page} from './pages.ts'
import type {Plan} from '../../src/index.ts'

const countWork = startCounting()

const small = 500
const large = 8 * small
const limit = 10

/** Two pages of some size. */
type Pair = (size: number) => [before: string, after: string]

function list(size: number, item: (at: number) => string): string[] {
  return Array.from({length: size}, (_, at) => item(at))
}

function tasks(size: number, item: (at: number) => string): string {
  return lines('===== Wind the clocks =====', ...list(size, (at) => `* ${item(at)}`))
}

/** A number that is as long as any other. */
function digits(number: number): string {
  return String(number).padStart(5, '0')
}

const pairs: [name: string, pair: Pair][] = [
  ['tasks that are all the same', (n) => [tasks(n, () => 'a'), tasks(n + 1, () => 'a')]],
  ['tasks in another order', (n) => [tasks(n, (at) => `k${at}`), tasks(n, (at) => `k${n - at}`)]],
  [
    'tasks that all read alike',
    (n) => [
      tasks(n, (at) => `Find the key of pier ${digits((at * 7919) % n)} now`),
      tasks(n, (at) => `Find a key of pier ${digits((at * 7919) % n)} soon`)
    ]
  ],
  [
    'tasks with nothing in common',
    (n) => [tasks(n, (at) => at.toString(36)), tasks(n, (at) => `x${at.toString(5)}y`)]
  ],
  ['two words by turns', (n) => [tasks(n, (at) => 'ab'[at % 2]!), tasks(n, (at) => 'ba'[at % 2]!)]],
  [
    'goals that moved to another outcome',
    (n) => {
      const goals = list(n, (at) => `Lamp ${at}`)
      return [page({goals, more: ['Rain']}), page({goals: ['Rain'], more: goals})]
    }
  ],
  [
    'updates that all changed',
    (n) => [
      page({updates: list(n, (at) => `The ${digits(at)} bells rang.`)}),
      page({updates: list(n, (at) => `All ${digits(at)} bells rang twice.`)})
    ]
  ],
  [
    'updates by turns of two notes',
    (n) => [
      page({updates: list(n, () => 'a')}),
      page({updates: list(2 * n, (at) => 'ab'[at % 2]!)})
    ]
  ]
]

function read(source: string): Plan {
  return parse(source, {from: 'wikitext'})
}

/** How many times the work of a small page that of a large one takes. */
function growth(work: (size: number) => () => void): number {
  const [less, more] = [small, large].map((size) => countWork(work(size)))
  return more! / less!
}

describe.each(pairs)('%s', (_, pair) => {
  it('should be compared in work by their length only', () => {
    const work = (size: number) => {
      const [before, after] = pair(size).map(read)
      return () => void summarize(diff(before!, after!))
    }
    expect(growth(work)).toBeLessThan(limit)
  })

  it('should be merged in work by their length only', () => {
    const work = (size: number) => {
      const [before, after] = pair(size)
      const plans = [before, after, before.replace('clocks', 'bells')]
      const [base, mine, theirs] = plans.map((source) => toEntities(read(source)))
      return () => void mergeEntities(base!, mine!, theirs!)
    }
    expect(growth(work)).toBeLessThan(limit)
  })

  it('should be merged as texts in work by their length only', () => {
    const work = (size: number) => {
      const [before, after] = pair(size)
      const texts = {base: before, mine: after, theirs: `${before}x\n`}
      const isAny = (): boolean => true
      const placeOn = {mine: () => -1, theirs: () => -1}
      return () =>
        void mergeTexts({...texts, isOfPlan: isAny, isPlain: isAny, isSameStatus: isAny, placeOn})
    }
    expect(growth(work)).toBeLessThan(limit)
  })
})
