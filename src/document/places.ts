/** Places in a page: from offsets to lines and columns, as vfile-location counts them. */
import type {Point, Position} from 'unist'

/** A page, with where its lines start. */
export interface Page {
  source: string
  lines: number[]
}

/** From one offset to another. */
export interface Range {
  start: number
  end: number
}

/** A page whose places are to be asked for. */
export function toPage(source: string): Page {
  const lines = [0]
  for (const {index, 0: end} of source.matchAll(/\r\n?|\n/g)) lines.push(index + end.length)
  return {source, lines}
}

/** The position of a range; its two points are its own. */
export function positionOf({start, end}: Range, page: Page): Position {
  return {start: pointAt(start, page), end: pointAt(end, page)}
}

function pointAt(offset: number, page: Page): Point {
  const line = lineAt(page, offset)
  return {line: line + 1, column: offset - page.lines[line]! + 1, offset}
}

/** The line that an offset is in; here they count from 0. */
export function lineAt({lines}: Page, offset: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (lines[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}
