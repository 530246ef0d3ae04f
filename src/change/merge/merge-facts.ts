/**
 * Merges what the versions of a thing say of themselves. What goes together is merged as one: a text with
 * its links, a heading with what is worked out from it.
 */
import {isSameFact, meaningOf} from '../facts.ts'
import {flatten, mark, slice} from '../../document/phrasing.ts'
import type {Entity, EntityOf, Kind} from '../entities.ts'
import type {FactName} from '../facts.ts'
import type {Versions} from './versions.ts'
import type {PhrasingContent} from '../../document/types.ts'

/** Facts that are merged as one. */
interface Unit {
  /** None for what is worked out from elsewhere: it is no conflict. */
  facts: readonly FactName[]
  /** What is taken over from the version that is chosen. */
  keys: readonly string[]
}

const text: Unit = {facts: ['text', 'links'], keys: ['text']}
const titled: readonly Unit[] = [
  text,
  {facts: ['status'], keys: ['status']},
  {facts: ['stretch'], keys: ['stretch']},
  {facts: ['remark'], keys: ['remark']},
  {facts: ['code'], keys: ['code']},
  {facts: ['type'], keys: ['type']}
]

/** The units of each kind; the node of a merged thing is that of the first. */
const units: {readonly [K in Kind]: readonly Unit[]} = {
  plan: [
    {facts: ['heading'], keys: ['heading']},
    {facts: ['title'], keys: ['title']},
    {facts: [], keys: ['fiscalYear']},
    {facts: [], keys: ['source']}
  ],
  field: [{facts: ['label'], keys: ['label', 'name']}, text],
  period: [
    {facts: ['label', 'quarter'], keys: ['label', 'quarter', 'inferred']},
    {facts: [], keys: ['start', 'end']}
  ],
  section: [{facts: ['heading'], keys: ['type', 'heading', 'code', 'numbers', 'qualifier']}],
  statement: [text],
  objective: [text],
  dependency: [text],
  primaryTeam: [text],
  goal: titled,
  task: titled,
  note: [{facts: ['date'], keys: ['date']}],
  update: []
}

/** Takes note of a fact that both sides have changed, each in its way. */
export type ReportFact = (fact: FactName) => void

/**
 * The thing that says what its versions say together; where they contradict each other, what mine says. Its
 * children are those of one version, and not merged.
 */
export function mergeFacts(versions: Versions, report: ReportFact): Entity {
  const any = (versions.mine ?? versions.theirs ?? versions.base)!
  if (any.kind === 'update') return mergeUpdate(versions as Updates, report)
  const facts: Record<string, unknown> = {}
  const chosen = new Map<Unit, Entity>()
  for (const unit of units[any.kind]) {
    const version = chooseUnit(versions, unit, report)
    for (const key of unit.keys) facts[key] = said(version)[key]
    chosen.set(unit, version)
  }
  const node = chosen.get(units[any.kind][0]!)!.node
  return {...any, facts, content: chosen.get(text)?.content ?? [], node} as Entity
}

function said(thing: Entity): Record<string, unknown> {
  return thing.facts as unknown as Record<string, unknown>
}

function chooseUnit(versions: Versions, {facts, keys}: Unit, report: ReportFact): Entity {
  const isSame = (a: Entity, b: Entity): boolean =>
    facts.length > 0
      ? facts.every((fact) => isSameFact(a, b, fact))
      : keys.every((key) => isSameData(said(a)[key], said(b)[key]))
  return choose(versions, isSame, (mine, theirs) => {
    const fact = facts.find((fact) => !isSameFact(mine, theirs, fact))
    if (fact) report(fact)
  })
}

/** The version that has changed, where only one has or both have in the same way; else mine, with a conflict. */
function choose<T>(
  {base, mine, theirs}: {base: T | undefined; mine: T | undefined; theirs: T | undefined},
  isSame: (a: T, b: T) => boolean,
  conflict: (mine: T, theirs: T) => void
): T {
  if (!mine || !theirs) return (mine ?? theirs ?? base)!
  if (isSame(mine, theirs)) return mine
  if (base && isSame(base, mine)) return theirs
  if (!base || !isSame(base, theirs)) conflict(mine, theirs)
  return mine
}

type Update = EntityOf<'update'>
type Updates = {[K in keyof Versions]: Update | undefined}

/**
 * An update's opening statuses and its sentence are changed by different people.
 *
 * ```markdown
 * | {{In progress}} The key was under the mat.
 *   ^^^^^^^^^^^^^^^ ^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
function mergeUpdate(versions: Updates, report: ReportFact): Update {
  const opening = choose(versions, hasSameOpening, () => report('statuses'))
  const sentence = choose(versions, hasSameSentence, () => report('text'))
  if (opening === sentence) return opening
  const [from, to] = [openingOf(opening), openingOf(sentence)]
  const nodes = slice(opening.content, 0, from.end)
  const {text, links} = sentence.facts.text
  const statuses = [
    ...opening.facts.text.statuses.slice(0, from.count),
    ...sentence.facts.text.statuses.slice(to.count)
  ]
  return {
    ...sentence,
    facts: {text: {text, links, statuses}},
    content: [...spaced(nodes), ...slice(sentence.content, to.end, Infinity)]
  }
}

function spaced(opening: PhrasingContent[]): PhrasingContent[] {
  const isOpen = opening.length > 0 && !/\s$/.test(flatten(opening))
  return isOpen ? [...opening, {type: 'text', value: ' '}] : opening
}

/** Where an update's sentence begins, and how many statuses stand before it. */
function openingOf({content}: Update): {end: number; count: number} {
  const flat = flatten(content)
  let [end, count] = [0, 0]
  for (; end < flat.length && (flat[end] === mark || /\s/.test(flat[end]!)); end++)
    if (flat[end] === mark) count++
  return {end, count}
}

function statusesOf(update: Update): {opening: unknown[]; inner: unknown[]} {
  const values = meaningOf(update, 'statuses') as unknown[]
  const {count} = openingOf(update)
  return {opening: values.slice(0, count), inner: values.slice(count)}
}

function hasSameOpening(a: Update, b: Update): boolean {
  return isSameData(statusesOf(a).opening, statusesOf(b).opening)
}

function hasSameSentence(a: Update, b: Update): boolean {
  if (!isSameFact(a, b, 'text') || !isSameFact(a, b, 'links')) return false
  return isSameData(statusesOf(a).inner, statusesOf(b).inner)
}

function isSameData(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
