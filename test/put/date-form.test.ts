import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {writeDate} from '../../src/change/edits/date-form.ts'
import {dateAt} from '../../src/plan/recognize/dates.ts'
import {english, extendVocabulary} from '../../src/vocabulary/index.ts'
import type {DatePrecision} from '../../src/plan/types.ts'

const precisions: Record<number, DatePrecision> = {4: 'year', 7: 'month', 10: 'day'}

function write(value: string, ...groups: string[][]): string {
  return writeDate({value, precision: precisions[value.length]!}, groups, english)
}

describe('writing a date', () => {
  it.each<[string, string, string[][]]>([
    // As the house does.
    ['2030-08-14', 'August 14, 2030', []],
    ['2030-08-04', 'August 4, 2030', []],
    ['2030-08', 'August 2030', []],
    ['2030', '2030', []],
    // As neighbours do.
    ['2030-08-14', '14 August 2030', [['3 July 2030']]],
    ['2030-08-14', '14 August, 2030', [['3 July, 2030']]],
    ['2030-08-14', '14th of August 2030', [['3rd of July 2030']]],
    ['2030-08-14', 'Aug 14, 2030', [['Jul 3, 2030']]],
    ['2030-09-01', 'Sep 1, 2030', [['Jul 3, 2030']]],
    ['2030-09-01', 'Sept 1, 2030', [['Sept 3, 2030', 'Jul 3, 2030'].slice(0, 1)]],
    ['2030-05-01', 'May 1, 2030', [['Jul 3, 2030']]],
    ['2030-08-01', 'August 1, 2030', [['May 3, 2030']]],
    ['2030-08-14', 'August 14 2030', [['July 3 2030']]],
    ['2030-08-21', 'August 21st, 2030', [['July 3rd, 2030']]],
    ['2030-08-22', 'August 22nd 2030', [['July 3rd 2030']]],
    ['2030-08-13', 'August 13th, 2030', [['July 3rd, 2030']]],
    ['2030-08-04', 'August 04, 2030', [['July 03, 2030']]],
    ['2030-08-04', 'August 4, 2030', [['July 13, 2030']]],
    ['2030-08-04', '2030-08-04', [['2030-07-13']]],
    ['2030-08-04', '2030-8-4', [['2030-7-13']]],
    ['2030-08', '2030-08', [['2030-07']]],
    ['2030-08', 'August, 2030', [['July, 2030']]],
    // Odd spacing is nobody's wish.
    ['2030-08-14', 'August 14, 2030', [['July 3,2030', 'June 4,2030']]],
    ['2030-08-14', 'Aug 14, 2030', [['Jul. 3,2030']]],
    // Most of them, the nearest first.
    ['2030-08-14', '14 August 2030', [['3 July 2030', '2030-07-05', '1 June 2030']]],
    ['2030-08-14', '14 August 2030', [['3 July 2030'], ['2030-07-05', '2030-07-06']]],
    ['2030-08-14', '2030-08-14', [[], ['2030-07-05']]],
    ['2030-08-14', '2030-08-14', [['some day', '2030'], ['2030-07-05']]],
    // As far as those of another precision say.
    ['2030-08', '2030-08', [['2030-07-05']]],
    ['2030-08', 'Aug 2030', [['3 Jul 2030']]],
    ['2030-08', 'August 2030', [['July 3, 2030']]],
    ['2030-08-14', 'Aug 14, 2030', [['Jul 2030']]],
    ['2030-08-14', '2030-08-14', [['2030-07']]],
    ['2030-08-14', '14 Aug 2030', [['Jul 2030'], ['3 July 2030']]],
    ['2030', '2030', [['2030-07-05']]]
  ])('should write %s as %s beside %j', (value, expected, groups) => {
    expect(write(value, ...groups)).toBe(expected)
  })

  it('should use the months of the vocabulary', () => {
    const months = english.months.map(([name], index) => {
      return index === 7 ? ['août'] : index === 6 ? ['juillet', 'juil'] : [`${name}e`]
    })
    const vocabulary = extendVocabulary({months})
    const day = {value: '2030-08-14', precision: 'day'} as const
    expect(writeDate(day, [['3 juillet 2030']], vocabulary)).toBe('14 août 2030')
    expect(writeDate(day, [['July 3, 2030']], vocabulary)).toBe('August 14, 2030')
    expect(writeDate(day, [['3 Jul 2030']], vocabulary)).toBe('14 Aug 2030')
  })

  it.each([
    ['2030-02-30', 'day'],
    ['2030-08', 'day'],
    ['August 14, 2030', 'year'],
    ['', 'month']
  ] as const)('should refuse %j as a %s', (value, precision) => {
    expect(() => writeDate({value, precision}, [], english)).toThrow(RangeError)
  })

  it('should read back', () => {
    const raws = [
      '3 Jul 2030',
      'July 3rd, 2030',
      '2030-7-3',
      '2030-07',
      'Sept. 2030',
      '03 of May, 2030',
      '1. June 2030',
      'soon',
      ''
    ]
    const group = fc.array(fc.constantFrom(...raws), {maxLength: 4})
    const day = fc.date({
      min: new Date('1000-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true
    })
    const property = fc.property(
      day,
      fc.constantFrom(4, 7, 10),
      fc.array(group, {maxLength: 3}),
      (date, length, groups) => {
        const value = date.toISOString().slice(0, length)
        const text = write(value, ...groups)
        const precision = precisions[length]
        expect(dateAt(text, 0, english)).toEqual({value, precision, end: text.length})
      }
    )
    fc.assert(property)
  })
})
