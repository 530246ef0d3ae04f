/**
 * The units of a page that is marked up for translation: text between blank lines and tags, each with one marker.
 *
 * ```markdown
 * | == Goals == <!--T:1-->      a marker ends a line of its unit
 * |
 * | <!--T:2-->                  or opens it
 * | * Wind the clocks
 * ```
 */
import {isLineEnd} from '../../document/characters.ts'
import type {Range} from '../../document/places.ts'
import {lineAt, lineCount, lineStart, lineText, type Page} from './page.ts'
import type {TranslatedPage} from './translated-page.ts'

/** A unit, with the pieces in it. */
export interface Unit extends Range {
  pieces: number[]
}

/** What a marker is of. */
export interface MarkedUnit extends Range {
  /** Whether the unit has several markers, which Translate refuses: each is of the line that it stands at. */
  isCrowded: boolean
}

/** The units of a page, with those that have no marker. */
export function findUnits({pieces, places}: TranslatedPage, page: Page): Unit[] {
  const units: Unit[] = []
  let unit: Unit = {start: 0, end: 0, pieces: []}
  let line = 0
  const endAt = (end: number): void => {
    units.push({...unit, end})
    unit = {start: end, end, pieces: []}
  }
  const endBefore = (limit: number): void => {
    for (; line < lineCount(page) && lineStart(page, line) < limit; line++)
      if (isBlankLine(line, page)) endAt(lineStart(page, line))
  }
  for (const [index, {name}] of pieces.entries()) {
    endBefore(places[index]!)
    if (name === 'translate') endAt(places[index]!)
    unit.pieces.push(index)
  }
  endBefore(Infinity)
  endAt(page.source.length)
  return units
}

/** What each piece is of. */
export function unitsOfPieces(translated: TranslatedPage, page: Page): MarkedUnit[] {
  const {pieces, places} = translated
  const found: MarkedUnit[] = []
  for (const {start, end, pieces: inside} of findUnits(translated, page)) {
    const isMarker = (index: number): boolean => pieces[index]!.kind === 'comment'
    const isCrowded = inside.filter(isMarker).length > 1
    const unit = {start, end, isCrowded: false}
    for (const index of inside)
      found[index] =
        isCrowded && isMarker(index)
          ? {...lineRange(lineAt(page, places[index]!), page), isCrowded}
          : unit
  }
  return found
}

function lineRange(line: number, page: Page): Range {
  return {start: lineStart(page, line), end: lineStart(page, line + 1)}
}

/** Whether a marker opens its unit, ends a line of it, or stands elsewhere in it, where Translate takes none. */
export type MarkerPlace = 'start' | 'end' | 'odd'

/**
 * Where the marker stands that a piece is.
 *
 * ```markdown
 * | * Wind the clocks
 * | <!--T:1-->           a unit's only marker on a line of its own ends the line above
 * | * Buy rope
 * ```
 */
export function placeOfMarker(
  index: number,
  {start, isCrowded}: MarkedUnit,
  {source, pieces, places}: TranslatedPage,
  page: Page
): MarkerPlace {
  const [{end, to}, place] = [pieces[index]!, places[index]!]
  if (page.source.slice(start, place).trim() === '') return 'start'
  const isOwnLine = to > end && isLineEnd(source.charCodeAt(to - 1))
  const next = page.source.charCodeAt(place)
  const isLast = place === page.source.length || isLineEnd(next)
  return isLast || (isOwnLine && !isCrowded) ? 'end' : 'odd'
}

/** Whether a line is blank, or none. */
export function isBlankLine(line: number, page: Page): boolean {
  return line < 0 || lineText(page, line).trim() === ''
}

/** The marks of a line's level, as a heading or an item, and the blanks behind them. */
export function levelOf(line: string): string {
  return /^(?:[*#:;]+|=+)?[ \t]*/.exec(line)![0]
}

/** A line without the marks of its level. */
export function withoutLevel(line: string): string {
  return line
    .slice(levelOf(line).length)
    .replace(/=+[ \t]*$/, '')
    .trim()
}
