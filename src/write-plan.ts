import {check, type Check} from './check.ts'
import {checkWriteOptions} from './create-to-wikitext.ts'
import {toWikitext} from './to-wikitext.ts'
import {toJson} from './plan/json/to-json.ts'
import {toMarkdown} from './write/markdown.ts'
import {toNdjson} from './write/ndjson.ts'
import type {Plan} from './plan/types.ts'
import type {ToWikitextOptions} from './create-to-wikitext.ts'

/** The formats that a plan can be written in; `tree` is the syntax tree as JSON. */
export type PlanFormat = 'json' | 'tree' | 'ndjson' | 'markdown' | 'wikitext'

const writers: Record<PlanFormat, (plan: Plan, options: ToWikitextOptions) => string> = {
  json: (plan) => JSON.stringify(toJson(plan), null, 2) + '\n',
  tree: (plan) => JSON.stringify(plan, null, 2) + '\n',
  ndjson: (plan) => toNdjson(plan),
  markdown: (plan, {vocabulary, file}) => toMarkdown(plan, {vocabulary, file}),
  wikitext: (plan, {source = null, ...options}) =>
    toWikitext(plan, {...options, source: plan.dialect === 'wikitext' ? source : null})
}

/** What a format must be. */
export const format: Check = [
  (value) => Object.hasOwn(writers, value as string),
  `one of ${Object.keys(writers).join(', ')}`
]

/**
 * Writes a plan in a format.
 *
 * @throws {TypeError} for an unknown format, or an option that is none.
 * @throws {EditError} where an edited plan cannot be said on the page `options.source`.
 */
export function writePlan(plan: Plan, to: PlanFormat, options?: ToWikitextOptions | null): string {
  check(to, ...format, 'The format')
  return writers[to](plan, checkWriteOptions(options))
}
