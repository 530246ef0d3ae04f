import {listOf} from './entities.ts'
import type {Entity, EntityOf, Kind, TextFact} from './entities.ts'
import type {JsonByKind} from './types.ts'

type Texted = {facts: {text: TextFact}}

const text = ({facts}: Texted): string => facts.text.text

const writers: {readonly [K in Kind]: (thing: EntityOf<K>) => JsonByKind[K]} = {
  plan: (thing) => ({
    version: 1,
    title: thing.facts.title,
    heading: thing.facts.heading,
    fiscalYear: thing.facts.fiscalYear,
    fields: jsonOfAll(thing, 'field'),
    periods: jsonOfAll(thing, 'period')
  }),
  field: ({facts, node}) => ({
    name: node.name,
    label: facts.label,
    value: facts.text.text,
    links: facts.text.links
  }),
  period: (thing) => ({id: thing.id!, ...thing.facts, outcomes: jsonOfAll(thing, 'outcome')}),
  outcome: (thing) => ({
    id: thing.id!,
    ...thing.facts,
    statement: jsonOfAll(thing, 'statement')[0] ?? null,
    objectives: jsonOfAll(thing, 'objective'),
    dependencies: jsonOfAll(thing, 'dependency'),
    primaryTeams: jsonOfAll(thing, 'primaryTeam'),
    goals: jsonOfAll(thing, 'goal'),
    notes: jsonOfAll(thing, 'note')
  }),
  statement: text,
  objective: text,
  dependency: text,
  primaryTeam: text,
  goal: (thing) => {
    const {id, text, ...rest} = titled(thing)
    return {id, title: text, ...rest}
  },
  task: (thing) => titled(thing),
  note: (thing) => ({
    id: thing.id!,
    date: thing.facts.date,
    updates: jsonOfAll(thing, 'update')
  }),
  update: (thing) => {
    const {text, statuses, links} = thing.facts.text
    return {text, statuses, links, updates: jsonOfAll(thing, 'update')}
  }
}

function titled(thing: EntityOf<'goal' | 'task'>): JsonByKind['task'] {
  const {text, status, stretch} = thing.facts
  const tasks = jsonOfAll(thing as Entity, 'task')
  return {id: thing.id!, text: text.text, status, stretch, links: text.links, tasks}
}

/** What plan JSON has for a thing, with all that is below it. */
export function jsonOf<K extends Kind>(thing: EntityOf<K>): JsonByKind[K] {
  const write: (thing: EntityOf<K>) => JsonByKind[K] = writers[thing.kind]
  return write(thing)
}

function jsonOfAll<K extends Kind>(parent: Entity, kind: K): JsonByKind[K][] {
  return listOf(parent, kind).map((thing) => jsonOf<K>(thing as never))
}
