/**
 * Merges what two sides made of a page's text: the edits of both are made, those of lines that the other side moved
 * where they are now.
 */
import {toPage} from '../../document/places.ts'
import {commonEnds} from '../match/lists.ts'
import {applyEdits, linesIn, mapEdits} from '../text-edit.ts'
import {carryMoved} from './moved-lines.ts'
import {sideEdits} from './side-edits.ts'
import {conflictIn, findConflicts, loserOf} from './text-conflicts.ts'
import type {TextEdit} from '../text-edit.ts'
import type {TextConflict} from '../types.ts'
import type {Lines, PlaceOn, SideEdit} from './side-edits.ts'
import type {TextKinds} from './text-conflicts.ts'
import type {Side, Three} from './versions.ts'

/** Three revisions of a page, and what of their text is of the plan. */
export interface Texts extends Three<string>, TextKinds {
  /** Whether two texts are one status in two spellings. */
  isSameStatus: (a: string, b: string) => boolean
  placeOn: Record<Side, PlaceOn>
}

/** What two sides made of a text. */
export interface MergedTexts {
  /** The page with what both made of it, in one order and another where both put something in one place. */
  drafts: string[]
  /** Whether all that both did is there once, but for a status that both set in two spellings. */
  isSure: boolean
  /** What both changed outside of the plan. */
  conflicts: TextConflict[]
  /** What both made of some of the base's lines, from 0, as one conflict. */
  conflictIn: (lines: Lines) => TextConflict
}

export function mergeTexts(texts: Texts): MergedTexts {
  const {base, placeOn, isSameStatus} = texts
  const page = toPage(base)
  const given = {
    mine: sideEdits(page, texts.mine, placeOn.mine),
    theirs: sideEdits(page, texts.theirs, placeOn.theirs)
  }
  const {lost, split, ...sides} = carryMoved(page, given, placeOn)
  const {clashes} = mapEdits(sides.mine, sides.theirs)
  const losers = new Set(clashes.map(loserOf))
  const [mine, theirs] = [sides.mine, sides.theirs].map((edits) =>
    edits.filter((edit) => !losers.has(edit))
  )
  const drafts = joins.map((join) => {
    const [own, other] = joinInsertions(mine!, theirs!, isSameStatus, join)
    return applyEdits(applyEdits(base, own), mapEdits(other, own).edits)
  })
  const areSame = clashes.every(({own, other}) => isSameStatus(own.text, other.text))
  return {
    drafts: [...new Set(drafts)],
    // Lines that both begin or end with may be one that both put in, or two that both moved.
    isSure: split.length === 0 && areSame && drafts[0] === drafts[1],
    conflicts: findConflicts(page, sides, clashes, [...lost, ...split], texts),
    conflictIn: (lines) => conflictIn(page, sides, lines)
  }
}

/**
 * What stands in the place of two texts that both sides put there, the likeliest first: as the merged plan has it, with
 * lines that both begin or end with once; the same with all lines; the other way round.
 */
const joins = [
  shareLines,
  (first: string, second: string): string => first + second,
  (first: string, second: string): string => second + first
]

/** Both lists with one text for each place where both put one in. */
function joinInsertions(
  own: readonly SideEdit[],
  other: readonly SideEdit[],
  isSame: (a: string, b: string) => boolean,
  join: (first: string, second: string) => string
): [SideEdit[], SideEdit[]] {
  const insertions = new Map(
    other.filter(({start, end}) => start === end).map((edit) => [edit.start, edit])
  )
  const joined = new Map<SideEdit, SideEdit>()
  for (const edit of own) {
    const twin = edit.start === edit.end ? insertions.get(edit.start) : undefined
    if (!twin || twin.text === edit.text) continue
    const kinds = lineKind(edit) - lineKind(twin)
    const isFirst = kinds || edit.place - twin.place || (edit.text < twin.text ? -1 : 1)
    const [{text: first}, {text: second}] = isFirst < 0 ? [edit, twin] : [twin, edit]
    const both = isSame(first, second) ? first : join(first, second)
    const text = kinds === 0 ? both : first + second
    joined.set(edit, {...edit, text}).set(twin, {...edit, text})
  }
  const withJoined = (edits: readonly SideEdit[]): SideEdit[] =>
    edits.map((edit) => joined.get(edit) ?? edit)
  return [withJoined(own), withJoined(other)]
}

/** New lines stand before what is new in the line that they end at, and behind what is new in that which they begin at. */
function lineKind({text}: TextEdit): number {
  return /[\r\n]$/.test(text) ? 0 : /^[\r\n]/.test(text) ? 2 : 1
}

/** Two texts in turn, with the lines that both begin with, and both end with, once. */
function shareLines(first: string, second: string): string {
  const [own, other] = [linesIn(first), linesIn(second)]
  if (![own, other].every((lines) => /[\r\n]$/.test(lines.at(-1)!))) return first + second
  let {head, tail} = commonEnds(own, other)
  while (head > 0 && own[head - 1]!.trim() === '') head--
  while (tail > 0 && own.at(-tail)!.trim() === '') tail--
  return [...own.slice(0, own.length - tail), ...other.slice(head)].join('')
}
