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
    const chosen = choose(versions, {
      meaning: (thing) => facts.map((fact) => meaningOf(thing, fact)),
      spelling: (thing) => [...unit].map((key) => valueOf(thing, key)),
      report: (mine, theirs) => report(facts.find((fact) => !isSameFact(mine, theirs, fact))!)
    })
    for (const key of unit) Object.assign(merged.facts, {[key]: valueOf(chosen, key)})
    if (unit.has('text')) merged.content = chosen.content
  }
  return merged
}

/** The keys of facts that are merged as one: what is worked out from others goes with them. */
const units = new Map((Object.keys(model) as Kind[]).map((kind) => [kind, unitsOf(kind)]))

function unitsOf(kind: Kind): Set<string>[] {
  const keys = model[kind].keys as Record<string, Slot<never> | List>
  const isFact = (key: string): boolean =>
    key !== 'id' && key !== 'version' && key in keys && !isList(keys[key]!)
  let units: Set<string>[] = []
  for (const key of Object.keys(keys).filter(isFact)) {
    const {slot, from = []} = keys[key] as Slot<never>
    const unit = new Set([slot === 'text' ? 'text' : keyOf(key), ...from.filter(isFact)])
    const joined = units.filter((other) => [...other].some((own) => unit.has(own)))
    units = units.filter((other) => !joined.includes(other))
    units.push(new Set([unit, ...joined].flatMap((keys) => [...keys])))
  }
  return units
}

/** Links and statuses are kept with the text that they stand in. */
function keyOf(slot: string): string {
  return slot === 'links' || slot === 'statuses' ? 'text' : slot
}

function valueOf(thing: Entity, key: string): unknown {
  return (thing.facts as unknown as Record<string, unknown>)[key]
}

interface Choice<T> {
  /** What counts, as data. */
  meaning: (thing: T) => unknown
  /** The same with all that does not count. */
  spelling: (thing: T) => unknown
  report: (mine: T, theirs: T) => void
}

/**
 * The version that has changed, where only one has or both have in the same way; else mine, with a conflict. Of two
 * spellings of one change it is that which sorts first.
 */
function choose<T>(
  {base, mine, theirs}: Three<T | undefined>,
  {meaning, spelling, report}: Choice<T>
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
  const opening = choose(versions, {
    meaning: (update) => valuesOf(update).slice(0, openingCount(update)),
    spelling: (update) => update.facts.text.statuses.slice(0, openingCount(update)),
    report: () => report('statuses')
  })
  const sentence = choose(versions, {
    meaning: (update) => [
      meaningOf(update, 'text'),
      meaningOf(update, 'links'),
      valuesOf(update).slice(openingCount(update))
    ],
    spelling: (update) => update.facts.text,
    report: () => report('text')
  })
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
