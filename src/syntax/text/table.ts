/**
 * Tables of a rendered page's text. Its rows' cells end at `|`, and a rule stands under the first row; or, as browsers
 * copy them, tabs part the cells. A cell may go over several lines.
 *
 * ```markdown
 * | Outcome | Status |
 * | ---|---|
 * | Boats leave on time | Done
 * | |
 * ```
 */
import {inline, rangeOf} from './inline.ts'
import {isItem} from './lines.ts'
import {span} from '../../document/phrasing.ts'
import type {Page} from './inline.ts'
import type {TextLine} from './lines.ts'
import type {
  FlowContent,
  List,
  ListItem,
  Paragraph,
  Position,
  Table,
  TableCell,
  TableRow
} from '../../document/types.ts'

/** A way to write tables. */
interface Form {
  separator: '|' | '\t'
  /** The index of the first row below the header that stands at an index, `undefined` where no table begins there. */
  below: (page: Page, at: number) => number | undefined
  /** The line with which a row of some cells is complete; `undefined` where no row begins. */
  lastLineOfRow: (page: Page, from: number, width: number) => number | undefined
  /** Where a line begins and ends, with the cells at its ends that are empty. */
  extent: (page: Page, line: TextLine) => [from: number, to: number]
}

/** No row goes over more lines. */
const mostLines = 50

const forms: Form[] = [
  {
    separator: '|',
    below({lines, source}, at) {
      const [head, rule] = [lines[at]!, lines[at + 1]]
      const isHead =
        rule &&
        !rule.heading &&
        isRule(source.slice(rule.start, rule.end)) &&
        source.slice(head.start, head.end).includes('|')
      return isHead ? at + 2 : undefined
    },
    lastLineOfRow({lines, source}, from, width) {
      let cells = 0
      for (let at = from; at < lines.length && at < from + mostLines; at++) {
        const line = lines[at]!
        if (isOfHeading(line)) return undefined
        cells += count(source, line.start, line.end, '|')
        if (cells >= width) return at
        if (cells === 0 && at > from) return undefined
      }
      return undefined
    },
    extent: (_, {start, end}) => [start, end]
  },
  {
    separator: '\t',
    below(page, at) {
      const [head, next] = [page.lines[at]!, page.lines[at + 1]]
      const isHead =
        next &&
        !head.heading &&
        !isOfHeading(next) &&
        isHeader(page.source.slice(head.start, head.end)) &&
        !isItem(page.source, head) &&
        (tabsIn(page, next) > 0 || isItem(page.source, next))
      return isHead && this.lastLineOfRow(page, at + 1, cellsIn(page, head)) !== undefined
        ? at + 1
        : undefined
    },
    // Empty cells at its end may be gone: then the row has its first line alone.
    lastLineOfRow(page, from, width) {
      const {lines, source} = page
      const own = tabsIn(page, lines[from]!)
      const next = lines[from + 1]
      if (own === 0 && !(next && (tabsIn(page, next) > 0 || isItem(source, next)))) return undefined
      let tabs = 0
      for (let at = from; at < lines.length && at < from + mostLines; at++) {
        if (isOfHeading(lines[at]!)) break
        tabs += tabsIn(page, lines[at]!)
        if (tabs === width - 1) return at
        if (tabs >= width) break
      }
      return own > 0 ? from : undefined
    },
    extent({source}, {lineStart, start, end, edit}) {
      const line = /^[^\S\r\n]+/.exec(source.slice(end, end + mostBlank))
      return [edit === undefined ? lineStart : start, end + (line?.[0].length ?? 0)]
    }
  }
]

/** No line has more blanks at its end that may be cells. */
const mostBlank = 100

/** Reads the table at an index and returns how many lines it took, 0 where there is none. */
export function readTable(page: Page, at: number): number {
  for (const form of forms) {
    const below = form.below(page, at)
    if (below !== undefined) return readRows(page, form, at, below)
  }
  return 0
}

function readRows(page: Page, form: Form, at: number, below: number): number {
  const rows = [rowOf(page, form, at, at, true)]
  const width = rows[0]!.children.length
  let end = below
  while (end < page.lines.length) {
    const last = form.lastLineOfRow(page, end, width)
    if (last === undefined) break
    rows.push(rowOf(page, form, end, last, false))
    end = last + 1
  }
  const [first, last] = [page.lines[at]!, page.lines[end - 1]!]
  const position = range(first, first.start, last, last.end)
  page.lists = []
  page.root.children.push({type: 'table', attributes: '', children: rows, position} satisfies Table)
  return end - at
}

/** `---|---|` */
function isRule(text: string): boolean {
  return text.includes('|') && text.includes('---') && /^[\s|:-]+$/.test(text)
}

/** Whether a line's cells are a header's: each has words, and none is the label of a field. */
function isHeader(text: string): boolean {
  const cells = text.includes('\t') ? text.split('\t') : []
  return cells.length > 1 && cells.every((cell) => /[^\s:]\s*$/.test(cell.slice(-mostBlank)))
}

function isOfHeading({heading, edit}: TextLine): boolean {
  return heading || edit !== undefined
}

function tabsIn(page: Page, line: TextLine): number {
  const [from, to] = tabbed.extent(page, line)
  return count(page.source, from, to, '\t')
}

function cellsIn({source}: Page, {start, end}: TextLine): number {
  return count(source, start, end, '\t') + 1
}

const tabbed = forms[1]!

function count(source: string, from: number, to: number, character: string): number {
  let found = 0
  for (let at = from; at < to; at++) if (source[at] === character) found++
  return found
}

/** What stands between two separators on one line, without blank space at its ends. */
interface Piece {
  line: TextLine
  from: number
  to: number
  /** Whether a separator ends it: the cell too. */
  ends: boolean
}

function rowOf(page: Page, form: Form, first: number, last: number, header: boolean): TableRow {
  const cells: TableCell[] = []
  let open: Piece[] = []
  const lines = page.lines.slice(first, last + 1)
  for (const piece of lines.flatMap((line) => piecesOf(page, form, line))) {
    open.push(piece)
    if (!piece.ends) continue
    cells.push(cellOf(page, open, header))
    open = []
  }
  if (open.some(({from, to}) => to > from)) cells.push(cellOf(page, open, header))
  return {type: 'tableRow', attributes: '', children: cells, position: span(cells)!}
}

function piecesOf(page: Page, form: Form, line: TextLine): Piece[] {
  const pieces: Piece[] = []
  let [start, end] = form.extent(page, line)
  for (let at = start; at <= end; at++) {
    if (at < end && page.source[at] !== form.separator) continue
    const text = page.source.slice(start, at)
    const from = start + text.length - text.trimStart().length
    pieces.push({line, from, to: Math.max(from, start + text.trimEnd().length), ends: at < end})
    start = at + 1
  }
  return pieces
}

function cellOf(page: Page, pieces: readonly Piece[], header: boolean): TableCell {
  const [first, last] = [pieces[0]!, pieces.at(-1)!]
  const children: FlowContent[] = []
  for (const piece of pieces) {
    if (piece.to === piece.from) continue
    const mark = bulletOf(page, piece)
    const list = children.at(-1)
    if (mark === 0) children.push(paragraphOf(page, piece, 0))
    else if (list?.type === 'list') addItem(list, itemOf(page, piece, mark))
    else children.push(listOf(itemOf(page, piece, mark)))
  }
  return {
    type: 'tableCell',
    header,
    attributes: '',
    children,
    position: range(first.line, first.from, last.line, last.to)
  }
}

/** How many characters the bullet of an item in a cell takes, 0 where it is none. */
function bulletOf({source}: Page, {from, to}: Piece): number {
  return /^[-*•·]\s+(?=\S)/.exec(source.slice(from, Math.min(to, from + 10)))?.[0].length ?? 0
}

function paragraphOf(page: Page, {line, from, to}: Piece, mark: number): Paragraph {
  const children = inline(page, line, from + mark, to)
  return {type: 'paragraph', children, position: rangeOf(line, from + mark, to)}
}

function itemOf(page: Page, piece: Piece, mark: number): ListItem {
  const {line, from, to} = piece
  const children = [paragraphOf(page, piece, mark)]
  return {type: 'listItem', children, position: rangeOf(line, from, to)}
}

function listOf(item: ListItem): List {
  return {type: 'list', ordered: false, children: [item], position: span([item])!}
}

function addItem(list: List, item: ListItem): void {
  list.children.push(item)
  list.position = span(list.children)!
}

function range(first: TextLine, start: number, last: TextLine, end: number): Position {
  return {start: rangeOf(first, start, start).start, end: rangeOf(last, end, end).end}
}
