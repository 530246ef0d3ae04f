/**
 * A sweep over pages that mix all constructs at random, against Parsoid and against the preprocessor of MediaWiki's
 * own parser.
 *
 * `RUNS=2000` draws more pages, `SEED=random` or a number others. What it finds on the pages that it draws by itself
 * stands in `docs/wikitext-compared.md`; `vitest -u` writes it anew.
 */
import fc from 'fast-check'
import {afterAll, describe, expect, test} from 'vitest'
import {mixture} from '../arbitraries/mixture.ts'
import {callRanges} from './call-ranges.ts'
import {compare} from './compare.ts'
import {parseTreeRanges} from './parse-tree.ts'
import {constructs} from './ranges.ts'
import {
  classOf,
  comparedPage,
  parsoidClasses,
  preprocessorClasses,
  type DifferenceClass
} from './sweep-differences.ts'
import {document, type Comparison} from './sweep-document.ts'
import {Tally} from './tally.ts'
import {hasWiki} from './wiki.ts'

/** What both see, as constructs, and what only one sees, each as `template 4-11`. */
interface Found {
  agreed: string[]
  ours: string[]
  theirs: string[]
}

const numRuns = Number(process.env['RUNS'] ?? 300)
const pages = [...new Set(fc.sample(mixture, numRuns))]

/** How many pages one test compares. */
const batch = 25

/** What the preprocessor sees, in the order of the table. */
const preprocessed = [
  ...constructs.filter((construct) => construct.startsWith('heading')),
  ...['template', 'argument', 'argumentName', 'parameter', 'extension', 'comment', 'ignore']
]

const comparisons: Comparison[] = []

describe.skipIf(!hasWiki)('mixtures of all constructs', {concurrent: true}, () => {
  sweep('MediaWiki’s preprocessor', preprocessorClasses, preprocessed, pages, async (page) => {
    const ours = callRanges(page)
    const theirs = await parseTreeRanges(page)
    return {
      agreed: ours.filter((range) => theirs.includes(range)).map(kindOf),
      ours: ours.filter((range) => !theirs.includes(range)),
      theirs: theirs.filter((range) => !ours.includes(range))
    }
  })

  // A page that is saved has no `subst:` any more.
  const saved = pages.map((page) => page.replaceAll('{{subst:', '{{safesubst:'))
  sweep('Parsoid', parsoidClasses, constructs, saved, async (page) => {
    const {agreed, ours, parsoid} = await compare(page)
    return {agreed, ours, theirs: parsoid}
  })
})

const isDefault = process.env['RUNS'] === undefined && process.env['SEED'] === undefined

test.skipIf(!hasWiki || !isDefault)('docs/wikitext-compared.md says what was found', async () => {
  await expect(document(comparisons)).toMatchFileSnapshot('../../docs/wikitext-compared.md')
})

/** Compares all pages, and counts what agrees and differs; each difference has to have a reason. */
function sweep(
  other: string,
  classes: readonly DifferenceClass[],
  kinds: readonly string[],
  pages: readonly string[],
  find: (page: string) => Promise<Found>
): void {
  const tally = new Tally(`Mixtures held against ${other}`, kinds)
  comparisons.push({other, tally, classes})

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
    if (ours.length + theirs.length === 0) {
      tally.add(agreed, [])
      return []
    }
    const compared = comparedPage(page, ours, theirs, await parseTreeRanges(page))
    const found = compared.differing.map((range) => ({
      ...range,
      known: classOf(classes, range, compared)
    }))
    tally.add(
      agreed,
      found.map(({construct, known}) => [construct, known?.name])
    )
    return found
      .filter(({known}) => known === undefined)
      .map(
        ({side, construct, start, end}) =>
          `${side}: ${construct} ${start}-${end} of ${JSON.stringify(page)}`
      )
  }
}

function kindOf(range: string): string {
  return range.replace(/ .*/, '')
}
