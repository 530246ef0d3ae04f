import {replace} from './path.ts'
import {insert, type Place} from './place.ts'
import {things} from './remove.ts'
import {find, TargetError, type Target, type TargetType} from './target.ts'
import type {Plan, PlanNode} from '../plan/types.ts'
import type {Node} from 'unist'

/** What each thing can stand in. */
const homes: Record<(typeof things)[number], TargetType[]> = {
  field: ['plan'],
  period: ['plan'],
  section: ['period'],
  objective: ['section'],
  team: ['dependencies', 'primaryTeams'],
  goal: ['section'],
  task: ['goal', 'task'],
  note: ['section'],
  update: ['note', 'update']
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
  const home = find(plan, parent, 'move', homes[node.type])
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
