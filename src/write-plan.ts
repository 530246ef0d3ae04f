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
  ndjson: toNdjson,
  markdown: (plan, {vocabulary}) => toMarkdown(plan, {vocabulary}),
  wikitext: (plan, {source, vocabulary}) =>
    toWikitext(plan, {source: plan.dialect === 'wikitext' ? source : null, vocabulary})
}

/**
 * Writes a plan in a format.
 *
 * @throws {TypeError} for an unknown format.
 */
export function writePlan(plan: Plan, to: PlanFormat, options: ToWikitextOptions = {}): string {
  if (!Object.hasOwn(writers, to)) {
    throw new TypeError(
      `options.to must be one of ${Object.keys(writers).join(', ')}, not ${JSON.stringify(to)}`
    )
  }
  return writers[to](plan, options)
}
