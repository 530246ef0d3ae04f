import type {DatePrecision} from '../types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** A date found in a text; `value` is `null` where no calendar has it. */
export interface FoundDate {
  value: string | null
  precision: DatePrecision | null
  /** Where it ends in the text. */
  end: number
}

/**
 * The date that stands at an offset of a text.
 *
 * ```markdown
 * | August 14, 2030   14 August 2030   Aug 14th 2030   August 14,2030   2030-08-14   August 2030   2030
 * ```
 */
export function dateAt(text: string, at: number, vocabulary: Vocabulary): FoundDate | undefined {
  if (!isDigit(text.charCodeAt(at))) return monthFirst(text, at, vocabulary)
  return isoDate(text, at) ?? dayFirst(text, at, vocabulary) ?? yearOnly(text, at)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isoDate(text: string, at: number): FoundDate | undefined {
  const match = sticky(/(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?![\d-])/y, text, at)
  return (
    match && found(Number(match[1]), Number(match[2]), numberOf(match[3]), at + match[0].length)
  )
}

function monthFirst(text: string, at: number, vocabulary: Vocabulary): FoundDate | undefined {
  const month = monthAt(text, at, vocabulary)
  if (!month) return undefined
  const match =
    sticky(
      /\.?\s{0,3}(\d{1,2})(?:st|nd|rd|th|\.)?(?!\d)[\s,]{0,4}(\d{4})(?!\d)/y,
      text,
      month.end
    ) ?? sticky(/\.?[\s,]{0,4}()(\d{4})(?!\d)/y, text, month.end)
  return (
    match && found(Number(match[2]), month.number, numberOf(match[1]), month.end + match[0].length)
  )
}

function dayFirst(text: string, at: number, vocabulary: Vocabulary): FoundDate | undefined {
  const day = sticky(/(\d{1,2})(?:st|nd|rd|th|\.)?\s{1,3}(?:of\s{1,3})?/y, text, at)
  const month = day && monthAt(text, at + day[0].length, vocabulary)
  const year = month && sticky(/\.?[\s,]{0,4}(\d{4})(?!\d)/y, text, month.end)
  return year && found(Number(year[1]), month.number, Number(day[1]), month.end + year[0].length)
}

function yearOnly(text: string, at: number): FoundDate | undefined {
  const match = sticky(/\d{4}(?![\d\p{L}]|[/–-]\d)/uy, text, at)
  return match && found(Number(match[0]), undefined, undefined, at + 4)
}

function sticky(expression: RegExp, text: string, at: number): RegExpExecArray | undefined {
  expression.lastIndex = at
  return expression.exec(text) ?? undefined
}

function numberOf(digits: string | undefined): number | undefined {
  return digits ? Number(digits) : undefined
}

function found(
  year: number,
  month: number | undefined,
  day: number | undefined,
  end: number
): FoundDate {
  if (month === undefined) return {value: pad(year, 4), precision: 'year', end}
  const possible =
    month >= 1 && month <= 12 && (day === undefined || (day >= 1 && day <= daysIn(year, month)))
  if (!possible) return {value: null, precision: null, end}
  const value = `${pad(year, 4)}-${pad(month, 2)}`
  return day === undefined
    ? {value, precision: 'month', end}
    : {value: `${value}-${pad(day, 2)}`, precision: 'day', end}
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0')
}

/** The number of days of a month, 1 to 12. */
function daysIn(year: number, month: number): number {
  return dayOf(year, month, 0).getUTCDate()
}

/** The first and last day of some months: `[2030-07-01, 2030-09-30]`. */
export function monthRange(
  year: number,
  month: number,
  count: number
): [start: string, end: string] {
  return [isoDay(year, month - 1, 1), isoDay(year, month - 1 + count, 0)]
}

function isoDay(year: number, month: number, day: number): string {
  return dayOf(year, month, day).toISOString().slice(0, 10)
}

/** `Date.UTC` alone takes the year 30 for 1930. */
function dayOf(year: number, month: number, day: number): Date {
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return date
}

/** The month's name that stands at an offset, with where it ends. */
export function monthAt(
  text: string,
  at: number,
  vocabulary: Vocabulary
): {number: number; end: number} | undefined {
  const letters = /\p{L}{1,20}/uy
  letters.lastIndex = at
  if (!letters.test(text)) return undefined
  const end = letters.lastIndex
  const number = monthsOf(vocabulary).get(text.slice(at, end).toLowerCase())
  return number ? {number, end} : undefined
}

const monthIndexes = new WeakMap<Vocabulary, Map<string, number>>()

function monthsOf(vocabulary: Vocabulary): Map<string, number> {
  let index = monthIndexes.get(vocabulary)
  if (!index) {
    index = new Map(
      vocabulary.months.flatMap((names, month) =>
        names.map((name) => [name.toLowerCase(), month + 1] as const)
      )
    )
    monthIndexes.set(vocabulary, index)
  }
  return index
}
