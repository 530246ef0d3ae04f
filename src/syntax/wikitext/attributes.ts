/**
 * Attributes of tags and tables.
 *
 * ```markdown
 * | <div class="a {{b}}" id=c hidden>
 *        ^^^^^^^^^^^^^^^ ^^^^ ^^^^^^      attributes
 *        ^^^^^           ^^   ^^^^^^      their names
 *               ^^^^^^^     ^             their values, without quotes
 * ```
 *
 * @see `Sanitizer::decodeTagAttributes` in MediaWiki
 */
import type {TagAttribute} from '../../document/types.ts'
import {apostrophe, equals, isSpace, skipSpace, slash} from '../../document/characters.ts'
import {spanAt} from './page.ts'
import {withoutComments} from './comments.ts'
import type {Page} from './page.ts'

/** Where an attribute stands; one without a value, `hidden`, has none. */
export interface AttributeRange {
  start: number
  nameEnd: number
  /** -1 where there is none. */
  valueStart: number
  valueEnd: number
  end: number
}

const quotation = 34

/** The attributes from `start` to `end`, as data. */
export function attributes(page: Page, start: number, end: number): TagAttribute[] {
  const {source} = page
  return attributeRanges(page, start, end).map(({start, nameEnd, valueStart, valueEnd}) => ({
    name: withoutComments(source.slice(start, nameEnd)),
    value: valueStart < 0 ? null : withoutComments(source.slice(valueStart, valueEnd))
  }))
}

/** Where the attributes from `start` to `end` stand; templates may be a part of a name or value. */
export function attributeRanges(page: Page, start: number, end: number): AttributeRange[] {
  const {source} = page
  const ranges: AttributeRange[] = []
  let at = start
  for (;;) {
    while (at < end && isStray(source.charCodeAt(at))) at++
    if (at >= end) return ranges
    const comment = spanAt(page, at, end)
    if (comment?.kind === 'comment') {
      at = comment.end
      continue
    }
    const range = attributeAt(page, at, end)
    ranges.push(range)
    at = range.end
  }
}

function attributeAt(page: Page, start: number, end: number): AttributeRange {
  const {source} = page
  const nameEnd = pass(page, start, end, isStray)
  const sign = skipSpace(source, nameEnd, end)
  if (sign >= end || source.charCodeAt(sign) !== equals)
    return {start, nameEnd, valueStart: -1, valueEnd: -1, end: nameEnd}
  const from = skipSpace(source, sign + 1, end)
  const quote = from < end ? source.charCodeAt(from) : 0
  if (!isQuote(quote)) {
    const valueEnd = pass(page, from, end, isSpace)
    return {start, nameEnd, valueStart: from, valueEnd, end: valueEnd}
  }
  // Without a quote that closes it, the value goes on to the tag's end.
  const valueEnd = pass(page, from + 1, end, (code) => code === quote)
  return {start, nameEnd, valueStart: from + 1, valueEnd, end: Math.min(end, valueEnd + 1)}
}

/** What is no part of a name. */
function isStray(code: number): boolean {
  return isSpace(code) || code === equals || code === slash || isQuote(code)
}

function isQuote(code: number): boolean {
  return code === quotation || code === apostrophe
}

/** Where what `ends` tells comes next, not counting what stands in templates and comments. */
function pass(page: Page, start: number, end: number, ends: (code: number) => boolean): number {
  let at = start
  while (at < end && !ends(page.source.charCodeAt(at))) at = spanAt(page, at, end)?.end ?? at + 1
  return at
}
