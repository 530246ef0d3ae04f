/** What both sides changed of a page's text, each in its way. */
import {lineAt} from '../../document/places.ts'
import {groupBy, lowerBound} from '../match/lists.ts'
import {applyEdits, isSameEdit} from '../text-edit.ts'
import {lineStart} from './side-edits.ts'
import type {Page} from '../../document/places.ts'
import type {Clash, TextEdit} from '../text-edit.ts'
import type {TextConflict} from '../types.ts'
import type {Lines, SideEdit, Sides} from './side-edits.ts'

/** What tells where both may change the text. */
export interface TextKinds {
  /** Whether a line of the base, from 0, says something of the plan: its words may be changed by both. */
  isOfPlan: (line: number) => boolean
  /** Whether a text can be nothing but words and statuses of a plan. */
  isPlain: (text: string) => boolean
}

/** Of two edits that clash the one that changes more is made, else that which sorts first. */
export function loserOf({own, other}: Clash): TextEdit {
  const difference = own.end - own.start - (other.end - other.start) || own.start - other.start
  return difference < 0 || (difference === 0 && own.text > other.text) ? own : other
}

/**
 * What both changed of lines that are not the plan's, or of lines that one took out.
 *
 * @param lost Lines that are known to be at odds: one moved them and the other took them out.
 */
export function findConflicts(
  page: Page,
  sides: Sides,
  clashes: readonly Clash[],
  lost: readonly number[],
  {isOfPlan, isPlain}: TextKinds
): TextConflict[] {
  const atOdds = new Set(lost.filter((line) => !isOfPlan(line)))
  const isSafe = ({start, end, text}: TextEdit): boolean =>
    isPlain(page.source.slice(start, end)) && isPlain(text)
  for (const clash of clashes)
    if (!isSafe(loserOf(clash)))
      atOdds.add(lineAt(page, Math.max(clash.own.start, clash.other.start)))
  const [mine, theirs] = [byLine(sides.mine), byLine(sides.theirs)]
  for (const [line, own] of mine) {
    const other = theirs.get(line)
    if (!other || isSameList(own, other)) continue
    const all = [...own, ...other]
    const isRemoved = all.some(({isRemoval}) => isRemoval)
    if (!isOfPlan(line) || (isRemoved && !all.every(isSafe))) atOdds.add(line)
  }
  const found = touchedBy(sides).filter((lines) =>
    numbersOf(lines).some((line) => atOdds.has(line))
  )
  return joinLines(found, 1).map((lines) => toConflict(page, sides, lines))
}

/** What both made of some of the base's lines, as one conflict; of all where they made nothing of these. */
export function conflictIn(page: Page, sides: Sides, {first, last}: Lines): TextConflict {
  const found = touchedBy(sides).filter((lines) => lines.last >= first && lines.first <= last)
  const lines = joinLines(found, Infinity)[0] ?? {first: 0, last: page.lines.length}
  return toConflict(page, sides, lines)
}

/** The lines that either side changed or took out; those of edits that share a line are joined. */
function touchedBy({mine, theirs}: Sides): Lines[] {
  return joinLines(
    [...mine, ...theirs].map(({lines}) => lines),
    0
  )
}

/** Edits by the lines that they touch. */
function byLine(edits: readonly SideEdit[]): Map<number, SideEdit[]> {
  const found = edits.flatMap((edit) => numbersOf(edit.lines).map((line) => [line, edit] as const))
  const groups = [...groupBy(found, ([line]) => line)]
  return new Map(groups.map(([line, group]) => [line, group.map(([, edit]) => edit)]))
}

function numbersOf({first, last}: Lines): number[] {
  return Array.from({length: Math.max(0, last - first + 1)}, (_, at) => first + at)
}

function isSameList(a: readonly TextEdit[], b: readonly TextEdit[]): boolean {
  return a.length === b.length && a.every((edit, at) => isSameEdit(edit, b[at]!))
}

/** A conflict about some lines, with all that either side changed there. */
function toConflict(page: Page, {mine, theirs}: Sides, {first, last}: Lines): TextConflict {
  const [start, end] = [lineStart(page, first), lineStart(page, last + 1)]
  const made = (edits: readonly SideEdit[]): string => {
    const here: TextEdit[] = []
    for (let at = lowerBound(edits, (edit) => edit.end < start); at < edits.length; at++) {
      const edit = edits[at]!
      if (edit.start > end) break
      const {lines} = edit
      const isWithin =
        lines.first <= lines.last
          ? lines.first >= first && lines.last <= last
          : edit.start > start && edit.start < end
      if (isWithin) here.push({...edit, start: edit.start - start, end: edit.end - start})
    }
    return applyEdits(page.source.slice(start, end), here)
  }
  return {type: 'text', line: first + 1, base: made([]), mine: made(mine), theirs: made(theirs)}
}

/** Lines in order, joined where no more than some lines are between them. */
function joinLines(all: readonly Lines[], gap: number): Lines[] {
  const joined: Lines[] = []
  const sorted = all
    .filter(({first, last}) => first <= last)
    .sort((a, b) => a.first - b.first || a.last - b.last)
  for (const {first, last} of sorted) {
    const open = joined.at(-1)
    if (open && first <= open.last + gap) open.last = Math.max(open.last, last)
    else joined.push({first, last})
  }
  return joined
}
