/**
 * Laws 2, 3 and 4 for edits that are put back into their page: any edit that plan JSON allows, up to twenty at once,
 * on every page of wikitext that the tests know and on generated ones, as plan JSON, tree JSON, tree and Markdown.
 *
 * What is not asked for, as no page can say it, is listed in `test/arbitraries/edits/sayable.ts`.
 */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {EditError, apply, edits, parse, toJson, toMarkdown, toWikitext} from '../../src/index.ts'
import {plainSteps, steps} from '../arbitraries/edits.ts'
import type {Step} from '../arbitraries/edits.ts'
import {mutated} from '../arbitraries/mutate.ts'
import {check, read} from './put-check.ts'
import type {Door, Source} from './put-check.ts'
import {corpus, fixtures, generated, sources} from './put-sources.ts'
import {checkStyle, styled} from './put-style.ts'

/** How many sequences of edits are drawn in all; `npm run laws:edits` draws more. */
const runs = Number(process.env['RUNS'] ?? 5400)
const timeout = 600_000

/** What may be refused: nothing that is known of, in so many cases of a thousand. */
const refusedOfThousand = 5

/** Holds edits through one door to the laws, and says how many were refused. */
function hold(
  cases: fc.Arbitrary<[Source, Step[]]>,
  door: Door,
  numRuns: number
): {refused: string[]; idle: number} {
  const refused: string[] = []
  let idle = 0
  const property = fc.property(cases, ([source, steps]) => {
    const {broken, refusals, done} = check(source, steps, door)
    if (done.length === 0) idle++
    if (refusals.length > 0) refused.push(refusals[0]!)
    if (broken.length > 0) throw new Error([`after ${done.join(', ')}:`, ...broken].join('\n'))
  })
  fc.assert(property, {numRuns})
  if (refused.length > 0) console.info(`${refused.length} edits as ${door} were refused:`, refused)
  return {refused, idle}
}

describe('edits', () => {
  it.each<[Door, number]>([
    ['json', runs / 3],
    ['tree json', runs / 3],
    ['tree', runs / 3]
  ])(
    'should be what the page says, and change nothing else of it, as %s',
    {timeout},
    (door, numRuns) => {
      const {refused} = hold(fc.tuple(sources, steps), door, numRuns)
      expect(refused.length).toBeLessThanOrEqual((numRuns * refusedOfThousand) / 1000)
    }
  )

  it('should be what the page says, and change nothing else of it, as Markdown', {timeout}, () => {
    const numRuns = runs / 9
    const {refused} = hold(fc.tuple(sources, plainSteps), 'markdown', numRuns)
    expect(refused.length).toBeLessThanOrEqual((numRuns * refusedOfThousand) / 1000)
  })

  it('should be written as their neighbours are', {timeout}, () => {
    const property = fc.property(styled, steps, (page, steps) => {
      const {result, done} = check(page.source, steps, 'json')
      if (result === null) return
      const wrong = checkStyle(page, steps, result)
      if (wrong.length > 0) throw new Error([`after ${done.join(', ')}:`, ...wrong].join('\n'))
    })
    fc.assert(property, {numRuns: runs / 9})
  })
})

/** All that an unchanged page must pass through. */
function checkUnchanged(source: Source): void {
  const {page, vocabulary} = source
  const plan = read(source)
  expect(edits(plan, {source: page, vocabulary})).toEqual([])
  expect(toWikitext(plan, {source: page, vocabulary})).toBe(page)
  const ways: Record<string, unknown> = {
    'plan JSON': toJson(plan),
    'plan JSON as text': JSON.stringify(toJson(plan)),
    'tree JSON': JSON.parse(JSON.stringify(plan)),
    'tree JSON as text': JSON.stringify(plan),
    Markdown: toMarkdown(plan, {vocabulary})
  }
  for (const [way, edited] of Object.entries(ways)) {
    const result = apply(page, edited, {vocabulary})
    if (result !== page) expect(result, way).toBe(page)
  }
}

describe('no edit', () => {
  it.each([...fixtures, ...corpus].map((source) => [source.name, source] as const))(
    'should change no byte of %s',
    (_, source) => {
      checkUnchanged(source)
    }
  )

  it('should change no byte of a generated page', {timeout}, () => {
    fc.assert(fc.property(generated, checkUnchanged), {numRuns: runs / 18})
  })

  it('should change no byte of a broken page', {timeout}, () => {
    const pages = mutated(fixtures.map(({page}) => page))
    const property = fc.property(pages, (page) => checkUnchanged({name: 'broken', page}))
    fc.assert(property, {numRuns: runs / 18})
  })
})

describe('an edit of a page with nothing of the plan', () => {
  it('should be refused, and say why', () => {
    const [page] = fixtures.filter(({name}) => name === 'no-plan')
    const other = fixtures.find(({name}) => name === 'house-style')!
    const plan = toJson(parse(other.page))
    expect(() => apply(page!.page, plan)).toThrow(EditError)
  })
})
