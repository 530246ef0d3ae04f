import {childrenOf} from '../../document/children.ts'
import {statusOf, titleOf} from '../context.ts'
import {nodesOf} from '../../document/nodes.ts'
import type {Goal, Task} from '../../plan/types.ts'
import type {Rule} from '../types.ts'

/** Statuses of what somebody has still to do. */
const open = new Set(['to-do', 'in-progress', 'partially-done', 'stalled', 'blocked'])

export const goalDoneOpenTasks: Rule = {
  id: 'goal-done-open-tasks',
  setting: 'warning',
  description: 'A goal is done, but one of its tasks is not',
  reason:
    'One of the two statuses is out of date. Stretch tasks may stay open; postponed and cancelled tasks do not count as open.',
  example: {
    before:
      '== Outcome 1 ==\n=== Goals ===\n==== Wind the clocks {{done}} ====\n* Find the key {{in progress}}\n',
    after:
      '== Outcome 1 ==\n=== Goals ===\n==== Wind the clocks {{done}} ====\n* Find the key {{done}}\n'
  },
  *check({plan}) {
    for (const goal of nodesOf<Goal>(plan, 'goal')) {
      const status = statusOf(goal)
      const task = status?.value === 'done' ? openTasks(goal)[0] : undefined
      if (!status || !task) continue
      const reason = `This goal is ${status.label}, but its task “${titleOf(task)}” is ${statusOf(task)!.label}`
      yield {reason, place: status.position, actual: status.raw}
    }
  }
}

function openTasks(parent: Goal | Task): Task[] {
  return childrenOf(parent, 'task').flatMap((task) => {
    if (task.stretch) return []
    return open.has(statusOf(task)?.value ?? '') ? [task] : openTasks(task)
  })
}
