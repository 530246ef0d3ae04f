/** Pages to be edited: every fixture of wikitext, a real page, and generated ones in every house style. */
import {existsSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {mutated} from '../arbitraries/mutate.ts'
import {planPage} from '../arbitraries/plan-page.ts'
import {readFixtures} from '../utils/fixtures.ts'
import type {Source} from './put-check.ts'

/** Pages of families whose edits are drawn by tests of their own. */
const apart = [
  ...['codes-and-brackets', 'goals-in-tables', 'key-results', 'key-results-twice', 'merged-cells'],
  ...['tables-of-tasks', 'teams-in-tabs']
]

console.info(
  `Not edited by these laws, whose checks know lists and headings alone: ${apart.join(', ')}; see test/laws/families.test.ts`
)

/** Every other wikitext page of the fixtures. */
export const fixtures: readonly Source[] = readFixtures().flatMap(({name, pages, options}) =>
  (apart.includes(name) ? [] : pages)
    .filter(({dialect}) => dialect === 'wikitext')
    .map(({source}): Source => ({name, page: source, ...withoutNull(options)}))
)

function withoutNull({
  title,
  vocabulary
}: {
  title?: unknown
  vocabulary?: unknown
}): Partial<Source> {
  return {
    title: title as Source['title'],
    vocabulary: (vocabulary ?? undefined) as Source['vocabulary']
  }
}

const corpusPath = fileURLToPath(
  new URL('../../../shared/corpus/tec6-goals/page.wiki', import.meta.url)
)

/** A real page, which is not part of this repository: it is there where the whole project is checked out. */
export const corpus: readonly Source[] = existsSync(corpusPath)
  ? [{name: 'corpus', page: readFileSync(corpusPath, 'utf8')}]
  : []

if (corpus.length === 0) console.warn(`The real page is not tested: there is no ${corpusPath}`)

export const generated: fc.Arbitrary<Source> = planPage.map(({page, draft}) => ({
  name: 'generated',
  page,
  title: draft.title
}))

/** Large pages take long and say much the same all over: they are drawn less often. One has nothing to edit. */
const large = [...fixtures, ...corpus].filter(({page}) => page.length > 5000)
const small = fixtures.filter(({name, page}) => page.length <= 5000 && name !== 'no-plan')

export const sources: fc.Arbitrary<Source> = fc.oneof(
  {weight: 1, arbitrary: fc.constantFrom(...large)},
  {weight: 14, arbitrary: fc.constantFrom(...small)},
  {weight: 20, arbitrary: generated}
)

/** Pages that were plans until somebody broke them. */
export const broken: fc.Arbitrary<Source> = mutated(fixtures.map(({page}) => page)).map((page) => ({
  name: 'broken',
  page
}))
