/**
 * Cells of tables, as they are written.
 *
 * ```wikitext
 * | rowspan="2" | Wind the clocks || {{done}}
 *   ^^^^^^^^^^^^^                                attributes
 *                 ^^^^^^^^^^^^^^^                content
 *                                 ^^             mark
 * ```
 */
import {rangeOf, type Page} from '../page.ts'
import {withoutComments} from '../../../syntax/wikitext/comments.ts'
import type {State} from '../state.ts'
import type {Range} from '../../../document/places.ts'
import type {TableCell} from '../../../document/types.ts'

/** Where the parts of a cell stand. */
export interface CellParts {
  mark: Range
  /** Between the mark and the cell's `|`; empty where it has no attributes. */
  attributes: Range
  /** With the blank before it. */
  content: Range
}

export function partsOf(
  cell: Pick<TableCell, 'type' | 'attributes' | 'position'>,
  page: Page
): CellParts {
  const {start, end} = rangeOf(cell)
  const text = page.source.slice(start, end)
  const mark = /^(?:\|\|?|!!?)/.exec(text)![0].length
  const at = cell.attributes === '' ? mark : text.indexOf(cell.attributes, mark)
  const behind = at + cell.attributes.length
  const pipe = cell.attributes === '' ? mark : text.indexOf('|', behind)
  return {
    mark: {start, end: start + mark},
    attributes: {start: start + mark, end: start + Math.max(mark, pipe)},
    content: {start: start + (cell.attributes === '' ? mark : pipe + 1), end}
  }
}

/** What a cell says, as it is written. */
export function sourceOf(cell: TableCell, page: Page): string {
  const {start, end} = partsOf(cell, page).content
  return page.source.slice(start, end)
}

/** Puts a text into a cell; one in which nothing stands may have a comment, which stays. */
export function fillCell(cell: TableCell, text: string, {page, patch}: State): void {
  const {start, end} = partsOf(cell, page).content
  const isEmpty = withoutComments(page.source.slice(start, end)).trim() === ''
  patch.replace({start, end: isEmpty ? start : end, text: text === '' ? '' : ` ${text}`})
}

const spans = {rowspan: /(\s*)\browspan\s*=\s*(?:"[^"]*"|'[^']*'|[^\s|"']+)/i} as const

/** The attributes of a cell that covers so many rows. */
export function withRowspan(attributes: string, count: number): string {
  const own = `rowspan="${count}"`
  if (count < 2) return attributes.replace(spans.rowspan, '')
  if (!spans.rowspan.test(attributes))
    return attributes.trimEnd() === '' ? ` ${own} ` : ` ${own}${attributes}`
  return attributes.replace(spans.rowspan, (was, blank: string) => {
    const value = /=\s*(["']?)/.exec(was)!
    return value[1] === ''
      ? `${blank}rowspan=${count}`
      : `${blank}rowspan=${value[1]}${count}${value[1]}`
  })
}

/** The attributes of a cell in a row of its own, over so many columns: without those that cover others or name it. */
export function attributesOf(cell: TableCell, columns: number, page: Page): string {
  const {start, end} = partsOf(cell, page).attributes
  const gone = columns > 1 ? /^(?:rowspan|id)$/i : /^(?:rowspan|colspan|id)$/i
  return page.source
    .slice(start, end)
    .replace(
      /(^|\s)(rowspan|colspan|id)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s|"']+)/gi,
      (text, _, name: string) => (gone.test(name) ? '' : text)
    )
}
