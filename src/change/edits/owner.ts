/** What lines stand in: a section or the plan, or a goal or task, whose own lines go on with its bullets. */
import type {UnistNode} from '../../document/types.ts'
import {marksOf} from './items.ts'
import {lineAt, linesOf} from './page.ts'
import {readTitledLine, type Titled} from './titled-line.ts'
import {headingOf} from './heading-content.ts'
import {order, type Entity, type EntityOf, type Kind} from '../entities.ts'
import type {State} from './state.ts'

/** A thing that new lines stand in, on the page or new itself. */
export interface Owner {
  kind: Kind
  /** The bullets of the item that it is; empty where it is none. */
  outer: string
}

/** A thing of the page as the owner of new lines. */
export function toOwner(thing: Entity, state: State): Owner {
  const {kind} = thing
  if (kind !== 'goal' && kind !== 'task') return {kind, outer: ''}
  const {form, open} = readTitledLine(thing, state)
  return {kind, outer: form === 'item' ? marksOf(open) : ''}
}

/**
 * The opening of a line of its own that a thing has, with the bullets of that thing.
 *
 * ```markdown
 * | * Tar the hulls
 * | *:'''ETA''': March 2031
 *   ^^                       of an item; none below a heading
 * ```
 */
export function openingIn({kind, outer}: Owner, open: string): string {
  if (kind !== 'goal' && kind !== 'task') return open
  const marks = marksOf(open)
  const rest = open.slice(marks.length)
  if (outer === '') return rest.trimStart()
  return `${outer}:${marks === '' ? ' ' : ''}${rest}`
}

/** The types of the nodes that say the things of a list. */
const types: {[K in Kind]?: string} = {dependency: 'dependencies', primaryTeam: 'primaryTeams'}

/**
 * The line of the page behind which the things of a kind go in a section, goal or task that has none: behind its own
 * line, and what stands before such things on a page.
 */
export function lineBefore(
  parent: EntityOf<'section'> | Titled,
  kind: Kind,
  state: State
): number | undefined {
  const {page} = state
  const {node} = parent
  const kinds = order[parent.kind]
  const before = kinds.slice(0, kinds.indexOf(kind)).map((other) => types[other] ?? other)
  // Notes stand behind the heading of goals, though no goal be there.
  if (kind === 'note') before.push('heading')
  const opening = parent.kind === 'section' ? headingOf(parent) : undefined
  // What stands elsewhere on the page is behind no line of its own.
  const nodes = before.flatMap((type) =>
    (node.children as UnistNode[]).filter((child) => child.type === type)
  )
  const lines = [...(opening ? [opening] : []), ...nodes].map((child) => linesOf(page, child).last)
  if (parent.kind !== 'section') lines.push(lineAt(page, readTitledLine(parent, state).end))
  return lines.length > 0 ? Math.max(...lines) : undefined
}
