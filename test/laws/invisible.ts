/** Ordinary edits of a page with invisible content: the edit is made, and that content is there as before. */
import {EditError, toJson} from '../../src/index.ts'
import {inOrder, litter} from '../arbitraries/invisible.ts'
import type {Insertion} from '../arbitraries/invisible.ts'
import {differences} from './leaf.ts'
import {drawEdit, nodeAt, write} from './ordinary-edits.ts'
import type {Draw, Edit, Way} from './ordinary-edits.ts'
import {read} from './put-check.ts'
import type {Source} from './put-check.ts'

export interface Outcome {
  name: string | null
  page: string
  result: string | null
  refusals: string[]
  broken: string[]
}

type Json = Record<string, unknown>

export function checkInvisible(
  source: Source,
  list: readonly Insertion[],
  draw: Draw,
  way: Way
): Outcome {
  const {page, pieces} = litter(source.page, list)
  const littered = {...source, page}
  const document = toJson(read(littered)) as unknown as Json
  const edit = drawEdit(document, draw)
  const outcome: Outcome = {name: edit?.name ?? null, page, result: null, refusals: [], broken: []}
  if (!edit || (way !== 'json' && !edit.isCallable)) return {...outcome, name: null}
  try {
    outcome.result = write(littered, edit, way)
    const after = toJson(read({...littered, page: outcome.result})) as unknown as Json
    outcome.broken = [
      ...differences(edit.json, after, edit.place),
      ...lost(littered, pieces, edit, outcome.result)
    ]
  } catch (error) {
    if (error instanceof EditError)
      outcome.refusals = error.problems.map(({id, reason}) => `${id ?? ''}: ${reason}`)
    else outcome.broken = [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  }
  return outcome
}

/** The pieces that are gone or stand in another order; with what is removed goes what stands on its lines. */
export function lost(
  source: Source,
  pieces: readonly string[],
  {removed}: Pick<Edit, 'removed'>,
  result: string
): string[] {
  const {page} = source
  const position = removed && nodeAt(read(source), removed).position!
  const start = position ? markedStart(page, position.start.offset!) : Infinity
  const end = position ? markedEnd(page, position.end.offset!) : -1
  const kept = pieces.filter((piece) => {
    const at = page.indexOf(piece)
    return !(at >= start && at + piece.length <= end) || result.includes(piece)
  })
  const now = inOrder(result, kept)
  const gone = kept.filter((piece) => !now.includes(piece))
  if (gone.length > 0) return gone.map((piece) => `lost ${piece}`)
  const twice = kept.filter((piece) => result.split(piece).length > 2)
  if (twice.length > 0) return twice.map((piece) => `twice ${piece}`)
  return now.join() === kept.join() ? [] : [`order: ${now.join(' ')}, not ${kept.join(' ')}`]
}

/** Where the line of an offset starts, with the mark of Translate above it. */
function markedStart(page: string, offset: number): number {
  const before = page.slice(0, page.lastIndexOf('\n', offset - 1) + 1)
  return before.length - (/[ \t]*<!--T:\d+-->[ \t]*\r?\n$/.exec(before)?.[0].length ?? 0)
}

/** Where the line of an offset ends, with the mark of Translate below it that ends the same unit. */
function markedEnd(page: string, offset: number): number {
  const end = (page + '\n').indexOf('\n', offset)
  const mark = /^\n[ \t]*<!--T:\d+-->[ \t]*(?=\r?\n[ \t]*(?:\r?\n|$)|$)/.exec(page.slice(end))
  return end + (mark?.[0].length ?? 0)
}

/** Whether a page takes an edit where it has no invisible content, if it says the same then. */
export function isTakenBare(
  source: Source,
  list: readonly Insertion[],
  draw: Draw,
  way: Way
): boolean {
  const {page} = litter(source.page, list)
  const [bare, littered] = [source.page, page].map(
    (page) => toJson(read({...source, page})) as unknown as Json
  )
  if (differences(bare!, littered!, null).length > 0) return false
  return checkInvisible(source, [], draw, way).refusals.length === 0
}
