import type {Rule} from '../types.ts'

export const statusStray: Rule = {
  id: 'status-stray',
  setting: 'warning',
  description: 'A status is on a line of its own among goals',
  reason:
    'It is unclear whose status it is, and no goal gets it. It belongs at the end of its goal’s line.',
  example: {
    before: '== Outcome 1 ==\n=== Goals ===\n* Wind the clocks\n{{done}}\n',
    after: '== Outcome 1 ==\n=== Goals ===\n* Wind the clocks {{done}}\n'
  }
}
