import type {Rule} from '../types.ts'

export const noteUndated: Rule = {
  id: 'note-undated',
  setting: 'warning',
  description: 'A note has no date',
  reason: 'Nobody can tell later when it applied.',
  example: {
    before: '== Outcome 1 ==\n=== Status ===\n* The ice melts.\n',
    after: '== Outcome 1 ==\n=== Status ===\n* Note: May 8, 2031\n** The ice melts.\n'
  }
}
