import {planWith} from './path.ts'
import {find, type Target} from './target.ts'
import {wrong} from '../vocabulary/check.ts'
import type {Plan} from '../plan/types.ts'

/**
 * Says whether a goal or task is a stretch: beyond what is promised.
 *
 * @throws {TargetError} where the plan has no such goal or task.
 * @throws {TypeError} where `stretch` is no boolean.
 */
export function setStretch(plan: Plan, target: Target, stretch: boolean): Plan {
  const {node, path} = find(plan, target, 'setStretch', ['goal', 'task'])
  if (typeof stretch !== 'boolean') throw wrong('stretch', 'true or false', stretch)
  return node.stretch === stretch ? plan : planWith(path, {...node, stretch})
}
