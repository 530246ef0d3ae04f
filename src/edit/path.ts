import type {Plan} from '../plan/types.ts'
import type {Node, Parent} from 'unist'

/** A node behind all that it stands in: the root first, the node itself last. */
export type Path = readonly Node[]

/**
 * The path to the first node, in the order of the page, that is looked for.
 *
 * @param isOpen Whether what stands in a node is looked through.
 */
export function pathTo(
  root: Node,
  isIt: (node: Node) => boolean,
  isOpen: (node: Node) => boolean = () => true
): Path | undefined {
  const path: Node[] = []
  const search = (node: Node): boolean => {
    path.push(node)
    if (isIt(node) || (isOpen(node) && heldBy(node).some(search))) return true
    path.pop()
    return false
  }
  return search(root) ? path : undefined
}

/** What stands in a node: its children, and what says something of it elsewhere on the page. */
export function heldBy(node: Node): readonly Node[] {
  return [...childrenIn(node), ...sharedBy(node)]
}

/** The nodes of which one of a type is or would be one, and where the parent has them. */
export function siblingsIn(parent: Node, type: string): {key: Home; siblings: readonly Node[]} {
  const shared = sharedBy(parent)
  const isOfType = (node: Node): boolean => node.type === type
  return shared.some(isOfType) && !childrenIn(parent).some(isOfType)
    ? {key: 'shared', siblings: shared}
    : {key: 'children', siblings: childrenIn(parent)}
}

type Home = 'children' | 'shared'

function sharedBy(node: Node): readonly Node[] {
  return 'shared' in node ? (node.shared as Node[]) : []
}

/** The children of a node that may have none. */
export function childrenIn(node: Node): readonly Node[] {
  return 'children' in node ? (node as Parent).children : []
}

/**
 * A path with another node, or none, at its end. What the node stood in is copied; all else is shared.
 *
 * ```text
 * plan ─ period ─ goal      plan′ ─ period′ ─ goal′
 *              └─ note  →                 └─ note
 * ```
 */
export function replace<T extends Node>(path: Path, node: T | undefined): Path {
  const own: Node[] = node ? [node] : []
  const parent = path.at(-2)
  if (!parent) return own
  const key = childrenIn(parent).includes(path.at(-1)!) ? 'children' : 'shared'
  const siblings = key === 'children' ? childrenIn(parent) : sharedBy(parent)
  const at = siblings.indexOf(path.at(-1)!)
  const renewed = [...siblings.slice(0, at), ...own, ...siblings.slice(at + 1)]
  return [...replace(path.slice(0, -1), {...parent, [key]: renewed} as Node), ...own]
}

/** The plan that a path begins with, with another node, or none, at the path's end. */
export function planWith<T extends Node>(path: Path, node: T | undefined): Plan {
  return replace(path, node)[0] as Plan
}
