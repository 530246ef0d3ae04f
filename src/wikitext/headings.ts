/**
 * Headings.
 *
 * ```markdown
 * | == Goals == <!-- of the year -->
 *   ^^^^^^^^^^^                       heading, of depth 2
 *     ^^^^^^^                         its children
 * | === Odd ==
 *    ^^^^^^^^^   depth 2: the spare `=` is text
 * ```
 *
 * @see https://www.mediawiki.org/wiki/Help:Formatting and `PPFrame` in MediaWiki's preprocessor
 */
import type {Heading} from '../document/types.ts'
import {equals, isBlank, runEnd} from './characters.ts'
import {parseInline} from './inline.ts'
import {position, spanIndex} from './page.ts'
import type {Page} from './page.ts'

/** The heading that a line from `start` to `end` is, if it is one. */
export function heading(
  page: Page,
  start: number,
  end: number,
  depth: number
): Heading | undefined {
  const level = headingLevel(page, start, end)
  if (!level) return undefined
  const last = contentEnd(page, start, end)
  const children = parseInline(page, start + level, last - level, depth + 1)
  const place = position(page, start, last)
  return {type: 'heading', depth: level as Heading['depth'], children, position: place}
}

/** The level of a heading, or 0 where the line is none. */
export function headingLevel(page: Page, start: number, end: number): number {
  const {source} = page
  const last = contentEnd(page, start, end)
  const opening = runEnd(source, start, equals) - start
  if (start + opening >= last) return Math.min(6, (last - start - 1) >> 1)
  let closing = 0
  while (source.charCodeAt(last - closing - 1) === equals) closing++
  return Math.min(6, opening, closing)
}

/** Where a line ends without the blank space and comments at its end. */
function contentEnd(page: Page, start: number, end: number): number {
  const {source, spans} = page
  let index = spanIndex(page, end)
  let at = end
  for (;;) {
    while (at > start && isBlank(source.charCodeAt(at - 1))) at--
    const span = spans[--index]
    if (!span || span.kind !== 'comment' || span.end !== at || span.start < start) return at
    at = span.start
  }
}
