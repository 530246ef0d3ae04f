/** What converting mdast to a document needs at every node. */
import type * as Mdast from 'mdast'
import type {Html, Position} from '../../document/types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'
import {positionOf, rangeOf, type Page, type Range} from './page.ts'

/** What a conversion knows of the whole page, and how deep in it a node stands. */
export interface Context {
  vocabulary: Vocabulary
  /** The page, where the positions are into it. */
  page: Page | undefined
  /** What references refer to, by identifier. */
  definitions: Map<string, Mdast.Definition>
  /** Whether code is no status here: what is struck out, and a link's text. */
  plain: boolean
  depth: number
}

interface Placed {
  position?: Position | undefined
}

/** Nodes nest this deep; what would be deeper stays as it is written. */
const maxDepth = 100

/** Whether nodes below this one are still taken apart. */
export function isShallow({depth}: Context): boolean {
  return depth < maxDepth
}

/** The context of a node's children. */
export function below(context: Context): Context {
  return {...context, depth: context.depth + 1}
}

/** A node's place in the page, where it has one. */
export function place({position}: Placed, {page}: Context): {position?: Position} {
  if (!position) return {}
  if (page) return {position: positionOf(rangeOf(position, page), page)}
  return {position: {start: {...position.start}, end: {...position.end}}}
}

/** A node's slice of the page and where it starts, where there is a page. */
export function slice(
  {position}: Placed,
  {page}: Context
): (Range & {source: string; page: Page}) | undefined {
  if (!position || !page) return undefined
  const range = rangeOf(position, page)
  return {...range, source: page.source.slice(range.start, range.end), page}
}

/** A node that has no counterpart: it stands for itself and says nothing. */
export function asWritten(node: Mdast.Nodes, context: Context): Html {
  const value = slice(node, context)?.source ?? ('value' in node ? node.value : '')
  return {type: 'html', value, ...place(node, context)}
}
