/** Markdown text with its escapes taken apart, so that every piece of text is its source. */
import {decodeString} from 'micromark-util-decode-string'
import type {Point} from 'unist'
import type {PhrasingContent, Position} from '../document/types.ts'

/** A place in the source. */
type Cursor = Point & {offset: number}

/** A piece: what it says and how much of the source it takes. */
interface Piece {
  type: 'text' | 'entity' | 'html'
  value: string
  length: number
}

/**
 * Text as the document has it: runs that are verbatim from the source as `text`, and each escape or
 * character reference as an `entity`, so that a marker which somebody escaped is not taken for one. The
 * mark of a block quote at the start of a line is `html`, which says nothing.
 *
 * ```markdown
 * | Wind \{\{done}} &amp; go
 *   ^^^^^                     text
 *        ^^^^                 two entities
 *            ^^^^^^^          text
 *                   ^^^^^     entity
 *                        ^^^  text
 * ```
 *
 * Where the source does not say the value (a plugin changed it), the value counts.
 *
 * @param value what the text says
 * @param position where it stands
 * @param source the whole page
 */
export function textPieces(value: string, position: Position, source: string): PhrasingContent[] {
  const slice = source.slice(position.start.offset, position.end.offset)
  const cursor: Cursor = {...position.start, offset: position.start.offset ?? 0}
  const pieces = slice === value ? [run(slice)] : align(slice, value)
  return pieces.map(({type, value, length}) => {
    const start = {...cursor}
    advance(cursor, source, length)
    return {type, value, position: {start, end: {...cursor}}}
  })
}

function run(value: string): Piece {
  return {type: 'text', value, length: value.length}
}

/** The source beside what it says, from left to right. */
function align(slice: string, value: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  let said = 0
  let start = 0
  let opening = false
  while (at < slice.length) {
    const piece =
      escapeAt(slice, at, value, said) ?? (opening ? quoteAt(slice, at, value, said) : undefined)
    if (piece) {
      if (start < at) pieces.push(run(slice.slice(start, at)))
      pieces.push(piece)
      said += piece.type === 'entity' ? piece.value.length : 0
      at += piece.length
      start = at
    } else if (isSame(slice, at, value, said)) {
      opening = isLineEnd(slice, at)
      said++
      at++
    } else if (isBlank(slice, at)) at++
    else return [{type: 'text', value, length: slice.length}]
  }
  return start < at ? [...pieces, run(slice.slice(start, at))] : pieces
}

/** An escape or a character reference, as CommonMark has them. */
const escape = /\\[!-/:-@[-`{-~]|&(?:#[xX][\dA-Fa-f]{1,6}|#\d{1,7}|[A-Za-z\d]{1,31});/y

function escapeAt(slice: string, at: number, value: string, said: number): Piece | undefined {
  const code = slice.charCodeAt(at)
  if (code !== 92 && code !== 38) return undefined
  escape.lastIndex = at
  const written = escape.exec(slice)?.[0]
  const meant = written && decodeString(written)
  if (!meant || meant === written || !value.startsWith(meant, said)) return undefined
  return {type: 'entity', value: meant, length: written.length}
}

/** The mark of a block quote, which the text does not say. */
function quoteAt(slice: string, at: number, value: string, said: number): Piece | undefined {
  if (slice[at] !== '>' || value[said] === '>') return undefined
  return {type: 'html', value: '>', length: 1}
}

/** NUL reads as the replacement character. */
function isSame(slice: string, at: number, value: string, said: number): boolean {
  const character = slice.charAt(at)
  return character === value[said] || (character === '\0' && value[said] === '\uFFFD')
}

function isLineEnd(slice: string, at: number): boolean {
  return slice[at] === '\n' || slice[at] === '\r'
}

function isBlank(slice: string, at: number): boolean {
  return slice[at] === ' ' || slice[at] === '\t'
}

/** Move a point on by some characters; CR, LF and CRLF end a line. */
function advance(point: Cursor, source: string, length: number): void {
  const end = point.offset + length
  while (point.offset < end) {
    const code = source.charCodeAt(point.offset++)
    const ends = code === 10 || (code === 13 && source.charCodeAt(point.offset) !== 10)
    point.line += ends ? 1 : 0
    point.column = ends ? 1 : point.column + 1
  }
}
