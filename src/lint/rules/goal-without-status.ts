import {childrenOf} from '../../document/children.ts'
import {nodesOf} from '../../document/nodes.ts'
import {compareDates} from '../../plan/news.ts'
import {sectionsOf, statusOf, titleOf} from '../context.ts'
import type {Goal, Section} from '../../plan/types.ts'
import type {Rule} from '../types.ts'

export const goalWithoutStatus: Rule = {
  id: 'goal-without-status',
  setting: 'warning',
  description: 'A period is over, but a goal has no status',
  reason:
    'People read a finished plan to learn what came of it. The status of a task, or one in a note of the outcome, is enough.',
  example: {before: page(''), after: page(' {{done}}')},
  *check({periods, today}) {
    for (const period of periods) {
      if (period.end === null || compareDates(period.end, today) >= 0) continue
      for (const section of sectionsOf(period)) {
        for (const goal of openEnds(section)) {
          const title = titleOf(goal)
          yield {
            reason: `The period ended on ${period.end}, but “${title}” has no status`,
            place: goal.children.find(({type}) => type === 'statement')?.position,
            actual: title
          }
        }
      }
    }
  }
}

function openEnds(section: Section): Goal[] {
  const isNoted = childrenOf(section, 'note').some(hasStatus)
  const isOpen = (goal: Goal): boolean => !statusOf(goal) && !hasStatus(goal)
  return isNoted ? [] : childrenOf(section, 'goal').filter(isOpen)
}

function hasStatus(node: {type: string}): boolean {
  return nodesOf(node, 'status').length > 0
}

function page(status: string): string {
  return `== Goals for FY20/21 ==\n=== Outcome 1 ===\n==== Goals ====\n* Wind the clocks${status}\n`
}
