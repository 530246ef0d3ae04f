/** What a person reads in Markdown: its lines, each with its words and how they are set apart. */
import type * as Mdast from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'

const processor = unified().use(remarkParse).use(remarkGfm)

/**
 * The headings, items and paragraphs of Markdown, each as its place and words: `item 2: *w*o*r*d*s*`. Which marks lists
 * have, and of what level headings are, is a matter of form, and so are blanks.
 */
export function readMarkdown(markdown: string): string[] {
  const lines: string[] = []
  read(processor.parse(markdown), 0, lines)
  return lines
}

function read(node: Mdast.Nodes, depth: number, lines: string[]): void {
  if (node.type === 'heading' || node.type === 'paragraph') {
    const place = node.type === 'heading' ? 'heading' : `paragraph in ${depth}`
    lines.push(`${place}: ${node.children.map((child) => inWords(child, '')).join('')}`)
    return
  }
  const inner = node.type === 'listItem' ? depth + 1 : depth
  if ('children' in node) for (const child of node.children) read(child, inner, lines)
}

/** Each character behind the styles that it has. */
function inWords(node: Mdast.Nodes, styles: string): string {
  if (node.type === 'text') return apart(node.value, styles)
  // The page's Markdown shows code as plain words.
  if (node.type === 'inlineCode') return apart(node.value, styles)
  const own = Object.hasOwn(signs, node.type) ? signs[node.type as keyof typeof signs] : ''
  const link = node.type === 'link' ? `<${node.url}>` : ''
  const all = [...new Set([...styles.split(' '), own, link])].sort().join(' ')
  return 'children' in node ? node.children.map((child) => inWords(child, all)).join('') : ''
}

const signs = {emphasis: '*', strong: '**', delete: '~~'} as const

function apart(text: string, styles: string): string {
  return Array.from(text.replace(/\s/g, ''), (letter) => styles.trim() + letter).join('')
}
