/** Dates: every form, near misses, and days that no calendar has. */
import {describe, expect, it, test} from 'vitest'
import {dateAt, monthRange} from '../../src/plan/recognize/dates.ts'
import {english, extendVocabulary} from '../../src/vocabulary/index.ts'
import {notes, problems} from './read.ts'

/** A date's value and what it was written as; `null` where no calendar has it. */
function date(text: string, vocabulary = english): [string | null, string] | undefined {
  const found = dateAt(text, 0, vocabulary)
  return found && [found.value, text.slice(0, found.end)]
}

const german = extendVocabulary({
  months: [
    ['Januar', 'Jänner'],
    ['Februar'],
    ['März'],
    ['April'],
    ['Mai'],
    ['Juni'],
    ['Juli'],
    ['August'],
    ['September'],
    ['Oktober'],
    ['November'],
    ['Dezember']
  ]
})

describe('a date', () => {
  test.each([
    ...[
      'August 14, 2030',
      'August 14 2030',
      'August 14,2030',
      'August 14 , 2030',
      'August  14,  2030'
    ],
    ...['Aug 14, 2030', 'Aug. 14, 2030', 'Aug.14, 2030', 'august 14, 2030', 'AUGUST 14, 2030'],
    ...['August 14th, 2030', 'Aug 14th 2030', 'August 14., 2030', 'August\u00A014,\u00A02030'],
    ...['14 August 2030', '14 August, 2030', '14 Aug 2030', '14 Aug. 2030', '14th August 2030'],
    ...['14th of August 2030', '14th of August, 2030', '14. August 2030', '2030-08-14', '2030-8-14']
  ])('should be a day: %s', (text) => {
    expect(date(text)).toEqual(['2030-08-14', text])
    expect(date(`${text} and more`)).toEqual(['2030-08-14', text])
  })

  test.each(['August 2030', 'Aug 2030', 'Aug. 2030', 'August, 2030', '2030-08', '2030-8'])(
    'should be a month: %s',
    (text) =>
      expect(dateAt(text, 0, english)).toEqual({
        value: '2030-08',
        precision: 'month',
        end: text.length
      })
  )

  it('should be a year', () => {
    expect(dateAt('2030', 0, english)).toEqual({value: '2030', precision: 'year', end: 4})
    expect(dateAt('2030, at last', 0, english)).toEqual({value: '2030', precision: 'year', end: 4})
  })

  test.each([
    ['January', 'Jan', '01'],
    ['February', 'Feb', '02'],
    ['March', 'Mar', '03'],
    ['April', 'Apr', '04'],
    ['May', 'May', '05'],
    ['June', 'Jun', '06'],
    ['July', 'Jul', '07'],
    ['August', 'Aug', '08'],
    ['September', 'Sept', '09'],
    ['September', 'Sep', '09'],
    ['October', 'Oct', '10'],
    ['November', 'Nov', '11'],
    ['December', 'Dec', '12']
  ])('should have the month %s, short %s', (long, short, number) => {
    expect(date(`${long} 1, 2030`)?.[0]).toBe(`2030-${number}-01`)
    expect(date(`2 ${short} 2030`)?.[0]).toBe(`2030-${number}-02`)
  })

  test.each(['1st', '2nd', '3rd', '4th', '21st', '22nd', '23rd', '31st'])(
    'should have the day %s',
    (day) => {
      const value = `2030-08-${String(parseInt(day)).padStart(2, '0')}`
      expect(date(`August ${day}, 2030`)?.[0]).toBe(value)
      expect(date(`${day} August 2030`)?.[0]).toBe(value)
    }
  )

  test.each([
    ...[
      'August',
      'August 14',
      '14 August',
      '14',
      '8/14/2030',
      '14/08/2030',
      '14.08.2030',
      '14.8.30'
    ],
    ...[
      'Augusts 14, 2030',
      'Augu 14, 2030',
      'Mayor 2030',
      'Marching 2030',
      'Decem. 1, 2030',
      'the 14th'
    ],
    ...[
      'August 145, 2030',
      'August 14, 20301',
      'August 14, 203',
      '20301',
      '203',
      '2030s',
      '2030th',
      '2030a'
    ],
    ...[
      '20300814',
      '12030-08-14',
      '2030-08-14-02',
      'Q1 2030',
      'FY2030',
      'August of 2030',
      'Thursday',
      '',
      ' '
    ]
  ])('should not be read in %j', (text) => expect(date(text)).toBeUndefined())

  test.each([
    ['February 28, 2031', '2031-02-28'],
    ['February 29, 2032', '2032-02-29'],
    ['February 29, 2000', '2000-02-29'],
    ['February 29, 0004', '0004-02-29'],
    ['April 30, 2031', '2031-04-30'],
    ['December 31, 2031', '2031-12-31'],
    ['August 14, 0999', '0999-08-14'],
    ['14 August 0030', '0030-08-14'],
    ['0030-08-14', '0030-08-14'],
    ['August 0999', '0999-08'],
    ['0999', '0999']
  ])('should be on the calendar: %s', (text, value) => expect(date(text)).toEqual([value, text]))

  test.each([
    ...[
      'February 29, 2031',
      'February 29, 1900',
      'February 29, 2100',
      '29 February 2031',
      '2031-02-29'
    ],
    ...[
      'February 30, 2032',
      'April 31, 2031',
      '31. June 2031',
      'August 32, 2031',
      'August 0, 2031'
    ],
    ...['99 August 2031', '2031-13-01', '2031-00-10', '2031-08-00', '2031-13']
  ])('should not be on any calendar: %s', (text) => {
    expect(dateAt(text, 0, english)).toEqual({value: null, precision: null, end: text.length})
  })

  test.each([
    ['14. August 2030', '2030-08-14'],
    ['14. Oktober 2030', '2030-10-14'],
    ['1. März 2030', '2030-03-01'],
    ['1. Jänner 2030', '2030-01-01'],
    ['Dezember 2030', '2030-12'],
    ['14. December 2030', '2030-12-14']
  ])('should be read in German: %s', (text, value) =>
    expect(date(text, german)).toEqual([value, text])
  )

  test.each(['14. Oktober 2030', 'Mai 2030', 'Jänner 2030'])(
    'should not be read in German unasked: %s',
    (text) => {
      expect(date(text)).toBeUndefined()
    }
  )

  it('should be in a note as it is written, and reported where it is impossible', () => {
    const page = "'''Note: 31st of June,2031'''\n* The key is found."
    expect(notes(page)[0]?.date).toEqual({value: null, precision: null, raw: '31st of June,2031'})
    expect(problems(`=== Outcome 1 ===\n==== Status ====\n${page}`)).toEqual([
      'date-impossible: 31st of June,2031'
    ])
  })
})

describe('monthRange', () => {
  test.each<[Parameters<typeof monthRange>, [string, string]]>([
    [
      [2030, 7, 3],
      ['2030-07-01', '2030-09-30']
    ],
    [
      [2030, 7, 12],
      ['2030-07-01', '2031-06-30']
    ],
    [
      [2030, 10, 6],
      ['2030-10-01', '2031-03-31']
    ],
    [
      [2032, 2, 1],
      ['2032-02-01', '2032-02-29']
    ],
    [
      [999, 1, 3],
      ['0999-01-01', '0999-03-31']
    ],
    [
      [30, 7, 3],
      ['0030-07-01', '0030-09-30']
    ]
  ])('should give first and last day: %j', (range, days) =>
    expect(monthRange(...range)).toEqual(days)
  )
})
