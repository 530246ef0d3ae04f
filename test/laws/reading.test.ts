/** A page says what a person reads on it, in every house style and however it was extracted. */
import {isDeepStrictEqual} from 'node:util'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parse, toJson} from '../../src/index.ts'
import {planPage} from '../arbitraries/plan-page.ts'
import {planText} from '../arbitraries/plan-text.ts'
import {facts} from '../utils/fixtures.ts'

const numRuns = Number(process.env['RUNS'] ?? 1000)

/** Vitest's comparison is slow, and only wanted for what it prints. */
function check(actual: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected)
}

describe('reading', () => {
  it('should find the facts of a page of wikitext', {timeout: 600_000}, () => {
    const property = fc.property(planPage, ({draft, page, plan}) => {
      check({...toJson(parse(page, {from: 'wikitext', title: draft.title})), source: null}, plan)
    })
    fc.assert(property, {numRuns})
  })

  it('should find the facts in the text of a rendered page', {timeout: 600_000}, () => {
    const property = fc.property(planText, ({page, plan}) => {
      check(facts(toJson(parse(page, {from: 'text'})), true), facts(plan, true))
    })
    fc.assert(property, {numRuns})
  })
})
