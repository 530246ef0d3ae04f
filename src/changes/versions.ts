import {createKeys} from './keys.ts'
import {match} from './match.ts'
import type {Entity, EntityOf} from './entities.ts'
import type {Keys} from './keys.ts'
import type {Matching, MatchOptions} from './match.ts'

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
  const versionsOf = new Map<Entity, Versions>()
  const parentOf = new Map<Entity, Entity>()
  const all: Versions[] = []
  const add = (versions: Versions): void => {
    all.push(versions)
    for (const entity of [versions.base, versions.mine, versions.theirs])
      if (entity) versionsOf.set(entity, versions)
  }
  const known = {base: thingsOf(base, parentOf), mine: thingsOf(mine, parentOf)}
  for (const thing of known.base) {
    const [own, other] = [matching.mine.afterOf.get(thing), matching.theirs.afterOf.get(thing)]
    add({base: thing, mine: own, theirs: other})
  }
  for (const thing of known.mine)
    if (!versionsOf.has(thing)) add({base: undefined, mine: thing, theirs: undefined})
  const twins = createTwins({versionsOf, matching, keys: createKeys()})
  for (const thing of thingsOf(theirs, parentOf)) {
    if (versionsOf.has(thing)) continue
    const twin = twins(thing, versionsOf.get(parentOf.get(thing)!)!)
    if (twin) {
      twin.theirs = thing
      versionsOf.set(thing, twin)
    } else add({base: undefined, mine: undefined, theirs: thing})
  }
  return {all, versionsOf, parentOf, matching}
}

/** A plan's things, each before those below it; notes their parents. */
function thingsOf(root: Entity, parentOf: Map<Entity, Entity>): Entity[] {
  const all: Entity[] = []
  const open = [root]
  for (let thing = open.pop(); thing; thing = open.pop()) {
    all.push(thing)
    for (const child of thing.children.toReversed()) {
      parentOf.set(child, thing)
      open.push(child)
    }
  }
  return all
}

/** Finds what mine has anew for what theirs has anew: below the same parent, by the same name. */
type Twins = (thing: Entity, parent: Versions) => Versions | undefined

function createTwins({
  versionsOf,
  matching,
  keys
}: {
  versionsOf: ReadonlyMap<Entity, Versions>
  matching: Revisions['matching']
  keys: Keys
}): Twins {
  const known = new Map<Versions, Map<string, Versions[]>>()
  const keyOf = (thing: Entity): string => `${thing.kind} ${String(keys.name(thing))}`
  const namesOf = (parent: Versions): Map<string, Versions[]> => {
    const names = new Map<string, Versions[]>()
    for (const child of parent.mine?.children ?? []) {
      if (matching.mine.beforeOf.has(child)) continue
      const list = names.get(keyOf(child))
      if (list) list.push(versionsOf.get(child)!)
      else names.set(keyOf(child), [versionsOf.get(child)!])
    }
    // The first of them is taken first.
    for (const list of names.values()) list.reverse()
    return names
  }
  return (thing, parent) => {
    let names = known.get(parent)
    if (!names) known.set(parent, (names = namesOf(parent)))
    return names.get(keyOf(thing))?.pop()
  }
}
