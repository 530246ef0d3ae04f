import {diff3MergeRegions, diffIndices} from 'node-diff3'
import {longestIncrease} from '../match/longest-increase.ts'
import type {IUnstableRegion} from 'node-diff3'
import type {TextConflict} from '../types.ts'

/** What two sides made of a text; `conflicts` has what both made of the same lines, and then there is no text. */
export interface MergedLines {
  text: string | null
  conflicts: TextConflict[]
}

/** Lines of the three texts that stand between two that all of them have. */
interface Part {
  base: string[]
  mine: string[]
  theirs: string[]
  /** Where the base's lines begin, from 0. */
  at: number
}

/**
 * The library's time grows with the cube of what it is given. Parts between lines that nobody touched are
 * short; one that has more lines than this was written anew by both.
 */
const maxLines = 600

/** Merges what two sides made of a text, line by line. */
export function mergeLines(base: string, mine: string, theirs: string): MergedLines {
  const merged: Merged = {lines: [], conflicts: []}
  for (const part of partsOf(base, mine, theirs)) mergePart(part, merged)
  const {lines, conflicts} = merged
  return {text: conflicts.length > 0 ? null : lines.flat().join(''), conflicts}
}

/**
 * A side's text, with lines as the base has them where the side made nothing of them that counts.
 *
 * @param isIdle whether lines that stand for others make no difference
 */
export function withoutIdle(
  base: string,
  side: string,
  isIdle: (before: string[], after: string[]) => boolean
): string {
  const lines = partsOf(base, side, side).flatMap((part) => {
    if (part.base.length + part.mine.length > maxLines) return part.mine
    const kept = hunksOf(part.base, part.mine).filter(
      ({start, end, lines}) => !isIdle(part.base.slice(start, end), lines)
    )
    return applyHunks(part.base, kept)
  })
  return lines.join('')
}

interface Merged {
  lines: string[][]
  conflicts: TextConflict[]
}

function mergePart(part: Part, merged: Merged): void {
  const {lines, conflicts} = merged
  const {base, mine, theirs, at} = part
  if (isSame(mine, theirs) || isSame(base, theirs)) lines.push(mine)
  else if (isSame(base, mine)) lines.push(theirs)
  else if (base.length + mine.length + theirs.length > maxLines) conflicts.push(conflictOf(part))
  else {
    for (const region of diff3MergeRegions(mine, base, theirs)) {
      if (region.stable) lines.push(region.bufferContent)
      else mergeTouching(toPart(region, at), merged)
    }
  }
}

function toPart({aContent, oContent, bContent, oStart}: IUnstableRegion<string>, at: number): Part {
  return {mine: aContent, base: oContent, theirs: bContent, at: at + oStart}
}

/** Lines of the base that one side has others for. */
interface Hunk {
  start: number
  end: number
  lines: string[]
}

/** The library takes changes of neighbouring lines for a conflict; they are one only where they overlap. */
function mergeTouching(part: Part, {lines, conflicts}: Merged): void {
  const {base, mine, theirs} = part
  if (isSame(mine, theirs)) return void lines.push(mine)
  const hunks = [...hunksOf(base, mine), ...hunksOf(base, theirs)]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter((hunk, at, all) => at === 0 || !isSameHunk(all[at - 1]!, hunk))
  if (hunks.some((hunk, at) => at > 0 && isOverlap(hunks[at - 1]!, hunk)))
    return void conflicts.push(conflictOf(part))
  lines.push(applyHunks(base, hunks))
}

function applyHunks(base: string[], hunks: readonly Hunk[]): string[] {
  let from = 0
  const lines = hunks.flatMap((hunk) => {
    const before = base.slice(from, hunk.start)
    from = hunk.end
    return [...before, ...hunk.lines]
  })
  return [...lines, ...base.slice(from)]
}

function hunksOf(base: string[], side: string[]): Hunk[] {
  return diffIndices(base, side).map(({buffer1: [start, length], buffer2Content}) => {
    return {start, end: start + length, lines: buffer2Content}
  })
}

/** Whether both sides did the same. */
function isSameHunk(a: Hunk, b: Hunk): boolean {
  return a.start === b.start && a.end === b.end && isSame(a.lines, b.lines)
}

/** Whether two hunks, the first of which begins first, are about the same lines, or the same place between two. */
function isOverlap(first: Hunk, second: Hunk): boolean {
  return second.start < first.end || second.end === first.start
}

function conflictOf({base, mine, theirs, at}: Part): TextConflict {
  const [before, own, other] = [base.join(''), mine.join(''), theirs.join('')]
  return {type: 'text', line: at + 1, base: before, mine: own, theirs: other}
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((line, at) => line === b[at])
}

/** The texts cut at each line that stands once in each of them, and in the same order; those lines included. */
function partsOf(...texts: [base: string, mine: string, theirs: string]): Part[] {
  const [base, mine, theirs] = texts.map((text) => text.split(/(?<=\n)/)) as [
    string[],
    string[],
    string[]
  ]
  const parts: Part[] = []
  let from: Shared = {base: 0, mine: 0, theirs: 0}
  const cut = (to: Shared): void => {
    parts.push({
      base: base.slice(from.base, to.base),
      mine: mine.slice(from.mine, to.mine),
      theirs: theirs.slice(from.theirs, to.theirs),
      at: from.base
    })
    from = to
  }
  for (const shared of sharedLines(base, mine, theirs)) {
    cut(shared)
    cut({base: shared.base + 1, mine: shared.mine + 1, theirs: shared.theirs + 1})
  }
  cut({base: base.length, mine: mine.length, theirs: theirs.length})
  return parts
}

/** Where a line stands in the three texts. */
interface Shared {
  base: number
  mine: number
  theirs: number
}

function sharedLines(base: string[], mine: string[], theirs: string[]): Shared[] {
  const [inBase, inMine, inTheirs] = [singleLines(base), singleLines(mine), singleLines(theirs)]
  const shared = [...inBase].flatMap(([line, at]): Shared[] => {
    const [own, other] = [inMine.get(line), inTheirs.get(line)]
    return own === undefined || other === undefined ? [] : [{base: at, mine: own, theirs: other}]
  })
  const rising = longestIncrease(shared.map(({mine}) => mine)).map((at) => shared[at]!)
  return longestIncrease(rising.map(({theirs}) => theirs)).map((at) => rising[at]!)
}

/** Lines that stand once in a text, and where. */
function singleLines(lines: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  const repeated = new Set<string>()
  for (const [at, line] of lines.entries()) {
    if (places.has(line)) repeated.add(line)
    else places.set(line, at)
  }
  for (const line of repeated) places.delete(line)
  return places
}
