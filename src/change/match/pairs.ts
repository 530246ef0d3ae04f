import {groupBy} from './lists.ts'
import type {Entity} from '../entities.ts'

/** What goes with what. */
export interface Pairs<T> {
  /** From items before to the same items after. */
  afterOf: Map<T, T>
  /** From items after to the same items before. */
  beforeOf: Map<T, T>
}

/** Which things of one plan are which of another. */
export type Matching = Pairs<Entity>

/** What items are alike by; `undefined` for what is like nothing. */
export type KeyOf<T> = (item: T) => unknown

/** Pairs what is alike in two lists and has no partner yet. */
type PairBy = <T>(
  pairs: Pairs<T>,
  before: readonly T[],
  after: readonly T[],
  keyOf: KeyOf<T>
) => void

/** Makes a pair of two items that have no partner yet. */
export function pair<T>({afterOf, beforeOf}: Pairs<T>, before: T, after: T): void {
  afterOf.set(before, after)
  beforeOf.set(after, before)
}

/** What of two lists has no partner yet. */
export function unpaired<T>(
  {afterOf, beforeOf}: Pairs<T>,
  before: readonly T[],
  after: readonly T[]
): [before: T[], after: T[]] {
  return [before.filter((item) => !afterOf.has(item)), after.filter((item) => !beforeOf.has(item))]
}

/**
 * Pairs what is alike, the first with the first.
 *
 * @param most Of how many that are alike: with 1, only what is like nothing else is paired.
 */
export function pairInTurn<T>(
  pairs: Pairs<T>,
  before: readonly T[],
  after: readonly T[],
  keyOf: KeyOf<T>,
  most = Infinity
): void {
  const [left, right] = unpaired(pairs, before, after)
  const partners = groupBy(left, keyOf)
  for (const [key, found] of groupBy(right, keyOf)) {
    const known = partners.get(key) ?? []
    if (key === undefined || known.length > most || found.length > most) continue
    for (const [at, partner] of known.slice(0, found.length).entries())
      pair(pairs, partner, found[at]!)
  }
}

/** Pairs what is alike and like nothing else. */
export const pairUnique: PairBy = (pairs, before, after, keyOf) =>
  pairInTurn(pairs, before, after, keyOf, 1)

/**
 * Pairs what is alike in two lists, what stands in order first (Heckel's algorithm): what is like nothing
 * else, then neighbours of pairs and of the ends, then the rest in turn.
 *
 * ```
 * before  x A x
 * after     A x     the second x goes with the x: it stands behind A
 * ```
 */
export const pairList: PairBy = (pairs, before, after, keyOf) => {
  pairUnique(pairs, before, after, keyOf)
  pairNeighbours(pairs, before, after, keyOf, -1)
  pairNeighbours(pairs, before.toReversed(), after.toReversed(), keyOf, -1)
  pairInTurn(pairs, before, after, keyOf)
}

/**
 * Pairs what is alike and follows on a pair.
 *
 * @param place Where the partner of what comes before the list stands: -1 where what is first follows on a pair, too.
 */
export function pairNeighbours<T>(
  pairs: Pairs<T>,
  before: readonly T[],
  after: readonly T[],
  keyOf: KeyOf<T>,
  place?: number
): void {
  const placeOf = new Map(before.map((item, place) => [item, place]))
  for (const item of after) {
    const candidate: T | undefined = place === undefined ? undefined : before[place + 1]
    if (candidate && !pairs.beforeOf.has(item) && !pairs.afterOf.has(candidate)) {
      const key = keyOf(item)
      if (key !== undefined && key === keyOf(candidate)) pair(pairs, candidate, item)
    }
    const partner = pairs.beforeOf.get(item)
    place = partner && placeOf.get(partner)
  }
}
