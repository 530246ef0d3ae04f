import type {Entity} from '../entities.ts'

/** What goes with what: things before with the same things after. */
export interface Matching {
  /** From things before to the same things after. */
  afterOf: ReadonlyMap<Entity, Entity>
  /** From things after to the same things before. */
  beforeOf: ReadonlyMap<Entity, Entity>
}

/** A matching in the making. */
export interface Pairs {
  afterOf: Map<Entity, Entity>
  beforeOf: Map<Entity, Entity>
}

/** What things are alike by; `undefined` for what is like nothing. */
export type KeyOf = (entity: Entity) => unknown

/** Makes a pair of two things that have no partner yet. */
export function pair({afterOf, beforeOf}: Pairs, before: Entity, after: Entity): void {
  afterOf.set(before, after)
  beforeOf.set(after, before)
}

/** Pairs things that are alike and like nothing else, wherever they stand. */
export function pairUnique(
  pairs: Pairs,
  before: readonly Entity[],
  after: readonly Entity[],
  keyOf: KeyOf
): void {
  for (const [partners, found] of alike(pairs, before, after, keyOf))
    if (found.length === 1 && partners.length === 1) pair(pairs, partners[0]!, found[0]!)
}

/** Pairs things that are alike, the first with the first. */
export function pairInTurn(
  pairs: Pairs,
  before: readonly Entity[],
  after: readonly Entity[],
  keyOf: KeyOf
): void {
  for (const [partners, found] of alike(pairs, before, after, keyOf))
    for (const [at, partner] of partners.slice(0, found.length).entries())
      pair(pairs, partner, found[at]!)
}

/** What has no partner yet and is alike, on both sides. */
function* alike(
  pairs: Pairs,
  before: readonly Entity[],
  after: readonly Entity[],
  keyOf: KeyOf
): Generator<[before: Entity[], after: Entity[]]> {
  const known = byKey(before, pairs.afterOf, keyOf)
  for (const [key, found] of byKey(after, pairs.beforeOf, keyOf))
    yield [known.get(key) ?? [], found]
}

/** What has no partner yet, by its key. */
function byKey(
  entities: readonly Entity[],
  paired: ReadonlyMap<Entity, Entity>,
  keyOf: KeyOf
): Map<unknown, Entity[]> {
  const found = new Map<unknown, Entity[]>()
  for (const entity of entities) {
    const key = paired.has(entity) ? undefined : keyOf(entity)
    if (key === undefined) continue
    const list = found.get(key)
    if (list) list.push(entity)
    else found.set(key, [entity])
  }
  return found
}

/**
 * Pairs what is alike in two lists, what stands in order first (Heckel's algorithm): what is like nothing
 * else, then neighbours of pairs and of the ends, then the rest in turn.
 *
 * ```
 * before  x A x
 * after     A x     the second x goes with the x: it stands behind A
 * ```
 */
export function pairList(
  pairs: Pairs,
  before: readonly Entity[],
  after: readonly Entity[],
  keyOf: KeyOf
): void {
  pairUnique(pairs, before, after, keyOf)
  pairNeighbours(pairs, before, after, keyOf)
  pairNeighbours(pairs, before.toReversed(), after.toReversed(), keyOf)
  pairInTurn(pairs, before, after, keyOf)
}

/** Pairs what is alike and follows on a pair, or stands first. */
function pairNeighbours(
  pairs: Pairs,
  before: readonly Entity[],
  after: readonly Entity[],
  keyOf: KeyOf
): void {
  const placeOf = new Map(before.map((entity, place) => [entity, place]))
  let place: number | undefined = -1
  for (const entity of after) {
    const candidate: Entity | undefined = place === undefined ? undefined : before[place + 1]
    if (candidate && !pairs.beforeOf.has(entity) && !pairs.afterOf.has(candidate)) {
      const key = keyOf(entity)
      if (key !== undefined && key === keyOf(candidate)) pair(pairs, candidate, entity)
    }
    const partner = pairs.beforeOf.get(entity)
    place = partner && placeOf.get(partner)
  }
}
