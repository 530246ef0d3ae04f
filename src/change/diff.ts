import {jsonOf, listOf, order, slotOf, toEntities} from './entities.ts'
import {differingFacts, isSameFact} from './facts.ts'
import {match} from './match/match.ts'
import {named, placeOf, thingsOf} from './places.ts'
import {gapsOf} from './match/stays.ts'
import {fromJson} from '../plan/json/from-json.ts'
import type {Entity, EntityOf} from './entities.ts'
import type {FactName} from './facts.ts'
import type {Matching} from './match/match.ts'
import type {Places} from './places.ts'
import type {Change, ThingPlace} from './types.ts'
import type {PlanJson} from '../plan/json/types.ts'
import {vocabularyOf, type VocabularyOptions} from '../vocabulary/index.ts'
import type {Plan} from '../plan/types.ts'

/**
 * What changed from one plan to another, in the order of the page: a removed thing comes where it stood, a
 * moved one where it stands now.
 *
 * ```ts
 * diff(parse(before), parse(after))
 * // [{type: 'set', kind: 'goal', title: 'Wind the clocks', fact: 'status', …}]
 * ```
 *
 * @param before a plan, or plan JSON, which need not be of the same page as `after`
 * @throws {PlanJsonError} for what is neither.
 * @throws {TypeError} for options of the wrong kind.
 */
export function diff(
  before: Plan | PlanJson,
  after: Plan | PlanJson,
  options?: VocabularyOptions | null
): Change[] {
  vocabularyOf(options)
  const [old, now] = [entitiesOf(before, options), entitiesOf(after, options)]
  const matching = match(old, now, {by: 'content'})
  const comparison = {...matching, places: thingsOf(old, now).places, changes: []}
  compare(comparison, old, now)
  return comparison.changes
}

function entitiesOf(
  plan: Plan | PlanJson,
  options: VocabularyOptions | null | undefined
): EntityOf<'plan'> {
  const isPlan = (value: Plan | PlanJson | null): value is Plan =>
    value !== null && typeof value === 'object' && 'type' in value && value.type === 'plan'
  return toEntities(isPlan(plan) ? plan : fromJson(plan, options))
}

/** The changes so far, and what they are found with. */
interface Comparison extends Matching {
  places: Places
  changes: Change[]
}

/** Tells what changed from a thing to what it is now, with all that is below. */
function compare(comparison: Comparison, before: Entity, after: Entity): void {
  for (const fact of changedFacts(before, after)) {
    const values = {before: slotOf(before, fact), after: slotOf(after, fact)}
    tell(comparison, 'set', before, {fact, ...values})
  }
  for (const kind of order[before.kind]) {
    if (kind === 'statement' && isToldByHeading(before, after)) continue
    const [old, now] = [listOf(before, kind), listOf(after, kind)]
    for (const gap of gapsOf<Entity>(old, now, comparison.beforeOf)) {
      for (const thing of gap.before)
        if (!comparison.afterOf.has(thing))
          tell(comparison, 'remove', thing, {value: jsonOf(thing)})
      for (const thing of gap.after) addOrMove(comparison, thing)
      if (gap.end) compare(comparison, gap.end.before, gap.end.after)
    }
  }
}

/** A thing that stands where it did not stand; below a new one there may be some that moved there. */
function addOrMove(comparison: Comparison, thing: Entity): void {
  const before = comparison.beforeOf.get(thing)
  if (before) {
    tell(comparison, 'move', before, {to: placeIn(comparison, thing)})
    return compare(comparison, before, thing)
  }
  tell(comparison, 'add', thing, {value: jsonOf(thing)})
  addMoved(comparison, thing)
}

function addMoved(comparison: Comparison, parent: Entity): void {
  for (const thing of parent.children) {
    if (comparison.beforeOf.has(thing)) addOrMove(comparison, thing)
    else addMoved(comparison, thing)
  }
}

function tell(comparison: Comparison, type: Change['type'], thing: Entity, how: object): void {
  const change = {type, ...named(thing), ...placeIn(comparison, thing), ...how}
  comparison.changes.push(change as Change)
}

/** A parent that stood there before is called as it was. */
function placeIn({places, beforeOf}: Comparison, thing: Entity): ThingPlace {
  return placeOf(thing, places, (parent) => beforeOf.get(parent) ?? parent)
}

/** Whether a section's statement changed with its heading, which says it: `Outcome 1: All ferries keep time`. */
function isToldByHeading(before: Entity, after: Entity): boolean {
  return !isSameFact(before, after, 'heading') && [before, after].every(holdsStatement)
}

function holdsStatement(thing: Entity): boolean {
  const heading = slotOf(thing, 'heading') as string | null
  return listOf(thing, 'statement').every(({facts}) => heading?.endsWith(facts.text.text))
}

/** Facts that change with others, and are told only where those did not change. */
const workedOut = new Map<FactName, readonly FactName[]>([
  ['fiscalYear', ['title', 'heading']],
  ['quarter', ['label']]
])

function changedFacts(before: Entity, after: Entity): FactName[] {
  const facts = differingFacts(before, after)
  return facts.filter((fact) => {
    if (fact === 'quarter' && isInferred(before) && isInferred(after)) return false
    return !workedOut.get(fact)?.some((other) => facts.includes(other))
  })
}

function isInferred(thing: Entity): boolean {
  return thing.kind === 'period' && thing.facts.inferred
}
