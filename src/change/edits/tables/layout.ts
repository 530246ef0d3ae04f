/** How the rows of a table are laid out, as new ones are written like them. */
import {attributesOf, partsOf, sourceOf} from './cells.ts'
import {lineAt, lineText, rangeOf, splitLines, type Page} from '../page.ts'
import type {GoalTable} from '../../../plan/recognize/tables/places.ts'
import type {TableCell, TableRow} from '../../../document/types.ts'

/** A cell to be written. */
export interface NewCell {
  attributes: string
  /** With the blank before it. */
  content: string
  isHeader: boolean
}

/** How some rows are laid out. */
export interface Layout {
  /** Whether cells stand beside each other: `| a || b`. */
  isOneLine: boolean
  /** What stands before and behind what a cell says. */
  blank: string
}

/** What all rows of a table have in common. */
export interface TableStyle {
  /** What opens a row: `|-` and attributes. */
  opening: string
  /** The attributes of the cells, by column. */
  attributes: readonly string[]
}

/** The line that opens a row; a comment or id in it is that row's alone. */
export function openingOf(row: TableRow, page: Page): string {
  const line = lineText(page, lineAt(page, rangeOf(row).start)).trimEnd()
  return /<!--|\bid\s*=/i.test(line) ? '|-' : line
}

export function styleOf({rows, columns}: GoalTable, page: Page): TableStyle {
  const attributes = columns.map((_, column) =>
    common(
      rows.flatMap(({cells}) => {
        const place = cells[column]
        if (!place || place.isMerged) return []
        return [attributesOf(place.cell, 1, page)]
      })
    )
  )
  return {opening: common(rows.map(({node}) => openingOf(node, page))) || '|-', attributes}
}

/** How some rows of a table are laid out: the first of them that tells. */
export function layoutOf(table: GoalTable, numbers: readonly number[], page: Page): Layout {
  const rows = numbers.map((number) => table.rows[number]!)
  const ownOf = ({cells}: (typeof rows)[number]): TableCell[] => [
    ...new Set(cells.flatMap((place) => (place && !place.isMerged ? [place.cell] : [])))
  ]
  const telling = rows.map(ownOf).find(({length}) => length > 1) ?? []
  const marks = telling.map((cell) => {
    const {start, end} = partsOf(cell, page).mark
    return end - start
  })
  const filled = rows.flatMap(ownOf).map((cell) => sourceOf(cell, page))
  const blank = filled.some((text) => /^\S/.test(text)) ? '' : ' '
  return {isOneLine: marks.includes(2), blank}
}

/** What all of some texts are; nothing where they differ. */
function common(texts: readonly string[]): string {
  const [first = ''] = texts
  return texts.every((text) => text === first) ? first : ''
}

/** The lines of a row. */
export function writeRow(
  opening: string,
  cells: readonly NewCell[],
  {isOneLine, blank}: Layout
): string[] {
  const lines = [opening]
  let wasHeader: boolean | undefined
  for (const {attributes, content, isHeader} of cells) {
    const mark = isHeader ? '!' : '|'
    const [first = '', ...rest] = splitLines(
      (attributes.trim() === '' ? '' : `${attributes}|`) + content
    )
    // A list ends with its line: what follows it is on the next.
    if (isOneLine && wasHeader === isHeader) lines.push(lines.pop()! + blank + mark + mark + first)
    else lines.push(mark + first)
    lines.push(...rest)
    wasHeader = rest.length > 0 ? undefined : isHeader
  }
  return lines
}
