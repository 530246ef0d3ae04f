import type {Entity} from '../entities.ts'

/** The things of a plan. */
export interface Things {
  /** Each before those below it. */
  all: Entity[]
  parentOf: ReadonlyMap<Entity, Entity>
}

/** A thing with all that is below it. */
export function thingsOf(root: Entity): Things {
  const all: Entity[] = []
  const parentOf = new Map<Entity, Entity>()
  const open = [root]
  for (let thing = open.pop(); thing; thing = open.pop()) {
    all.push(thing)
    for (const child of thing.children.toReversed()) {
      parentOf.set(child, thing)
      open.push(child)
    }
  }
  return {all, parentOf}
}
