/** Quarters: said by the page, or inferred from its outcomes. */
import {describe, expect, it, test} from 'vitest'
import {parse} from '../../src/index.ts'
import {read} from './read.ts'

const year = '== Goals and status FY30/31 ==\n'

/** A page's periods as `id inferred: headings`. */
function periods(page: string): string[] {
  return read(page).periods.map(
    ({id, inferred, sections}) =>
      `${id}${inferred ? '?' : ''}: ${sections.map((outcome) => Object.values(outcome.numbers).flat().join('/')).join(' ')}`
  )
}

function headings(...texts: string[]): string {
  return texts.map((text) => `=== ${text} ===\n==== Goals ====\n* Wind\n`).join('')
}

describe('a period without sections', () => {
  const types = (page: string): string[][] =>
    parse(page, {from: 'wikitext'}).children.flatMap((node) =>
      node.type === 'period' ? [node.children.map(({type}) => type)] : []
    )

  it('should have what stands below its name', () => {
    expect(types('== Q1 ==\nNot yet.\n\nSorry.\n== Q2 ==\n== See also ==\nA.\n')).toEqual([
      ['heading', 'paragraph', 'paragraph'],
      ['heading']
    ])
    expect(types('<tab name="Q1">\nNot yet.\n</tab>\n<tab name="Q2">\n</tab>\n')).toEqual([
      ['html', 'paragraph'],
      ['html']
    ])
  })
})

describe('a period', () => {
  it('should have goals under headings of its own level, whatever stood before it', () => {
    const goals = '== Q2 ==\n== Goals ==\n# Ring\n== Wind ==\n== Status ==\n'
    for (const page of [goals, `== Q1 ==\n== Outcome 1 ==\n== Goals ==\n== Ring ==\n${goals}`]) {
      const [outcome, ...others] = read(page).periods.at(-1)!.sections
      expect([outcome!.goals.map(({text}) => text), others]).toEqual([['Ring', 'Wind'], []])
    }
  })
})

describe('an inferred period', () => {
  test.each([
    ['once', ['Outcome 1', 'Outcome 2', 'Outcome 3'], ['q1?: 1 2 3']],
    ['where outcomes go down', ['Outcome 1', 'Outcome 2', 'Outcome 1'], ['q1?: 1 2', 'q2?: 1']],
    ['not where they stay', ['Outcome 1', 'Outcome 1 (Boats)'], ['q1?: 1 1']],
    [
      'where outputs go down',
      ['Outcome 1 / Output 2', 'Outcome 1 / Output 1'],
      ['q1?: 1/2', 'q2?: 1/1']
    ],
    [
      'not where outputs go down but outcomes up',
      ['Outcome 1 / Output 2', 'Outcome 2 / Output 1'],
      ['q1?: 1/2 2/1']
    ],
    [
      'by number, not by letter',
      ['Outcome 9', 'Outcome 10', 'Output 2.9', 'Output 2.10'],
      ['q1?: 9 10 2.9 2.10']
    ],
    ['where part of a number goes down', ['Output 2.10', 'Output 2.9'], ['q1?: 2.10', 'q2?: 2.9']],
    ['where a part of a number is gone', ['Output 2.1', 'Output 2'], ['q1?: 2.1', 'q2?: 2']],
    ['not where a part is added', ['Output 2', 'Output 2.1'], ['q1?: 2 2.1']],
    [
      'by the first of several numbers',
      ['Outcomes 2 and 9', 'Outcome 3', 'Outcomes 2 and 9'],
      ['q1?: 2/9 3', 'q2?: 2/9']
    ],
    [
      'four times',
      ['Outcome 4', 'Outcome 3', 'Outcome 2', 'Outcome 1'],
      ['q1?: 4', 'q2?: 3', 'q3?: 2', 'q4?: 1']
    ],
    ['not by a heading without a number', ['Outcome 2', 'Outcome two', 'Outcome 3'], ['q1?: 2  3']]
  ])('should be opened %s', (_, texts, expected) => {
    expect(periods(year + headings(...texts))).toEqual(expected)
  })

  it('should have its days', () => {
    expect(read(year + headings('Outcome 3', 'Outcome 2', 'Outcome 1')).periods).toMatchObject([
      {label: null, quarter: 1, start: '2030-07-01', end: '2030-09-30', inferred: true},
      {label: null, quarter: 2, start: '2030-10-01', end: '2030-12-31', inferred: true},
      {label: null, quarter: 3, start: '2031-01-01', end: '2031-03-31', inferred: true}
    ])
  })

  it('should be no quarter where there are more than four', () => {
    const page = read(
      year + headings('Outcome 5', 'Outcome 4', 'Outcome 3', 'Outcome 2', 'Outcome 1')
    )
    expect(page.periods).toHaveLength(5)
    for (const [index, period] of page.periods.entries()) {
      expect(period).toMatchObject({
        id: `period-${index + 1}`,
        quarter: null,
        start: null,
        end: null
      })
    }
  })

  it('should be no quarter of an unknown year', () => {
    expect(read(headings('Outcome 2', 'Outcome 1')).periods).toMatchObject([
      {id: 'period-1', quarter: null, start: null, end: null, inferred: true},
      {id: 'period-2', quarter: null, start: null, end: null, inferred: true}
    ])
  })

  it('should be there on a page without any outcome', () => {
    const empty = {label: null, inferred: true, sections: []}
    expect(read('Boats.').periods).toEqual([
      {id: 'period-1', quarter: null, start: null, end: null, ...empty}
    ])
    expect(read('').periods).toEqual([
      {id: 'period-1', quarter: null, start: null, end: null, ...empty}
    ])
    expect(read(year).periods).toEqual([
      {id: 'q1', quarter: 1, start: '2030-07-01', end: '2030-09-30', ...empty}
    ])
  })
})

describe('a period that the page names', () => {
  const outcome = '\n=== Outcome 1 ===\n==== Goals ====\n* Wind\n'

  test.each([
    [
      'tabs',
      `<tabs>\n<tab name="Q1 (July)">${outcome}</tab>\n<tab name="Q2">${outcome}</tab>\n</tabs>`
    ],
    ['tabbers', `<tabber>\nQ1 (July)=${outcome}|-|\nQ2=${outcome}</tabber>`],
    ['headings', `== Q1 (July) ==${outcome}== Q2 ==${outcome}`],
    ['headings on one level', `=== Q1 (July) ===${outcome}=== Q2 ===${outcome}`],
    ['bold lines', `'''Q1 (July)'''${outcome}'''Q2'''${outcome}`]
  ])('should be one of %s', (_, body) => {
    expect(read(year + body).periods).toMatchObject([
      {
        id: 'q1',
        label: 'Q1 (July)',
        quarter: 1,
        start: '2030-07-01',
        end: '2030-09-30',
        inferred: false
      },
      {id: 'q2', label: 'Q2', quarter: 2, start: '2030-10-01', end: '2030-12-31', inferred: false}
    ])
  })

  it('should go on where its outcomes go down', () => {
    expect(periods(`${year}== Q3 ==\n${headings('Outcome 2', 'Outcome 1')}`)).toEqual(['q3: 2 1'])
  })

  it('should be the same twice where the page says so', () => {
    expect(
      periods(`${year}== Q3 ==\n${headings('Outcome 1')}== Q3 ==\n${headings('Outcome 1')}`)
    ).toEqual(['q3: 1', 'q3-2: 1'])
  })

  test.each([
    ['Q1 (July - September 2030)', '2030-07-01', '2030-09-30'],
    ['Q2 (October – December 2030)', '2030-10-01', '2030-12-31'],
    ['Q3 (Jan-Mar 2031)', '2031-01-01', '2031-03-31'],
    ['Q2 (November 2030 – January 2031)', '2030-11-01', '2031-01-31'],
    ['Q1 (July 2030)', '2030-07-01', '2030-07-31'],
    ['Q1 (July - September)', null, null],
    ['Q1 2030', null, null],
    ['Q1', null, null]
  ])('should have the days of its label where the year is unknown: %s', (label, start, end) => {
    expect(read(`== ${label} ==\n${headings('Outcome 1')}`).periods).toMatchObject([
      {label, start, end, inferred: false}
    ])
  })

  it('should have the days of the fiscal year before those of its label', () => {
    expect(read(`${year}== Q1 (January – March 2030) ==\n`).periods).toMatchObject([
      {quarter: 1, start: '2030-07-01', end: '2030-09-30'}
    ])
  })

  it('should start in the caller’s month', () => {
    const vocabulary = {fiscalYear: {startMonth: 10}}
    expect(read(`${year}== Q2 ==\n`, {vocabulary}).periods).toMatchObject([
      {start: '2031-01-01', end: '2031-03-31'}
    ])
  })

  it('should not be a tab of another name', () => {
    const page = `${year}<tabs>\n<tab name="Q1">${outcome}</tab>\n<tab name="About">\n* Goal\n</tab>\n</tabs>`
    expect(periods(page)).toEqual(['q1: 1'])
  })
})
