/**
 * Links within the wiki.
 *
 * ```markdown
 * | [[Help:Contents|the ''help'']]s [[File:Ship.png|thumb|A ship]] [[Category:Ships|Sea]]
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                                                      wikiLink
 *     ^^^^^^^^^^^^^                                                                      its target
 *                   ^^^^^^^^^^^^                                                         its children
 *                                 ^                                                      its trail
 *                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                       file
 *                                                                  ^^^^^^^^^^^^^^^^^^^^ category
 * ```
 *
 * A leading colon makes a link of what would be a file or category: `[[:Category:Ships]]`.
 *
 * @see https://www.mediawiki.org/wiki/Help:Links
 */
import type {Category, File, PhrasingContent, WikiLink} from '../../document/types.ts'
import {colon, skipSpace} from '../../document/characters.ts'
import {parseInline} from './inline.ts'
import {position} from './page.ts'
import type {Page, Span} from './page.ts'
import {titleOf} from './titles.ts'

/** Longer than the name of any namespace we know, with blank space around it. */
const longestNamespace = 40

/** Whether the title from `start` to `end` is in one of the namespaces. */
export function comesFrom(
  source: string,
  start: number,
  end: number,
  namespaces: ReadonlySet<string>
): boolean {
  const limit = Math.min(end, start + longestNamespace)
  let at = start
  while (at < limit && source.charCodeAt(at) !== colon) at++
  return at < limit && namespaces.has(source.slice(start, at).trim().toLowerCase())
}

/** The node of a `link`, `file` or `category` span. */
export function wikiLink(
  page: Page,
  span: Span,
  end: number,
  depth: number
): WikiLink | File | Category {
  if (span.kind === 'category') return category(page, span)
  if (span.kind === 'file') return file(page, span, depth)
  const {source} = page
  const close = span.end - 2
  const targetEnd = span.marks[0] ?? close
  const start = skipSpace(source, span.start + 2, targetEnd)
  const from = source.charCodeAt(start) === colon ? start + 1 : start
  const trailEnd = letters(source, span.end, end)
  return {
    type: 'wikiLink',
    target: titleOf(source.slice(from, targetEnd)),
    trail: source.slice(span.end, trailEnd),
    children: targetEnd < close ? parseInline(page, targetEnd + 1, close, depth + 1, true) : [],
    position: position(page, span.start, trailEnd)
  }
}

function category(page: Page, span: Span): Category {
  const {source} = page
  const bar = span.marks[0]
  return {
    type: 'category',
    target: titleOf(source.slice(span.start + 2, bar ?? span.end - 2)),
    sortKey: bar === undefined ? null : source.slice(bar + 1, span.end - 2),
    position: position(page, span.start, span.end)
  }
}

/** The caption is the last part that is no option; of others that are none MediaWiki shows nothing. */
function file(page: Page, span: Span, depth: number): File {
  const {source} = page
  const close = span.end - 2
  const parts = [...span.marks, close]
  let caption = parts.length - 2
  while (caption >= 0 && isImageOption(source.slice(parts[caption]! + 1, parts[caption + 1]))) {
    caption--
  }
  const options: string[] = []
  let children: PhrasingContent[] = []
  for (let index = 0; index < parts.length - 1; index++) {
    const [start, end] = [parts[index]! + 1, parts[index + 1]!]
    if (index === caption) children = parseInline(page, start, end, depth + 1)
    else options.push(source.slice(start, end))
  }
  return {
    type: 'file',
    target: titleOf(source.slice(span.start + 2, parts[0])),
    options,
    children,
    position: position(page, span.start, span.end)
  }
}

/** Whether a part of a file is one of MediaWiki's image options, and so no caption. */
function isImageOption(part: string): boolean {
  return /^\s*(?:thumb(?:nail)?|frame(?:d|less)?|border|left|right|center|centre|none|baseline|middle|sub|super|top|text-top|bottom|text-bottom|upright|\d*x?\d+ ?px|(?:alt|link|lang|page|class|upright|thumb|thumbnail)=.*)\s*$/s.test(
    part
  )
}

/** English link trails: letters glued to the end. */
function letters(source: string, from: number, end: number): number {
  let at = from
  while (at < end && source.charCodeAt(at) >= 97 && source.charCodeAt(at) <= 122) at++
  return at
}
