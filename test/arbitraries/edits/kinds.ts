/**
 * Every kind of edit that plan JSON allows, as changes of a model. Each says whether it found something to do.
 *
 * What an edit is of is drawn as numbers, taken modulo what there is, so that any step can follow any other.
 */
import {flatten, mark, slice} from '../../../src/document/phrasing.ts'
import {collapse} from '../../../src/document/plain-text.ts'
import type {DateJson, PhrasingContent, StatusJson, Vocabulary} from '../../../src/index.ts'
import {below, findAll, isIntact, listOf, newThing} from './model.ts'
import type {Facts, Found, Kind, Thing} from './model.ts'
import {wordsOf} from './texts.ts'
import type {Said} from './texts.ts'

/** What is drawn for an edit. */
export interface Step {
  kind: EditKind
  /** Which thing, which place, which way. */
  at: number
  to: number
  how: number
  /** What it is to say. */
  said: Said
  also: Said
  word: string
  team: string
}

type Edit = (plan: Thing, step: Step, vocabulary: Vocabulary) => boolean

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[at % Math.max(1, list.length)]
}

/** Changes what a thing says; facts are never changed in place. */
function change(thing: Thing, facts: Partial<Facts>): true {
  thing.facts = {...thing.facts, ...facts}
  return true
}

/** An edit of a thing of some kinds. */
function editOf(
  kinds: readonly Kind[],
  edit: (found: Found, step: Step, vocabulary: Vocabulary, plan: Thing) => boolean
): Edit {
  return (plan, step, vocabulary) => {
    const found = pick(findAll(plan, kinds), step.at)
    return found !== undefined && edit(found, step, vocabulary, plan)
  }
}

/** A status as a program writes it. */
export function statusAt({statuses}: Vocabulary, at: number): StatusJson {
  const {value, label} = pick(statuses, at)!
  return {value, label, form: 'template', raw: `{{${label}}}`}
}

/** Another status; of every other program, the old one with another value and label, its old spelling left behind. */
function restated(
  old: StatusJson,
  {how, to}: Step,
  vocabulary: Vocabulary,
  onPage: boolean
): StatusJson {
  const status = statusAt(vocabulary, to)
  if (old.value === status.value) return old
  return onPage && how % 2 === 0 ? {...old, value: status.value, label: status.label} : status
}

const setStatus = editOf(['goal', 'task'], ({thing}, step, vocabulary) => {
  const {status} = thing.facts
  const before = thing.was?.facts.status ?? null
  if (!status) return change(thing, {status: statusAt(vocabulary, step.to)})
  const next = restated(status, step, vocabulary, status === before)
  return change(thing, {status: next.value === before?.value ? before : next})
})

const clearStatus: Edit = (plan, {at}) => {
  const stated = findAll(plan, ['goal', 'task']).filter(({thing}) => thing.facts.status !== null)
  const found = pick(stated, at)
  return found !== undefined && change(found.thing, {status: null})
}

/** An update's statuses that open it; the others stand in its text. */
export function openingOf({facts, was}: Thing): number {
  if (!was || facts.text !== was.facts.text) return was ? facts.statuses.length : 0
  const inner = contentOf(was.node).slice(1).length
  return facts.statuses.length - inner
}

/** An update's text as pieces between the markers that stand in it. */
function contentOf(node: {children?: unknown[]} | object): PhrasingContent[][] {
  const children = ('children' in node ? node.children : []) as {
    type: string
    children: PhrasingContent[]
  }[]
  const content = children.find(({type}) => type === 'statement')?.children ?? []
  const text = flatten(content)
  let start = 0
  while (start < text.length && (text[start] === mark || /\s/.test(text[start]!))) start++
  const pieces: PhrasingContent[][] = []
  for (let at = start; at <= text.length;) {
    const end = text.indexOf(mark, at)
    pieces.push(slice(content, at, end < 0 ? text.length : end))
    at = end < 0 ? text.length + 1 : end + 1
  }
  return pieces
}

const setOpening = editOf(['update'], ({thing}, step, vocabulary) => {
  const {statuses} = thing.facts
  const count = openingOf(thing)
  const opening = statuses.slice(0, count)
  const at = step.to % (count + 1)
  const added = statusAt(vocabulary, step.to)
  const changed = opening.map((old, index) =>
    index === at ? restated(old, step, vocabulary, false) : old
  )
  const ways = [
    changed,
    changed,
    [...opening.slice(0, at), added, ...opening.slice(at)],
    opening.filter((_, index) => index !== at)
  ]
  return change(thing, {statuses: [...ways[step.how % 4]!, ...statuses.slice(count)]})
})

/** Another status in the midst of a sentence; the text has its label. */
const setInner: Edit = (plan, {at, to, how}, vocabulary) => {
  const found = pick(
    findAll(plan, ['update']).filter(({thing}) => {
      return isIntact(thing) && thing.facts.statuses.length > openingOf(thing)
    }),
    at
  )
  if (!found) return false
  const {thing} = found
  const opening = openingOf(thing)
  const index = how % (thing.facts.statuses.length - opening)
  const status = statusAt(vocabulary, to)
  if (thing.facts.statuses[opening + index]!.value === status.value) return false
  const statuses = thing.facts.statuses.map((old, place) =>
    place === opening + index ? status : old
  )
  const pieces = contentOf(thing.was!.node).map((nodes) => flatten(nodes))
  const text = collapse(
    pieces
      .map((piece, place) => (place === 0 ? '' : statuses[opening + place - 1]!.label) + piece)
      .join('')
  )
  const holds = collapse(pieces.join(' ')).includes(status.label)
  return !holds && change(thing, {statuses, text})
}

const texts = ['goal', 'task', 'update', 'objective', 'statement', 'field'] as const

/** Another word, or none, in the place of one or some. */
const setWords = editOf(texts, ({thing, parent}, {to, how, word}) => {
  const words = wordsOf(thing)
  const first = pick(words, to)
  if (!first) return false
  const last = how % 3 === 0 ? (words[words.indexOf(first) + 1] ?? first) : first
  const {text, links} = thing.facts
  if (links.some((link) => text.slice(first.start, last.end).includes(link.text))) return false
  if (/\uFFFC/.test(text) || hasLabel(thing, first.start, last.end)) return false
  const said = how % 5 === 4 ? '' : word
  return retell(
    thing,
    parent,
    collapse(text.slice(0, first.start) + said + text.slice(last.end)),
    links
  )
})

/** Whether a status of the text stands in a range of it. */
function hasLabel({facts}: Thing, start: number, end: number): boolean {
  return facts.statuses.some(({label}) => facts.text.slice(start, end).includes(label))
}

const setText = editOf(texts, ({thing, parent}, {said, how}) => {
  if (thing.kind === 'field' && how % 4 === 0) return change(thing, {text: '', links: []})
  if (thing.kind === 'update')
    change(thing, {statuses: thing.facts.statuses.slice(0, openingOf(thing))})
  return retell(thing, parent, said.text, said.links)
})

/** Says another text; a statement that its outcome's heading holds is said there. */
function retell(thing: Thing, parent: Thing, text: string, links: Facts['links']): boolean {
  if (thing.kind === 'objective' || thing.kind === 'statement') {
    const held = thing.kind === 'statement' && isHeld(thing, parent)
    if (held && /^[\s:.,;/–—-]/.test(text)) return false
    const heading = parent.facts.heading ?? ''
    if (held) change(parent, {heading: heading.slice(0, -thing.facts.text.length) + text})
    return change(thing, {text})
  }
  return change(thing, {text, links})
}

/** Whether an outcome's statement stands in its heading. */
export function isHeld(statement: Thing, outcome: Thing): boolean {
  const nodes = (outcome.was?.node as {children?: readonly PlanChild[]} | undefined)?.children ?? []
  const heading = nodes.find(({type}) => type === 'heading')
  return heading?.children?.some((child) => child === statement.was?.node) ?? false
}

interface PlanChild {
  type: string
  children?: readonly unknown[]
}

const setTarget = editOf(['goal', 'task', 'update', 'field'], ({thing}, {to, how}) => {
  const at = to % Math.max(1, thing.facts.links.length)
  const link = thing.facts.links[at]
  if (!link || link.kind === 'task' || link.text === '' || link.text === link.target) return false
  const target = link.kind === 'external' ? `https://lamps.example/${how}` : `Lamp ${how}`
  return change(thing, {
    links: thing.facts.links.map((old) => (old === link ? {...link, target} : old))
  })
})

const setStretch = editOf(['goal', 'task'], ({thing}) =>
  change(thing, {stretch: !thing.facts.stretch})
)

const dates = [
  ...['2030-07-02', '2030-08-30', '2030-11-05', '2031-01-17', '2031-02', '2031-05'],
  ...['2031-05-01', '2031-06-22']
]

function dateAt(at: number): DateJson {
  const value = pick(dates, at)!
  return {value, precision: value.length > 7 ? 'day' : 'month', raw: value}
}

const setDate = editOf(['note'], ({thing}, {to, how}) =>
  change(thing, {date: how % 6 === 0 ? null : dateAt(to)})
)

const labels = [
  'Goal Owner',
  'Goal owner(s)',
  'Budget',
  'Kept in the tower by',
  'Tech Goal',
  'Annual Plan'
]

const setLabel = editOf(['field'], ({thing}, {to}) => change(thing, {label: pick(labels, to)!}))

const headings = ['Ferry goals', 'Program Goals and Status', 'Harbour plan', 'The plan & goals']

/** The heading keeps the year that it names: another one would be another plan. */
const setHeading: Edit = (plan, {to}) => {
  const {heading} = plan.facts
  if (heading === null || !/goal|plan|program|status/i.test(heading)) return false
  const year = /(?:FY|GJ)\s?\d+(?:[/–-]\d+)?/.exec(heading)?.[0]
  return change(plan, {heading: pick(headings, to)! + (year ? ` for ${year}` : '')})
}

/** An outcome's heading in the same words with other numbers, or with another qualifier. */
const setOutcomeHeading = editOf(['section'], ({thing, parent}, {to, how}) => {
  const {heading} = thing.facts
  const statement = listOf(thing, 'statement')[0]
  if (heading === null || (statement && isHeld(statement, thing))) return false
  const renumbered = heading.replace(/\d+(?!.*\d)/, String(1 + (to % 12)))
  const requalified =
    heading.replace(/ \([^()]*\)$/, '') + pick(['', ' (Night boats)', ' (a & b)'], to)!
  const next = how % 2 === 0 ? renumbered : requalified
  return listOf(parent, 'section').includes(thing) && change(thing, {heading: next})
})

/** The same quarter in other words, or a quarter that the page has not. */
const setPeriodLabel: Edit = (plan, {at, to, how}) => {
  const named = listOf(plan, 'period').filter(({facts}) => facts.label !== null)
  const period = pick(named, at)
  if (!period) return false
  const free = freeQuarters(plan)
  const quarter = how % 2 === 0 ? period.facts.quarter : (pick(free, to) ?? period.facts.quarter)
  return change(period, {label: labelOf(quarter!, to), quarter})
}

function labelOf(quarter: number, to: number): string {
  return to % 2 === 0 ? `Q${quarter}` : `Quarter ${quarter}`
}

function freeQuarters(plan: Thing): number[] {
  const taken = listOf(plan, 'period').map(({facts}) => facts.quarter)
  return [1, 2, 3, 4].filter((quarter) => !taken.includes(quarter))
}

/** Says what a new thing of a kind is to be; `undefined` where there is none. */
type Make = (step: Step, vocabulary: Vocabulary, parent: Thing, place: number) => Thing | undefined

const makers: Partial<Record<Kind, Make>> = {
  field: ({to, said, how}, _, plan) => {
    const value = how % 5 === 0 ? {text: '', links: []} : said
    const label = pick(labels, to)!
    // Nothing tells which of two fields that say the same was there.
    const isTwin = ({facts}: Thing): boolean => facts.label === label && facts.text === value.text
    return listOf(plan, 'field').some(isTwin) ? undefined : newThing('field', {...value, label})
  },
  statement: ({said}, _, parent) =>
    listOf(parent, 'statement').length > 0 ? undefined : newThing('statement', {text: said.text}),
  objective: ({said}) => newThing('objective', {text: said.text}),
  dependency: ({team}) => newThing('dependency', {text: team}),
  primaryTeam: ({team}) => newThing('primaryTeam', {text: team}),
  goal: makeTitled('goal'),
  task: makeTitled('task'),
  note: (step, vocabulary) => {
    const {to, how} = step
    const note = newThing('note', {id: idOf(step), date: how % 7 === 0 ? null : dateAt(to)})
    if (how % 3 > 0) note.lists.update = [makeUpdate(step, vocabulary)]
    if (how % 3 > 1) note.lists.update!.push(newThing('update', {...step.also}))
    return note
  },
  update: (step, vocabulary) => makeUpdate(step, vocabulary),
  section: makeOutcome,
  period: ({to, how, said, also}, _, plan) => {
    const quarter = pick(freeQuarters(plan), to)
    const named = listOf(plan, 'period').every(({facts}) => facts.label !== null)
    if (quarter === undefined || !named) return undefined
    const ids = listOf(plan, 'period').map(({facts}) => facts.id)
    const id = ids.includes(`q${quarter}`) ? `new-q${quarter}` : `q${quarter}`
    const period = newThing('period', {label: labelOf(quarter, how), quarter, id})
    if (how % 3 === 0) return period
    const outcome = newThing('section', {heading: 'Outcome 1 / Output 1', id: 'new'})
    outcome.lists.goal = [newThing('goal', {...said, id: 'new'})]
    if (how % 3 === 1) outcome.lists.goal[0]!.lists.task = [newThing('task', {...also, id: 'new'})]
    period.lists.section = [outcome]
    return period
  }
}

/** Whoever adds a thing makes its id up; two may have the same. */
function idOf({how, at}: Step): string {
  return how % 4 === 0 ? `new-${at}` : 'new'
}

function makeTitled(kind: 'goal' | 'task'): Make {
  return (step, vocabulary) => {
    const {said, also, how, to} = step
    const status = how % 2 === 0 ? statusAt(vocabulary, to) : null
    const thing = newThing(kind, {...said, id: idOf(step), status, stretch: how % 8 === 0})
    if (how % 3 === 0) thing.lists.task = [newThing('task', {...also, id: 'new'})]
    return thing
  }
}

function makeUpdate({said, to, how}: Step, vocabulary: Vocabulary): Thing {
  const statuses = how % 2 === 0 ? [] : [statusAt(vocabulary, to)]
  return newThing('update', {...said, statuses})
}

/** A new outcome has the number of the one before it with a qualifier of its own, or the number behind. */
function makeOutcome(
  step: Step,
  vocabulary: Vocabulary,
  period: Thing,
  place: number
): Thing | undefined {
  const {said, also, how, to, team} = step
  const before = listOf(period, 'section')[place - 1]?.facts.heading
  const numbers = /^[^(:]*\d/.exec(before ?? '')?.[0] ?? 'Outcome 1 / Output 1'
  const heading =
    how % 2 === 0
      ? `${numbers} (New boats)`
      : numbers.replace(/(\d+)(?!.*\d)/, (digits) => String(Number(digits) + 1 + (to % 2)))
  const outcome = newThing('section', {heading, id: idOf(step)})
  if (how % 3 > 0) outcome.lists.statement = [newThing('statement', {text: also.text})]
  if (how % 4 > 1) outcome.lists.objective = [newThing('objective', {text: said.text})]
  if (how % 5 > 2) outcome.lists.primaryTeam = [newThing('primaryTeam', {text: team})]
  if (how % 3 > 1) outcome.lists.goal = [makers.goal!(step, vocabulary, outcome, 0)!]
  if (how % 7 > 4) outcome.lists.note = [makers.note!(step, vocabulary, outcome, 0)!]
  return outcome
}

/** The kinds that a thing may stand below. */
function parentsOf(kind: Kind): Kind[] {
  return (Object.keys(below) as Kind[]).filter((parent) =>
    (below[parent] as readonly Kind[]).includes(kind)
  )
}

function holdersOf(plan: Thing, kind: Kind): Thing[] {
  const kinds = parentsOf(kind)
  const found = findAll(plan, kinds).map(({thing}) => thing)
  return kinds.includes('plan') ? [plan, ...found] : found
}

function addition(kind: Kind): Edit {
  return (plan, step, vocabulary) => {
    const parent = pick(holdersOf(plan, kind), step.at)
    if (!parent) return false
    const list = listOf(parent, kind)
    const place = step.to % (list.length + 1)
    const made = makers[kind]!(step, vocabulary, parent, place)
    if (made) list.splice(place, 0, made)
    return made !== undefined
  }
}

function removal(kind: Kind): Edit {
  return editOf([kind], ({thing, parent}) => {
    if (kind === 'statement' && isHeld(thing, parent)) return false
    const list = listOf(parent, kind)
    list.splice(list.indexOf(thing), 1)
    return true
  })
}

/** A thing to another place of its list. */
function reordering(kind: Kind): Edit {
  return (plan, {at, to}) => {
    const found = pick(
      findAll(plan, [kind]).filter(({parent}) => listOf(parent, kind).length > 1),
      at
    )
    if (!found) return false
    const list = listOf(found.parent, kind)
    const place = list.indexOf(found.thing)
    list.splice(place, 1)
    const next = to % (list.length + 1)
    list.splice(next, 0, found.thing)
    return next !== place
  }
}

/** A thing to another list of its kind; not below itself. */
function move(kind: Kind): Edit {
  return (plan, {at, to, how}) => {
    const found = pick(findAll(plan, [kind]), at)
    if (!found) return false
    const own = [found.thing, ...findAll(found.thing, parentsOf(kind)).map(({thing}) => thing)]
    const holders = holdersOf(plan, kind).filter(
      (thing) => thing !== found.parent && !own.includes(thing)
    )
    const parent = pick(holders, to)
    if (!parent) return false
    const list = listOf(found.parent, kind)
    list.splice(list.indexOf(found.thing), 1)
    const target = listOf(parent, kind)
    target.splice(how % (target.length + 1), 0, found.thing)
    return true
  }
}

const kinds = {
  setStatus,
  clearStatus,
  setOpening,
  setInner,
  setWords,
  setText,
  setTarget,
  setStretch,
  setDate,
  setLabel,
  setHeading,
  setOutcomeHeading,
  setPeriodLabel,
  addField: addition('field'),
  addStatement: addition('statement'),
  addObjective: addition('objective'),
  addDependency: addition('dependency'),
  addPrimaryTeam: addition('primaryTeam'),
  addGoal: addition('goal'),
  addTask: addition('task'),
  addNote: addition('note'),
  addUpdate: addition('update'),
  addOutcome: addition('section'),
  addPeriod: addition('period'),
  removeField: removal('field'),
  removeStatement: removal('statement'),
  removeObjective: removal('objective'),
  removeDependency: removal('dependency'),
  removePrimaryTeam: removal('primaryTeam'),
  removeGoal: removal('goal'),
  removeTask: removal('task'),
  removeNote: removal('note'),
  removeUpdate: removal('update'),
  removeOutcome: removal('section'),
  removePeriod: removal('period'),
  reorderFields: reordering('field'),
  reorderObjectives: reordering('objective'),
  reorderDependencies: reordering('dependency'),
  reorderPrimaryTeams: reordering('primaryTeam'),
  reorderGoals: reordering('goal'),
  reorderTasks: reordering('task'),
  reorderNotes: reordering('note'),
  reorderUpdates: reordering('update'),
  reorderOutcomes: reordering('section'),
  reorderPeriods: reordering('period'),
  moveObjective: move('objective'),
  moveGoal: move('goal'),
  moveTask: move('task'),
  moveNote: move('note'),
  moveUpdate: move('update'),
  moveOutcome: move('section'),
  renameDependency: editOf(['dependency'], ({thing}, {team}) => change(thing, {text: team})),
  renamePrimaryTeam: editOf(['primaryTeam'], ({thing}, {team}) => change(thing, {text: team}))
} satisfies Record<string, Edit>

export type EditKind = keyof typeof kinds

/** The kinds of edits, by name. */
export const editKinds: Readonly<Record<EditKind, Edit>> = kinds
