/** Where among its siblings a thing is put. */
import {childrenIn, planWith, replace, siblingsIn, type Path} from './path.ts'
import {nodeCalled, TargetError, type Target, type TargetType} from './target.ts'
import {childType, model, teamLines, type Kind} from '../plan/model.ts'
import {wrong} from '../check.ts'
import type {Plan} from '../plan/types.ts'
import type {Node} from 'unist'

/** Where among the things of its kind a thing goes, counted from 0; the last place is the default. */
export type Place = {before: Target} | {after: Target} | {at: number}

const wantedPlace = '{before: target}, {after: target} or {at: number}'

/** What a node says of itself, in the order of a page; it stands before what is below it. */
const parts = ['date', 'statement', 'status', 'remark']

/** What a thing can stand in. */
export function homesOf(type: string): TargetType[] {
  if (type === 'team') return Object.values(teamLines)
  const homes = Object.entries(model).filter(([, {order}]) => order.some((kind) => kind === type))
  return homes.map(([kind]) => kind as TargetType)
}

/** The types of children in the order in which a page has them in a node of some type. */
function orderIn(type: string): readonly string[] {
  const lists = Object.hasOwn(model, type) ? model[type as Kind].order.map(childType) : ['team']
  return [...parts.filter((part) => !lists.includes(part)), ...lists]
}

/**
 * The plan with a new node in the last node of a path.
 *
 * @throws {TargetError} where the place names a sibling that is none.
 * @throws {TypeError} for what is no place.
 */
export function insert(path: Path, node: Node, place?: Place | null): Plan {
  const parent = path.at(-1)!
  const at = place ? placeIndex(parent, node, place) : insertIndex(parent, node)
  const {key, siblings} = siblingsIn(parent, node.type)
  const all = [...siblings.slice(0, at), node, ...siblings.slice(at)]
  return planWith(path, {...parent, [key]: all} as Node)
}

/**
 * A node with another child in place of one that it has, or else where such a child belongs; without it where there
 * is no other.
 */
export function withChild<T extends Node>(
  parent: T,
  old: Node | undefined,
  child: Node | undefined
): T {
  if (old) return replace([parent, old], child)[0] as T
  return child ? (insert([parent], child) as Node as T) : parent
}

/** Behind the last child that stands before such a node on a page, else before the first that does not. */
export function insertIndex(parent: Node, {type}: Node): number {
  const order = orderIn(parent.type)
  const {siblings} = siblingsIn(parent, type)
  const ranks = siblings.map((child) => order.indexOf(child.type))
  const own = order.indexOf(type)
  const before = ranks.findLastIndex((rank) => rank >= 0 && rank <= own)
  if (before >= 0) return before + 1
  if (isHeaded(parent)) return 1
  const after = ranks.findIndex((rank) => rank > own)
  return after < 0 ? ranks.length : after
}

/** Whether a node's first child is its own heading. */
function isHeaded(node: Node): boolean {
  return node.type === 'section' && childrenIn(node)[0]?.type === 'heading'
}

function placeIndex(parent: Node, node: Node, place: Place): number {
  const entries = Object.entries(place) as [string, unknown][]
  const [key, value] = entries[0] ?? []
  const {siblings} = siblingsIn(parent, node.type)
  const like = siblings.filter(({type}) => type === node.type)
  if (entries.length === 1 && key === 'at') return countedIndex(parent, node, like, value)
  if (entries.length !== 1 || (key !== 'before' && key !== 'after'))
    throw wrong(
      'place',
      wantedPlace,
      entries.map(([name]) => name)
    )
  const sibling =
    typeof value === 'string' ? nodeCalled(value, like) : like.find((child) => child === value)
  if (!sibling) throw noSibling(parent, node, key, value)
  return siblings.indexOf(sibling) + (key === 'after' ? 1 : 0)
}

function countedIndex(parent: Node, node: Node, like: readonly Node[], at: unknown): number {
  const isCount = Number.isInteger(at) && Number(at) >= 0 && Number(at) <= like.length
  if (!isCount) throw wrong('place.at', `a whole number from 0 to ${like.length}`, at)
  const next = like[Number(at)]
  return next ? siblingsIn(parent, node.type).siblings.indexOf(next) : insertIndex(parent, node)
}

function noSibling(parent: Node, node: Node, key: string, value: unknown): TargetError {
  const id = typeof value === 'string' ? value : null
  const name = id === null ? 'the node' : `\`${id}\``
  return new TargetError(`place.${key}: ${name} is no ${node.type} of this ${parent.type}`, id)
}
