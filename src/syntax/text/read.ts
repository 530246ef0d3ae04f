/**
 * The text of a rendered page, as text extractors leave it: no markup, list items behind `-`, `*` or `•`,
 * a status as its label, and a section's edit link (the one trace of a heading) glued to a line.
 */
import {inline, placeOf, rangeOf} from './inline.ts'
import {readLines} from './lines.ts'
import {readTable} from './table.ts'
import {span} from '../../document/phrasing.ts'
import type {Page} from './inline.ts'
import type {TextLine} from './lines.ts'
import type {
  FlowContent,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Position,
  Root,
  Title
} from '../../document/types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** Reads the text of a rendered page. Every line is a block; levels of headings are lost. */
export function readText(source: string, vocabulary: Vocabulary): Root {
  const lines = readLines(source, vocabulary)
  const root: Root = {type: 'root', children: []}
  const page: Page = {
    source,
    vocabulary,
    lines,
    root,
    title: titleOf(lines, source, vocabulary),
    lists: [],
    item: undefined
  }
  for (let at = 0; at < lines.length;) at += readTable(page, at) || readLine(page, at)
  page.root.position = whole(source, lines)
  return page.root
}

/**
 * The index of the title: the first line that is not of the skin; none where the line comes first that stands under it.
 *
 * ```markdown
 * | Jump to navigation Jump to search     of the skin
 * | Harbour/Goals                         title
 * | From mediawiki.org                    stands under it
 * ```
 */
function titleOf(lines: readonly TextLine[], source: string, {skinLinks}: Vocabulary): number {
  for (const [at, {start, end}] of lines.entries()) {
    const line = source.slice(start, end).toLowerCase()
    const link = skinLinks.find((words) => line.startsWith(words.toLowerCase()))
    const isPhrase = link?.includes(' ')
    if (link && !isPhrase && /^\s\S+$/.test(line.slice(link.length))) return -1
    if (!isPhrase) return at
  }
  return -1
}

/** From the page's start to its end. */
function whole(source: string, lines: readonly TextLine[]): Position {
  const {line, lineStart} = lines.at(-1) ?? {line: 1, lineStart: 0}
  const rest = source.slice(lineStart).split(/\r\n|\r|\n/)
  const last = rest.at(-1)!
  return {
    start: {line: 1, column: 1, offset: 0},
    end: {line: line + rest.length - 1, column: last.length + 1, offset: source.length}
  }
}

function readLine(page: Page, at: number): number {
  const line = page.lines[at]!
  if (line.start === line.end) return 1
  const item = /^(?:[-*•·]|(\d{1,3})[.)])\s+/.exec(
    page.source.slice(line.start, Math.min(line.end, line.start + 40))
  )
  if (item && !line.heading) readItem(page, line, item[0].length, item[1] !== undefined)
  else {
    page.lists = []
    page.root.children.push(toBlock(page, at))
  }
  return 1
}

function toBlock(page: Page, at: number): FlowContent {
  const line = page.lines[at]!
  const next = page.lines[at + 1]
  const content = inline(page, line, line.start, line.end)
  if (line.heading) {
    const end = next?.edit === undefined ? placeOf(line, line.outerEnd) : placeOf(next, next.edit)
    const heading: Heading = {type: 'heading', depth: 2, children: content}
    const {opening = line} = line
    return {...heading, position: {start: placeOf(opening, opening.start), end}}
  }
  const position = rangeOf(line, line.start, line.end)
  if (at === page.title) return {type: 'title', children: content, position} satisfies Title
  return {type: 'paragraph', children: content, position} satisfies Paragraph
}

/** No list nests deeper. */
const maxDepth = 50

function readItem(page: Page, line: TextLine, width: number, ordered: boolean): void {
  const bullet = ordered ? '1' : page.source.charAt(line.start)
  const {item: before} = page
  // Behind a blank line, other bullets are another list's.
  if (before && before.bullet !== bullet && before.line < line.line - 1) page.lists = []
  page.item = {bullet, line: line.line}
  const indent = line.edit === undefined ? line.start - line.lineStart : 0
  while (page.lists.length > 1 && page.lists.at(-1)!.indent > indent) page.lists.pop()
  const content = inline(page, line, line.start + width, line.end)
  const position = rangeOf(line, line.start, line.end)
  const item: ListItem = {type: 'listItem', children: [], position}
  if (content.length > 0) item.children.push(positionedParagraph(content))
  const open = page.lists.at(-1)
  const parent = open?.list.children.at(-1)
  if (open && indent > open.indent && parent && page.lists.length < maxDepth) {
    const list: List = {type: 'list', ordered, children: [item], position: copy(position)}
    parent.children.push(list)
    page.lists.push({indent, list})
  } else if (open) open.list.children.push(item)
  else {
    const list: List = {type: 'list', ordered, children: [item], position: copy(position)}
    page.root.children.push(list)
    page.lists.push({indent, list})
  }
  for (const {list} of page.lists) stretchTo(list, position)
}

/** A list and its last item end where their newest line ends. */
function stretchTo(list: List, {end}: Position): void {
  for (const node of [list, list.children.at(-1)!]) node.position!.end = {...end}
}

function positionedParagraph(children: PhrasingContent[]): Paragraph {
  const position = span(children)
  return position ? {type: 'paragraph', children, position} : {type: 'paragraph', children}
}

function copy({start, end}: Position): Position {
  return {start: {...start}, end: {...end}}
}
