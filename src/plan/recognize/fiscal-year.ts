import {monthRange} from './dates.ts'
import {skip, wordAt} from './words.ts'
import type {FiscalYear} from '../types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/**
 * The first fiscal year that a text names. A single year is the one it ends in.
 *
 * ```markdown
 * | FY30/31   FY2030-31   FY2030–2031   FY2031   Fiscal year 2030–31   2030-31 Q3
 * ```
 */
export function fiscalYearOf(text: string | null, vocabulary: Vocabulary): FiscalYear | null {
  // Most text has no number, which is seen at once.
  if (!text || !/\d/.test(text)) return null
  for (const {index} of text.matchAll(wordStart)) {
    const found = fiscalYearAt(text, index, vocabulary)
    if (found) return found.year
  }
  return null
}

/** Where a word or number starts. */
export const wordStart = /(?<![\p{L}\d])[\p{L}\d]/gu

/** The fiscal year that stands at an offset of a text, and where it ends. */
export function fiscalYearAt(
  text: string,
  at: number,
  vocabulary: Vocabulary
): {year: FiscalYear; end: number} | undefined {
  if (at > 0 && /[\p{L}\d]/u.test(text[at - 1]!)) return undefined
  const {prefixes, startMonth} = vocabulary.fiscalYear
  const prefix = wordAt(text, at, prefixes)
  const years = prefix
    ? /^\s?(\d{4}|\d{2})(?:\s?[/–-]\s?(\d{4}|\d{2}))?(?!\d)/.exec(
        text.slice(at + prefix.length, at + prefix.length + 16)
      )
    : yearsBeforeQuarter(text, at, vocabulary)
  if (!years) return undefined
  const label = (prefix ?? '') + years[0]
  return {year: toFiscalYear(label, years[1]!, years[2], startMonth), end: at + label.length}
}

/** Two years that a quarter follows need no word: `2030-31 Q3`. */
function yearsBeforeQuarter(
  text: string,
  at: number,
  {headings}: Vocabulary
): RegExpExecArray | undefined {
  if (!/\d/.test(text.charAt(at))) return undefined
  const years = /^(\d{4})[/–-](\d{4}|\d{2})(?=[\s,]{1,2})/.exec(text.slice(at, at + 12))
  if (!years || !follow(years[1]!, years[2]!)) return undefined
  const next = skip(text, at + years[0].length, /[\s,]/)
  const word = wordAt(text, next, headings.quarter)
  return word && /^\s?[1-4](?!\d)/.test(text.slice(next + word.length)) ? years : undefined
}

function follow(first: string, second: string): boolean {
  return String(Number(first) + 1).endsWith(second)
}

function toFiscalYear(
  label: string,
  first: string,
  second: string | undefined,
  startMonth: number
): FiscalYear {
  const named = fullYear(first)
  const year = second === undefined && startMonth > 1 ? named - 1 : named
  const [start, end] = monthRange(year, startMonth, 12)
  return {label, start, end}
}

function fullYear(digits: string): number {
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}

/** Whether a text has a word of a plan's heading, such as `Goals`. */
export function hasPlanWord(text: string, {headings}: Vocabulary): boolean {
  for (const {index} of text.matchAll(/\p{L}+/gu))
    if (wordAt(text, index, headings.plan)) return true
  return false
}
