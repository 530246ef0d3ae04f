/** What takes things out of a plan, and puts them elsewhere. */
import {planWith, replace} from './path.ts'
import {homesOf, insert, type Place} from './place.ts'
import {find, TargetError, type Target} from './target.ts'
import {childrenOf} from '../document/children.ts'
import {model, teamLines, type Kind} from '../plan/model.ts'
import type {Plan, PlanNode} from '../plan/types.ts'
import type {Node} from 'unist'

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

/**
 * Moves a thing, with all that is below it, to another place or parent. It keeps its id; on the page it
 * gets the one that its new place makes.
 *
 * @param parent What it is to stand in; for a new place among its siblings, the one that it stands in.
 * @throws {TargetError} where the plan does not have one of them, or one cannot stand in the other.
 */
export function move(plan: Plan, target: Target, parent: Target, place?: Place | null): Plan {
  const {node, path} = find(plan, target, 'move', things)
  const home = find(plan, parent, 'move', homesOf(node.type))
  if (home.path.includes(node)) throw new TargetError(`move cannot put a ${node.type} into itself`)
  const rest = replace(path, undefined)
  /** What a node is once the thing is taken out: what it stood in is another node then. */
  const renewed = <T extends Node>(old: T): T => (rest[path.indexOf(old)] as T | undefined) ?? old
  const renewedPlace = place && renewPlace(place, renewed)
  return insert(home.path.map(renewed), node, renewedPlace)
}

/** A place named by nodes as they are after the thing was taken out. */
function renewPlace(place: Place, renewed: (node: PlanNode) => PlanNode): Place {
  const entries = Object.entries(place).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'object' && value !== null ? renewed(value as PlanNode) : value
  ])
  return Object.fromEntries(entries) as Place
}
