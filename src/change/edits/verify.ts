/**
 * Whether an edited page says what the edited plan says. The page is read again for that: what it says is
 * decided by reading alone, so nothing is written that reads as something else. All that the model knows is compared,
 * with the plan as it was given.
 */
import {isSameData} from './same-data.ts'
import {collapse} from '../../document/plain-text.ts'
import {isList, rowsOf} from '../../plan/model.ts'
import {inWords, nameOf} from '../facts.ts'
import {listOf, order, slotOf, type Entity, type Kind} from '../entities.ts'
import {namelessPeriod, type EditProblem} from '../edit-error.ts'
import type {Slot, SlotType} from '../../plan/model.ts'
import type {FiscalYear, StatusJson, DateJson, LinkJson} from '../../plan/json/types.ts'

/** An entry as it was on the page, as it is wanted, and as the edited page has it. */
interface Triple {
  before: Entity | undefined
  wanted: Entity
  actual: Entity
  /** The nearest id, to name what has none. */
  id: string | null
  /** Whether the edit changed a slot of the entry, or of what it stands in. */
  isChanged: (key: string) => boolean
}

/** A slot that an edited page does not say as the plan does, or a list that has another length. */
export interface Problem extends EditProblem {
  key: string
}

/** What the edited page does not say as the plan does; empty where all is well. */
export function findProblems(
  wanted: Entity,
  actual: Entity,
  beforeOf: ReadonlyMap<Entity, Entity>
): Problem[] {
  const triple = {before: beforeOf.get(wanted), wanted, actual, id: null, isChanged: () => false}
  return problemsOf(triple, beforeOf)
}

function problemsOf(triple: Triple, beforeOf: ReadonlyMap<Entity, Entity>): Problem[] {
  const {before, wanted} = triple
  const id = wanted.id || before?.id || triple.id
  // Asked for only where something differs, which is seldom.
  let changed: ReadonlySet<string> | undefined
  const isChanged = (key: string): boolean =>
    (changed ??= changedSlots(before, wanted)).has(key) || triple.isChanged(key)
  const inner = {...triple, id, isChanged}
  const problems: Problem[] = []
  for (const [key, row] of rowsOf(wanted.kind)) {
    if (isList(row) || unheld.has(key)) continue
    const problem = problemOf(key, row, inner)
    if (problem) problems.push(problem)
  }
  for (const kind of order[wanted.kind]) problems.push(...listProblems(kind, inner, beforeOf))
  return problems
}

/** Slots that are no matter of the page. */
const unheld: ReadonlySet<string> = new Set(['id', 'version', 'source'])

/** The slots that the edit changed, and whether it changed the statement. */
function changedSlots(before: Entity | undefined, wanted: Entity): ReadonlySet<string> {
  const changed = new Set<string>()
  if (!before) return changed
  for (const [key, row] of rowsOf(wanted.kind))
    if (!isList(row) && !isSameData(slotOf(before, key), slotOf(wanted, key))) changed.add(key)
  if (statementText(before) !== statementText(wanted)) changed.add('statement')
  return changed
}

function statementText(section: Entity): string | undefined {
  return listOf(section, 'statement')[0]?.facts.text.text
}

/**
 * A slot that differs. What is worked out from others, and was left as it was, follows these: `start` where the
 * quarter was changed.
 */
function problemOf(key: string, slot: Slot<never>, triple: Triple): Problem | undefined {
  const {before, wanted, actual, id, isChanged} = triple
  const [was, wants, is] = [before && slotOf(before, key), slotOf(wanted, key), slotOf(actual, key)]
  const isSame = comparisons[slot.slot] ?? isSameData
  if (isSame(wants, is, was) || (wants === null && workedOut.has(key))) return undefined
  const from = slot.from ?? []
  // Who says that the page says a quarter asks for its label, which then is not one that was made for it.
  const isAsked = key === 'label' && isChanged('inferred')
  if (!isAsked && (before ? isSameData(was, wants) : isNothing(wants))) {
    if (from.some((source) => source === '*' || isChanged(source) || !before)) return undefined
  }
  const isDerived = before && from.length > 0 && !isSameData(was, wants)
  const own = primary.get(`${wanted.kind} ${key}`)
  const advice = own ?? (isDerived ? workedOutFrom(from) : (pageless.get(key) ?? ''))
  return {id, key, reason: whose(wanted) + readsAs(key, is, wants) + advice}
}

function readsAs(key: string, actual: unknown, wanted: unknown): string {
  return `its ${key} would read as ${JSON.stringify(actual ?? null)}, not ${JSON.stringify(wanted ?? null)}`
}

/** What has no id is named by what it says. */
function whose(thing: Entity): string {
  const isNamed = Boolean(thing.id) || thing.kind === 'plan'
  return isNamed ? '' : `of the ${inWords(thing.kind)} ${JSON.stringify(nameOf(thing))} `
}

function workedOutFrom(slots: readonly string[]): string {
  return `; it is worked out from ${slots.filter((name) => name !== '*').join(', ')}`
}

/** Slots that no edit sets: a document may leave them out. */
const workedOut: ReadonlySet<string> = new Set(['start', 'end', 'name'])

/** What a page itself says, though plan JSON may say it by other slots, too: why it cannot. */
const primary = new Map([
  [
    'section heading',
    '; a section has a heading that is no other heading of plans, such as `Outcome 1 / Output 2 (Night boats)`'
  ],
  ['period label', '; a page that names no quarter has no label to change']
])

/** Why a page of wikitext cannot say a slot. */
const pageless = new Map([
  ['title', '; a page does not say its own title'],
  [
    'inferred',
    '; a page that names its quarters names this one, too: give it a label or a quarter'
  ],
  ['remark', '; a remark stands behind a status, which follows the text']
])

function isNothing(value: unknown): boolean {
  return (
    value === null ||
    value === false ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  )
}

type Comparison = (wanted: never, actual: never, before: never) => boolean

/** How values of a type are compared, where not as data. */
const comparisons: {
  readonly [T in SlotType]?: (wanted: unknown, actual: unknown, before: unknown) => boolean
} = {
  'status?': isSameStatus as Comparison as never,
  statuses: isSameStatuses as Comparison as never,
  'date?': isSameDate as Comparison as never,
  links: isSameLinks as Comparison as never,
  'fiscalYear?': isSameYear as Comparison as never
}

/** A status by its value; how it is spelt counts where the edit changed that alone. */
function isSameStatus(
  wanted: StatusJson | null,
  actual: StatusJson | null,
  before: StatusJson | null | undefined
): boolean {
  if (wanted === null || actual === null) return wanted === actual
  if (wanted.value !== actual.value) return false
  if (before?.value !== wanted.value) return true
  return (['label', 'form', 'raw'] as const).every((key) => wanted[key] === actual[key])
}

function isSameStatuses(
  wanted: readonly StatusJson[],
  actual: readonly StatusJson[],
  before: readonly StatusJson[] | undefined
): boolean {
  const isKept = before?.length === wanted.length
  return (
    wanted.length === actual.length &&
    wanted.every((status, at) =>
      isSameStatus(status, actual[at]!, isKept ? before[at]! : undefined)
    )
  )
}

/** A date by its value; how it is written counts where the edit changed that alone, and not by its blanks. */
function isSameDate(
  wanted: DateJson | null,
  actual: DateJson | null,
  before: DateJson | null | undefined
): boolean {
  if (wanted === null || actual === null) return wanted === actual
  if (wanted.value !== actual.value) return false
  if (wanted.value === null) return wanted.raw === actual.raw
  const raw = collapse(wanted.raw)
  if (before?.value !== wanted.value) return true
  return raw === collapse(before.raw) || raw === collapse(actual.raw)
}

/** Links in any order: where a text was changed, it is the text that says their order. */
function isSameLinks(wanted: readonly LinkJson[], actual: readonly LinkJson[]): boolean {
  const sorted = (links: readonly LinkJson[]): string[] =>
    links.map(({kind, target, text}) => JSON.stringify([kind, target, text])).sort()
  return isSameData(sorted(wanted), sorted(actual))
}

/** A fiscal year by its label, where that alone was changed. */
function isSameYear(
  wanted: FiscalYear | null,
  actual: FiscalYear | null,
  before: FiscalYear | null | undefined
): boolean {
  if (wanted === null || actual === null || !before) return isSameData(wanted, actual)
  const isSameDay = (key: 'start' | 'end'): boolean =>
    wanted[key] === actual[key] || (wanted.label !== before.label && wanted[key] === before[key])
  return wanted.label === actual.label && isSameDay('start') && isSameDay('end')
}

function listProblems(
  kind: Kind,
  triple: Triple,
  beforeOf: ReadonlyMap<Entity, Entity>
): Problem[] {
  const {id, isChanged} = triple
  const [wanted, actual] = [listOf(triple.wanted, kind), listOf(triple.actual, kind)] as [
    Entity[],
    Entity[]
  ]
  if (kind === 'statement' && isFollowing(triple)) return []
  if (wanted.length !== actual.length) {
    const reason = `the number of ${listName(triple.wanted.kind, kind)} here would be ${actual.length}, not ${wanted.length}`
    return [{id, key: kind, reason: reason + missing(wanted, actual)}]
  }
  return wanted.flatMap((entry, at) =>
    problemsOf(
      {before: beforeOf.get(entry), wanted: entry, actual: actual[at]!, id, isChanged},
      beforeOf
    )
  )
}

/** Which of some things the page would not have, by what it is called. */
function missing(wanted: readonly Entity[], actual: readonly Entity[]): string {
  const names = new Set(actual.map(nameOf))
  if (wanted.some((thing, at) => at > 0 && thing.kind === 'period' && thing.facts.label === null))
    return `; of one, ${namelessPeriod}`
  const lost = wanted.find((thing) => nameOf(thing) !== '' && !names.has(nameOf(thing)))
  return lost ? `; ${JSON.stringify(nameOf(lost))} would not be read as one` : ''
}

/** A statement that the heading has follows the heading, where the edit left it as it was. */
function isFollowing({before, wanted, isChanged}: Triple): boolean {
  if (!before || !isChanged('heading')) return false
  return statementText(before) === statementText(wanted)
}

/** What plan JSON calls a list, as words: `primary teams`. */
function listName(parent: Kind, kind: Kind): string {
  const [key] = rowsOf(parent).find(([, row]) => isList(row) && row.list === kind)!
  return inWords(key)
}
