import {checkOptions, checkPlan, checkedElsewhere, maybeFile, wrong, type Keys} from './check.ts'
import {reportTo} from './create-parse.ts'
import {createEdits, type Show} from './change/edits/edits.ts'
import {applyEdits} from './change/text-edit.ts'
import {writeWikitext} from './write/wikitext.ts'
import type {Parse} from './plan/parsing.ts'
import type {Plan} from './plan/types.ts'
import type {VocabularyExtension} from './vocabulary/index.ts'
import type {VFile} from 'vfile'

/** How a plan is to be written as wikitext. */
export interface ToWikitextOptions {
  /** The page that the plan was parsed from; with it the page is given back with only the edits changed. */
  source?: string | null
  /** The words that the page was parsed with, or that a new page is to be written in. */
  vocabulary?: VocabularyExtension | null | undefined
  /** The file that takes messages of what a new page has no place for. */
  file?: VFile | undefined
}

const keys: Keys = new Map([
  [
    'source',
    [
      (value) => value === undefined || value === null || typeof value === 'string',
      'a string, or null for a new page'
    ]
  ],
  ['vocabulary', checkedElsewhere],
  ['file', maybeFile]
])

/**
 * @throws {TypeError} for an option that is none; also for a source that is there and undefined, as a page that was
 *   not found would be written anew, and lose all that is no plan.
 */
export function checkWriteOptions(
  options: ToWikitextOptions | null | undefined
): ToWikitextOptions {
  const checked = checkOptions(options, keys)
  if ('source' in checked && checked.source === undefined)
    throw wrong('options.source', keys.get('source')![1], undefined)
  return checked
}

/** Writes a plan as wikitext. */
export type ToWikitext = (plan: Plan, options?: ToWikitextOptions | null) => string

/**
 * A `toWikitext` for the plans of a `parse`.
 *
 * @param show What writes Markdown; without it, a plan that was read from Markdown cannot be put back.
 */
export function createToWikitext(parse: Parse, show?: Show): ToWikitext {
  const edits = createEdits(parse, show)
  return function toWikitext(plan, options) {
    checkPlan(plan, 'toWikitext')
    const {source, vocabulary, file} = checkWriteOptions(options)
    if (source === undefined || source === null)
      return writeWikitext(plan, {vocabulary}, reportTo(file))
    return applyEdits(source, edits(plan, {source, vocabulary}))
  }
}
