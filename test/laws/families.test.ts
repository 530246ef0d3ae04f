/**
 * Laws 3 and 4 on pages of all families, tables above all: an ordinary edit by code, as plan JSON or as Markdown takes
 * effect and changes nothing else on the page, or is refused for a reason. `family-page.ts` judges what became of the
 * page's lines, rows and cells.
 */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readFamilies} from '../utils/families.ts'
import {readFixtures} from '../utils/fixtures.ts'
import {checkFamily} from './family-check.ts'
import {draws} from './ordinary-edits.ts'
import type {Way} from './ordinary-edits.ts'
import type {Source} from './put-check.ts'

const runs = Number(process.env['RUNS'] ?? 600)
const timeout = Math.max(600_000, runs * 400)

/** Of a hundred edits that are drawn without a look at what a page has a place for. */
const refusedOfHundred = 25

const tables = new Set([
  ...['codes-and-brackets', 'goals-in-tables', 'key-results', 'key-results-twice'],
  ...['merged-cells', 'tables-of-tasks', 'teams-in-tabs']
])
const fixtures: Source[] = readFixtures()
  .filter(({name}) => tables.has(name))
  .map(({name, pages: [{source}]}) => ({name, page: source}))
const families: Source[] = readFamilies()

if (families.length === 0)
  console.info('Pages of the families in ../shared/corpus are not edited: they are not at hand')

/** Why edits are refused, without what is one page's alone. */
function reasonOf(name: string, [reason]: readonly string[]): string {
  return `${name}: ${reason!.replaceAll(/"(?:[^"\\]|\\.)*"|`[^`]*`|\d+/g, '…')}`
}

describe('an ordinary edit of a page of any family', () => {
  it.each<Way>(['json', 'call', 'markdown'])(
    'should take effect and change nothing else, or be refused, as %s',
    {timeout},
    (way) => {
      let done = 0
      const refused = new Map<string, number>()
      const sources = fc.constantFrom(...fixtures, ...families)
      const property = fc.property(sources, draws, (source, draw) => {
        const {name, broken, refusals} = checkFamily(source, draw, way)
        if (name === null) return
        done++
        if (broken.length > 0) throw new Error([`${name} of ${source.name}:`, ...broken].join('\n'))
        if (refusals.length === 0) return
        const reason = reasonOf(name, refusals)
        refused.set(reason, (refused.get(reason) ?? 0) + 1)
      })
      fc.assert(property, {numRuns: runs / 3})
      const count = [...refused.values()].reduce((sum, each) => sum + each, 0)
      console.info(`${count} of ${done} edits as ${way} were refused:`, Object.fromEntries(refused))
      expect(done).toBeGreaterThan(runs / 3 / 5)
      expect(count).toBeLessThan((done * refusedOfHundred) / 100)
    }
  )
})
