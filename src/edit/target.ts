import {byLikeness, checkPlan, kindOf} from '../check.ts'
import {childrenIn, pathTo, type Path} from './path.ts'
import {model, teamLines, type Kind} from '../plan/model.ts'
import type {Plan, PlanNode} from '../plan/types.ts'
import type {Node} from 'unist'

/** What is to be edited: an id, or a node of the plan itself (what has no id, such as an update). */
export type Target = string | PlanNode

type Teams = typeof teamLines

/** The nodes that a target may be; a team is one wherever it stands. */
export type TargetType = Exclude<Kind, 'statement' | keyof Teams> | Teams[keyof Teams] | 'team'

/** A node of a plan, with its path. */
export interface Found<T extends TargetType> {
  node: Extract<PlanNode, {type: T}>
  path: Path
}

/** A target that the plan does not have, or that is nothing this edit can be made to. */
export class TargetError extends RangeError {
  override name = 'TargetError'
  /** The id that was looked for, `null` for a node. */
  readonly id: string | null
  /** Where the plan does not have the id: those of its ids that are most like it, the nearest first. */
  readonly nearest: readonly string[]

  constructor(message: string, id: string | null = null, nearest: readonly string[] = []) {
    super(message)
    this.id = id
    this.nearest = nearest
  }
}

/** Nodes that targets stand in: what has lists, and the lines of teams. */
const holders = new Set<string>([
  ...Object.entries(model).flatMap(([kind, {order}]) => (order.length > 0 ? [kind] : [])),
  ...Object.values(teamLines)
])

/**
 * Finds what is to be edited.
 *
 * @param caller The function that was called, for the error.
 * @param types What it can edit.
 * @throws {TargetError} where the plan does not have the target, or it is of another type.
 */
export function find<T extends TargetType>(
  plan: Plan,
  target: Target,
  caller: string,
  types: readonly T[]
): Found<T> {
  checkPlan(plan, caller)
  const path = pathTo(plan, isTarget(target), isHolder)
  if (!path) throw notFound(plan, target, caller)
  const node = path.at(-1)!
  if ((types as readonly string[]).includes(node.type)) return {path, node} as Found<T>
  const name = idOf(node) === undefined ? 'The target' : `\`${idOf(node)}\``
  throw new TargetError(`${name} is of type ${node.type}, not ${oneOf(types)}`)
}

/** Every id of a plan, in order. */
export function idsOf(plan: Plan): string[] {
  const ids: string[] = []
  const visit = (node: Node): void => {
    const id = idOf(node)
    if (id !== undefined) ids.push(id)
    if (isHolder(node)) for (const child of childrenIn(node)) visit(child)
  }
  visit(plan)
  return ids
}

/** `goal, task or update` */
function oneOf(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', {type: 'disjunction'}).format(words)
}

function isTarget(target: Target): (node: Node) => boolean {
  return typeof target === 'string' ? (node) => idOf(node) === target : (node) => node === target
}

function isHolder({type}: Node): boolean {
  return holders.has(type)
}

/** Ids are those of holders: what the page's own content has under this name is no id. */
function idOf(node: Node): string | undefined {
  return isHolder(node) && 'id' in node && typeof node.id === 'string' ? node.id : undefined
}

function notFound(plan: Plan, target: unknown, caller: string): Error {
  if (typeof target === 'string') return unknownId(plan, target)
  if (typeof target === 'object' && target !== null && 'type' in target)
    return new TargetError(
      `${caller} found no such ${String(target.type)} in the plan: take the node from this plan, not from one before an edit`
    )
  return new TypeError(`${caller} takes a target that is an id or a node, not ${kindOf(target)}`)
}

function unknownId(plan: Plan, id: string): TargetError {
  const nearest = nearestTo(id, idsOf(plan))
  const names = nearest.map((name) => `\`${name}\``).join(', ')
  const advice = nearest.length > 0 ? `; the nearest are ${names}` : ''
  return new TargetError(`The plan has no id \`${id}\`${advice}`, id, nearest)
}

/** How many ids an error lists. */
const few = 3

/** An id is near by all of it, or by its last part: a person may have left out the rest. */
function nearestTo(id: string, ids: readonly string[]): string[] {
  return byLikeness(id, ids, (name) => [name, name.slice(name.lastIndexOf('/') + 1)]).slice(0, few)
}
