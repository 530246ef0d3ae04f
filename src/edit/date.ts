import {dateAt} from '../plan/recognize/dates.ts'
import {wrong} from '../vocabulary/check.ts'
import type {DateNode} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/index.ts'

/**
 * A new date, spelt as the house style has it: `August 14, 2030`.
 *
 * @throws {TypeError} for what is no date of the calendar in ISO 8601.
 */
export function toDate(date: string, vocabulary: Vocabulary): DateNode {
  const found = typeof date === 'string' ? dateAt(date, 0, vocabulary) : undefined
  if (!found || found.value !== date)
    throw wrong('date', 'a date of the calendar such as 2030-08-14, 2030-08 or 2030', date)
  const {value, precision} = found
  return {type: 'date', value, precision, raw: spell(date, vocabulary)}
}

function spell(date: string, {months}: Vocabulary): string {
  const [year, month, day] = date.split('-')
  const name = month && months[Number(month) - 1]?.[0]
  if (!name) return date
  return day ? `${name} ${Number(day)}, ${year}` : `${name} ${year}`
}
