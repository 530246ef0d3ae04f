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
  const carriers = new Map(
    [...mine.values(), ...theirs.values()].map(({edit, lines}) => [edit, lines])
  )
  const isFree = (edit: SideEdit): boolean => !carriers.has(edit)
  const carried = new Set([
    ...carry(page, mine, sides.theirs.filter(isFree)),
    ...carry(page, theirs, sides.mine.filter(isFree))
  ])
  const withCarried = (edits: readonly SideEdit[]): SideEdit[] =>
    edits.flatMap((edit) => {
      const text = carriers.get(edit)?.join('') ?? edit.text
      const isNothing = edit.start === edit.end && text === ''
      return carried.has(edit) || isNothing ? [] : [{...edit, text}]
    })
  return {mine: withCarried(sides.mine), theirs: withCarried(sides.theirs), lost, split}
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
  /** All of them, with what is carried there. */
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

/** Makes edits within lines that the other side moved where the lines are now; gives those that could be made there. */
function carry(page: Page, moved: Moved, edits: readonly SideEdit[]): SideEdit[] {
  const byLine = groupBy(edits, (edit) => homeOf(edit, page, moved))
  return [...byLine].flatMap(([line, own]) => {
    const to = moved.get(line)
    if (!to) return []
    const [start, text] = [lineStart(page, line), lineText(page, line)]
    const change = editsBetween(text, to.text)
    const inLine = (edit: TextEdit): TextEdit => ({
      ...edit,
      start: edit.start - start,
      end: edit.end - start
    })
    const fitting = own.filter(
      (edit) =>
        edit.end <= start + text.length && mapEdits([inLine(edit)], change).clashes.length === 0
    )
    to.lines[to.index] = applyEdits(to.text, mapEdits(fitting.map(inLine), change).edits)
    return fitting
  })
}

/** The line that an edit is of: new lines within what moved, or below what ends it, are of the line before them. */
function homeOf(edit: SideEdit, page: Page, moved: Moved): number {
  const line = lineAt(page, edit.start)
  const before = moved.get(line - 1)
  const isNewLine = edit.lines.last < line && edit.start === lineStart(page, line)
  const isOfBefore = before && (moved.has(line) || edit.place === before.place + 1)
  return isNewLine && isOfBefore ? line - 1 : line
}
