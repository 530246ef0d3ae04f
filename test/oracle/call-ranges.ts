/**
 * Where our tree has what the preprocessor of MediaWiki's own parser sees, in the words of `parse-tree.ts`.
 */
import {parseWithParts} from '../../src/syntax/wikitext/parts.ts'
import type {NodeWithParts, RootWithParts} from '../../src/document/types.ts'
import type {Node} from 'unist'

/** What each node is called. */
const kinds: {[type in NodeWithParts['type']]?: string} = {
  template: 'template',
  parserFunction: 'template',
  templateArgument: 'argument',
  argumentName: 'argumentName',
  templateParameter: 'parameter',
  extension: 'extension',
  comment: 'comment'
}

/** What our tree has of that, as `template 4-11`. */
export function callRanges(page: string): string[] {
  const found: string[] = []
  enter(parseWithParts(page), false)
  return found

  function enter(node: RootWithParts | NodeWithParts, isFirst: boolean): void {
    if (node.type === 'html') return addTag(node.value, node)
    if (node.type === 'tag' && /^(?:no|only)include$/.test(node.name)) {
      add('ignore', node.opening)
      if (node.closing) add('ignore', node.closing)
    }
    if (node.type === 'tag' && node.name === 'includeonly') add('ignore', node)
    if (node.type === 'heading') add(`heading${node.depth}`, node)
    // What stands behind a function's colon is a part of its title to the preprocessor.
    const kind = node.type === 'root' || isFirst ? undefined : kinds[node.type]
    if (kind) add(kind, node)
    if (node.type === 'extension' || !('children' in node)) return
    let isFirstArgument = node.type === 'parserFunction'
    for (const child of node.children) {
      const isArgument = child.type === 'templateArgument'
      enter(child, isArgument && isFirstArgument)
      if (isArgument) isFirstArgument = false
    }
  }

  function addTag(value: string, node: Node): void {
    if (/^<\/?(?:no|only)include\b/i.test(value)) add('ignore', node)
  }

  function add(kind: string, {position}: Node): void {
    found.push(`${kind} ${position!.start.offset}-${position!.end.offset}`)
  }
}
