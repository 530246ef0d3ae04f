/** How a date is written on its page: as its neighbours are. */
import {majority} from './majority.ts'
import {dateAt, monthAt} from '../../plan/recognize/dates.ts'
import type {DatePrecision} from '../../plan/types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** A date, as precise as it is. */
export interface DateValue {
  /** ISO 8601. */
  value: string
  precision: DatePrecision
}

/** What the writing of a date tells; `undefined` for what it does not. */
interface Form {
  precision: DatePrecision
  order: Order | undefined
  /** The month's name, as written. */
  month: string | undefined
  /** What stands behind a day's number: `th`, `.`, nothing. */
  ordinal: string | undefined
  /** `the 14th of August`. */
  of: boolean | undefined
  /** Whether a comma stands before the year. */
  comma: boolean | undefined
  /** Whether a number of one digit has a zero before it. */
  zero: boolean | undefined
}

type Order = 'iso' | 'mdy' | 'dmy'

/**
 * A date as the nearest neighbours that tell how write theirs, each trait of the form for itself; else as
 * `August 14, 2030`, `August 2030`, `2030`. Odd spacing (`August 14,2030`) is not imitated.
 *
 * @param neighbours Groups of dates as written, the nearest first.
 * @throws {RangeError} for a value that is no date of its precision.
 */
export function writeDate(
  date: DateValue,
  neighbours: readonly (readonly string[])[],
  vocabulary: Vocabulary
): string {
  if (!readsAs(date.value, date, vocabulary)) {
    throw new RangeError(
      `\`${date.value}\` is no date with the precision \`${date.precision}\`: expected \`2030-08-14\` (day), \`2030-08\` (month) or \`2030\` (year)`
    )
  }
  const forms = neighbours.map((group) => {
    return group.map((raw) => formOf(raw, vocabulary)).filter((form) => form !== undefined)
  })
  const written = [write(date, forms, vocabulary), write(date, [], vocabulary), date.value]
  return written.find((text) => readsAs(text, date, vocabulary))!
}

function readsAs(text: string, {value, precision}: DateValue, vocabulary: Vocabulary): boolean {
  const found = dateAt(text, 0, vocabulary)
  return found?.value === value && found.precision === precision && found.end === text.length
}

/** How a date is written; `undefined` for what tells nothing, as a bare year does. */
function formOf(raw: string, vocabulary: Vocabulary): Form | undefined {
  const text = raw.trim()
  return isoForm(text) ?? monthFirstForm(text, vocabulary) ?? dayFirstForm(text, vocabulary)
}

const nothing = {
  order: undefined,
  month: undefined,
  ordinal: undefined,
  of: undefined,
  comma: undefined,
  zero: undefined
}

function isoForm(text: string): Form | undefined {
  const [, month, day] = /^\d{4}-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text) ?? []
  if (!month) return undefined
  return {...nothing, precision: day ? 'day' : 'month', order: 'iso', zero: zeroIn(month, day)}
}

/**
 * ```markdown
 * | August 14th, 2030   Aug. 2030
 * ```
 */
function monthFirstForm(text: string, vocabulary: Vocabulary): Form | undefined {
  const month = monthAt(text, 0, vocabulary)
  const match =
    month &&
    /^\.?\s{0,3}(?:(\d{1,2})(st|nd|rd|th|\.|)(?!\d))?\s{0,3}(,?)\s{0,3}\d{4}$/.exec(
      text.slice(month.end)
    )
  if (!month || !match) return undefined
  const [, day, ordinal, comma] = match
  const form = {...nothing, month: text.slice(0, month.end), comma: comma !== ''}
  if (!day) return {...form, precision: 'month'}
  return {...form, precision: 'day', order: 'mdy', ordinal: ordinal!, zero: zeroIn(day)}
}

/**
 * ```markdown
 * | 14 August 2030   14th of August, 2030
 * ```
 */
function dayFirstForm(text: string, vocabulary: Vocabulary): Form | undefined {
  const opening = /^(\d{1,2})(st|nd|rd|th|\.|)\s{1,3}(of\s{1,3})?/.exec(text)
  const month = opening && monthAt(text, opening[0].length, vocabulary)
  const closing = month && /^\.?\s{0,3}(,?)\s{0,3}\d{4}$/.exec(text.slice(month.end))
  if (!opening || !month || !closing) return undefined
  const [all, day, ordinal, of] = opening
  return {
    precision: 'day',
    order: 'dmy',
    month: text.slice(all.length, month.end),
    ordinal: ordinal!,
    of: of !== undefined,
    comma: closing[1] !== '',
    zero: zeroIn(day!)
  }
}

/** Whether numbers below ten have a zero before them; `undefined` where there are none. */
function zeroIn(...numbers: (string | undefined)[]): boolean | undefined {
  const small = numbers.filter((digits) => digits !== undefined && Number(digits) < 10)
  return small.length > 0 ? small.every((digits) => digits!.length > 1) : undefined
}

type Groups = readonly (readonly Form[])[]

function write({value, precision}: DateValue, groups: Groups, vocabulary: Vocabulary): string {
  const [year, month, day] = value.split('-') as [string, string?, string?]
  if (!month) return year
  const sure = groups.map((group) => preferred(group, precision))
  const order = trait(sure, 'order') ?? 'mdy'
  const alike = sure.map((group) => group.filter((form) => form.order === order || !form.order))
  if (order === 'iso') {
    const zero = trait(alike, 'zero') ?? true
    return [year, ...[month, day].flatMap((digits) => (digits ? [number(digits, zero)] : []))].join(
      '-'
    )
  }
  const name = monthName(Number(month), groups, vocabulary)
  const same = alike.map((group) => group.filter((form) => form.precision === precision))
  if (!day) return `${name}${trait(same, 'comma') ? ',' : ''} ${year}`
  const numbered =
    number(day, trait(same, 'zero') ?? false) + ordinalOf(day, trait(same, 'ordinal') ?? '')
  const comma = (trait(same, 'comma') ?? order === 'mdy') ? ',' : ''
  if (order === 'mdy') return `${name} ${numbered}${comma} ${year}`
  return `${numbered} ${trait(same, 'of') ? 'of ' : ''}${name}${comma} ${year}`
}

/** Dates as precise as the one to be written say most of how; where there are none, all do. */
function preferred(group: readonly Form[], precision: DatePrecision): readonly Form[] {
  const same = group.filter((form) => form.precision === precision)
  return same.length > 0 ? same : group
}

/** What most of the nearest that tell it have. */
function trait<Name extends keyof Form>(groups: Groups, name: Name): Form[Name] | undefined {
  return majority(
    groups.map((group) => group.map((form) => form[name]).filter((value) => value !== undefined))
  )
}

function number(digits: string, zero: boolean): string {
  return zero ? digits : String(Number(digits))
}

/** `14` is the `th`, `21` the `st`. */
function ordinalOf(day: string, like: string): string {
  if (like === '' || like === '.') return like
  const last = Number(day) % 10
  const isTeen = Number(day) > 10 && Number(day) < 14
  return isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][last] ?? 'th')
}

/** What a month's name tells of how others are written. */
interface NameForm {
  /** The letters of an abbreviation; 0 for a full name. */
  letters: number
  /** Which of the month's full names it is: a vocabulary may have those of several languages. */
  index: number
}

/** The month's name, as long as the neighbours' are. */
function monthName(month: number, groups: Groups, vocabulary: Vocabulary): string {
  const {full, short} = splitNames(vocabulary.months[month - 1]!)
  const forms = groups.map((group) => group.flatMap((form) => nameForm(form.month, vocabulary)))
  const like = majority(forms, ({letters, index}) => `${letters} ${index}`)
  const abbreviation =
    like && like.letters > 0
      ? (short.find((name) => name.length === like.letters) ?? short[0])
      : undefined
  return abbreviation ?? full[like?.index ?? 0] ?? full[0] ?? short[0]!
}

/** None for a month that has one name only, as May has. */
function nameForm(name: string | undefined, vocabulary: Vocabulary): NameForm[] {
  const month = name && monthAt(name, 0, vocabulary)
  if (!month) return []
  const {full, short} = splitNames(vocabulary.months[month.number - 1]!)
  if (full.length + short.length < 2) return []
  const index = full.findIndex((other) => other.toLowerCase() === name.toLowerCase())
  return [index < 0 ? {letters: name.length, index: 0} : {letters: 0, index}]
}

const longestAbbreviation = 4

/** The full names and the abbreviations: `Sept` is short for `September`. */
function splitNames(names: readonly string[]): {full: string[]; short: string[]} {
  const isShort = (name: string): boolean => {
    return name.length <= longestAbbreviation && names.some((other) => isOpeningOf(name, other))
  }
  return {full: names.filter((name) => !isShort(name)), short: names.filter(isShort)}
}

function isOpeningOf(name: string, other: string): boolean {
  return other.length > name.length && other.toLowerCase().startsWith(name.toLowerCase())
}
