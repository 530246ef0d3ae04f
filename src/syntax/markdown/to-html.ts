/**
 * Content that Markdown has no form for, as the HTML that may stand in it: on one line, as a blank one would end it.
 */
import type * as Mdast from 'mdast'

/** The tags of nodes that hold others. */
const tags: ReadonlyMap<string, string> = new Map([
  ['paragraph', 'p'],
  ['blockquote', 'blockquote'],
  ['listItem', 'li'],
  ['emphasis', 'em'],
  ['strong', 'strong'],
  ['delete', 'del'],
  ['table', 'table'],
  ['tableRow', 'tr'],
  ['tableCell', 'td']
])

/** Write nodes as HTML. */
export function toHtml(nodes: readonly Mdast.Nodes[]): string {
  return nodes.map(nodeToHtml).join('')
}

function nodeToHtml(node: Mdast.Nodes): string {
  if (node.type === 'html') return node.value.replace(/[\r\n]+/g, ' ')
  if (node.type === 'text') return escape(node.value)
  if (node.type === 'inlineCode') return element('code', escape(node.value))
  if (node.type === 'code') return element('pre', escape(node.value))
  if (node.type === 'thematicBreak') return '<hr>'
  if (!('children' in node)) return ''
  const content = toHtml(node.children)
  if (node.type === 'link') return element('a', content, ` href="${escape(node.url)}"`)
  if (node.type === 'heading') return element(`h${node.depth}`, content)
  if (node.type === 'list') return element(node.ordered ? 'ol' : 'ul', content)
  return element(tags.get(node.type)!, content)
}

/** @param attributes with the blank before them */
export function element(name: string, content: string, attributes = ''): string {
  return `<${name}${attributes}>${content}</${name}>`
}

const references: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '"': '&quot;'}

function escape(value: string): string {
  return value
    .replace(/[&<"]/g, (character) => references[character]!)
    .replace(/\r\n|\r|\n/g, '&#10;')
}
