/** Edits of plan JSON as a program would make them: things are found by what they say. */
import type {
  GoalJson,
  NoteJson,
  OutcomeJson,
  PeriodJson,
  PlanJson,
  StatusJson,
  TaskJson,
  UpdateJson
} from '../../../src/index.ts'

/** The thing of a kind that says something. */
export const goal = finder<GoalJson>('tasks', 'title')
export const task = finder<TaskJson>('tasks', 'text')
export const update = finder<UpdateJson>('updates', 'text')
export const outcome = finder<OutcomeJson>('goals', 'heading')
export const period = finder<PeriodJson>('outcomes', 'label')

/** The note of an outcome by its date as written. */
export function note(plan: PlanJson, heading: string, raw: string): NoteJson {
  const found = outcome(plan, heading).notes.find(({date}) => date?.raw === raw)
  if (!found) throw new Error(`No note of ${raw}`)
  return found
}

/** A finder of things that have a list and a text; which of them, where several say the same. */
function finder<T extends object>(list: string, text: keyof T & string) {
  return (plan: PlanJson, value: string | null, nth = 0): T => {
    const things = within(plan).filter((thing) => list in thing && text in thing) as T[]
    const found = things.filter((thing) => thing[text] === value)[nth]
    if (!found) throw new Error(`The plan has no ${text} ${value}`)
    return found
  }
}

/** The goal, task or update that says something. */
export function titled(plan: PlanJson, value: string): GoalJson | TaskJson | UpdateJson {
  const things = within(plan) as Partial<GoalJson & TaskJson & UpdateJson>[]
  const found = things.find(
    (thing) => (thing.tasks ?? thing.updates) && (thing.title ?? thing.text) === value
  )
  if (!found || !('links' in found)) throw new Error(`The plan has no ${value}`)
  return found as GoalJson
}

/** Every object in a value. */
function within(value: unknown): object[] {
  if (value === null || typeof value !== 'object') return []
  return [value, ...Object.values(value).flatMap(within)]
}

/** Takes a thing out of the list that it is in. */
export function remove(plan: PlanJson, thing: object): void {
  const list = listWith(plan, thing)
  list.splice(list.indexOf(thing), 1)
}

/** Puts things behind another. */
export function insertAfter(plan: PlanJson, thing: object, ...things: object[]): void {
  const list = listWith(plan, thing)
  list.splice(list.indexOf(thing) + 1, 0, ...things)
}

/** Puts a thing behind another. */
export function moveAfter(plan: PlanJson, thing: object, other: object): void {
  remove(plan, thing)
  insertAfter(plan, other, thing)
}

function listWith(plan: PlanJson, thing: object): object[] {
  const list = within(plan).find((value) => Array.isArray(value) && value.includes(thing))
  if (!list) throw new Error('The thing is not in the plan')
  return list as object[]
}

/** A status by its name; how it is written is up to the page. */
export function status(value: string): StatusJson {
  const label = value.charAt(0).toUpperCase() + value.slice(1).replaceAll('-', ' ')
  return {value, label, form: 'template', raw: `{{${label}}}`}
}

// What is new has ids that no page gives.

export function newTask(text: string, ...tasks: TaskJson[]): TaskJson {
  return {id: `new: ${text}`, text, status: null, stretch: false, links: [], tasks}
}

export function newGoal(title: string, ...tasks: TaskJson[]): GoalJson {
  return {id: `new: ${title}`, title, status: null, stretch: false, links: [], tasks}
}

export function newUpdate(text: string, ...updates: UpdateJson[]): UpdateJson {
  return {text, statuses: [], links: [], updates}
}

/** A note of a day or month, as ISO 8601 has it. */
export function newNote(value: string, ...updates: UpdateJson[]): NoteJson {
  const precision = value.length === 10 ? 'day' : 'month'
  return {id: `new: ${value}`, date: {value, precision, raw: value}, updates}
}

export function newOutcome(heading: string, parts: Partial<OutcomeJson>): OutcomeJson {
  const [first, second] = Array.from(heading.matchAll(/\d+/g), String)
  return {
    id: `new: ${heading}`,
    heading,
    outcomes: first ? [first] : [],
    outputs: second ? [second] : [],
    qualifier: null,
    statement: null,
    objectives: [],
    dependencies: [],
    primaryTeams: [],
    goals: [],
    notes: [],
    ...parts
  }
}

export function newPeriod(label: string, quarter: number, outcomes: OutcomeJson[]): PeriodJson {
  const dates = {start: null, end: null}
  return {id: `new: ${label}`, label, quarter, ...dates, inferred: false, outcomes}
}
