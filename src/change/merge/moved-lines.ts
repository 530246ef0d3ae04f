/** Lines that one side moved, and what the other made of them. */
import {lineAt} from '../../document/places.ts'
import {findSimilar} from '../match/similar.ts'
import {singles} from '../match/singles.ts'
import {applyEdits, editsBetween, linesIn, mapEdits} from '../text-edit.ts'
import {lineStart, lineText, removedLine, touchedLines} from './side-edits.ts'
import type {Page} from '../../document/places.ts'
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
  const moved = {
    mine: findMoved(page, sides.mine, placeOn.mine),
    theirs: findMoved(page, sides.theirs, placeOn.theirs)
  }
  const {lost, split} = goneAndMoved(page, moved, sides)
  for (const line of moved.mine.keys()) if (moved.theirs.delete(line)) moved.mine.delete(line)
  const carriers = new Set([...moved.mine.values(), ...moved.theirs.values()].map(({edit}) => edit))
  const free = (edits: readonly SideEdit[]): SideEdit[] =>
    edits.filter((edit) => !carriers.has(edit))
  const toMine = carry(page, moved.mine, free(sides.theirs))
  const toTheirs = carry(page, moved.theirs, free(sides.mine))
  return {
    mine: withCarried(sides.mine, toMine, toTheirs),
    theirs: withCarried(sides.theirs, toTheirs, toMine),
    lost,
    split
  }
}

/** A line that a side moved: it is one of those that an edit puts in. */
interface Moved {
  edit: SideEdit
  lines: string[]
  index: number
  /** Where it stands in the merged plan. */
  place: number
}

function textIn({lines, index}: Moved): string {
  return lines[index]!
}

/**
 * The base's lines that a side takes out and puts in elsewhere: each that is unlike others, its neighbours, and what
 * reads alike.
 */
function findMoved(page: Page, edits: readonly SideEdit[], placeOn: PlaceOn): Map<number, Moved> {
  const come = edits.flatMap((edit): Moved[] => {
    const lines = edit.start === edit.end ? linesIn(edit.text) : []
    let {at} = edit
    return lines.map((line, index) => {
      const place = placeOn(at, at + line.length)
      at += line.length
      return {edit, lines, index, place}
    })
  })
  const gone = edits.flatMap((edit) => removedLine(page, edit) ?? [])
  const textOf = (line: number): string => lineText(page, line)
  const textAt = (line: number | Moved): string =>
    typeof line === 'number' ? textOf(line) : textIn(line)
  const [placesGone, placesCome] = [singles(gone.map(textOf)), singles(come.map(textIn))]
  const moved = new Map<number, Moved>()
  const taken = new Set<Moved>()
  const pair = (from: number | undefined, to: Moved | undefined): boolean => {
    if (from === undefined || !to || moved.has(from) || taken.has(to)) return false
    moved.set(from, to)
    taken.add(to)
    return true
  }
  const pairSame = (from: number, to: number): boolean =>
    from in gone &&
    to in come &&
    textOf(gone[from]!) === textIn(come[to]!) &&
    pair(gone[from], come[to])
  for (const [text, from] of placesGone) {
    const to = placesCome.get(text)
    if (to === undefined || text.trim() === '' || !pairSame(from, to)) continue
    for (const step of [1, -1]) for (let n = step; pairSame(from + n, to + n); n += step) continue
  }
  const [restGone, restCome] = [
    gone.filter((line) => !moved.has(line)),
    come.filter((to) => !taken.has(to))
  ]
  for (const {before, after} of findSimilar<number | Moved>(restGone, restCome, textAt))
    pair(before as number, after as Moved)
  return moved
}

/** Lines that one side moved, and the other took out, or moved to another place or with other words. */
function goneAndMoved(
  page: Page,
  moved: Record<Side, ReadonlyMap<number, Moved>>,
  {mine, theirs}: Sides
): {lost: number[]; split: number[]} {
  const gone = (edits: readonly SideEdit[]): Set<number | undefined> =>
    new Set(edits.map((edit) => removedLine(page, edit)))
  const [goneOnMine, goneOnTheirs] = [gone(mine), gone(theirs)]
  const lines = [...new Set([...moved.mine.keys(), ...moved.theirs.keys()])].filter(
    (line) => goneOnMine.has(line) && goneOnTheirs.has(line) && lineText(page, line).trim() !== ''
  )
  const isSplit = (line: number): boolean => {
    const [own, other] = [moved.mine.get(line), moved.theirs.get(line)]
    if (!own || !other) return false
    return own.edit.start !== other.edit.start || textIn(own) !== textIn(other)
  }
  const isOnOne = (line: number): boolean => !moved.mine.has(line) || !moved.theirs.has(line)
  return {lost: lines.filter(isOnOne), split: lines.filter(isSplit)}
}

/** Edits within lines that the other side moved: the lines with these edits. */
interface Carried {
  edits: Set<SideEdit>
  /** What edits put in, where a line of it changed. */
  texts: Map<SideEdit, string>
}

function carry(page: Page, moved: ReadonlyMap<number, Moved>, edits: readonly SideEdit[]): Carried {
  const carried: Carried = {edits: new Set(), texts: new Map()}
  const byLine = new Map<number, SideEdit[]>()
  for (const edit of edits) {
    const line = homeOf(edit, page, moved)
    const to = moved.get(line)
    if (!to || edit.end > lineStart(page, line + 1)) continue
    const shift = lineStart(page, line)
    const own = {...edit, start: edit.start - shift, end: edit.end - shift}
    const change = editsBetween(lineText(page, line), to.lines[to.index]!)
    if (mapEdits([own], change).clashes.length > 0) continue
    carried.edits.add(edit)
    const known = byLine.get(line)
    if (known) known.push(own)
    else byLine.set(line, [own])
  }
  for (const [line, own] of byLine) {
    const {edit, lines, index} = moved.get(line)!
    const change = editsBetween(lineText(page, line), lines[index]!)
    lines[index] = applyEdits(lines[index]!, mapEdits(own, change).edits)
    carried.texts.set(edit, lines.join(''))
  }
  return carried
}

/** The line that an edit is of: new lines within what moved, or below what ends it, are of the line before them. */
function homeOf(edit: SideEdit, page: Page, moved: ReadonlyMap<number, Moved>): number {
  const line = lineAt(page, edit.start)
  const before = moved.get(line - 1)
  const isNewLine = touchedLines(page, edit).last < line && edit.start === lineStart(page, line)
  const isOfBefore = before && (moved.has(line) || edit.place === before.place + 1)
  return isNewLine && isOfBefore ? line - 1 : line
}

/** A side's edits with what is carried to them, and without what is carried away. */
function withCarried(edits: readonly SideEdit[], to: Carried, from: Carried): SideEdit[] {
  const staying = edits.filter((edit) => !from.edits.has(edit))
  return staying.map((edit) => ({...edit, text: to.texts.get(edit) ?? edit.text}))
}
