import {createParse} from './create-parse.ts'
import {readJson} from './readers/json.ts'
import {readMarkdown} from './readers/markdown.ts'
import {readText} from './readers/text.ts'
import {readWikitext} from './readers/wikitext.ts'

/**
 * Reads a page in any dialect as a plan.
 *
 * @param source The page. Where it is a VFile, what is wrong with the page goes on it as messages.
 * @throws {TypeError} for arguments of the wrong kind; never for what a page says.
 */
export const parse = createParse(
  new Map([
    ['wikitext', {document: readWikitext}],
    ['text', {document: readText}],
    ['markdown', {document: readMarkdown}],
    ['json', {plan: readJson}]
  ])
)
