/** The floor: what a parser could not be faster than, as it has to make the tree. */
import type {Node} from 'unist'

interface AnyNode extends Node {
  children?: AnyNode[]
}

/**
 * A function that copies trees such as this one: nodes, positions and arrays of children, nothing of them
 * shared. It holds a literal for each type of node, as a parser would; a copy by the names of the keys takes
 * many times as long.
 */
export function createCopy(tree: AnyNode): (tree: AnyNode) => AnyNode {
  const cases = [...keysByType(tree)].map(([type, keys]) => {
    return `case ${JSON.stringify(type)}: return {${keys.map(property).join(', ')}}`
  })
  const code = `
    const point = (at) => ({line: at.line, column: at.column, offset: at.offset})
    const place = (at) => ({start: point(at.start), end: point(at.end)})
    function copyAll(nodes) {
      const copies = new Array(nodes.length)
      for (let index = 0; index < nodes.length; index++) copies[index] = copy(nodes[index])
      return copies
    }
    function copy(node) {
      switch (node.type) { ${cases.join('\n')} }
    }
    return copy`
  return new Function(code)() as (tree: AnyNode) => AnyNode
}

/** The keys of each type's nodes, which are the same in all nodes of a type. */
function keysByType(tree: AnyNode): Map<string, string[]> {
  const keys = new Map<string, string[]>()
  const open = [tree]
  for (let node = open.pop(); node; node = open.pop()) {
    if (!keys.has(node.type)) keys.set(node.type, Object.keys(node))
    for (const child of node.children ?? []) open.push(child)
  }
  return keys
}

function property(key: string): string {
  if (key === 'position') return 'position: place(node.position)'
  if (key === 'children') return 'children: copyAll(node.children)'
  return `${key}: node.${key}`
}

/** The sum of a text's code units: what it takes to look at each once. */
export function sumOf(text: string): number {
  let sum = 0
  for (let index = 0; index < text.length; index++) sum += text.charCodeAt(index)
  return sum
}
