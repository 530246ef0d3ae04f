import {kindOf} from '../../check.ts'
import {toEntities} from '../entities.ts'
import {createKeys} from '../match/keys.ts'
import {commonEnds} from '../match/lists.ts'
import {thingsOf} from '../places.ts'
import {mergeEntities} from './merge-entities.ts'
import {mergeTexts} from './merge-texts.ts'
import {createPlaceOn, linesOfPlan} from './plan-places.ts'
import {createIsPlain, createIsSameStatus, keepsWords} from './words.ts'
import {EditError} from '../edit-error.ts'
import {openForEdits, putEntities} from '../edits/edits.ts'
import {markupProblems} from '../edits/translated-check.ts'
import {translatedPage, withoutMarkup} from '../edits/translated-page.ts'
import {applyEdits} from '../text-edit.ts'
import {vocabularyOf} from '../../vocabulary/index.ts'
import type {Conflict} from '../types.ts'
import type {Entity} from '../entities.ts'
import type {Merged} from './merge-entities.ts'
import type {MergedTexts} from './merge-texts.ts'
import type {Lines} from './side-edits.ts'
import type {Three, Tree} from './versions.ts'
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
 * Merges three revisions of a page: the edits of both sides are made, and the page must then say what their
 * plans, merged thing by thing, say. Where no page does, the lines that it is about are one conflict. Whose side is
 * whose makes no difference.
 */
export type Merge = (
  base: string,
  mine: string,
  theirs: string,
  options?: MergeOptions | null
) => MergeResult

/** Three revisions of a page, and how they are read. */
interface Pages extends Three<string> {
  read: (page: string) => Tree
  vocabulary: Vocabulary
}

/** A `merge` for the pages of a `parse`. */
export function createMerge(parse: Parse): Merge {
  return function merge(base, mine, theirs, options) {
    for (const [name, page] of Object.entries({base, mine, theirs}))
      if (typeof page !== 'string')
        throw new TypeError(`${name} must be a string, not ${kindOf(page)}`)
    const words = vocabularyOf(options)
    const vocabulary = options?.vocabulary
    const read = (page: string): Tree => toEntities(parse(page, {from: 'wikitext', vocabulary}))
    return mergePages({base, mine, theirs, read, vocabulary: words})
  }
}

function mergePages(pages: Pages): MergeResult {
  const {base, mine, theirs, read, vocabulary} = pages
  if (mine === theirs || theirs === base) return {page: mine, conflicts: []}
  if (mine === base) return {page: theirs, conflicts: []}
  const was = read(base)
  const plan = mergeEntities(was, read(mine), read(theirs))
  const things = [...plan.built.keys()]
  const text = mergeTexts({
    base,
    mine,
    theirs,
    isOfPlan: linesOfPlan(was),
    // What the plan contradicts itself in is told as such.
    isPlain: plan.conflicts.length > 0 ? () => true : createIsPlain(vocabulary),
    isSameStatus: createIsSameStatus(vocabulary),
    placeOn: {mine: createPlaceOn(things, 'mine'), theirs: createPlaceOn(things, 'theirs')}
  })
  const conflicts = [...plan.conflicts, ...text.conflicts]
  if (conflicts.length > 0) return {page: null, conflicts}
  const page = choose(plan.merged, text, pages)
  if (page !== undefined) return {page, conflicts}
  return {page: null, conflicts: [text.conflictIn(linesBetween(plan, read(text.drafts[0]!)))]}
}

/** The first page that says the merged plan; where none does, one that it can be put into without another word. */
function choose(plan: Tree, {drafts, isSure}: MergedTexts, pages: Pages): string | undefined {
  const {read, vocabulary} = pages
  const {whole} = createKeys()
  const keepsMarkup = createKeepsMarkup(pages)
  const page = drafts.find(
    (draft) =>
      (isSure || keepsWords(pages, draft)) &&
      whole(read(draft)) === whole(plan) &&
      keepsMarkup(draft)
  )
  if (page !== undefined) return page
  for (const source of drafts.toReversed()) {
    try {
      const opened = openForEdits(source, read)
      const given = withoutMarkup(plan, opened.translated)
      const edits = putEntities(given, {...opened, read, by: 'content', vocabulary})
      const page = applyEdits(source, edits)
      if (keepsWords(pages, page) && keepsMarkup(page)) return page
    } catch (error) {
      if (!(error instanceof EditError)) throw error
    }
  }
  return undefined
}

/** Tells whether a page's markup for translation has no fault that neither side has. */
function createKeepsMarkup({base, mine, theirs}: Pages): (page: string) => boolean {
  const before = translatedPage(base)
  if (!before) return () => true
  const faultsOf = (page: string): string[] =>
    markupProblems(before, page).map(({reason}) => reason)
  const known = new Set([mine, theirs].flatMap(faultsOf))
  return (page) => faultsOf(page).every((fault) => known.has(fault))
}

/** The base's lines between the first and the last thing that a page says otherwise than the merged plan. */
function linesBetween({built}: Merged, actual: Tree): Lines {
  const {said} = createKeys()
  const isSame = (a: Entity, b: Entity): boolean => a.kind === b.kind && said(a) === said(b)
  const {head, tail} = commonEnds([...built.values()], thingsOf(actual).all, isSame)
  const lines = [...built.keys()].map(({base}) => (base?.node.position?.start.line ?? 0) - 1)
  const isThere = (line: number): boolean => line >= 0
  const between = lines.slice(head, lines.length - tail).filter(isThere)
  return {
    first: between.reduce(least, lines.slice(0, head).findLast(isThere) ?? 0),
    last: between.reduce(most, lines.slice(lines.length - tail).find(isThere) ?? Infinity)
  }
}

const least = (a: number, b: number): number => Math.min(a, b)
const most = (a: number, b: number): number => Math.max(a, b)
