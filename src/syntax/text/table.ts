import {inline} from './inline.ts'
import {span} from '../../document/phrasing.ts'
import type {Page} from './inline.ts'
import type {TextLine} from './lines.ts'
import type {Paragraph, Position, Table, TableCell, TableRow} from '../../document/types.ts'

/**
 * A table, as extractors leave it: its rows' cells end at `|`, a rule stands under the first row. A cell
 * may go over several lines; a row ends where it has as many cells as the first.
 *
 * ```markdown
 * | Outcome | Status |
 * | ---|---|
 * | Boats leave on time | Done
 * | |
 * ```
 *
 * Returns how many lines the table at an index took, 0 where there is none.
 */
export function readTable(page: Page, at: number): number {
  const {lines, source} = page
  const [head, rule] = [lines[at]!, lines[at + 1]]
  if (
    !rule ||
    rule.heading ||
    !isRule(source.slice(rule.start, rule.end)) ||
    !source.slice(head.start, head.end).includes('|')
  )
    return 0
  const rows = [rowOf(page, at, at, true)]
  const width = rows[0]!.children.length
  let end = at + 2
  while (end < lines.length) {
    const last = lastLineOfRow(page, end, width)
    if (last === undefined) break
    rows.push(rowOf(page, end, last, false))
    end = last + 1
  }
  const table: Table = {type: 'table', attributes: '', children: rows}
  const position = span(rows)
  const ruleEnd = {line: rule.line, column: rule.end - rule.lineStart + 1, offset: rule.end}
  if (position) table.position = rows.length > 1 ? position : {start: position.start, end: ruleEnd}
  page.lists = []
  page.root.children.push(table)
  return end - at
}

/** `---|---|` */
function isRule(text: string): boolean {
  return text.includes('|') && text.includes('---') && /^[\s|:-]+$/.test(text)
}

/** The line with which a row of some cells is complete; `undefined` where no row begins. */
function lastLineOfRow({lines, source}: Page, from: number, width: number): number | undefined {
  let cells = 0
  for (let at = from; at < lines.length && at < from + 50; at++) {
    const {start, end, heading, edit} = lines[at]!
    if (heading || edit !== undefined) return undefined
    const text = source.slice(start, end)
    for (const character of text) if (character === '|') cells++
    if (cells >= width) return at
    if (cells === 0 && at > from) return undefined
  }
  return undefined
}

/** What stands between two `|` on one line, without blank space at its ends. */
interface Piece {
  line: TextLine
  from: number
  to: number
  /** Whether a `|` ends it: the cell too. */
  ends: boolean
}

function rowOf(page: Page, first: number, last: number, header: boolean): TableRow {
  const cells: TableCell[] = []
  let open: Piece[] = []
  for (const piece of page.lines.slice(first, last + 1).flatMap((line) => piecesOf(page, line))) {
    open.push(piece)
    if (!piece.ends) continue
    cells.push(cellOf(page, open, header))
    open = []
  }
  if (open.some(({from, to}) => to > from)) cells.push(cellOf(page, open, header))
  const [start, end] = [page.lines[first]!, page.lines[last]!]
  return {
    type: 'tableRow',
    attributes: '',
    children: cells,
    position: range(start, start.start, end, end.end)
  }
}

function piecesOf({source}: Page, line: TextLine): Piece[] {
  const pieces: Piece[] = []
  let start = line.start
  for (let at = line.start; at <= line.end; at++) {
    if (at < line.end && source[at] !== '|') continue
    const text = source.slice(start, at)
    const from = start + text.length - text.trimStart().length
    pieces.push({
      line,
      from,
      to: Math.max(from, start + text.trimEnd().length),
      ends: at < line.end
    })
    start = at + 1
  }
  return pieces
}

function cellOf(page: Page, pieces: readonly Piece[], header: boolean): TableCell {
  const [first, last] = [pieces[0]!, pieces.at(-1)!]
  const children = pieces
    .filter(({from, to}) => to > from)
    .map(({line, from, to}): Paragraph => {
      return {
        type: 'paragraph',
        children: inline(page, line, from, to),
        position: range(line, from, line, to)
      }
    })
  return {
    type: 'tableCell',
    header,
    attributes: '',
    children,
    position: range(first.line, first.from, last.line, last.to)
  }
}

function range(first: TextLine, start: number, last: TextLine, end: number): Position {
  return {
    start: {line: first.line, column: start - first.lineStart + 1, offset: start},
    end: {line: last.line, column: end - last.lineStart + 1, offset: end}
  }
}
