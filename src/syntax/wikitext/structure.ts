/**
 * The second pass, on pages that have tables or tags: find which tags wrap whole lines, and the tables with
 * their rows and cells.
 *
 * A tag can only be closed where it was opened: a list item and a heading hold their tags to themselves, a
 * table cell too.
 *
 * ```markdown
 * | <div>
 *   ^^^^^     opens …
 * | * a </b>
 *       ^^^^  text: nothing in this item opened it
 * | </div>
 *   ^^^^^^    … and closes: an `element`
 * ```
 */
import {
  asterisk,
  bar,
  colon,
  dash,
  equals,
  exclamation,
  hash,
  isMark,
  leftBrace,
  lessThan,
  plus,
  rightBrace,
  runEnd,
  semicolon,
  skipBlank,
  trimSpace
} from '../../document/characters.ts'
import {lineStop} from './flow.ts'
import {isHeading} from './headings.ts'
import {flowTags, transparentTags} from './names.ts'
import {endOfLine, isLink, nextLine, passComments, spanAt, spanIndex} from './page.ts'
import type {Page, Span} from './page.ts'

/** An opening tag that waits. */
interface Open {
  span: Span
  /** Where its line starts. */
  line: number
  /** Whether nothing but its like stands before it on the line. */
  atStart: boolean
  /** The block that it is in. */
  block: number
  /** The index of the one before with the same name; -1 if there is none. */
  previous: number
}

/** A table that waits for its `|}`. */
interface OpenTable {
  span: Span
  marks: number[]
  /** How many tags were open before it. */
  base: number
}

interface Structure {
  readonly page: Page
  readonly open: Open[]
  /** For each name the index of the open tag that was opened last. */
  readonly latest: Map<string, number>
  readonly tables: OpenTable[]
  readonly found: Span[]
  /** Counts up where a paragraph cannot go on. */
  block: number
}

/** One line as it is scanned. */
interface Line {
  start: number
  /** Where it ends; markup that spans lines moves it on. */
  end: number
  /** Whether it is an item or a heading. */
  isBound: boolean
}

/** Add `element` and `table` spans to the page, from `start` on. */
export function findStructure(page: Page, start = 0): void {
  // `{{!}}` may open a table, too.
  if (
    !page.source.includes('{|') &&
    !page.spans.some(({kind}) => kind === 'open' || kind === 'bar')
  )
    return
  const structure: Structure = {
    page,
    open: [],
    latest: new Map(),
    tables: [],
    found: [],
    block: 0
  }
  let at = start
  while (at < page.source.length) at = scanLine(structure, at)
  const {tables, found} = structure
  // Blank space at the page's end is in none, so that one stays within the cell that it is in.
  const end = trimSpace(page.source, start, page.source.length)
  while (tables.length > 0) endTable(structure, end, end)
  if (found.length === 0) return
  page.spans = [...page.spans, ...found].sort((left, right) => left.start - right.start)
}

/** Scan one line; where the next one starts. */
function scanLine(structure: Structure, start: number): number {
  const {page} = structure
  const {source} = page
  const line: Line = {start, end: endOfLine(page, start), isBound: false}
  const at = lineStart(structure, line)
  const first = skipBlank(source, at, line.end)
  const tableStart = startOfTable(page, first, line.end)
  if (first >= line.end) {
    if (at === start) structure.block++
  } else if (tableStart >= 0) openTable(structure, tableStart, line)
  else if (structure.tables.length > 0 && isTableLine(page, first)) {
    tableLine(structure, first, line)
  } else {
    line.isBound = first === at && isBinding(page, at)
    if (line.isBound) structure.block++
    scanTags(structure, at, line)
  }
  if (line.isBound) {
    structure.block++
    dropLine(structure, line)
  }
  return nextLine(page, line.end)
}

/** A list item or heading; it ends with its line. */
function isBinding(page: Page, at: number): boolean {
  const code = page.source.charCodeAt(at)
  if (code === equals) return isHeading(page, at, lineStop({page, end: page.source.length}, at))
  return code === asterisk || code === hash || code === colon || code === semicolon
}

/** Pass comments and the tags that leave a line's start a line's start. */
function lineStart(structure: Structure, line: Line): number {
  const {page} = structure
  let at = line.start
  for (;;) {
    const span = spanAt(page, skipBlank(page.source, at, line.end), page.source.length)
    if (!span) return at
    const isTag = span.kind === 'open' || span.kind === 'close' || span.kind === 'void'
    if (span.kind !== 'comment' && !(isTag && transparentTags.has(span.name))) return at
    if (span.end > line.end) line.end = endOfLine(page, span.end)
    if (isTag) handleTag(structure, span, line, true)
    at = span.end
  }
}

/** Scan the rest of a line for tags. */
function scanTags(structure: Structure, from: number, line: Line): void {
  const {page} = structure
  let index = spanIndex(page, from)
  while (index < page.spans.length && page.spans[index]!.start < line.end) {
    const span = page.spans[index]!
    passSpan(structure, span, line, span.start === from)
    const isCut = isLink(span) && span.end > line.end
    if (isCut) index++
    else index = spanIndex(page, span.kind === 'element' ? span.marks[0]! : span.end)
  }
}

/** Move a line's end on past the templates and comments that start on it. */
function extendLine({page}: Structure, from: number, line: Line): void {
  let index = spanIndex(page, from)
  while (index < page.spans.length && page.spans[index]!.start < line.end) {
    const span = page.spans[index]!
    if (!isLink(span) && span.end > line.end) line.end = endOfLine(page, span.end)
    index = spanIndex(page, isLink(span) ? span.start + 1 : span.end)
  }
}

/** Go past a span: it may be a tag, or move the line's end on; in a table, a link does not. */
function passSpan(structure: Structure, span: Span, line: Line, atStart: boolean): void {
  const isCut = isLink(span) && structure.tables.length > 0
  if (span.end > line.end && !isCut) line.end = endOfLine(structure.page, span.end)
  if (span.kind === 'open' || span.kind === 'close') handleTag(structure, span, line, atStart)
}

function handleTag(structure: Structure, span: Span, line: Line, atStart: boolean): void {
  if (span.kind === 'close') return closeTag(structure, span, line)
  if (span.kind !== 'open') return
  const {open, latest, block} = structure
  const previous = latest.get(span.name) ?? -1
  latest.set(span.name, open.length)
  open.push({span, line: line.start, atStart, block, previous})
}

function closeTag(structure: Structure, span: Span, line: Line): void {
  const {open, latest, tables} = structure
  const index = latest.get(span.name) ?? -1
  if (index < (tables.at(-1)?.base ?? 0)) return
  const opening = open[index]!
  const isFlow = wrapsLines(structure, opening, span, line)
  if (isFlow === undefined) return
  truncate(structure, index)
  if (!isFlow) return
  opening.span.marks = [opening.span.end, span.start]
  opening.span.kind = 'element'
  opening.span.end = span.end
  structure.block++
}

/** Whether a pair wraps lines, stands within a line, or (`undefined`) is no pair. */
function wrapsLines(
  structure: Structure,
  opening: Open,
  span: Span,
  line: Line
): boolean | undefined {
  const {source} = structure.page
  const closesLine = isLineClosed(source, span.end, line.end)
  if (opening.line === line.start) {
    return opening.atStart && closesLine && transparentTags.has(span.name)
  }
  if (line.isBound && !closesLine) return undefined
  return flowTags.has(span.name) || line.isBound || opening.block !== structure.block
}

/** Whether nothing but more closing tags follows. */
function isLineClosed(source: string, at: number, end: number): boolean {
  const next = skipBlank(source, at, end)
  return next >= end || source.startsWith('</', next)
}

/** Forget the open tags from `index` on: they are text. */
function truncate(structure: Structure, index: number): void {
  const {open, latest} = structure
  while (open.length > index) {
    const {span, previous} = open.pop()!
    latest.set(span.name, previous)
  }
}

/** Forget the tags that were opened within an item or heading. */
function dropLine(structure: Structure, line: Line): void {
  const {open} = structure
  let index = open.length
  while (index > 0 && open[index - 1]!.line === line.start && !open[index - 1]!.atStart) index--
  truncate(structure, index)
}

/** Where a table starts on a line: `{|`, perhaps behind blank space, colons and comments; else -1. */
function startOfTable(page: Page, first: number, end: number): number {
  const {source} = page
  let at = first
  while (source.charCodeAt(at) === colon) at++
  if (at > first && source.charCodeAt(skipBlank(source, at, end)) === lessThan) {
    at = passComments(page, at, source.length)
  }
  at = skipBlank(source, at, end)
  const isOpen = source.charCodeAt(at) === leftBrace && barEnd(page, at + 1) >= 0
  return isOpen && !spanAt(page, at, source.length) ? at : -1
}

/** Where a `|` that stands at `at` ends, or a `{{!}}` that stands for one; -1 where there is none. */
function barEnd(page: Page, at: number): number {
  const code = page.source.charCodeAt(at)
  if (code === bar) return at + 1
  const span = code === leftBrace ? spanAt(page, at, page.source.length) : undefined
  return span?.kind === 'bar' ? span.end : -1
}

function openTable(structure: Structure, start: number, line: Line): void {
  const attributes = barEnd(structure.page, start + 1)
  extendLine(structure, attributes, line)
  const span: Span = {kind: 'table', start, end: start, name: '', marks: []}
  structure.found.push(span)
  structure.tables.push({span, marks: [attributes, line.end, 0], base: structure.open.length})
  structure.block++
}

/** End the innermost table: its content at `contentEnd`, itself at `end`. */
function endTable(structure: Structure, contentEnd: number, end: number): void {
  const {span, marks, base} = structure.tables.pop()!
  truncate(structure, base)
  marks[2] = contentEnd
  span.end = end
  span.marks = marks
  structure.block++
}

function isTableLine(page: Page, at: number): boolean {
  return page.source.charCodeAt(at) === exclamation || barEnd(page, at) >= 0
}

/** A line of a table that starts with `|` or `!`. */
function tableLine(structure: Structure, first: number, line: Line): void {
  const {page} = structure
  const second = barEnd(page, first)
  structure.block++
  if (second < 0) return cells(structure, exclamation, first, first + 1, line)
  switch (page.source.charCodeAt(second)) {
    case rightBrace:
      endTable(structure, first, second + 1)
      return scanTags(structure, second + 1, line)
    case dash: {
      const attributes = runEnd(page.source, second, dash)
      extendLine(structure, attributes, line)
      return addMark(structure, dash, first, attributes, line.end)
    }
    case plus:
      return cells(structure, plus, first, second + 1, line)
    default:
      return cells(structure, bar, first, second, line)
  }
}

/** A row's, caption's or cell's mark, its attributes as long as they go; see `tables.ts`. */
function addMark(
  structure: Structure,
  code: number,
  start: number,
  attributes: number,
  content: number
): void {
  const table = structure.tables.at(-1)!
  truncate(structure, table.base)
  table.marks.push(code, start, attributes, content, content)
}

/**
 * The cells of a line: `||` parts them, or `!!` on a line of headers; a first single `|` ends a cell's
 * attributes, if no link or language variant stands before it. Tables are read before these, so that they hide no
 * `||`.
 */
function cells(structure: Structure, code: number, start: number, from: number, line: Line): void {
  const {page} = structure
  const {source} = page
  const {marks} = structure.tables.at(-1)!
  addMark(structure, code, start, from, from)
  let canHaveAttributes = true
  let at = from
  while (at < line.end) {
    const here = source.charCodeAt(at)
    if (isMark[here] !== 1 && here !== exclamation) {
      at++
      continue
    }
    const single = barEnd(page, at)
    const span = single < 0 ? spanAt(page, at, source.length) : undefined
    if (span && !isLink(span)) {
      passSpan(structure, span, line, false)
      at = span.end
      continue
    }
    const isHeaders = code === exclamation && source.startsWith('!!', at)
    const double = isHeaders ? at + 2 : barEnd(page, single)
    if (double >= 0) {
      addMark(structure, code === plus ? bar : code, at, double, double)
      canHaveAttributes = true
      at = double
      continue
    }
    if (single >= 0 && canHaveAttributes) marks.splice(-2, 2, at, single)
    if (single >= 0 || hidesBar(source, at)) canHaveAttributes = false
    at = Math.max(at + 1, single)
  }
}

/** Whether a `|` from `at` on may be one of a link's, or of a language variant's. */
function hidesBar(source: string, at: number): boolean {
  return source.startsWith('[[', at) || (at > 0 && source.startsWith('-{', at - 1))
}
