/** The quarter that a page says it is about: in its title, a heading, a line before the plan, its navigation. */
import {describe, expect, it, test} from 'vitest'
import {edits, fromJson, parse, toJson, toMarkdown, toWikitext} from '../../src/index.ts'
import type {ParseOptions, PeriodJson, PlanJson} from '../../src/index.ts'

const plan = '\n=== Outcome 1 ===\n==== Goals ====\n* Wind the clocks\n'

function read(source: string, options: ParseOptions = {}): PlanJson {
  return toJson(parse(source, {from: 'wikitext', ...options}))
}

const stated = ({quarter, label, start, inferred}: PeriodJson): unknown[] => [
  quarter,
  label,
  start,
  inferred
]

describe('a heading', () => {
  test.each([
    ['FY 30-31 Q3 (Jan-Mar) goals', 3, '2031-01-01'],
    ['Goals, FY2030-31, Q3 (January - March 2031)', 3, '2031-01-01'],
    ['2030-31 Q2', 2, '2030-10-01'],
    ['Goals, second quarter, FY30/31', 2, '2030-10-01']
  ])('should state it: %s', (heading, quarter, start) => {
    const {periods, heading: own} = read(`== ${heading} ==${plan}`)
    expect(periods.map(stated)).toEqual([[quarter, heading, start, false]])
    expect(own).toBeNull()
  })

  it.each([
    ['Harbour goals for Q3 FY30/31', 3, 'Q3 FY30/31'],
    ['Goals of the second quarter, FY30/31', 2, 'second quarter, FY30/31']
  ])('should be the plan’s where it says more: %s', (heading, quarter, label) => {
    const json = read(`== ${heading} ==${plan}`)
    expect(json).toMatchObject({heading, fiscalYear: {label: 'FY30/31'}})
    expect(json.periods).toMatchObject([{quarter, label, inferred: false}])
  })

  it('should hold up to the next one', () => {
    const {periods} = read(`== FY30/31 Q3 ==${plan}== FY30/31 Q4 ==${plan}`)
    expect(periods.map(({quarter, sections}) => [quarter, sections.length])).toEqual([
      [3, 1],
      [4, 1]
    ])
  })

  it('should state it in rendered text, among goals too', () => {
    const page =
      'Harbour\nFY30/31 Q3 goals edit\nGoals edit\nRow edit\nFY30/31 Q4 goals edit\nGoals edit\nSwim edit\n'
    const {periods} = toJson(parse(page, {from: 'text'}))
    expect(periods.map(({quarter, inferred}) => [quarter, inferred])).toEqual([
      [3, false],
      [4, false]
    ])
  })

  test.each([
    'Goals of Q1 to Q3 FY30/31',
    'Goals for Q3',
    'Goals for FY30/31',
    'Status of FY30/31 Q5',
    'Goals of FAQ3 FY30/31'
  ])('should not state it: %s', (heading) => {
    const {periods} = read(`== ${heading} ==${plan}`)
    expect(periods.every(({inferred}) => inferred)).toBe(true)
  })

  it('should not state it where it is a goal', () => {
    const page =
      '== Outcome 1 ==\n=== Goals ===\n==== Publish the report of FY30/31 Q3 ====\n* Write it\n'
    const {periods} = read(page)
    expect(periods).toHaveLength(1)
    expect(periods[0]!.sections[0]!.goals).toMatchObject([
      {text: 'Publish the report of FY30/31 Q3'}
    ])
  })
})

describe('a title', () => {
  test.each([
    ['Harbour/Goals/2030-31 Q3', 3, '2030-31 Q3', '2031-01-01'],
    ['Harbour/Goals/FY2031 Q1', 1, 'FY2031 Q1', '2030-07-01'],
    ['Harbour/Q2', 2, 'Q2', null]
  ])('should state it: %s', (title, quarter, label, start) => {
    expect(read(plan, {title}).periods.map(stated)).toEqual([[quarter, label, start, false]])
  })

  test.each(['Harbour/Goals/2030-31', 'Harbour/Q1 and Q2', 'Harbour/IQ3'])(
    'should not state it: %s',
    (title) => {
      expect(read(plan, {title}).periods).toMatchObject([{inferred: true}])
    }
  )
})

describe('a line before the plan', () => {
  test.each([
    [
      'Team Goals and Status for Q4 FY2032/33 in support of the Plan for FY2032/33',
      4,
      'Q4 FY2032/33'
    ],
    [
      "'''Purpose:''' Goals for the Harbour, for the second quarter of fiscal year 2029–30 (October 2029 – December 2029). Row!",
      2,
      'second quarter of fiscal year 2029–30 (October 2029 – December 2029)'
    ],
    ['Goals for each group for Q3 of 2031:', 3, 'Q3'],
    ['Goals for Q1 (July – September 2030)', 1, 'Q1 (July – September 2030)']
  ])('should state it: %s', (line, quarter, label) => {
    expect(read(`${line}\n${plan}`).periods).toMatchObject([{quarter, label, inferred: false}])
  })

  test.each([
    'These goals replace those of Q2 FY30/31.',
    'We count the boats for Q2 FY30/31.',
    'Goals for Q2 and later.',
    'The goals of FAQ4 FY30/31'
  ])('should not state it: %s', (line) => {
    expect(read(`${line}\n${plan}`).periods).toMatchObject([{inferred: true}])
  })

  it('should give way to tabs and headings', () => {
    const page = `Goals for Q4 FY30/31\n== Q1 ==${plan}== Q2 ==${plan}`
    expect(read(page).periods.map(({quarter}) => quarter)).toEqual([1, 2])
  })

  it('should hold for all of the plan, wherever numbers go down', () => {
    const page = `Goals for Q4 FY30/31\n${plan}=== Outcome 2 ===\n${plan}`
    expect(read(page).periods).toMatchObject([{quarter: 4, inferred: false}])
  })
})

describe('navigation', () => {
  it('should state the one between, in rendered text', () => {
    const page = 'Harbour\nQ1 Harbour Goals, FY2030–31, Q2 Q3\nOutcome 1 edit\nGoals edit\n- Row\n'
    expect(toJson(parse(page, {from: 'text'})).periods.map(stated)).toEqual([
      [2, 'FY2030–31, Q2', '2030-10-01', false]
    ])
  })

  it('should not be any three quarters', () => {
    const page = 'Harbour\nGoals, FY30/31, of Q1, Q2 and Q4\nOutcome 1 edit\nGoals edit\n- Row\n'
    expect(toJson(parse(page, {from: 'text'})).periods).toMatchObject([{inferred: true}])
  })
})

describe('a page written anew', () => {
  const said = ({heading, fiscalYear, fields, periods}: PlanJson): unknown => [
    heading,
    fiscalYear,
    fields,
    periods
  ]

  test.each([
    `'''Goals for Q3 FY30/31'''${plan}`,
    `'''FY30/31 Q3 goals'''${plan}`,
    `Goals for Q3 FY30/31\n* Goal owner: Ada\n${plan}`,
    `== Goals for Q3 FY30/31 ==\n* Goal owner: Ada${plan}`,
    `== FY30/31 Q3 ==${plan}== FY30/31 Q4 ==${plan}`
  ])('should say the same: %j', (page) => {
    const tree = parse(page, {from: 'wikitext'})
    expect(said(read(toWikitext(tree)))).toEqual(said(toJson(tree)))
    expect(said(toJson(parse(toMarkdown(tree), {from: 'markdown'})))).toEqual(said(toJson(tree)))
  })

  test('should say the same of rendered text', () => {
    const page =
      'Harbour/Goals\nGoals for Q3 FY30/31\nOutcome 1 edit\nBoats are found.\nGoal(s) edit\nRow edit\n- Paint it\n'
    const tree = parse(page, {from: 'text'})
    expect(said(read(toWikitext(tree)))).toEqual(said(toJson(tree)))
  })
})

describe('the label that says the fiscal year', () => {
  it('should not lose it', () => {
    const page = `== FY30/31 Q3 ==${plan}`
    const json = read(page)
    const edited = {...json, periods: [{...json.periods[0]!, label: 'Q3'}]}
    expect(() => edits(fromJson(edited), {source: page})).toThrow(
      /its fiscalYear would read as null/
    )
  })
})

describe('a quarter that no heading states', () => {
  const page = `Goals and Status for Q4 FY2032/33 of all piers\n${plan}`
  const json = read(page)

  it('should be written as one', () => {
    const said = ({periods, fiscalYear}: PlanJson): unknown => [periods, fiscalYear]
    const tree = parse(page, {from: 'wikitext'})
    expect(said(read(toWikitext(tree)))).toEqual(said(json))
    expect(said(toJson(parse(toMarkdown(tree), {from: 'markdown'})))).toEqual(said(json))
  })

  it('should not be changed by an edit', () => {
    const period = {...json.periods[0]!, label: 'Q3 FY2032/33', quarter: 3}
    const edited = fromJson({...json, periods: [period]})
    expect(() => edits(edited, {source: page})).toThrow(/its label would read as "Q4 FY2032\/33"/)
  })
})
