/**
 * Flow content: go from line to line and see by a line's first characters what it is.
 *
 * ```markdown
 * | == a ==   heading
 * | * b       list, to its last item
 * | {| … |}   table
 * | ----      thematicBreak
 * |  c        preformatted
 * | d         paragraph
 * ```
 */
import type {FlowContent, Paragraph, Preformatted, ThematicBreak} from '../../document/types.ts'
import {
  asterisk,
  colon,
  dash,
  equals,
  hash,
  isLineEnd,
  leftBrace,
  lessThan,
  runEnd,
  semicolon,
  skipBlank,
  skipSpace,
  space,
  trimSpace,
  underscore
} from '../../document/characters.ts'
import {heading, isHeading} from './headings.ts'
import {comment, parseInline, text} from './inline.ts'
import {list} from './lists.ts'
import {blockTags, flowTags, suppressedAfter, suppressingTags, transparentTags} from './names.ts'
import {
  deepest,
  endOfLine,
  nextLine,
  passComments,
  position,
  reserve,
  spanAt,
  spanIndex,
  takeNodes
} from './page.ts'
import type {Page, Span} from './page.ts'
import {table} from './tables.ts'
import {tabs} from './tabber.ts'
import {tag} from './tags.ts'

/** The state of one stretch of flow content. */
export interface Flow {
  readonly page: Page
  readonly end: number
  readonly depth: number
  /** Where to go on. */
  at: number
  /** Whether that is the start of a line. */
  isLineStart: boolean
  /** Whether it is lines of its own: its end is that of one, whatever stands there. */
  readonly isLine: boolean
}

/** Read what starts at a line's first character; whether it was that. */
type Construct = (flow: Flow, at: number) => boolean

const constructs: (Construct | undefined)[] = []
constructs[equals] = headingLine
constructs[dash] = thematicBreak
constructs[space] = preformatted
constructs[underscore] = switches
for (const code of [asterisk, hash, colon, semicolon]) constructs[code] = list

/**
 * The flow content from `start` to `end`, its nodes `depth` levels below the root.
 *
 * `isLineStart` says whether `start` is the start of a line; in a table cell it is not.
 */
export function parseFlow(
  page: Page,
  start: number,
  end: number,
  depth: number,
  isLineStart = true
): FlowContent[] {
  if (depth + reserve > deepest) return rawParagraph(page, start, end)
  const flow: Flow = {page, end, depth, at: start, isLineStart, isLine: isLineStart}
  const count = page.nodes.length
  while (flow.at < end) next(flow)
  return takeNodes(page, count)
}

/** Read the next block, or pass a blank line. */
function next(flow: Flow): void {
  const {page, at, end, isLineStart} = flow
  const {source} = page
  const first = skipBlank(source, at, end)
  const code = source.charCodeAt(first)
  if (first >= end || isLineEnd(code)) {
    flow.at = Math.max(at + 1, nextLine(page, first))
    flow.isLineStart = true
    return
  }
  const span = canWrap(code) ? spanAt(page, first, end) : undefined
  if (span?.kind === 'comment' && isLineStart && preformatted(flow, at)) return
  if (span && wrapped(flow, span)) return
  flow.isLineStart = false
  if (isLineStart && constructs[source.charCodeAt(at)]?.(flow, at)) return
  paragraph(flow, first)
}

/** Whether a comment, tag or table can start so. */
function canWrap(code: number): boolean {
  return code === lessThan || code === leftBrace
}

/** A comment, a pair of tags around lines, or a table. */
function wrapped(flow: Flow, span: Span): boolean {
  const {page, depth, isLineStart} = flow
  const {nodes} = page
  if (span.kind === 'comment') nodes.push(comment(page, span))
  else if (span.kind === 'element') nodes.push(element(flow, span))
  else if (span.kind === 'table' && isLineStart) {
    page.isSuppressed = false
    nodes.push(table(page, span, depth))
    page.isSuppressed = false
  } else return false
  flow.at = span.end
  flow.isLineStart =
    span.kind === 'element' ? isLineKept(page, span) : span.kind === 'comment' && isLineStart
  return true
}

/** Whether a line still starts after an element: `</noinclude>` leaves no trace in the page. */
function isLineKept(page: Page, span: Span): boolean {
  return transparentTags.has(span.name) && isLineEnd(page.source.charCodeAt(span.marks[1]! - 1))
}

function element(flow: Flow, span: Span): FlowContent {
  const {page, depth} = flow
  const [open, close] = span.marks as [number, number]
  const isLineStart = transparentTags.has(span.name)
  const blockquotes = span.name === 'blockquote' ? 1 : 0
  page.blockquotes += blockquotes
  page.isSuppressed = suppressingTags.has(span.name)
  const children =
    span.name === 'tabber'
      ? tabs(page, open, close, depth + 1)
      : parseFlow(page, open, close, depth + 1, isLineStart)
  page.blockquotes -= blockquotes
  page.isSuppressed = suppressedAfter.has(span.name)
  return tag(page, span.name, {start: span.start, open, close, end: span.end}, children)
}

function headingLine(flow: Flow, at: number): boolean {
  const node = heading(flow.page, at, headingStop(flow, at), flow.depth)
  if (!node) return false
  flow.page.isSuppressed = false
  flow.page.nodes.push(node)
  flow.at = node.position!.end.offset!
  return true
}

/** Where a line ends that may be a heading: with its first character where a tag stands behind it. */
function headingStop(flow: Flow, at: number): number {
  const stop = lineStop(flow, at)
  const isCut = flow.page.source.charCodeAt(stop) === lessThan
  return isCut && (stop < flow.end || !flow.isLine) ? at + 1 : stop
}

/** Four or more dashes; what follows them on the line is a paragraph. */
function thematicBreak(flow: Flow, at: number): boolean {
  const end = runEnd(flow.page.source, at, dash)
  if (end - at < 4 || end > flow.end) return false
  const node: ThematicBreak = {type: 'thematicBreak', position: position(flow.page, at, end)}
  flow.page.nodes.push(node)
  flow.at = end
  return true
}

/**
 * Lines that start with a space; one that has nothing else goes on with those before it, and lines that
 * have nothing but comments are no lines.
 */
function preformatted(flow: Flow, start: number): boolean {
  const {page, depth} = flow
  const {source} = page
  if (source.charCodeAt(start) !== space || !isPreformatted(flow, start)) return false
  let end = lineStop(flow, start)
  while (end < flow.end && isLineEnd(source.charCodeAt(end))) {
    const line = afterCommentLines(page, nextLine(page, end), flow.end)
    if (line >= flow.end || !isIndented(flow, line)) break
    if (!isPreformatted(flow, line) && !isBlankLine(flow, line)) break
    end = lineStop(flow, line)
  }
  const last = trimSpace(source, start + 1, end)
  const children = parseInline(page, start, last, depth + 1)
  const node: Preformatted = {type: 'preformatted', children, position: position(page, start, last)}
  page.nodes.push(node)
  flow.at = last
  return true
}

/** Whether a line starts with a space, or would without the comments at its start. */
function isIndented({page, end}: Flow, at: number): boolean {
  if (page.source.charCodeAt(at) === space) return true
  return page.source.charCodeAt(passComments(page, at, end)) === space
}

function isBlankLine({page, end}: Flow, at: number): boolean {
  return skipBlank(page.source, at, end) === Math.min(end, endOfLine(page, at))
}

/** Whether a line that starts with a space has something to show, and no block-level tag, nor the end of one. */
function isPreformatted(flow: Flow, at: number): boolean {
  const {page, end} = flow
  const {spans} = page
  if (page.blockquotes > 0 || page.isSuppressed) return false
  const from = passComments(page, at, end)
  const lineEnd = Math.min(end, endOfLine(page, from))
  const first = skipSpace(page.source, from, end)
  if (first >= lineEnd) return false
  const closing = lineEnd === end ? spanAt(page, end, page.source.length) : undefined
  if (closing?.kind === 'close' && isBlock(page, closing)) return false
  // Up to here the line shows nothing.
  let unseen = first
  let index = spanIndex(page, first)
  while (index < spans.length) {
    const span = spans[index]!
    if (span.start >= lineEnd) return true
    if (span.start === first && isWrapped(span)) return false
    if (isBlock(page, span)) return false
    // What a template is given need not be shown.
    index = span.kind === 'template' ? spanIndex(page, span.end) : index + 1
    if (span.start !== unseen || (span.kind !== 'category' && span.kind !== 'switch')) continue
    unseen = skipSpace(page.source, span.end, end)
    if (unseen >= lineEnd) return false
  }
  return true
}

/** What `wrapped` reads. */
function isWrapped({kind}: Span): boolean {
  return kind === 'comment' || kind === 'table' || kind === 'element'
}

/** What makes a file stand beside the text, not in it. */
const placement = /\|\s*(?:thumb|left|right)\s*[|\]]/

/** Whether MediaWiki shows a block for it. */
function isBlock({source}: Page, {kind, name, start, end}: Span): boolean {
  return kind === 'file'
    ? placement.test(source.slice(start, end))
    : blockTags.has(name) || (flowTags.has(name) && !transparentTags.has(name))
}

/** Switches that leave the start of a line behind them: a paragraph of their own. */
function switches(flow: Flow, start: number): boolean {
  const end = switchesEnd(flow, start)
  if (end === start) return false
  putParagraph(flow, start, end)
  flow.isLineStart = true
  return true
}

/**
 * Where switches at a line's start end, if a heading, an item or preformatted text follows; else `start`. Nothing is
 * left of them when MediaWiki looks for these, but of `__TOC__`, where the table of contents will be.
 */
function switchesEnd(flow: Flow, start: number): number {
  const {page, end} = flow
  const {source} = page
  let at = start
  for (let span = spanAt(page, at, end); span?.kind === 'switch'; span = spanAt(page, at, end)) {
    if (source.slice(at, span.end).toLowerCase() === '__toc__') return start
    at = span.end
  }
  const code = at < end ? source.charCodeAt(at) : underscore
  if (code === equals) return isHeading(page, at, headingStop(flow, at)) ? at : start
  if (code === space) return isPreformatted(flow, at) ? at : start
  return constructs[code] === list ? at : start
}

/** Running text, up to a blank line or the start of something else. */
function paragraph(flow: Flow, start: number): void {
  const {page} = flow
  const {source} = page
  let end = lineStop(flow, start)
  while (end < flow.end && isLineEnd(source.charCodeAt(end))) {
    const line = afterCommentLines(page, nextLine(page, end), flow.end)
    if (source.charCodeAt(line) === space && isPreformatted(flow, line)) break
    const at = passComments(page, line, flow.end)
    if (isInterrupted(flow, at)) break
    end = lineStop(flow, skipBlank(source, at, flow.end))
  }
  flow.at = end
  const first = skipSpace(source, start, end)
  const last = trimSpace(source, first, end)
  if (first < last) putParagraph(flow, first, last)
}

function putParagraph(flow: Flow, start: number, end: number): void {
  const {page, depth} = flow
  const node: Paragraph = {
    type: 'paragraph',
    children: parseInline(page, start, end, depth + 1),
    position: position(page, start, end)
  }
  page.nodes.push(node)
  flow.at = end
}

/** Whether a paragraph cannot go on with what stands at a line's start. */
function isInterrupted(flow: Flow, at: number): boolean {
  const {page, end} = flow
  const {source} = page
  const first = skipBlank(source, at, end)
  if (first >= end || isLineEnd(source.charCodeAt(first))) return true
  const span = canWrap(source.charCodeAt(first)) ? spanAt(page, first, end) : undefined
  if (span && isWrapped(span)) return true
  const code = source.charCodeAt(at)
  if (code === space) return isPreformatted(flow, at)
  if (code === dash) return source.startsWith('----', at)
  if (code === underscore) return switchesEnd(flow, at) > at
  if (code === equals) return isHeading(page, at, headingStop(flow, at))
  return constructs[code] !== undefined
}

/** Pass comments at a line's start, and the lines that have nothing else. */
export function afterComments(page: Page, start: number, end: number): number {
  return passComments(page, afterCommentLines(page, start, end), end)
}

/** Pass lines that have nothing but comments. */
function afterCommentLines(page: Page, start: number, end: number): number {
  const {source} = page
  let line = start
  for (;;) {
    const at = passComments(page, line, end)
    if (at === line) return line
    const rest = skipBlank(source, at, end)
    if (rest >= end || !isLineEnd(source.charCodeAt(rest))) return line
    line = nextLine(page, rest)
  }
}

/** Where the line from `from` on ends: at its line end, or where a pair of tags around lines starts. */
export function lineStop({page, end}: Pick<Flow, 'page' | 'end'>, from: number): number {
  const {spans} = page
  let stop = endOfLine(page, from)
  let index = spanIndex(page, from)
  while (index < spans.length && spans[index]!.start < stop) {
    const span = spans[index]!
    const fits = span.end <= end && span.kind !== 'table'
    if (fits && span.kind === 'element') return span.start
    if (fits && span.end > stop) stop = endOfLine(page, span.end)
    index = fits ? spanIndex(page, span.end) : index + 1
  }
  return Math.min(stop, end)
}

/** What is too deep to be anything but text. */
function rawParagraph(page: Page, start: number, end: number): FlowContent[] {
  const from = skipSpace(page.source, start, end)
  const to = trimSpace(page.source, from, end)
  if (from >= to) return []
  return [{type: 'paragraph', children: [text(page, from, to)], position: position(page, from, to)}]
}
