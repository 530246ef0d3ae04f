import {thingsOf} from '../places.ts'
import {nameKey} from '../match/keys.ts'
import {match} from '../match/match.ts'
import type {Entity, EntityOf} from '../entities.ts'
import type {Places} from '../places.ts'
import type {Matching, MatchOptions} from '../match/match.ts'

/** The sides of a merge. */
export const sides = ['mine', 'theirs'] as const
export type Side = (typeof sides)[number]

/** Something of each of the three revisions. */
export type Three<T> = Record<'base' | Side, T>

/** One thing in three plans: as it was, and as each side has it; `undefined` where it is not there. */
export interface Versions extends Three<Entity | undefined> {
  /** Its place among all. */
  at: number
}

/** Three plans as one set of things. */
export interface Revisions {
  /** All things: those of the base in the order of its page, then what mine has anew, then what theirs has. */
  all: readonly Versions[]
  /** What things of any of the plans are versions of. */
  versionsOf: ReadonlyMap<Entity, Versions>
  /** Where the things of all plans stand. */
  places: Places
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
  const places = new Map(Object.values(things).flatMap(({places}) => [...places]))
  const all: Versions[] = []
  const versionsOf = new Map<Entity, Versions>()
  const add = (base?: Entity): Versions => {
    const versions: Versions = {at: all.length, base, mine: undefined, theirs: undefined}
    all.push(versions)
    return versions
  }
  for (const thing of things.base.all) {
    const versions = add(thing)
    versionsOf.set(thing, versions)
    for (const side of sides) {
      versions[side] = matching[side].afterOf.get(thing)
      if (versions[side]) versionsOf.set(versions[side], versions)
    }
  }
  /** What is new, by its parent, its name, and how many of that name come before it. */
  const added = new Map<string, Versions>()
  for (const side of sides) {
    const counts = new Map<string, number>()
    for (const thing of things[side].all) {
      if (versionsOf.has(thing)) continue
      const parent = versionsOf.get(places.get(thing)!.parent)!
      const name = `${parent.at} ${thing.kind} ${nameKey(thing)}`
      const count = counts.get(name) ?? 0
      const versions = added.get(`${count} ${name}`) ?? add()
      counts.set(name, count + 1)
      added.set(`${count} ${name}`, versions)
      versions[side] = thing
      versionsOf.set(thing, versions)
    }
  }
  return {all, versionsOf, places, matching}
}
