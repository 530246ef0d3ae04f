import {factNames, meaningOf, nameOf} from '../facts.ts'
import type {Entity} from '../entities.ts'

/** What things are compared by: two things have equal keys where they are alike in what the key is of. */
export interface Keys {
  /** All that a thing and what is below it says, and how the thing itself is spelt. */
  exact: (entity: Entity) => unknown
  /** What a thing says of itself, and how it is spelt. */
  own: (entity: Entity) => unknown
  /** What a thing says of itself. */
  said: (entity: Entity) => unknown
  /** All that a thing and what is below it says. */
  whole: (entity: Entity) => unknown
  /** Its name, and all that is below it; none where it has neither. */
  below: (entity: Entity) => unknown
  /** Its name alone. */
  name: (entity: Entity) => unknown
  /** What the vocabulary knows a field's label by, which plan JSON keeps where the label was changed. */
  known: (entity: Entity) => unknown
}

/**
 * Keys for the things of some plans. A whole is a number: each new one gets the next, and the key of what
 * is above it has that number in place of all that it says, so a deep plan's keys stay short.
 */
export function createKeys(): Keys {
  const numbers = new Map<string, number>()
  const known = new Map<Entity, number>()
  const whole = (entity: Entity): number => {
    let number = known.get(entity)
    if (number === undefined) {
      const key = JSON.stringify([entity.kind, meaningsOf(entity), entity.children.map(whole)])
      number = numbers.get(key) ?? numbers.size
      numbers.set(key, number)
      known.set(entity, number)
    }
    return number
  }
  const own = ({facts}: Entity): string => JSON.stringify(facts)
  return {
    exact: (entity) => `${whole(entity)} ${own(entity)}`,
    own,
    said: (entity) => JSON.stringify(meaningsOf(entity)),
    whole,
    below: (entity) =>
      isBare(entity) ? undefined : JSON.stringify([nameKey(entity), entity.children.map(whole)]),
    name: (entity) => (isNameless(entity) ? undefined : nameKey(entity)),
    known: ({kind, facts}) => (kind === 'field' ? (facts.name ?? undefined) : undefined)
  }
}

function meaningsOf(entity: Entity): unknown[] {
  return factNames(entity).map((name) => meaningOf(entity, name))
}

/** Whether a thing is an update of statuses alone: others without a text are no more like it than any. */
function isNameless(entity: Entity): boolean {
  return entity.kind === 'update' && nameOf(entity) === ''
}

/** Whether a thing is a status alone, which is like any other of its value. */
export function isBare(entity: Entity): boolean {
  return isNameless(entity) && entity.children.length === 0
}

/** A period goes by its quarter, whether the page labels it or not; what comes once by its kind. */
export function nameKey(entity: Entity): string {
  if (entity.kind === 'statement') return ''
  if (entity.kind === 'period' && entity.facts.quarter !== null) return `${entity.facts.quarter}`
  return nameOf(entity)
}
