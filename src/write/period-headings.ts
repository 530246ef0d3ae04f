/** Which periods need a heading of their own for a reader to find them again. */
import {childrenOf} from '../document/children.ts'
import type {Outcome, Period, Plan} from '../plan/types.ts'
import {compareNumbers} from '../plan/recognize/periods.ts'
import type {Vocabulary} from '../vocabulary/index.ts'
import {quarterName} from '../vocabulary/quarter-name.ts'

/**
 * The heading of each period, or `null` for none.
 *
 * A period that the page names keeps its name. One that was inferred has none, as long as a reader
 * infers the same from the numbers of its outcomes; where an edit made that impossible, its quarter
 * is written out (`Q2`), so that the fact survives.
 */
export function periodHeadings(plan: Plan, vocabulary: Vocabulary): (string | null)[] {
  const periods = childrenOf(plan, 'period')
  const inferred = inferredQuarters(periods, plan.fiscalYear !== null)
  const named = periods.some(({label}) => label !== null)
  const evident = periods.map(({quarter}, index) => quarter === inferred[index])
  const untouched = !named && evident.every(Boolean) && areRuns(periods)
  return periods.map(({label, quarter}, index) => {
    const clear = untouched || (named && index === 0 && evident[0])
    return label ?? (clear || quarter === null ? null : quarterName(quarter, vocabulary))
  })
}

/** The quarters that a reader counts where none is named. */
function inferredQuarters(periods: Period[], dated: boolean): (number | null)[] {
  const countable = dated && periods.length <= 4
  return periods.map((_, index) => (countable ? index + 1 : null))
}

/** Whether the numbers go down where a period starts, and nowhere else. */
function areRuns(periods: Period[]): boolean {
  let last: Outcome | undefined
  for (const [index, period] of periods.entries()) {
    for (const [place, outcome] of childrenOf(period, 'outcome').entries()) {
      const down = last !== undefined && isBelow(outcome, last)
      if (down !== (index > 0 && place === 0)) return false
      if (outcome.outcomes.length + outcome.outputs.length > 0) last = outcome
    }
  }
  return true
}

function isBelow(left: Outcome, right: Outcome): boolean {
  return compareNumbers({...left, statementAt: null}, {...right, statementAt: null}) < 0
}
