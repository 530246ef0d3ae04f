/** Places in a page of Markdown. */
import type {Point, Position} from 'unist'

/** A page, with where its lines start. */
export interface Page {
  source: string
  lines: number[]
  /** How far remark's offsets lag behind: it does not count a byte order mark. */
  shift: number
}

/** From one offset to another. */
export interface Range {
  start: number
  end: number
}

export function toPage(source: string): Page {
  const lines = [0]
  for (const {index, 0: end} of source.matchAll(/\r\n?|\n/g)) lines.push(index + end.length)
  return {source, lines, shift: source.startsWith('\uFEFF') ? 1 : 0}
}

/**
 * Where a node of remark's stands: by its offsets, as not all of its lines and columns are right.
 */
export function rangeOf({start, end}: Position, {shift}: Page): Range {
  return {start: (start.offset ?? 0) + shift, end: (end.offset ?? 0) + shift}
}

export function positionOf({start, end}: Range, page: Page): Position {
  return {start: pointAt(start, page), end: pointAt(end, page)}
}

function pointAt(offset: number, {lines}: Page): Point {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (lines[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return {line: low + 1, column: offset - lines[low]! + 1, offset}
}
