/**
 * Law 5 on plans of pages: written anew, as Markdown and as wikitext, a plan says what it said.
 *
 * Not asked for is what no page can say:
 *
 * - the form of a status, and its page's spelling: a new page has the well-formed one;
 * - the title through wikitext, which a wiki keeps elsewhere: it is given again;
 * - of broken pages: a goal whose title is a heading of plans (`Outcome 1 /`), and goals under no outcome that
 *   follow one in their quarter or have teams, as they would be that outcome's, or fields; a heading of the plan
 *   that does not say so (`Ferries`) directly over goals, as it would be theirs; a status within a heading's words;
 * - an inferred quarter behind one, before one that is named: its name is written (`Q2`), so that it is kept.
 */
import {isDeepStrictEqual} from 'node:util'
import fc from 'fast-check'
import {visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import {fromJson, parse, toJson, toMarkdown, toWikitext} from '../../src/index.ts'
import type {SectionJson, PeriodJson, Plan} from '../../src/index.ts'
import {mutated} from '../arbitraries/mutate.ts'
import {planPage} from '../arbitraries/plan-page.ts'
import {planText} from '../arbitraries/plan-text.ts'
import {facts, readFixtures} from '../utils/fixtures.ts'

const numRuns = Number(process.env['RUNS'] ?? 100)

const plans = {
  'of wikitext': planPage.map(({page, draft}) =>
    parse(page, {from: 'wikitext', title: draft.title})
  ),
  'of the text of a page': planText.map(({page}) => parse(page, {from: 'text'})),
  'of plan JSON': planPage.map(({plan}) => fromJson(plan)),
  'of a broken page': mutated(readFixtures().flatMap(({pages}) => pages.map(({source}) => source)))
    .map((page) => parse(page))
    .filter(isSayable)
}

/** Whether a page in the house style can say the plan. */
function isSayable(plan: Plan): boolean {
  let hasStatus = false
  visit(plan, 'heading', (heading) => visit(heading, 'status', () => void (hasStatus = true)))
  if (hasStatus) return false
  const {heading, fiscalYear, periods} = toJson(plan)
  const named = periods.some(({inferred}) => !inferred)
  const [first] = periods
  const isOverGoals = first?.inferred && first.sections[0]?.heading === null
  if (
    heading !== null &&
    fiscalYear === null &&
    !/\b(?:plan|goals?|programs?|status)\b/i.test(heading) &&
    isOverGoals
  )
    return false
  return periods.every((period, index) => {
    return isSayablePeriod(period) && !(named && index > 0 && period.inferred)
  })
}

function isSayablePeriod({sections}: PeriodJson): boolean {
  return sections.every((outcome, index) => {
    const plain = outcome.goals.every(({text}) => !planHeading.test(text))
    return plain && (outcome.heading !== null || (index === 0 && isBare(outcome)))
  })
}

const planHeading = /^(?:outcome|output|goal|status|quarter|q[1-4])/i

function isBare({statement, objectives, dependencies, primaryTeams}: SectionJson): boolean {
  return (
    statement === null && [objectives, dependencies, primaryTeams].every(({length}) => length === 0)
  )
}

const ways = {
  wikitext: (plan: Plan) => parse(toWikitext(plan), {from: 'wikitext', title: plan.title}),
  Markdown: (plan: Plan) => parse(toMarkdown(plan), {from: 'markdown'})
}

describe.each(Object.entries(ways))('through %s', (_, through) => {
  it.each(Object.entries(plans))(
    'should keep the facts of a plan %s',
    {timeout: 600_000},
    (_, plan) => {
      const property = fc.property(plan, (before) => {
        const [actual, expected] = [through(before), before].map((d) => facts(toJson(d), true))
        if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected)
      })
      fc.assert(property, {numRuns})
    }
  )
})

/** What opens and closes quarters, and what makes new ones of sections without. */
const lines = [
  ...[1, 2, 3].map((n) => `=== Outcome ${n} ===\n==== Goals ====\n* Row`),
  ...['=== Output 2 ===\n* Row', '=== Other ===', '==== Goals ====\n* Row', '=== Team ===\n* Row'],
  ...['== Q1 ==', '== Q3 ==', '== Goals for FY30/31 ==', '<tabs>', '</tabs>', '</tab>'],
  ...['<tab name="Q2">', '<tab name="">', '<tabber>\nQ1=', '|-|\nQ2=', '</tabber>']
]

it('should be able to say the quarters of any page', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...lines), {maxLength: 12}), (page) => {
      const plan = parse(page.join('\n'), {from: 'wikitext'})
      expect(() => [toWikitext(plan), toMarkdown(plan)]).not.toThrow()
    }),
    {numRuns: 20 * numRuns}
  )
})
