import {nameKey} from '../match/keys.ts'
import {match} from '../match/match.ts'
import {thingsOf} from '../match/things.ts'
import type {Entity, EntityOf} from '../entities.ts'
import type {Matching, MatchOptions} from '../match/match.ts'

/** The sides of a merge. */
export type Side = 'mine' | 'theirs'

/** One thing in three plans: as it was, and as each side has it; `undefined` where it is not there. */
export interface Versions {
  base: Entity | undefined
  mine: Entity | undefined
  theirs: Entity | undefined
}

/** Three plans as one set of things. */
export interface Revisions {
  /** All things: those of the base in the order of its page, then what mine has anew, then what theirs has. */
  all: readonly Versions[]
  /** What things of any of the plans are versions of. */
  versionsOf: ReadonlyMap<Entity, Versions>
  /** The parents of the things of all plans. */
  parentOf: ReadonlyMap<Entity, Entity>
  /** How the sides go with the base. */
  matching: Record<Side, Matching>
}

/** A plan of a merge. */
export type Tree = EntityOf<'plan'>

/** Finds the same things in three plans. What both sides have anew in one place, by one name, is one thing. */
export function toRevisions(
  base: Tree,
  mine: Tree,
  theirs: Tree,
  options: MatchOptions
): Revisions {
  const matching = {mine: match(base, mine, options), theirs: match(base, theirs, options)}
  const things = {base: thingsOf(base), mine: thingsOf(mine), theirs: thingsOf(theirs)}
  const versionsOf = new Map<Entity, Versions>()
  const all: Versions[] = []
  const add = (versions: Versions): void => {
    all.push(versions)
    for (const thing of Object.values(versions)) if (thing) versionsOf.set(thing, versions)
  }
  for (const thing of things.base.all)
    add({
      base: thing,
      mine: matching.mine.afterOf.get(thing),
      theirs: matching.theirs.afterOf.get(thing)
    })
  for (const thing of things.mine.all)
    if (!versionsOf.has(thing)) add({base: undefined, mine: thing, theirs: undefined})
  const takeTwin = createTwins(versionsOf, matching.mine)
  for (const thing of things.theirs.all) {
    if (versionsOf.has(thing)) continue
    const twin = takeTwin(thing, versionsOf.get(things.theirs.parentOf.get(thing)!)!)
    if (twin) versionsOf.set((twin.theirs = thing), twin)
    else add({base: undefined, mine: undefined, theirs: thing})
  }
  const parents = Object.values(things).flatMap(({parentOf}) => [...parentOf])
  return {all, versionsOf, parentOf: new Map(parents), matching}
}

/** Takes what mine has anew for what theirs has anew: below the same parent, by the same name. */
type TakeTwin = (thing: Entity, parent: Versions) => Versions | undefined

function createTwins(versionsOf: ReadonlyMap<Entity, Versions>, {beforeOf}: Matching): TakeTwin {
  const known = new Map<Versions, Map<string, Versions[]>>()
  const keyOf = (thing: Entity): string => `${thing.kind} ${nameKey(thing)}`
  const newBelow = (parent: Versions): Map<string, Versions[]> => {
    const names = new Map<string, Versions[]>()
    // From the last to the first, so that the first of a name is taken first.
    for (const child of parent.mine?.children.toReversed() ?? []) {
      if (beforeOf.has(child)) continue
      const list = names.get(keyOf(child))
      if (list) list.push(versionsOf.get(child)!)
      else names.set(keyOf(child), [versionsOf.get(child)!])
    }
    return names
  }
  return (thing, parent) => {
    let names = known.get(parent)
    if (!names) known.set(parent, (names = newBelow(parent)))
    return names.get(keyOf(thing))?.pop()
  }
}
