import {model, teamLines, type Kind} from '../plan/model.ts'
import {planWith} from './path.ts'
import {find, TargetError, type Target} from './target.ts'
import {childrenOf} from '../document/children.ts'
import type {Plan} from '../plan/types.ts'

/** What can be taken out of a plan, and moved: all but the plan itself, and a section's only statement. */
export const things = [
  ...new Set(
    (Object.keys(model) as Kind[])
      .filter((kind) => kind !== 'plan' && kind !== 'statement')
      .map((kind) => (kind in teamLines ? 'team' : (kind as Exclude<Kind, NotThings>)))
  )
]

type NotThings = 'plan' | 'statement' | keyof typeof teamLines

/**
 * Takes a thing out, with all that is below it.
 *
 * @throws {TargetError} where the plan does not have it, and for its only period: a plan always has one.
 */
export function remove(plan: Plan, target: Target): Plan {
  const {node, path} = find(plan, target, 'remove', things)
  if (node.type === 'period' && childrenOf(plan, 'period').length === 1)
    throw new TargetError('The only period of a plan cannot be removed: remove its outcomes')
  const teams = path.at(-2)!
  const isLast = node.type === 'team' && 'children' in teams && [teams.children].flat().length === 1
  return planWith(isLast ? path.slice(0, -1) : path, undefined)
}
