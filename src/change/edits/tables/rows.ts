/**
 * Rows that are taken out of tables and put into them. A merged cell goes on as long as a row that it covers is left:
 * what it covers is counted anew, and where its first row goes, the next one has it.
 *
 * ```wikitext
 * | rowspan="2" | Keep time || Wind the clocks
 * |-                                               the first goal removed:
 * | Oil the gates                                  | Keep time || Oil the gates
 * ```
 */
import {attributesOf, partsOf, withRowspan, type CellParts} from './cells.ts'
import {layoutOf, styleOf, writeRow, type NewCell} from './layout.ts'
import {contentEnd, lineAt, lineEnd, linesOf, rangeOf} from '../page.ts'
import type {State} from '../state.ts'
import type {GoalTable} from '../../../plan/recognize/tables/places.ts'
import type {Table, TableCell} from '../../../document/types.ts'

/** A row that is new. */
export interface NewRow {
  /** The row of the page that it is put beside, and is written like. */
  beside: number
  isAbove: boolean
  /** From which column on it begins new sections. */
  opens: number
  /** What it says in each column, as wikitext, where no cell of the page goes on in it. */
  cells: readonly string[]
  /** The row that it was, whose attributes it keeps. */
  moved?: {opening: string; cells: readonly (TableCell | undefined)[]} | undefined
}

/** What changes in the rows of a table. */
interface TableChange {
  table: GoalTable
  removed: Set<number>
  inserted: NewRow[]
}

/** The tables of which rows go or come. */
export class TableChanges {
  readonly #changes = new Map<Table, TableChange>()

  #of(table: GoalTable): TableChange {
    const known = this.#changes.get(table.node)
    if (known) return known
    const change = {table, removed: new Set<number>(), inserted: []}
    this.#changes.set(table.node, change)
    return change
  }

  remove(table: GoalTable, rows: readonly number[]): void {
    const {removed} = this.#of(table)
    for (const row of rows) removed.add(row)
  }

  insert(table: GoalTable, row: NewRow): void {
    this.#of(table).inserted.push(row)
  }

  /** Puts all that was asked for into the page. */
  finish(state: State): void {
    for (const change of this.#changes.values()) new RowWriter(change, state).write()
  }
}

/** A row of the table as it is to be. */
type Row = {old: number} | {new: NewRow}

class RowWriter {
  readonly #table: GoalTable
  readonly #change: TableChange
  readonly #state: State
  /** The cells that stand in a new row, by column, where they are the page's. */
  readonly #moved = new Map<NewRow, Map<number, NewCell>>()

  constructor(change: TableChange, state: State) {
    this.#change = change
    this.#table = change.table
    this.#state = state
  }

  write(): void {
    const {removed, inserted} = this.#change
    const {page, patch} = this.#state
    const touched = this.#touched()
    const covers = this.#coverage(touched)
    for (const [cell, column] of touched) this.#putCell(cell, column, covers.get(cell) ?? [])
    for (const row of removed) {
      const {first, last} = linesOf(page, this.#table.rows[row]!.node)
      patch.remove(first, last)
    }
    for (const row of inserted) {
      const {first, last} = linesOf(page, this.#table.rows[row.beside]!.node)
      patch.insert(row.isAbove ? first - 1 : last, this.#linesOf(row))
    }
  }

  /** The cells whose rows change, with their first columns, in the order of these. */
  #touched(): [TableCell, number][] {
    const found = new Map<TableCell, number>()
    const {rows} = this.#table
    const add = (row: number): void => {
      for (const [at, place] of rows[row]!.cells.entries())
        if (place && !found.has(place.cell)) found.set(place.cell, at)
    }
    for (const row of this.#change.removed) add(row)
    for (const {beside} of this.#change.inserted) add(beside)
    return [...found].sort((a, b) => a[1] - b[1])
  }

  /** The rows that each cell is to cover. */
  #coverage(touched: readonly [TableCell, number][]): Map<TableCell, Row[]> {
    const covers = new Map<TableCell, Row[]>(touched.map(([cell]) => [cell, []]))
    const add = (row: Row, cells: Iterable<TableCell>): void => {
      for (const cell of new Set(cells)) covers.get(cell)?.push(row)
    }
    const {removed, inserted} = this.#change
    const beside = new Map<number, NewRow[]>()
    for (const row of inserted) {
      const list = beside.get(row.beside)
      if (list) list.push(row)
      else beside.set(row.beside, [row])
    }
    const addNew = (number: number, isAbove: boolean): void => {
      for (const row of beside.get(number) ?? [])
        if (row.isAbove === isAbove) add({new: row}, joinedCells(this.#table, row, this.#state))
    }
    for (const [number, {cells}] of this.#table.rows.entries()) {
      addNew(number, true)
      if (!removed.has(number))
        add(
          {old: number},
          cells.flatMap((place) => place?.cell ?? [])
        )
      addNew(number, false)
    }
    return covers
  }

  /** Has a cell stand in the first of the rows that it is to cover, and cover them all. */
  #putCell(cell: TableCell, column: number, covered: readonly Row[]): void {
    const {page, patch, survey} = this.#state
    const spans = survey.once(this.#table, 'spans', () => spansOf(this.#table))
    const {origin, count} = spans.get(cell)!
    const [first] = covered
    if (!first) return
    const parts = partsOf(cell, page)
    const own = page.source.slice(parts.attributes.start, parts.attributes.end)
    const attributes = covered.length === count ? own : withRowspan(own, covered.length)
    if ('old' in first && first.old === origin) {
      if (attributes === own) return
      const pipe = (text: string): string => (text.trim() === '' ? '' : `${text}|`)
      patch.replace({
        start: parts.attributes.start,
        end: parts.content.start,
        text: pipe(attributes)
      })
      return
    }
    const content = patch.read(parts.content)
    const moved = {attributes, content, isHeader: cell.header}
    if ('new' in first) {
      const cells = this.#moved.get(first.new) ?? new Map<number, NewCell>()
      this.#moved.set(first.new, cells.set(column, moved))
      if (!this.#change.removed.has(origin)) this.#cutCell(cell, origin)
    } else this.#addCell(moved, column, first.old, origin)
  }

  /** The cells that begin in a row, with their columns. */
  #cellsOf(row: number): {cell: TableCell; column: number; parts: CellParts}[] {
    const {cells} = this.#table.rows[row]!
    return cells.flatMap((place, column) =>
      place && !place.isMerged && cells[column - 1]?.cell !== place.cell
        ? [{cell: place.cell, column, parts: partsOf(place.cell, this.#state.page)}]
        : []
    )
  }

  /** Takes a cell out of a row that stays. */
  #cutCell(cell: TableCell, row: number): void {
    const {patch, page} = this.#state
    const cells = this.#cellsOf(row)
    const at = cells.findIndex((own) => own.cell === cell)
    const [previous, next] = [cells[at - 1], cells[at + 1]]
    const {start, end} = rangeOf(cell)
    const mark = (range: {start: number; end: number}): string =>
      page.source.slice(range.start, range.end)
    const isFirst = mark(cells[at]!.parts.mark).length === 1
    if (!isFirst || !next) {
      const from = previous ? rangeOf(previous.cell).end : lineEnd(page, lineAt(page, start) - 1)
      patch.cut({start: from, end, text: ''})
    } else if (mark(next.parts.mark).length === 1)
      patch.cut({start, end: rangeOf(next.cell).start, text: ''})
    else patch.cut({start, end: next.parts.mark.end, text: mark(next.parts.mark).charAt(0)})
  }

  /** Puts a cell into a row that stays, and did not have it. */
  #addCell(cell: NewCell, column: number, row: number, origin: number): void {
    const {patch, page} = this.#state
    const cells = this.#cellsOf(row)
    const layout = layoutOf(this.#table, [row, origin], page)
    const isOneLine = layout.isOneLine && !/[\r\n]/.test(cell.content)
    const mark = cell.isHeader ? '!' : '|'
    const text = (cell.attributes.trim() === '' ? '' : `${cell.attributes}|`) + cell.content
    const next = cells.find((own) => own.column > column)
    if (next) {
      const {start, end} = next.parts.mark
      const isFirst = end - start === 1
      const written = !isOneLine
        ? `${mark}${text}${page.eol}`
        : isFirst
          ? `${mark}${text}${layout.blank}${mark}`
          : `${mark}${mark}${text}${layout.blank}`
      return patch.replace({start, end: start, text: written})
    }
    const last = cells.at(-1)
    const at = last
      ? rangeOf(last.cell).end
      : contentEnd(page, lineAt(page, rangeOf(this.#table.rows[row]!.node).start))
    const joint = isOneLine && last ? `${layout.blank}${mark}${mark}` : page.eol + mark
    patch.replace({start: at, end: at, text: joint + text})
  }

  #linesOf(row: NewRow): string[] {
    const {columns, rows} = this.#table
    const joins = new Set(joinedCells(this.#table, row, this.#state))
    const moved = this.#moved.get(row)
    const like = rows[row.beside]!.cells
    const {page, survey} = this.#state
    const layout = layoutOf(this.#table, [row.beside], page)
    const style = survey.once(this.#table, 'style', () => styleOf(this.#table, page))
    const width = Math.max(like.length, row.cells.findLastIndex((text) => text !== '') + 1)
    const cells = columns.slice(0, width).flatMap((_, at): NewCell[] => {
      const own = moved?.get(at)
      if (own) return [own]
      const place = like[at]
      if (place && joins.has(place.cell)) return []
      const text = row.cells[at] ?? ''
      const content = text === '' || /^[\r\n]/.test(text) ? text : layout.blank + text
      const old = row.moved?.cells[at]
      const isOf = (column: number): boolean =>
        old !== undefined && row.moved?.cells[column] === old && row.cells[column] === text
      // A cell that covers several columns goes on doing so.
      if (isOf(at - 1)) return []
      let count = 1
      while (at + count < width && isOf(at + count)) count++
      const attributes = old ? attributesOf(old, count, page) : style.attributes[at]!
      return [{attributes, content, isHeader: place?.cell.header ?? false}]
    })
    return writeRow(row.moved?.opening ?? style.opening, cells, layout)
  }
}

/** The cells of the page that go on in a new row: those that cover both rows beside it, and merged ones of sections. */
export function joinedCells(
  table: GoalTable,
  {beside, isAbove, opens}: Pick<NewRow, 'beside' | 'isAbove' | 'opens'>,
  {survey}: State
): TableCell[] {
  const {rows, columns} = table
  const next = rows[isAbove ? beside - 1 : beside + 1]?.cells
  const isMergedIn = (column: number): boolean =>
    survey.once(table, `merged in ${column}`, () => rows.some(({cells}) => cells[column]?.isMerged))
  return rows[beside]!.cells.flatMap((place, at) => {
    if (!place) return []
    const goesOn = next?.[at]?.cell === place.cell
    const isSection = columns[at]?.role === 'section'
    if (isSection && at >= opens) return []
    return goesOn || (isSection && isMergedIn(at)) ? [place.cell] : []
  })
}

/** The first row of each cell, and how many rows it covers. */
function spansOf({rows}: GoalTable): Map<TableCell, {origin: number; count: number}> {
  const spans = new Map<TableCell, {origin: number; count: number}>()
  for (const [row, {cells}] of rows.entries())
    for (const cell of new Set(cells.flatMap((place) => place?.cell ?? []))) {
      const span = spans.get(cell)
      if (span) span.count++
      else spans.set(cell, {origin: row, count: 1})
    }
  return spans
}
