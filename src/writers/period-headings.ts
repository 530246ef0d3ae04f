/** Which periods need a heading of their own for a reader to find them again. */
import type {Outcome, Period, Plan} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/types.ts'
import {childrenOf} from '../document/children.ts'

/**
 * The heading of each period, or `null` for none.
 *
 * A period that the page names keeps its name. One that was inferred has none, as long as a reader infers
 * the same from the numbers of its outcomes; where an edit made that impossible, its quarter is written
 * out (`Q2`), so that the fact survives.
 */
export function periodHeadings(plan: Plan, vocabulary: Vocabulary): (string | null)[] {
  const periods = childrenOf(plan, 'period')
  const named = periods.some((period) => period.label !== null)
  const evident = named ? periods[0]?.quarter === 1 : isInferable(periods, plan.fiscalYear !== null)
  return periods.map((period, index) => {
    if (period.label !== null) return period.label
    if (period.quarter === null || (evident && (!named || index === 0))) return null
    return quarterName(period.quarter, vocabulary)
  })
}

/** `Q2`, or `Quartal 2` where the word is not a single letter. */
function quarterName(quarter: number, {headings}: Vocabulary): string {
  const word = headings.quarter[0] ?? ''
  return word.length === 1 ? word + quarter : `${word} ${quarter}`
}

/** Whether numbers go down where a period starts and nowhere else, and quarters count up from the first. */
function isInferable(periods: Period[], dated: boolean): boolean {
  let last: number[] | undefined
  return periods.every((period, index) => {
    const quarter = dated && periods.length <= 4 ? index + 1 : null
    const outcomes = childrenOf(period, 'outcome')
    const asInferred = outcomes.every((outcome, place) => {
      const key = numbersOf(outcome)
      if (key === undefined) return place > 0 || index === 0
      const down = last !== undefined && isBelow(key, last)
      last = key
      return down === (place === 0 && index > 0)
    })
    return asInferred && period.quarter === quarter
  })
}

/** First outcome and first output number, part by part: `Outcome 2 / Output 2.1` is `[2, -1, 2, 1]`. */
function numbersOf(outcome: Outcome): number[] | undefined {
  const [number = '', output = ''] = [outcome.outcomes[0], outcome.outputs[0]]
  if (number === '' && output === '') return undefined
  return [...parts(number), -1, ...parts(output)]
}

function parts(number: string): number[] {
  return number === '' ? [] : number.split('.').map(Number)
}

function isBelow(left: number[], right: number[]): boolean {
  const index = left.findIndex((part, place) => part !== right[place])
  return index === -1 ? left.length < right.length : left[index]! < (right[index] ?? -1)
}
