/** New things of a plan, as a caller says them; they have no ids yet. */
import {isContent, toContent, toSomeContent, wantedContent, type Content} from './content.ts'
import {toDate} from './date.ts'
import {readHeaded} from './heading.ts'
import {splitHeading} from '../plan/recognize/split-heading.ts'
import {statementOf} from './statement.ts'
import {opened, toStatus} from './status.ts'
import {toTeam} from './teams.ts'
import {text} from '../write/builders.ts'
import {checkEntry, wrong, type Keys} from '../vocabulary/check.ts'
import type {PhrasingContent} from '../document/types.ts'
import type {Goal, Note, Objective, Outcome, Statement, Task, Update} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/index.ts'

/** A task to be added; a text alone is a task without status. */
export type NewTask = Content | NewTaskEntry

/** A task with more than its text. */
export interface NewTaskEntry {
  text: Content
  /** A status's value, label or alias. */
  status?: string | null
  stretch?: boolean
  tasks?: readonly NewTask[]
}

/** A goal to be added; a title alone is a goal without status and tasks. */
export type NewGoal = Content | NewGoalEntry

/** A goal with more than its title. */
export interface NewGoalEntry {
  title: Content
  /** A status's value, label or alias. */
  status?: string | null
  stretch?: boolean
  tasks?: readonly NewTask[]
}

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

/** An outcome to be added. */
export interface NewOutcome {
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

const titledRest: [string, Check][] = [
  ['status', status],
  ['stretch', flag],
  ['tasks', list]
]
const goalKeys: Keys = new Map([['title', content], ...titledRest])
const taskKeys: Keys = new Map([['text', content], ...titledRest])
const noteKeys: Keys = new Map([
  ['date', string],
  ['updates', list]
])
const updateKeys: Keys = new Map([
  ['text', optional(content)],
  ['statuses', list],
  ['updates', list]
])
const outcomeLists = ['objectives', 'dependencies', 'primaryTeams', 'goals', 'notes']
const outcomeKeys: Keys = new Map<string, Check>([
  ['heading', string],
  ['statement', statement],
  ...outcomeLists.map((key): [string, Check] => [key, list])
])

/** @throws {TypeError} for what is no goal; so do the others. */
export function newGoal(goal: NewGoal, vocabulary: Vocabulary, path = 'goal'): Goal {
  const entry = isContent(goal) ? {title: goal} : goal
  checkEntry(entry, goalKeys, path)
  const {title, ...rest} = entry
  const text = toSomeContent(title, `${path}.title`)
  return {type: 'goal', id: '', ...titled(text, rest, vocabulary, path)}
}

export function newTask(task: NewTask, vocabulary: Vocabulary, path = 'task'): Task {
  const entry = isContent(task) ? {text: task} : task
  checkEntry(entry, taskKeys, path)
  const {text, ...rest} = entry
  const words = toSomeContent(text, `${path}.text`)
  return {type: 'task', id: '', ...titled(words, rest, vocabulary, path)}
}

/** What goals and tasks have alike. */
function titled(
  text: PhrasingContent[],
  {status = null, stretch = false, tasks = []}: Omit<NewTaskEntry, 'text'>,
  vocabulary: Vocabulary,
  path: string
): Pick<Task, 'stretch' | 'children'> {
  const children = [
    statementOf(text),
    ...(status === null ? [] : [toStatus(status, vocabulary)]),
    ...tasks.map((task, at) => newTask(task, vocabulary, `${path}.tasks[${at}]`))
  ]
  return {stretch, children}
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

export function newOutcome(outcome: NewOutcome, vocabulary: Vocabulary, path = 'outcome'): Outcome {
  checkEntry(outcome, outcomeKeys, path)
  const {objectives = [], goals = [], notes = []} = outcome
  return {
    type: 'outcome',
    id: '',
    ...readHeaded(outcome.heading, vocabulary),
    children: [
      ...newStatement(outcome, vocabulary, path),
      ...objectives.map((text, at) => newObjective(text, `${path}.objectives[${at}]`)),
      ...newTeams(outcome, vocabulary),
      ...goals.map((goal, at) => newGoal(goal, vocabulary, `${path}.goals[${at}]`)),
      ...notes.map((note, at) => newNote(note, vocabulary, `${path}.notes[${at}]`))
    ]
  }
}

/** The statement; without one of its own, the one that the heading says. */
function newStatement(
  {statement = null, heading}: NewOutcome,
  vocabulary: Vocabulary,
  path: string
): Statement[] {
  if (statement !== null) return [statementOf(toSomeContent(statement, `${path}.statement`))]
  const said = splitHeading(readHeaded(heading, vocabulary).heading, vocabulary).statement
  return said === undefined ? [] : [statementOf([text(said)])]
}

function newTeams(outcome: NewOutcome, vocabulary: Vocabulary): Outcome['children'] {
  return (['dependencies', 'primaryTeams'] as const).flatMap((type) => {
    const children = (outcome[type] ?? []).map((name) => toTeam(name, vocabulary))
    return children.length > 0 ? [{type, children}] : []
  })
}
