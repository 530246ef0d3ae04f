/** What one side made of a page's text, by its lines; they count from 0. */
import {lineAt} from '../../document/places.ts'
import {editsBetween} from '../text-edit.ts'
import type {Page} from '../../document/places.ts'
import type {TextEdit} from '../text-edit.ts'
import type {Side} from './versions.ts'

/** The place in the merged plan of what begins first between two offsets of a side's page; -1 where nothing does. */
export type PlaceOn = (start: number, end: number) => number

/** Lines from the first to the last; none where the last comes before the first. */
export interface Lines {
  first: number
  last: number
}

/** An edit of one side. */
export interface SideEdit extends TextEdit {
  /** The lines that it changes or takes out: none where it puts in lines of its own. */
  lines: Lines
  /** Whether it takes out a line, and does no more. */
  isRemoval: boolean
  /** Where the text that it puts in begins on the side's page. */
  at: number
  /** Where that text stands in the merged plan. */
  place: number
}

/** The edits of both sides. */
export type Sides = Record<Side, readonly SideEdit[]>

/** A side's edits; whole lines go one by one, apart from what comes in their place. */
export function sideEdits(page: Page, after: string, placeOn: PlaceOn): SideEdit[] {
  let shift = 0
  return editsBetween(page.source, after).flatMap(({start, end, text}) => {
    const at = start + shift
    shift += text.length - (end - start)
    const [first, last] = [lineAt(page, start), lineAt(page, Math.max(start, end - 1))]
    const lines = {first, last: putsInLines(page, {start, end, text}) ? first - 1 : last}
    const place = placeOn(at, at + text.length)
    const edit = {start, end, text, lines, isRemoval: false, at, place}
    const isWhole =
      start < end &&
      lineStart(page, first) === start &&
      lineStart(page, last + 1) === end &&
      (text === '' || /[\r\n]$/.test(text))
    if (!isWhole) return [edit]
    const edits: SideEdit[] = []
    if (text !== '') edits.push({...edit, end: start, lines: {first, last: first - 1}})
    for (let line = first; line <= last; line++) {
      const [start, end] = [lineStart(page, line), lineStart(page, line + 1)]
      const lines = {first: line, last: line}
      edits.push({...edit, start, end, text: '', lines, isRemoval: true})
    }
    return edits
  })
}

/** Whether an edit puts in lines of its own, before a line or behind one. */
function putsInLines(page: Page, {start, end, text}: TextEdit): boolean {
  if (start < end) return false
  const isBefore = lineStart(page, lineAt(page, start)) === start && /[\r\n]$/.test(text)
  return isBefore || (/^[\r\n]/.test(text) && /[\r\n]/.test(page.source.charAt(start) || '\n'))
}

/** Where a line starts; the page's end where there is no such line. */
export function lineStart({lines, source}: Page, line: number): number {
  return lines[line] ?? source.length
}

/** A line with its end. */
export function lineText(page: Page, line: number): string {
  return page.source.slice(lineStart(page, line), lineStart(page, line + 1))
}
