/**
 * A sweep over pages that mix all constructs at random, against Parsoid and against the preprocessor of MediaWiki's
 * own parser.
 *
 * `RUNS=2000` draws more pages, `SEED=random` or a number others.
 */
import fc from 'fast-check'
import {afterAll, describe, expect, test} from 'vitest'
import {mixture} from '../arbitraries/mixture.ts'
import {callRanges} from './call-ranges.ts'
import {compare} from './compare.ts'
import {parseTreeRanges} from './parse-tree.ts'
import {constructs} from './ranges.ts'
import {
  parsoidClasses,
  preprocessorClasses,
  reasonOf,
  type DifferenceClass
} from './sweep-differences.ts'
import {Tally} from './tally.ts'
import {hasWiki} from './wiki.ts'

/** What both see, and what only one sees, each as `template 4-11`. */
interface Found {
  agreed: string[]
  ours: string[]
  theirs: string[]
}

const numRuns = Number(process.env['RUNS'] ?? 300)
const pages = [...new Set(fc.sample(mixture, numRuns))]

/** How many pages one test compares. */
const batch = 25

describe.skipIf(!hasWiki)('mixtures of all constructs', {concurrent: true}, () => {
  sweep('MediaWiki’s preprocessor', preprocessorClasses, [], async (page) => {
    const ours = callRanges(page)
    const theirs = await parseTreeRanges(page)
    return {
      agreed: ours.filter((range) => theirs.includes(range)).map(kindOf),
      ours: ours.filter((range) => !theirs.includes(range)),
      theirs: theirs.filter((range) => !ours.includes(range))
    }
  })

  sweep('Parsoid', parsoidClasses, constructs, async (page) => {
    const {agreed, ours, parsoid} = await compare(page)
    return {agreed, ours, theirs: parsoid}
  })
})

/** Compares all pages, and counts what agrees and differs; each difference has to have a reason. */
function sweep(
  other: string,
  classes: readonly DifferenceClass[],
  kinds: readonly string[],
  find: (page: string) => Promise<Found>
): void {
  const tally = new Tally(`Mixtures held against ${other}`, kinds)

  describe(`${other} sees what we see`, () => {
    for (let at = 0; at < pages.length; at += batch) {
      test(`on pages from ${at} on`, async () => {
        const unexplained = await Promise.all(pages.slice(at, at + batch).map(unexplainedOn))
        expect(unexplained.flat()).toEqual([])
      })
    }
  })

  afterAll(() => console.log(tally.print()))

  async function unexplainedOn(page: string): Promise<string[]> {
    const {agreed, ours, theirs} = await find(page)
    const differing = [
      ...ours.map((range) => ['ours', range] as const),
      ...theirs.map((range) => ['theirs', range] as const)
    ].map(([side, range]) => ({side, range, reason: reasonOf(classes, page, side, range)}))
    tally.add(
      agreed,
      differing.map(({range, reason}) => [kindOf(range), reason])
    )
    return differing
      .filter(({reason}) => reason === undefined)
      .map(({side, range}) => `${side}: ${range} of ${JSON.stringify(page)}`)
  }
}

function kindOf(range: string): string {
  return range.replace(/ .*/, '')
}
