import {createParse} from './create-parse.ts'
import {html} from './syntax/html/read.ts'
import {readJson} from './plan/json/read.ts'
import {readMarkdown} from './syntax/markdown/read.ts'
import {readText} from './syntax/text/read.ts'
import {readWikitext} from './syntax/wikitext/read.ts'
import type {Input} from './plan/parsing.ts'
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
