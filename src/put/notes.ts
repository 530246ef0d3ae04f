/**
 * Notes: the line that opens one, and its updates.
 *
 * ```markdown
 * | '''Note: August 14, 2030''' – {{done}} The key was under the mat.
 *   ^^^^^^^^^                ^^^                                       head, tail
 *                               ^^^                                    joint
 *                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ an update beside its note
 * ```
 */
import {contentEdits} from './content.ts'
import {writeDate} from './date-form.ts'
import {carriedLines, isGluedBefore} from './extent.ts'
import {newOpening, withMarks} from './items.ts'
import {contentEnd, lineAt, lineEnd, lineStart, rangeOf} from './page.ts'
import {putBelow} from './put.ts'
import {beforeOf, contentOf, marker, writeText, type State} from './state.ts'
import {marksOf} from './titled-line.ts'
import {dateOf, listOf, type Entity, type EntityOf} from '../changes/entities.ts'
import {scopes} from '../writers/wikitext/unsafe.ts'
import type {DateJson} from '../plan-json/types.ts'

type NoteThing = EntityOf<'note'>
type UpdateThing = EntityOf<'update'>

/** The lines that open a note, around its date. */
interface NoteHead {
  head: string
  tail: string
  /** Before an update beside it. */
  joint: string | undefined
  /** Where the head ends on the page. */
  end: number
}

/** Reads what opens a note of the page; `undefined` for updates that stand before any note. */
export function readNoteHead({node, children}: NoteThing, {page}: State): NoteHead | undefined {
  const date = dateOf(node)
  const {start} = rangeOf(node)
  const first = children[0]
  if (!date && first && rangeOf(first.node).start === start) return undefined
  const from = lineStart(page, lineAt(page, start))
  const at = date ? rangeOf(date) : undefined
  const last = lineAt(page, at?.end ?? start)
  const beside =
    first && isBeside(first as UpdateThing, node, page) ? rangeOf(first.node) : undefined
  const end = contentEnd(page, last)
  const behind = page.source.slice(at?.end ?? from, beside?.start ?? end)
  const joint = beside && /[\s:.,–—-]*$/.exec(behind)![0]
  const tail = behind.slice(0, behind.length - (joint?.length ?? 0))
  if (at) return {head: page.source.slice(from, at.start), tail, joint, end: at.end + tail.length}
  const word = /^(.*?)([^\p{L}]*)$/u.exec(tail)!
  return {
    head: word[1]! + ': ',
    tail: word[2]!.replace(/^[:\s]+/, ''),
    joint,
    end: from + tail.length
  }
}

/** Whether an update stands on its note's own line. */
export function isBeside(
  update: UpdateThing,
  note: NoteThing['node'],
  page: State['page']
): boolean {
  const {start} = rangeOf(update.node)
  const date = dateOf(note)
  const anchor = date ? rangeOf(date).end : rangeOf(note).start
  return start > rangeOf(note).start && lineAt(page, anchor) === lineAt(page, start)
}

/** Where the lines end that open a note. */
export function noteHeadLine(note: NoteThing, state: State): number | undefined {
  const head = readNoteHead(note, state)
  return head && lineAt(state.page, head.end)
}

/** Puts a note's date into its line. */
export function changeNote(before: NoteThing, after: NoteThing, state: State): void {
  const [was, is] = [before.facts.date, after.facts.date]
  const node = dateOf(before.node)
  if (!was || !is || !node || isSameDate(was, is)) return
  const text = was.value === is.value ? is.raw : spellDate(is, [[was.raw]], state)
  state.patch.replace({...rangeOf(node), text})
}

function isSameDate(a: DateJson, b: DateJson): boolean {
  return a.value === b.value && a.precision === b.precision && a.raw === b.raw
}

/** A date as its neighbours are written; one that no calendar has as it is. */
function spellDate(
  {value, precision, raw}: DateJson,
  like: string[][],
  {survey, vocabulary}: State
): string {
  if (value === null || precision === null) return raw
  const page = survey.all('note').flatMap(({facts}) => facts.date?.raw ?? [])
  return writeDate({value, precision}, [...like, page], vocabulary)
}

/** The lines of a new note, or of one that comes from elsewhere. */
export function noteLines(note: NoteThing, siblings: readonly NoteThing[], state: State): string[] {
  const before = beforeOf(note, state)
  const model = noteModel(siblings, state)
  const head = before && readNoteHead(before, state)
  if (before && head && (!model || formOf(head) === formOf(model))) {
    return carriedLines(before, state, (inner) => {
      changeNote(before, note, inner)
      putBelow(before, note, inner)
    })
  }
  return newNote(note, model ?? house(state), siblings, state)
}

/** How a note is opened, whatever it says. */
function formOf({head}: NoteHead): string {
  return /^(?:=+|[*#:;]+|'+)?/.exec(head)![0]
}

function newNote(
  note: NoteThing,
  model: NoteHead,
  siblings: readonly NoteThing[],
  state: State
): string[] {
  const {head, tail, joint} = model
  const {date} = note.facts
  const [first, ...rest] = listOf(note, 'update')
  const raws = siblings.flatMap(({facts}) => facts.date?.raw ?? [])
  const spelt = date && spellDate(date, [raws], state)
  const opening = spelt === null ? head.trimEnd().replace(/:?$/, ':') + tail : head + spelt + tail
  const isJoined = joint !== undefined && first !== undefined && first.children.length === 0
  const marks = /^[*#]+/.exec(head)?.[0] ?? ''
  const open = newOpening(
    'update',
    {siblings: siblings.flatMap(updatesOf(state)), outer: marks},
    state
  )
  const lines = (isJoined ? rest : listOf(note, 'update')).flatMap((update) =>
    updateLines(update, open, state)
  )
  const line = isJoined ? opening + joint + updateText(first, opening + joint, state) : opening
  return [...line.split(/\r\n|\r|\n/), ...lines]
}

/** The updates of a note that stand on lines of their own. */
function updatesOf({page}: State): (note: NoteThing) => UpdateThing[] {
  return (note) => listOf(note, 'update').filter((update) => !isBeside(update, note.node, page))
}

/** The note that new ones are written like: the last one beside them, or of the page. */
function noteModel(siblings: readonly NoteThing[], state: State): NoteHead | undefined {
  const dated = (notes: readonly NoteThing[]): NoteThing | undefined =>
    notes.findLast(({facts}) => facts.date !== null)
  const like = dated(siblings) ?? dated(state.survey.all('note'))
  return like && readNoteHead(like, state)
}

function house({vocabulary}: State): NoteHead {
  return {head: `'''${vocabulary.labels.note[0]}: `, tail: "'''", joint: undefined, end: 0}
}

/** The lines of an update, and of those below it; none can stand below an indented line. */
export function updateLines(update: UpdateThing, like: string, state: State): string[] {
  const open = update.children.length > 0 ? like.replace(/^:+/, '*') : like
  const before = beforeOf(update, state)
  if (before && isItem(before, state)) {
    const lines = carriedLines(before, state, (inner) => {
      changeUpdate(before, update, inner)
      putBelow(before, update, inner)
    })
    return withMarks(lines, marksOf(open))
  }
  const inner = newOpening('update', {siblings: [], outer: marksOf(open)}, state)
  const below = listOf(update, 'update').flatMap((child) => updateLines(child, inner, state))
  return [open + updateText(update, open, state), ...below]
}

/** Whether an update of the page is an item of a list. */
export function isItem({node}: UpdateThing, {page}: State): boolean {
  const {start} = rangeOf(node)
  const line = lineStart(page, lineAt(page, start))
  return !isGluedBefore(page, start) && /[*#]/.test(page.source.charAt(line))
}

function updateText(update: UpdateThing, left: string, state: State): string {
  const spell = marker(state, [])
  return writeText(contentOf(update, state), {left, right: '', scope: scopes.line}, state, spell)
}

/** Puts what an update says into its line. */
export function changeUpdate(before: UpdateThing, after: UpdateThing, state: State): void {
  const {page, vocabulary, survey} = state
  const line = lineAt(page, rangeOf(before.node).start)
  const parent = survey.parentOf(before)
  const siblings = (parent?.children ?? []) as Entity[]
  const statuses = siblings.flatMap((thing) =>
    thing.kind === 'update' ? thing.facts.text.statuses : []
  )
  const place = {
    source: page.source,
    at: Math.min(contentEnd(page, line), lineEnd(page, line)),
    scope: scopes.line,
    vocabulary,
    marker: marker(state, statuses)
  }
  const [was, is] = [before, after].map(({facts, content}) => ({fact: facts.text, nodes: content}))
  for (const edit of contentEdits(was!, is!, place)) state.patch.replace(edit)
}

/** Takes an update that stands beside its note off the line, with what joins it. */
export function removeBeside(update: UpdateThing, note: NoteThing, state: State): void {
  const head = readNoteHead(note, state)!
  state.patch.replace({start: head.end, end: rangeOf(update.node).end, text: ''})
}
