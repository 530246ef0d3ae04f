/**
 * Holds our tree against what Parsoid sees, on every kind of page that we have.
 */
import fc from 'fast-check'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {afterAll, describe, expect, test} from 'vitest'
import {planPage} from '../arbitraries/plan-page.ts'
import {wikitext} from '../arbitraries/wikitext.ts'
import {readFixtures} from '../utils/fixtures.ts'
import {compare} from './compare.ts'
import {knownCorpusDifferences, knownDifferences} from './known-differences.ts'
import type {Difference} from './known-differences.ts'
import {constructs} from './ranges.ts'
import {snippets} from './snippets/index.ts'
import {Tally} from './tally.ts'
import {tame} from './tame.ts'
import {hasWiki} from './wiki.ts'

/** Pages by name. */
type Pages = [name: string, source: string][]

const tally = new Tally('Held against Parsoid', constructs)

/** Without the headings that Parsoid does not see: braces close in them that were open before. */
const plans = planPage.map(({page}) => page).filter((page) => !/^=(?!.*\{\{).*\}\}/m.test(page))

describe.skipIf(!hasWiki)('Parsoid', {concurrent: true}, () => {
  describe('sees what we see in fixtures', () => agree(fixtures()))
  describe.skipIf(corpus().length === 0)('sees what we see in the corpus', () => agree(corpus()))
  for (const [about, pages] of Object.entries(snippets)) {
    describe(`sees what we see in ${about}`, () => agree(pages.map(named)))
  }
  describe('sees what we see in generated plans', () => agree(generated(plans, 60)))
  describe('sees what we see in generated wikitext', () =>
    agree(generated(wikitext().map(tame), 300)))

  describe('differs', () => {
    for (const {reason, pages} of knownDifferences) {
      describe(reason.replace(/\s+/g, ' '), () => {
        for (const [page, difference] of Object.entries(pages)) {
          test(JSON.stringify(page), () => hold(page, difference))
        }
      })
    }
  })

  afterAll(() => console.log(tally.print()))
})

/** A test for each page. */
function agree(pages: Pages): void {
  test.for(pages)('%s', ([name, source]) => hold(source, knownCorpusDifferences.get(name)))
}

/** A page has the difference that is known of it, and no other. */
async function hold(page: string, known?: Difference): Promise<void> {
  const found = await compare(page)
  const {agreed, ours, parsoid} = found
  const reason = known && 'listed in known-differences.ts'
  tally.add(
    agreed,
    [...ours, ...parsoid].map((range) => [range.replace(/ .*/, ''), reason])
  )
  expect({ours, parsoid}).toEqual({ours: [], parsoid: [], ...known})
}

function named(page: string): Pages[number] {
  return [JSON.stringify(page), page]
}

function fixtures(): Pages {
  return readFixtures().flatMap(({name, pages}) =>
    pages
      .filter(({dialect}) => dialect === 'wikitext')
      .map(({source}): Pages[number] => [name, source])
  )
}

/** Real pages, where they are at hand. */
function corpus(): Pages {
  const root = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
  if (!existsSync(root)) return []
  return readdirSync(root, {recursive: true, encoding: 'utf8'})
    .filter((path) => path.endsWith('.wiki'))
    .map((path) => [path, readFileSync(root + path, 'utf8')])
}

/** The same pages each time. */
function generated(pages: fc.Arbitrary<string>, numRuns: number): Pages {
  return fc.sample(pages, {seed: 20181, numRuns}).map(named)
}
