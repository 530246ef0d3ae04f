import {listOf, jsonOf, order, slotOf} from '../entities.ts'
import {differingFacts} from '../facts.ts'
import {mergeSlots} from './merge-slots.ts'
import {compareTexts, mergeOrder} from './merge-order.ts'
import {named, placeOf} from '../places.ts'
import {toRevisions} from './versions.ts'
import type {Entity} from '../entities.ts'
import type {FactName} from '../facts.ts'
import type {MatchOptions} from '../match/match.ts'
import type {Revisions, Side, Tree, Versions} from './versions.ts'
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
  /** The things of the merged plan by what they are made of, each before those below it. */
  built: ReadonlyMap<Versions, Entity>
  /** How the sides go with the base. */
  matching: Revisions['matching']
}

/** What was decided so far. */
interface Merge {
  revisions: Revisions
  /** Where each thing goes; none for the plan itself. */
  parents: Map<Versions, Versions | undefined>
  /** What is in the merged plan. */
  kept: Set<Versions>
  /** Conflicts by what they are about: one is found once. */
  found: Map<string, {versions: Versions; conflict: PlanConflict}>
  built: Map<Versions, Entity>
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
  const [parents, kept] = [new Map<Versions, Versions | undefined>(), new Set<Versions>()]
  const merge: Merge = {revisions, parents, kept, found: new Map(), built: new Map()}
  for (const versions of revisions.all) {
    parents.set(versions, chooseParent(merge, versions))
    if (isKept(merge, versions)) kept.add(versions)
  }
  breakRings(merge)
  // What is kept has its parents kept, though there is a conflict about them.
  for (const versions of [...kept])
    for (let at = parents.get(versions); at && !kept.has(at); at = parents.get(at)) kept.add(at)
  const merged = build(merge, revisions.versionsOf.get(base)!) as Tree
  return {
    merged,
    conflicts: inOrder(merge),
    built: merge.built,
    matching: revisions.matching
  }
}

/** The parent of a thing in its plan. */
function parentOn({places, versionsOf}: Revisions, thing: Entity): Versions | undefined {
  const place = places.get(thing)
  return place && versionsOf.get(place.parent)
}

function chooseParent(merge: Merge, versions: Versions): Versions | undefined {
  const {base, mine, theirs} = versions
  const [was, own, other] = [base, mine, theirs].map(
    (thing) => thing && parentOn(merge.revisions, thing)
  )
  if (!mine || !theirs) return own ?? other ?? was
  if (own === other || (base && was === other)) return own
  if (base && was === own) return other
  reportMove(merge, versions)
  return own
}

/** Whether a thing stays: what one side took away goes, where the other did not touch it. */
function isKept(merge: Merge, versions: Versions): boolean {
  const {base, mine, theirs} = versions
  if (!base || (mine && theirs)) return true
  const left = mine ?? theirs
  if (!left || !isTouched(merge.revisions, versions, base, left)) return false
  report(merge, versions, 'remove', jsonOf)
  return true
}

/** Whether a side has changed what a thing says, moved it, or put something below it. */
function isTouched(revisions: Revisions, versions: Versions, base: Entity, thing: Entity): boolean {
  if (differingFacts(base, thing).length > 0) return true
  if (parentOn(revisions, thing) !== parentOn(revisions, base)) return true
  return thing.children.some((child) => {
    const before = revisions.versionsOf.get(child)!.base
    return !before || parentOn(revisions, before) !== versions
  })
}

/** Where one side has put a thing below a second, and the other the second below the first, mine goes. */
function breakRings(merge: Merge): void {
  const {revisions, parents} = merge
  const done = new Set<Versions>()
  for (const start of revisions.all) {
    const path = new Set<Versions>()
    for (let at: Versions | undefined = start; at && !done.has(at);) {
      if (path.has(at)) {
        const way = [...path]
        for (const versions of way.slice(way.indexOf(at))) goWithMine(merge, versions)
        path.clear()
        at = start
      } else {
        path.add(at)
        at = parents.get(at)
      }
    }
    for (const passed of path) done.add(passed)
  }
}

/** Each way up that mine has is right: no ring has only those. */
function goWithMine(merge: Merge, versions: Versions): void {
  const {mine, theirs} = versions
  if (!mine || !theirs) return
  const own = parentOn(merge.revisions, mine)
  if (own !== parentOn(merge.revisions, theirs)) reportMove(merge, versions)
  merge.parents.set(versions, own)
}

function build(merge: Merge, versions: Versions): Entity {
  const {revisions, parents, kept} = merge
  const {base, mine, theirs} = versions
  const thing = mergeSlots(versions, (fact) =>
    report(merge, versions, 'set', (thing) => slotOf(thing, fact), fact)
  )
  const built = {...thing, children: []} as Entity
  merge.built.set(versions, built)
  const children = [base, mine, theirs].flatMap((thing) => thing?.children ?? [])
  const kinds = new Set(children.map(({kind}) => kind))
  built.children = order[thing.kind].flatMap((kind) => {
    if (!kinds.has(kind)) return []
    const listOn = (side: 'base' | Side): Versions[] => {
      const list = versions[side] ? listOf(versions[side], kind) : []
      return list.map((child) => revisions.versionsOf.get(child)!)
    }
    const list = mergeOrder({
      kind,
      lists: {base: listOn('base'), mine: listOn('mine'), theirs: listOn('theirs')},
      isMember: (child) => kept.has(child) && parents.get(child) === versions,
      report: (moved) => reportMove(merge, moved)
    })
    return list.map((child) => build(merge, child))
  })
  return built
}

function reportMove(merge: Merge, versions: Versions): void {
  report(merge, versions, 'move', (thing) => placeOf(thing, merge.revisions.places))
}

/** @param valueOf What the conflict tells of each version; it has `null` where there is none. */
function report(
  {revisions: {places}, found}: Merge,
  versions: Versions,
  type: PlanConflict['type'],
  valueOf: (thing: Entity) => unknown,
  fact?: FactName
): void {
  const {at, base, mine, theirs} = versions
  const value = (thing: Entity | undefined): unknown => (thing ? valueOf(thing) : null)
  // What both have anew has one name, whoever is first.
  const [name] = (base ? [base] : [mine!, theirs!])
    .map((thing) => ({...named(thing), ...placeOf(thing, places)}))
    .sort((a, b) => compareTexts(JSON.stringify(a), JSON.stringify(b)))
  const values = {base: value(base), mine: value(mine), theirs: value(theirs)}
  const conflict = {type, ...name, ...(fact && {fact}), ...values} as PlanConflict
  found.set(`${at} ${type} ${fact}`, {versions, conflict})
}

/** What both have anew comes last. */
function inOrder({revisions: {all}, found}: Merge): PlanConflict[] {
  const sorted = [...found.values()].map(({versions: {base, at}, conflict}) => ({
    conflict,
    place: base ? at : all.length,
    name: `${conflict.title} ${conflict.id}`
  }))
  sorted.sort((a, b) => a.place - b.place || compareTexts(a.name, b.name))
  return sorted.map(({conflict}) => conflict)
}
