/**
 * Laws 2, 3 and 4 for edits that are put back into their page: any edit that plan JSON allows, up to twenty at once,
 * on every page of wikitext that the tests know and on generated ones.
 *
 * What is not asked for, as no page can say it, is listed in `test/arbitraries/edits/sayable.ts`.
 */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {EditError, apply, edits, parse, toJson, toMarkdown, toWikitext} from '../../src/index.ts'
import {steps} from '../arbitraries/edits.ts'
import {read} from './put-check.ts'
import type {Door, Source} from './put-check.ts'
import {hold, runs, timeout} from './put-hold.ts'
import {broken, corpus, fixtures, generated, sources} from './put-sources.ts'

describe('edits', () => {
  it.each<Door>(['json', 'tree json'])(
    'should be all that the page says and loses, as %s',
    {timeout},
    (door) => {
      hold(fc.tuple(sources, steps), door, runs / 3)
    }
  )
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

  it.each([
    ['generated', generated],
    ['broken', broken]
  ] as const)('should change no byte of a %s page', {timeout}, (_, pages) => {
    fc.assert(fc.property(pages, checkUnchanged), {numRuns: runs / 20})
  })
})

describe('an edited plan of another page', () => {
  it('should be refused', () => {
    const [here, there] = ['crlf', 'house-style'].map((name) => {
      return fixtures.find((source) => source.name === name)!.page
    })
    expect(() => apply(here!, toJson(parse(there!)))).toThrow(EditError)
  })
})
