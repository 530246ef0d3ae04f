import type {Rule} from '../types.ts'

export const goalsEmpty: Rule = {
  id: 'goals-empty',
  setting: 'warning',
  description: 'A heading for goals has no goals under it',
  reason: 'Readers cannot tell whether there are none or they have not been written down yet.',
  example: {
    before:
      '== Outcome 1 ==\n=== Goals ===\n=== Status ===\n* Note: May 8, 2031\n** The ice melts.\n',
    after:
      '== Outcome 1 ==\n=== Goals ===\n* Wait\n=== Status ===\n* Note: May 8, 2031\n** The ice melts.\n'
  }
}
