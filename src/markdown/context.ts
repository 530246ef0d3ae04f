/** What converting mdast to a document needs at every node. */
import type * as Mdast from 'mdast'
import type {Html, Position} from '../document/types.ts'
import type {Vocabulary} from '../vocabulary/index.ts'

/** What a conversion knows of the whole page, and how deep in it a node stands. */
export interface Context {
  vocabulary: Vocabulary
  /** The page, where the positions are into it. */
  source: string | undefined
  /** What references refer to, by identifier. */
  definitions: Map<string, Mdast.Definition>
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

/** A node's position, as a copy. */
export function place({position}: Placed): {position?: Position} {
  if (!position) return {}
  return {position: {start: {...position.start}, end: {...position.end}}}
}

/** A node's slice of the page. */
export function sourceOf({position}: Placed, {source}: Context): string | undefined {
  return position && source?.slice(position.start.offset, position.end.offset)
}

/** A node that has no counterpart: it stands for itself and says nothing. */
export function asWritten(node: Mdast.Nodes, context: Context): Html {
  const value = sourceOf(node, context) ?? ('value' in node ? node.value : '')
  return {type: 'html', value, ...place(node)}
}
