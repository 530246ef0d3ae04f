/**
 * A plan as things that an edit can name: the model that the tests of edits change beside the code under test.
 *
 * A thing knows what it says now, and what it was on the page; a new one was nothing. So after any number of
 * edits it is plain what was changed, moved and removed, and nothing of that is asked from the code under test.
 */
import {isDeepStrictEqual} from 'node:util'
import {childrenOf} from '../../../src/document/children.ts'
import {toJson} from '../../../src/plan/json/to-json.ts'
import {statementOf} from '../../../src/plan/model.ts'
import type {
  ItemJsonInput,
  PeriodJsonInput,
  PlanJsonInput,
  SectionJsonInput
} from '../../../src/plan/json/types.ts'
import type {
  DateJson,
  ItemJson,
  LinkJson,
  NoteJson,
  SectionJson,
  PeriodJson,
  Plan,
  PlanJson,
  PlanNode,
  StatusJson,
  UpdateJson
} from '../../../src/index.ts'
import type {Goal, Note, Section, Period, Task, Update} from '../../../src/plan/types.ts'

/** The kinds below each kind. */
export const below = {
  plan: ['field', 'period'],
  field: [],
  period: ['section'],
  section: ['statement', 'objective', 'dependency', 'primaryTeam', 'goal', 'note'],
  statement: [],
  objective: [],
  dependency: [],
  primaryTeam: [],
  goal: ['task'],
  task: ['task'],
  note: ['update'],
  update: ['update']
} as const satisfies Record<string, readonly string[]>

export type Kind = keyof typeof below

/** What a thing says of itself; a key that its kind has not is as good as empty. Never changed in place. */
export interface Facts {
  readonly id: string
  /** A field's or a period's. */
  readonly label: string | null
  /** The plan's or an outcome's. */
  readonly heading: string | null
  readonly text: string
  readonly links: readonly LinkJson[]
  readonly status: StatusJson | null
  readonly stretch: boolean
  /** A status that an edit leaves is the same object before and after. */
  readonly statuses: readonly StatusJson[]
  readonly date: DateJson | null
  readonly quarter: number | null
  /** What the page works out. */
  readonly derived: Readonly<Record<string, unknown>>
}

/** What a thing was on the page. */
export interface Origin {
  kind: Kind
  facts: Facts
  node: PlanNode
  parent: Origin | null
  children: Origin[]
}

export interface Thing {
  kind: Kind
  facts: Facts
  was: Origin | null
  lists: Partial<Record<Kind, Thing[]>>
}

const none: Facts = {
  id: '',
  label: null,
  heading: null,
  text: '',
  links: [],
  status: null,
  stretch: false,
  statuses: [],
  date: null,
  quarter: null,
  derived: {}
}

/** A thing that the page has not. */
export function newThing(kind: Kind, facts: Partial<Facts>): Thing {
  const lists = Object.fromEntries(below[kind].map((inner) => [inner, []]))
  return {kind, facts: {...none, ...facts}, was: null, lists}
}

/** The things of one kind below a thing. */
export function listOf(thing: Thing, kind: Kind): Thing[] {
  return thing.lists[kind] ?? []
}

/** All things below a thing, in the order of the plan. */
export function childrenOfThing(thing: Thing): Thing[] {
  return below[thing.kind].flatMap((kind) => listOf(thing, kind))
}

/** A thing with its parent. */
export interface Found {
  thing: Thing
  parent: Thing
}

/** Every thing of some kinds, with its parent. */
export function findAll(parent: Thing, kinds: readonly Kind[]): Found[] {
  return childrenOfThing(parent).flatMap((thing) => [
    ...(kinds.includes(thing.kind) ? [{thing, parent}] : []),
    ...findAll(thing, kinds)
  ])
}

/** A copy that can be changed; what things were is shared. */
export function copy(thing: Thing): Thing {
  const lists = Object.entries(thing.lists).map(([kind, list]) => [kind, list.map(copy)])
  return {...thing, lists: Object.fromEntries(lists) as Thing['lists']}
}

/** Whether a thing says what it said on the page. */
export function isIntact({facts, was}: Thing): boolean {
  return was !== null && (facts === was.facts || isDeepStrictEqual(facts, was.facts))
}

/** A page's plan as things. */
export function toModel(plan: Plan): Thing {
  const {title, heading, fiscalYear, fields, periods} = toJson(plan)
  const root = original('plan', plan, null, {heading, derived: {title, fiscalYear}})
  for (const [at, node] of childrenOf(plan, 'field').entries()) {
    const {name, label, value, links} = fields[at]!
    add(root, original('field', node, root.was, {label, text: value, links, derived: {name}}))
  }
  for (const [at, node] of childrenOf(plan, 'period').entries()) {
    add(root, ofPeriod(node, periods[at]!, root.was))
  }
  return root
}

function original(
  kind: Kind,
  node: PlanNode,
  parent: Origin | null,
  facts: Partial<Facts>
): Thing & {was: Origin} {
  const thing = newThing(kind, facts)
  const was: Origin = {kind, facts: thing.facts, node, parent, children: []}
  parent?.children.push(was)
  return {...thing, was}
}

function add(parent: Thing, thing: Thing): void {
  parent.lists[thing.kind]!.push(thing)
}

function ofPeriod(node: Period, json: PeriodJson, parent: Origin | null): Thing {
  const {id, label, quarter, sections, ...derived} = json
  const period = original('period', node, parent, {id, label, quarter, derived})
  for (const [at, child] of childrenOf(node, 'section').entries())
    add(period, ofOutcome(child, sections[at]!, period.was))
  return period
}

function ofOutcome(node: Section, json: SectionJson, parent: Origin): Thing {
  const {id, heading, type, code, numbers, qualifier, fields, sections} = json
  const derived = {type, code, numbers, qualifier, fields, sections}
  const outcome = original('section', node, parent, {id, heading, derived})
  const text = (kind: Kind, child: PlanNode, said: string): void =>
    add(outcome, original(kind, child, outcome.was, {text: said}))
  const statement = statementOf(node)
  if (statement) text('statement', statement, json.statement ?? '')
  for (const [at, child] of childrenOf(node, 'objective').entries())
    text('objective', child, json.objectives[at]!)
  const teams = (type: 'dependencies' | 'primaryTeams', kind: Kind): void => {
    const nodes = childrenOf(node, type).flatMap(({children}) => children)
    for (const [at, child] of nodes.entries()) text(kind, child, json[type][at]!)
  }
  teams('dependencies', 'dependency')
  teams('primaryTeams', 'primaryTeam')
  for (const [at, child] of childrenOf(node, 'goal').entries())
    add(outcome, ofTitled('goal', child, json.goals[at]!, outcome.was))
  for (const [at, child] of childrenOf(node, 'note').entries())
    add(outcome, ofNote(child, json.notes[at]!, outcome.was))
  return outcome
}

function ofTitled(kind: 'goal' | 'task', node: Goal | Task, json: ItemJson, parent: Origin): Thing {
  const {id, text, status, stretch, links, tasks, ...derived} = json
  const thing = original(kind, node, parent, {id, text, status, stretch, links, derived})
  for (const [at, child] of childrenOf(node, 'task').entries())
    add(thing, ofTitled('task', child, tasks[at]!, thing.was))
  return thing
}

function ofNote(node: Note, {id, date, updates}: NoteJson, parent: Origin): Thing {
  const note = original('note', node, parent, {id, date})
  for (const [at, child] of childrenOf(node, 'update').entries())
    add(note, ofUpdate(child, updates[at]!, note.was))
  return note
}

function ofUpdate(node: Update, json: UpdateJson, parent: Origin): Thing {
  const {text, statuses, links, updates} = json
  const update = original('update', node, parent, {text, statuses, links})
  for (const [at, child] of childrenOf(node, 'update').entries())
    add(update, ofUpdate(child, updates[at]!, update.was))
  return update
}

/**
 * The plan JSON that the things say, as a program would have written it: derived facts, and what no edit is of,
 * are as they were, and not there where the thing is new.
 */
export function toPlanJson(plan: Thing): PlanJsonInput {
  const {heading, derived} = plan.facts
  const {title, fiscalYear} = derived as Pick<PlanJson, 'title' | 'fiscalYear'>
  return {
    version: 2,
    title,
    heading,
    fiscalYear,
    source: null,
    fields: listOf(plan, 'field').map(({facts}) => ({
      ...facts.derived,
      label: facts.label ?? '',
      value: facts.text,
      links: [...facts.links]
    })),
    periods: listOf(plan, 'period').map(periodJson)
  }
}

function periodJson(period: Thing): PeriodJsonInput {
  const {id, label, quarter, derived} = period.facts
  return {id, label, quarter, ...derived, sections: listOf(period, 'section').map(outcomeJson)}
}

function outcomeJson(outcome: Thing): SectionJsonInput {
  const {id, heading, derived} = outcome.facts
  const texts = (kind: Kind): string[] => listOf(outcome, kind).map(({facts}) => facts.text)
  return {
    id,
    heading,
    ...derived,
    statement: texts('statement')[0] ?? null,
    objectives: texts('objective'),
    dependencies: texts('dependency'),
    primaryTeams: texts('primaryTeam'),
    goals: listOf(outcome, 'goal').map(taskJson),
    notes: listOf(outcome, 'note').map((note) => ({
      id: note.facts.id,
      date: note.facts.date,
      updates: listOf(note, 'update').map(updateJson)
    }))
  }
}

function taskJson(thing: Thing): ItemJsonInput {
  const {id, text, stretch, links, derived} = thing.facts
  const tasks = listOf(thing, 'task').map(taskJson)
  return {id, text, status: statusJson(thing), stretch, links: [...links], ...derived, tasks}
}

/** A status; one that was made from nothing as its value alone: `jq '.status = "done"'`. */
function statusJson({facts: {status}, was}: Thing): StatusJson | string | null {
  if (status === null || status === was?.facts.status) return status
  return status.form === 'template' && status.raw === `{{${status.label}}}` ? status.value : status
}

function updateJson(thing: Thing): UpdateJson {
  const {text, statuses, links} = thing.facts
  const updates = listOf(thing, 'update').map(updateJson)
  return {text, statuses: [...statuses], links: [...links], updates}
}
