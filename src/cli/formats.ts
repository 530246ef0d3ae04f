/**
 * What each dialect is read by and each format written by. The core is at hand; what writes pages, reads
 * Markdown or needs a schema is imported when it is needed, not before.
 */
import type {VFile} from 'vfile'
import {detectDialect, parse, toJson, toNdjson} from '../core.ts'
import {createParse} from '../create-parse.ts'
import type {Input, ParseOptions} from '../plan/parsing.ts'
import type {Dialect} from '../document/types.ts'
import type {Plan} from '../plan/types.ts'
import {readText} from '../syntax/text/read.ts'
import {readWikitext} from '../syntax/wikitext/read.ts'
import type {PlanFormat} from '../write-plan.ts'

const readers: Record<Dialect, () => Input | Promise<Input>> = {
  wikitext: () => ({document: readWikitext}),
  text: () => ({document: readText}),
  html: async () => (await import('../syntax/html/read.ts')).html,
  markdown: async () => ({document: (await import('../syntax/markdown/read.ts')).readMarkdown}),
  json: async () => ({plan: (await import('../plan/json/read.ts')).readJson})
}

/** `source` is the page where it is wikitext; what is left out goes on the file as messages. */
const writers: Record<
  PlanFormat,
  (plan: Plan, file: VFile, source: string | null) => string | Promise<string>
> = {
  json: (plan) => print(toJson(plan)),
  tree: print,
  ndjson: (plan, {path}) => toNdjson(plan, {file: path}),
  markdown: async (plan, file) => (await import('../write/markdown.ts')).toMarkdown(plan, {file}),
  wikitext: async (plan, file, source) => {
    const {createToWikitext} = await import('../create-to-wikitext.ts')
    return createToWikitext(parse)(plan, {source, file})
  }
}

/** The names that `--from` takes. */
export const dialectNames = ['auto', ...Object.keys(readers)]

/** The names that `--to` takes. */
export const formatNames = Object.keys(writers)

/** Converts a page, whose messages go on the file; `undefined` where it holds no plan to write. */
export async function convertPage(
  file: VFile,
  {to, ...options}: ParseOptions & {to: PlanFormat}
): Promise<string | undefined> {
  const plan = await parsePage(file, options)
  if (file.messages.some((message) => message.fatal)) return undefined
  return writers[to](plan, file, dialectOf(file, options) === 'wikitext' ? String(file) : null)
}

/** Reads a page, whose messages go on the file; only what its dialect needs is loaded. */
export async function parsePage(file: VFile, options: ParseOptions): Promise<Plan> {
  const dialect = dialectOf(file, options)
  const parse = createParse(new Map([[dialect, await readers[dialect]()]]))
  return parse(file, isJson(file) ? {...options, from: dialect} : options)
}

/** A file that is named so is JSON, be it broken. */
function isJson({path}: VFile): boolean {
  return /\.json$/i.test(path ?? '')
}

function dialectOf(file: VFile, {from = 'auto'}: ParseOptions): Dialect {
  if (from !== 'auto') return from
  return isJson(file) ? 'json' : detectDialect(String(file))
}

function print(value: unknown): string {
  return JSON.stringify(value, null, 2) + '\n'
}
