import {itemsOf, nested, paragraphOf} from './items.ts'
import {unwrap} from './lines.ts'
import {readNote} from './notes.ts'
import {hasText, positioned, span} from '../../document/phrasing.ts'
import {toStatement} from './item-line.ts'
import {reportUnknownOpening} from './unknown-status.ts'
import type {NoteLine} from './notes.ts'
import type {Outline} from './outline.ts'
import type {List, ListItem, PhrasingContent, Position} from '../../document/types.ts'
import type {Goal, KeptContent, Note, Task, Update} from '../types.ts'

/** Opens a note: updates that follow are its. */
export function openNote(
  outline: Outline,
  {date, rest}: NoteLine,
  position: Position | undefined
): Note {
  const note = positioned<Note>({type: 'note', id: '', children: [], position: undefined}, position)
  if (outline.told) (outline.told.goal.shared ??= []).push(note)
  else outline.place(outline.sectionAt(position), note)
  outline.note = note
  fillNote(outline, note, {date, rest}, position)
  return note
}

/** Opens a note of a goal or task: an item that opens with a date, with its updates nested below. */
export function openNoteOf(
  outline: Outline,
  parent: Goal | Task,
  line: Pick<NoteLine, 'date' | 'rest'>,
  item: ListItem
): void {
  const {position} = item
  const note = positioned<Note>({type: 'note', id: '', children: [], position: undefined}, position)
  outline.place(parent, note)
  fillNote(outline, note, line, position)
  readNested(outline, note, item)
}

/** Puts what a note's own line says into it. */
function fillNote(
  outline: Outline,
  note: Note,
  {date, rest}: Pick<NoteLine, 'date' | 'rest'>,
  position: Position | undefined
): void {
  if (date) note.children.push(date)
  if (!date) reportUndated(outline, position)
  else if (date.value === null) reportImpossible(outline, date)
  if (hasText(rest)) placeUpdate(outline, note, rest, span(rest))
  else for (const node of rest) note.children.push(node)
}

function reportUndated(outline: Outline, place: Position | undefined): void {
  outline.report({
    ruleId: 'note-undated',
    reason: 'This note has no date',
    place,
    expected: ['Note: August 14, 2030'],
    note: 'Write the day, or at least the month and year, behind the word.'
  })
}

function reportImpossible(
  outline: Outline,
  date: Extract<Note['children'][number], {type: 'date'}>
): void {
  outline.report({
    ruleId: 'date-impossible',
    reason: `Invalid date \`${date.raw}\``,
    place: date.position,
    actual: date.raw,
    note: 'Write the day that was meant.'
  })
}

/** The note that is open; one without a date where updates stand before any note. */
function noteAt(outline: Outline, position: Position | undefined): Note {
  return outline.note ?? openNote(outline, {labelled: false, date: undefined, rest: []}, position)
}

/** A line of running text under a note is an update. */
export function readUpdate(
  outline: Outline,
  children: PhrasingContent[],
  position: Position | undefined
): void {
  placeUpdate(outline, noteAt(outline, position), children, position)
}

/** A list of updates, or of notes with their updates nested below. */
export function readUpdates(outline: Outline, list: List): void {
  for (const item of itemsOf(list)) {
    const {children} = unwrap(paragraphOf(item))
    const note = readNote(children, outline.options.vocabulary)
    if (note?.date) {
      readNested(outline, openNote(outline, note, item.position), item)
    } else readItem(outline, noteAt(outline, item.position), item)
  }
}

function readItem(outline: Outline, parent: Note | Update, item: ListItem): void {
  const {children} = unwrap(paragraphOf(item))
  if (!hasText(children) && nested(item).length === 0) {
    reportUnknownOpening(outline, children)
    return outline.place(parent, item)
  }
  readNested(outline, placeUpdate(outline, parent, children, item.position), item)
}

function readNested(outline: Outline, parent: Note | Update, item: ListItem): void {
  for (const child of nested(item)) {
    if (child.type === 'list') for (const inner of itemsOf(child)) readItem(outline, parent, inner)
    else outline.place(parent, child as KeptContent)
  }
}

function placeUpdate(
  outline: Outline,
  parent: Note | Update,
  children: PhrasingContent[],
  position: Position | undefined
): Update {
  const statement = toStatement(children)
  const update = positioned<Update>(
    {type: 'update', children: statement ? [statement] : [], position: undefined},
    position
  )
  reportUnknownOpening(outline, children)
  outline.place(parent, update)
  return update
}
