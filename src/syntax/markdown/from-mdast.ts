/**
 * mdast as a document: what the two trees share is copied, Markdown's own nodes become the nearest
 * of ours.
 */
import type * as Mdast from 'mdast'
import {positioned, span} from '../../document/phrasing.ts'
import {toText} from '../../document/plain-text.ts'
import type {
  FlowContent,
  Html,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  Status,
  Table,
  TableCell,
  Title
} from '../../document/types.ts'
import {readHeading} from '../../plan/recognize/headings.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'
import {asWritten, below, isShallow, place, slice, type Context} from './context.ts'
import {toPage} from './page.ts'
import {phrasing} from './phrasing-from-mdast.ts'
import {settle} from './settle.ts'
import {checkBox} from './statuses.ts'

/**
 * Turn mdast (GitHub flavoured) into a document, statuses marked.
 *
 * Inline code that is a status's name, `{{done}}`, `<<Done>>` and check boxes are statuses, links
 * to `./Target` are wiki links, a first `# …` is the page's title. What has no counterpart
 * (footnotes, definitions) is kept as `html`: it stands for itself and says nothing.
 *
 * @param tree the tree; it is left as it is
 * @param vocabulary the statuses to look for
 * @param source the page that positions are into; without it, an escaped marker looks like any
 * other
 */
export function mdastToDocument(tree: Mdast.Root, vocabulary: Vocabulary, source?: string): Root {
  const page = source === undefined ? undefined : toPage(source)
  const definitions = definitionsOf(tree)
  const context: Context = {vocabulary, page, definitions, plain: false, depth: 0}
  const children = flow(tree.children, context)
  return {type: 'root', children: withTitle(children, vocabulary), ...place(tree, context)}
}

/** What references refer to: the first definition of each identifier, wherever it stands. */
function definitionsOf(tree: Mdast.Root): Map<string, Mdast.Definition> {
  const found = new Map<string, Mdast.Definition>()
  const waiting: Mdast.Nodes[] = [tree]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node)
    for (const child of 'children' in node ? node.children.toReversed() : []) waiting.push(child)
  }
  return found
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
    return {type: 'heading', depth: node.depth, children, ...place(node, context)}
  },
  paragraph,
  list,
  table,
  html: (node, context) => {
    const comment = /^<!--([^]*)-->$/.exec(node.value)?.[1]
    return comment === undefined || comment.includes('-->')
      ? {type: 'html', value: node.value, ...place(node, context)}
      : {type: 'comment', value: comment, ...place(node, context)}
  },
  thematicBreak: (node, context) => ({type: 'thematicBreak', ...place(node, context)}),
  code: (node, context) => {
    const value = slice(node, context)?.source ?? node.value
    const children = value === '' ? [] : [{type: 'text' as const, value, ...place(node, context)}]
    return {type: 'preformatted', children, ...place(node, context)}
  },
  blockquote: (node, context) => {
    const children = flow(node.children, context)
    return {
      type: 'definitionList',
      children: [{type: 'definitionDescription', children, ...place(node, context)}],
      ...place(node, context)
    }
  }
}

function flow(nodes: readonly Mdast.RootContent[], context: Context): FlowContent[] {
  const inner = below(context)
  const content = nodes.map((node) => {
    const known = Object.hasOwn(handlers, node.type) && isShallow(context)
    const handle = known ? handlers[node.type] : undefined
    if (!handle) return asWritten(node, context)
    return (handle as (node: Mdast.RootContent, context: Context) => FlowContent)(node, inner)
  })
  return settle(content, context.page)
}

function paragraph(node: Mdast.Paragraph, context: Context): Paragraph {
  return {type: 'paragraph', children: phrasing(node.children, context), ...place(node, context)}
}

function list(node: Mdast.List, context: Context): List {
  const items = node.children.map((item) => listItem(item, context))
  const children = settle(items, context.page)
  return {type: 'list', ordered: node.ordered ?? false, children, ...place(node, context)}
}

/** An item; its check box is a status that opens its line. */
function listItem(node: Mdast.ListItem, context: Context): ListItem {
  const children = flow(node.children, context)
  const item: ListItem = {type: 'listItem', children, ...place(node, context)}
  const box = checkBox(node, context)
  if (!box) return item
  const [first, ...rest] = children
  const hasLine = first?.type === 'paragraph'
  const content = hasLine ? withBox(box, first.children) : [box]
  const line: Paragraph = {type: 'paragraph', children: content}
  positioned(line, span(hasLine ? [box, first] : [box]))
  return {...item, children: [line, ...(hasLine ? rest : children)]}
}

/**
 * A line with its check box. One that is ticked says that all is done, one that is not that it is not done; where the
 * line's own status says no other, that stays.
 *
 * ```markdown
 * | - [x] Wind the clocks `In progress`
 *     ^^^                 ^^^^^^^^^^^^^  says nothing then
 * ```
 */
function withBox(box: Status, line: readonly PhrasingContent[]): PhrasingContent[] {
  const own = line.find((node) => node.type === 'status')
  if (!own) return [box, ...line]
  const isSame = (own.value === 'done') === (box.value === 'done')
  if (isSame) return [...line]
  const unsaid: Html = {type: 'html', value: own.raw, position: own.position}
  return [box, ...line.map((node) => (node === own ? unsaid : node))]
}

function table(node: Mdast.Table, context: Context): Table {
  const children = node.children.map((row, index) => ({
    type: 'tableRow' as const,
    attributes: '',
    children: row.children.map((cell) => tableCell(cell, index === 0, context)),
    ...place(row, context)
  }))
  return {type: 'table', attributes: '', children, ...place(node, context)}
}

function tableCell(node: Mdast.TableCell, header: boolean, context: Context): TableCell {
  const children = phrasing(node.children, context)
  const line = positioned<Paragraph>({type: 'paragraph', children}, span(children))
  return {
    type: 'tableCell',
    header,
    attributes: '',
    children: children.length === 0 ? [] : [line],
    ...place(node, context)
  }
}
