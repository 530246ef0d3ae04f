/**
 * `#REDIRECT [[target]]`, which only counts at the page's start.
 *
 * @see https://www.mediawiki.org/wiki/Help:Redirects
 */
import type {Redirect} from '../../document/types.ts'
import {skipSpace} from '../../document/characters.ts'
import {isLink, pageStart, position, spanAt} from './page.ts'
import type {Page} from './page.ts'
import {titleOf} from './titles.ts'

const word = /#redirect[ \t]*:?\s*/iy

/** The redirect that a page is, if it is one. */
export function redirectAt(page: Page): Redirect | undefined {
  const {source} = page
  const start = skipSpace(source, pageStart(page), source.length)
  word.lastIndex = start
  const match = word.exec(source)
  const link = match ? spanAt(page, start + match[0].length, source.length) : undefined
  if (!link || !isLink(link)) return undefined
  const target = titleOf(source.slice(link.start + 2, link.marks[0] ?? link.end - 2))
  return {type: 'redirect', target, position: position(page, start, link.end)}
}
