/** mdast as a document: what the two trees share is copied, Markdown's own nodes become the nearest of ours. */
import type * as Mdast from 'mdast'
import {toText} from '../document/plain-text.ts'
import type {FlowContent, List, ListItem, Paragraph, Root, Table, Title} from '../document/types.ts'
import {readHeading} from '../recognize/headings.ts'
import type {Vocabulary} from '../vocabulary/index.ts'
import {asWritten, below, isShallow, place, sourceOf, type Context} from './context.ts'
import {phrasing} from './phrasing-from-mdast.ts'
import {checkBox} from './statuses.ts'

/**
 * Turn mdast (GitHub flavoured) into a document, statuses marked.
 *
 * Inline code that is a status's name, `{{done}}`, `<<Done>>` and check boxes are statuses, links to `./Target`
 * are wiki links, a first `# …` is the page's title. What has no counterpart (footnotes, definitions) is kept as
 * `html`: it stands for itself and says nothing.
 *
 * @param tree the tree; it is left as it is
 * @param vocabulary the statuses to look for
 * @param source the page that positions are into; without it, an escaped marker looks like any other
 */
export function mdastToDocument(tree: Mdast.Root, vocabulary: Vocabulary, source?: string): Root {
  const definitions = new Map<string, Mdast.Definition>()
  for (const node of tree.children) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node)
    }
  }
  const context: Context = {vocabulary, source, definitions, depth: 0}
  const children = flow(tree.children, context)
  return {type: 'root', children: withTitle(children, vocabulary), ...place(tree)}
}

/** The first heading, where it is of the first level and says nothing of the plan, is the title. */
function withTitle(children: FlowContent[], vocabulary: Vocabulary): FlowContent[] {
  const index = children.findIndex((node) => node.type !== 'comment' && node.type !== 'html')
  const first = children[index]
  if (first?.type !== 'heading' || first.depth !== 1) return children
  if (readHeading(toText(first), vocabulary)) return children
  const {depth, ...rest} = first
  const title: Title = {...rest, type: 'title'}
  return children.with(index, title)
}

type Handlers = {
  [Type in Mdast.RootContent['type']]?: (
    node: Extract<Mdast.RootContent, {type: Type}>,
    context: Context
  ) => FlowContent
}

const handlers: Handlers = {
  heading: (node, context) => {
    const children = phrasing(node.children, context)
    return {type: 'heading', depth: node.depth, children, ...place(node)}
  },
  paragraph,
  list,
  table,
  html: (node) => {
    const comment = /^<!--([^]*)-->$/.exec(node.value)?.[1]
    return comment === undefined || comment.includes('-->')
      ? {type: 'html', value: node.value, ...place(node)}
      : {type: 'comment', value: comment, ...place(node)}
  },
  thematicBreak: (node) => ({type: 'thematicBreak', ...place(node)}),
  code: (node, context) => {
    const value = sourceOf(node, context) ?? node.value
    const children = value === '' ? [] : [{type: 'text' as const, value, ...place(node)}]
    return {type: 'preformatted', children, ...place(node)}
  },
  blockquote: (node, context) => {
    const children = flow(node.children, context)
    return {
      type: 'definitionList',
      children: [{type: 'definitionDescription', children, ...place(node)}],
      ...place(node)
    }
  }
}

function flow(nodes: readonly Mdast.RootContent[], context: Context): FlowContent[] {
  const inner = below(context)
  return nodes.map((node) => {
    const known = Object.hasOwn(handlers, node.type) && isShallow(context)
    const handle = known ? handlers[node.type] : undefined
    if (!handle) return asWritten(node, context)
    return (handle as (node: Mdast.RootContent, context: Context) => FlowContent)(node, inner)
  })
}

function paragraph(node: Mdast.Paragraph, context: Context): Paragraph {
  return {type: 'paragraph', children: phrasing(node.children, context), ...place(node)}
}

function list(node: Mdast.List, context: Context): List {
  const children = node.children.map((item) => listItem(item, context))
  return {type: 'list', ordered: node.ordered ?? false, children, ...place(node)}
}

/** An item; its check box is a status that opens its line. */
function listItem(node: Mdast.ListItem, context: Context): ListItem {
  const children = flow(node.children, context)
  const item: ListItem = {type: 'listItem', children, ...place(node)}
  const box = checkBox(node, context)
  if (!box) return item
  const [first, ...rest] = children
  if (first?.type !== 'paragraph') {
    return {...item, children: [{type: 'paragraph', children: [box], ...place(box)}, ...children]}
  }
  const line: Paragraph = {...first, children: [box, ...first.children]}
  if (box.position && line.position)
    line.position = {...line.position, start: {...box.position.start}}
  return {...item, children: [line, ...rest]}
}

function table(node: Mdast.Table, context: Context): Table {
  const children = node.children.map((row, index) => ({
    type: 'tableRow' as const,
    attributes: '',
    children: row.children.map((cell) => tableCell(cell, index === 0, context)),
    ...place(row)
  }))
  return {type: 'table', attributes: '', children, ...place(node)}
}

function tableCell(
  node: Mdast.TableCell,
  header: boolean,
  context: Context
): Table['children'][number]['children'][number] & {type: 'tableCell'} {
  const children = phrasing(node.children, context)
  const [first, last] = [children[0]?.position, children.at(-1)?.position]
  const position = first && last && {start: {...first.start}, end: {...last.end}}
  const line: Paragraph = {type: 'paragraph', children, ...place({position})}
  return {
    type: 'tableCell',
    header,
    attributes: '',
    children: children.length === 0 ? [] : [line],
    ...place(node)
  }
}
