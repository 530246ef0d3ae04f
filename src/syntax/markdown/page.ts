/** Places in a page of Markdown. */
import type {Position} from 'unist'
import {toPage as toPlaces, type Page as Places, type Range} from '../../document/places.ts'

export {positionOf, type Range} from '../../document/places.ts'

/** A page, with where its lines start. */
export interface Page extends Places {
  /** How far remark's offsets lag behind: it does not count a byte order mark. */
  shift: number
}

export function toPage(source: string): Page {
  return {...toPlaces(source), shift: source.startsWith('\uFEFF') ? 1 : 0}
}

/** Where a node of remark's stands: by its offsets, as not all of its lines and columns are right. */
export function rangeOf({start, end}: Position, {shift}: Page): Range {
  return {start: (start.offset ?? 0) + shift, end: (end.offset ?? 0) + shift}
}
