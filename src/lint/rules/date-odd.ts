import {nodesOf} from '../../document/nodes.ts'
import type {DateNode} from '../../plan/types.ts'
import type {Rule} from '../types.ts'

export const dateOdd: Rule = {
  id: 'date-odd',
  setting: 'warning',
  description: 'A date has an unusual format: `May 8,2031`',
  reason: 'Stricter programs, and searches for the day, do not find the date.',
  example: {
    before: '== Outcome 1 ==\n=== Status ===\n* Note: May 8,2031\n** The ice melts.\n',
    after: '== Outcome 1 ==\n=== Status ===\n* Note: May 8, 2031\n** The ice melts.\n'
  },
  *check({plan, source}) {
    for (const {raw, value, position} of nodesOf<DateNode>(plan, 'date')) {
      const usual = tidy(raw, value)
      if (usual === raw || source.slice(position?.start.offset, position?.end.offset) !== raw)
        continue
      const reason = `Unusual date format \`${raw}\`; expected \`${usual}\`${hidden(raw)}`
      yield {reason, place: position, actual: raw, expected: [usual]}
    }
  },
  fix: ({expected}) => expected?.[0]
}

/** Names the blanks that look like a space and are none. */
function hidden(raw: string): string {
  if (/[\u00A0\u202F]/.test(raw)) return ': it has a no-break space'
  return /[^\S ]/.test(raw) ? ': it has a blank that is no space' : ''
}

/** One space after a comma and none before it; two digits for the months and days of an ISO date. */
function tidy(raw: string, value: string | null): string {
  if (value !== null && /^[\d-]+$/.test(raw)) return value
  return raw.replace(/\s*,[\s,]*/g, ', ').replace(/\s+/g, ' ')
}
