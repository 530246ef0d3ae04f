/** What adds a node to a plan: each takes its parent, the node as a piece of plan JSON, and a place among its siblings. */
import {build} from './build.ts'
import {vocabularyOf, type VocabularyOptions} from './options.ts'
import {homesOf, insert, type Place} from './place.ts'
import {checkPlan, find, type Target} from './target.ts'
import {childOf, childrenOf} from '../document/children.ts'
import {isList, listIn, model, rowsOf, type Kind} from '../plan/model.ts'
import {assignIds, takenIn} from '../plan/recognize/ids.ts'
import {datePeriods} from '../plan/recognize/periods.ts'
import type {NewGoal, NewNote, NewPeriod, NewSection, NewTask, NewUpdate} from './build.ts'
import type {Content} from './content.ts'
import type {Goal, Note, Plan, Section, Task} from '../plan/types.ts'

/**
 * Adds a section to a period, or within another section.
 *
 * @param section Its heading, and what stands below it.
 * @throws {TargetError} where the plan has no such parent, or the place names no section of it.
 * @throws {TypeError} for what is no section.
 */
export function addSection(
  plan: Plan,
  parent: Target,
  section: NewSection,
  place?: Place | null,
  options?: VocabularyOptions | null
): Plan {
  return add('addSection', 'sections', plan, parent, section, place, options)
}

/**
 * Adds to a section's objectives.
 *
 * @throws {TargetError} where the plan has no such section, or the place names none of them.
 * @throws {TypeError} for a text that is none, or blank.
 */
export function addObjective(
  plan: Plan,
  section: Target,
  text: Content,
  place?: Place | null
): Plan {
  return add('addObjective', 'objectives', plan, section, text, place)
}

/**
 * Adds a goal to a section.
 *
 * @param goal Its title, or an entry with more: see `NewItemEntry`.
 * @throws {TargetError} where the plan has no such section, or the place names no goal of it.
 * @throws {TypeError} for what is no goal.
 */
export function addGoal(
  plan: Plan,
  section: Target,
  goal: NewGoal,
  place?: Place | null,
  options?: VocabularyOptions | null
): Plan {
  return add('addGoal', 'goals', plan, section, goal, place, options)
}

/**
 * Adds a task to a goal or task.
 *
 * @param task Its text, or an entry with more: see `NewItemEntry`.
 * @throws {TargetError} where the plan has no such goal or task, or the place names no task of it.
 * @throws {TypeError} for what is no task.
 */
export function addTask(
  plan: Plan,
  parent: Target,
  task: NewTask,
  place?: Place | null,
  options?: VocabularyOptions | null
): Plan {
  return add('addTask', 'tasks', plan, parent, task, place, options)
}

/**
 * Adds a note to a section, goal or task. Without a place it goes where its date belongs, as the notes there run, else
 * those of the page: newest first, or oldest first.
 *
 * @param note `{date, updates}`.
 * @throws {TargetError} where the plan has no such parent, or the place names no note of it.
 * @throws {TypeError} for what is no note.
 */
export function addNote(
  plan: Plan,
  parent: Target,
  note: NewNote,
  place?: Place | null,
  options?: VocabularyOptions | null
): Plan {
  return add('addNote', 'notes', plan, parent, note, place, options)
}

/**
 * Adds an update to a note, or below another update.
 *
 * @param update Its text, or `{text, statuses, updates}`: the statuses open it.
 * @throws {TargetError} where the plan has no such note or update, or the place names no update of it.
 * @throws {TypeError} for what is no update.
 */
export function addUpdate(
  plan: Plan,
  parent: Target,
  update: NewUpdate,
  place?: Place | null,
  options?: VocabularyOptions | null
): Plan {
  return add('addUpdate', 'updates', plan, parent, update, place, options)
}

/**
 * Adds a period. One without label and quarter is one that the page does not say: it is inferred from its
 * sections' numbers.
 *
 * @throws {TargetError} where the place names no period.
 * @throws {TypeError} for what is no period, or a label that names another quarter.
 */
export function addPeriod(
  plan: Plan,
  period: NewPeriod,
  place?: Place | null,
  options?: VocabularyOptions | null
): Plan {
  checkPlan(plan, 'addPeriod')
  const vocabulary = vocabularyOf(options)
  const made = build('period', period, vocabulary)
  datePeriods(
    [...childrenOf(plan, 'period').map((other) => ({...other})), made],
    plan.fiscalYear,
    vocabulary
  )
  return withIds(insert([plan], made, place))
}

/** The kinds of nodes by the lists that they stand in. */
const kindsOfLists = new Map(
  (Object.keys(model) as Kind[])
    .flatMap(rowsOf)
    .flatMap(([key, row]): [string, Kind][] => (isList(row) ? [[key, row.list]] : []))
)

/** Adds to a list of the parent's. */
function add(
  caller: string,
  list: string,
  plan: Plan,
  target: Target,
  given: unknown,
  place?: Place | null,
  options?: VocabularyOptions | null
): Plan {
  const kind = kindsOfLists.get(list)!
  const {node, path} = find(plan, target, caller, homesOf(kind))
  const made = build(kind, given, vocabularyOf(options))
  const usual = made.type === 'note' ? placeOfDate(dateOf(made), node as Noted, plan) : undefined
  return withIds(insert(path, made, place ?? usual))
}

/** A plan of which what is new gets ids as what is read does, beside those that there are. */
function withIds(plan: Plan): Plan {
  assignIds(plan, takenIn(plan))
  return plan
}

/** What notes stand in. */
type Noted = Section | Goal | Task

/**
 * Where among the notes of a section, goal or task one of a date goes: in the direction that they have, else in the
 * page's, else oldest first. Of one day, what is new follows in that direction.
 */
function placeOfDate(date: string, parent: Noted, plan: Plan): Place | undefined {
  const notes = notesOf(parent)
  const isNewestFirst = (directionOf(notes) || directionOfPlan(plan)) < 0
  const isBefore = (note: Note): boolean =>
    isNewestFirst ? dateOf(note) > date : dateOf(note) <= date
  const before = notes.findLast(isBefore)
  if (before) return {after: before}
  return notes[0] && {before: notes[0]}
}

function notesOf(parent: Noted): Note[] {
  const notes = listIn(parent, 'note') as Note[]
  return notes.filter((note) => dateOf(note) !== '')
}

/** Above 0 where later notes stand below earlier ones, below 0 where they stand above. */
function directionOf(notes: readonly Note[]): number {
  let direction = 0
  for (const [index, note] of notes.slice(1).entries())
    direction += compare(dateOf(note), dateOf(notes[index]!))
  return direction
}

function directionOfPlan(plan: Plan): number {
  let direction = 0
  for (const period of childrenOf(plan, 'period'))
    for (const section of childrenOf(period, 'section')) direction += directionOf(notesOf(section))
  return direction
}

/** ISO dates sort as text, also those that are less precise: a month stands before its days. */
function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b)
}

/** A note's date, `''` where it has none that a calendar has. */
function dateOf(note: Note): string {
  return childOf(note, 'date')?.value ?? ''
}
