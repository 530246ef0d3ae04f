import type {Rule} from '../types.ts'

export const dateImpossible: Rule = {
  id: 'date-impossible',
  setting: 'warning',
  description: 'A note has an invalid date',
  reason: 'The note cannot be sorted with the others.',
  example: {
    before: '== Outcome 1 ==\n=== Status ===\n* Note: February 30, 2031\n** The ice melts.\n',
    after: '== Outcome 1 ==\n=== Status ===\n* Note: February 28, 2031\n** The ice melts.\n'
  }
}
