import {createParse} from './create-parse.ts'
import {html} from './readers/html.ts'
import {readJson} from './readers/json.ts'
import {readMarkdown} from './readers/markdown.ts'
import {readText} from './readers/text.ts'
import {readWikitext} from './readers/wikitext.ts'
import type {Input} from './create-parse.ts'
import type {Dialect} from './document/types.ts'

/** What reads each dialect. */
export const inputs: ReadonlyMap<Dialect, Input> = new Map<Dialect, Input>([
  ['wikitext', {document: readWikitext}],
  ['text', {document: readText}],
  ['html', html],
  ['markdown', {document: readMarkdown}],
  ['json', {plan: readJson}]
])

/**
 * Reads a page in any dialect as a plan.
 *
 * @param source The page. Where it is a VFile, what is wrong with the page goes on it as messages.
 * @throws {TypeError} for arguments of the wrong kind; never for what a page says.
 */
export const parse = createParse(inputs)
