/** What a cell of a table of goals says. */
import {toBlocks} from '../blocks.ts'
import {itemsOf, paragraphOf} from '../items.ts'
import {wordStatus} from '../item-line.ts'
import {isBreak} from '../lines.ts'
import {wordAt, skip} from '../words.ts'
import {teamsOf} from '../teams.ts'
import {toField} from '../fields.ts'
import {
  concat,
  endsOf,
  flatten,
  hasText,
  joint,
  mark,
  span,
  spanning,
  splitAt,
  statusesOf,
  trim,
  trimNodes
} from '../../../document/phrasing.ts'
import {collapse} from '../../../document/plain-text.ts'
import {findWord, namesOf} from '../../../vocabulary/index.ts'
import type {Block} from '../blocks.ts'
import type {LabelledColumn} from './columns.ts'
import type {Outline} from '../outline.ts'
import type {PhrasingContent, Status, TableCell} from '../../../document/types.ts'
import type {Code, Dependencies, Field, KeptContent, PrimaryTeams, Remark} from '../../types.ts'

/** What a cell says of its row's goal, and what else is in it. */
export type CellPart = Code | Status | Remark | Dependencies | PrimaryTeams | Field | KeptContent

/** The blocks of a cell, as a page's. */
export function blocksOf({children, position}: TableCell, {options}: Outline): Block[] {
  return toBlocks({type: 'root', children, position}, options.source)
}

/** The lines of a cell, and the items of its lists, each without its markup. */
export function linesOf(cell: TableCell, outline: Outline): PhrasingContent[][] {
  return blocksOf(cell, outline)
    .flatMap((block) =>
      block.kind === 'line'
        ? [block.children]
        : block.kind === 'list'
          ? itemsOf(block.node).map(paragraphOf)
          : []
    )
    .filter(hasText)
}

/** All that a cell says, as one content. */
export function contentOf(cell: TableCell, outline: Outline): PhrasingContent[] {
  const [first = [], ...rest] = linesOf(cell, outline)
  const {source} = outline.options
  return trimNodes(
    rest.reduce((all, line) => {
      const [before, after] = [all.at(-1)?.position?.end, line[0]?.position?.start]
      if (!before || !after) return [...all, {type: 'text', value: ' '}, ...line]
      const between = joint({start: {...before}, end: {...after}}, source, ' ')
      return concat(concat(all, [between]), line)
    }, first)
  )
}

/** A cell's words. */
export function textOf(cell: TableCell, outline: Outline): string {
  return collapse(linesOf(cell, outline).map(flatten).join(' ').replaceAll(mark, ' '))
}

/** What a cell of a column says of a goal; a cell in which nothing stands is kept. */
export function readCell(cell: TableCell, column: LabelledColumn, outline: Outline): CellPart[] {
  const content = contentOf(cell, outline)
  if (!hasText(content)) return [cell]
  const {vocabulary} = outline.options
  if (column.role === 'code')
    return [{type: 'code', value: collapse(flatten(content)), position: span(content)}]
  if (column.role === 'dependencies' || column.role === 'primaryTeams') {
    const names = linesOf(cell, outline)
      .flatMap(splitAtBreaks)
      .filter((line) => !isNothing(flatten(line), outline))
    const teams = teamsOf(column.role, names)
    return teams.children.length > 0 ? [teams] : [cell]
  }
  const status = column.role === 'status' ? readStatus(content, outline) : aloneStatus(content)
  if (status) return status
  return [toField(column.label, content, cell.position, vocabulary)]
}

/** A line cut at its `<br>`. */
function splitAtBreaks(line: PhrasingContent[]): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]]
  for (const node of line)
    if (node.type === 'break' || isBreak(node)) parts.push([])
    else parts.at(-1)!.push(node)
  return parts
}

/** Whether a text says that there is nothing to say: `None`, `–`. */
function isNothing(text: string, {options: {vocabulary}}: Outline): boolean {
  const word = text.trim().toLowerCase()
  return /^[-–—.?]*$/.test(word) || vocabulary.nothing.some((known) => known.toLowerCase() === word)
}

/** A status that is all that a cell of another column has. */
function aloneStatus(content: PhrasingContent[]): CellPart[] | undefined {
  const statuses = statusesOf(content)
  return statuses.length === 1 && flatten(content).trim() === mark ? statuses : undefined
}

/**
 * The status of a cell, and what stands beside it.
 *
 * ```markdown
 * | {{done}} two masts are left     Done (no notes)
 *   ^^^^^^^^ ^^^^^^^^^^^^^^^^^^     ^^^^ ^^^^^^^^^^   status, remark
 * ```
 */
function readStatus(content: PhrasingContent[], outline: Outline): CellPart[] | undefined {
  const text = flatten(content)
  const at = text.indexOf(mark)
  const found = at >= 0 ? {from: at, to: at + 1} : wordOfStatus(text, outline)
  if (!found) return undefined
  const [start, end] = trim(text)
  const next = skip(text, found.to, /[\s:;,–—\])-]/)
  const before: [number, number] = [start, trim(text, start, found.from)[1]]
  const remark = next < end ? {from: next, to: end} : {from: before[0], to: before[1]}
  const hasRemark = remark.from < remark.to && /[\p{L}\d]/u.test(text.slice(remark.from, remark.to))
  const parts = hasRemark ? [found, remark].sort((a, b) => a.from - b.from) : [found]
  const pieces = splitAt(content, endsOf(parts))
  return parts.map((part, index): CellPart => {
    const piece = pieces[2 * index + 1]!
    if (part === remark)
      return spanning<Remark>({type: 'remark', children: piece, position: undefined})
    return 'name' in found ? wordStatus(found.name, piece, found.form) : statusesOf(piece)[0]!
  })
}

/** The status that a cell's words open with, where they are all of it or set off from the rest. */
function wordOfStatus(text: string, {options: {vocabulary}}: Outline): Found | undefined {
  const [start, end] = trim(text)
  const isBracketed = text[start] === '['
  const from = isBracketed ? start + 1 : start
  const word = wordAt(text, from, vocabulary.statuses.flatMap(namesOf))
  if (!word) return undefined
  const to = from + word.length
  const isSymbol = !/\p{L}$/u.test(word)
  const isSetOff = isSymbol || to === end || /^\s*[\](:;,.–—-]/.test(text.slice(to, to + 4))
  const name = isSetOff ? findWord(vocabulary, word) : undefined
  if (!name) return undefined
  return isBracketed && text[to] === ']'
    ? {from: start, to: to + 1, name, form: 'bracket'}
    : {from, to, name, form: 'text'}
}

/** A status in words. */
interface Found {
  from: number
  to: number
  name: {value: string; label: string}
  form: 'text' | 'bracket'
}
