/** Lines that one side moved, and what the other made of them. */
import {lineAt} from '../../document/places.ts'
import {groupBy} from '../match/lists.ts'
import {pairNeighbours, pairUnique} from '../match/pairs.ts'
import {pairSimilar} from '../match/similar.ts'
import {applyEdits, editsBetween, linesIn, mapEdits} from '../text-edit.ts'
import {lineStart, lineText} from './side-edits.ts'
import type {Page} from '../../document/places.ts'
import type {Pairs} from '../match/pairs.ts'
import type {TextEdit} from '../text-edit.ts'
import type {PlaceOn, SideEdit, Sides} from './side-edits.ts'
import type {Side} from './versions.ts'

/**
 * The edits of both sides, those within lines that the other moved carried to where the lines are now.
 *
 * @returns `lost` are the lines that one moved and the other took out; `split` those that both moved, each to its place.
 */
export function carryMoved(
  page: Page,
  sides: Sides,
  placeOn: Record<Side, PlaceOn>
): Sides & {lost: number[]; split: number[]} {
  const [mine, theirs] = [
    findMoved(page, sides.mine, placeOn.mine),
    findMoved(page, sides.theirs, placeOn.theirs)
  ]
  const {lost, split} = takeGone(page, mine, theirs, sides)
  const carriers = new Set([...mine.values(), ...theirs.values()].map(({edit}) => edit))
  const free = (edits: readonly SideEdit[]): SideEdit[] =>
    edits.filter((edit) => !carriers.has(edit))
  const toMine = carry(page, mine, free(sides.theirs))
  const toTheirs = carry(page, theirs, free(sides.mine))
  return {
    mine: withCarried(sides.mine, toMine, toTheirs),
    theirs: withCarried(sides.theirs, toTheirs, toMine),
    lost,
    split
  }
}

/** A line that a side takes out. */
interface Gone {
  text: string
  line: number
}

/** A line that a side puts in: one of those of an edit. */
interface Come {
  text: string
  edit: SideEdit
  lines: string[]
  index: number
  /** Where it stands in the merged plan. */
  place: number
}

/** Where the lines that a side moved are now. */
type Moved = Map<number, Come>

/**
 * The base's lines that a side takes out and puts in elsewhere: each that is unlike others, its neighbours, and what
 * reads alike.
 */
function findMoved(page: Page, edits: readonly SideEdit[], placeOn: PlaceOn): Moved {
  const gone = goneBy(edits).map((line): Gone => ({text: lineText(page, line), line}))
  const come = edits.flatMap((edit): Come[] => {
    const lines = edit.start === edit.end ? linesIn(edit.text) : []
    let {at} = edit
    return lines.map((text, index) => {
      const place = placeOn(at, at + text.length)
      at += text.length
      return {text, edit, lines, index, place}
    })
  })
  const pairs: Pairs<Gone | Come> = {afterOf: new Map(), beforeOf: new Map()}
  const textOf = ({text}: Gone | Come): string => text
  pairUnique(pairs, gone, come, ({text}) => (text.trim() === '' ? undefined : text))
  pairNeighbours(pairs, gone, come, textOf)
  pairNeighbours(pairs, gone.toReversed(), come.toReversed(), textOf)
  pairSimilar(pairs, gone, come, textOf)
  return new Map([...pairs.afterOf].map(([from, to]) => [(from as Gone).line, to as Come]))
}

/** The lines that edits take out. */
function goneBy(edits: readonly SideEdit[]): number[] {
  return edits.flatMap(({isRemoval, lines}) => (isRemoval ? lines.first : []))
}

/** Takes lines out of those that moved that the other side took out, or moved to another place or with other words. */
function takeGone(
  page: Page,
  mine: Moved,
  theirs: Moved,
  sides: Sides
): {lost: number[]; split: number[]} {
  const [goneOnMine, goneOnTheirs] = [new Set(goneBy(sides.mine)), new Set(goneBy(sides.theirs))]
  const [lost, split]: [number[], number[]] = [[], []]
  for (const line of new Set([...mine.keys(), ...theirs.keys()])) {
    const [own, other] = [mine.get(line), theirs.get(line)]
    const isBlank = lineText(page, line).trim() === ''
    if (own && other) {
      mine.delete(line)
      theirs.delete(line)
      const isSame = own.edit.start === other.edit.start && own.text === other.text
      if (!isSame && !isBlank) split.push(line)
    } else if (goneOnMine.has(line) && goneOnTheirs.has(line) && !isBlank) lost.push(line)
  }
  return {lost, split}
}

/** Edits within lines that the other side moved: the lines with these edits. */
interface Carried {
  edits: Set<SideEdit>
  /** What edits put in, where a line of it changed. */
  texts: Map<SideEdit, string>
}

function carry(page: Page, moved: Moved, edits: readonly SideEdit[]): Carried {
  const carried: Carried = {edits: new Set(), texts: new Map()}
  for (const [line, own] of groupBy(edits, (edit) => homeOf(edit, page, moved))) {
    const to = moved.get(line)
    if (!to) continue
    const [start, text] = [lineStart(page, line), lineText(page, line)]
    const change = editsBetween(text, to.text)
    const within: TextEdit[] = []
    for (const edit of own) {
      const inLine = {...edit, start: edit.start - start, end: edit.end - start}
      if (inLine.end > text.length || mapEdits([inLine], change).clashes.length > 0) continue
      carried.edits.add(edit)
      within.push(inLine)
    }
    if (within.length === 0) continue
    to.lines[to.index] = applyEdits(to.text, mapEdits(within, change).edits)
    carried.texts.set(to.edit, to.lines.join(''))
  }
  return carried
}

/** The line that an edit is of: new lines within what moved, or below what ends it, are of the line before them. */
function homeOf(edit: SideEdit, page: Page, moved: Moved): number {
  const line = lineAt(page, edit.start)
  const before = moved.get(line - 1)
  const isNewLine = edit.lines.last < line && edit.start === lineStart(page, line)
  const isOfBefore = before && (moved.has(line) || edit.place === before.place + 1)
  return isNewLine && isOfBefore ? line - 1 : line
}

/** A side's edits with what is carried to them, and without what is carried away. */
function withCarried(edits: readonly SideEdit[], to: Carried, from: Carried): SideEdit[] {
  return edits.flatMap((edit) => {
    const text = to.texts.get(edit) ?? edit.text
    const isNothing = edit.start === edit.end && text === ''
    return from.edits.has(edit) || isNothing ? [] : [{...edit, text}]
  })
}
