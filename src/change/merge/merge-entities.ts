import {listOf, order} from '../entities.ts'
import {differingFacts, factOf} from '../facts.ts'
import {mergeSlots} from './merge-slots.ts'
import {compareTexts, mergeOrder} from './merge-order.ts'
import {named, placeOf, placesOf} from '../places.ts'
import {jsonOf} from '../thing-json.ts'
import {toRevisions} from './versions.ts'
import type {Entity, Kind} from '../entities.ts'
import type {FactName} from '../facts.ts'
import type {MatchOptions} from '../match/match.ts'
import type {Revisions, Side, Tree, Versions} from './versions.ts'
import type {Places} from '../places.ts'
import type {PlanConflict} from '../types.ts'

/** What two sides made of a plan. */
export interface Merged {
  /**
   * What both sides changed; what one did, where they contradict each other: mine, or what it changed where
   * the other took it away.
   */
  merged: Tree
  /** Where they contradict each other; in the order of the base's page. */
  conflicts: PlanConflict[]
  /** How many things of the merged plan come before a thing of either side, where it is in it. */
  placeOf: (thing: Entity) => number | undefined
  /** The things of the merged plan by what they are made of, each before those below it. */
  built: ReadonlyMap<Versions, Entity>
  /** How the sides go with the base. */
  matching: Revisions['matching']
}

/**
 * Merges what two sides made of a plan. Changes to different things combine, and so do changes to different
 * facts of one thing; the same change on both sides is one.
 *
 * @param options how the plans are matched. Default: by content, as for plans that were read from pages.
 */
export function mergeEntities(
  base: Tree,
  mine: Tree,
  theirs: Tree,
  options: MatchOptions = {by: 'content'}
): Merged {
  const revisions = toRevisions(base, mine, theirs, options)
  let places: Places | undefined
  const merge: Merge = {
    revisions,
    parents: new Map(),
    kept: new Set(),
    found: [],
    moved: new Set(),
    places: () => (places ??= placesOf(base, mine, theirs)),
    built: new Map()
  }
  for (const versions of revisions.all) decide(merge, versions)
  breakRings(merge)
  keepParents(merge)
  const merged = build(merge, revisions.versionsOf.get(base)!, childrenOf(merge)) as Tree
  const inMerged = new Map([...merge.built.keys()].map((versions, at) => [versions, at]))
  const placeOf = (thing: Entity): number | undefined =>
    inMerged.get(revisions.versionsOf.get(thing)!)
  return {
    merged,
    conflicts: inOrder(merge),
    placeOf,
    built: merge.built,
    matching: revisions.matching
  }
}

/** What was decided so far. */
interface Merge {
  revisions: Revisions
  /** Where each thing goes; none for the plan itself. */
  parents: Map<Versions, Versions | undefined>
  /** What is in the merged plan. */
  kept: Set<Versions>
  found: {versions: Versions; conflict: PlanConflict}[]
  /** What is known to have been moved by both. */
  moved: Set<Versions>
  /** Where things stand; worked out for the first conflict. */
  places: () => Places
  /** What is in the merged plan, each before what is below it. */
  built: Map<Versions, Entity>
}

const sides: readonly Side[] = ['mine', 'theirs']

/** Decides whether a thing stays, and where. */
function decide(merge: Merge, versions: Versions): void {
  merge.parents.set(versions, chooseParent(merge, versions))
  const {base} = versions
  const holders = sides.filter((side) => versions[side])
  if (base && holders.length < 2) {
    if (holders.length === 0 || !isTouched(merge, versions, holders[0]!)) return
    reportRemoval(merge, versions)
  }
  merge.kept.add(versions)
}

/** Whether a side has changed what a thing says, moved it, or put something below it. */
function isTouched({revisions}: Merge, versions: Versions, side: Side): boolean {
  const [base, thing] = [versions.base!, versions[side]!]
  if (differingFacts(base, thing).length > 0) return true
  if (parentOn(revisions, thing) !== parentOn(revisions, base)) return true
  return thing.children.some((child) => {
    const before = revisions.versionsOf.get(child)!.base
    return !before || parentOn(revisions, before) !== versions
  })
}

/** The parent of a thing in its plan. */
function parentOn({parentOf, versionsOf}: Revisions, thing: Entity): Versions | undefined {
  const parent = parentOf.get(thing)
  return parent && versionsOf.get(parent)
}

function chooseParent(merge: Merge, versions: Versions): Versions | undefined {
  const on = (thing: Entity | undefined): Versions | undefined =>
    thing && parentOn(merge.revisions, thing)
  const {base, mine, theirs} = versions
  if (!mine || !theirs) return on(mine ?? theirs ?? base)
  if (on(mine) === on(theirs)) return on(mine)
  if (base && on(base) === on(mine)) return on(theirs)
  if (!base || on(base) !== on(theirs)) reportMove(merge, versions)
  return on(mine)
}

/** Where one side has put a thing below a second, and the other the second below the first, mine goes. */
function breakRings(merge: Merge): void {
  const done = new Set<Versions>()
  for (const start of merge.revisions.all) {
    for (let at = ringFrom(merge, start, done); at; at = ringFrom(merge, start, done))
      breakRing(merge, at)
  }
}

/** A thing that is above itself, found on the way up. */
function ringFrom(merge: Merge, start: Versions, done: Set<Versions>): Versions | undefined {
  const path = new Set<Versions>()
  for (let at: Versions | undefined = start; at && !done.has(at); at = merge.parents.get(at)) {
    if (path.has(at)) return at
    path.add(at)
  }
  for (const passed of path) done.add(passed)
  return undefined
}

/** Each way up that mine has is right: no ring has only those. */
function breakRing(merge: Merge, start: Versions): void {
  const ring = [start]
  for (let at = merge.parents.get(start)!; at !== start; at = merge.parents.get(at)!) ring.push(at)
  for (const versions of ring) {
    const {mine, theirs} = versions
    if (!mine || !theirs) continue
    const [own, other] = [parentOn(merge.revisions, mine), parentOn(merge.revisions, theirs)]
    if (own !== other) reportMove(merge, versions)
    merge.parents.set(versions, own)
  }
}

/** What is kept has its parents kept, though there is a conflict about them. */
function keepParents({kept, parents}: Merge): void {
  for (const versions of [...kept]) {
    for (let at = parents.get(versions); at && !kept.has(at); at = parents.get(at)) kept.add(at)
  }
}

/** What is kept, by where it goes. */
function childrenOf({revisions, parents, kept}: Merge): ReadonlyMap<Versions, Set<Versions>> {
  const children = new Map<Versions, Set<Versions>>()
  for (const versions of revisions.all) {
    const parent = parents.get(versions)
    if (!parent || !kept.has(versions)) continue
    const known = children.get(parent)
    if (known) known.add(versions)
    else children.set(parent, new Set([versions]))
  }
  return children
}

function build(
  merge: Merge,
  versions: Versions,
  childrenOf: ReadonlyMap<Versions, Set<Versions>>
): Entity {
  const report = (fact: FactName): void => reportFact(merge, versions, fact)
  const thing = mergeSlots(versions, report)
  const built = {...thing, children: []} as Entity
  merge.built.set(versions, built)
  const members = childrenOf.get(versions)
  if (members)
    built.children = order[thing.kind].flatMap((kind) =>
      mergeOrder({
        kind,
        lists: listsOf(versions, kind),
        members,
        revisions: merge.revisions,
        report: (moved) => reportMove(merge, moved)
      }).map((child) => build(merge, child, childrenOf))
    )
  return built
}

function listsOf({base, mine, theirs}: Versions, kind: Kind): Record<'base' | Side, Entity[]> {
  const list = (thing: Entity | undefined): Entity[] => (thing ? listOf(thing, kind) : [])
  return {base: list(base), mine: list(mine), theirs: list(theirs)}
}

function report(
  merge: Merge,
  versions: Versions,
  type: PlanConflict['type'],
  values: Record<'base' | Side, unknown> & {fact?: FactName}
): void {
  const {base, mine, theirs} = versions
  // What both have anew has one name, whoever is first.
  const names = (base ? [base] : [mine!, theirs!]).map((thing) => ({
    ...named(thing),
    ...placeOf(thing, merge.places())
  }))
  const [name] = names.sort((a, b) => compareTexts(JSON.stringify(a), JSON.stringify(b)))
  merge.found.push({versions, conflict: {type, ...name, ...values} as PlanConflict})
}

function reportFact(merge: Merge, versions: Versions, fact: FactName): void {
  report(merge, versions, 'set', {fact, ...valuesOf(versions, (thing) => factOf(thing, fact))})
}

function reportRemoval(merge: Merge, versions: Versions): void {
  report(merge, versions, 'remove', valuesOf(versions, jsonOf))
}

function reportMove(merge: Merge, versions: Versions): void {
  if (merge.moved.has(versions)) return
  merge.moved.add(versions)
  const places = valuesOf(versions, (thing) => placeOf(thing, merge.places()))
  report(merge, versions, 'move', places)
}

/** What each version has; `null` where there is none. */
function valuesOf(
  {base, mine, theirs}: Versions,
  valueOf: (thing: Entity) => unknown
): Record<'base' | Side, unknown> {
  const value = (thing: Entity | undefined): unknown => (thing ? valueOf(thing) : null)
  return {base: value(base), mine: value(mine), theirs: value(theirs)}
}

/** What both have anew comes last. */
function inOrder({revisions: {all}, found}: Merge): PlanConflict[] {
  const places = new Map(all.map((versions, at) => [versions, versions.base ? at : all.length]))
  const nameOf = ({conflict: {title, id}}: Merge['found'][number]): string => `${title} ${id}`
  const sorted = found.sort(
    (a, b) =>
      places.get(a.versions)! - places.get(b.versions)! || compareTexts(nameOf(a), nameOf(b))
  )
  return sorted.map(({conflict}) => conflict)
}
