import {toJson} from './plan-json/to-json.ts'
import {writeWikitext} from './writers/wikitext.ts'
import type {Parse} from './create-parse.ts'
import type {Plan} from './plan/types.ts'
import type {VocabularyExtension} from './vocabulary/index.ts'

/** How a plan is to be written as wikitext. */
export interface ToWikitextOptions {
  /** The page that the plan was parsed from; with it the page is given back exactly. */
  source?: string | null | undefined
  /** The words that the page was parsed with, or that a new page is to be written in. */
  vocabulary?: VocabularyExtension | null | undefined
}

/** Writes a plan as wikitext. */
export type ToWikitext = (plan: Plan, options?: ToWikitextOptions | null) => string

/** A `toWikitext` for the plans of a `parse`. */
export function createToWikitext(parse: Parse): ToWikitext {
  return function toWikitext(plan, options) {
    const {source, vocabulary} = options ?? {}
    if (source === undefined || source === null) {
      return writeWikitext(plan, {vocabulary})
    }
    if (typeof source !== 'string') {
      throw new TypeError(`options.source must be a string, not ${typeof source}`)
    }
    const before = parse(source, {from: plan.dialect ?? 'auto', title: plan.title, vocabulary})
    if (JSON.stringify(toJson(before)) === JSON.stringify(toJson(plan))) return source
    throw new Error(
      'The plan is not what `options.source` says, and a changed plan cannot be put back into its page yet. ' +
        'Leave `source` out to write a new page, and give the `vocabulary` that the page was parsed with.'
    )
  }
}
