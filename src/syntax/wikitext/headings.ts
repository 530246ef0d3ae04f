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
import type {Heading} from '../../document/types.ts'
import {equals, greaterThan, isBlank, runEnd, underscore} from '../../document/characters.ts'
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
  const last = contentEnd(page, start, end)
  const level = levelOf(page.source, start, last)
  if (!level) return undefined
  const children = parseInline(page, start + level, last - level, depth + 1)
  const place = position(page, start, last)
  return {type: 'heading', depth: level as Heading['depth'], children, position: place}
}

/** Whether a line from `start` to `end` is a heading. */
export function isHeading(page: Page, start: number, end: number): boolean {
  return levelOf(page.source, start, contentEnd(page, start, end)) > 0
}

/** The level of a heading whose last `=` would stand before `last`, or 0 where it is none. */
function levelOf(source: string, start: number, last: number): number {
  const opening = runEnd(source, start, equals) - start
  if (start + opening >= last) return Math.min(6, (last - start - 1) >> 1)
  let closing = 0
  while (source.charCodeAt(last - closing - 1) === equals) closing++
  return Math.min(6, opening, closing)
}

/** Where a line ends without the blank space, comments and switches at its end; one may run to the page's end. */
function contentEnd(page: Page, start: number, end: number): number {
  const {source, spans} = page
  let index = -1
  let at = end
  for (;;) {
    const isPageEnd = at === source.length
    while (at > start && isBlank(source.charCodeAt(at - 1))) at--
    const code = source.charCodeAt(at - 1)
    if (code !== greaterThan && code !== underscore && !isPageEnd) return at
    if (index < 0) index = spanIndex(page, end)
    const span = spans[--index]
    if (!span || (span.kind !== 'comment' && span.kind !== 'switch') || span.start < start)
      return at
    if (span.end !== at && !(isPageEnd && span.end === source.length)) return at
    at = span.start
  }
}
