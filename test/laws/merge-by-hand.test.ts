/**
 * Merging what people wrote into a page by hand: whoever is first, the same page comes out, with all that either side
 * wrote, or a conflict that names what both changed.
 */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {describeConflict} from '../../src/change/merge/describe-conflict.ts'
import {editByHand, handEdits} from '../arbitraries/hand-edits.ts'
import {diff, merge, parse} from '../../src/index.ts'
import type {Change, Conflict} from '../../src/index.ts'
import {fixtures, generated} from './put-sources.ts'

const numRuns = Number(process.env['RUNS'] ?? 300)
const timeout = Math.max(600_000, numRuns * 400)

const pages: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...fixtures.map(({page}) => page).filter(({length}) => length < 5000)),
  generated.map(({page}) => page)
)

function changes(before: string, after: string): Change[] {
  return diff(parse(before, {from: 'wikitext'}), parse(after, {from: 'wikitext'}))
}

function mirrored(conflict: Conflict): unknown {
  return {...conflict, mine: conflict.theirs, theirs: conflict.mine}
}

/** How often a page has each of its words. */
function wordsOf(page: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of page.matchAll(/[\p{L}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Words that a merged page lost, or has more often than either side and both together make it. */
export function lostWords(base: string, mine: string, theirs: string, merged: string): string[] {
  const [was, own, other, now] = [base, mine, theirs, merged].map(wordsOf)
  const all = new Set([base, mine, theirs, merged].flatMap((page) => [...wordsOf(page).keys()]))
  const count = (words: Map<string, number> | undefined, word: string): number =>
    words?.get(word) ?? 0
  return [...all].flatMap((word) => {
    const [b, m, t, n] = [was, own, other, now].map((words) => count(words, word)) as [
      number,
      number,
      number,
      number
    ]
    // Where both put a word in, or took it out, or it stands in several places, it may be one change or two; what
    // one took out the other may have put elsewhere.
    const isShared = (m - b) * (t - b) > 0 || Math.max(b, m, t) > 1
    const least = isShared ? Math.min(m, t, m + t - b) : m + t - b
    const fits = n >= least && n <= Math.max(m, t, m + t - b)
    return fits ? [] : [`${word}: ${b}, ${m} and ${t} times, merged ${n}`]
  })
}

/**
 * What a side changed and the merged page does not say, by the differences of the pages; of things that have a name, as
 * two others cannot be told apart.
 */
export function lostChanges(base: string, side: string, merged: string): string[] {
  const key = ({type, kind, id, title, index, parent, ...rest}: Change): string =>
    JSON.stringify([type, kind, id, title, index, parent?.id, 'fact' in rest ? rest.fact : null])
  const own = new Set(
    changes(side, base)
      .filter(({type, title}) => type === 'set' && title !== '')
      .map(key)
  )
  return changes(side, merged).flatMap((change) => (own.has(key(change)) ? [key(change)] : []))
}

describe('merge of pages edited by hand', () => {
  it('should give all that both wrote, whoever is first, or a conflict', {timeout}, () => {
    const property = fc.property(
      pages,
      handEdits('mine'),
      handEdits('theirs'),
      (base, own, others) => {
        const [mine, theirs] = [editByHand(base, own), editByHand(base, others)]
        const {page, conflicts} = merge(base, mine, theirs)
        expect(merge(base, theirs, mine)).toEqual({page, conflicts: conflicts.map(mirrored)})
        if (page === null) {
          expect(conflicts).not.toEqual([])
          for (const conflict of conflicts) expect(describeConflict(conflict)).not.toBe('')
          return
        }
        expect(lostWords(base, mine, theirs, page)).toEqual([])
        expect(lostChanges(base, mine, page)).toEqual([])
        expect(lostChanges(base, theirs, page)).toEqual([])
      }
    )
    fc.assert(property, {numRuns})
  })

  it(
    'should give what one side wrote where the other wrote nothing, or the same',
    {timeout},
    () => {
      const property = fc.property(pages, handEdits('mine'), (base, own) => {
        const mine = editByHand(base, own)
        for (const [left, right] of [
          [mine, base],
          [base, mine],
          [mine, mine]
        ] as const)
          expect(merge(base, left, right)).toEqual({page: mine, conflicts: []})
      })
      fc.assert(property, {numRuns: Math.ceil(numRuns / 3)})
    }
  )
})
