/** What adds a thing to a plan: each takes its parent, the thing, and a place among its siblings. */
import * as build from './build.ts'
import {named} from './name.ts'
import {placeOfDate} from './note-place.ts'
import {vocabularyOf, type VocabularyOptions} from './options.ts'
import {insert, type Place} from './place.ts'
import {find, type Target} from './target.ts'
import type {NewGoal, NewNote, NewSection, NewTask, NewUpdate} from './build.ts'
import type {Content} from './content.ts'
import type {Plan} from '../plan/types.ts'

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
  const {node, path} = find(plan, parent, 'addSection', ['period', 'section'])
  const made = build.newSection(section, vocabularyOf(options))
  return insert(path, named(made, node.id, plan), place)
}

/**
 * Adds an objective to a section.
 *
 * @throws {TargetError} where the plan has no such section, or the place names no objective of it.
 * @throws {TypeError} for a text that is none, or blank.
 */
export function addObjective(
  plan: Plan,
  section: Target,
  text: Content,
  place?: Place | null
): Plan {
  const {path} = find(plan, section, 'addObjective', ['section'])
  return insert(path, build.newObjective(text), place)
}

/**
 * Adds a goal to a section.
 *
 * @param goal Its title, or `{title, status, stretch, tasks}`.
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
  const {node, path} = find(plan, section, 'addGoal', ['section'])
  const made = build.newGoal(goal, vocabularyOf(options))
  return insert(path, named(made, node.id, plan), place)
}

/**
 * Adds a task to a goal or task.
 *
 * @param task Its text, or `{text, status, stretch, tasks}`.
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
  const {node, path} = find(plan, parent, 'addTask', ['goal', 'task'])
  const made = build.newTask(task, vocabularyOf(options))
  return insert(path, named(made, node.id, plan), place)
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
  const {node, path} = find(plan, parent, 'addNote', ['section', 'goal', 'task'])
  const made = build.newNote(note, vocabularyOf(options))
  return insert(path, named(made, node.id, plan), place ?? placeOfDate(note.date, node, plan))
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
  const {path} = find(plan, parent, 'addUpdate', ['note', 'update'])
  return insert(path, build.newUpdate(update, vocabularyOf(options)), place)
}
