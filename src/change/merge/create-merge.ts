import {toEntities} from '../entities.ts'
import {createKeys} from '../match/keys.ts'
import {lowerBound} from '../match/longest-increase.ts'
import {thingsOf} from '../match/things.ts'
import {mergeEntities} from './merge-entities.ts'
import {mergeTexts} from './merge-texts.ts'
import {EditError} from '../edit-error.ts'
import {putEntities} from '../edits/edits.ts'
import {applyEdits} from '../text-edit.ts'
import {findMarkers} from '../../syntax/markers.ts'
import {extendVocabulary} from '../../vocabulary/index.ts'
import type {Merged} from './merge-entities.ts'
import type {Conflict} from '../types.ts'
import type {Entity} from '../entities.ts'
import type {Lines, MergedTexts} from './merge-texts.ts'
import type {Tree} from './versions.ts'
import type {Node} from '../../document/types.ts'
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
 * plans, merged thing by thing, say. Where no page does, the whole page is one conflict. Whose side is whose makes
 * no difference.
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
  const {base, mine, theirs, read, vocabulary} = pages
  if (mine === theirs || theirs === base) return {page: mine, conflicts: []}
  if (mine === base) return {page: theirs, conflicts: []}
  const plans = {base: read(base), mine: read(mine), theirs: read(theirs)}
  const plan = mergeEntities(plans.base, plans.mine, plans.theirs)
  const text = mergeTexts({
    base,
    mine,
    theirs,
    isOfPlan: linesOfPlan(plans.base),
    // What the plan contradicts itself in is told as such.
    isPlain: plan.conflicts.length > 0 ? () => true : createIsPlain(vocabulary),
    isSameStatus: createIsSameStatus(vocabulary),
    placeOn: {
      mine: createPlaceOn(plans.mine, plan.placeOf),
      theirs: createPlaceOn(plans.theirs, plan.placeOf)
    }
  })
  const conflicts = [...plan.conflicts, ...text.conflicts]
  if (conflicts.length > 0) return {page: null, conflicts}
  const page = choose(plan.merged, text, pages)
  if (page !== undefined) return {page, conflicts}
  const lines = linesBetween(plan, read(text.drafts[0]!))
  return {page: null, conflicts: [text.conflictIn(lines)]}
}

/** The first page that says the merged plan; where none does, one that it can be put into without another word. */
function choose(plan: Tree, {drafts, isWhole}: MergedTexts, pages: Pages): string | undefined {
  const {read, vocabulary} = pages
  const {whole} = createKeys()
  const page = isWhole && drafts.find((draft) => whole(read(draft)) === whole(plan))
  if (page) return page
  for (const source of drafts.toReversed()) {
    try {
      const edits = putEntities(plan, {source, read, by: 'content', vocabulary})
      const page = applyEdits(source, edits)
      if (keepsWords(pages, page)) return page
    } catch (error) {
      if (!(error instanceof EditError)) throw error
    }
  }
  return undefined
}

/** The base's lines between the first and the last thing that a page says otherwise than the merged plan. */
function linesBetween({merged, things}: Merged, actual: Tree): Lines {
  const {said} = createKeys()
  const [wanted, found] = [thingsOf(merged).all, thingsOf(actual).all]
  const isSame = (a: Entity, b: Entity): boolean => a.kind === b.kind && said(a) === said(b)
  const most = Math.min(wanted.length, found.length)
  let head = 0
  while (head < most && isSame(wanted[head]!, found[head]!)) head++
  let tail = 0
  while (tail < most - head && isSame(wanted.at(-tail - 1)!, found.at(-tail - 1)!)) tail++
  const lines = things.map(({base}) => base?.node.position?.start.line ?? 0)
  const between = lines.slice(head, things.length - tail).filter((line) => line > 0)
  const before = lines.slice(0, head).findLast((line) => line > 0) ?? 1
  const behind = lines.slice(things.length - tail).find((line) => line > 0) ?? Infinity
  const [first, last] = [Math.min(before, ...between), Math.max(behind, ...between)]
  return {first: first - 1, last: last - 1}
}

/** Whether a page has each word and template as often as it must after what both sides put in and took out. */
function keepsWords({base, mine, theirs}: Pages, page: string): boolean {
  const [was, own, other, now] = [base, mine, theirs, page].map(countWords)
  const words = new Set([was, own, other, now].flatMap((counts) => [...counts!.keys()]))
  return [...words].every((word) => {
    const [before, left, right, after] = [was, own, other, now].map(
      (counts) => counts!.get(word) ?? 0
    )
    const both = left! + right! - before!
    // What both did may be one change.
    const isShared = (left! - before!) * (right! - before!) > 0
    const [least, most] = isShared
      ? [Math.min(left!, right!, both), Math.max(left!, right!, both)]
      : [both, both]
    return after! >= least && after! <= most
  })
}

function countWords(page: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of page.matchAll(/\{\{[^{}]*\}\}|<[^<>]*>|[\p{L}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** The nodes of a thing that say something of it, but for the first line of the thing itself. */
const slots = new Set([
  'heading',
  'label',
  'value',
  'code',
  'stretch',
  'statement',
  'status',
  'remark',
  'date'
])

function slotsIn({node}: Entity): Node[] {
  return (node.children as Node[]).filter(({type, position}) => slots.has(type) && position)
}

/** Whether a line, from 0, says something of a plan. */
function linesOfPlan(plan: Tree): (line: number) => boolean {
  const lines = new Set<number>()
  for (const thing of thingsOf(plan).all) {
    if (thing.kind === 'plan' || !thing.node.position) continue
    lines.add(thing.node.position.start.line - 1)
    for (const {position} of slotsIn(thing))
      for (let line = position!.start.line; line <= position!.end.line; line++) lines.add(line - 1)
  }
  return (line) => lines.has(line)
}

/** Finds what begins first between two offsets of a page: its place in the merged plan. */
function createPlaceOn(
  plan: Tree,
  placeOf: (thing: Entity) => number | undefined
): (start: number, end: number) => number {
  const starts: {offset: number; place: number}[] = []
  for (const thing of thingsOf(plan).all) {
    const place = placeOf(thing)
    if (place === undefined) continue
    for (const {position} of [thing.node, ...slotsIn(thing)])
      if (position) starts.push({offset: position.start.offset!, place})
  }
  starts.sort((a, b) => a.offset - b.offset || a.place - b.place)
  return (start, end) => {
    const first = starts[lowerBound(starts, ({offset}) => offset < start)]
    return first && first.offset < end ? first.place : -1
  }
}

/** Takes the status markers out of a text. */
function takeMarkers(text: string, vocabulary: Vocabulary): {values: string[]; rest: string} {
  const markers = findMarkers(text, vocabulary, false)
  let rest = ''
  let at = 0
  for (const {start, end} of markers) {
    rest += text.slice(at, start)
    at = end
  }
  return {values: markers.map(({value}) => value), rest: rest + text.slice(at)}
}

/** Tells a text that holds nothing but words, links and statuses: what a plan says is found again where it is lost. */
function createIsPlain(vocabulary: Vocabulary): (text: string) => boolean {
  return (text) => !/<|\{\{|''|\[\[[^\]|]*:/.test(takeMarkers(text, vocabulary).rest)
}

function createIsSameStatus(vocabulary: Vocabulary): (a: string, b: string) => boolean {
  return (a, b) => {
    const [own, other] = [takeMarkers(a, vocabulary), takeMarkers(b, vocabulary)]
    const isBare = /^[\s:()–—-]*$/.test(own.rest) && /^[\s:()–—-]*$/.test(other.rest)
    return isBare && own.values.length === 1 && own.values.join() === other.values.join()
  }
}
