import {childrenOf} from '../../document/children.ts'
import {dateOf} from '../context.ts'
import {compareDates} from '../../plan/news.ts'
import type {Section} from '../../plan/types.ts'
import type {Finding, Rule} from '../types.ts'

export const notesOrder: Rule = {
  id: 'notes-order',
  setting: 'warning',
  description: 'A note is out of order',
  reason:
    'Readers look for the latest news at the end of the list, or at its start if the page puts the newest notes first. A wrong year is often the cause.',
  example: {
    before: page('September 11, 2030', 'August 14, 2030', 'October 9, 2030'),
    after: page('August 14, 2030', 'September 11, 2030', 'October 9, 2030')
  },
  check({sections}) {
    const lists = sections.map(datesOf)
    const steps = lists.flatMap((dates) => pairs(dates).map(([a, b]) => Math.sign(step(a, b))))
    const sum = steps.reduce((total, sign) => total + sign, 0)
    // A page where as many go up as down has its oldest notes first.
    const direction = sum > 0 ? -1 : 1
    return lists.flatMap((dates) =>
      pairs(dates).flatMap(([a, b]) => (step(a, b) * direction > 0 ? [finding(a, b)] : []))
    )
  }
}

type Dated = NonNullable<ReturnType<typeof dateOf>>

function datesOf(section: Section): Dated[] {
  return childrenOf(section, 'note').flatMap((note) => dateOf(note) ?? [])
}

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.slice(1).map((item, index) => [list[index]!, item])
}

function step(a: Dated, b: Dated): number {
  return compareDates(a.value, b.value)
}

function finding(before: Dated, {value, position}: Dated): Finding {
  const side = step(before, {value, position}) > 0 ? 'later' : 'earlier'
  return {
    reason: `The note of ${value} comes after a ${side} one, of ${before.value}`,
    place: position,
    actual: value
  }
}

function page(...dates: string[]): string {
  const notes = dates.map((date) => `* Note: ${date}\n** The clocks tick.\n`)
  return `== Outcome 1 ==\n=== Status ===\n${notes.join('')}`
}
