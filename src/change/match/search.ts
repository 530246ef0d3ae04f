/** A matching in the making: what each of its steps looks at. */
import {createKeys} from './keys.ts'
import {model} from '../../plan/model.ts'
import {thingsOf} from './things.ts'
import type {Entity, Kind} from '../entities.ts'
import type {Keys} from './keys.ts'
import type {Pairs} from './pairs.ts'
import type {Things} from './things.ts'

/** Two plans, and what is paired of them so far. */
export interface Search {
  pairs: Pairs
  before: Things
  after: Things
  keys: Keys
  /** Kinds that are the same where they stand in the same place. */
  placed: ReadonlySet<Kind>
}

/** Kinds that are the same where they stand in the same place: they have no ids, or in a period's case no other name. */
const placedAlways = [
  'period',
  ...Object.entries(model).flatMap(([kind, {keys}]) => ('id' in keys ? [] : [kind]))
] as readonly Kind[]

/** Kinds whose id or title tells whether they are the same; where a person changed a text, their place does. */
const titled: readonly Kind[] = ['goal', 'task']

/** A search that has paired nothing yet; `isPlaced` says that goals and tasks too go by their places. */
export function createSearch(before: Entity, after: Entity, isPlaced: boolean): Search {
  return {
    pairs: {afterOf: new Map(), beforeOf: new Map()},
    before: thingsOf(before),
    after: thingsOf(after),
    keys: createKeys(),
    placed: new Set(isPlaced ? [...placedAlways, ...titled] : placedAlways)
  }
}

/** Whether one side has nothing left to pair. */
export function isDone({pairs, before, after}: Search): boolean {
  const count = pairs.afterOf.size
  return count === before.all.length || count === after.all.length
}
