/** Merges what the versions of a thing say of themselves, slot by slot of the model. */
import {flatten, slice, statusesOf} from '../../document/phrasing.ts'
import {isList, model, openingEnd} from '../../plan/model.ts'
import {factNames, isSameFact, meaningOf} from '../facts.ts'
import type {Entity, EntityOf, Kind} from '../entities.ts'
import type {FactName} from '../facts.ts'
import type {List, Slot} from '../../plan/model.ts'
import type {Three, Versions} from './versions.ts'

/** Takes note of a fact that both sides have changed, each in its way. */
export type ReportFact = (fact: FactName) => void

/**
 * The thing that says what its versions say together; where they contradict each other, what mine says. Its
 * children are those of one version, and not merged.
 */
export function mergeSlots(versions: Versions, report: ReportFact): Entity {
  const any = (versions.mine ?? versions.theirs ?? versions.base)!
  if (any.kind === 'update') return mergeUpdate(versions as Updates, report)
  const merged = {...any, facts: {...any.facts}} as Entity
  for (const unit of units.get(any.kind)!) {
    const facts = factNames(any).filter((fact) => unit.has(keyOf(fact)))
    const chosen = choose(
      versions,
      (thing) => facts.map((fact) => meaningOf(thing, fact)),
      (thing) => [...unit].map((key) => valueOf(thing, key)),
      (mine, theirs) => report(facts.find((fact) => !isSameFact(mine, theirs, fact))!)
    )
    for (const key of unit) Object.assign(merged.facts, {[key]: valueOf(chosen, key)})
    if (unit.has('text')) merged.content = chosen.content
  }
  return merged
}

/** The keys of facts that are merged as one: what is worked out from others goes with them. */
const units = new Map((Object.keys(model) as Kind[]).map((kind) => [kind, unitsOf(kind)]))

function unitsOf(kind: Kind): Set<string>[] {
  const keys = model[kind].keys as Record<string, Slot<never> | List>
  const linked = new Set<string>()
  const alone = new Set<string>()
  for (const [key, row] of Object.entries(keys)) {
    if (isList(row) || key === 'id' || key === 'version') continue
    // Links and statuses are kept with the text that they stand in.
    alone.add(row.slot === 'text' ? 'text' : keyOf(key))
    for (const other of row.from ?? []) {
      linked.add(key)
      if (other in keys && !isList(keys[other]!)) linked.add(other)
    }
  }
  const apart = [...alone].filter((key) => !linked.has(key))
  return [linked, ...apart.map((key) => new Set([key]))]
}

function keyOf(fact: string): string {
  return fact === 'links' || fact === 'statuses' ? 'text' : fact
}

function valueOf(thing: Entity, key: string): unknown {
  return (thing.facts as unknown as Record<string, unknown>)[key]
}

/**
 * The version that has changed, where only one has or both have in the same way; else mine, with a conflict. Of two
 * spellings of one change it is that which sorts first.
 *
 * @param meaning What counts, as data.
 * @param spelling The same with all that does not count.
 */
function choose<T>(
  {base, mine, theirs}: Three<T | undefined>,
  meaning: (thing: T) => unknown,
  spelling: (thing: T) => unknown,
  report: (mine: T, theirs: T) => void
): T {
  if (!mine || !theirs) return (mine ?? theirs ?? base)!
  const dataOf = (data: (thing: T) => unknown): (string | undefined)[] =>
    [base, mine, theirs].map((thing) => thing && JSON.stringify(data(thing)))
  const [meant, own, other] = dataOf(meaning)
  if (own === other) {
    const [was, left, right] = dataOf(spelling)
    return left === was || (right !== was && right! < left!) ? theirs : mine
  }
  if (meant === own) return theirs
  if (meant !== other) report(mine, theirs)
  return mine
}

type Update = EntityOf<'update'>
type Updates = Three<Update | undefined>

/**
 * An update's opening statuses and its sentence are changed by different people.
 *
 * ```markdown
 * | {{In progress}} The key was under the mat.
 *   ^^^^^^^^^^^^^^^ ^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
function mergeUpdate(versions: Updates, report: ReportFact): Update {
  const opening = choose(
    versions,
    (update) => valuesOf(update).slice(0, openingCount(update)),
    (update) => update.facts.text.statuses.slice(0, openingCount(update)),
    () => report('statuses')
  )
  const sentence = choose(
    versions,
    (update) => [
      meaningOf(update, 'text'),
      meaningOf(update, 'links'),
      valuesOf(update).slice(openingCount(update))
    ],
    (update) => update.facts.text,
    () => report('text')
  )
  if (opening === sentence) return opening
  const nodes = slice(opening.content, 0, openingEnd(opening.content))
  const isSpaced = nodes.length === 0 || /\s$/.test(flatten(nodes))
  const rest = slice(sentence.content, openingEnd(sentence.content), Infinity)
  const statuses = [
    ...opening.facts.text.statuses.slice(0, openingCount(opening)),
    ...sentence.facts.text.statuses.slice(openingCount(sentence))
  ]
  return {
    ...sentence,
    facts: {text: {...sentence.facts.text, statuses}},
    content: [...nodes, ...(isSpaced ? [] : [{type: 'text', value: ' '} as const]), ...rest]
  }
}

function valuesOf(update: Update): unknown[] {
  return meaningOf(update, 'statuses') as unknown[]
}

/** How many statuses stand before an update's sentence. */
function openingCount({content}: Update): number {
  return statusesOf(slice(content, 0, openingEnd(content))).length
}
