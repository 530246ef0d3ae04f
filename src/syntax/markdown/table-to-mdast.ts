/** Tables as mdast. */
import type * as Mdast from 'mdast'
import {line, type ToSource} from './phrasing-to-mdast.ts'
import {element, toHtml} from './to-html.ts'
import type {FlowContent, Paragraph, Table, TableCell} from '../../document/types.ts'

type Flow = (nodes: readonly FlowContent[]) => Mdast.RootContent[]

/**
 * A table as GitHub has them, where its rows are as long as each other and each of its cells is a line. Any other is
 * HTML, and one of a single cell is what stands in it, as HTML.
 */
export function tableToMdast(table: Table, toSource: ToSource, flow: Flow): Mdast.RootContent[] {
  // A tag without its pair shows as nothing.
  const parts = table.children.filter(({type}) => type !== 'html')
  const rows = parts.map((row) =>
    row.type === 'tableRow' ? row.children.filter((cell) => cell.type === 'tableCell') : []
  )
  const cells = rows.flat()
  if (cells.length === 1 && rows.length === 1)
    return [{type: 'html', value: toHtml(flow(cells[0]!.children))}]
  const isEven = rows.every(({length}) => length === rows[0]!.length)
  if (!isEven || parts.some(({type}) => type !== 'tableRow') || !cells.every(isLine))
    return [{type: 'html', value: asHtml(parts, flow)}]
  const children = rows.map((row): Mdast.TableRow => {
    return {type: 'tableRow', children: row.map((cell) => toCell(cell, toSource))}
  })
  return cells.length > 0 ? [{type: 'table', children}] : []
}

function toCell({children: [first]}: TableCell, toSource: ToSource): Mdast.TableCell {
  return {type: 'tableCell', children: first ? line((first as Paragraph).children, toSource) : []}
}

const merged = /\b(?:col|row)span\s*=\s*["']?\d{1,4}/gi

function isLine({attributes, children}: TableCell): boolean {
  const [first, ...rest] = children
  return (
    rest.length === 0 &&
    (!first || first.type === 'paragraph') &&
    !/(?:col|row)span/i.test(attributes)
  )
}

function asHtml(parts: Table['children'], flow: Flow): string {
  const cell = ({header, attributes, children}: TableCell): string => {
    const spans = (attributes.match(merged) ?? []).map((span) => ` ${span.replace(/["'\s]/g, '')}`)
    return element(header ? 'th' : 'td', toHtml(flow(children)), spans.join(''))
  }
  const content = parts.map((part) => {
    if (part.type !== 'tableRow')
      return element('caption', toHtml(flow(part.type === 'tableCaption' ? part.children : [part])))
    return element(
      'tr',
      part.children.map((child) => (child.type === 'tableCell' ? cell(child) : '')).join('')
    )
  })
  return element('table', content.join(''))
}
