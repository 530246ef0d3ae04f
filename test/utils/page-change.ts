/** What differs between two states of a page, line by line, row by row, and within rows cell by cell. */
import {piecesOf, sightOf, sightOfCell} from './table-rows.ts'
import type {Cell, Piece, Row} from './table-rows.ts'

export interface Range {
  start: number
  end: number
}

/** A line of the page, or of a cell. */
export interface Said extends Range {
  text: string
  /** The cell that it stands in, with all rows in which that is seen. */
  cell?: Cell
  rows: readonly Row[]
}

/** Lines and rows that one state has and the other has not; blank lines are no difference. */
export interface PageChange {
  before: Piece[]
  after: Piece[]
  removed: {lines: Said[]; rows: Row[]}
  inserted: {lines: Said[]; rows: Row[]}
  /** Rows that are the same but for one cell, as they were and as they are. */
  pairs: [Row, Row][]
}

/** @param pairs Whether rows that differ in one cell are told by what differs in that. */
export function compare(before: string, after: string, pairs = true): PageChange {
  const [old, now] = [before, after].map((page) =>
    piecesOf(page).filter((piece) => piece.type === 'row' || piece.text.trim() !== '')
  )
  const common = pairUp(old!.map(sightOf), now!.map(sightOf))
  const [gone, come] = [old!, now!].map((pieces, side) => {
    const kept = new Set(common.map((pair) => pair[side]))
    return pieces.filter((_, at) => !kept.has(at))
  })
  const change: PageChange = {
    before: old!,
    after: now!,
    removed: {lines: linesOf(gone!), rows: gone!.filter(isRow)},
    inserted: {lines: linesOf(come!), rows: come!.filter(isRow)},
    pairs: []
  }
  if (pairs) pairRows(change)
  return change
}

export function isRow(piece: Piece): piece is Row {
  return piece.type === 'row'
}

function linesOf(pieces: readonly Piece[]): Said[] {
  return pieces.flatMap((piece) =>
    piece.type === 'row' ? [] : [{text: piece.text, start: piece.start, end: piece.end, rows: []}]
  )
}

/** Takes rows that differ in one cell for what they are: changed lines of a cell. */
function pairRows(change: PageChange): void {
  const {removed, inserted, pairs} = change
  const seen: [Set<Cell>, Set<Cell>] = [new Set(), new Set()]
  for (const row of [...removed.rows]) {
    const partner = inserted.rows.find((other) => changedColumn(row, other) !== null)
    if (!partner) continue
    pairs.push([row, partner])
    removed.rows.splice(removed.rows.indexOf(row), 1)
    inserted.rows.splice(inserted.rows.indexOf(partner), 1)
    const column = changedColumn(row, partner)!
    const [was, is] = [row.columns[column], partner.columns[column]]
    const [old, now] = [cellLines(was, change.before), cellLines(is, change.after)]
    const common = pairUp(
      old.map(({text}) => text),
      now.map(({text}) => text)
    )
    // A cell that is seen in several rows changes but once.
    if (!was || !seen[0].has(was))
      removed.lines.push(...old.filter((_, at) => !common.some((pair) => pair[0] === at)))
    if (!is || !seen[1].has(is))
      inserted.lines.push(...now.filter((_, at) => !common.some((pair) => pair[1] === at)))
    if (was) seen[0].add(was)
    if (is) seen[1].add(is)
  }
}

/** The one column, or merged ones of one cell, in which two rows differ; `null` where they differ in others. */
function changedColumn(row: Row, other: Row): number | null {
  if (row.opening !== other.opening) return null
  const width = Math.max(row.columns.length, other.columns.length)
  const columns = Array.from({length: width}, (_, at) => at).filter((at) => {
    const [was, is] = [row.columns[at], other.columns[at]].map(sightOfCell)
    return JSON.stringify(was) !== JSON.stringify(is)
  })
  const cells = new Set(columns.map((at) => row.columns[at]))
  const [column] = columns
  if (column === undefined || cells.size > 1) return null
  const [was, is] = [row.columns[column], other.columns[column]].map(sightOfCell)
  return was![0] === is![0] ? column : null
}

/** What a cell says, line by line, without the blank around. */
export function cellLines(cell: Cell | undefined, pieces: readonly Piece[]): Said[] {
  if (!cell) return []
  const rows = pieces.filter(isRow).filter(({columns}) => columns.includes(cell))
  let start = cell.contentStart
  return cell.content.split(/(?<=\n)/).flatMap((raw) => {
    const said = {text: raw.trim(), start, end: start + raw.length, cell, rows}
    start = said.end
    return said.text === '' ? [] : [said]
  })
}

/** The longest list of texts that two lists have in common, as pairs of places. */
function pairUp(before: readonly string[], after: readonly string[]): [number, number][] {
  const width = after.length + 1
  const lengths = new Uint16Array((before.length + 1) * width)
  for (let a = before.length - 1; a >= 0; a--)
    for (let b = after.length - 1; b >= 0; b--)
      lengths[a * width + b] =
        before[a] === after[b]
          ? lengths[(a + 1) * width + b + 1]! + 1
          : Math.max(lengths[(a + 1) * width + b]!, lengths[a * width + b + 1]!)
  const pairs: [number, number][] = []
  for (let a = 0, b = 0; a < before.length && b < after.length;)
    if (before[a] === after[b]) pairs.push([a++, b++])
    else if (lengths[(a + 1) * width + b]! >= lengths[a * width + b + 1]!) a++
    else b++
  return pairs
}
