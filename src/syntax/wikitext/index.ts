/**
 * Wikitext as a tree.
 *
 * Three passes, each linear: `scanSpans` finds what belongs together (templates, links, comments, tags),
 * `findStructure` which tags wrap lines and the tables, and `parseFlow` builds the nodes. What MediaWiki takes
 * out of a page before all that (`<translate>`, `<noinclude>`) is taken out, and put back into the tree: see
 * `layers.ts`.
 *
 * Where we differ from MediaWiki, on purpose; `test/oracle/known-differences.ts` has all that we know of, and
 * where Parsoid alone differs:
 *
 * - a comment between two items of a list is a child of the first one, which ends after it;
 * - bold and italics stay within the tag they start in: in `''a <b>b'' c</b>` MediaWiki would end them
 *   inside of it;
 * - names that only a wiki's configuration knows (namespaces in its language, its extension tags) are read
 *   as English MediaWiki with the usual extensions has them, and what a template expands to is not known;
 * - `{{a|[[b}}` is text as in the preprocessor, and so is what nests more than about a hundred levels deep.
 */
import type {Root} from '../../document/types.ts'
import {parsePage} from './build-tree.ts'
import {parseLayers} from './parse-layers.ts'

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
  return parseLayers(checked(source, 'parseWikitext'), parsePage)
}

/** @throws {TypeError} where the source is no string. */
export function checked(source: unknown, caller: string): string {
  if (typeof source === 'string') return source
  throw new TypeError(`${caller} takes a string, not ${source === null ? 'null' : typeof source}`)
}
