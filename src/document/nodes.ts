/** Nodes of a tree, however deep it is. */
interface AnyNode {
  type: string
  children?: readonly unknown[]
}

/** The nodes of one type, in the order of the source. */
export function nodesOf<T extends AnyNode>(tree: {type: string}, type: T['type']): T[] {
  const found: T[] = []
  walk(tree, (node) => void (node.type === type && found.push(node as T)))
  return found
}

/** Visits every node, parents first. It keeps its own stack: pages nest deeper than calls may. */
export function walk(tree: AnyNode, visit: (node: AnyNode, parent: AnyNode) => void): void {
  const open = [{node: tree, parent: tree}]
  for (let next = open.pop(); next; next = open.pop()) {
    const {node, parent} = next
    visit(node, parent)
    const children = (node.children ?? []) as AnyNode[]
    for (let at = children.length - 1; at >= 0; at--) open.push({node: children[at]!, parent: node})
  }
}
