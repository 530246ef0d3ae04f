import {toEntities} from '../entities.ts'
import {createKeys} from '../match/keys.ts'
import {mergeEntities} from './merge-entities.ts'
import {createIsIdle} from './idle-lines.ts'
import {mergeLines, withoutIdle} from './merge-lines.ts'
import {EditError} from '../edit-error.ts'
import {putEntities} from '../edits/edits.ts'
import {applyEdits} from '../text-edit.ts'
import {extendVocabulary} from '../../vocabulary/index.ts'
import type {MergedLines} from './merge-lines.ts'
import type {Conflict} from '../types.ts'
import type {Tree} from './versions.ts'
import type {Parse} from '../../plan/parsing.ts'
import type {Vocabulary, VocabularyExtension} from '../../vocabulary/index.ts'

/** How pages are merged. */
export interface MergeOptions {
  /** The words that the pages are parsed with. */
  vocabulary?: VocabularyExtension | null | undefined
}

/** What two sides made of a page. */
export interface MergeResult {
  /** The page with what both sides changed; `null` where they contradict each other. */
  page: string | null
  /** Where they do, in the order of the page: those of the plan, then those of the text around it. */
  conflicts: Conflict[]
}

/**
 * Merges three revisions of a page: the plan thing by thing, and the text around it line by line. Where the
 * merged plan cannot be said on the merged page, the whole page is one conflict.
 */
export type Merge = (
  base: string,
  mine: string,
  theirs: string,
  options?: MergeOptions | null
) => MergeResult

/** Three revisions of a page, and how they are read. */
interface Pages {
  base: string
  mine: string
  theirs: string
  read: (page: string) => Tree
  vocabulary: Vocabulary
}

/** A `merge` for the pages of a `parse`. */
export function createMerge(parse: Parse): Merge {
  return function merge(base, mine, theirs, options) {
    for (const [name, page] of Object.entries({base, mine, theirs}))
      if (typeof page !== 'string')
        throw new TypeError(`${name} must be a string, not ${typeof page}`)
    const vocabulary = options?.vocabulary
    const read = (page: string): Tree => toEntities(parse(page, {from: 'wikitext', vocabulary}))
    return mergePages({base, mine, theirs, read, vocabulary: extendVocabulary(vocabulary)})
  }
}

function mergePages(pages: Pages): MergeResult {
  const {base, mine, theirs, read} = pages
  if (mine === theirs || theirs === base) return {page: mine, conflicts: []}
  if (mine === base) return {page: theirs, conflicts: []}
  const before = read(base)
  const {merged, conflicts} = mergeEntities(before, read(mine), read(theirs))
  const lines = conflicts.length === 0 ? mergeLines(base, mine, theirs).text : null
  if (lines !== null && isSamePlan(read(lines), merged)) return {page: lines, conflicts}
  try {
    const rest = mergeRest(pages, before)
    const all = [...conflicts, ...rest.conflicts]
    if (rest.text === null || all.length > 0) return {page: null, conflicts: all}
    return {page: put(merged, rest.text, pages), conflicts: []}
  } catch (error) {
    if (!(error instanceof EditError)) throw error
    return {page: null, conflicts: [...conflicts, {type: 'text', line: 1, base, mine, theirs}]}
  }
}

/** Whether two plans say the same, in the same order. */
function isSamePlan(a: Tree, b: Tree): boolean {
  const {whole} = createKeys()
  return whole(a) === whole(b)
}

/**
 * The page that the merged plan is put into: what both sides made of all that is no plan. For that each
 * side's page is made to say what the base's plan says.
 */
function mergeRest(pages: Pages, before: Tree): MergedLines {
  const {base, mine, theirs, vocabulary} = pages
  const own = put(before, mine, pages)
  const other = put(before, theirs, pages)
  const merged = mergeTexts(pages, own, other)
  if (merged.text !== null) return merged
  const isIdle = createIsIdle(vocabulary)
  return mergeTexts(pages, withoutIdle(base, own, isIdle), withoutIdle(base, other, isIdle))
}

/** Where a side changed nothing but the plan, the other's page has the rest already. */
function mergeTexts({base, mine, theirs}: Pages, own: string, other: string): MergedLines {
  if (other === base) return {text: mine, conflicts: []}
  if (own === base) return {text: theirs, conflicts: []}
  return mergeLines(base, own, other)
}

/** A page that says what a plan says. */
function put(plan: Tree, source: string, {read, vocabulary}: Pages): string {
  return applyEdits(source, putEntities(plan, {source, read, by: 'content', vocabulary}))
}
