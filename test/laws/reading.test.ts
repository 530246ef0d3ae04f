/** A page says what a person reads on it, in every house style. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parse, toJson} from '../../src/index.ts'
import {planPage} from '../arbitraries/plan-page.ts'

const numRuns = Number(process.env['RUNS'] ?? 1000)

describe('reading', () => {
  it('should find the facts of a page of wikitext', {timeout: 120_000}, () => {
    const property = fc.property(planPage, ({draft, page, plan}) => {
      expect(toJson(parse(page, {from: 'wikitext', title: draft.title}))).toEqual(plan)
    })
    fc.assert(property, {numRuns})
  })
})
