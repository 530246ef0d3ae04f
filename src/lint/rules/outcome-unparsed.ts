import type {Rule} from '../types.ts'

export const outcomeUnparsed: Rule = {
  id: 'outcome-unparsed',
  setting: 'warning',
  description: 'An outcome’s heading has no number',
  reason: 'Its goals cannot be matched with the outcomes of the annual plan.',
  example: {
    before: '== Outcome: better boats ==\n=== Goals ===\n* Wait\n',
    after: '== Outcome 1: better boats ==\n=== Goals ===\n* Wait\n'
  }
}
