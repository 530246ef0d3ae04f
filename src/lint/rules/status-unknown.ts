import type {Rule} from '../types.ts'

export const statusUnknown: Rule = {
  id: 'status-unknown',
  setting: 'warning',
  description: 'An unknown template is in the place of a status',
  reason:
    'Nothing tells what it means. If it is a status on your wiki, add it to the `vocabulary` of the configuration.',
  example: {
    before: '== Outcome 1 ==\n=== Goals ===\n* Wind the clocks {{nearly}}\n',
    after: '== Outcome 1 ==\n=== Goals ===\n* Wind the clocks {{partially done}}\n'
  }
}
