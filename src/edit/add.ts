/** What adds a node to a plan: each takes its parent, the node as a piece of plan JSON, and a place among its siblings. */
import {build} from './build.ts'
import {vocabularyOf, type VocabularyOptions} from '../vocabulary/index.ts'
import {homesOf, insert, type Place} from './place.ts'
import {find, type Target} from './target.ts'
import {checkPlan} from '../check.ts'
import {childOf, childrenOf} from '../document/children.ts'
import {isList, listIn, model, rowsOf, type Kind, type NodeOfKind} from '../plan/model.ts'
import {
  codesOf,
  nameItem,
  nameNote,
  namePeriod,
  nameSection,
  takenIn
} from '../plan/recognize/ids.ts'
import {datePeriods} from '../plan/recognize/periods.ts'
import type {NewGoal, NewNote, NewPeriod, NewSection, NewTask, NewUpdate} from './build.ts'
import type {Content} from './content.ts'
import type {Goal, Note, Plan, PlanNode, Section, Task} from '../plan/types.ts'
import type {Node} from 'unist'

/** Adds a node to a parent: behind the last of its like, or at a place among them. */
export type Add<New> = (
  plan: Plan,
  parent: Target,
  node: New,
  place?: Place | null,
  options?: VocabularyOptions | null
) => Plan

/**
 * Adds a section to a period, or within another section.
 *
 * @param node Its heading, and what stands below it.
 * @throws {TargetError} where the plan has no such parent, or the place names no section of it.
 * @throws {TypeError} for what is no section.
 */
export const addSection: Add<NewSection> = adderTo('sections', 'addSection')

/**
 * Adds to a section's objectives.
 *
 * @throws {TargetError} where the plan has no such section, or the place names none of them.
 * @throws {TypeError} for a text that is none, or blank.
 */
export const addObjective: Add<Content> = adderTo('objectives', 'addObjective')

/**
 * Adds a goal to a section.
 *
 * @param node Its title, or an entry with more: see `NewItemEntry`.
 * @throws {TargetError} where the plan has no such section, or the place names no goal of it.
 * @throws {StatusError} for a status that the vocabulary does not know.
 * @throws {TypeError} for what is no goal.
 */
export const addGoal: Add<NewGoal> = adderTo('goals', 'addGoal')

/**
 * Adds a task to a goal or task.
 *
 * @param node Its text, or an entry with more: see `NewItemEntry`.
 * @throws {TargetError} where the plan has no such goal or task, or the place names no task of it.
 * @throws {StatusError} for a status that the vocabulary does not know.
 * @throws {TypeError} for what is no task.
 */
export const addTask: Add<NewTask> = adderTo('tasks', 'addTask')

/**
 * Adds a note to a section, goal or task. Without a place it goes where its date belongs, as the notes there run, else
 * those of the page: newest first, or oldest first.
 *
 * @param node `{date, updates}`.
 * @throws {TargetError} where the plan has no such parent, or the place names no note of it.
 * @throws {TypeError} for what is no note.
 */
export const addNote: Add<NewNote> = adderTo('notes', 'addNote')

/**
 * Adds an update to a note, or below another update.
 *
 * @param node Its text, or `{text, statuses, updates}`: the statuses open it.
 * @throws {TargetError} where the plan has no such note or update, or the place names no update of it.
 * @throws {StatusError} for a status that the vocabulary does not know.
 * @throws {TypeError} for what is no update.
 */
export const addUpdate: Add<NewUpdate> = adderTo('updates', 'addUpdate')

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
  return insert([plan], named(made, '', plan), place)
}

/** The kinds of nodes by the lists that they stand in. */
const kindsOfLists = new Map(
  (Object.keys(model) as Kind[])
    .flatMap(rowsOf)
    .flatMap(([key, row]): [string, Kind][] => (isList(row) ? [[key, row.list]] : []))
)

/** The function, of this name, that adds to a list of a parent's. */
function adderTo(list: string, caller: string): Add<unknown> {
  return (plan, parent, given, place, options) => {
    const kind = kindsOfLists.get(list)!
    const {node, path} = find(plan, parent, caller, homesOf(kind))
    const made = likeOthers(build(kind, given, vocabularyOf(options)), given, node)
    const usual = made.type === 'note' ? placeOfDate(dateOf(made), node as Noted, plan) : undefined
    return insert(path, named(made, (node as Noted).id, plan), place ?? usual)
  }
}

/** A new goal or task that does not say its type, of the one that the others of its list have; see plan JSON. */
function likeOthers<T extends NodeOfKind[Kind]>(made: T, given: unknown, parent: Node): T {
  if ((made.type !== 'goal' && made.type !== 'task') || (given as {type?: unknown}).type)
    return made
  const others = listIn(parent as NodeOfKind[Kind], made.type) as (Goal | Task)[]
  const kinds = new Set(others.map(({kind}) => kind))
  const [kind = made.kind] = kinds.size === 1 && !kinds.has('task') ? kinds : []
  return {...made, kind}
}

/** Gives a new node, and what is in it, ids as those that are read get, beside the ids that the plan has. */
function named<T extends Node>(node: T, parent: string, plan: Plan): T {
  const [taken, codes] = [takenIn(plan), codesOf(plan, {children: [node]})]
  const made = node as Node as PlanNode
  if (made.type === 'period') namePeriod(made, childrenOf(plan, 'period').length + 1, taken, codes)
  else if (made.type === 'section') nameSection(made, parent, taken, codes)
  else if (made.type === 'note') nameNote(made, parent, taken)
  else if (made.type === 'goal' || made.type === 'task') nameItem(made, parent, taken, codes)
  return node
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
