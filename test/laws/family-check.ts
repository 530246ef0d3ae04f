/**
 * Laws 3 and 4 for one ordinary edit of a page of any family. The page is judged by its lines and by what a reader
 * sees in the rows of its tables, read by a few lines that know no plan (`table-rows.ts`); of the plan only the places
 * of what was edited are asked.
 */
import {EditError, PlanJsonError, TargetError, toJson} from '../../src/index.ts'
import {familyKinds} from './family-edits.ts'
import type {FamilyKind} from './family-edits.ts'
import {faultsOf} from './family-page.ts'
import {differences, valueAt} from './leaf.ts'
import type {Place} from './leaf.ts'
import {drawEdit, nodeIn, pick, write} from './ordinary-edits.ts'
import type {Draw, Edit, Way} from './ordinary-edits.ts'
import {read} from './put-check.ts'
import type {Source} from './put-check.ts'
import type {Range} from '../utils/page-change.ts'

type Json = Record<string, unknown>

export interface Outcome {
  /** The edit that was made; `null` where the page has nothing for it. */
  name: string | null
  result: string | null
  refusals: string[]
  broken: string[]
}

/** Makes an edit that is drawn, and holds the page that comes out to the laws. */
export function checkFamily(source: Source, draw: Draw, way: Way): Outcome {
  const outcome: Outcome = {name: null, result: null, refusals: [], broken: []}
  const document = toJson(read(source)) as unknown as Json
  const edit = drawEdit(document, draw, familyKinds)
  if (!edit || (way !== 'json' && !isCallable(source, edit))) return outcome
  if (way === 'markdown' && hasUnshown(edit.json)) return outcome
  outcome.name = edit.name
  try {
    outcome.result = write(source, edit, way)
  } catch (error) {
    outcome.refusals = reasonsOf(error)
    if (outcome.refusals.length === 0)
      outcome.broken = [error instanceof Error ? (error.stack ?? error.message) : String(error)]
    return outcome
  }
  const after = toJson(read({...source, page: outcome.result})) as unknown as Json
  const kind = pick(familyKinds, draw.kind)
  const was = valueAt(document, edit.place.path)
  const subject = subjectOf(kind, edit.place, was, draw, edit.removed)
  outcome.broken = [
    ...differences(edit.json, after, edit.place)
      .filter((line) => !isTypeOfOwner(line, edit.place))
      .map((line) => `law 3: ${line}`),
    ...periodsKept(edit.json, after).map((line) => `law 3: ${line}`),
    ...faultsOf(
      {
        before: source.page,
        after: outcome.result,
        range: rangeOf(source, subject),
        ranges: movingOf(kind, edit.place, was, subject).map((path) => rangeOf(source, path))
      },
      kind,
      draw,
      way
    ).map((line) => `law 4: ${line}`)
  ]
  return outcome
}

/** Whether a plan has a quarter that Markdown has nothing to show of. */
function hasUnshown({periods}: Json): boolean {
  return (periods as Json[]).some(
    ({label, sections}) => label === null && (sections as Json[]).length === 0
  )
}

/** Whether a function makes an edit, of a thing that the tree has where plan JSON has it. */
function isCallable(source: Source, {isCallable, place}: Edit): boolean {
  return isCallable && nodeIn(read(source), place.path.slice(0, -1)) !== undefined
}

/** Why an edit was refused; nothing for an error that is none of those that say so. */
function reasonsOf(error: unknown): string[] {
  if (error instanceof EditError) return error.problems.map(({reason}) => reason)
  if (error instanceof PlanJsonError) return error.problems.map(({reason}) => reason)
  if (error instanceof TargetError) return [error.message]
  const isHeading =
    error instanceof TypeError && /^(?:The heading `|heading must)/.test(error.message)
  return isHeading ? [error.message] : []
}

/** The thing that goes, that moves, or that is said something of. */
function subjectOf(
  {effect, moved}: FamilyKind,
  {path, key}: Place,
  was: unknown,
  draw: Draw,
  removed: Place['path'] | null
): Place['path'] {
  if (effect === 'remove') return removed!
  if (effect !== 'move') return path.slice(0, -1)
  // An update may stand beside its note's date: the note is another line then.
  if (key === 'updates') return path.slice(0, -1)
  const inner = moved!(was, draw)
  return inner[0] === 'periods' ? inner : [...path, ...inner]
}

/** What stands in a section may say its type: without a key result, a heading is no objective's. */
function isTypeOfOwner(line: string, {key, path}: Place): boolean {
  if (key !== 'goals' && key !== 'periods') return false
  const owner = key === 'goals' ? path.slice(0, -1).join('.') : ''
  return line.startsWith(owner) && /^[^" ]*sections\.\d+\.type is/.test(line)
}

/** All of a list may move where one of it does: the first behind the last is the last before the first. */
function movingOf(
  {effect}: FamilyKind,
  {path, key}: Place,
  was: unknown,
  subject: Place['path']
): Place['path'][] {
  if (effect !== 'move' || key === 'periods' || key === 'updates') return [subject]
  return (was as unknown[]).map((_, at) => [...path, at])
}

/** No ordinary edit is of a quarter: each is called what it was called, unless what stands in it changed. */
function periodsKept(given: Json, actual: Json): string[] {
  const [wanted, found] = [given, actual].map(({periods}) =>
    (periods as Json[]).map(({label}) => label as string | null).filter((label) => label !== null)
  )
  return wanted!.join('\n') === found!.join('\n')
    ? []
    : [`the quarters are ${found!.join(', ')}, not ${wanted!.join(', ')}`]
}

/** All lines on which a thing of the page stands; the page for what is told of in another place than it belongs to. */
function rangeOf(source: Source, path: Place['path']): Range {
  const {page} = source
  const position = path.length < 2 ? undefined : nodeIn(read(source), path)?.position
  if (!position) return {start: 0, end: page.length}
  const {start, end} = position
  return {
    start: page.lastIndexOf('\n', start.offset! - 1) + 1,
    end: (page + '\n').indexOf('\n', end.offset)
  }
}
