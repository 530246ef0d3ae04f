import {nameOf} from './facts.ts'
import type {Entity} from './entities.ts'
import type {ThingName, ThingPlace} from './types.ts'

/** Where the things of some plans stand. */
export type Places = ReadonlyMap<Entity, {parent: Entity; index: number}>

/** Where each thing of some plans stands; the plans themselves stand nowhere. */
export function placesOf(...roots: readonly Entity[]): Places {
  const places = new Map<Entity, {parent: Entity; index: number}>()
  const open = [...roots]
  for (let parent = open.pop(); parent; parent = open.pop()) {
    const counts = new Map<string, number>()
    for (const child of parent.children) {
      const index = counts.get(child.kind) ?? 0
      counts.set(child.kind, index + 1)
      places.set(child, {parent, index})
      open.push(child)
    }
  }
  return places
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
