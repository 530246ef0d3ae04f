import {longestIncrease} from './longest-increase.ts'
import type {Entity} from '../entities.ts'

/** Things of a list before and after that stand between two that stay, or between one and the end. */
export interface Gap {
  before: Entity[]
  after: Entity[]
  /** What stays and ends the gap; `undefined` at the end of the lists. */
  end: {before: Entity; after: Entity} | undefined
}

/**
 * The things of a list that can stay where they are: as many as can be, so that the fewest have to move. It
 * is the longest run of them whose partners stand in the same order before.
 *
 * ```
 * before  A B C D
 * after   D A X C     A and C stay, D moves, X is new
 * ```
 */
export function stays(
  after: readonly Entity[],
  beforeOf: ReadonlyMap<Entity, Entity>,
  before: readonly Entity[]
): Set<Entity> {
  const placeOf = new Map(before.map((entity, place) => [entity, place]))
  const found: {entity: Entity; place: number}[] = []
  for (const entity of after) {
    const partner = beforeOf.get(entity)
    const place = partner && placeOf.get(partner)
    if (place !== undefined) found.push({entity, place})
  }
  const places = longestIncrease(found.map(({place}) => place))
  return new Set(places.map((at) => found[at]!.entity))
}

/** Two lists, cut at what stays. */
export function gapsOf(
  before: readonly Entity[],
  after: readonly Entity[],
  beforeOf: ReadonlyMap<Entity, Entity>
): Gap[] {
  const staying = stays(after, beforeOf, before)
  const gaps: Gap[] = []
  let [fromBefore, fromAfter] = [0, 0]
  for (const [at, entity] of after.entries()) {
    if (!staying.has(entity)) continue
    const partner = beforeOf.get(entity)!
    const place = before.indexOf(partner, fromBefore)
    gaps.push({
      before: before.slice(fromBefore, place),
      after: after.slice(fromAfter, at),
      end: {before: partner, after: entity}
    })
    ;[fromBefore, fromAfter] = [place + 1, at + 1]
  }
  gaps.push({before: before.slice(fromBefore), after: after.slice(fromAfter), end: undefined})
  return gaps
}
