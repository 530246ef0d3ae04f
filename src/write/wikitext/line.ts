/** A line of wikitext, from pieces of markup and pieces of text. */
import {findMarkers} from '../../syntax/markers.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'
import {joints, unsafe, type Scope} from './unsafe.ts'

/** A piece of markup, written as it is. */
export interface Markup {
  markup: string
  /** What must not follow, as it would be taken for a part of this piece. */
  unlike?: RegExp
  /** Whether it closes what an earlier piece opened; it may follow anything. */
  closing?: boolean
}

/** A piece of text, written so that it stays text. */
export interface PlainText {
  text: string
  scope: Scope
}

/** A piece of the line that stands on the page already: it stays as it is, and is read with what is beside it. */
export interface Kept {
  kept: string
}

export type Piece = Markup | PlainText | Kept

/** A character that is kept: no rule may change it. */
const keptScope: Scope = 0x8000

const anywhere: Scope = 0x7fff

/** Shows as nothing and keeps apart what stands around it. */
const separator: Markup = {markup: '<nowiki/>'}

/**
 * Write the pieces as one line.
 *
 * @param vocabulary whose statuses a text must not be taken for
 */
export function writeLine(pieces: readonly Piece[], vocabulary: Vocabulary): string {
  return writePieces(pieces, vocabulary).join('')
}

/**
 * Write the pieces of one line, each for itself. What has to be put between a new piece and a kept one is a
 * part of the new one; so there is at least an empty new piece wherever something is taken out.
 */
export function writePieces(pieces: readonly Piece[], vocabulary: Vocabulary): string[] {
  const parts = separate(pieces)
  const line = parts.map(({piece}) => sourceOf(piece)).join('')
  const scopeAt = scopesOf(parts.map(({piece}) => piece))
  const places = [
    ...new Set([...unsafePlaces(line, scopeAt), ...markerPlaces(line, scopeAt, vocabulary)])
  ].sort((a, b) => a - b)
  const result = pieces.map(() => '')
  let start = 0
  let next = 0
  for (const {piece, owner} of parts) {
    const end = start + sourceOf(piece).length
    const from = next
    while (next < places.length && places[next]! < end) next++
    result[owner] += escape(line, start, end, places.slice(from, next))
    start = end
  }
  return result
}

/** A piece of the line with some of its characters as entities. */
function escape(line: string, start: number, end: number, places: readonly number[]): string {
  let result = ''
  for (const place of places) {
    result += line.slice(start, place) + toEntity(line.charAt(place))
    start = place + 1
  }
  return result + line.slice(start, end)
}

/** A piece to be written, and the index of the piece that it is a part of. */
interface Part {
  piece: Piece
  owner: number
}

/** Put a separator where a piece would run into the next. */
function separate(pieces: readonly Piece[]): Part[] {
  const parts: Part[] = []
  let line = ''
  for (const [index, piece] of pieces.entries()) {
    const source = sourceOf(piece)
    if (source === '') continue
    if (index > 0 && runsInto(parts.at(-1)?.piece, piece, line)) {
      parts.push({piece: separator, owner: 'kept' in piece ? index - 1 : index})
      line += separator.markup
    }
    parts.push({piece, owner: index})
    line += source
    if (line.length > longestTail) line = '\0' + line.slice(-longestTail)
  }
  return parts
}

const longestTail = 300
const longestHead = 40

/** Whether a piece would be read together with what is before it on the line. */
function runsInto(before: Piece | undefined, after: Piece, line: string): boolean {
  if (before && 'unlike' in before) {
    return !('closing' in after && after.closing) && (before.unlike?.test(sourceOf(after)) ?? false)
  }
  const kept = [before, after].filter((piece) => !piece || 'kept' in piece).length
  if (kept === 0 || (before && 'closing' in after)) return false
  const head = sourceOf(after).slice(0, longestHead)
  return joints.some((joint) => {
    return (kept === 2 || !joint.old) && joint.before.test(line) && joint.after.test(head)
  })
}

/** What a piece says, before anything is escaped. */
export function sourceOf(piece: Piece): string {
  return 'markup' in piece ? piece.markup : 'kept' in piece ? piece.kept : piece.text
}

/** Where characters of texts would be markup. */
function unsafePlaces(line: string, scopeAt: Uint16Array): number[] {
  return unsafe.flatMap((rule) => {
    const places = Array.from(line.matchAll(rule.character), (match) => match.index)
    return places.filter((place) => ((scopeAt[place] ?? 0) & (rule.in ?? anywhere)) !== 0)
  })
}

/**
 * Where brackets of texts would make a status marker: `{[done}}`, `<<Done>>`. Where brackets meet,
 * escaping one could leave a marker of the others, so all go. A marker whose brackets are all kept loses
 * a letter to an entity.
 */
function markerPlaces(line: string, scopeAt: Uint16Array, vocabulary: Vocabulary): number[] {
  const isOwn = (place: number): boolean => ((scopeAt[place] ?? 0) & anywhere) !== 0
  return textRuns(scopeAt).flatMap(([start, end]) => {
    const text = line.slice(start, end)
    const own = markerRanges(text, vocabulary)
      .map(([from, to]) => placesOf(start + from, start + to).filter(isOwn))
      .filter((places) => places.length > 0)
    if (own.length === 0) return []
    const brackets = Array.from(text.matchAll(bracket), (match) => start + match.index)
    const unbracketed = own.filter((places) => !places.some((place) => /[{}<>]/.test(line[place]!)))
    return [...brackets.filter(isOwn), ...unbracketed.map(([first]) => first!)]
  })
}

const bracket = /[{}<>]/g
const bracketsMeet = /(?=[{}[\]<>]{2})/g

/** Where brackets meet or make a marker. */
function markerRanges(text: string, vocabulary: Vocabulary): [start: number, end: number][] {
  const met = Array.from(text.matchAll(bracketsMeet), ({index}) => [index, index + 2])
  const markers = findMarkers(text, vocabulary, false).map(({start, end}) => [start, end])
  return [...met, ...markers] as [number, number][]
}

function placesOf(start: number, end: number): number[] {
  return Array.from({length: end - start}, (_, at) => start + at)
}

/** Texts that will be read as one, as nothing new is written between them. */
function textRuns(scopeAt: Uint16Array): [start: number, end: number][] {
  const runs: [number, number][] = []
  for (let at = 0; at < scopeAt.length; at++) {
    if (scopeAt[at] === 0) continue
    const start = at
    while (at < scopeAt.length && scopeAt[at] !== 0) at++
    runs.push([start, at])
  }
  return runs
}

/** The scope of each character of a line; 0 where it is markup. */
function scopesOf(parts: readonly Piece[]): Uint16Array {
  const result = new Uint16Array(parts.reduce((length, part) => length + sourceOf(part).length, 0))
  let end = 0
  for (const part of parts) {
    const start = end
    end += sourceOf(part).length
    if ('text' in part) result.fill(part.scope, start, end)
    if ('kept' in part) result.fill(keptScope, start, end)
  }
  return result
}

const named = new Map([
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['&', '&amp;']
])

/** A character of ASCII as an entity. */
function toEntity(character: string): string {
  return named.get(character) ?? `&#${character.charCodeAt(0)};`
}
