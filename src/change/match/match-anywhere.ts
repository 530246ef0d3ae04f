/** What is the same wherever it stands. */
import {nameOf} from '../facts.ts'
import {isBare} from './keys.ts'
import {textOf} from './match-in-lists.ts'
import {pair, pairInTurn, pairUnique} from './pairs.ts'
import {pairSimilar} from './similar.ts'
import type {Entity, Kind} from '../entities.ts'
import type {Search} from './match.ts'
import type {KeyOf} from './pairs.ts'

/** Kinds that are themselves under another parent where their names are the same. */
const named = new Set<Kind>(['section', 'goal', 'task'])

/** Kinds that are themselves under another parent where all that they say, and have below them, is the same. */
const movable = new Set<Kind>([...named, 'note', 'update'])

/**
 * Pairs what has one id, or where it has none one place on the page: the nodes of a tree that was edited keep
 * theirs, wherever they moved. A plan that stands on no page has none.
 */
export function pairNodes({pairs, before, after}: Search): void {
  pairInTurn(pairs, before.all, after.all, ({kind, id, node: {position}}) => {
    if (id !== null) return `${kind} ${id}`
    return position && `${kind} ${position.start.offset} ${position.end.offset}`
  })
}

export function pairIds({pairs, before, after}: Search): void {
  pairInTurn(pairs, before.all, after.all, ({kind, id}) => (id ? `${kind} ${id}` : undefined))
}

/** Pairs what stands under another parent, where there is no other that it could be. */
export function pairMoved({pairs, before, after, keys}: Search): void {
  const keysOf: KeyOf<Entity>[] = [
    (thing) => (movable.has(thing.kind) && !isBare(thing) ? keys.whole(thing) : undefined),
    (thing) =>
      named.has(thing.kind) && nameOf(thing) ? `${thing.kind} ${nameOf(thing)}` : undefined,
    updateBy(keys.own),
    updateBy((thing) => (nameOf(thing) ? keys.said(thing) : undefined))
  ]
  for (const keyOf of keysOf) pairUnique(pairs, before.all, after.all, keyOf)
}

/** Updates by a key of what they themselves say: what is below them may have changed. */
function updateBy(keyOf: KeyOf<Entity>): KeyOf<Entity> {
  return (thing) => (thing.kind === 'update' ? keyOf(thing) : undefined)
}

/** Pairs what has the same things below it: the parents of pairs, from the bottom up. */
export function pairParents({pairs, before, after}: Search): void {
  for (const parent of before.all.toReversed()) {
    if (pairs.afterOf.has(parent)) continue
    const counts = new Map<Entity, number>()
    for (const child of parent.children) {
      const partner = pairs.afterOf.get(child)
      const candidate = partner && after.places.get(partner)?.parent
      if (candidate && candidate.kind === parent.kind && !pairs.beforeOf.has(candidate))
        counts.set(candidate, (counts.get(candidate) ?? 0) + 1)
    }
    const [best, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [parent, 0])
    const least = Math.min(parent.children.length, best.children.length) / 2
    if (count > 0 && count >= least) pair(pairs, parent, best)
  }
}

/** Pairs what says the same anywhere, the first with the first, and then updates that read alike. */
export function pairRest({pairs, before, after, keys}: Search): void {
  const wholeOf: KeyOf<Entity> = (thing) =>
    movable.has(thing.kind) ? keys.whole(thing) : undefined
  for (const keyOf of [wholeOf, updateBy(keys.own), updateBy(keys.said), updateBy(keys.name)])
    pairInTurn(pairs, before.all, after.all, keyOf)
  const updates = (all: readonly Entity[]): Entity[] => all.filter(({kind}) => kind === 'update')
  pairSimilar(pairs, updates(before.all), updates(after.all), textOf)
}
