/**
 * Merges what two sides made of a page's text: the edits of both are made, those of lines that the other side moved
 * where they are now.
 */
import {lineAt, toPage} from '../../document/places.ts'
import {lowerBound} from '../match/longest-increase.ts'
import {findSimilar} from '../match/similar.ts'
import {applyEdits, compose, editsBetween, isSameEdit, linesIn, mapEdits} from '../text-edit.ts'
import type {Page} from '../../document/places.ts'
import type {MappedEdits, TextEdit} from '../text-edit.ts'
import type {TextConflict} from '../types.ts'

/** Three revisions of a page, and what of their text is of the plan. */
export interface Texts {
  base: string
  mine: string
  theirs: string
  /** Whether a line of the base, from 0, says something of the plan: its words may be changed by both. */
  isOfPlan: (line: number) => boolean
  /** Whether a text can be nothing but words and statuses of a plan. */
  isPlain: (text: string) => boolean
  /** Whether two texts are one status in two spellings. */
  isSameStatus: (a: string, b: string) => boolean
  /** The place in the merged plan of what begins first between two offsets of a side; -1 where nothing does. */
  placeOn: Record<'mine' | 'theirs', (start: number, end: number) => number>
}

/** What two sides made of a text. */
export interface MergedTexts {
  /** The page with what both made of it, in one order and another where both put something in one place. */
  drafts: string[]
  /** Whether all edits are made, but for a status that both set in two spellings. */
  isWhole: boolean
  /** What both changed outside of the plan. */
  conflicts: TextConflict[]
  /** What both made of some of the base's lines, as a conflict; of all where they made nothing of these. */
  conflictIn: (lines: Lines) => TextConflict
}

/** An edit of one side. */
interface SideEdit extends TextEdit {
  /** Where the text that it puts in begins on the side's page. */
  at: number
  /** Where that text stands in the merged plan. */
  place: number
}

export function mergeTexts(texts: Texts): MergedTexts {
  const page = toPage(texts.base)
  const sides = {mine: sideEdits('mine', texts, page), theirs: sideEdits('theirs', texts, page)}
  const moved = {
    mine: findMoved(page, sides.mine, texts.placeOn.mine),
    theirs: findMoved(page, sides.theirs, texts.placeOn.theirs)
  }
  const atOdds = goneAndMoved(page, moved, sides).filter((line) => !texts.isOfPlan(line))
  for (const line of moved.mine.keys()) if (moved.theirs.delete(line)) moved.mine.delete(line)
  const carriers = new Set([...moved.mine.values(), ...moved.theirs.values()].map(({edit}) => edit))
  const isCarrier = (edit: SideEdit): boolean => carriers.has(edit)
  const toMine = carryMoved(page, moved.mine, sides.theirs, isCarrier)
  const toTheirs = carryMoved(page, moved.theirs, sides.mine, isCarrier)
  const mine = withCarried(sides.mine, toMine, toTheirs)
  const theirs = withCarried(sides.theirs, toTheirs, toMine)
  const {clashes} = mapEdits(mine, theirs)
  const losers = new Set(clashes.map(loserOf))
  const [own, other] = [mine, theirs].map((edits) => edits.filter((edit) => !losers.has(edit)))
  const drafts = joins.map((join) => {
    const [first, second] = joinInsertions(own!, other!, (a, b) => join(a, b, texts))
    return applyEdits(texts.base, compose(first, mapEdits(second, first).edits))
  })
  return {
    drafts: [...new Set(drafts)],
    isWhole: clashes.every(({own, other}) => texts.isSameStatus(own.text, other.text)),
    conflicts: findConflicts(mine, theirs, {texts, page, clashes, atOdds: new Set(atOdds)}),
    conflictIn: (lines) => {
      const touched = joinLines(
        [...mine, ...theirs].map((edit) => touchedLines(page, edit)),
        0
      )
      const within = touched.filter(({first, last}) => last >= lines.first && first <= lines.last)
      const all = within.length > 0 ? within : [{first: 0, last: page.lines.length}]
      return toConflict({first: all[0]!.first, last: all.at(-1)!.last}, mine, theirs, page)
    }
  }
}

/** A side's edits with what is carried to them, and without what is carried away. */
function withCarried(edits: readonly SideEdit[], to: Carried, from: Carried): SideEdit[] {
  const staying = edits.filter((edit) => !from.edits.has(edit))
  return staying.map((edit) => ({...edit, text: to.texts.get(edit) ?? edit.text}))
}

/** A side's edits; whole lines go one by one, apart from what comes in their place. */
function sideEdits(side: 'mine' | 'theirs', texts: Texts, page: Page): SideEdit[] {
  let shift = 0
  return editsBetween(texts.base, texts[side]).flatMap(({start, end, text}) => {
    const at = start + shift
    shift += text.length - (end - start)
    const edit = {start, end, text, at, place: texts.placeOn[side](at, at + text.length)}
    const [first, last] = [lineAt(page, start), lineAt(page, end)]
    const isWhole =
      start < end &&
      page.lines[first] === start &&
      (page.lines[last] === end || end === page.source.length) &&
      (text === '' || /[\r\n]$/.test(text))
    if (!isWhole) return [edit]
    const edits: SideEdit[] = text === '' ? [] : [{...edit, end: start}]
    for (let line = first; lineStart(page, line) < end; line++)
      edits.push({...edit, start: lineStart(page, line), end: lineStart(page, line + 1), text: ''})
    return edits
  })
}

/** Where a line starts; the page's end where there is no such line. */
function lineStart({lines, source}: Page, line: number): number {
  return lines[line] ?? source.length
}

function lineText(page: Page, line: number): string {
  return page.source.slice(lineStart(page, line), lineStart(page, line + 1))
}

/** The line that an edit takes out. */
function removedLine(page: Page, {start, end, text}: TextEdit): number | undefined {
  const line = lineAt(page, start)
  const isRemoved = start < end && text === '' && lineStart(page, line) === start
  return isRemoved && lineStart(page, line + 1) === end ? line : undefined
}

/** Lines from the first to the last; none where the last comes before the first. */
export interface Lines {
  first: number
  last: number
}

/** The lines that an edit changes or takes out: none where it puts in lines of its own. */
function touchedLines(page: Page, {start, end, text}: TextEdit): Lines {
  const [first, last] = [lineAt(page, start), lineAt(page, Math.max(start, end - 1))]
  const isBefore = lineStart(page, first) === start && /[\r\n]$/.test(text)
  const isBehind = /^[\r\n]/.test(page.source.slice(start) || '\n') && /^[\r\n]/.test(text)
  return {first, last: start === end && (isBefore || isBehind) ? first - 1 : last}
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
 * The base's lines that a side takes out and puts in elsewhere: each that is
 * unlike others, its neighbours, and what reads alike. */
function findMoved(
  page: Page,
  edits: readonly SideEdit[],
  placeOn: Texts['placeOn']['mine']
): Map<number, Moved> {
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

/** Lines that one side moved and the other took out, or moved to another place. */
function goneAndMoved(
  page: Page,
  moved: Record<'mine' | 'theirs', ReadonlyMap<number, Moved>>,
  {mine, theirs}: Record<'mine' | 'theirs', readonly SideEdit[]>
): number[] {
  const gone = (edits: readonly SideEdit[]): Set<number | undefined> =>
    new Set(edits.map((edit) => removedLine(page, edit)))
  const [goneOnMine, goneOnTheirs] = [gone(mine), gone(theirs)]
  return [...new Set([...moved.mine.keys(), ...moved.theirs.keys()])].filter((line) => {
    const [own, other] = [moved.mine.get(line), moved.theirs.get(line)]
    const isGone = goneOnMine.has(line) && goneOnTheirs.has(line)
    const isSame = own?.edit.start === other?.edit.start && own && textIn(own) === textIn(other!)
    return isGone && !isSame && lineText(page, line).trim() !== ''
  })
}

/** Edits within lines that the other side moved: the lines with these edits. */
interface Carried {
  edits: Set<SideEdit>
  /** What edits put in, where a line of it changed. */
  texts: Map<SideEdit, string>
}

function carryMoved(
  page: Page,
  moved: ReadonlyMap<number, Moved>,
  edits: readonly SideEdit[],
  isCarrier: (edit: SideEdit) => boolean
): Carried {
  const carried: Carried = {edits: new Set(), texts: new Map()}
  const byLine = new Map<number, SideEdit[]>()
  for (const edit of edits) {
    const line = homeOf(edit, page, moved)
    const to = moved.get(line)
    if (!to || edit.end > lineStart(page, line + 1) || isCarrier(edit)) continue
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

/** What a list has once, and where. */
function singles(list: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const [at, item] of list.entries()) {
    counts.set(item, (counts.get(item) ?? 0) + 1)
    places.set(item, at)
  }
  return new Map([...places].filter(([item]) => counts.get(item) === 1))
}

/** Of two edits that clash the one that changes more is made, else that which sorts first. */
function loserOf({own, other}: {own: TextEdit; other: TextEdit}): TextEdit {
  const difference = own.end - own.start - (other.end - other.start) || own.start - other.start
  return difference < 0 || (difference === 0 && own.text > other.text) ? own : other
}

interface Clashing {
  texts: Texts
  page: Page
  clashes: MappedEdits['clashes']
  /** Lines that are known to be at odds. */
  atOdds: Set<number>
}

/** What both changed of lines that are not the plan's, or of lines that one took out. */
function findConflicts(
  mine: readonly SideEdit[],
  theirs: readonly SideEdit[],
  {texts: {isOfPlan, isPlain}, page, clashes, atOdds}: Clashing
): TextConflict[] {
  const isSafe = ({start, end, text}: TextEdit): boolean =>
    isPlain(page.source.slice(start, end)) && isPlain(text)
  for (const clash of clashes)
    if (!isSafe(loserOf(clash)))
      atOdds.add(lineAt(page, Math.max(clash.own.start, clash.other.start)))
  const [byLine, otherByLine] = [editsByLine(page, mine), editsByLine(page, theirs)]
  for (const [line, own] of byLine) {
    const other = otherByLine.get(line)
    if (!other || isSameList(own, other)) continue
    const all = [...own, ...other]
    const isRemoved = all.some((edit) => removedLine(page, edit) !== undefined)
    if (!isOfPlan(line) || (isRemoved && !all.every(isSafe))) atOdds.add(line)
  }
  return atOdds.size === 0 ? [] : toConflicts(atOdds, mine, theirs, page)
}

function editsByLine(page: Page, edits: readonly SideEdit[]): Map<number, SideEdit[]> {
  const byLine = new Map<number, SideEdit[]>()
  for (const edit of edits) {
    const {first, last} = touchedLines(page, edit)
    for (let line = first; line <= last; line++) {
      const known = byLine.get(line)
      if (known) known.push(edit)
      else byLine.set(line, [edit])
    }
  }
  return byLine
}

function isSameList(a: readonly TextEdit[], b: readonly TextEdit[]): boolean {
  return a.length === b.length && a.every((edit, at) => isSameEdit(edit, b[at]!))
}

/** Lines at odds that touch are one conflict. */
function toConflicts(
  atOdds: ReadonlySet<number>,
  mine: readonly SideEdit[],
  theirs: readonly SideEdit[],
  page: Page
): TextConflict[] {
  const touched = joinLines(
    [...mine, ...theirs].map((edit) => touchedLines(page, edit)),
    0
  )
  const isAtOdds = ({first, last}: Lines): boolean => {
    for (let line = first; line <= last; line++) if (atOdds.has(line)) return true
    return false
  }
  return joinLines(touched.filter(isAtOdds), 1).map((lines) =>
    toConflict(lines, mine, theirs, page)
  )
}

/** A conflict about some lines, with all that either side changed there. */
function toConflict(
  {first, last}: Lines,
  mine: readonly SideEdit[],
  theirs: readonly SideEdit[],
  page: Page
): TextConflict {
  const [start, end] = [lineStart(page, first), lineStart(page, last + 1)]
  const made = (edits: readonly SideEdit[]): string => {
    const here: TextEdit[] = []
    for (let at = lowerBound(edits, (edit) => edit.end < start); at < edits.length; at++) {
      const edit = edits[at]!
      if (edit.start > end) break
      const lines = touchedLines(page, edit)
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

/** What stands in the place of two texts that both sides put into one place. */
type Join = (first: string, second: string, texts: Texts) => string

const concatenate: Join = (first, second) => first + second

/**
 * The orders to be tried, the likeliest first: as the merged plan has it, with lines that both begin or end with once;
 * the same with all lines; the other way round; and of two that can be one status in two spellings, the first.
 */
const joins: readonly Join[] = [
  shareLines,
  concatenate,
  (first, second) => second + first,
  (first, second, {isSameStatus}) => (isSameStatus(first, second) ? first : first + second)
]

/** Both lists with one text for each place where both put one in. */
function joinInsertions(
  own: readonly SideEdit[],
  other: readonly SideEdit[],
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
    const [first, second] = isFirst < 0 ? [edit, twin] : [twin, edit]
    const put = kinds === 0 ? join : (first: string, second: string) => first + second
    const both = {...edit, text: put(first.text, second.text)}
    joined.set(edit, both).set(twin, both)
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
  const most = Math.min(own.length, other.length)
  let head = 0
  while (head < most && own[head] === other[head]) head++
  while (head > 0 && own[head - 1]!.trim() === '') head--
  let tail = 0
  while (tail < most - head && own.at(-tail - 1) === other.at(-tail - 1)) tail++
  while (tail > 0 && own.at(-tail)!.trim() === '') tail--
  return [...own.slice(0, own.length - tail), ...other.slice(head)].join('')
}
