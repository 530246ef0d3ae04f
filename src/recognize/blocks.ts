/**
 * A document as the sequence of blocks that a person reads from top to bottom: wrappers (`<div>`,
 * `<translate>`, `<tab>`) are taken off and their tags stand as blocks of their own, paragraphs and
 * definition lists are cut into lines. So what a page says can be read whichever way it is nested.
 */
import {concat, flatten, joint, positioned, slice, span, splitAt, trimNodes} from '../document/phrasing.ts'
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
  ['heading', (node: Heading, {blocks}) => blocks.push({kind: 'heading', node, children: trimNodes(node.children)})],
  ['title', (node: Title, {blocks}) => blocks.push({kind: 'title', node})],
  ['list', (node: List, {blocks}) => blocks.push({kind: 'list', node})],
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
  const label = node.name === 'tab' && node.attributes.find(({name}) => name === 'name' || name === 'title')?.value
  page.blocks.push(label ? {kind: 'tab', label, node: node.opening} : {kind: 'kept', node: node.opening})
  addFlow(node.children, page)
  if (node.closing) page.blocks.push({kind: 'kept', node: node.closing})
}

function addParagraph(node: Paragraph, {blocks}: Page): void {
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
  if (ends.length === 0) return [node.children]
  return splitAt(node.children, ends)
    .map(trimNodes)
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
  return ends
}

function addDefinitionList(list: DefinitionList, page: Page): void {
  const {blocks, source} = page
  for (let at = 0; at < list.children.length; at++) {
    const item = list.children[at]!
    const next = list.children[at + 1]
    const content = paragraphOf(item)
    const joined = item.type === 'definitionTerm' && next && isSameLine(item, next) ? next : undefined
    const form = item.type === 'definitionTerm' ? 'term' : 'indented'
    const children = joined ? join(content, paragraphOf(joined), source) : content
    if (hasText(children)) blocks.push(line(children, form, joined ? pair(item, joined, children) : own(item), undefined))
    for (const part of joined ? [item, joined] : [item]) {
      if (!hasText(children)) keepOwn(part, page)
      addFlow(nestedFrom(part), page)
    }
    if (joined) at++
  }
}

/** Keeps an item that shows nothing, unless all it has is nested. */
function keepOwn(item: Item, {blocks}: Page): void {
  if (paragraphOf(item).length > 0 || nested(item).length === 0) blocks.push({kind: 'kept', node: own(item)})
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

/**
 * What is nested in an item; where nothing stands before it, its first mark is the item's own.
 *
 * ```markdown
 * | ** a
 *   ^^^^  the nested item, as the outer one is empty
 * ```
 */
export function nestedFrom(item: Item): Item['children'] {
  const [first, ...rest] = nested(item)
  if (!first || paragraphOf(item).length > 0) return nested(item)
  return [startingAt(first, item), ...rest]
}

function startingAt<T extends FlowContent | Item>(node: T, {position}: Item): T {
  if (!position || !node.position) return node
  const moved = {...node, position: {start: {...position.start}, end: {...node.position.end}}}
  if (moved.type !== 'list' && moved.type !== 'definitionList') return moved
  const [first, ...rest] = moved.children as Item[]
  return first ? ({...moved, children: [startingAt(first, {position} as Item), ...rest]} as T) : moved
}

/** The items of a list; where one is empty but for its nested items (`** a`), those. */
export function itemsOf(list: List): ListItem[] {
  return list.children.flatMap((item) => {
    const [first, ...rest] = nestedFrom(item)
    const skipped = paragraphOf(item).length === 0 && first?.type === 'list' && rest.length === 0
    return skipped ? itemsOf(first) : [item]
  })
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
function join(term: PhrasingContent[], description: PhrasingContent[], source: string | undefined): PhrasingContent[] {
  const start = term.at(-1)?.position?.end
  const end = description[0]?.position?.start
  if (!start || !end) return [...term, ...description]
  const colon = joint({start: {...start}, end: {...end}}, source, ': ')
  return concat(concat(term, [colon]), description)
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

/** The one node that holds a line's words; statuses, colons, brackets and comments may stand around it. */
function onlyWrapper(nodes: readonly PhrasingContent[]): Wrapper | undefined {
  let wrapper: Wrapper | undefined
  for (const node of nodes) {
    if (node.type === 'status' || node.type === 'comment') continue
    if (/^[\s:.,()[\]–—-]*$/.test(rawText(node)) && node.type !== 'tag') continue
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
