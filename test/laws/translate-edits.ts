/** Edits of a page that is marked up for translation, held against the same edits of the cleaned page. */
import {isDeepStrictEqual} from 'node:util'
import {EditError, toJson} from '../../src/index.ts'
import {clean, unitsOf} from '../utils/translate.ts'
import type {Unit} from '../utils/translate.ts'
import {drawEdit, kinds, moves, write} from './ordinary-edits.ts'
import type {Draw, Edit, Way} from './ordinary-edits.ts'
import {read} from './put-check.ts'
import type {Source} from './put-check.ts'

export interface Outcome {
  /** The edit that was made; `null` where the page has nothing for it. */
  name: string | null
  result: string | null
  /** Why the marked page refuses it, and why the cleaned one does. */
  refusals: [marked: string[], cleaned: string[]]
  broken: string[]
}

type Json = Record<string, unknown>

const allKinds = [...kinds, ...moves, ...moves]

/** Makes an edit of a marked page and of the cleaned one, and compares what they say and which markers are left. */
export function checkMarked(source: Source, draw: Draw, way: Way): Outcome {
  const outcome: Outcome = {name: null, result: null, refusals: [[], []], broken: []}
  const cleaned = {...source, page: clean(source.page)}
  const edits = [source, cleaned].map((page) =>
    drawEdit(toJson(read(page)) as unknown as Json, draw, allKinds)
  )
  const [edit, same] = edits
  if (!edit || !same || (way !== 'json' && !edit.isCallable)) return outcome
  outcome.name = edit.name
  try {
    const marked = make(source, edit, way)
    const bare = make(cleaned, same, way)
    outcome.result = marked.page
    outcome.refusals = [marked.refusals, bare.refusals]
    if (marked.page === null) return outcome
    if (bare.page !== null) {
      const [actual, expected, seen] = [marked.page, bare.page, clean(marked.page)].map((page) =>
        said({...source, page})
      )
      if (!isDeepStrictEqual(actual, expected)) outcome.broken.push('says something else')
      if (!isDeepStrictEqual(seen, expected)) outcome.broken.push('says something else, cleaned')
    }
    outcome.broken.push(...misplaced(source.page, marked.page, edit))
  } catch (error) {
    outcome.broken.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  return outcome
}

function make(source: Source, edit: Edit, way: Way): {page: string | null; refusals: string[]} {
  try {
    return {page: write(source, edit, way), refusals: []}
  } catch (error) {
    if (!(error instanceof EditError)) throw error
    return {page: null, refusals: error.problems.map(({id, reason}) => `${id ?? ''}: ${reason}`)}
  }
}

/** What a page says: ids and hashes are made from its very text. */
export function said(source: Source): unknown {
  return JSON.parse(
    JSON.stringify(toJson(read(source)), (key, value: unknown) =>
      key === 'id' || key === 'hash' ? undefined : value
    )
  )
}

/** What is wrong with the markers and tags of an edited page. */
function misplaced(before: string, after: string, {name}: Edit): string[] {
  const [was, is] = [unitsOf(before), unitsOf(after)]
  if (is.faults.length > 0) return is.faults
  const isMove = name.startsWith('move')
  const [old, now] = [byMarker(was.units), byMarker(is.units)]
  const single = new Set(
    once([...was.units.map(({text}) => text), ...was.outside].flatMap(linesOf))
  )
  const kept = new Set(is.units.flatMap(({text}) => linesOf(text)))
  const broken = [...now.keys()]
    .filter((marker) => !old.has(marker))
    .map((marker) => `made up: ${marker}`)
  for (const [marker, text] of old) {
    const found = now.get(marker)
    const lines = linesOf(text)
    if (found === undefined) {
      // What is written anew where it goes, in another form, is another text; and a unit has one marker alone.
      const isGone = isMove || name.startsWith('remove')
      const left = lines.filter((line) => single.has(line) && kept.has(line))
      const isJoined = is.units.some(
        (unit) => unit.marker !== null && left.some((line) => linesOf(unit.text).includes(line))
      )
      if (!isGone || (left.length > 0 && !isJoined))
        broken.push(`lost marker ${marker} of ${JSON.stringify(text)}`)
    } else if (!isOf(text, found, name))
      broken.push(`marker ${marker} of ${JSON.stringify(text)} is of ${JSON.stringify(found)}`)
  }
  for (const {marker, text} of was.units) {
    const [unit, other] = is.units.filter((unit) => unit.text === text)
    const isSingle = was.units.filter((unit) => unit.text === text).length === 1
    if (unit && !other && isSingle && unit.marker !== marker)
      broken.push(`${JSON.stringify(text)} has marker ${unit.marker}, not ${marker}`)
  }
  const [inside, outside] = [
    was.units.flatMap(({text}) => linesOf(text)),
    was.outside.flatMap(linesOf)
  ]
  const out = new Set(is.outside.flatMap(linesOf))
  for (const line of inside)
    if (single.has(line) && out.has(line) && !kept.has(line))
      broken.push(`${JSON.stringify(line)} is not translated any more`)
  // What is moved into a page's translated part is a part of it.
  for (const line of isMove ? [] : outside)
    if (single.has(line) && kept.has(line) && !out.has(line))
      broken.push(`${JSON.stringify(line)} is translated now`)
  return broken
}

/** Whether a unit's text is what became of another one. */
function isOf(before: string, after: string, name: string): boolean {
  if (before === after || isAkin(before, after)) return true
  const isReworded = name === 'whole text' || name === 'update text' || name === 'heading'
  return isReworded && linesOf(before).length === linesOf(after).length
}

function byMarker(units: readonly Unit[]): Map<string, string> {
  return new Map(
    units.flatMap(({marker, text}) => (marker === null ? [] : [[marker, text] as const]))
  )
}

/** Lines with words. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
}

/** Whether half of the words of the shorter text are the other's, too. */
function isAkin(text: string, other: string): boolean {
  const [few, many] = [text, other]
    .map((each) => new Set(each.match(/[\p{L}\p{N}]+/gu)))
    .sort((a, b) => a.size - b.size)
  return [...few!].filter((word) => many!.has(word)).length * 2 >= few!.size
}

/** What is in a list once. */
function once(list: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const entry of list) counts.set(entry, (counts.get(entry) ?? 0) + 1)
  return [...counts].flatMap(([entry, count]) => (count === 1 ? [entry] : []))
}
