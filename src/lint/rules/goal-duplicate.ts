import {nodesOf} from '../../document/nodes.ts'
import {wordsOf} from '../../plan/news.ts'
import {titleOf} from '../context.ts'
import type {Goal, Period} from '../../plan/types.ts'
import type {Finding, Rule} from '../types.ts'

export const goalDuplicate: Rule = {
  id: 'goal-duplicate',
  setting: 'warning',
  description: 'A goal occurs twice in a period',
  reason:
    'Anything that counts goals counts it twice, and usually only one of the two is kept up to date.',
  example: {
    before:
      '== Outcome 1 ==\n=== Goals ===\n* Wind the clocks\n* Ring the bell\n* Wind the clocks\n',
    after: '== Outcome 1 ==\n=== Goals ===\n* Wind the clocks\n* Ring the bell\n'
  },
  check: ({periods}) => periods.flatMap((period) => [...checkPeriod(period)])
}

function* checkPeriod(period: Period): Iterable<Finding> {
  const seen = new Set<string>()
  for (const goal of nodesOf<Goal>(period, 'goal')) {
    const title = titleOf(goal)
    const words = wordsOf(title)
    const place = goal.children.find(({type}) => type === 'statement')?.position
    if (words && seen.has(words)) {
      yield {reason: `The goal “${title}” occurs twice in its period`, place, actual: title}
    }
    seen.add(words)
  }
}
