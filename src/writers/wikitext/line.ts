/** A line of wikitext, from pieces of markup and pieces of text. */
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

/** Shows as nothing and keeps apart what stands around it. */
const separator: Markup = {markup: '<nowiki/>'}

/** Write the pieces as one line. */
export function writeLine(pieces: Piece[]): string {
  const parts = separate(pieces)
  const line = parts.map(sourceOf).join('')
  const escaped = unsafePlaces(line, parts)
  let result = ''
  let start = 0
  for (const place of escaped) {
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

function sourceOf(piece: Piece): string {
  return 'markup' in piece ? piece.markup : piece.text
}

/** Where characters of texts would be markup, in order. */
function unsafePlaces(line: string, parts: Piece[]): number[] {
  const scopeAt = scopesOf(parts)
  const places = new Set<number>()
  for (const rule of unsafe) {
    for (const {index} of line.matchAll(rule.character)) {
      const scope = scopeAt[index] ?? 0
      if (scope !== 0 && (rule.in === undefined || (scope & rule.in) !== 0)) places.add(index)
    }
  }
  return [...places].sort((a, b) => a - b)
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
