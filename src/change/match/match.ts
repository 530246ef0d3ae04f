/**
 * Finds what a thing of one plan is in another: which goal is still that goal.
 *
 * What is surest comes first: ids (where they are kept), then what says the same in the same place, then what
 * says the same elsewhere and so has moved, then what has the same things below it, then what reads alike, and
 * last what stands in the same place. Each step looks only at what has no partner yet.
 */
import {thingsOf} from '../places.ts'
import {createKeys} from './keys.ts'
import {pairIds, pairMoved, pairNodes, pairParents, pairRest} from './match-anywhere.ts'
import {pairAlike, pairChanged, sweep} from './match-in-lists.ts'
import {pair} from './pairs.ts'
import type {Entity} from '../entities.ts'
import type {Things} from '../places.ts'
import type {Keys} from './keys.ts'
import type {Matching} from './pairs.ts'

export type {Matching} from './pairs.ts'

/** What ties the things of two plans together. */
export type MatchBy = 'id' | 'content' | 'place'

/** How two plans are matched. */
export interface MatchOptions {
  /**
   * What ties things together first. `id` is for a plan that was edited, and kept its ids; `content` for
   * two that were read, each of which got its ids anew: there a twin's `-2` may be another twin's. `place` is for
   * an edited text that was read: there a goal in the place of another is that goal, with a new title.
   * Default: `id`.
   */
  by?: MatchBy | undefined
}

/** Two plans, and what is paired of them so far. */
export interface Search {
  pairs: Matching
  before: Things
  after: Things
  keys: Keys
  /** Whether goals and tasks too go by their places. */
  isPlaced: boolean
}

/**
 * Pairs the things of two plans, or of two things that are known to be the same.
 *
 * A goal or task stays itself wherever it moves to, and so does a section or note. What plan JSON tells by
 * its place alone (objectives, teams, updates) is the same where it says the same, reads alike, or is all that
 * changed between two neighbours that did not.
 */
export function match(before: Entity, after: Entity, options: MatchOptions = {}): Matching {
  const {by = 'id'} = options
  const search: Search = {
    pairs: {afterOf: new Map(), beforeOf: new Map()},
    before: thingsOf(before),
    after: thingsOf(after),
    keys: createKeys(),
    isPlaced: by === 'place'
  }
  const most = Math.min(search.before.all.length, search.after.all.length)
  pair(search.pairs, before, after)
  for (const step of by === 'id' ? [pairNodes, ...steps] : steps)
    if (search.pairs.afterOf.size < most) step(search)
  return search.pairs
}

const inPlace = (search: Search): void => sweep(search, pairAlike)

const steps = [
  inPlace,
  pairMoved,
  inPlace,
  pairIds,
  pairParents,
  (search: Search) => sweep(search, pairChanged),
  pairRest,
  inPlace
]
