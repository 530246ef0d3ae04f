/**
 * What goals and tasks have around their text: a status at one end, a stretch marker at the start.
 */
import {
  flatten,
  hasText,
  isBlank,
  mark,
  spanning,
  silent,
  slice,
  statusesOf,
  trim,
  trimNodes
} from '../../document/phrasing.ts'
import {wordAt} from './words.ts'
import type {PhrasingContent, Status} from '../../document/types.ts'
import type {Statement} from '../types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** A line of a goal or task, taken apart. */
export interface Titled {
  stretch: boolean
  status: Status | undefined
  /** The statement (none where the line is nothing but a status), the status, and what shows nothing. */
  children: (Statement | PhrasingContent)[]
}

/**
 * Takes a goal's or task's line apart.
 *
 * ```markdown
 * | [stretch] Find the key ({{done}})
 *             ^^^^^^^^^^^^              statement
 *                           ^^^^^^^^    status
 * ```
 */
export function readTitled(nodes: readonly PhrasingContent[], vocabulary: Vocabulary): Titled {
  const text = flatten(nodes)
  const atEnd = text.includes(mark) ? statusAtEnd(text) : undefined
  const edge = atEnd ?? (text.includes(mark) ? statusAtStart(text) : undefined)
  const {from, to} = edge ?? rangeOf(text)
  const stretched = afterStretch(text, from, to, vocabulary)
  const low = edge && !atEnd ? edge.at + 1 : 0
  const high = atEnd ? atEnd.at : Infinity
  const said = toSaid(nodes, text, {low, from: stretched ?? from, to, high})
  const stretch = stretched !== undefined
  if (!edge) return {stretch, status: undefined, children: said}
  const marker = slice(nodes, edge.at, edge.at + 1)
  const [status] = statusesOf(marker)
  const found = [...silent(marker), status!]
  const children = atEnd
    ? [...said, ...found, ...silent(slice(nodes, edge.at + 1, Infinity))]
    : [...silent(slice(nodes, 0, edge.at)), ...found, ...said]
  return {stretch, status, children}
}

function rangeOf(text: string): {from: number; to: number} {
  const [from, to] = trim(text)
  return {from, to}
}

/** Offsets of a line: the statement from `from` to `to`; from `low` to `high` what shows nothing is kept. */
interface Said {
  low: number
  from: number
  to: number
  high: number
}

function toSaid(
  nodes: readonly PhrasingContent[],
  text: string,
  {low, from, to, high}: Said
): (Statement | PhrasingContent)[] {
  const first = text.slice(low, from).trim() === '' ? low : from
  const last = text.slice(to, high).trim() === '' ? high : to
  const before = silent(slice(nodes, low, first))
  const after = silent(slice(nodes, last, high))
  const inside = slice(nodes, first, last)
  const isAll = before.length + after.length === 0
  const content = trimNodes(isAll ? inside : [...before, ...inside, ...after])
  const statement = toStatement(content)
  return statement ? [statement] : content
}

/** A statement of some content, `undefined` of none. */
export function toStatement(children: PhrasingContent[]): Statement | undefined {
  if (!hasText(children)) return undefined
  return spanning<Statement>({type: 'statement', children, position: undefined})
}

/** Where a status stands, and the range of what is left. */
interface Edge {
  at: number
  from: number
  to: number
}

/** Characters that join a title to its status, and mean nothing without it. */
const joiners = /[\s:–—-]/

function statusAtEnd(text: string): Edge | undefined {
  let end = text.length
  while (end > 0 && /[\s).\]]/.test(text.charAt(end - 1))) end--
  const at = end - 1
  if (text[at] !== mark) return undefined
  const bracketed = text.slice(end).includes(')') || text.slice(end).includes(']')
  let to = at
  while (to > 0 && (joiners.test(text[to - 1]!) || (bracketed && /[([]/.test(text[to - 1]!)))) to--
  return {at, from: trim(text, 0, to)[0], to}
}

function statusAtStart(text: string): Edge | undefined {
  let at = 0
  while (at < text.length && /[\s([]/.test(text.charAt(at))) at++
  if (text[at] !== mark) return undefined
  const bracketed = text.slice(0, at).trim() !== ''
  let from = at + 1
  while (
    from < text.length &&
    (joiners.test(text[from]!) || (bracketed && /[)\]]/.test(text[from]!)))
  )
    from++
  return {at, from, to: Math.max(from, trim(text, from)[1])}
}

/** Where the text begins behind `[stretch]`, `Stretch:` or `Stretch goal:`. */
function afterStretch(
  text: string,
  from: number,
  to: number,
  {labels}: Vocabulary
): number | undefined {
  const open = /[[(]/.test(text.charAt(from))
  const word = wordAt(text, open ? from + 1 : from, labels.stretch)
  if (!word) return undefined
  let at = from + (open ? 1 : 0) + word.length
  if (!open) while (at < to && isBlank(text, at)) at++
  if (!(open ? /[\])]/ : /:/).test(text.charAt(at)) || at >= to) return undefined
  at++
  if (open && text.charAt(at) === ':') at++
  while (at < to && isBlank(text, at)) at++
  return at
}
