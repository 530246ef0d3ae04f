/** What one side made of a page's text, by its lines; they count from 0. */
import {lineAt} from '../../document/places.ts'
import {editsBetween} from '../text-edit.ts'
import type {Page} from '../../document/places.ts'
import type {TextEdit} from '../text-edit.ts'
import type {Side} from './versions.ts'

/** The place in the merged plan of what begins first between two offsets of a side's page; -1 where nothing does. */
export type PlaceOn = (start: number, end: number) => number

/** An edit of one side. */
export interface SideEdit extends TextEdit {
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
    const edit = {start, end, text, at, place: placeOn(at, at + text.length)}
    const [first, last] = [lineAt(page, start), lineAt(page, end)]
    const isWhole =
      start < end &&
      page.lines[first] === start &&
      (page.lines[last] === end || end === page.source.length) &&
      (text === '' || /[\r\n]$/.test(text))
    if (!isWhole) return [edit]
    const edits: SideEdit[] = text === '' ? [] : [{...edit, end: start}]
    for (let line = first; lineStart(page, line) < end; line++)
      edits.push({...edit, start: lineStart(page, line), end: lineStart(page, line + 1), text: ''})
    return edits
  })
}

/** Where a line starts; the page's end where there is no such line. */
export function lineStart({lines, source}: Page, line: number): number {
  return lines[line] ?? source.length
}

/** A line with its end. */
export function lineText(page: Page, line: number): string {
  return page.source.slice(lineStart(page, line), lineStart(page, line + 1))
}

/** The line that an edit takes out. */
export function removedLine(page: Page, {start, end, text}: TextEdit): number | undefined {
  const line = lineAt(page, start)
  const isRemoved = start < end && text === '' && lineStart(page, line) === start
  return isRemoved && lineStart(page, line + 1) === end ? line : undefined
}

/** Lines from the first to the last; none where the last comes before the first. */
export interface Lines {
  first: number
  last: number
}

/** The lines that an edit changes or takes out: none where it puts in lines of its own. */
export function touchedLines(page: Page, {start, end, text}: TextEdit): Lines {
  const [first, last] = [lineAt(page, start), lineAt(page, Math.max(start, end - 1))]
  const isBefore = lineStart(page, first) === start && /[\r\n]$/.test(text)
  const isBehind = /[\r\n]/.test(page.source.charAt(start) || '\n') && /^[\r\n]/.test(text)
  return {first, last: start === end && (isBefore || isBehind) ? first - 1 : last}
}
