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
import {isSpace, skipSpace, trimSpace} from './characters.ts'
import {rawText} from './plain-text.ts'
import type {Entity, PhrasingContent, Position, Status, Text} from './types.ts'
import type {Point} from 'unist'

/** Stands for a status in a flattened line: one character that is no text. */
export const mark = '\uFFFC'

/** Nodes that `slice` may open to take a part of their children. */
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
  if (node.type === 'tag') return node.name !== 'br'
  return node.type === 'strong' || node.type === 'emphasis'
}

/** How many characters a node is in a flattened line. */
function lengthOf(node: PhrasingContent): number {
  return node.type === 'text' ? node.value.length : flattenOne(node).length
}

/** Whether a line has anything but blank space and what shows nothing. */
export function hasText(nodes: readonly PhrasingContent[]): boolean {
  return nodes.some(showsText)
}

function showsText(node: PhrasingContent): boolean {
  return flattenOne(node).trim() !== ''
}

/** The first node of a line that shows something. */
export function firstShown(nodes: readonly PhrasingContent[]): PhrasingContent | undefined {
  const first = nodes[0]
  // Most lines open so, and their text need not be looked at for that.
  if (first?.type === 'strong' || first?.type === 'emphasis') return first
  return nodes.find(showsText)
}

/** What shows nothing in a line: comments, references, anchors. */
export function unseenIn(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return []
    if (flattenOne(node) === '') return [node]
    return opens(node) ? unseenIn(node.children as PhrasingContent[]) : []
  })
}

/** The nodes between two offsets of the flattened line; a node cut in two gives the part inside. */
export function slice(
  nodes: readonly PhrasingContent[],
  from: number,
  to: number
): PhrasingContent[] {
  let first = 0
  let start = 0
  let end = 0
  for (; first < nodes.length; first++) {
    end = start + lengthOf(nodes[first]!)
    if (end > from || start >= from) break
    start = end
  }
  if (first === nodes.length || start >= to) return []
  let last = first
  let lastStart = start
  while (end < to && last + 1 < nodes.length) {
    lastStart = end
    end += lengthOf(nodes[++last]!)
  }
  const inside = nodes.slice(first, last + 1)
  if (end > to) replace(inside, last - first, cut(nodes[last]!, from - lastStart, to - lastStart))
  const isFirstCut = start < from && (end <= to || last > first)
  if (isFirstCut) replace(inside, 0, cut(nodes[first]!, from - start, to - start))
  return inside
}

function replace(nodes: PhrasingContent[], index: number, parts: PhrasingContent[]): void {
  if (parts.length === 1) nodes[index] = parts[0]!
  else nodes.splice(index, 1, ...parts)
}

function cut(node: PhrasingContent, from: number, to: number): PhrasingContent[] {
  if (node.type === 'text')
    return [sliceText(node, Math.max(from, 0), Math.min(to, node.value.length))]
  if (opens(node)) return slice(node.children as PhrasingContent[], from, to)
  return from <= 0 ? [node] : []
}

/**
 * The nodes cut at some offsets of the flattened line, in ascending order: one piece more than offsets. It is
 * one pass, where a `slice` per piece would be as many as there are pieces.
 */
export function splitAt(
  nodes: readonly PhrasingContent[],
  offsets: readonly number[]
): PhrasingContent[][] {
  const pieces: PhrasingContent[][] = [[]]
  let next = 0
  let at = 0
  for (const node of nodes) {
    const end = at + lengthOf(node)
    for (; offsets[next]! <= at; next++) pieces.push([])
    const first = next
    while (offsets[next]! < end) next++
    if (first === next) pieces.at(-1)!.push(node)
    else addParts(pieces, splitNode(node, offsets.slice(first, next), at))
    at = end
  }
  for (; next < offsets.length; next++) pieces.push([])
  return pieces
}

/** Both ends of some ranges, one after the other: offsets to split at. */
export function endsOf(ranges: readonly {from: number; to: number}[]): number[] {
  const offsets: number[] = []
  for (const {from, to} of ranges) offsets.push(from, to)
  return offsets
}

/** The first part goes on with the last piece, each other one is a piece of its own. */
function addParts(pieces: PhrasingContent[][], parts: PhrasingContent[][]): void {
  const [first, ...others] = parts
  for (const inner of first!) pieces.at(-1)!.push(inner)
  for (const other of others) pieces.push(other)
}

/** A node that starts at `start`, split; where it cannot be cut, it is in the first piece. */
function splitNode(
  node: PhrasingContent,
  offsets: readonly number[],
  start: number
): PhrasingContent[][] {
  const own = offsets.map((offset) => offset - start)
  if (node.type === 'text') return splitText(node, own)
  if (opens(node)) return splitAt(node.children as PhrasingContent[], own)
  return [[node], ...offsets.map(() => [])]
}

function splitText(node: Text, offsets: readonly number[]): Text[][] {
  let from = 0
  let start = node.position?.start
  return [...offsets, node.value.length].map((to) => {
    const part = textPart(node, from, to, start)
    from = to
    start = part.position?.end
    return [part]
  })
}

function sliceText(node: Text, from: number, to: number): Text {
  const {position} = node
  return textPart(node, from, to, position && pointIn(node, position.start, 0, from))
}

/** The part of a text between two offsets, which starts at a point. */
function textPart(node: Text, from: number, to: number, start: Point | undefined): Text {
  const value = node.value.slice(from, to)
  if (!start) return {type: 'text', value}
  return {
    type: 'text',
    value,
    position: {start: copyPoint(start), end: pointIn(node, start, from, to)}
  }
}

/**
 * Where a character of a text stands, from the place of one before it: within the text, where its value is not
 * its source, too.
 */
function pointIn({value, position}: Text, start: Point, from: number, to: number): Point {
  const {end} = position!
  if (to >= value.length) return copyPoint(end)
  const found = pointAfter(start, value, from, to)
  return found.offset! < end.offset! ? found : copyPoint(end)
}

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
  const start = Math.max(from, to - text.slice(from, to).trimStart().length)
  return [start, start + text.slice(start, to).trimEnd().length]
}

/** Whether a character is white space. */
export function isBlank(text: string, at: number): boolean {
  return isSpace(text.charCodeAt(at))
}

/** The nodes between two offsets without blank text at their ends. */
export function sliceTrimmed(
  nodes: readonly PhrasingContent[],
  from: number,
  to = Infinity
): PhrasingContent[] {
  return trimEnds(slice(nodes, from, to))
}

/** Without blank text at the ends; empty nodes (comments) stay. */
export function trimNodes(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return trimEnds(nodes.slice())
}

/** Trims nodes in place. */
function trimEnds(nodes: PhrasingContent[]): PhrasingContent[] {
  const first = nodes[0]
  if (first?.type === 'text') {
    const {length} = first.value
    cutTo(nodes, 0, skipSpace(first.value, 0, length), length)
  }
  const last = nodes.at(-1)
  if (last?.type === 'text')
    cutTo(nodes, nodes.length - 1, 0, trimSpace(last.value, 0, last.value.length))
  return nodes
}

/** Cuts a text to a part of it, or takes it out where nothing is left. */
function cutTo(nodes: PhrasingContent[], index: number, from: number, to: number): void {
  const text = nodes[index] as Text
  if (from >= to) nodes.splice(index, 1)
  else if (to - from < text.value.length) nodes[index] = sliceText(text, from, to)
}

/** The nodes that show nothing: comments, references, templates. */
export function silent(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.filter((node) => lengthOf(node) === 0)
}

/** Two pieces of content as one; texts that touch become one text. */
export function concat(
  a: readonly PhrasingContent[],
  b: readonly PhrasingContent[]
): PhrasingContent[] {
  const left = a.at(-1)
  const right = b[0]
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
  const statuses: Status[] = []
  for (const node of nodes) {
    if (node.type === 'status') statuses.push(node)
    else if (opens(node)) statuses.push(...statusesOf(node.children as PhrasingContent[]))
  }
  return statuses
}

/** From the start of the first node to the end of the last. */
export function span(nodes: readonly {position?: Position | undefined}[]): Position | undefined {
  const start = nodes[0]?.position?.start
  const end = nodes.at(-1)?.position?.end
  return start && end ? {start: copyPoint(start), end: copyPoint(end)} : undefined
}

/**
 * A node with a position of its own, where there is one to give.
 *
 * @param node The node; one that is made with `position: undefined` has room for it.
 */
export function positioned<T extends {position?: Position | undefined}>(
  node: T,
  position: Position | undefined
): T {
  if (position) node.position = {start: copyPoint(position.start), end: copyPoint(position.end)}
  return node
}

/** A node with the position of its children. */
export function spanning<T extends {children: PhrasingContent[]; position?: Position | undefined}>(
  node: T
): T {
  node.position = span(node.children)
  return node
}

/** Nodes share no points: a consumer may change them. */
export function copyPoint({line, column, offset}: Point): Point {
  return {line, column, offset}
}
