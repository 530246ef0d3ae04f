/**
 * What holds for any page at all, plan or not: true positions (law 1), its source given back (law 2), a plan
 * without end or throw (law 6), ids that are one thing's alone, and a tree that JSON does not change.
 */
import {isDeepStrictEqual} from 'node:util'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {fromJson, parse, toJson, toMarkdown, toNdjson, toWikitext} from '../../src/index.ts'
import type {Dialect, Plan, PlanJson, PlanRow} from '../../src/index.ts'
import {mutated} from '../arbitraries/mutate.ts'
import {planPage} from '../arbitraries/plan-page.ts'
import {planText} from '../arbitraries/plan-text.ts'
import {nasty, wikitext} from '../arbitraries/wikitext.ts'
import {checkPositions, treeDepth} from '../laws.ts'
import {readFixtures} from '../utils/fixtures.ts'

/** More than ten thousand pages in all; `RUNS` is how many of them are generated wikitext. */
const times = Number(process.env['RUNS'] ?? 5000) / 5000

const fixtures = readFixtures().flatMap(({pages}) => pages.map(({source}) => source))

const pages = [
  {name: 'generated wikitext', page: wikitext(), runs: 5000},
  {name: 'generated plan pages', page: planPage.map(({page}) => page), runs: 500},
  {name: 'generated texts of plan pages', page: planText.map(({page}) => page), runs: 500},
  {name: 'mutated fixtures', page: mutated(fixtures), runs: 1500}
]

/** How a page may be taken. */
const ways: (Dialect | 'auto')[] = ['wikitext', 'text', 'html', 'auto']

/** No list or tag nests deeper, and a plan puts its own nodes around them. */
const maxDepth = 250

function check(page: string, from: Dialect | 'auto'): void {
  const plan = parse(page, {from})
  if (plan.dialect !== 'json') checkPositions(plan, page)
  expect(treeDepth(plan)).toBeLessThan(maxDepth)
  expect(toWikitext(plan, {source: page})).toBe(page)
  const json = toJson(plan)
  checkIds(json)
  checkRows(plan, json)
  const tree: unknown = JSON.parse(JSON.stringify(plan))
  if (!isDeepStrictEqual(fromJson(tree), tree))
    throw new Error('The tree as JSON reads back unequal')
}

/** Ids are unique. */
function checkIds(json: PlanJson): void {
  const seen = new Set<string>()
  for (const id of idsIn(json)) {
    if (seen.has(id)) throw new Error(`Two things have the id ${id}`)
    seen.add(id)
  }
}

function idsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'id' in value ? [String(value.id)] : []
  return [...own, ...Object.values(value).flatMap(idsIn)]
}

/** NDJSON has a line for each section, goal, task and note by its id, and for each update. */
function checkRows(plan: Plan, json: PlanJson): void {
  const lines = toNdjson(plan).split('\n').slice(0, -1)
  const rows = lines.map((line) => JSON.parse(line) as PlanRow)
  const ids = rows.flatMap(({kind, id}) => (kind === 'update' ? [] : [id]))
  const sections = json.periods.flatMap((period) => period.sections)
  if (!isDeepStrictEqual(ids.toSorted(), sections.flatMap(idsIn).toSorted()))
    throw new Error('NDJSON has other lines')
  const parents = new Set([null, ...ids])
  for (const {kind, parent, latestStatus, status} of rows) {
    if (!parents.has(parent)) throw new Error(`NDJSON has nothing with the id ${parent}`)
    if (kind === 'goal' && status !== null && latestStatus === null)
      throw new Error('a goal with a status has no latest status')
  }
}

describe.each(pages)('$name', ({page, runs}) => {
  it.each(ways)('should keep the laws when read as %s', {timeout: 600_000}, (from) => {
    const property = fc.property(page, (source) => check(source, from))
    fc.assert(property, {numRuns: Math.ceil((times * runs) / (from === 'wikitext' ? 1 : 4))})
  })

  it('should be written anew without a throw', {timeout: 600_000}, () => {
    const property = fc.property(page, (source) => {
      const plan = parse(source)
      expect(typeof (toMarkdown(plan) + toWikitext(plan))).toBe('string')
    })
    fc.assert(property, {numRuns: Math.ceil((times * runs) / 10)})
  })
})

describe.each(ways)('nasty pages read as %s', (from) => {
  it.each(nasty.map((source) => [source.slice(0, 40), source]))(
    'should keep the laws: %j',
    (_, source) => {
      check(source, from)
    }
  )
})
