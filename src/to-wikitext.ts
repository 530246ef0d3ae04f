import {createToWikitext} from './create-to-wikitext.ts'
import {parse} from './parse.ts'

/**
 * Writes a plan as wikitext: the page it was parsed from where `options.source` is that page, else a clean
 * new page in the house style.
 *
 * @throws {Error} where `options.source` says something else than the plan.
 */
export const toWikitext = createToWikitext(parse)
