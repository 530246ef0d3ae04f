/** The texts of a page, in pieces that are true to the source. */
import type {Text as HastText} from 'hast'
import {flatten, span, splitAt} from '../../document/phrasing.ts'
import type {Entity, Html, PhrasingContent, Tag, Text} from '../../document/types.ts'
import {positionOf} from '../../document/places.ts'
import {entityAt} from '../../document/entities.ts'
import {htmlAt, place, rangeOf, type Context} from './context.ts'

/**
 * A text as its source has it: character references are `entity` nodes, tags that the parser ignored are
 * `html`. A text that the parser put together from several places is one `entity`, that stands for all.
 *
 * ```markdown
 * | Ada &amp; Bo</i> wind
 *   ^^^^     ^^^    ^^^^^   text
 *       ^^^^^               entity
 *               ^^^^        html
 * ```
 */
export function textPieces(node: HastText, context: Context): PhrasingContent[] {
  const range = rangeOf(node)
  if (!range) return [{type: 'text', value: node.value}]
  const pieces = [...piecesIn(range.start, range.end, context)]
  const same = toLines(flatten(pieces)) === toLines(node.value)
  return same ? pieces : [{type: 'entity', value: node.value, ...place(node, context)}]
}

/** With the line ends that the parser has. */
function toLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '')
}

function* piecesIn(start: number, end: number, {page}: Context): Generator<Text | Entity | Html> {
  const {source} = page
  let from = start
  for (let at = start; at < end;) {
    const code = source.charCodeAt(at)
    const piece =
      code === 38 ? entityAt(source, at) : code === 60 ? tagAt(source, at, end) : undefined
    if (!piece || piece.end > end) {
      at++
      continue
    }
    const position = positionOf({start: at, end: piece.end}, page)
    if (at > from) yield textAt(from, at, page)
    if (piece.value === undefined) yield htmlAt({start: at, end: piece.end}, page)
    else yield {type: 'entity', value: piece.value, position}
    at = from = piece.end
  }
  if (end > from) yield textAt(from, end, page)
}

function textAt(start: number, end: number, page: Context['page']): Text {
  return {
    type: 'text',
    value: page.source.slice(start, end),
    position: positionOf({start, end}, page)
  }
}

/** A tag that stands in a text: the parser ignored it. */
function tagAt(
  source: string,
  at: number,
  end: number
): {end: number; value?: undefined} | undefined {
  if (!/[a-z/!?]/i.test(source.charAt(at + 1))) return undefined
  const close = source.startsWith('<!--', at) ? '-->' : '>'
  const stop = source.slice(at, end).indexOf(close)
  return stop < 0 ? undefined : {end: at + stop + close.length}
}

/**
 * Tags of extensions that a wiki does not have, shown as they are typed. Those that open a tab say its name.
 *
 * ```markdown
 * | <tab name="Q1 (July - September 2030)">     <tabber>      |-|
 * |                                             Overview=     Q3 2031=
 * ```
 */
const extensionTag =
  /(?:<tabber[^<>]{0,200}>|(?<![^\n])\|-\|)\s{0,100}([^\n=<|]{1,200})=|<\/?(?:tabs?|tabber|translate|tvar|languages|section)\b([^<>]{0,300})>/gi

const nameAttribute = /\bname\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'/]+))/i

/** A run of text with the tags of extensions in it as `html`, and those that open a tab as its `tag`. */
export function takeExtensionTags(
  run: readonly PhrasingContent[],
  {page}: Context
): PhrasingContent[] {
  const matches = [...flatten(run).matchAll(extensionTag)]
  if (matches.length === 0) return [...run]
  const ends = matches.flatMap(({index, 0: all}) => [index, index + all.length])
  return splitAt(run, ends).flatMap((piece, index) => {
    const match = index % 2 === 1 ? matches[(index - 1) / 2] : undefined
    return match ? [tagOf(match, piece, page)] : piece
  })
}

/** An extension's tag, from the texts that show it. */
function tagOf(
  match: RegExpMatchArray,
  piece: readonly PhrasingContent[],
  page: Context['page']
): Html | Tag {
  const [all, label, attributes] = match
  const {start, end} = span(piece)!
  const html = htmlAt({start: start.offset!, end: end.offset!}, page)
  const name = label ?? (/^<tab\b/i.test(all) ? nameIn(attributes ?? '') : undefined)
  return name === undefined ? html : tabTag(name.trim(), html)
}

function nameIn(attributes: string): string | undefined {
  const [, ...values] = nameAttribute.exec(attributes) ?? []
  return values.find((value) => value !== undefined)
}

/** What opens a tab, as `<tab name="…">` does in wikitext. */
export function tabTag(label: string, opening: Html): Tag {
  const {start, end} = opening.position!
  return {
    type: 'tag',
    name: 'tab',
    attributes: [{name: 'name', value: label}],
    opening,
    closing: null,
    children: [],
    position: {start: {...start}, end: {...end}}
  }
}
