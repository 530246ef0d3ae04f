import {nameOf} from './facts.ts'
import type {Entity, Kind} from './entities.ts'
import type {ThingName, ThingPlace} from './types.ts'

/** Where things stand; a plan stands nowhere. */
export type Places = ReadonlyMap<Entity, {parent: Entity; index: number}>

/** The things of some plans. */
export interface Things {
  /** Each before those below it. */
  all: Entity[]
  places: Places
}

/** Some things with all that is below them. */
export function thingsOf(...roots: readonly Entity[]): Things {
  const all: Entity[] = []
  const places = new Map<Entity, {parent: Entity; index: number}>()
  const open = roots.toReversed()
  for (let parent = open.pop(); parent; parent = open.pop()) {
    all.push(parent)
    const counts = new Map<Kind, number>()
    for (const child of parent.children) {
      const index = counts.get(child.kind) ?? 0
      counts.set(child.kind, index + 1)
      places.set(child, {parent, index})
    }
    for (const child of parent.children.toReversed()) open.push(child)
  }
  return {all, places}
}

/** What changes call a thing. */
export function named(thing: Entity): ThingName {
  return {kind: thing.kind, id: thing.id, title: nameOf(thing)}
}

/** A place by the name of the parent, which for one that is known by another name is that. */
export function placeOf(
  thing: Entity,
  places: Places,
  knownAs: (parent: Entity) => Entity = (parent) => parent
): ThingPlace {
  const place = places.get(thing)
  if (!place) return {parent: null, index: 0}
  return {parent: named(knownAs(place.parent)), index: place.index}
}
