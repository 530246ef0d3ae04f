/** Fiscal years: how they are written, and which of several is the plan's. */
import {describe, expect, it, test} from 'vitest'
import {fiscalYearOf} from '../../src/plan/recognize/fiscal-year.ts'
import {english, extendVocabulary} from '../../src/vocabulary/index.ts'
import {read} from './read.ts'

describe('a fiscal year', () => {
  test.each([
    ...[
      'FY30/31',
      'FY 30/31',
      'fy30/31',
      'FY30-31',
      'FY30–31',
      'FY2030/31',
      'FY2030-31',
      'FY2030–31'
    ],
    ...[
      'FY2030–2031',
      'FY2030/2031',
      'FY 2030 / 31',
      'FY2031',
      'FY31',
      'FY 2031',
      'Fiscal year 2030–31'
    ],
    ...['Fiscal Year 2031', 'fiscal year 30/31']
  ])('should start in July: %s', (label) => {
    const year = {label, start: '2030-07-01', end: '2031-06-30'}
    expect(fiscalYearOf(label, english)).toEqual(year)
    expect(fiscalYearOf(`Goals for ${label} (draft)`, english)).toEqual(year)
    expect(fiscalYearOf(`${label}: goals`, english)).toEqual(year)
  })

  test.each([
    ...[
      'FY',
      'FYI 2030',
      'FY3',
      'FY203',
      'FY20301',
      'GFY30',
      'iffy30',
      '1FY30',
      '30/31',
      '2030–31',
      'F Y30'
    ],
    ...['Fiscal years 2030', 'Year 2030', 'FY-30', 'FY/31', '']
  ])('should not be read in %j', (text) => expect(fiscalYearOf(text, english)).toBeNull())

  it('should be the first that a text names', () => {
    expect(fiscalYearOf('From FY29/30 to FY30/31', english)?.label).toBe('FY29/30')
  })

  test.each([
    [1, 'FY2031', '2031-01-01', '2031-12-31'],
    [4, 'FY2031', '2030-04-01', '2031-03-31'],
    [10, 'FY30/31', '2030-10-01', '2031-09-30'],
    [12, 'FY2031', '2030-12-01', '2031-11-30']
  ])('should start in the caller’s month: %s', (startMonth, label, start, end) => {
    const vocabulary = extendVocabulary({fiscalYear: {startMonth}})
    expect(fiscalYearOf(label, vocabulary)).toEqual({label, start, end})
  })

  it('should have the caller’s name', () => {
    const vocabulary = extendVocabulary({fiscalYear: {prefixes: ['Haushaltsjahr']}})
    expect(fiscalYearOf('Ziele im Haushaltsjahr 2031', vocabulary)?.label).toBe(
      'Haushaltsjahr 2031'
    )
    expect(fiscalYearOf('Goals for FY2031', vocabulary)?.label).toBe('FY2031')
  })
})

describe('the fiscal year of a plan', () => {
  const outcome = '=== Outcome 1 ===\n'

  test.each([
    ['the heading', '== Goals FY30/31 ==\n* Annual plan FY28/29: a\n', 'Boats/FY27/28', 'FY30/31'],
    ['the title', '== Boat goals ==\n* Annual plan FY28/29: a\n', 'Boats/FY27/28', 'FY27/28'],
    ['a label', '== Boat goals ==\n* Annual plan FY28/29: a\n', 'Boats', 'FY28/29'],
    ['an earlier heading', '== Past FY26/27 ==\n', 'Boats', 'FY26/27']
  ])('should be that of %s', (_, page, title, label) => {
    expect(read(page + outcome, {title}).fiscalYear?.label).toBe(label)
  })

  test.each(['* Goal Owner: FY28/29\n', 'It was FY28/29.\n', '', '{{FY28/29}}\n'])(
    'should not be that of a value or of prose: %j',
    (page) => expect(read(`== Boat goals ==\n${page}${outcome}`).fiscalYear).toBeNull()
  )

  it('should not be that of a heading behind the plan’s start', () => {
    expect(read(`${outcome}== Past FY28/29 ==\n`).fiscalYear).toBeNull()
  })
})
