/**
 * A page that is marked up for translation is edited as its readers see it: without `<translate>`, its units' markers
 * and its variables. So none of these is taken for text, or imitated; `translated-edits.ts` puts the edits around them.
 */
import type {Position} from 'unist'
import {translationPieces} from '../../syntax/wikitext/parse-layers.ts'
import {placesOf, withoutPieces, type Piece} from '../../syntax/wikitext/layers.ts'
import {seek} from '../../syntax/wikitext/page.ts'
import type {Html} from '../../document/types.ts'

/** A page, what Translate takes out of it, and what is left. */
export interface TranslatedPage {
  source: string
  pieces: readonly Piece[]
  text: string
  /** Where each piece stands in the text. */
  places: readonly number[]
  /** How much is gone from the source before each piece, and in all. */
  gone: readonly number[]
}

/** A page in its two states; `undefined` where it has no such markup. */
export function translatedPage(source: string): TranslatedPage | undefined {
  const pieces = translationPieces(source)
  if (pieces.length === 0) return undefined
  return {source, pieces, text: withoutPieces(source, pieces), ...placesOf(pieces)}
}

/** The offset in the source of a character of the text. */
export function toSource({places, gone}: TranslatedPage, offset: number): number {
  return offset + gone[seek(places, offset + 1)]!
}

/**
 * A tree of the source, or anything that has such trees in it, as one of the text: places are those of the text, and
 * the markup is in no node. Where there is no markup it is given back.
 */
export function withoutMarkup<T>(tree: T, page: TranslatedPage | undefined): T {
  if (!page) return tree
  const {pieces, gone, text} = page
  const ends = new Set(pieces.map(({end}) => end))
  const froms = pieces.map(({from}) => from)
  const toText = (offset: number): number => {
    const index = seek(froms, offset)
    const last = pieces[index - 1]
    return last && offset < last.to ? last.from - gone[index - 1]! : offset - gone[index]!
  }
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value))
      return value.flatMap((entry) => (isMarkup(entry, ends) ? [] : [visit(entry)]))
    if (typeof value !== 'object' || value === null) return value
    const {offset} = value as {offset?: unknown}
    if (typeof offset === 'number') return {...value, offset: toText(offset)}
    const node = Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, visit(inner)])
    )
    if (node['type'] !== 'html' || !node['position']) return node
    const [was, is] = [(value as Html).position!, node['position'] as Position]
    return lengthOf(was) === lengthOf(is)
      ? node
      : {...node, value: text.slice(is.start.offset, is.end.offset)}
  }
  return visit(tree) as T
}

function lengthOf({start, end}: Position): number {
  return end.offset! - start.offset!
}

/** Whether something is the node of a piece. It ends where the piece does; it may start with the mark of an item. */
function isMarkup(value: unknown, ends: ReadonlySet<number>): boolean {
  const {type, position} = (value ?? {}) as {
    type?: unknown
    position?: {end?: {offset?: number}}
  }
  const offset = position?.end?.offset
  return (type === 'html' || type === 'comment') && offset !== undefined && ends.has(offset)
}
