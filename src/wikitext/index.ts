/**
 * Wikitext as a tree.
 *
 * Three passes, each linear: `scanSpans` finds what belongs together (templates, links, comments, tags),
 * `findStructure` which tags wrap lines and the tables, and `parseFlow` builds the nodes.
 *
 * Where we differ from MediaWiki or Parsoid, on purpose:
 *
 * - a comment between two items of a list is a child of the first one, which ends after it;
 * - bold and italics stay within the tag they start in: in `''a <b>b'' c</b>` MediaWiki would end them
 *   inside of it;
 * - names that only a wiki's configuration knows (namespaces in its language, its extension tags) are read
 *   as English MediaWiki with the usual extensions has them, and what a template expands to is not known;
 * - `{{a|[[b}}` is text as in the preprocessor, and so is what nests more than about a hundred levels deep;
 * - what stands in a table before its first row or cell is in no node of its own.
 */
import type {FlowContent, Redirect, Root} from '../document/types.ts'
import {byteOrderMark, skipSpace} from './characters.ts'
import {parseFlow} from './flow.ts'
import {indexLines, position, spanAt} from './page.ts'
import type {Page} from './page.ts'
import {scanSpans} from './scan.ts'
import {findStructure} from './structure.ts'

/**
 * Parse wikitext as MediaWiki does; nothing is left out and no page throws.
 *
 * @param source
 *   A page's wikitext; any string.
 * @returns
 *   Its tree. Every node's `position` is true to `source`: offsets are UTF-16 code units, lines (ended by
 *   LF, CR or CRLF) and columns count from 1.
 * @throws TypeError
 *   If `source` is no string.
 */
export function parseWikitext(source: string): Root {
  if (typeof source !== 'string') {
    throw new TypeError(
      `parseWikitext takes a string, not ${source === null ? 'null' : typeof source}`
    )
  }
  const page: Page = {source, lines: indexLines(source), marks: [], spans: [], line: 0}
  scanSpans(page)
  findStructure(page)
  const start = source.charCodeAt(0) === byteOrderMark ? 1 : 0
  const redirect = redirectAt(page, start)
  const from = redirect ? redirect.position!.end.offset! : start
  const content = parseFlow(page, from, source.length, 1, !redirect)
  const children: FlowContent[] = redirect ? [redirect, ...content] : content
  return {type: 'root', children, position: position(page, 0, source.length)}
}

const redirectWord = /#redirect[ \t]*:?\s*/iy

/**
 * `#REDIRECT [[target]]`, which only counts at the page's start.
 *
 * @see https://www.mediawiki.org/wiki/Help:Redirects
 */
function redirectAt(page: Page, from: number): Redirect | undefined {
  const {source} = page
  const start = skipSpace(source, from, source.length)
  redirectWord.lastIndex = start
  const word = redirectWord.exec(source)
  const link = word ? spanAt(page, start + word[0].length, source.length) : undefined
  if (link?.kind !== 'link') return undefined
  const target = source.slice(link.start + 2, link.marks[0] ?? link.end - 2).trim()
  return {type: 'redirect', target, position: position(page, start, link.end)}
}
