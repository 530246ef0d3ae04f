/**
 * The lines of a page and the rows of its tables, as a person reads wikitext: a few lines of their own that know
 * nothing of plans, so that what an edit did can be judged apart from the code that did it.
 */

/** A line outside of tables, or one that opens, captions or closes a table. */
export interface Line {
  type: 'line'
  text: string
  start: number
  end: number
}

export interface Row {
  type: 'row'
  /** `|-` and attributes; nothing where the table's first row has no such line. */
  opening: string
  /** Its own cells. */
  cells: Cell[]
  /** What a reader sees in each column: cells that cover others are in each. */
  columns: (Cell | undefined)[]
  /** What its table's header says, column by column. */
  header: string[]
  start: number
  end: number
}

export interface Cell {
  mark: string
  attributes: string
  content: string
  start: number
  contentStart: number
  end: number
}

export type Piece = Line | Row

/** A page in pieces, in their order: all of it stands in one. */
export function piecesOf(page: string): Piece[] {
  const pieces: Piece[] = []
  let rows: Row[] | null = null
  let start = 0
  for (const raw of page.split(/(?<=\n)/)) {
    const end = start + raw.length
    const text = raw.replace(/\r?\n$/, '')
    const line: Line = {type: 'line', text, start, end}
    if (rows === null) {
      pieces.push(line)
      if (/^[ :]*\{\|/.test(text)) rows = []
    } else if (/^\s*\|\}/.test(text)) {
      spread(rows)
      pieces.push(...rows, line)
      rows = null
    } else if (/^\s*\|-(?!\|)/.test(text)) {
      rows.push(newRow(text.trim(), line))
    } else if (/^\s*\|\+/.test(text)) {
      pieces.push(line)
    } else if (/^\s*[|!]/.test(text)) {
      const row = rows.at(-1) ?? newRow('', {start, end: start})
      if (rows.length === 0) rows.push(row)
      row.cells.push(...cellsIn(raw, start))
      row.end = end
    } else goOn(rows, pieces, line, raw)
    start = end
  }
  pieces.push(...(rows ?? []))
  return pieces
}

function newRow(opening: string, {start, end}: {start: number; end: number}): Row {
  return {type: 'row', opening, cells: [], columns: [], header: [], start, end}
}

/** A line of a table that no mark opens goes on with the cell above it. */
function goOn(rows: Row[], pieces: Piece[], line: Line, raw: string): void {
  const row = rows.at(-1)
  const cell = row?.cells.at(-1)
  if (!row) pieces.push(line)
  else if (!cell) [row.opening, row.end] = [`${row.opening}\n${line.text}`, line.end]
  else {
    cell.content += raw
    cell.end = row.end = line.end
  }
}

/** The cells that one line has: `| a || b`, `! a !! b`, each with `attributes |` before it. */
function cellsIn(raw: string, offset: number): Cell[] {
  const first = raw.search(/\S/)
  const isHeader = raw[first] === '!'
  const marks = [{at: first, mark: raw[first]!}]
  const pipes: number[] = []
  let depth = 0
  for (let at = first + 1; at < raw.length; at++) {
    const two = raw.slice(at, at + 2)
    if (raw.startsWith('<!--', at)) at = Math.max(at, raw.indexOf('-->', at))
    else if (two === '[[' || two === '{{') [depth, at] = [depth + 1, at + 1]
    else if (two === ']]' || two === '}}') [depth, at] = [Math.max(0, depth - 1), at + 1]
    else if (depth > 0) continue
    else if (two === '||' || (isHeader && two === '!!')) marks.push({at: at++, mark: two})
    else if (raw[at] === '|') pipes.push(at)
  }
  return marks.map(({at, mark}, index) => {
    const [from, to] = [at + mark.length, marks[index + 1]?.at ?? raw.length]
    const pipe = pipes.find((pipe) => pipe >= from && pipe < to)
    const contentStart = pipe === undefined ? from : pipe + 1
    return {
      mark,
      attributes: pipe === undefined ? '' : raw.slice(from, pipe),
      content: raw.slice(contentStart, to),
      start: offset + at,
      contentStart: offset + contentStart,
      end: offset + to
    }
  })
}

/** Puts each cell into all rows and columns that it covers. */
function spread(rows: Row[]): void {
  const open: {cell: Cell; left: number}[] = []
  let header: string[] = []
  for (const row of rows) {
    const own = [...row.cells]
    for (let at = 0; own.length > 0 || (open[at]?.left ?? 0) > 0;) {
      const covering = open[at]
      if (covering && covering.left > 0) {
        covering.left--
        row.columns[at++] = covering.cell
        continue
      }
      const cell = own.shift()
      if (!cell) break
      for (let width = spanOf(cell, 'colspan'); width > 0; width--) {
        row.columns[at] = cell
        open[at++] = {cell, left: spanOf(cell, 'rowspan') - 1}
      }
    }
    if (header.length === 0 && row.cells.length > 0)
      header = row.columns.map((cell) => cell?.content.trim() ?? '')
    row.header = header
  }
}

const spans = {
  rowspan: /\browspan\s*=\s*["']?(\d+)["']?/i,
  colspan: /\bcolspan\s*=\s*["']?(\d+)["']?/i
} as const

function spanOf({attributes}: Cell, name: keyof typeof spans): number {
  return Number(spans[name].exec(attributes)?.[1] ?? 1)
}

/** The attributes of a cell but how many rows it covers, which follows the rows that there are. */
export function ownAttributes({attributes}: Cell): string {
  return attributes.replace(spans.rowspan, '').trim()
}

/** What a reader sees of a piece: cells in each column that they cover, however they are laid out. */
export function sightOf(piece: Piece): string {
  if (piece.type === 'line') return piece.text
  return JSON.stringify([piece.opening, piece.columns.map(sightOfCell)])
}

export function sightOfCell(cell: Cell | undefined): readonly [string, string] {
  return cell ? [ownAttributes(cell), cell.content.trim()] : ['', '']
}
