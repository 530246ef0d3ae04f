/** Markdown text with its escapes taken apart, so that every piece of text is its source. */
import {decodeString} from 'micromark-util-decode-string'
import type {PhrasingContent} from '../../document/types.ts'
import {positionOf, type Page, type Range} from './page.ts'

/** A piece: what it says and how much of the source it takes. */
interface Piece {
  type: 'text' | 'entity' | 'html'
  value: string
  length: number
}

/**
 * Text as the document has it: runs that are verbatim from the source as `text`, and each escape or
 * character reference as an `entity`, so that a marker which somebody escaped is not taken for one.
 * The mark of a block quote at the start of a line is `html`, which says nothing.
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
 * @param range where it stands
 */
export function textPieces(value: string, range: Range, page: Page): PhrasingContent[] {
  const slice = page.source.slice(range.start, range.end)
  const atLineStart = isLineEnd(page.source, range.start - 1)
  const pieces = asRead(slice) === value ? [run(slice)] : align(slice, value, atLineStart)
  let end = range.start
  return pieces.map(({type, value, length}) => {
    const start = end
    end += length
    return {type, value, position: positionOf({start, end}, page)}
  })
}

function run(value: string): Piece {
  return {type: 'text', value, length: value.length}
}

/** The source beside what it says, from left to right. */
function align(slice: string, value: string, atLineStart: boolean): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  let said = 0
  let start = 0
  let opening = atLineStart
  while (at < slice.length) {
    const piece =
      escapeAt(slice, at, value, said) ?? (opening ? quoteAt(slice, at, value, said) : undefined)
    if (piece) {
      if (start < at) pieces.push(run(slice.slice(start, at)))
      pieces.push(piece)
      said += piece.type === 'entity' ? piece.value.length : 0
      at += piece.length
      start = at
      opening = piece.type === 'html'
    } else if (asRead(slice.charAt(at)) === value[said]) {
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
  if (slice[at] !== '>' || saysMark(slice, at, value, said)) return undefined
  return {type: 'html', value: '>', length: 1}
}

/** Escapes of a line make it so much longer at most, where it opens with a `>` that is text. */
const mostEscapes = 64

/**
 * Whether a `>` is text, as it is behind four blanks: then the rest of the line is said from here
 * on.
 */
function saysMark(slice: string, at: number, value: string, said: number): boolean {
  if (value[said] !== '>') return false
  const written = lineFrom(slice, at).trimEnd()
  const meant = lineFrom(value, said).trimEnd()
  return written.length - meant.length < mostEscapes && decodeString(asRead(written)) === meant
}

function lineFrom(text: string, at: number): string {
  lineEnd.lastIndex = at
  return text.slice(at, lineEnd.exec(text)?.index)
}

const lineEnd = /[\r\n]/g

/** NUL reads as the replacement character. */
function asRead(text: string): string {
  return text.replaceAll('\0', '\uFFFD')
}

function isLineEnd(slice: string, at: number): boolean {
  return slice[at] === '\n' || slice[at] === '\r'
}

function isBlank(slice: string, at: number): boolean {
  return slice[at] === ' ' || slice[at] === '\t'
}
