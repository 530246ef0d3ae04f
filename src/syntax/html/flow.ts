/** What stands on lines of its own in HTML, as a document has it. */
import type {Element, Nodes} from 'hast'
import {rawText} from '../../document/plain-text.ts'
import {positioned, slice, span} from '../../document/phrasing.ts'
import type {
  DefinitionList,
  FlowContent,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Preformatted,
  Table,
  TableCell,
  TableRow
} from '../../document/types.ts'
import {place, tagsOf, type Context} from './context.ts'
import {isBlock, isElement, isHidden} from './elements.ts'
import {phrasing} from './phrasing.ts'
import {tabTag, textPieces} from './text.ts'
import {takeTransclusions, within, type Ready} from './transclusions.ts'

/** Some nodes as flow content: what stands in lines between blocks is paragraphs. */
export function flow(nodes: readonly Nodes[], context: Context): FlowContent[] {
  const content: FlowContent[] = []
  let line: (Nodes | Ready)[] = []
  const endLine = () => {
    content.push(...paragraphs(phrasing(line, context)))
    line = []
  }
  for (const node of takeTransclusions(nodes, context)) {
    if (node.type === 'ready' || !isBlock(node)) line.push(node)
    else {
      endLine()
      content.push(...block(node as Element, context))
    }
  }
  endLine()
  return content
}

/** Inline content as paragraphs; what opens a tab stands between them, and what says nothing alone. */
function paragraphs(nodes: readonly PhrasingContent[]): FlowContent[] {
  const content: FlowContent[] = []
  let line: PhrasingContent[] = []
  for (const node of nodes) {
    const opensTab = node.type === 'tag' && node.name === 'tab'
    if (!opensTab) line.push(node)
    else {
      content.push(...paragraph(line), node)
      line = []
    }
  }
  return [...content, ...paragraph(line)]
}

function paragraph(nodes: readonly PhrasingContent[]): FlowContent[] {
  const children = trimBlank(nodes)
  if (children.every((node) => !shows(node) || node.type === 'comment')) {
    return children.filter((node) => node.type === 'comment')
  }
  return [positioned<Paragraph>({type: 'paragraph', children}, span(children))]
}

/** Without what shows nothing at the ends: tags that say nothing (edit links), and blank space. */
function trimBlank(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const [from, to] = [nodes.findIndex(shows), nodes.findLastIndex(shows) + 1]
  if (from < 0) return []
  const [first, last] = [nodes[from]!, nodes[to - 1]!]
  const start = first.type === 'text' ? first.value.length - first.value.trimStart().length : 0
  const trimmed = [...slice([first], start, Infinity), ...nodes.slice(from + 1, to)]
  if (last.type !== 'text') return trimmed
  const end = trimmed.at(-1)!
  return [...trimmed.slice(0, -1), ...slice([end], 0, rawText(end).trimEnd().length)]
}

function shows(node: PhrasingContent): boolean {
  return node.type !== 'html' && (node.type !== 'text' || node.value.trim() !== '')
}

type Handler = (node: Element, context: Context) => FlowContent | undefined

const handlers = new Map<string, Handler>([
  ['hr', (node, context) => ({type: 'thematicBreak', ...place(node, context)})],
  ['ul', list],
  ['ol', list],
  ['dl', definitionList],
  ['table', table],
  ['pre', preformatted],
  ['blockquote', quotation],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name): [string, Handler] => [name, heading])
])

/** A block; what only wraps others gives way to them, and where it is a tab, to what opens that. */
function block(node: Element, context: Context): FlowContent[] {
  const inner = within(node, context)
  const known = handlers.get(node.tagName)?.(node, inner)
  if (known) return [known]
  const label = context.tabs.get(node)
  const content = flow(node.children, inner)
  const [only, ...rest] = content
  if (node.tagName === 'p' && only?.type === 'paragraph' && rest.length === 0) {
    return [{...only, ...place(node, context)}]
  }
  return label === undefined ? content : [tabTag(label, tagsOf(node, context).opening), ...content]
}

function heading(node: Element, context: Context): Heading {
  const depth = Number(node.tagName.slice(1)) as Heading['depth']
  const children = trimBlank(phrasing(takeTransclusions(node.children, context), context))
  return {type: 'heading', depth, children, ...place(node, context)}
}

function list(node: Element, context: Context): List {
  const children = itemsOf(node).map((item): ListItem => {
    const content = item.tagName === 'li' ? item.children : [item]
    return {type: 'listItem', children: flow(content, context), ...place(item, context)}
  })
  return {type: 'list', ordered: node.tagName === 'ol', children, ...place(node, context)}
}

/** The elements of a list that show. */
function itemsOf(node: Element): Element[] {
  return node.children.filter((child) => isElement(child)).filter((child) => !isHidden(child))
}

/** Terms and descriptions; what groups them gives way to them. */
function definitionList(node: Element, context: Context): DefinitionList {
  const items = itemsOf(node).flatMap((item) => (item.tagName === 'div' ? itemsOf(item) : [item]))
  const children = items.map((item): DefinitionList['children'][number] => ({
    type: item.tagName === 'dt' ? 'definitionTerm' : 'definitionDescription',
    children: flow(
      item.tagName === 'dt' || item.tagName === 'dd' ? item.children : [item],
      context
    ),
    ...place(item, context)
  }))
  return {type: 'definitionList', children, ...place(node, context)}
}

function quotation(node: Element, context: Context): DefinitionList {
  const children = flow(node.children, context)
  const description = {type: 'definitionDescription', children, ...place(node, context)} as const
  return {type: 'definitionList', children: [description], ...place(node, context)}
}

function preformatted(node: Element, context: Context): Preformatted {
  const children = node.children.flatMap(function pieces(child): PhrasingContent[] {
    if (child.type === 'text') return textPieces(child, context)
    return 'children' in child ? child.children.flatMap(pieces) : []
  })
  return {type: 'preformatted', children, ...place(node, context)}
}

function table(node: Element, context: Context): Table {
  const parts = itemsOf(node).flatMap((part) =>
    /^t(?:head|body|foot)$/.test(part.tagName) ? itemsOf(part) : [part]
  )
  const children = parts
    .filter(({tagName}) => tagName === 'tr' || tagName === 'caption')
    .map((part): Table['children'][number] => {
      if (part.tagName === 'tr') return tableRow(part, context)
      return {type: 'tableCaption', children: flow(part.children, context), ...place(part, context)}
    })
  return {type: 'table', attributes: attributesOf(node, context), children, ...place(node, context)}
}

function tableRow(node: Element, context: Context): TableRow {
  const cells = itemsOf(node).map((cell): TableCell => ({
    type: 'tableCell',
    header: cell.tagName === 'th',
    attributes: attributesOf(cell, context),
    children: flow(cell.children, context),
    ...place(cell, context)
  }))
  return {
    type: 'tableRow',
    attributes: attributesOf(node, context),
    children: cells,
    ...place(node, context)
  }
}

/** What stands in a start tag behind its name, verbatim. */
function attributesOf(node: Element, context: Context): string {
  return tagsOf(node, context)
    .opening.value.slice(1 + node.tagName.length, -1)
    .trimEnd()
}
