import {dateOf} from '../context.ts'
import {compareDates} from '../../plan/news.ts'
import {nodesOf} from '../../document/nodes.ts'
import type {Note} from '../../plan/types.ts'
import type {Rule} from '../types.ts'

export const noteOutsideYear: Rule = {
  id: 'note-outside-year',
  setting: 'warning',
  description: 'A note’s date is outside the plan’s fiscal year',
  reason: 'In January, people often still write the old year.',
  example: {
    before: page('January 9, 2030'),
    after: page('January 9, 2031')
  },
  *check({plan}) {
    const {fiscalYear} = plan
    if (!fiscalYear) return
    const {label, start, end} = fiscalYear
    for (const note of nodesOf<Note>(plan, 'note')) {
      const date = dateOf(note)
      if (!date || (compareDates(date.value, start) >= 0 && compareDates(date.value, end) <= 0))
        continue
      const reason = `The note of ${date.value} is outside ${label}, ${start} to ${end}`
      yield {reason, place: date.position, actual: date.value}
    }
  }
}

function page(date: string): string {
  return `== Goals for FY30/31 ==\n=== Outcome 1 ===\n==== Status ====\n* Note: ${date}\n** The ice melts.\n`
}
