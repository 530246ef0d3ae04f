/**
 * Lines of phrasing content as strings: the rules of a plan are about text (`Label: value`, a date, a
 * status at the end), so a line is flattened to a string, the rule finds offsets in it, and `slice` gives
 * the nodes between two offsets.
 *
 * ```markdown
 * | '''Goal Owner''': [[User:Ada|Ada]] {{done}}
 *      Goal Owner   :             Ada  ￼        flattened: a status is one character
 * ```
 */
import {rawText} from './plain-text.ts'
import type {Entity, PhrasingContent, Position, Status, Text} from './types.ts'
import type {Point} from 'unist'

/** Stands for a status in a flattened line: one character that is no text. */
export const mark = '\uFFFC'

/** Nodes that `slice` may open to take a part of their children. */
const wrappers = new Set(['emphasis', 'strong', 'tag'])

type Wrapper = Extract<PhrasingContent, {children: unknown}>

/** A line as a string. */
export function flatten(nodes: readonly PhrasingContent[]): string {
  let text = ''
  for (const node of nodes) text += flattenOne(node)
  return text
}

function flattenOne(node: PhrasingContent): string {
  if (node.type === 'text') return unmarked(node.value)
  if (node.type === 'status') return mark
  return opens(node) ? flatten(node.children as PhrasingContent[]) : unmarked(rawText(node))
}

/** A page's own object replacement character must not pass for a status. */
function unmarked(text: string): string {
  return text.includes(mark) ? text.replaceAll(mark, '\uFFFD') : text
}

function opens(node: PhrasingContent): node is Wrapper {
  return wrappers.has(node.type) && !(node.type === 'tag' && node.name === 'br')
}

/** The nodes between two offsets of the flattened line; a node cut in two gives the part inside. */
export function slice(
  nodes: readonly PhrasingContent[],
  from: number,
  to: number
): PhrasingContent[] {
  const result: PhrasingContent[] = []
  let at = 0
  for (const node of nodes) {
    const length = flattenOne(node).length
    const inside = length === 0 ? at >= from && at < to : at >= from && at + length <= to
    if (inside) result.push(node)
    else if (at < to && at + length > from) {
      for (const part of cut(node, from - at, to - at)) result.push(part)
    }
    at += length
  }
  return result
}

function cut(node: PhrasingContent, from: number, to: number): PhrasingContent[] {
  if (node.type === 'text')
    return [sliceText(node, Math.max(from, 0), Math.min(to, node.value.length))]
  if (opens(node)) return slice(node.children as PhrasingContent[], from, to)
  return from <= 0 ? [node] : []
}

function sliceText(node: Text, from: number, to: number): Text {
  return splitText(node, [from, to])[1]!
}

/**
 * The nodes cut at some offsets of the flattened line, in ascending order: one piece more than offsets. It is
 * one pass, where a `slice` per piece would be as many as there are pieces.
 */
export function splitAt(
  nodes: readonly PhrasingContent[],
  offsets: readonly number[]
): PhrasingContent[][] {
  let piece: PhrasingContent[] = []
  const pieces = [piece]
  let next = 0
  let at = 0
  const open = (): void => void pieces.push((piece = []))
  for (const node of nodes) {
    const end = at + flattenOne(node).length
    for (; offsets[next]! <= at; next++) open()
    const inside: number[] = []
    for (; offsets[next]! < end; next++) inside.push(offsets[next]! - at)
    for (const [index, part] of splitNode(node, inside).entries()) {
      if (index > 0) open()
      for (const inner of part) piece.push(inner)
    }
    at = end
  }
  for (; next < offsets.length; next++) open()
  return pieces
}

/** A node that cannot be cut is in the first piece. */
function splitNode(node: PhrasingContent, offsets: readonly number[]): PhrasingContent[][] {
  if (offsets.length === 0) return [[node]]
  if (node.type === 'text') return splitText(node, offsets).map((text) => [text])
  if (opens(node)) return splitAt(node.children as PhrasingContent[], offsets)
  return [[node], ...offsets.map(() => [])]
}

/** Positions are kept within the text where its value is not its source. */
function splitText({value, position}: Text, offsets: readonly number[]): Text[] {
  let start = position && {...position.start}
  return [...offsets, value.length].map((to, index): Text => {
    const from = offsets[index - 1] ?? 0
    const text: Text = {type: 'text', value: value.slice(from, to)}
    if (!position || !start) return text
    const found = to < value.length ? pointAfter(start, value, from, to) : position.end
    const end = {...(found.offset! < position.end.offset! ? found : position.end)}
    text.position = {start, end}
    start = {...end}
    return text
  })
}

/** Where a character of a text stands, from the place of one before it. */
function pointAfter({line, column, offset}: Point, value: string, from: number, to: number): Point {
  let lineStart = from - column + 1
  for (let at = from; at < to; at++) {
    const code = value.charCodeAt(at)
    if (code !== 10 && (code !== 13 || value.charCodeAt(at + 1) === 10)) continue
    line++
    lineStart = at + 1
  }
  return {line, column: to - lineStart + 1, offset: offset! + to - from}
}

/** The range without blank space at its ends. */
export function trim(text: string, from = 0, to = text.length): [from: number, to: number] {
  while (from < to && isBlank(text, from)) from++
  while (to > from && isBlank(text, to - 1)) to--
  return [from, to]
}

/** Whether a character is white space. */
export function isBlank(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at))
}

/** The nodes between two offsets without blank text at their ends. */
export function sliceTrimmed(
  nodes: readonly PhrasingContent[],
  from: number,
  to = Infinity
): PhrasingContent[] {
  return trimNodes(slice(nodes, from, to))
}

/** Without blank text at the ends; empty nodes (comments) stay. */
export function trimNodes(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return trimLast(trimFirst(nodes))
}

function trimFirst(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = nodes
  if (first?.type !== 'text') return [...nodes]
  const {value} = first
  return [...slice([first], value.length - value.trimStart().length, value.length), ...rest]
}

function trimLast(nodes: PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1)
  if (last?.type !== 'text') return nodes
  return [...nodes.slice(0, -1), ...slice([last], 0, last.value.trimEnd().length)]
}

/** The nodes that show nothing: comments, references, templates. */
export function silent(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.filter((node) => flattenOne(node) === '')
}

/** Two pieces of content as one; texts that touch become one text. */
export function concat(
  a: readonly PhrasingContent[],
  b: readonly PhrasingContent[]
): PhrasingContent[] {
  const [left, right] = [a.at(-1), b[0]]
  if (left?.type !== 'text' || right?.type !== 'text' || !touch(left, right)) return [...a, ...b]
  const text: Text = {type: 'text', value: left.value + right.value}
  return [...a.slice(0, -1), positioned(text, span([left, right])), ...b.slice(1)]
}

/**
 * What stands between two pieces of content that belong together, as content: its text, or where that is
 * markup (`</dt><dd>`), the words that it stands for.
 */
export function joint(
  position: Position,
  source: string | undefined,
  words: string
): Text | Entity {
  const value = source?.slice(position.start.offset, position.end.offset) ?? words
  return value.includes('<')
    ? {type: 'entity', value: words, position}
    : {type: 'text', value, position}
}

function touch(a: Text, b: Text): boolean {
  return a.position?.end.offset === b.position?.start.offset
}

/** The statuses of a line, in order. */
export function statusesOf(nodes: readonly PhrasingContent[]): Status[] {
  return nodes.flatMap((node) => {
    if (node.type === 'status') return [node]
    return opens(node) ? statusesOf(node.children as PhrasingContent[]) : []
  })
}

/** From the start of the first node to the end of the last. */
export function span(nodes: readonly {position?: Position | undefined}[]): Position | undefined {
  const start = nodes[0]?.position?.start
  const end = nodes.at(-1)?.position?.end
  return start && end ? {start: {...start}, end: {...end}} : undefined
}

/** A node with a position, where there is one to give. */
export function positioned<T extends {position?: Position | undefined}>(
  node: T,
  position: Position | undefined
): T {
  if (position) node.position = {start: {...position.start}, end: {...position.end}}
  return node
}
