/** Which periods need a heading of their own for a reader to find them again. */
import {EditError, namelessPeriod} from '../change/edit-error.ts'
import {childrenOf} from '../document/children.ts'
import type {Numbers, Period, Plan, Section} from '../plan/types.ts'
import {compareNumbers, isYears} from '../plan/recognize/periods.ts'
import type {Vocabulary} from '../vocabulary/index.ts'
import {quarterName} from '../vocabulary/quarter-name.ts'

/**
 * The heading of each period, or `null` for none.
 *
 * A period that the page names keeps its name. One that was inferred has none, as long as a reader
 * infers the same from the numbers of its outcomes; where an edit made that impossible, its quarter
 * is written out (`Q2`), so that the fact survives.
 *
 * @throws {EditError} for a period that has no name, and would be read as a part of the one before it.
 */
export function periodHeadings(plan: Plan, vocabulary: Vocabulary): (string | null)[] {
  const periods = childrenOf(plan, 'period')
  const inferred = inferredQuarters(periods, plan.fiscalYear !== null)
  const named = periods.some(({label}) => label !== null)
  const evident = periods.map(({quarter}, index) => quarter === inferred[index])
  const untouched = !named && evident.every(Boolean) && areRuns(periods)
  const headings = periods.map(({label, quarter}, index) => {
    const clear = untouched || (named && index === 0 && evident[0])
    return label ?? (clear || quarter === null ? null : quarterName(quarter, vocabulary))
  })
  const lost = periods.filter((_, index) => {
    if (index === 0 || headings[index] !== null) return false
    return headings[index - 1] !== null || !startsRun(periods, index)
  })
  if (lost.length > 0)
    throw new EditError(
      lost.map(({id}) => ({id, reason: namelessPeriod})),
      'The plan cannot be written as a new page'
    )
  return headings
}

/** Whether the numbers go down where a period begins: a reader then knows that it is one. */
function startsRun(periods: readonly Period[], index: number): boolean {
  let last: Section | undefined
  for (let at = index - 1; at >= 0 && !last; at--)
    last = childrenOf(periods[at]!, 'section').findLast(
      ({numbers}) => Object.keys(numbers).length > 0
    )
  const first = childrenOf(periods[index]!, 'section')[0]
  return (
    last !== undefined && first !== undefined && compareNumbers(first.numbers, last.numbers) < 0
  )
}

/** The quarters that a reader counts where none is named. */
function inferredQuarters(periods: Period[], dated: boolean): (number | null)[] {
  const countable = dated && periods.length <= 4
  return periods.map((period, index) => (countable && !isYears(period) ? index + 1 : null))
}

/** Whether the numbers go down where a period starts, and nowhere else. */
function areRuns(periods: Period[]): boolean {
  let last: Numbers | undefined
  for (const [index, period] of periods.entries()) {
    for (const [place, {numbers}] of childrenOf(period, 'section').entries()) {
      const down = last !== undefined && compareNumbers(numbers, last) < 0
      if (down !== (index > 0 && place === 0)) return false
      if (Object.keys(numbers).length > 0) last = numbers
    }
  }
  return true
}
