/** A page as lines: what is put into it comes, and what goes goes, by lines. They count from 0 here. */
import {lineAt, toPage, type Page as Places, type Range} from '../../document/places.ts'
import type {Node} from '../../document/types.ts'

export {lineAt}

/** A page to put edits into; its last line has an end here, whether or not it has one in fact. */
export interface Page extends Places {
  /** How the page ends its lines, for new ones. */
  eol: string
  /** How many characters the page has in fact. */
  length: number
}

export function openPage(source: string): Page {
  const eol = lineEndOf(source)
  const isEnded = source === '' || /[\r\n]$/.test(source)
  return {...toPage(isEnded ? source : source + eol), eol, length: source.length}
}

/** The line end that most lines have. */
function lineEndOf(source: string): string {
  let windows = 0
  let unix = 0
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) {
    if (source[at - 1] === '\r') windows++
    else unix++
  }
  return windows > unix ? '\r\n' : '\n'
}

/** Where a line starts; the page's end where there is no such line. */
export function lineStart({lines, source}: Page, line: number): number {
  return lines[line] ?? source.length
}

/** Where a line ends, before its line end. */
export function lineEnd(page: Page, line: number): number {
  let end = lineStart(page, line + 1)
  while (end > page.lines[line]! && /[\r\n]/.test(page.source[end - 1]!)) end--
  return end
}

export function lineText(page: Page, line: number): string {
  return page.source.slice(lineStart(page, line), lineEnd(page, line))
}

/** How many lines a page has; behind its last line end there is none. */
export function lineCount({lines}: Page): number {
  return lines.length - 1
}

/** How many blank lines stand directly before a line, or behind it. */
export function blankLines(page: Page, line: number, direction: -1 | 1): number {
  const count = lineCount(page)
  let at = line + direction
  while (at >= 0 && at < count && lineText(page, at).trim() === '') at += direction
  return Math.abs(at - line) - 1
}

/** Where a node starts and ends, as offsets. */
export function rangeOf({position}: Node): Range {
  return {start: position!.start.offset!, end: position!.end.offset!}
}

/** The first and last line of a node. */
export function linesOf(page: Page, node: Node): {first: number; last: number} {
  const {start, end} = rangeOf(node)
  return {first: lineAt(page, start), last: lineAt(page, end)}
}

/** Where a line's content ends: before blanks and comments at its end. */
export function contentEnd(page: Page, line: number): number {
  const start = lineStart(page, line)
  let end = lineEnd(page, line)
  for (;;) {
    while (end > start && /\s/.test(page.source[end - 1]!)) end--
    if (!page.source.endsWith('-->', end)) return end
    const comment = page.source.lastIndexOf('<!--', end - 3)
    if (comment < start) return end
    end = comment
  }
}

/** The lines of a text, without their ends. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/)
}
