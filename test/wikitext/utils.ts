/**
 * Trees as short strings, to be read and written by people.
 */
import type {Node} from 'unist'
import {expect, it} from 'vitest'
import type {DocumentNode, Root} from '../../src/document/types.ts'
import {parseWikitext} from '../../src/syntax/wikitext/index.ts'
import {checkPositions} from '../laws.ts'

/**
 * The tree of a page: text as a quoted string, any other node as its type, what sets it apart and its
 * children.
 *
 * ```ts
 * outline('== {{a|b=c}} ==') // 'heading 2 (" " template a (b= ("c")) " ")'
 * ```
 */
export function outline(source: string): string {
  const tree = parseWikitext(source)
  checkPositions(tree, source)
  return inner(tree)
}

/** The slices of all nodes of a type, in the order of their starts. */
export function slices(source: string, ...types: string[]): string[] {
  const found: string[] = []
  walk(parseWikitext(source), (node) => {
    const {start, end} = node.position!
    if (types.includes(node.type)) found.push(source.slice(start.offset, end.offset))
  })
  return found
}

/** A test for each page and what its outline should be. */
export function cases(pages: Record<string, string>): void {
  for (const [source, expected] of Object.entries(pages)) {
    it(JSON.stringify(source), () => expect(outline(source)).toBe(expected))
  }
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  if ('children' in node) for (const child of node.children as Node[]) walk(child, visit)
}

function inner(node: Root | DocumentNode): string {
  return 'children' in node ? (node.children as DocumentNode[]).map(print).join(' ') : ''
}

function print(node: DocumentNode): string {
  if (node.type === 'text') return JSON.stringify(node.value)
  const content = 'children' in node && node.children.length > 0 ? ` (${inner(node)})` : ''
  return label(node) + content
}

function label(node: DocumentNode): string {
  switch (node.type) {
    case 'heading':
      return `heading ${node.depth}`
    case 'list':
      return node.ordered ? 'list #' : 'list'
    case 'table':
    case 'tableRow':
      return join(node.type, node.attributes)
    case 'tableCell':
      return join(node.header ? 'header' : 'cell', node.attributes)
    case 'template':
    case 'parserFunction':
      return join(node.modifier ?? '', node.type, node.name)
    case 'templateParameter':
    case 'behaviorSwitch':
      return `${node.type} ${node.name}`
    case 'templateArgument':
      return node.name === null ? 'argument' : `${node.name}=`
    case 'tag':
      return [node.type, node.name, ...attributes(node)].join(' ')
    case 'extension':
      return [node.name, ...attributes(node), JSON.stringify(node.value)].join(' ')
    case 'tab':
      return `tab ${JSON.stringify(node.label)}`
    case 'wikiLink':
      return join('wikiLink', node.target, node.trail && `+${node.trail}`)
    case 'file':
      return join('file', node.target, ...node.options)
    case 'category':
      return node.sortKey === null
        ? join('category', node.target)
        : join('category', node.target, node.sortKey)
    case 'redirect':
      return `redirect ${node.target}`
    case 'link':
      return `link ${node.url}`
    case 'comment':
    case 'entity':
    case 'signature':
      return `${node.type} ${JSON.stringify(node.value)}`
    default:
      return node.type
  }
}

function attributes(node: {attributes: {name: string; value: string | null}[]}): string[] {
  return node.attributes.map(({name, value}) => (value === null ? name : `${name}=${value}`))
}

function join(...parts: string[]): string {
  return parts.filter(Boolean).join(' ')
}
