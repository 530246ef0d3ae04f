import type {Rule} from '../types.ts'

export const statusUnknown: Rule = {
  id: 'status-unknown',
  setting: 'warning',
  description: 'A template stands where a status stands, and is none',
  reason:
    'A program cannot know what it means. If it is a status of your wiki, add it to the `vocabulary` of the configuration.',
  example: {
    before: '== Outcome 1 ==\n=== Goals ===\n* Wind the clocks {{nearly}}\n',
    after: '== Outcome 1 ==\n=== Goals ===\n* Wind the clocks {{partially done}}\n'
  }
}
