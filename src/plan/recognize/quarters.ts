/**
 * Quarters, and where a page states the one that it is about.
 */
import {monthAt} from './dates.ts'
import {fiscalYearAt, fiscalYearOf, hasPlanWord, wordStart} from './fiscal-year.ts'
import {skip, wordAt} from './words.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** The quarter that a page is about, and the words that say so. */
export interface StatedQuarter {
  quarter: number
  label: string
}

/** Reads the quarter that a text states. */
export type ReadStated = (text: string, vocabulary: Vocabulary) => StatedQuarter | undefined

/** A quarter in a text: `Q3`, `Quarter 3`, `third quarter`. */
interface FoundQuarter {
  quarter: number
  from: number
  to: number
}

/**
 * The quarter that a label names. `Q1: How do I start?` is a question's.
 *
 * ```markdown
 * | Q2   Q2 (October – December 2030)   Quarter 3   Q1 FY30/31   second quarter
 * ```
 */
export function readQuarter(text: string, vocabulary: Vocabulary): number | undefined {
  const found = quarterAt(text, 0, vocabulary)
  const isLabel =
    found &&
    !text.trimEnd().endsWith('?') &&
    /^(?:$|\s*[(:,–—/-]|\s+(?:\p{Lu}{2}|\d))/u.test(text.slice(found.to, found.to + 12))
  return isLabel ? found.quarter : undefined
}

/**
 * The quarter of a heading or tab that has it beside a fiscal year.
 *
 * ```markdown
 * | FY30-31 Q3 (Jan-Mar) goals   Goals of the Harbour, FY2030-31, Q3
 * ```
 *
 * @param alone Whether it may say nothing else: so no goal is called.
 */
export function quarterOfYear(
  text: string,
  vocabulary: Vocabulary,
  alone = false
): number | undefined {
  const year = text.length < longestLabel ? fiscalYearOf(text, vocabulary) : null
  const [found, ...others] = year ? quartersIn(text, vocabulary) : []
  if (!found || others.length > 0) return undefined
  return alone && hasOtherWords(text, year!.label, found, vocabulary) ? undefined : found.quarter
}

const longestLabel = 200

/** Whether a label has words beside its year, its quarter, what stands in brackets, and such as `goals`. */
function hasOtherWords(
  text: string,
  year: string,
  {from, to}: FoundQuarter,
  vocabulary: Vocabulary
): boolean {
  const rest = (text.slice(0, from) + text.slice(to)).replace(year, '').replace(/\([^()]*\)/g, '')
  const words = rest.match(/\p{L}{3,}/gu) ?? []
  return words.some((word) => !hasPlanWord(word, vocabulary))
}

/**
 * The quarter that a page's title names, with the years beside it.
 *
 * ```markdown
 * | Harbour/Goals/2030-31 Q3
 *                 ^^^^^^^^^^
 * ```
 */
export function quarterInTitle(text: string, vocabulary: Vocabulary): StatedQuarter | undefined {
  const [found, ...others] = quartersIn(text, vocabulary)
  if (!found || others.length > 0) return undefined
  const {from, to} = dated(text, found, vocabulary) ?? found
  return {quarter: found.quarter, label: text.slice(from, to)}
}

/** The quarter of the plan's own heading, which has it beside a fiscal year. */
export function quarterInHeading(text: string, vocabulary: Vocabulary): StatedQuarter | undefined {
  return quarterOfYear(text, vocabulary) ? quarterInTitle(text, vocabulary) : undefined
}

/**
 * The quarter that a line before the plan says the page is for.
 *
 * ```markdown
 * | Goals for the second quarter of fiscal year 2029–30 (October 2029 – December 2029).
 *             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function quarterInLine(text: string, vocabulary: Vocabulary): StatedQuarter | undefined {
  const line = text.slice(0, longestLine)
  if (!hasPlanWord(line, vocabulary)) return undefined
  for (const found of quartersIn(line, vocabulary)) {
    const range = isPurpose(line, found.from, vocabulary) && dated(line, found, vocabulary)
    if (range) return {quarter: found.quarter, label: line.slice(range.from, range.to)}
  }
  return undefined
}

/** How much of a line is looked at. */
const longestLine = 2000

/**
 * The quarter of a line that leads to the quarters before and after: the one between.
 *
 * ```markdown
 * | Q1 Harbour Goals, FY2030–31, Q2 Q3
 *                     ^^^^^^^^^^^^ the page's own
 * ```
 */
export function quarterInNavigation(
  text: string,
  vocabulary: Vocabulary
): StatedQuarter | undefined {
  const line = text.slice(0, longestLine)
  const [before, own, after] = quartersIn(line, vocabulary)
  const isRow = before && own && after && follows(before, own) && follows(own, after)
  if (!isRow || !fiscalYearOf(line, vocabulary)) return undefined
  const {from, to} = dated(line, own, vocabulary) ?? own
  return {quarter: own.quarter, label: line.slice(from, to)}
}

function follows(a: FoundQuarter, b: FoundQuarter): boolean {
  return b.quarter === (a.quarter % 4) + 1
}

/** Whether a text names a quarter. */
export function hasQuarter(text: string, vocabulary: Vocabulary): boolean {
  return quartersIn(text, vocabulary).length > 0
}

function quartersIn(text: string, vocabulary: Vocabulary): FoundQuarter[] {
  const found: FoundQuarter[] = []
  for (const {index} of text.matchAll(wordStart)) {
    const quarter = quarterAt(text, index, vocabulary)
    if (quarter) found.push(quarter)
  }
  return found
}

/** The quarter that stands at an offset of a text. */
export function quarterAt(
  text: string,
  from: number,
  {headings, quarters}: Vocabulary
): FoundQuarter | undefined {
  const word = wordAt(text, from, headings.quarter)
  const at = from + (word?.length ?? 0)
  const number = word && /^\s?([1-4])(?![\p{L}\d])/u.exec(text.slice(at, at + 4))
  if (number) return {quarter: Number(number[1]), from, to: at + number[0].length}
  for (const [index, names] of quarters.entries()) {
    const name = wordAt(text, from, names)
    if (name) return {quarter: index + 1, from, to: from + name.length}
  }
  return undefined
}

/** A quarter with the fiscal year and the months beside it, where it has any. */
function dated(
  text: string,
  {from, to}: FoundQuarter,
  vocabulary: Vocabulary
): {from: number; to: number} | undefined {
  const end = yearBehind(text, to, vocabulary) ?? yearAfter(text, to)
  const start = end === undefined ? yearBefore(text, from, vocabulary) : undefined
  const bracket = monthsAt(text, end ?? to, vocabulary)
  if (end === undefined && start === undefined && bracket === undefined) return undefined
  return {from: start ?? from, to: bracket ?? end ?? to}
}

/** The most characters between a quarter and its year: ` of `. */
const gap = 6

/** Where the fiscal year ends that a quarter is of: `Q2 FY30/31`. */
function yearBehind(text: string, to: number, vocabulary: Vocabulary): number | undefined {
  for (let at = to + 1; at <= to + gap; at++) {
    const year = fiscalYearAt(text, at, vocabulary)
    if (year) return year.end
  }
  return undefined
}

/** A year that is no fiscal one says when, too, and is no part of the label: `Q3 of 2031`. */
function yearAfter(text: string, to: number): number | undefined {
  return /^\s(?:\p{L}{1,3}\s)?\d{4}(?!\d)/u.test(text.slice(to, to + 10)) ? to : undefined
}

/** Where the fiscal year starts that stands before a quarter: `FY2030-31, Q3`. */
function yearBefore(text: string, from: number, vocabulary: Vocabulary): number | undefined {
  for (let at = from - 1; at >= Math.max(0, from - 30); at--) {
    const year = fiscalYearAt(text, at, vocabulary)
    if (year) return /^[\s,]{1,3}$/.test(text.slice(year.end, from)) ? at : undefined
  }
  return undefined
}

/** Where a bracket with months ends: `(January - March 2031)`. */
function monthsAt(text: string, from: number, vocabulary: Vocabulary): number | undefined {
  const open = skip(text, from, /\s/)
  const close = text.charAt(open) === '(' ? text.indexOf(')', open) : -1
  if (close < 0 || close - open > 80) return undefined
  const words = text.slice(open, close).matchAll(/\p{L}+/gu)
  const hasMonth = [...words].some(({index}) => monthAt(text, open + index, vocabulary))
  return hasMonth ? close + 1 : undefined
}

/** Whether a word such as `for` stands before an offset. */
function isPurpose(text: string, at: number, {purposes}: Vocabulary): boolean {
  const before = ` ${text.slice(0, at).trimEnd().toLowerCase()}`
  return purposes.some((word) => before.endsWith(` ${word.toLowerCase()}`))
}
