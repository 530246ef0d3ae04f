import {monthRange} from './dates.ts'
import {wordAt} from './words.ts'
import type {FiscalYear} from '../types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/**
 * The first fiscal year that a text names. A single year is the one it ends in.
 *
 * ```markdown
 * | FY30/31   FY2030-31   FY2030–2031   FY2031   Fiscal year 2030–31
 * ```
 */
export function fiscalYearOf(text: string | null, {fiscalYear}: Vocabulary): FiscalYear | null {
  if (!text) return null
  for (let at = 0; at < text.length; at++) {
    if (at > 0 && /[\p{L}\d]/u.test(text[at - 1]!)) continue
    const prefix = wordAt(text, at, fiscalYear.prefixes)
    const years =
      prefix &&
      /^\s?(\d{4}|\d{2})(?:\s?[/–-]\s?(\d{4}|\d{2}))?(?!\d)/.exec(
        text.slice(at + prefix.length, at + prefix.length + 16)
      )
    if (years) return toFiscalYear(prefix + years[0], years[1]!, years[2], fiscalYear.startMonth)
  }
  return null
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
