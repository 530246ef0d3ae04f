/** A line of wikitext, from pieces of markup and pieces of text. */
import {findMarkers} from '../../readers/markers.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'
import {unsafe, type Scope} from './unsafe.ts'

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

export type Piece = Markup | PlainText

const anywhere: Scope = 0xff

/** Shows as nothing and keeps apart what stands around it. */
const separator: Markup = {markup: '<nowiki/>'}

/**
 * Write the pieces as one line.
 *
 * @param vocabulary whose statuses a text must not be taken for
 */
export function writeLine(pieces: Piece[], vocabulary: Vocabulary): string {
  const parts = separate(pieces)
  const line = parts.map(sourceOf).join('')
  const scopeAt = scopesOf(parts)
  const places = new Set([
    ...unsafePlaces(line, scopeAt),
    ...markerPlaces(line, scopeAt, vocabulary)
  ])
  let result = ''
  let start = 0
  for (const place of [...places].sort((a, b) => a - b)) {
    result += line.slice(start, place) + toEntity(line.charAt(place))
    start = place + 1
  }
  return result + line.slice(start)
}

/** Put a separator where a piece would run into the next. */
function separate(pieces: Piece[]): Piece[] {
  const filled = pieces.filter((piece) => sourceOf(piece) !== '')
  return filled.flatMap((piece, index) => {
    const before = filled[index - 1]
    return before && runsInto(before, piece) ? [separator, piece] : [piece]
  })
}

function runsInto(before: Piece, after: Piece): boolean {
  if (!('unlike' in before) || ('closing' in after && after.closing)) return false
  return before.unlike?.test(sourceOf(after)) ?? false
}

/** What a piece says, before anything is escaped. */
export function sourceOf(piece: Piece): string {
  return 'markup' in piece ? piece.markup : piece.text
}

/** Where characters of texts would be markup. */
function unsafePlaces(line: string, scopeAt: Uint8Array): number[] {
  return unsafe.flatMap((rule) => {
    const places = Array.from(line.matchAll(rule.character), (match) => match.index)
    return places.filter((place) => ((scopeAt[place] ?? 0) & (rule.in ?? anywhere)) !== 0)
  })
}

/**
 * Where brackets of texts would make a status marker: `{[done}}`, `<<Done>>`. Where brackets meet,
 * escaping one could leave a marker of the others, so all go.
 */
function markerPlaces(line: string, scopeAt: Uint8Array, vocabulary: Vocabulary): number[] {
  return textRuns(scopeAt).flatMap(([start, end]) => {
    const text = line.slice(start, end)
    const safe = !bracketsMeet.test(text) && findMarkers(text, vocabulary, false).length === 0
    return safe ? [] : Array.from(text.matchAll(bracket), (match) => start + match.index)
  })
}

const bracket = /[{}<>]/g
const bracketsMeet = /[{}[\]<>]{2}/

/** Texts that will be read as one, as nothing is written between them. */
function textRuns(scopeAt: Uint8Array): [start: number, end: number][] {
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
function scopesOf(parts: Piece[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((length, part) => length + sourceOf(part).length, 0))
  let end = 0
  for (const part of parts) {
    const start = end
    end += sourceOf(part).length
    if ('text' in part) result.fill(part.scope, start, end)
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
