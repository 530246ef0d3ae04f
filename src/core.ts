/**
 * The core: wikitext and rendered text to plan JSON, small enough for a browser. What reads or writes
 * Markdown, or reads plan JSON, is in the main entry only.
 */
import {createParse} from './create-parse.ts'
import {createToWikitext} from './create-to-wikitext.ts'
import {readText} from './readers/text.ts'
import {readWikitext} from './readers/wikitext.ts'

/**
 * Reads a page of wikitext, or the text of a rendered one, as a plan.
 *
 * @param source The page. Where it is a VFile, what is wrong with the page goes on it as messages.
 * @throws {TypeError} for arguments of the wrong kind; never for what a page says.
 */
export const parse = createParse(
  new Map([
    ['wikitext', {document: readWikitext}],
    ['text', {document: readText}]
  ])
)

/**
 * Writes a plan as wikitext: the page it was parsed from where `options.source` is that page, else a clean
 * new page in the house style.
 *
 * @throws {Error} where `options.source` says something else than the plan.
 */
export const toWikitext = createToWikitext(parse)

export * from './common.ts'
