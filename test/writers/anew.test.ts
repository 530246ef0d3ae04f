/** Law 5: a plan written anew says what it said. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {fromJson, parse, toJson, toMarkdown, toWikitext} from '../../src/index.ts'
import type {Plan, PlanJson} from '../../src/index.ts'
import {planJson} from '../arbitraries/plan.ts'
import {planOfKinds} from '../arbitraries/plan-of-kinds.ts'
import {checkPositions} from '../laws.ts'

const numRuns = Number(process.env['RUNS'] ?? 100)

/** Ids follow from the rest, each dialect has its own forms of statuses, and a page written anew is another. */
function facts(json: PlanJson): unknown {
  return JSON.parse(JSON.stringify(json), (key, value) => {
    return ['id', 'form', 'raw', 'source'].includes(key) ? undefined : value
  })
}

/** Raw dates are facts, raw statuses are not. */
function rawDates(json: PlanJson): string[] {
  const sections = json.periods.flatMap((period) => period.sections)
  return sections.flatMap(({notes}) => notes.map(({date}) => date?.raw ?? ''))
}

function viaMarkdown(plan: Plan): Plan {
  const page = toMarkdown(plan)
  const back = parse(page, {from: 'markdown'})
  checkPositions(back, page)
  return back
}

/** A page of wikitext does not say its title. */
function viaWikitext(plan: Plan): Plan {
  const page = toWikitext(plan)
  const back = parse(page, {from: 'wikitext', title: plan.title})
  checkPositions(back, page)
  return back
}

describe.each([
  {name: 'Markdown', via: viaMarkdown},
  {name: 'wikitext', via: viaWikitext}
])('a plan through $name', ({via}) => {
  it('should say the same', () => {
    const property = fc.property(planJson(), (json) => {
      const back = toJson(via(fromJson(json)))
      expect(facts(back)).toEqual(facts(json))
      expect(rawDates(back)).toEqual(rawDates(json))
    })
    fc.assert(property, {numRuns})
  })

  it('should say the same of every kind of thing', () => {
    const property = fc.property(planOfKinds, (json) => {
      expect(facts(toJson(via(fromJson(json))))).toEqual(facts(json))
    })
    fc.assert(property, {numRuns})
  })
})

describe('a plan through wikitext and Markdown', () => {
  it('should keep its ids', () => {
    const property = fc.property(planJson(), (json) => {
      const plan = viaWikitext(fromJson(json))
      const [before, after] = [toJson(plan), toJson(viaMarkdown(plan))]
      expect(idsOf(after)).toEqual(idsOf(before))
    })
    fc.assert(property, {numRuns: Math.ceil(numRuns / 3)})
  })
})

function idsOf(json: PlanJson): string[] {
  return Array.from(JSON.stringify(json).matchAll(/"id":"([^"]*)"/g), ([, id]) => id ?? '')
}
