import {jsonOf, listOf, order, toEntities} from './entities.ts'
import {differingFacts, factOf, isSameFact} from './facts.ts'
import {match} from './match/match.ts'
import {named, placeOf, thingsOf} from './places.ts'
import {gapsOf} from './match/stays.ts'
import {fromJson} from '../plan/json/from-json.ts'
import type {Entity, EntityOf} from './entities.ts'
import type {FactName} from './facts.ts'
import type {Matching} from './match/match.ts'
import type {Places} from './places.ts'
import type {AddChange, Change, MoveChange, RemoveChange, SetChange, ThingPlace} from './types.ts'
import type {PlanJson} from '../plan/json/types.ts'
import type {FromJsonOptions} from '../plan/json/from-json.ts'
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
 */
export function diff(
  before: Plan | PlanJson,
  after: Plan | PlanJson,
  options?: FromJsonOptions | null
): Change[] {
  return diffEntities(entitiesOf(before, options), entitiesOf(after, options))
}

function entitiesOf(
  plan: Plan | PlanJson,
  options: FromJsonOptions | null | undefined
): EntityOf<'plan'> {
  const isPlan = (value: Plan | PlanJson | null): value is Plan =>
    value !== null && typeof value === 'object' && 'type' in value && value.type === 'plan'
  return toEntities(isPlan(plan) ? plan : fromJson(plan, options))
}

/** What changed from one thing to another that it is known to be the same as, with all that is below. */
export function diffEntities(before: EntityOf<'plan'>, after: EntityOf<'plan'>): Change[] {
  const matching = match(before, after, {by: 'content'})
  const comparison = {...matching, places: thingsOf(before, after).places, changes: []}
  compare(comparison, before, after)
  return comparison.changes
}

/** The changes so far, and what they are found with. */
interface Comparison extends Matching {
  places: Places
  changes: Change[]
}

function compare(comparison: Comparison, before: Entity, after: Entity): void {
  for (const fact of changedFacts(before, after))
    comparison.changes.push(setChange(comparison, fact, before, after))
  for (const kind of order[before.kind]) {
    if (kind === 'statement' && isToldByHeading(before, after)) continue
    const [old, now] = [listOf(before, kind), listOf(after, kind)]
    for (const gap of gapsOf(old, now, comparison.beforeOf)) {
      for (const thing of gap.before)
        if (!comparison.afterOf.has(thing)) comparison.changes.push(removeChange(comparison, thing))
      for (const thing of gap.after) addOrMove(comparison, thing)
      if (gap.end) compare(comparison, gap.end.before, gap.end.after)
    }
  }
}

/** Whether a section's statement changed with its heading, which says it: `Outcome 1: All ferries keep time`. */
function isToldByHeading(before: Entity, after: Entity): boolean {
  return !isSameFact(before, after, 'heading') && [before, after].every(holdsStatement)
}

function holdsStatement(thing: Entity): boolean {
  const heading = factOf(thing, 'heading')
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

/** A thing that stands where it did not stand; below a new one there may be some that moved there. */
function addOrMove(comparison: Comparison, thing: Entity): void {
  const before = comparison.beforeOf.get(thing)
  if (before) {
    comparison.changes.push(moveChange(comparison, before, thing))
    return compare(comparison, before, thing)
  }
  comparison.changes.push(addChange(comparison, thing))
  addMoved(comparison, thing)
}

function addMoved(comparison: Comparison, parent: Entity): void {
  for (const thing of parent.children) {
    if (comparison.beforeOf.has(thing)) addOrMove(comparison, thing)
    else addMoved(comparison, thing)
  }
}

function setChange({places}: Comparison, fact: FactName, before: Entity, after: Entity): SetChange {
  return {
    type: 'set',
    ...named(before),
    ...placeOf(before, places),
    fact,
    before: factOf(before, fact),
    after: factOf(after, fact)
  } as SetChange
}

function addChange(comparison: Comparison, thing: Entity): AddChange {
  const place = placeAfter(comparison, thing)
  return {type: 'add', ...named(thing), ...place, value: jsonOf(thing)} as AddChange
}

function removeChange({places}: Comparison, thing: Entity): RemoveChange {
  const place = placeOf(thing, places)
  return {type: 'remove', ...named(thing), ...place, value: jsonOf(thing)} as RemoveChange
}

function moveChange(comparison: Comparison, before: Entity, after: Entity): MoveChange {
  const [place, to] = [placeOf(before, comparison.places), placeAfter(comparison, after)]
  return {type: 'move', ...named(before), ...place, to}
}

/** A parent that stood there before is called as it was. */
function placeAfter({places, beforeOf}: Comparison, thing: Entity): ThingPlace {
  return placeOf(thing, places, (parent) => beforeOf.get(parent) ?? parent)
}
