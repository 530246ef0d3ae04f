/**
 * Tables.
 *
 * ```markdown
 * | {| class="wikitable"
 *   ^^                      to the `|}`: the table, `class=…` its attributes
 * | |+ Ships
 *   ^^^^^^^^                tableCaption
 * | |- id="a"
 *   ^^^^^^^^^               to the next `|-`: tableRow
 * | ! Name !! Port
 *   ^^^^^^^                 tableCell, a header
 *          ^^^^^^^          tableCell, a header
 * | | Sea | Oslo || 3
 *   ^^^^^^^^^^^^^           tableCell, ` Sea ` its attributes
 * | |}
 * ```
 *
 * What stands before the first of them, or between a row's own line and its first cell, MediaWiki shows before the
 * table; here it is content of the table or row where it stands.
 *
 * ```markdown
 * | {|
 * | |-
 * | {{Goal row|Wind|done}}    a paragraph in the row
 * | |}
 * ```
 *
 * `structure` has found them: a `table` span's marks are where its own attributes start and end and where its
 * content ends, then five numbers for each row, caption and cell: the character that says which it is, where it
 * starts, where its attributes start and end, and where its content starts. A `{{!}}` is a `|` wherever that is a
 * table's mark.
 *
 * @see https://www.mediawiki.org/wiki/Help:Tables
 */
import type {Table, TableCaption, TableCell, TableRow, UnistNode} from '../../document/types.ts'
import {dash, exclamation, plus, trimSpace} from '../../document/characters.ts'
import {parseFlow} from './flow.ts'
import {point, position} from './page.ts'
import type {Page, Span} from './page.ts'

/** The node of a `table` span. */
export function table(page: Page, span: Span, depth: number): Table {
  const [attributes, attributesEnd, contentEnd] = span.marks as [number, number, number]
  const node: Table = {
    type: 'table',
    attributes: page.source.slice(attributes, attributesEnd).trim(),
    children: [],
    position: position(page, span.start, tableEnd(page, span))
  }
  let row: TableRow | undefined
  const before = trimSpace(page.source, attributesEnd, span.marks[4] ?? contentEnd)
  if (attributesEnd < before) node.children = parseFlow(page, attributesEnd, before, depth + 1)
  for (let index = 3; index < span.marks.length; index += 5) {
    const part = partAt(page, span.marks, index, contentEnd)
    if (part.code === plus) {
      node.children.push(caption(page, part, depth + 1))
      row = undefined
    } else if (part.code === dash) node.children.push((row = tableRow(page, part, depth + 1)))
    else {
      if (!row) node.children.push((row = impliedRow(page, part)))
      row.children.push(cell(page, part, depth + 2))
      row.position!.end = point(page, part.end)
    }
  }
  return node
}

/** A table without its `|}` runs to the page's end. */
function tableEnd(page: Page, span: Span): number {
  const isClosed = span.marks[2] !== span.end
  return isClosed ? span.end : trimSpace(page.source, span.marks[0]!, span.end)
}

interface Part {
  code: number
  start: number
  attributes: string
  content: number
  end: number
}

function partAt(page: Page, marks: readonly number[], index: number, limit: number): Part {
  const [code, start, from, to, content] = marks.slice(index, index + 5) as [
    number,
    number,
    number,
    number,
    number
  ]
  const end = trimSpace(page.source, code === dash ? from : content, marks[index + 6] ?? limit)
  return {code, start, attributes: page.source.slice(from, to).trim(), content, end}
}

function tableRow(page: Page, part: Part, depth: number): TableRow {
  const {attributes, start, content, end} = part
  const children = content < end ? parseFlow(page, content, end, depth + 1) : []
  return {type: 'tableRow', attributes, children, position: position(page, start, end)}
}

/** The row of cells before the first `|-`. */
function impliedRow(page: Page, part: Part): TableRow {
  return {
    type: 'tableRow',
    attributes: '',
    children: [],
    position: position(page, part.start, part.end)
  }
}

function caption(page: Page, part: Part, depth: number): TableCaption {
  return {
    type: 'tableCaption',
    children: parseFlow(page, part.content, part.end, depth + 1, false),
    position: position(page, part.start, part.end)
  }
}

function cell(page: Page, part: Part, depth: number): TableCell {
  return {
    type: 'tableCell',
    header: part.code === exclamation,
    attributes: part.attributes,
    children: parseFlow(page, part.content, part.end, depth + 1, false),
    position: position(page, part.start, part.end)
  }
}

/** A table, caption, row or cell, and where its attributes stand. */
export interface Attributed {
  node: {children: UnistNode[]}
  start: number
  end: number
}

/** A table and what it is made of, each with the stretch of its attributes. */
export function attributedIn(page: Page, {marks}: Span, table: Table): Attributed[] {
  const limit = table.position!.end.offset!
  const found: Attributed[] = [{node: table, start: marks[0]!, end: Math.min(marks[1]!, limit)}]
  const add = (node: TableCaption | TableRow | TableCell, index: number): void => {
    const start = marks[index + 2]!
    const end = Math.min(marks[index + 3]!, limit)
    if (start < end) found.push({node, start, end})
  }
  // Each of them starts at its mark; a row that has none starts with its first cell.
  let index = 3
  const take = (node: TableCaption | TableRow | TableCell): void => {
    if (node.type === 'tableRow' && marks[index] !== dash) return
    add(node, index)
    index += 5
  }
  for (const child of table.children) {
    if (child.type !== 'tableRow' && child.type !== 'tableCaption') continue
    take(child)
    if (child.type === 'tableRow')
      for (const cell of child.children) if (cell.type === 'tableCell') take(cell)
  }
  return found
}
