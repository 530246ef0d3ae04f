/** Law 4 for an edit of a page with tables: what of its lines, rows and cells may differ, by what the edit does. */
import type {Effect, FamilyKind} from './family-edits.ts'
import type {Draw, Way} from './ordinary-edits.ts'
import {cellLines, compare, isRow} from '../utils/page-change.ts'
import type {PageChange, Range, Said} from '../utils/page-change.ts'
import {ownAttributes, sightOf, sightOfCell} from '../utils/table-rows.ts'
import type {Piece, Row} from '../utils/table-rows.ts'

/** Two states of a page. */
export interface Edited {
  before: string
  after: string
  /** The lines of what was edited, removed or moved. */
  range: Range
  /** Those of all that change places, of a list; of what comes elsewhere its own. */
  ranges: readonly Range[]
}

interface Judged extends Edited {
  change: PageChange
  kind: FamilyKind
  draw: Draw
  way: Way
}

/** What an edit did to the page that it was not asked for, a line each. */
export function faultsOf(edited: Edited, kind: FamilyKind, draw: Draw, way: Way): string[] {
  const {before, after} = edited
  const judged = {...edited, change: compare(before, after), kind, draw, way}
  return [
    ...wrongTables(after),
    ...(kind.name.startsWith('add') ? [] : wrongTabs(before, after)),
    ...lostHidden(judged),
    ...rules[kind.effect](judged)
  ]
}

const rules: Readonly<Record<Effect, (judged: Judged) => string[]>> = {
  change: wrongChange,
  add: wrongAddition,
  remove: wrongRemoval,
  move: wrongMove
}

/** Every table that is opened is closed before the next. */
function wrongTables(page: string): string[] {
  const marks = page.split('\n').flatMap((line) => /^[ :]*(\{\||\|\})/.exec(line)?.[1] ?? [])
  const wrong = marks.findIndex((mark, at) => mark !== (at % 2 === 0 ? '{|' : '|}'))
  if (wrong >= 0) return [`table mark ${wrong + 1} is ${marks[wrong]!}`]
  return marks.length % 2 === 0 ? [] : ['a table is not closed']
}

/** On a page of tabs no heading of its own opens a tab's goals. */
function wrongTabs(before: string, after: string): string[] {
  const countOf = (page: string): number => page.match(/^=+ *Goal/gm)?.length ?? 0
  return before.includes('<tabber>') && countOf(after) > countOf(before)
    ? ['a heading over goals stands in a tab']
    : []
}

/** What shows nothing, or nothing that plan JSON says: comments, references, tags, files, categories. */
const hidden = /<!--[^]*?-->|<[/a-z][^<>]*>|\[\[(?:Category|File):[^\]]*\]\]/gi

/** All of it stays but what stands within something removed. */
function lostHidden({before, after, range, kind, change}: Judged): string[] {
  const goes = kind.effect === 'remove'
  // Words that replace a list of teams, or a whole text, replace the markup between them.
  const rewrites = /^(?:whole text|item |remark|clear|remove|code|move)/.test(kind.name)
  const isIn = (at: number): boolean =>
    (goes && at >= range.start && at < range.end) ||
    (rewrites && change.removed.lines.some(({start, end}) => at >= start && at < end))
  const left = [...after.matchAll(hidden)].map(([text]) => text)
  return [...before.matchAll(hidden)].flatMap(({0: text, index}) => {
    const at = left.indexOf(text)
    if (at >= 0) left.splice(at, 1)
    return at >= 0 || isIn(index) ? [] : [`lost ${text}`]
  })
}

function overlaps(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end
}

/** Whether a line is one of what was edited: a merged cell is said of all rows in which it is seen. */
function isOf({start, end, rows}: Said, range: Range): boolean {
  return (
    overlaps({start, end}, range) || (rows.length > 1 && rows.some((row) => overlaps(row, range)))
  )
}

/** How many lines an edit may add or take: a line of teams, of a statement, of a field comes and goes. */
const slack = /teams|primaryTeams|dependencies|statement|field|objective|remark|status/

/** Edits after which all markup of the line is there as before. */
const keepsMarkup =
  /^(?:text|update text|field value|status|clear status|words of heading|heading)$/

function wrongChange({before, after, change, range, kind, way}: Judged): string[] {
  const {removed, inserted, pairs} = change
  const found = [
    ...removed.rows.map((row) => `lost the row ${sightOf(row)}`),
    ...inserted.rows.map((row) => `made up the row ${sightOf(row)}`),
    ...removed.lines.flatMap((line) =>
      isOf(line, range) ? [] : [`changed ${JSON.stringify(line.text)}, which was not edited`]
    )
  ]
  const more = inserted.lines.length - removed.lines.length
  if (Math.abs(more) > (slack.test(kind.name) ? 1 : 0))
    found.push(`${removed.lines.length} lines became ${inserted.lines.length}`)
  const cells = new Set(removed.lines.map(({cell}) => cell))
  if (kind.of === 'item' && cells.size > 1) found.push(`changed ${cells.size} cells`)
  // A call says plain text, which Markdown then shows as such.
  if (keepsMarkup.test(kind.name) && way !== 'markdown') {
    const [was, is] = [removed, inserted].map(({lines}) => markupOf(lines))
    if (was !== is) found.push(`markup was ${was!}, is ${is!}`)
  }
  for (const [row, now] of pairs) found.push(...wrongAround(row, now, before, after))
  return found
}

/** Bold and italic, links, tags and templates but statuses, which an edit may say otherwise. */
function markupOf(lines: readonly Said[]): string {
  const text = lines.map(({text}) => text).join('\n')
  const found = text.match(/'{2,}|<[^<>]*>|\[\[[^\]|]*|\{\{(?=phab|nowrap)[^{}]*\}\}/g) ?? []
  return found.sort().join(' ')
}

/** The bytes of a row but those of the cell that changed. */
function wrongAround(row: Row, now: Row, before: string, after: string): string[] {
  const [was, is] = [row, now].map(({columns}) => columns.map(sightOfCell).map(String))
  const at = was!.findIndex((sight, at) => sight !== is![at])
  const [cell, other] = [row.columns[at], now.columns[at]]
  // One that goes on from a row above changed there.
  if (!cell || !other || !row.cells.includes(cell) || !now.cells.includes(other)) return []
  const [head, tail] = [
    [before.slice(row.start, cell.contentStart), after.slice(now.start, other.contentStart)],
    [before.slice(cell.end, row.end), after.slice(other.end, now.end)]
  ]
  return [head, tail].flatMap(([old, text]) =>
    old === text ? [] : [`${JSON.stringify(old)} became ${JSON.stringify(text)}`]
  )
}

/** A line without words: an empty item, which the first new one replaces. */
function isWordless({text}: Said): boolean {
  return !/[\p{L}\p{N}]/u.test(text)
}

function wrongAddition({change, draw}: Judged): string[] {
  const {removed, inserted, before} = change
  const known = new Set(before.flatMap((piece) => (isRow(piece) ? [] : [shapeOf(piece.text)])))
  return [
    ...removed.rows.map((row) => `lost the row ${sightOf(row)}`),
    ...removed.lines.flatMap((line) =>
      // What closes a tag may end another line then.
      isWordless(line) || inserted.lines.some(({text}) => line.text.startsWith(text))
        ? []
        : [`changed ${JSON.stringify(line.text)}, which was not edited`]
    ),
    ...inserted.lines.flatMap((line) =>
      line.text.includes(draw.word) ||
      removed.lines.some(({text}) => text.startsWith(line.text)) ||
      /2031|Primary teams|^=+ (?:Goal\(s\)|Status) =+$/.test(line.text) ||
      known.has(shapeOf(line.text))
        ? []
        : [`made up ${JSON.stringify(line.text)}`]
    ),
    ...(inserted.rows.length > 1 ? [`made up ${inserted.rows.length} rows`] : []),
    ...inserted.rows.flatMap((row) => wrongNewRow(row, change))
  ]
}

/** A line of the page's own, on whatever level. */
function shapeOf(text: string): string {
  return text.replace(/^[=*#:; ]+|[= ]+$/g, '')
}

/** A new row is written as those around it. */
function wrongNewRow(row: Row, {after}: PageChange): string[] {
  const others = after
    .filter(isRow)
    .filter(
      (other) =>
        other !== row &&
        String(other.header) === String(row.header) &&
        other.cells.every(({mark}) => !mark.startsWith('!'))
    )
  const openings = ['|-', ...others.map(({opening}) => opening)]
  const found = openings.includes(row.opening) ? [] : [`the new row opens with ${row.opening}`]
  for (const [at, cell] of row.columns.entries()) {
    const attributes = [
      '',
      ...others.map(({columns}) => (columns[at] ? ownAttributes(columns[at]) : ''))
    ]
    if (cell && !attributes.includes(ownAttributes(cell)))
      found.push(`a new cell has ${cell.attributes}`)
  }
  const marks = others.map(({cells}) => cells.some(({mark}) => mark.length > 1))
  const isOneLine = row.cells.some(({mark}) => mark.length > 1)
  if (row.cells.length > 1 && marks.length > 0 && marks.every((mark) => mark !== isOneLine))
    found.push('the new row is laid out as no other')
  return found
}

function wrongRemoval({change, range}: Judged): string[] {
  const {removed, inserted} = change
  return [
    ...[...removed.rows, ...removed.lines].flatMap((piece) =>
      overlaps(piece, range) ? [] : [`lost ${wordsOf(piece)}, which was not removed`]
    ),
    ...inserted.rows.map((row) => `made up ${wordsOf(row)}`),
    // A list in HTML is one line.
    ...inserted.lines.flatMap((line) =>
      removed.lines.some(({text}) => isWithin(line.text, text)) ? [] : [`made up ${wordsOf(line)}`]
    )
  ]
}

/** Whether a text is another one without some of its characters. */
function isWithin(text: string, other: string): boolean {
  let at = 0
  for (const character of other) if (character === text[at]) at++
  return at === text.length
}

function wordsOf(piece: Row | Said): string {
  return 'columns' in piece ? sightOf(piece) : JSON.stringify(piece.text)
}

/**
 * Things that change places: what stands in none of them stands where it stood, each keeps its own order, and what
 * moved is written as it was. Labels over what moves, and empty items, may go.
 */
function wrongMove({before: source, after: page, ranges}: Judged): string[] {
  const {before, after, removed, inserted} = compare(source, page, false)
  const groups = [
    before.filter((piece) => !ranges.some((range) => overlaps(piece, range))),
    // A row that has several of them changes within: its words are compared.
    ...ranges.map((range) =>
      before.filter(
        (piece) =>
          ranges.filter((other) => overlaps(piece, other)).length === 1 && overlaps(piece, range)
      )
    )
  ]
  const [others, ...own] = groups
  const found: string[] = []
  for (const pieces of ranges.length > 1 ? [others!, ...own] : [others!]) {
    const lost = notInOrder(
      pieces.filter((piece) => pieces === others || isTelling(piece)),
      after
    )
    if (lost) found.push(`${sightOf(lost)} is gone, or stands before what it stood behind`)
  }
  const rows = [...inserted.rows]
  const changed = removed.rows.filter((row) => {
    const at = rows.findIndex((other) => isSameRow(row, other, after))
    if (at >= 0) rows.splice(at, 1)
    return at < 0
  })
  const [was, is] = [
    [...removed.lines, ...changed.flatMap((row) => linesIn(row, before))],
    [...inserted.lines, ...rows.flatMap((row) => linesIn(row, after))]
  ].map(wordsIn)
  const gone = was!.filter((word) => !take(is!, word))
  if (gone.length > 0) found.push(`${JSON.stringify(gone.join(' '))} is lost in what moved`)
  return found
}

function linesIn({columns}: Row, pieces: readonly Piece[]): Said[] {
  return [...new Set(columns)].flatMap((cell) => cellLines(cell, pieces))
}

/** The words of some lines with their markup, without what marks lines and parts: `'''KR1:'''` is `KR1` in a heading. */
function wordsIn(lines: readonly Said[]): string[] {
  const telling = lines.map(({text}) => shapeOf(text)).filter((text) => !/:'*$/.test(text))
  return telling
    .flatMap((text) => text.replaceAll(/:|'''/g, '').split(' '))
    .filter((word) => !/^[-–]?$/.test(word))
}

/** Takes an entry out of a list, if it is there. */
function take<T>(list: T[], entry: T): boolean {
  const at = list.indexOf(entry)
  if (at >= 0) list.splice(at, 1)
  return at >= 0
}

/** The first of some pieces that does not stand behind the one before it. */
function notInOrder(pieces: readonly Piece[], among: readonly Piece[]): Piece | undefined {
  let at = 0
  const sights = among.map(shapeIn)
  return pieces.find((piece) => {
    const found = sights.indexOf(shapeIn(piece), at)
    at = found + 1
    return found < 0
  })
}

/** Whether a piece is more than a label over what moves, or an empty item: these may go. */
function isTelling(piece: Piece): boolean {
  return isRow(piece) || (/[\p{L}\p{N}]/u.test(piece.text) && !/:'*$/.test(piece.text))
}

/** What a piece says, on whatever level. */
function shapeIn(piece: Piece): string {
  return isRow(piece) ? sightOf(piece) : shapeOf(piece.text)
}

/** Whether a row is another one, but for the sections that it comes to and that its new neighbours have. */
function isSameRow(row: Row, other: Row, after: readonly Piece[]): boolean {
  const at = after.indexOf(other)
  const beside = [after[at - 1], after[at + 1]].filter((piece) => piece !== undefined).filter(isRow)
  if (row.opening !== other.opening) return false
  return other.header.every((name, column) => {
    const was = row.columns[row.header.indexOf(name)]
    const [old, now] = [was, other.columns[column]].map(sightOfCell).map(String)
    if (old === now || (!row.header.includes(name) && now === ',')) return true
    return beside.some(({columns}) => String(sightOfCell(columns[column])) === now)
  })
}
