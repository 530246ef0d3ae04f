import {replace} from './path.ts'
import {insert, type Place} from './place.ts'
import {things} from './remove.ts'
import {model, teamLines} from '../plan/model.ts'
import {find, TargetError, type Target, type TargetType} from './target.ts'
import type {Plan, PlanNode} from '../plan/types.ts'
import type {Node} from 'unist'

/** What a thing can stand in. */
function homesOf(type: string): TargetType[] {
  if (type === 'team') return Object.values(teamLines)
  const homes = Object.entries(model).filter(([, {order}]) => order.some((kind) => kind === type))
  return homes.map(([kind]) => kind as TargetType)
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
