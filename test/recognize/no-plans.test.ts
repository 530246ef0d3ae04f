/**
 * Pages that are no plans: of 200 drawn ones nothing is claimed but a title, in any dialect. `RUNS=2000 npx vitest run
 * test/recognize/no-plans.test.ts` draws more.
 *
 * How it was judged what a person would call a goal, page by page of each kind:
 *
 * - A table of tasks or actions with who does them and how they stand has goals, whatever the page is called: a tracker,
 *   and the action items of a meeting where they are such a table. The page says them, and just these are expected.
 * - Action items, to-dos and bugs in a list are somebody's work, not what a plan is to reach. So are requests that were
 *   `{{done}}`.
 * - `Goals` of a football club are scored; the article `Goal` and the glossary explain the word; on a talk page people
 *   speak about it.
 * - `Program 1` is a radio's, `Q3` a year's or a company's, `M1` a motorway, `Group A` of a cup, `Objective` of a game,
 *   `Outcome` of a battle, `Status` of a town or species. Without goals they are no sections, quarters or notes.
 * - `Label: value` lines are fields only of a plan.
 *
 * Not drawn are pages on which even a person would need more than the page: bare names under a heading `Goals`.
 */
import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import {parse, toJson} from '../../src/index.ts'
import {noPlanPage, type NoPlanPage} from '../arbitraries/no-plan-page.ts'
import {
  textStyle,
  toHtmlPage,
  toMarkdownPage,
  toTextPage,
  toWikitextPage,
  wikitextStyle,
  type TextStyle
} from '../arbitraries/no-plan-parts.ts'
import {read, sections} from './read.ts'
import type {ItemJson, ParseOptions, PlanJson, SectionJson} from '../../src/index.ts'

const numRuns = Number(process.env['RUNS'] ?? 200)

/** All that a plan says beside its title, as a list: empty where nothing was claimed. */
function claims({heading, fiscalYear, fields, periods}: PlanJson): string[] {
  return [
    ...(heading === null ? [] : [`heading ${heading}`]),
    ...(fiscalYear === null ? [] : [`year ${fiscalYear.label}`]),
    ...fields.map(({label}) => `field ${label}`),
    ...periods.flatMap(({label, quarter, sections}) => [
      ...(label === null && quarter === null ? [] : [`quarter ${label ?? quarter}`]),
      ...sections.map(({heading, goals}) => `section ${heading} with ${goals.length} goals`)
    ])
  ]
}

function goalsOf(sections: readonly SectionJson[]): ItemJson[] {
  return sections.flatMap(({sections, goals}) => [...goals, ...goalsOf(sections)])
}

/** Checks what is found on a page against what a person sees there. */
function check({title, goals}: NoPlanPage, source: string, from: ParseOptions['from']): void {
  const plan = toJson(parse(source, {from, title}))
  if (goals.length === 0) {
    expect(claims(plan), source).toEqual([])
    return
  }
  const found = goalsOf(plan.periods.flatMap(({sections}) => sections))
  expect(
    found.map(({text}) => text),
    source
  ).toEqual(goals)
}

describe('a page that is no plan', () => {
  it('should have nothing of one as wikitext', () => {
    fc.assert(
      fc.property(noPlanPage, wikitextStyle, (page, style) => {
        check(page, toWikitextPage(page.parts, style), 'wikitext')
      }),
      {numRuns}
    )
  })

  it('should have nothing of one as the text of a rendered page', () => {
    // Cells that tabs part are no table in text, so no goals are found there.
    const styleFor = ({goals}: NoPlanPage, style: TextStyle): TextStyle =>
      goals.length > 0 ? {...style, cells: 'pipes'} : style
    fc.assert(
      fc.property(noPlanPage, textStyle, (page, style) => {
        check(page, toTextPage(page.title, page.parts, styleFor(page, style)), 'auto')
      }),
      {numRuns}
    )
  })

  it('should have nothing of one as HTML', () => {
    fc.assert(
      fc.property(noPlanPage, (page) => {
        check(page, toHtmlPage(page.parts), 'auto')
      }),
      {numRuns}
    )
  })

  it('should have nothing of one as Markdown', () => {
    fc.assert(
      fc.property(noPlanPage, (page) => {
        check(page, toMarkdownPage(page.parts), 'markdown')
      }),
      {numRuns}
    )
  })
})

/** A table of a header and a row. */
function row(header: string, cells: string): string {
  return `{|\n! ${header}\n|-\n| ${cells}\n|}\n`
}

/** Each with the nearest page that is a plan. */
describe('what makes a page a plan', () => {
  test.each<[what: string, plan: string, other: string]>([
    ['a field that only plans have', '* Goal Owner: Ada', '* Lead: Ada'],
    ['a quarter before all else', '== Q1 ==\nNot yet.', 'A year.\n== Q1 ==\nNot yet.'],
    ['a heading of goals with the year', '== Goals for FY30/31 ==', '== Sales of FY30/31 =='],
    ['an outcome', '== Outcome 1 ==\nBoats are found.', '== Program 1 ==\nNews and talk.'],
    ['teams', '== Program 1 ==\nPrimary team: Piers', '== Program 1 ==\nLead: Ada'],
    ['goals', '== Goals ==\n* Wind the clocks', '== Goals ==\n* Ada Brandt: 12'],
    [
      'goals of a program',
      '== Program 1 ==\n==== Goals ====\n* 12 clocks',
      '== Goals ==\n* 12 clocks'
    ],
    ['tasks', "== Goals ==\n'''Wind'''\n* Find a key", "== Goals ==\n'''Ada'''\n* 12 in the cup"],
    ['words', '== Goals ==\n=== Wind 31 ===\n* Keys', '== Goals ==\n=== 2030–31 ===\n* Keys'],
    [
      'what nobody signed',
      '== Goals ==\n* Fine at 12:30, 3 May 2031',
      '== Goals ==\n* Fine with me. Bo 12:30, 3 May 2031 (UTC)'
    ],
    ['codes that go on', '== M1 ==\n* M1.1: North', '== M1 ==\n* J1: North'],
    ['key results', '== Key results ==\n* Row', '== Hypothesis ==\n* Row'],
    [
      'a heading over goals',
      ';Goals\n* Row',
      ';Goal\n:The frame behind the keeper\n;Keel\n:The spine'
    ],
    [
      'bold words over goals',
      "'''Goals'''\n* Row",
      "'''Goal'''\nThe frame\n\n'''Keel'''\n* The spine"
    ],
    ['statuses of teams', '== Team 1 ==\n* Wind the clocks {{done}}', '== Team 1 ==\n* Ada Brandt'],
    [
      'a status',
      row('Objective !! Status', 'Row || Done'),
      row('Objective !! Status', 'Row || Locked')
    ],
    ['an owner', row('Action !! Owner', 'Stop || Ada'), row('Action !! Code', 'Stop || N1')],
    [
      'how it stands',
      row('Code !! Description !! Status', 'N1 || Stop || Done'),
      row('Code !! Description !! Program', 'N1 || Stop || Rowing')
    ],
    [
      'key results of objectives',
      row('Objective !! Key results', 'Row || Build'),
      row('Hypothesis !! Outcome', 'It rains || It did')
    ],
    [
      'goals of a section that no cup has',
      `== Program 1 ==\n${row('Match !! Goals', 'A v B || Ada, Bo')}`,
      `== Group 1 ==\n${row('Match !! Goals', 'A v B || Ada, Bo')}`
    ]
  ])('should be %s', (_, plan, other) => {
    expect(claims(read(plan))).not.toEqual([])
    expect(claims(read(other))).toEqual([])
  })

  it('should be goals under the word, unless it is the title', () => {
    const page = 'Goal\nArts\n- Row\n'
    const found = (title: string) => claims(read(page, {from: 'text', title}))
    expect(found('Harbour')).not.toEqual([])
    expect(found('Goal')).toEqual([])
  })

  it('should make plans of quarters, fields and notes beside it', () => {
    const rest = '* Colour: red\n== Q1 ==\n== Status ==\n* May 3, 2031: Up\n'
    expect(claims(read(rest))).toEqual([])
    expect(claims(read(rest + '== Goals ==\n* Row\n'))).toEqual([
      'field Colour',
      'quarter Q1',
      'section null with 1 goals'
    ])
  })

  it('should be looked for in the first goal of a section that only says `Goals`', () => {
    const [section] = sections('== Goals ==\n* Wind the clocks\n* Ada: 12\n')
    expect(section!.goals.map(({text}) => text)).toEqual(['Wind the clocks', 'Ada: 12'])
  })
})

describe('a page without a plan', () => {
  it('should be kept as it stands', () => {
    const {children} = parse("'''Ada'''\n* Colour: red\n== Q1 ==\n;Key: value\n", {
      from: 'wikitext'
    })
    expect(children.map(({type}) => type)).toEqual([
      'paragraph',
      'list',
      'heading',
      'paragraph',
      'period'
    ])
  })
})
