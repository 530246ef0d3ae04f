/**
 * The line of a goal or task.
 *
 * ```markdown
 * | ===== [stretch] Wind the clocks – {{done}} =====
 *   ^^^^^^                                            open
 *         ^^^^^^^^^^                                  stretch
 *                   ^^^^^^^^^^^^^^^                   text
 *                                  ^^^                joint
 *                                     ^^^^^^^^        status
 *                                             ^^^^^^  tail
 * | * KR1: Wind the clocks {{done}} in May
 *     ^^^                                      code
 *                                   ^^^^^^     remark
 * ```
 */
import {contentEnd, lineAt, lineStart, rangeOf, type Page} from './page.ts'
import type {State} from './state.ts'
import {quotesOf} from './quotes.ts'
import {goalCellOf} from './tables/places.ts'
import {scopes, type Scope} from '../../write/wikitext/unsafe.ts'
import type {EntityOf} from '../entities.ts'
import type {Range} from '../../document/places.ts'
import type {UnistNode} from '../../document/types.ts'

/** A goal or task. */
export type Titled = EntityOf<'goal'> | EntityOf<'task'>

/** How a goal or task is marked up. */
export type TitledForm = 'heading' | 'item' | 'term' | 'bold' | 'plain'

/** Where a line's parts stand. A part that the line does not have is empty, where it would stand. */
export interface TitledLine {
  form: TitledForm
  open: string
  stretch: Range
  code: Range | undefined
  text: Range
  status: Range | undefined
  remark: Range | undefined
  /** Between text and status, whichever comes first; empty where there is no status. */
  joint: string
  tail: string
  /** Whether the status opens the line. */
  isStatusFirst: boolean
  end: number
  /** The cell that it is a line of. */
  cell: Range | undefined
}

/** The scope of a text in each form. */
export function scopeOf(form: TitledForm): Scope {
  return form === 'heading' ? scopes.heading : form === 'term' ? scopes.term : scopes.line
}

/** The form of a line by its first characters. */
export function formOf(line: string): TitledForm {
  if (line.startsWith('=')) return 'heading'
  if (line.startsWith(';')) return 'term'
  if (/^[*#:]/.test(line)) return 'item'
  return /^(?:'''|<b>|<strong>)/i.test(line) ? 'bold' : 'plain'
}

/** Reads the line of a goal or task of the page. */
export function readTitledLine(thing: Titled, state: State): TitledLine {
  return state.survey.once(thing, 'line', () => readLine(thing, state))
}

function readLine({node, facts}: Titled, state: State): TitledLine {
  const {page} = state
  const cell = goalCellOf(node, page)
  const parts = cell ? node.children.filter((child) => isIn(child, cell)) : node.children
  const start = cell?.start ?? lineStart(page, lineAt(page, rangeOf(node).start))
  const said = parts.filter(({type}) => type === 'statement' || type === 'status')
  const [first, last] = [said[0], said.at(-1)]
  const behind = contentEnd(page, lineAt(page, last ? rangeOf(last).end : start))
  const end = cell ? Math.min(behind, cell.end) : behind
  const statement = said.find(({type}) => type === 'statement')
  const status = said.find(({type}) => type === 'status')
  const rangeIn = (type: 'code' | 'remark'): Range | undefined => {
    const part = parts.find((child) => child.type === type)
    return part && rangeOf(part)
  }
  const [code, remark] = [codeRange(rangeIn('code'), facts.code, page), rangeIn('remark')]
  const at = first ? Math.min(rangeOf(first).start, code?.start ?? Infinity) : end
  const text = statement ? textRange(rangeOf(statement), end) : {start: at, end: at}
  const mark = status && rangeOf(status)
  const isStatusFirst = mark !== undefined && mark.start < text.start
  const begin = code?.start ?? text.start
  const stretch = facts.stretch
    ? findStretch(isStatusFirst ? mark.end : start, begin, state)
    : undefined
  const opens = Math.min(at, stretch?.start ?? at)
  const joint = mark ? page.source.slice(...between(text, mark, stretch)) : ''
  return {
    form: formOf(
      page.source.slice(isStatusFirst && opens === start ? mark.end : start, end).trimStart()
    ),
    open: without(silentIn(node, {start, end: opens}), {start, end: opens}, page.source),
    stretch: stretch ?? {start: begin, end: begin},
    code,
    text,
    status: mark,
    remark,
    joint,
    tail: page.source.slice(Math.max(text.end, mark?.end ?? 0), end),
    isStatusFirst,
    end,
    cell
  }
}

/** A code without the quotes that it may have. */
function codeRange(
  range: Range | undefined,
  code: string | null,
  {source}: Page
): Range | undefined {
  if (!range || code === null) return range
  const start = source.indexOf(code, range.start)
  return start < 0 || start + code.length > range.end ? range : {start, end: start + code.length}
}

function isIn(node: UnistNode, {start, end}: Range): boolean {
  const range = rangeOf(node)
  return range.start >= start && range.end <= end
}

/** Where what shows nothing stands in a part of a line: comments, references, anchors. */
export function silentIn({children}: Titled['node'], {start, end}: Range): Range[] {
  return children
    .filter(({type, position}) => position && !partTypes.has(type))
    .map(rangeOf)
    .filter((range) => range.start >= start && range.end <= end)
}

const partTypes: ReadonlySet<string> = new Set(['statement', 'status', 'stretch', 'code', 'remark'])

/** A part of a line without some ranges of it. */
function without(ranges: readonly Range[], {start, end}: Range, source: string): string {
  let text = ''
  let at = start
  for (const range of ranges) {
    text += source.slice(at, range.start)
    at = range.end
  }
  return text + source.slice(at, end)
}

/** What opens a line but for its status: the quotes around a text may stand behind that. */
export function openingOf({open, joint, isStatusFirst}: TitledLine): string {
  return open + (isStatusFirst ? quotesOf(joint) : '')
}

/** A text without the comments that end its line. */
function textRange({start, end}: Range, limit: number): Range {
  return {start, end: Math.max(start, Math.min(end, limit))}
}

function between(
  text: Range,
  status: Range,
  stretch: Range | undefined
): [start: number, end: number] {
  return status.start < text.start
    ? [status.end, stretch?.start ?? text.start]
    : [text.end, status.start]
}

/** `[stretch] ` or `Stretch: `, between two offsets. */
function findStretch(start: number, end: number, {page, vocabulary}: State): Range | undefined {
  const text = page.source.slice(start, end).toLowerCase()
  for (const label of vocabulary.labels.stretch) {
    const at = text.lastIndexOf(label.toLowerCase())
    if (at < 0) continue
    const isBracketed = /[[(]/.test(text.charAt(at - 1))
    return {start: start + at - (isBracketed ? 1 : 0), end}
  }
  return undefined
}

/** The goals and tasks of the page. */
export function allTitled({survey}: State): Titled[] {
  return [...survey.all('goal'), ...survey.all('task')]
}

/** The things that stand beside a thing of the page, itself included. */
export function siblingsOf(thing: Titled | undefined, {survey}: State): Titled[] {
  const parent = thing && survey.parentOf(thing)
  return (parent?.children ?? []).filter((child): child is Titled => child.kind === thing!.kind)
}
