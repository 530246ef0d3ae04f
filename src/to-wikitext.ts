import {createToWikitext} from './create-to-wikitext.ts'
import {createEdits} from './change/edits/edits.ts'
import {parse} from './parse.ts'
import {toMarkdown} from './write/markdown.ts'

/**
 * Writes a plan as wikitext: where `options.source` is the page it was parsed from, that page with only the
 * edits changed; else a clean new page in the house style.
 *
 * @throws {TypeError} for a plan or options of the wrong kind.
 * @throws {EditError} where the edited plan cannot be said on the page.
 */
export const toWikitext = createToWikitext(parse, toMarkdown)

/**
 * What `toWikitext` changes on the page `options.source`, as data: for editors, language servers and bots.
 *
 * @throws {TypeError} for a plan or options of the wrong kind.
 * @throws {EditError} where the edited plan cannot be said on the page.
 */
export const edits = createEdits(parse, toMarkdown)
