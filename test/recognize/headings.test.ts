/** What headings mean: outcomes, quarters, goals and notes. */
import {describe, expect, it, test} from 'vitest'
import {readHeading} from '../../src/plan/recognize/headings.ts'
import {readQuarter} from '../../src/plan/recognize/quarters.ts'
import {english, extendVocabulary} from '../../src/vocabulary/index.ts'
import {ownTime} from '../utils/work.ts'
import {sections, problems, read} from './read.ts'

/** What a page's one heading of an outcome says: outcomes, outputs, qualifier, statement. */
function heading(text: string): unknown[] {
  const found = sections(`=== ${text} ===\n==== Goals ====\n* Wind the clocks`)
  return found.map(({numbers, qualifier, statement}) => {
    const {outcome = [], output = [], ...others} = numbers
    expect(others).toEqual({})
    return [outcome.join(' '), output.join(' '), qualifier, statement]
  })
}

describe('a heading of an outcome', () => {
  test.each([
    ['Outcome 2', '2', ''],
    ['outcome 2', '2', ''],
    ['OUTCOME 2', '2', ''],
    ['Outcome2', '2', ''],
    ['Outcome 2.', '2', ''],
    ['Outcome 2:', '2', ''],
    ['Outcome 10.12', '10.12', ''],
    ['Output 3', '', '3'],
    ['Output 3.1.2', '', '3.1.2'],
    ['Outcome 2 / Output 3', '2', '3'],
    ['Outcome 2/Output 3', '2', '3'],
    ['Outcome 2, Output 2.1', '2', '2.1'],
    ['Outcome 2 - Output 3', '2', '3'],
    ['Outcome 2 – Output 3', '2', '3'],
    ['Outcome 2; Output 3', '2', '3'],
    ['Outcome 2 & Output 3', '2', '3'],
    ['Outcome 2 and Output 3', '2', '3'],
    ['Outcome 2, and Output 3', '2', '3'],
    ['Outcome 2 Output 3', '2', '3'],
    ['Outcomes 5 and 6', '5 6', ''],
    ['Outcomes 5 & 6', '5 6', ''],
    ['Outcomes 5, 6', '5 6', ''],
    ['Outcomes 5, 6 and 7', '5 6 7', ''],
    ['Outcomes 5, 6, and 7', '5 6 7', ''],
    ['Outputs 1.1, 1.2 and 1.3', '', '1.1 1.2 1.3'],
    ['Outcomes 1 and 2 / Outputs 1.1 and 2.1', '1 2', '1.1 2.1'],
    ['Output 3 / Outcome 2', '2', '3']
  ])('should have numbers: %s', (text, outcomeNumbers, outputNumbers) => {
    expect(heading(text)).toEqual([[outcomeNumbers, outputNumbers, null, null]])
  })

  test.each([
    ['Outcome 2 (Night boats)', 'Night boats'],
    ['Outcome 2, Output 2.1 (Performance)', 'Performance'],
    ['Outcome 2(Night boats)', 'Night boats'],
    ['Outcome 2 ( Night boats )', 'Night boats'],
    ['Outcome 2 (boats (old) and lamps)', 'boats (old) and lamps'],
    ["Outcome 2 (''Night'' [[Boats|boats]])", 'Night boats']
  ])('should have a name in brackets: %s', (text, qualifier) => {
    expect(heading(text)).toMatchObject([['2', expect.anything(), qualifier, null]])
  })

  it('should have no name in empty brackets', () => {
    expect(heading('Outcome 2 ()')).toEqual([['2', '', null, null]])
  })

  test.each([
    ['Outcome 1: All ferries keep time', 'All ferries keep time'],
    ['Outcome 1 – All ferries keep time', 'All ferries keep time'],
    ['Outcome 1 - All ferries keep time', 'All ferries keep time'],
    ['Outcome 1. All ferries keep time', 'All ferries keep time'],
    ['Outcome 1 All ferries keep time', 'All ferries keep time'],
    ['Outcome 1 - Output of the mill rises', 'Output of the mill rises'],
    ['Outcome 1: Output of the mill rises', 'Output of the mill rises'],
    ['Outcome 1: 5 boats leave on time', '5 boats leave on time'],
    ['Outcome 1 – and all is well', 'and all is well']
  ])('should have a statement: %s', (text, statement) => {
    expect(heading(text)).toEqual([['1', '', null, statement]])
    expect(sections(`=== ${text} ===`)[0]?.heading).toBe(text)
  })

  it('should give way to a statement of its own', () => {
    const page = "=== Outcome 1: All ferries keep time ===\n'''Boats leave on time.'''\n"
    expect(sections(page)[0]?.statement).toBe('Boats leave on time.')
  })

  test.each([
    ...['Outcome two', 'Outcome: better boats', 'Outcomes and outputs', 'Outcome II', 'Outcome #2'],
    ...['Outcome 2nd', 'Outcome A', 'Output of the mill']
  ])('should be reported where it has no number: %s', (text) => {
    expect(heading(text)).toEqual([['', '', null, null]])
    const source = `=== ${text} ===\n==== Goals ====\n* Wind the clocks`
    expect(problems(source)).toEqual([`outcome-unparsed: === ${text} ===`])
  })

  test.each([
    'The Outcome 2',
    'Outcomewise 2',
    'Outcomings 2',
    'Putout 3',
    'Outputting 3',
    '2 Outcomes',
    'Results 2'
  ])('should not be: %s', (text) => expect(readHeading(text, english)?.kind).not.toBe('section'))

  it('should not be the word alone', () => {
    for (const word of ['Outcome', 'Outcomes', 'Output'])
      expect(readHeading(word, english)).toBeUndefined()
  })

  it('should be a line that says nothing else', () => {
    for (const line of [
      "'''Outcome 2 / Output 3'''",
      'Outcome 2 / Output 3',
      ';Outcome 2 / Output 3'
    ]) {
      expect(sections(`${line}\n\n'''Goals'''\n* Wind`), line).toMatchObject([
        {type: 'outcome', numbers: {outcome: ['2'], output: ['3']}}
      ])
    }
  })

  test.each([
    'Outcome 2 is late.',
    'Outcome 2: boats are late.',
    'Outcomes are good.',
    'Output two',
    "'''Outcome''' 2 was met"
  ])('should not be a line that says more: %s', (line) =>
    expect(
      sections(`=== Outcome 1 ===\n==== Status ====\nNote: July 2030\n\n${line}`)
    ).toHaveLength(1)
  )

  it('should be of the caller’s vocabulary', () => {
    const vocabulary = extendVocabulary({
      headings: {outcome: ['Ergebnis', 'Ergebnisse'], output: ['Leistung']},
      conjunctions: ['und']
    })
    expect(readHeading('Ergebnisse 1 und 2 / Leistung 3 (Boote)', vocabulary)).toEqual({
      kind: 'section',
      section: {
        kind: 'outcome',
        code: null,
        numbers: {outcome: ['1', '2'], output: ['3']},
        numberParts: [
          {word: 'outcome', value: '1', from: 11, to: 12},
          {word: 'outcome', value: '2', from: 17, to: 18},
          {word: 'output', value: '3', from: 30, to: 31}
        ],
        qualifier: {value: 'Boote', from: 33, to: 38},
        statement: null
      }
    })
  })

  it('should be read in linear time', () => {
    for (const part of ['1,', 'Outcome 1 ', '1 and ', '1.', '/', '(', '1, ']) {
      const heading = `Outcome ${part.repeat(100_000 / part.length)}`
      expect(
        ownTime(() => readHeading(heading, english)),
        part
      ).toBeLessThan(1000)
    }
  })
})

describe('a quarter', () => {
  test.each<[string, number]>([
    ['Q1', 1],
    ['Q2', 2],
    ['q3', 3],
    ['Q 4', 4],
    ['Quarter 3', 3],
    ['quarter 1', 1],
    ['Q2 (October – December 2030)', 2],
    ['Q2(October)', 2],
    ['Q1 - July', 1],
    ['Q1 – July', 1],
    ['Q1: July', 1],
    ['Q1, July', 1],
    ['Q1 FY30/31', 1],
    ['Q4 2030', 4],
    ['Quarter 2 / 2030', 2]
  ])('should be named by %s', (text, quarter) => {
    expect(readQuarter(text, english)).toBe(quarter)
    expect(readHeading(text, english)).toEqual({kind: 'period', quarter})
  })

  test.each([
    ...[
      'Q0',
      'Q5',
      'Q10',
      'Q12',
      'Q1a',
      'Q1st',
      'Q',
      'Quarter',
      'Quarters',
      'Quarterly 1',
      'Quarter three'
    ],
    ...[
      'Q1’s logging',
      "Q1's logging",
      'Q1 logging',
      'Q1 Logging',
      'Queue 1',
      'The Q1',
      '1',
      'Q-1',
      'Q.1',
      'Q  1'
    ]
  ])('should not be named by %s', (text) => expect(readQuarter(text, english)).toBeUndefined())
})

describe('a heading of a section', () => {
  test.each([
    ['goals', 'goal', 'Goal(s), Goals, Goal, goals, GOALS, Goals:, Goal(s):, Goals :'],
    ['goals', 'keyResult', 'Key results, Key result, Key result(s), KEY RESULTS, Key results:'],
    ['goals', 'hypothesis', 'Hypotheses, Hypothesis, hypotheses, Hypotheses :'],
    [
      'status',
      undefined,
      'Status, Status update, Status updates, Status update(s), STATUS UPDATES, Status:'
    ],
    ['end', undefined, 'See also, References, External links, Footnotes, see also']
  ])('should be of %s: %s %s', (kind, items, texts) => {
    for (const text of texts.split(', '))
      expect(readHeading(text, english), text).toStrictEqual(items ? {kind, items} : {kind})
  })

  test.each([
    ...[
      'Goals of the year',
      'Program goals',
      'Goals 2030',
      'Our goals',
      'Goal 1',
      'Statuses',
      'Status quo'
    ],
    ...[
      'Status of boats',
      'See',
      'See also the boats',
      'Introduction',
      '',
      'Goals Status',
      'Goal(s',
      'Goals::'
    ]
  ])('should not be %j', (text) => expect(readHeading(text, english)).toBeUndefined())

  it('should be on any level, and bold lines too', () => {
    for (const mark of ['=', '==', '======', "'''", "''", ';', '']) {
      const close = mark === ';' ? '' : mark
      const page = `=== Outcome 1 ===\n${mark}Goals${close}\n\n* Wind\n${mark}Status${close}\n\n* Wound`
      expect(sections(page), mark).toMatchObject([
        {goals: [{text: 'Wind'}], notes: [{updates: [{text: 'Wound'}]}]}
      ])
    }
  })
})

describe('what shows nothing in a heading', () => {
  test.each([
    '<span id="goals"></span> Goals',
    '<!-- ours --> Goals',
    '[[Category:Boats]] Goals <ref>Ours</ref>'
  ])('should not keep it from being that of goals: %s', (text) => {
    expect(sections(`=== Outcome 1 ===\n==== ${text} ====\n* Wind`)).toMatchObject([
      {goals: [{text: 'Wind', tasks: []}]}
    ])
  })

  it('should not keep it from being a quarter’s', () => {
    const page = '== <span id="q2"></span> Q2 ==\n=== Outcome 1 ===\n==== Goals ====\n* Wind'
    expect(read(page).periods).toMatchObject([{label: 'Q2', quarter: 2, inferred: false}])
  })
})

describe('the heading of the plan', () => {
  test.each([
    ['== Boats ==\n== Goals and plans ==\n* Goal Owner: Ada\n', 'Goals and plans'],
    ['== Boats FY30/31 ==\n== People ==\n', 'Boats FY30/31'],
    ['== Boats ==\n* Goal Owner: Ada\n', 'Boats'],
    [
      '== Program goals for FY30/31 ==\n== People ==\n* Goal Owner: Ada\n',
      'Program goals for FY30/31'
    ],
    ['* Goal Owner: Ada\n', null]
  ])(
    'should be the last with a fiscal year or a word of plans, else the one above: %j',
    (page, text) => {
      expect(read(`${page}=== Outcome 1 ===\n`).heading).toBe(text)
    }
  )
})
