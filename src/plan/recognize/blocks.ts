/**
 * A document as the sequence of blocks that a person reads from top to bottom: wrappers (`<div>`,
 * `<translate>`, `<tab>`) are taken off and their tags stand as blocks of their own, paragraphs and
 * definition lists are cut into lines. So what a page says can be read whichever way it is nested.
 */
import {isSameLine, nested, nestedFrom, own, paragraphOf} from './items.ts'
import {listOfTag} from './list-tags.ts'
import {isBreak, splitLabelled, splitLines, unwrap} from './lines.ts'
import {
  concat,
  copyPoint,
  flatten,
  hasText,
  joint,
  positioned,
  span,
  spanning,
  trimNodes
} from '../../document/phrasing.ts'
import type {Item} from './items.ts'
import type {LineForm} from './lines.ts'
import type {
  DefinitionList,
  FlowContent,
  Heading,
  Html,
  List,
  Paragraph,
  PhrasingContent,
  Position,
  Root,
  Table,
  Tag,
  Title
} from '../../document/types.ts'
import type {KeptContent} from '../types.ts'

/** A line of a paragraph or definition list; `children` are without the markup of `form`. */
export interface Line {
  kind: 'line'
  form: LineForm
  children: PhrasingContent[]
  /** The children, flattened. */
  text: string
  /** With its markup. */
  position: Position | undefined
  /** What stays in the tree where the line is no part of the plan. */
  node: KeptContent
  /** The paragraph that the line is of: lines of running text belong together. */
  paragraph: Paragraph | undefined
}

export interface HeadingBlock {
  kind: 'heading'
  node: Heading
  /** Without blank space at the ends. */
  children: PhrasingContent[]
}

export interface TitleBlock {
  kind: 'title'
  node: Title
}

export interface ListBlock {
  kind: 'list'
  node: List
}

/** A tab's opening. */
export interface TabBlock {
  kind: 'tab'
  label: string
  node: Html
}

export interface TableBlock {
  kind: 'table'
  node: Table
}

/** What only stays in the tree. */
export interface KeptBlock {
  kind: 'kept'
  node: KeptContent
}

export type Block = Line | HeadingBlock | TitleBlock | ListBlock | TabBlock | TableBlock | KeptBlock

/** The blocks of a document, in order. */
export function toBlocks(root: Root, source: string | undefined): Block[] {
  const page: Page = {source, blocks: []}
  addFlow(root.children, page)
  return page.blocks
}

/** The blocks so far, and the page's text where it is known. */
interface Page {
  source: string | undefined
  blocks: Block[]
}

function addFlow(nodes: readonly (FlowContent | PhrasingContent)[], page: Page): void {
  for (const node of nodes) {
    const add = adders.get(node.type)
    if (add) add(node as never, page)
    else page.blocks.push({kind: 'kept', node: node as KeptContent})
  }
}

const adders = new Map<string, (node: never, page: Page) => void>([
  [
    'heading',
    (node: Heading, {blocks}) =>
      blocks.push({kind: 'heading', node, children: trimNodes(node.children)})
  ],
  ['title', (node: Title, {blocks}) => blocks.push({kind: 'title', node})],
  ['list', (node: List, {blocks}) => blocks.push({kind: 'list', node})],
  ['table', (node: Table, {blocks}) => blocks.push({kind: 'table', node})],
  ['paragraph', addParagraph],
  ['definitionList', addDefinitionList],
  ['tag', addTag],
  [
    'tab',
    (node: Extract<FlowContent, {type: 'tab'}>, page) => {
      page.blocks.push({kind: 'tab', label: node.label, node: node.opening})
      addFlow(node.children, page)
    }
  ]
])

function addTag(node: Tag, page: Page): void {
  const label =
    node.name === 'tab' &&
    node.attributes.find(({name}) => name === 'name' || name === 'title')?.value
  // What stands between the ends of `<includeonly>` is in no node.
  if (!label && node.children.length === 0) {
    page.blocks.push({kind: 'kept', node})
    return
  }
  page.blocks.push(
    label ? {kind: 'tab', label, node: node.opening} : {kind: 'kept', node: node.opening}
  )
  const list = listOfTag(node)
  if (list) page.blocks.push({kind: 'list', node: list})
  else addFlow(node.children, page)
  if (node.closing) page.blocks.push({kind: 'kept', node: node.closing})
}

function addParagraph(node: Paragraph, page: Page): void {
  const {blocks} = page
  // Tags of Translate may stand around a list: `<translate><ul>…</ul></translate>`.
  const [only, ...others] = node.children.filter(({type}) => type !== 'html' && type !== 'comment')
  if (only?.type === 'tag' && others.length === 0 && listOfTag(only)) {
    addFlow(node.children, page)
    return
  }
  const lines = splitLines(node).flatMap(splitLabelled)
  for (const whole of lines) {
    const [from, to] = lines.length > 1 ? withoutOtherLines(whole) : [0, whole.length]
    const children = whole.slice(from, to)
    for (const unseen of whole.slice(0, from)) blocks.push({kind: 'kept', node: unseen as Html})
    addLine(children)
    for (const unseen of whole.slice(to)) blocks.push({kind: 'kept', node: unseen as Html})
  }

  function addLine(children: PhrasingContent[]): void {
    if (lines.length > 1 && children.length === 1 && isBreak(children[0]!)) {
      blocks.push({kind: 'kept', node: children[0] as KeptContent})
      return
    }
    const kept =
      lines.length === 1
        ? node
        : spanning<Paragraph>({type: 'paragraph', children, position: undefined})
    blocks.push(
      hasText(children) ? line(children, 'plain', kept, node) : {kind: 'kept', node: kept}
    )
  }
}

/**
 * Where a line starts and ends without comments and tags that stand on lines of their own: MediaWiki takes these
 * lines out, and they lie between two others.
 */
function withoutOtherLines(children: readonly PhrasingContent[]): [from: number, to: number] {
  let from = 0
  let to = children.length
  const isApart = (node: PhrasingContent, before: number, after: number): boolean =>
    (node.type === 'comment' || node.type === 'html') && lineEnd(before) < lineStart(after)
  const lineEnd = (index: number): number => children[index]!.position?.end.line ?? Infinity
  const lineStart = (index: number): number => children[index]!.position?.start.line ?? 0
  while (from + 1 < to && isApart(children[from]!, from, from + 1)) from++
  while (to - 1 > from && isApart(children[to - 1]!, to - 2, to - 1)) to--
  return [from, to]
}

function addDefinitionList(list: DefinitionList, page: Page): void {
  const {blocks, source} = page
  for (let at = 0; at < list.children.length; at++) {
    const item = list.children[at]!
    const next = list.children[at + 1]
    const content = paragraphOf(item)
    const joined =
      item.type === 'definitionTerm' && next && isSameLine(item, next) ? next : undefined
    const form = item.type === 'definitionTerm' ? 'term' : 'indented'
    const children = joined ? join(content, paragraphOf(joined), source) : content
    if (hasText(children))
      blocks.push(
        line(children, form, joined ? pair(item, joined, children) : own(item), undefined)
      )
    for (const part of joined ? [item, joined] : [item]) {
      if (!hasText(children)) keepOwn(part, page)
      addFlow(nestedFrom(part), page)
    }
    if (joined) at++
  }
}

/** Keeps an item that shows nothing, unless all it has is nested. */
function keepOwn(item: Item, {blocks}: Page): void {
  if (paragraphOf(item).length > 0 || nested(item).length === 0)
    blocks.push({kind: 'kept', node: own(item)})
}

/** `;term: description` on one line is one line for us: its colon is a colon again. */
function join(
  term: PhrasingContent[],
  description: PhrasingContent[],
  source: string | undefined
): PhrasingContent[] {
  const start = term.at(-1)?.position?.end
  const end = description[0]?.position?.start
  if (!start || !end) return [...term, ...description]
  const colon = joint({start: copyPoint(start), end: copyPoint(end)}, source, ': ')
  return concat(concat(term, [colon]), description)
}

function pair(term: Item, description: Item, children: PhrasingContent[]): KeptContent {
  const position = span([term, own(description) as Item])
  return positioned<Paragraph>({type: 'paragraph', children, position: undefined}, position)
}

function line(
  children: PhrasingContent[],
  form: LineForm,
  node: KeptContent,
  paragraph: Paragraph | undefined
): Line {
  const whole = unwrap(children)
  const position = node.position
  return {
    kind: 'line',
    form: form === 'plain' ? whole.form : form,
    children: whole.children,
    text: flatten(whole.children),
    position,
    node,
    paragraph
  }
}
