import {byLikeness, checkPlan, kindOf} from '../check.ts'
import {heldBy, pathTo, type Path} from './path.ts'
import {model, teamLines, type Kind} from '../plan/model.ts'
import type {Plan, PlanNode} from '../plan/types.ts'
import type {Node} from 'unist'

/**
 * What is to be edited: an id, or a node of the plan itself (what has no id, such as an update). An id is read without
 * case and with `.` for `-`, so that a code is one as the page writes it: `WE1.2.3` is `we1-2-3`. The end of an id is enough
 * where no other ends so: `wind-the-clocks`.
 */
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
  /** Whether the id is one name of several nodes: `nearest` has the ids of all of them. */
  readonly isAmbiguous: boolean

  constructor(
    message: string,
    id: string | null = null,
    nearest: readonly string[] = [],
    isAmbiguous = false
  ) {
    super(message)
    this.id = id
    this.nearest = nearest
    this.isAmbiguous = isAmbiguous
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
  const fits = ({type}: Node): boolean => (types as readonly string[]).includes(type)
  const wanted = typeof target === 'string' ? nodeCalled(target, namedIn(plan), fits) : target
  const path = wanted && pathTo(plan, (node) => node === wanted, isHolder)
  if (!path) throw notFound(plan, target, caller)
  const node = path.at(-1)!
  if (fits(node)) return {path, node} as Found<T>
  const name = idOf(node) === undefined ? 'The target' : `\`${idOf(node)}\``
  throw new TargetError(`${name} is of type ${node.type}, not ${oneOf(types)}`)
}

/** Every node of a plan that has an id, in order. */
function namedIn(plan: Plan): Node[] {
  const found: Node[] = []
  const visit = (node: Node): void => {
    if (idOf(node) !== undefined) found.push(node)
    if (isHolder(node)) for (const child of heldBy(node)) visit(child)
  }
  visit(plan)
  return found
}

/** What an id may say of a node, by its name: the first that is true of any node is what is meant. */
const readings: ((node: Node, name: string) => boolean | undefined)[] = [
  (node, name) => foldId(idOf(node)) === name,
  (node, name) => foldId(codeOf(node)) === name,
  (node, name) => foldId(idOf(node))?.endsWith(`/${name}`)
]

/**
 * The one of some nodes that an id means: the one that has it, else the one whose id is spelt otherwise, whose code it
 * is, or whose id ends with it.
 *
 * @param fits What the id can mean here, where several nodes have the name.
 * @throws {TargetError} where it may mean several.
 */
export function nodeCalled(
  id: string,
  nodes: readonly Node[],
  fits: (node: Node) => boolean = () => true
): Node | undefined {
  const exact = nodes.find((node) => idOf(node) === id)
  if (exact) return exact
  const name = foldId(id)!
  for (const says of readings) {
    const called = nodes.filter((node) => says(node, name))
    const fitting = called.filter(fits)
    const likely = fitting.length > 0 ? fitting : called
    if (likely.length > 1) throw ambiguous(id, likely)
    if (likely[0]) return likely[0]
  }
  return undefined
}

/** A name without what people spell in several ways: `WE1.2.3` is `we1-2-3`. */
export function foldId(id: string | null | undefined): string | undefined {
  return id?.toLowerCase().replaceAll('.', '-')
}

/** `goal, task or update` */
function oneOf(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', {type: 'disjunction'}).format(words)
}

function isHolder({type}: Node): boolean {
  return holders.has(type)
}

/** Ids are those of holders: what the page's own content has under this name is no id. */
function idOf(node: Node): string | undefined {
  return isHolder(node) && 'id' in node && typeof node.id === 'string' ? node.id : undefined
}

function codeOf(node: Node): string | null {
  return 'code' in node && typeof node.code === 'string' ? node.code : null
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
  const nearest = nearestTo(id, idsOf(namedIn(plan)))
  const names = nearest.map(quoted).join(', ')
  const advice = nearest.length > 0 ? `; the nearest are ${names}` : ''
  return new TargetError(`The plan has no id \`${id}\`${advice}`, id, nearest)
}

function ambiguous(id: string, nodes: readonly Node[]): TargetError {
  const ids = idsOf(nodes)
  const names = oneOf(ids.map(quoted))
  return new TargetError(`\`${id}\` may be ${names}: say which`, id, ids, true)
}

function idsOf(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => idOf(node) ?? [])
}

function quoted(id: string): string {
  return `\`${id}\``
}

/** How many ids an error lists. */
const few = 3

/** An id is near by all of it, or by its last part: a person may have left out the rest. */
function nearestTo(id: string, ids: readonly string[]): string[] {
  const like = byLikeness(foldId(id)!, ids, (name) => [name, name.slice(name.lastIndexOf('/') + 1)])
  return like.slice(0, few)
}
