/**
 * What the stages of the parser share about one page: where its lines start and where its paired markup
 * stands.
 */
import type {Point, Position} from 'unist'
import {
  byteOrderMark,
  carriageReturn,
  isLineEnd,
  lessThan,
  lineFeed,
  skipBlank
} from '../../document/characters.ts'
import type {Item} from './inline.ts'
import type {Piece} from './layers.ts'

/**
 * Nodes stand at most this deep, so that recursive consumers (JSON.stringify, unist-util-visit) are safe
 * on any page; deeper markup is text.
 */
export const deepest = 100

/** The most levels that one construct adds at once: table, row, cell, paragraph, text. */
export const reserve = 5

/**
 * Markup whose two ends belong together.
 *
 * `bar` is `{{!}}`, which tables read as the `|` that it shows. `open`, `close` and `void` are single HTML tags;
 * `element` is a pair of them that wraps whole lines, and `table` is `{|` … `|}`, both found by `structure`.
 */
export type SpanKind =
  | 'template'
  | 'bar'
  | 'function'
  | 'variable'
  | 'parameter'
  | 'link'
  | 'file'
  | 'category'
  | 'switch'
  | 'comment'
  | 'extension'
  | 'open'
  | 'close'
  | 'void'
  | 'element'
  | 'table'

/** A piece of the source that is one construct. */
export interface Span {
  kind: SpanKind
  start: number
  end: number
  /** The tag's name in lower case; empty for what is no tag. */
  name: string
  /**
   * Offsets within the span:
   * of a template, parameter or link: its `|`; of a function: its `:` and `|`; of an extension or element:
   * where its content starts and ends; of a table: see `tables.ts`.
   */
  marks: readonly number[]
}

/** Whether a span is `[[…]]`. */
export function isLink({kind}: Span): boolean {
  return kind === 'link' || kind === 'file' || kind === 'category'
}

/** A page on its way through the parser. */
export interface Page {
  readonly source: string
  /** Where each line starts. */
  readonly lines: readonly number[]
  /** The offsets of all characters that may start or end something within a line, in order. */
  readonly marks: number[]
  /** Where braces and brackets that pair but are nothing, such as `[[https://a]]`, end, by their starts. */
  readonly ends: Map<number, number>
  /** In order of their starts; an outer span stands before what is in it. */
  spans: Span[]
  /** Where each span starts; made when it is asked for. */
  starts: number[]
  /** Where each language variant, `-{ … }-`, starts and ends. */
  readonly variants: Map<number, number>
  /** The indexes of the line, mark and span that were asked for last: the next question is mostly near. */
  line: number
  mark: number
  span: number
  /** Nodes that wait for their parent: see `takeNodes`. */
  readonly nodes: unknown[]
  /** What was found within a line and waits for the line's end: see `inline.ts`. */
  readonly items: Item[]
  /** How many `<blockquote>` the parser is in: their lines are never preformatted. */
  blockquotes: number
  /** Whether a tag keeps the lines behind it from being preformatted: see `flow.ts`. */
  isSuppressed: boolean
  /** Whether it has tags of Translate's. */
  isTranslated: boolean
  /** What transclusion takes out of it, in order. */
  readonly pieces: Piece[]
}

/** A page of which nothing is known yet but its lines. */
export function createPage(source: string): Page {
  return emptyPage(source, indexLines(source))
}

function emptyPage(source: string, lines: readonly number[]): Page {
  return {
    source,
    lines,
    marks: [],
    ends: new Map(),
    spans: [],
    starts: [],
    variants: new Map(),
    line: 0,
    mark: 0,
    span: 0,
    nodes: [],
    items: [],
    blockquotes: 0,
    isSuppressed: false,
    isTranslated: false,
    pieces: []
  }
}

/** A page of the same source that ends at `end`, of which nothing is known yet: what stands in an extension tag. */
export function pageWithin({source, lines}: Page, end: number): Page {
  return emptyPage(source.slice(0, end), lines)
}

/** The nodes that were read since there were `count`, in an array that has room for no more than them. */
export function takeNodes<Node>({nodes}: Page, count: number): Node[] {
  if (nodes.length === count + 1) return [nodes.pop() as Node]
  const taken = nodes.slice(count) as Node[]
  while (nodes.length > count) nodes.pop()
  return taken
}

/** Where a page's text starts: after its byte order mark. */
export function pageStart({source}: Page): number {
  return source.charCodeAt(0) === byteOrderMark ? 1 : 0
}

/** Where each line of `source` starts; CR, LF and CRLF each end a line. */
function indexLines(source: string): number[] {
  const lines = [0]
  if (source.includes('\r')) {
    for (let at = 0; at < source.length; at++) {
      const code = source.charCodeAt(at)
      if (code === carriageReturn && source.charCodeAt(at + 1) === lineFeed) continue
      if (isLineEnd(code)) lines.push(at + 1)
    }
  } else {
    let at = source.indexOf('\n')
    while (at >= 0) {
      lines.push(at + 1)
      at = source.indexOf('\n', at + 1)
    }
  }
  return lines
}

/** The point of an offset; a new object each time, as consumers may change it. */
export function point(page: Page, offset: number): Point {
  const line = lineAt(page, offset)
  return {line: line + 1, column: offset - page.lines[line]! + 1, offset}
}

/** The position from `start` to `end`; most nodes end on the line they start on. */
export function position(page: Page, start: number, end: number): Position {
  const from = point(page, start)
  const {line, column} = from
  const isOneLine = line === page.lines.length || end < page.lines[line]!
  const to = isOneLine ? {line, column: column + end - start, offset: end} : point(page, end)
  return {start: from, end: to}
}

/** The index of the line that `offset` is on. */
export function lineAt(page: Page, offset: number): number {
  const {lines, line} = page
  if (offset >= lines[line]! && (line + 1 === lines.length || offset < lines[line + 1]!))
    return line
  return (page.line = seek(page.lines, offset + 1, page.line + 1) - 1)
}

/** Where the line that `offset` is on starts after the next line end; the source's end for the last. */
export function nextLine(page: Page, offset: number): number {
  return page.lines[lineAt(page, offset) + 1] ?? page.source.length
}

/** Where the line end of the line that `offset` is on stands. */
export function endOfLine(page: Page, offset: number): number {
  const line = lineAt(page, offset)
  const next = page.lines[line + 1]
  if (next === undefined) return page.source.length
  const crlf =
    page.source.charCodeAt(next - 2) === carriageReturn &&
    page.source.charCodeAt(next - 1) === lineFeed &&
    next - 2 >= page.lines[line]!
  return crlf ? next - 2 : next - 1
}

/** The index of the first of the page's marks at or after `offset`. */
export function markIndex(page: Page, offset: number): number {
  return (page.mark = seek(page.marks, offset, page.mark))
}

/** The index of the first span that starts at or after `offset`. */
export function spanIndex(page: Page, offset: number): number {
  const {spans} = page
  if (page.starts.length !== spans.length) page.starts = spans.map(({start}) => start)
  return (page.span = seek(page.starts, offset, page.span))
}

/** How far from its hint `seek` looks before it takes the whole list. */
const near = 4

/** The index of the first of some ascending numbers that is not below `least`; it may well be at `hint`. */
export function seek(numbers: readonly number[], least: number, hint = 0): number {
  let low = 0
  let high = numbers.length
  if (hint === 0 || numbers[hint - 1]! < least) {
    low = hint
    const limit = Math.min(high, hint + near)
    while (low < limit && numbers[low]! < least) low++
    if (low < limit) return low
  } else high = hint - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}

/** The span that starts at `offset` and ends by `end`, if there is one. */
export function spanAt(page: Page, offset: number, end: number): Span | undefined {
  const span = page.spans[spanIndex(page, offset)]
  return span && span.start === offset && span.end <= end ? span : undefined
}

/** The outermost span that starts at `offset` and ends by `end`: one that wraps lines may start there, too. */
export function spanFrom(page: Page, offset: number, end: number): Span | undefined {
  const {spans} = page
  for (let index = spanIndex(page, offset); spans[index]?.start === offset; index++)
    if (spans[index]!.end <= end) return spans[index]
  return undefined
}

/** Pass comments and the blank space before each. */
export function passComments(page: Page, start: number, end: number): number {
  const {source} = page
  let at = start
  for (;;) {
    const first = skipBlank(source, at, end)
    const span = source.charCodeAt(first) === lessThan ? spanAt(page, first, end) : undefined
    if (span?.kind !== 'comment') return at
    at = span.end
  }
}
