/**
 * Ordinary edits of a plan, each said three times: as plan JSON that a script changed, by a call, and by what is to be
 * the case then. None asks the code what an edit is.
 */
import fc from 'fast-check'
import {
  addGoal,
  addNote,
  addObjective,
  addSection,
  addTask,
  addUpdate,
  apply,
  move,
  remove,
  setDate,
  setHeading,
  setStatement,
  setStatus,
  setStretch,
  setTeams,
  setText,
  toMarkdown,
  toWikitext
} from '../../src/index.ts'
import type {Plan, PlanNode} from '../../src/index.ts'
import {changed, placesOf, valueAt} from './leaf.ts'
import type {Place} from './leaf.ts'
import {read} from './put-check.ts'
import type {Source} from './put-check.ts'

type Json = Record<string, unknown>
type Path = Place['path']

/** Which edit, of what, and how. */
export interface Draw {
  kind: number
  at: number
  how: number
  word: string
}

export const draws: fc.Arbitrary<Draw> = fc.record({
  kind: fc.nat(997),
  at: fc.nat(997),
  how: fc.nat(997),
  word: fc.constantFrom('lanterns', 'ropes', 'Zebra', 'network')
})

/** An edit that a document can take. */
export interface Edit {
  name: string
  /** What is changed. */
  place: Place
  /** What is removed, if something is. */
  removed: Path | null
  json: Json
  isCallable: boolean
  call: (plan: Plan) => Plan
}

export interface Kind {
  name: string
  /** Objects that the edit can be made to. */
  of: Place['kind']
  key: string
  /** The value under the key after the edit; `undefined` where there is nothing to do. */
  change: (was: unknown, draw: Draw, owner: Json, document: Json) => unknown
  /** `null` where no function makes it. */
  call: ((plan: Plan, target: PlanNode, value: never, draw: Draw) => Plan) | null
}

const statuses = ['done', 'in-progress', 'stalled', 'blocked', 'postponed']
const days = ['2030-09-01', '2030-12', '2031-02-28', '2030']

export function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length]!
}

const setItemStatus: Kind = {
  name: 'status',
  of: 'item',
  key: 'status',
  change: (was, {how}) => {
    const status = pick(statuses, how)
    return (was as Json | null)?.['value'] === status ? undefined : status
  },
  call: (plan, target, value: string) => setStatus(plan, target as never, value)
}

const clearStatus: Kind = {
  ...setItemStatus,
  name: 'clear status',
  change: (was) => (was === null ? undefined : null)
}

/** Another word in the place of one that is in no link and no status, or one more. */
export function anotherText(was: unknown, {how, word}: Draw, owner: Json): unknown {
  const text = was as string
  if (text === '') return undefined
  const fixed = [...((owner['links'] ?? []) as Json[]), ...((owner['statuses'] ?? []) as Json[])]
  const words = [...text.matchAll(/\p{L}{3,}/gu)].filter(
    ([found]) => !fixed.some(({text, label}) => String(text ?? label).includes(found))
  )
  if (how % 3 === 0 || words.length === 0) return how % 2 === 0 ? `${text} ${word}` : undefined
  const {0: old, index} = pick(words, how)
  return text.slice(0, index) + word + text.slice(index + old.length)
}

const setItemText: Kind = {
  name: 'text',
  of: 'item',
  key: 'text',
  change: anotherText,
  call: () => {
    throw new Error('only as a document')
  }
}

const wholeText: Kind = {
  ...setItemText,
  name: 'whole text',
  change: (_, {word}, owner) =>
    (owner['links'] as unknown[]).length > 0 ? undefined : `Entirely ${word}`,
  call: (plan, target, value: string) => setText(plan, target as never, value)
}

export function listed(
  name: string,
  of: Kind['of'],
  key: string,
  entry: (draw: Draw) => unknown,
  call: Kind['call']
): Kind {
  return {
    name,
    of,
    key,
    change: (was, draw) => [...(was as unknown[]), entry(draw)],
    call
  }
}

export function removal(name: string, of: Kind['of'], key: string): Kind {
  return {
    name: `remove ${name}`,
    of,
    key,
    change: (was, {how}) => {
      const list = was as unknown[]
      return list.length === 0 ? undefined : list.toSpliced(how % list.length, 1)
    },
    call: (plan, target, _, {how}) => {
      return remove(plan, pick(listIn(target, key), how) as never)
    }
  }
}

/** The nodes of a list of the document. */
function listIn(target: PlanNode, key: string): PlanNode[] {
  return (target as {children: PlanNode[]}).children.filter(({type}) => type === types[key])
}

/** The first of a list becomes its last, or the other way round. */
export function reordering(name: string, of: Kind['of'], key: string): Kind {
  return {
    name: `move ${name}`,
    of,
    key,
    change: (was, {how}) => {
      const list = was as unknown[]
      if (list.length < 2) return undefined
      return how % 2 === 0 ? [...list.slice(1), list[0]] : [list.at(-1), ...list.slice(0, -1)]
    },
    call: (plan, target, _, {how}) => {
      const list = listIn(target, key)
      const [first, last] = [list[0]!, list.at(-1)!]
      return how % 2 === 0
        ? move(plan, first as never, target as never, {after: last as never})
        : move(plan, last as never, target as never, {before: first as never})
    }
  }
}

/** What people do every day. */
export const kinds: readonly Kind[] = [
  setItemStatus,
  setItemStatus,
  clearStatus,
  setItemText,
  setItemText,
  wholeText,
  {...setItemText, name: 'update text', of: 'update'},
  {...setItemText, name: 'field value', of: 'field', key: 'value'},
  {
    ...setItemText,
    name: 'statement',
    of: 'section',
    key: 'statement',
    change: (was, draw, owner) => (was === null ? undefined : anotherText(was, draw, owner)),
    call: (plan, target, value: string) => setStatement(plan, target as never, value)
  },
  {
    name: 'stretch',
    of: 'item',
    key: 'stretch',
    change: (was) => !was,
    call: (plan, target, value: boolean) => setStretch(plan, target as never, value)
  },
  {
    name: 'date',
    of: 'note',
    key: 'date',
    change: (was, {how}) => {
      const day = pick(days, how)
      return was === null || (was as Json)['value'] === day ? undefined : day
    },
    call: (plan, target, value: string) => setDate(plan, target as never, value)
  },
  {
    name: 'heading',
    of: 'section',
    key: 'heading',
    change: (was, {word}, {statement}) =>
      was === null || (statement !== null && String(was).includes(String(statement)))
        ? undefined
        : /^outcome/i.test(String(was)) && !/\)$/.test(String(was))
          ? `${String(was)} (${word})`
          : undefined,
    call: (plan, target, value: string) => setHeading(plan, target as never, value)
  },
  {
    name: 'teams',
    of: 'section',
    key: 'primaryTeams',
    change: (was, {word}, {heading}) =>
      heading === null ? undefined : [...(was as string[]), `Team ${word}`],
    call: (plan, target, value: string[]) => setTeams(plan, target as never, {primaryTeams: value})
  },
  listed(
    ...([
      'add goal',
      'section',
      'goals',
      ({word}: Draw) => ({text: `Buy ${word}`, status: 'done'})
    ] as const),
    (plan, target, value: Json[]) => addGoal(plan, target as never, value.at(-1) as never)
  ),
  listed(
    ...(['add task', 'item', 'tasks', ({word}: Draw) => ({text: `Buy ${word}`})] as const),
    (plan, target, value: Json[]) => addTask(plan, target as never, value.at(-1) as never)
  ),
  listed(
    ...([
      'add note',
      'section',
      'notes',
      ({word}: Draw) => ({date: '2031-03-01', updates: [{text: `Bought ${word}`}]})
    ] as const),
    (plan, target, value: Json[]) =>
      addNote(plan, target as never, value.at(-1) as never, {at: value.length - 1})
  ),
  listed(
    ...([
      'add update',
      'note',
      'updates',
      ({word}: Draw) => ({text: `Bought ${word}`, statuses: ['done']})
    ] as const),
    (plan, target, value: Json[]) => addUpdate(plan, target as never, value.at(-1) as never)
  ),
  listed(
    ...([
      'add section',
      'period',
      'sections',
      ({word}: Draw) => ({heading: `Outcome 97 (${word})`, goals: [{text: `Buy ${word}`}]})
    ] as const),
    (plan, target, value: Json[]) => addSection(plan, target as never, value.at(-1) as never)
  ),
  listed(
    ...(['add objective', 'section', 'objectives', ({word}: Draw) => `Own a ${word}`] as const),
    (plan, target, value: string[]) => addObjective(plan, target as never, value.at(-1)!)
  ),
  removal('goal', 'section', 'goals'),
  removal('task', 'item', 'tasks'),
  removal('note', 'section', 'notes'),
  removal('update', 'note', 'updates')
]

/** Edits that take a section out, and that put things elsewhere in their list. */
export const moves: readonly Kind[] = [
  removal('section', 'period', 'sections'),
  reordering('section', 'period', 'sections'),
  reordering('goal', 'section', 'goals'),
  reordering('task', 'item', 'tasks'),
  reordering('note', 'section', 'notes'),
  reordering('update', 'note', 'updates')
]

/** The edit that is drawn of some kinds, or none where a document has nothing for it. */
export function drawEdit(document: Json, draw: Draw, of = kinds): Edit | null {
  const kind = pick(of, draw.kind)
  const places = placesOf(document).filter(
    (place) => place.kind === kind.of && place.key === kind.key
  )
  if (places.length === 0) return null
  const place = pick(places, draw.at)
  const owner = place.path.slice(0, -1)
  const was = valueAt(document, place.path)
  const value = kind.change(was, draw, valueAt(document, owner) as Json, document)
  if (value === undefined) return null
  // A call that is given a string says plain text: it has no links, and no statuses within.
  const isText = kind.call === setItemText.call
  const inner = valueAt(document, owner) as {links?: unknown[]; statuses?: unknown[]}
  const hasMore = isText && (inner.links ?? []).length + (inner.statuses ?? []).length > 0
  const isRemoval = kind.name.startsWith('remove')
  return {
    name: kind.name,
    place,
    removed: isRemoval ? [...place.path, draw.how % (was as unknown[]).length] : null,
    json: changed(document, place, value),
    isCallable: kind.call !== null && !hasMore,
    call: (plan) => {
      const target = nodeAt(plan, owner)
      if (isText) return setText(plan, target as never, value as string)
      return kind.call!(plan, target, value as never, draw)
    }
  }
}

const types: Readonly<Record<string, string>> = {
  fields: 'field',
  periods: 'period',
  sections: 'section',
  goals: 'goal',
  tasks: 'task',
  notes: 'note',
  updates: 'update'
}

interface AnyNode {
  type: string
  children?: AnyNode[]
}

/** The node of an object of the document. */
export function nodeAt(plan: Plan, path: Path): PlanNode {
  const node = nodeIn(plan, path)
  if (!node) throw new Error(`The tree has nothing at ${path.join('.')}`)
  return node
}

/** The node of an object of the document, if the tree has it there: some things are told of in two places. */
export function nodeIn(plan: Plan, path: Path): PlanNode | undefined {
  let node: AnyNode | undefined = plan
  for (let at = 0; at < path.length; at += 2) {
    const list: AnyNode[] = node?.children ?? []
    node = list.filter(({type}) => type === types[path[at]!])[path[at + 1] as number]
  }
  return node as PlanNode | undefined
}

/** How an edit is made: in plan JSON, by a call, or in Markdown. */
export type Way = 'json' | 'call' | 'markdown'

/** The page after an edit. */
export function write(source: Source, edit: Edit, way: Way): string {
  const {page, vocabulary} = source
  if (way === 'json') return apply(page, edit.json, {vocabulary})
  const plan = edit.call(read(source))
  if (way === 'call') return toWikitext(plan, {source: page, vocabulary})
  return apply(page, toMarkdown(plan, {vocabulary}), {from: 'markdown', vocabulary})
}
