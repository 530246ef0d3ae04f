/** The lines of new notes, and of those that come from elsewhere. */
import {carriedLines} from './extent.ts'
import {marksOf, newOpening, withMarks} from './items.ts'
import {
  asLine,
  changeDate,
  datesOf,
  majorHead,
  readNoteHead,
  spellDate,
  usualHead,
  writeHead,
  type NoteHead,
  type NoteThing
} from './note-head.ts'
import {splitLines} from './page.ts'
import type {Owner} from './owner.ts'
import {beforeOf, type State} from './state.ts'
import {ownUpdates, updateLines, updateText} from './updates.ts'
import {listOf} from '../entities.ts'
import type {DateJson} from '../../plan/json/types.ts'

/** The lines of a note, and of its updates; those of a goal or task are items below it. */
export function noteLines(
  note: NoteThing,
  owner: Owner,
  siblings: readonly NoteThing[],
  state: State
): string[] {
  const before = beforeOf(note, state)
  const model = modelOf(note, owner, siblings, state)
  const head = before && readNoteHead(before, state)
  if (!before || !head || formOf(head) !== formOf(model))
    return newNote(note, model, siblings, state)
  const lines = carriedLines(before, state, (inner) => {
    changeDate(before, note, inner)
    inner.putBelow(before, note, inner)
  })
  return owner.kind === 'section' ? lines : withMarks(lines, bulletsOf(model))
}

/** What a note is written like: those beside it, or of the page. */
function modelOf(
  {facts}: NoteThing,
  {kind, outer}: Owner,
  siblings: readonly NoteThing[],
  state: State
): NoteHead {
  const like = state.survey.once(siblings[0] ?? state.survey, 'note beside', () =>
    majorHead(siblings, state)
  )
  const head = like ?? usualHead(kind, state)
  const marks = marksOf(head.head)
  // Those beside it are lines where the page has its goal a second time.
  if (kind === 'section' || (like && marks === '')) return facts.date === null ? asLine(head) : head
  return {...head, head: outer + (marks.at(-1) ?? '*') + head.head.slice(marks.length)}
}

/** How a note is opened, whatever it says; items are alike, however deep they are. */
function formOf({head}: NoteHead): string {
  return /^(?:=+|[*#:;]+|'+)?/.exec(head)![0].replace(/^[*#]+/, '*')
}

function newNote(
  note: NoteThing,
  model: NoteHead,
  siblings: readonly NoteThing[],
  state: State
): string[] {
  const updates = listOf(note, 'update')
  const [first] = updates
  const opening = writeHead(
    note.facts.date,
    model,
    (date) => newDate(date, note, siblings, state),
    state
  )
  const isJoined = model.joint !== undefined && first !== undefined && first.children.length === 0
  // Behind `Note:` a dash would be the update's.
  const joint = note.facts.date === null ? ' ' : model.joint
  const outer = bulletsOf(model)
  // Below notes that are items, updates are nested deeper.
  const near = state.survey.once(siblings[0] ?? state.survey, `updates beside ${outer}`, () => {
    const alike = siblings.filter((sibling) => bulletsOf(readNoteHead(sibling, state)) === outer)
    return alike.flatMap((sibling) => ownUpdates(sibling, state))
  })
  const open = newOpening('update', {siblings: near, outer}, state)
  const rest = isJoined ? updates.slice(1) : updates
  const line = isJoined ? opening + joint + updateText(first, opening + joint, state) : opening
  const lines = rest.flatMap((update) => updateLines(update, open, state))
  return [...splitLines(line), ...lines]
}

function bulletsOf(head: NoteHead | undefined): string {
  return /^[*#]+/.exec(head?.head ?? '')?.[0] ?? ''
}

/** A date that came with its note stays as it is written. */
function newDate(
  date: DateJson,
  note: NoteThing,
  siblings: readonly NoteThing[],
  state: State
): string {
  const was = beforeOf(note, state)?.facts.date
  if (was?.value === date.value) return date.raw
  return spellDate(date, [datesOf(siblings)], state)
}
