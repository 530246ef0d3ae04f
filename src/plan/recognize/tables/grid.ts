/** A table's cells by row and column, where merged cells stand in every place that they cover. */
import type {Table, TableCell, TableRow} from '../../../document/types.ts'

/** A place of a table. */
export interface GridCell {
  cell: TableCell
  /** Whether the cell began in a row above. */
  isMerged: boolean
}

/** A row: its cells by column, of which some may be missing. */
export interface GridRow {
  node: TableRow
  cells: (GridCell | undefined)[]
}

/** More columns than any plan has: a hostile page may not make a table larger than itself. */
const maxColumns = 40

/** The rows of a table. */
export function toGrid(table: Table): GridRow[] {
  /** Cells that go on, by column, with the number of rows that they still cover. */
  const open = new Map<number, {cell: TableCell; rows: number}>()
  return table.children.filter(isRow).map((node) => {
    const cells: GridRow['cells'] = []
    const addMerged = (): void => {
      for (;;) {
        const merged = open.get(cells.length)
        if (!merged || cells.length >= maxColumns) return
        if (merged.rows <= 1) open.delete(cells.length)
        else merged.rows--
        cells.push({cell: merged.cell, isMerged: true})
      }
    }
    for (const cell of node.children) {
      if (cell.type !== 'tableCell') continue
      addMerged()
      const rows = spanIn(cell, 'rowspan')
      const columns = Math.min(spanIn(cell, 'colspan'), maxColumns - cells.length)
      for (let count = 0; count < columns; count++) {
        if (rows > 1) open.set(cells.length, {cell, rows: rows - 1})
        cells.push({cell, isMerged: false})
      }
    }
    addMerged()
    return {node, cells}
  })
}

function isRow(node: Table['children'][number]): node is TableRow {
  return node.type === 'tableRow'
}

const spans = {
  rowspan: /(?:^|\s)rowspan\s{0,9}=\s{0,9}["']?\s{0,9}(\d{1,4})/i,
  colspan: /(?:^|\s)colspan\s{0,9}=\s{0,9}["']?\s{0,9}(\d{1,4})/i
}

/** How many rows or columns a cell covers. */
function spanIn({attributes}: TableCell, name: keyof typeof spans): number {
  return Math.max(1, Number(spans[name].exec(attributes)?.[1] ?? 1))
}
