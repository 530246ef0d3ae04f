import {monthAt, monthRange} from './dates.ts'
import type {FiscalYear, Numbers, Period} from '../types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** More runs of sections than this are no quarters. */
const quarters = 4

/** Gives periods their quarters and days. */
export function datePeriods(
  periods: readonly Period[],
  fiscalYear: FiscalYear | null,
  vocabulary: Vocabulary
): void {
  const countable = fiscalYear !== null && periods.length <= quarters
  for (const [index, period] of periods.entries()) {
    if (period.inferred && countable && !isYears(period)) period.quarter = index + 1
    const range =
      period.quarter && fiscalYear
        ? quarterOf(fiscalYear, period.quarter)
        : rangeOfLabel(period.label, vocabulary)
    if (range) [period.start, period.end] = range
  }
}

/** Whether a period that nothing names is the year: nothing but objectives stands in it, and those are set for one. */
export function isYears({children}: Pick<Period, 'children'>): boolean {
  const sections = children.filter((child) => child.type === 'section')
  return sections.length > 0 && sections.every(({kind}) => kind === 'objective')
}

function quarterOf({start}: FiscalYear, quarter: number): [string, string] {
  const month = Number(start.slice(5, 7)) + 3 * (quarter - 1)
  return monthRange(Number(start.slice(0, 4)), month, 3)
}

/** The months that a label says: `Q1 (July - September 2030)`. */
function rangeOfLabel(label: string | null, vocabulary: Vocabulary): [string, string] | undefined {
  if (!label) return undefined
  const months: number[] = []
  let year: number | undefined
  for (const match of label.matchAll(/\p{L}+|\d+/gu)) {
    const month = monthAt(label, match.index, vocabulary)
    if (month) months.push(month.number)
    else if (/^\d{4}$/.test(match[0])) year = Number(match[0])
  }
  const [first, last] = [months[0], months.at(-1)]
  if (year === undefined || first === undefined || last === undefined) return undefined
  const count = ((last - first + 12) % 12) + 1
  return monthRange(first > last ? year - 1 : year, first, count)
}

/** How the numbers of two sections stand to each other: below 0 where the first are lower. */
export function compareNumbers(a: Numbers, b: Numbers): number {
  for (const word of ['program', 'outcome', 'output']) {
    const difference = compareOne(a[word]?.[0], b[word]?.[0])
    if (difference) return difference
  }
  return 0
}

/** `2.10` is above `2.9`; nothing is known where one has no number. */
function compareOne(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return 0
  const left = a.split('.').map(Number)
  const right = b.split('.').map(Number)
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? -1) - (right[at] ?? -1)
    if (difference) return difference
  }
  return 0
}
