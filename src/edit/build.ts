/** New things of a plan, as a caller says them; they have no ids yet. */
import {isContent, toContent, toSomeContent, wantedContent, type Content} from './content.ts'
import {toDate} from './date.ts'
import {readHeaded} from './heading.ts'
import {splitHeading} from '../plan/recognize/headings.ts'
import {statementOf} from './statement.ts'
import {opened} from './status.ts'
import {itemKinds} from '../plan/model.ts'
import {toStatus} from '../plan/status.ts'
import {toTeam} from './teams.ts'
import {text} from '../write/builders.ts'
import {checkEntry, wrong, type Keys} from '../vocabulary/check.ts'
import type {
  Goal,
  ItemKind,
  Note,
  Objective,
  Section,
  Statement,
  Task,
  Update
} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/index.ts'

/** A goal or task to be added; a text alone is one without status and tasks. */
export type NewItem = Content | NewItemEntry

/** A goal or task with more than its text. */
export interface NewItemEntry {
  text: Content
  /** What the page calls it; `goal` for a goal and `task` for a task where it is left out. */
  type?: ItemKind
  code?: string | null
  /** A status's value, label or alias. */
  status?: string | null
  /** What follows the status. */
  remark?: Content | null
  stretch?: boolean
  tasks?: readonly NewItem[]
}

/** A goal to be added. */
export type NewGoal = NewItem

/** A task to be added. */
export type NewTask = NewItem

/** An update to be added. */
export type NewUpdate = Content | NewUpdateEntry

/** An update with more than its text. */
export interface NewUpdateEntry {
  /** What stands behind the statuses; it may be left out where there are any. */
  text?: Content
  /** The statuses that open it, by value, label or alias. */
  statuses?: readonly string[]
  updates?: readonly NewUpdate[]
}

/** A note to be added. */
export interface NewNote {
  /** A day, a month or a year in ISO 8601. */
  date: string
  updates?: readonly NewUpdate[]
}

/** A section to be added. */
export interface NewSection {
  /** Such as `Outcome 1 / Output 2 (Night boats)`. */
  heading: string
  statement?: Content | null
  objectives?: readonly Content[]
  dependencies?: readonly string[]
  primaryTeams?: readonly string[]
  goals?: readonly NewGoal[]
  notes?: readonly NewNote[]
}

type Check = [test: (value: unknown) => boolean, wanted: string]

function optional([test, wanted]: Check): Check {
  return [(value) => value === undefined || test(value), wanted]
}

const content: Check = [isContent, wantedContent]
const list = optional([Array.isArray, 'an array'])
const status = optional([
  (value) => value === null || typeof value === 'string',
  'a status or null'
])
const flag = optional([(value) => typeof value === 'boolean', 'true or false'])
const statement = optional([
  (value) => value === null || isContent(value),
  `${wantedContent} or null`
])
const string: Check = [(value) => typeof value === 'string', 'a string']

const itemKeys: Keys = new Map<string, Check>([
  ['text', content],
  [
    'type',
    optional([(value) => itemKinds.includes(value as ItemKind), `one of ${itemKinds.join(', ')}`])
  ],
  ['code', optional([(value) => value === null || typeof value === 'string', 'a string or null'])],
  ['status', status],
  ['remark', statement],
  ['stretch', flag],
  ['tasks', list]
])
const noteKeys: Keys = new Map([
  ['date', string],
  ['updates', list]
])
const updateKeys: Keys = new Map([
  ['text', optional(content)],
  ['statuses', list],
  ['updates', list]
])
const sectionLists = ['objectives', 'dependencies', 'primaryTeams', 'goals', 'notes']
const sectionKeys: Keys = new Map<string, Check>([
  ['heading', string],
  ['statement', statement],
  ...sectionLists.map((key): [string, Check] => [key, list])
])

/** @throws {TypeError} for what is no goal; so do the others. */
export function newGoal(goal: NewItem, vocabulary: Vocabulary, path = 'goal'): Goal {
  return {type: 'goal', ...newItem(goal, 'goal', vocabulary, path)}
}

export function newTask(task: NewItem, vocabulary: Vocabulary, path = 'task'): Task {
  return {type: 'task', ...newItem(task, 'task', vocabulary, path)}
}

function newItem(
  item: NewItem,
  kind: ItemKind,
  vocabulary: Vocabulary,
  path: string
): Omit<Task, 'type'> {
  const entry = isContent(item) ? {text: item} : item
  checkEntry(entry, itemKeys, path)
  const {
    text,
    type = kind,
    code = null,
    status = null,
    remark = null,
    stretch = false,
    tasks = []
  } = entry
  const words = toSomeContent(text, `${path}.text`)
  return {
    kind: type,
    id: '',
    code,
    stretch,
    children: [
      statementOf(words),
      ...(status === null ? [] : [toStatus(status, vocabulary)]),
      ...(remark === null
        ? []
        : [{type: 'remark' as const, children: toSomeContent(remark, `${path}.remark`)}]),
      ...tasks.map((task, at) => newTask(task, vocabulary, `${path}.tasks[${at}]`))
    ]
  }
}

export function newNote(note: NewNote, vocabulary: Vocabulary, path = 'note'): Note {
  checkEntry(note, noteKeys, path)
  const updates = newUpdates(note.updates, vocabulary, path)
  return {type: 'note', id: '', children: [toDate(note.date, vocabulary), ...updates]}
}

export function newUpdate(update: NewUpdate, vocabulary: Vocabulary, path = 'update'): Update {
  const entry = isContent(update) ? {text: update} : update
  checkEntry(entry, updateKeys, path)
  const statuses = (entry.statuses ?? []).map((name) => toStatus(name, vocabulary))
  const text = toContent(entry.text ?? '', `${path}.text`)
  if (text.length + statuses.length === 0)
    throw wrong(path, 'an update with a text or a status', update)
  const updates = newUpdates(entry.updates, vocabulary, path)
  return {type: 'update', children: [statementOf(opened(statuses, text)), ...updates]}
}

function newUpdates(
  updates: readonly NewUpdate[] = [],
  vocabulary: Vocabulary,
  path: string
): Update[] {
  return updates.map((update, at) => newUpdate(update, vocabulary, `${path}.updates[${at}]`))
}

export function newObjective(text: Content, path = 'objective'): Objective {
  return {type: 'objective', children: toSomeContent(text, path)}
}

export function newSection(section: NewSection, vocabulary: Vocabulary, path = 'section'): Section {
  checkEntry(section, sectionKeys, path)
  const {objectives = [], goals = [], notes = []} = section
  return {
    type: 'section',
    id: '',
    ...readHeaded(section.heading, vocabulary),
    children: [
      ...newStatement(section, vocabulary, path),
      ...objectives.map((text, at) => newObjective(text, `${path}.objectives[${at}]`)),
      ...newTeams(section, vocabulary),
      ...goals.map((goal, at) => newGoal(goal, vocabulary, `${path}.goals[${at}]`)),
      ...notes.map((note, at) => newNote(note, vocabulary, `${path}.notes[${at}]`))
    ]
  }
}

/** The statement; without one of its own, the one that the heading says. */
function newStatement(
  {statement = null, heading}: NewSection,
  vocabulary: Vocabulary,
  path: string
): Statement[] {
  if (statement !== null) return [statementOf(toSomeContent(statement, `${path}.statement`))]
  const said = splitHeading(readHeaded(heading, vocabulary).heading, vocabulary).statement
  return said === undefined ? [] : [statementOf([text(said)])]
}

function newTeams(section: NewSection, vocabulary: Vocabulary): Section['children'] {
  return (['dependencies', 'primaryTeams'] as const).flatMap((type) => {
    const children = (section[type] ?? []).map((name) => toTeam(name, vocabulary))
    return children.length > 0 ? [{type, children}] : []
  })
}
