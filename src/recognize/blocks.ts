/**
 * A document as the sequence of blocks that a person reads from top to bottom: wrappers (`<div>`,
 * `<translate>`, `<tab>`) are taken off and their tags stand as blocks of their own, paragraphs and
 * definition lists are cut into lines. So what a page says can be read whichever way it is nested.
 */
import {flatten, positioned, slice, span, trim} from '../document/phrasing.ts'
import {rawText} from '../document/plain-text.ts'
import type {
  DefinitionList,
  FlowContent,
  Heading,
  Html,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Position,
  Root,
  Tag,
  Title
} from '../document/types.ts'
import type {KeptContent} from '../plan/types.ts'

/** How a line is marked up. */
export type LineForm = 'plain' | 'strong' | 'emphasis' | 'term' | 'indented'

/** A line of a paragraph or definition list; `children` are without the markup of `form`. */
export interface Line {
  kind: 'line'
  form: LineForm
  children: PhrasingContent[]
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

/** What only stays in the tree. */
export interface KeptBlock {
  kind: 'kept'
  node: KeptContent
}

export type Block = Line | HeadingBlock | TitleBlock | ListBlock | TabBlock | KeptBlock

/** The blocks of a document, in order. */
export function toBlocks(root: Root): Block[] {
  const blocks: Block[] = []
  addFlow(root.children, blocks)
  return blocks
}

function addFlow(nodes: readonly (FlowContent | PhrasingContent)[], blocks: Block[]): void {
  for (const node of nodes) {
    const add = adders.get(node.type)
    if (add) add(node as never, blocks)
    else blocks.push({kind: 'kept', node: node as KeptContent})
  }
}

const adders = new Map<string, (node: never, blocks: Block[]) => void>([
  ['heading', (node: Heading, blocks) => blocks.push({kind: 'heading', node, children: trimNodes(node.children)})],
  ['title', (node: Title, blocks) => blocks.push({kind: 'title', node})],
  ['list', (node: List, blocks) => blocks.push({kind: 'list', node})],
  ['paragraph', addParagraph],
  ['definitionList', addDefinitionList],
  ['tag', addTag],
  [
    'tab',
    (node: Extract<FlowContent, {type: 'tab'}>, blocks) => {
      blocks.push({kind: 'tab', label: node.label, node: node.opening})
      addFlow(node.children, blocks)
    }
  ]
])

function addTag(node: Tag, blocks: Block[]): void {
  const label = node.name === 'tab' && node.attributes.find(({name}) => name === 'name' || name === 'title')?.value
  blocks.push(label ? {kind: 'tab', label, node: node.opening} : {kind: 'kept', node: node.opening})
  addFlow(node.children, blocks)
  if (node.closing) blocks.push({kind: 'kept', node: node.closing})
}

function addParagraph(node: Paragraph, blocks: Block[]): void {
  const lines = splitLines(node)
  for (const children of lines) {
    const kept = lines.length === 1 ? node : positioned<Paragraph>({type: 'paragraph', children}, span(children))
    blocks.push(hasText(children) ? line(children, 'plain', kept, node) : {kind: 'kept', node: kept})
  }
}

function hasText(nodes: readonly PhrasingContent[]): boolean {
  return flatten(nodes).trim() !== ''
}

/** The lines of a paragraph; bold and italic never go over a line's end. */
function splitLines(node: Paragraph): PhrasingContent[][] {
  const ends = lineEnds(node.children)
  if (ends.length === 1) return [node.children]
  return ends
    .map((to, index) => trimNodes(slice(node.children, ends[index - 1] ?? 0, to)))
    .filter((children) => children.length > 0)
}

/** Where the lines of flattened content end: after each line end of a text that is not within a tag. */
function lineEnds(nodes: readonly PhrasingContent[]): number[] {
  const ends: number[] = []
  let at = 0
  for (const node of nodes) {
    if (node.type === 'text') {
      for (const match of node.value.matchAll(/\r\n|\r|\n/g)) ends.push(at + match.index + match[0].length)
    }
    at += flatten([node]).length
  }
  ends.push(Infinity)
  return ends
}

/** Without blank text at the ends; empty nodes (comments) stay. */
function trimNodes(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node, index) => {
    if (node.type !== 'text' || (index > 0 && index < nodes.length - 1)) return [node]
    const [start, end] = trim(node.value)
    return slice([node], index === 0 ? start : 0, index === nodes.length - 1 ? end : node.value.length)
  })
}

function addDefinitionList(list: DefinitionList, blocks: Block[]): void {
  for (let at = 0; at < list.children.length; at++) {
    const item = list.children[at]!
    const next = list.children[at + 1]
    const content = paragraphOf(item)
    const joined = item.type === 'definitionTerm' && next && isSameLine(item, next) ? next : undefined
    const form = item.type === 'definitionTerm' ? 'term' : 'indented'
    const children = joined ? join(content, paragraphOf(joined)) : content
    if (hasText(children)) blocks.push(line(children, form, joined ? pair(item, joined, children) : own(item), undefined))
    else if (children.length > 0) blocks.push({kind: 'kept', node: own(item)})
    for (const part of joined ? [item, joined] : [item]) addFlow(nested(part), blocks)
    if (joined) at++
  }
}

type Item = ListItem | DefinitionList['children'][number]

/** The inline content of an item. */
export function paragraphOf(item: Item): PhrasingContent[] {
  const first = item.children[0]
  return first?.type === 'paragraph' ? first.children : []
}

/** What stands in an item behind its inline content. */
export function nested(item: Item): Exclude<Item['children'][number], never>[] {
  return item.children[0]?.type === 'paragraph' ? item.children.slice(1) : item.children
}

/** An item without what is nested in it. */
function own(item: Item): KeptContent {
  const rest = nested(item)
  if (rest.length === 0) return item
  const children = item.children.slice(0, item.children.length - rest.length)
  return positioned({...item, children} as Item, ownPosition(item))
}

/** From an item's mark to the end of its inline content. */
export function ownPosition(item: Item): Position | undefined {
  const first = item.children[0]
  if (!item.position || first?.type !== 'paragraph') return item.position
  return first.position && {start: {...item.position.start}, end: {...first.position.end}}
}

function isSameLine(a: Item, b: Item): boolean {
  return a.position !== undefined && b.position !== undefined && a.position.end.line === b.position.start.line
}

/** `;term: description` on one line is one line for us: its colon is a colon again. */
function join(term: PhrasingContent[], description: PhrasingContent[]): PhrasingContent[] {
  const start = term.at(-1)?.position?.end
  const end = description[0]?.position?.start
  if (!start || !end) return [...term, ...description]
  const colon: PhrasingContent = {type: 'text', value: ': ', position: {start: {...start}, end: {...end}}}
  return [...term, colon, ...description]
}

function pair(term: Item, description: Item, children: PhrasingContent[]): KeptContent {
  const position = span([term, own(description) as Item])
  return positioned<Paragraph>({type: 'paragraph', children}, position)
}

function line(children: PhrasingContent[], form: LineForm, node: KeptContent, paragraph: Paragraph | undefined): Line {
  const whole = unwrap(children)
  const position = node.position
  return {kind: 'line', form: form === 'plain' ? whole.form : form, children: whole.children, position, node, paragraph}
}

/** Markup around a whole line: how it is marked up, and the content within. */
export function unwrap(children: PhrasingContent[]): {form: LineForm; children: PhrasingContent[]} {
  let form: LineForm = 'plain'
  let inner = children
  for (;;) {
    const wrapper = onlyWrapper(inner)
    if (!wrapper) return {form, children: inner}
    const wrapped = formOf(wrapper)
    if (form !== 'strong' && wrapped !== 'plain') form = wrapped
    const at = inner.indexOf(wrapper)
    inner = [...inner.slice(0, at), ...(wrapper.children as PhrasingContent[]), ...inner.slice(at + 1)]
  }
}

type Wrapper = Extract<PhrasingContent, {type: 'strong' | 'emphasis' | 'tag'}>

/** The one node that holds a line's words; statuses, colons and comments may stand around it. */
function onlyWrapper(nodes: readonly PhrasingContent[]): Wrapper | undefined {
  let wrapper: Wrapper | undefined
  for (const node of nodes) {
    if (node.type === 'status' || node.type === 'comment') continue
    if (/^[\s:.,–—-]*$/.test(rawText(node)) && node.type !== 'tag') continue
    if (wrapper || !(node.type === 'strong' || node.type === 'emphasis' || node.type === 'tag')) return undefined
    if (node.children.length === 0) return undefined
    wrapper = node
  }
  return wrapper
}

const tagForms = new Map<string, LineForm>([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis']
])

function formOf(node: Wrapper): LineForm {
  if (node.type === 'tag') return tagForms.get(node.name) ?? 'plain'
  return node.type
}
