/** Edits of plan JSON as a program would make them: things are found by what they say. */
import {itemJson} from '../../utils/item-json.ts'
import type {
  ItemJson,
  NoteJson,
  SectionJson,
  PeriodJson,
  PlanJson,
  StatusJson,
  UpdateJson
} from '../../../src/index.ts'

/** The thing of a kind that says something. */
export const goal = finder<ItemJson>('tasks', 'text')
export const task = finder<ItemJson>('tasks', 'text')
export const update = finder<UpdateJson>('updates', 'text')
export const outcome = finder<SectionJson>('goals', 'heading')
export const period = finder<PeriodJson>('sections', 'label')

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
export function titled(plan: PlanJson, value: string): ItemJson | UpdateJson {
  const things = within(plan) as Partial<ItemJson & UpdateJson>[]
  const found = things.find((thing) => (thing.tasks ?? thing.updates) && thing.text === value)
  if (!found || !('links' in found)) throw new Error(`The plan has no ${value}`)
  return found as ItemJson
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

export function newTask(text: string, ...tasks: ItemJson[]): ItemJson {
  return newItem('task', text, tasks)
}

export function newGoal(text: string, ...tasks: ItemJson[]): ItemJson {
  return newItem('goal', text, tasks)
}

function newItem(type: ItemJson['type'], text: string, tasks: ItemJson[]): ItemJson {
  return {...itemJson(type, `new: ${text}`, text), tasks}
}

export function newUpdate(text: string, ...updates: UpdateJson[]): UpdateJson {
  return {text, statuses: [], links: [], updates}
}

/** A note of a day or month, as ISO 8601 has it. */
export function newNote(value: string, ...updates: UpdateJson[]): NoteJson {
  const precision = value.length === 10 ? 'day' : 'month'
  return {id: `new: ${value}`, date: {value, precision, raw: value}, updates}
}

export function newSection(heading: string, parts: Partial<SectionJson>): SectionJson {
  const [first, second] = Array.from(heading.matchAll(/\d+/g), String)
  return {
    id: `new: ${heading}`,
    type: 'outcome',
    heading,
    code: null,
    numbers: {...(first && {outcome: [first]}), ...(second && {output: [second]})},
    qualifier: null,
    statement: null,
    objectives: [],
    dependencies: [],
    primaryTeams: [],
    fields: [],
    sections: [],
    goals: [],
    notes: [],
    ...parts
  }
}

export function newPeriod(label: string, quarter: number, sections: SectionJson[]): PeriodJson {
  const dates = {start: null, end: null}
  return {id: `new: ${label}`, label, quarter, ...dates, inferred: false, sections}
}
