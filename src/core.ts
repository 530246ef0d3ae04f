/**
 * The core: wikitext and rendered text to plan JSON, small enough for a browser. What reads Markdown, HTML or
 * plan JSON, or writes a page, is in the main entry only.
 */
import {createParse} from './create-parse.ts'
import {readText} from './syntax/text/read.ts'
import {readWikitext} from './syntax/wikitext/read.ts'

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

export * from './common.ts'
