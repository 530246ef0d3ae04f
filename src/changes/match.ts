/**
 * Finds what a thing of one plan is in another: which goal is still that goal.
 *
 * What is surest comes first: ids (where they are kept), then what says the same in the same place, then what
 * says the same elsewhere and so has moved, then what has the same things below it, then what reads alike, and
 * last what stands in the same place. Each step looks only at what has no partner yet.
 */
import {nameOf} from './facts.ts'
import {createKeys} from './keys.ts'
import {pair, pairInTurn, pairList, pairUnique} from './pairs.ts'
import {findSimilar} from './similar.ts'
import {gapsOf} from './stays.ts'
import {thingsOf} from './things.ts'
import {listOf, order} from './entities.ts'
import type {Entity, Kind} from './entities.ts'
import type {Keys} from './keys.ts'
import type {KeyOf, Matching, Pairs} from './pairs.ts'
import type {Things} from './things.ts'

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

/** A matching in the making, with what it is made from. */
interface Search {
  pairs: Pairs
  before: Things
  after: Things
  keys: Keys
  /** Kinds that are the same where they stand in the same place. */
  placed: ReadonlySet<Kind>
}

/** Pairs things of one kind in the lists of two parents that are a pair. */
type Step = (search: Search, before: readonly Entity[], after: readonly Entity[]) => void

/**
 * Pairs the things of two plans, or of two things that are known to be the same.
 *
 * A goal or task stays itself wherever it moves to, and so does an outcome or note. What plan JSON tells by
 * its place alone (objectives, teams, updates) is the same where it says the same, reads alike, or is all that
 * changed between two neighbours that did not.
 */
export function match(before: Entity, after: Entity, options: MatchOptions = {}): Matching {
  const pairs: Pairs = {afterOf: new Map(), beforeOf: new Map()}
  const {by = 'id'} = options
  const placed = by === 'place' ? [...placedAlways, ...titled] : placedAlways
  const things = {before: thingsOf(before), after: thingsOf(after)}
  const search = {pairs, ...things, keys: createKeys(), placed: new Set(placed)}
  const steps = by === 'id' ? byId : byContent
  pair(pairs, before, after)
  for (const step of steps) if (!isDone(search)) step(search)
  return pairs
}

const inPlace = (search: Search): void => sweep(search, pairAlike)

const byContent = [
  inPlace,
  pairMoved,
  inPlace,
  pairIds,
  pairParents,
  (search: Search) => sweep(search, pairChanged),
  pairRest,
  inPlace
]

const byId = [pairNodes, ...byContent]

/** Whether one side has nothing left to pair. */
function isDone({pairs, before, after}: Search): boolean {
  const count = pairs.afterOf.size
  return count === before.all.length || count === after.all.length
}

/**
 * Pairs what has one id, or where it has none one place on the page: the nodes of a tree that was edited keep
 * theirs, wherever they moved. A plan that stands on no page has none.
 */
function pairNodes({pairs, before, after}: Search): void {
  pairInTurn(pairs, before.all, after.all, ({kind, id, node: {position}}) => {
    if (id !== null) return `${kind} ${id}`
    return position && `${kind} ${position.start.offset} ${position.end.offset}`
  })
}

function pairIds({pairs, before, after}: Search): void {
  pairInTurn(pairs, before.all, after.all, ({kind, id}) => (id ? `${kind} ${id}` : undefined))
}

/** Takes a step in the lists of each pair, from the top down. */
function sweep(search: Search, step: Step): void {
  const {afterOf, beforeOf} = search.pairs
  for (const parent of search.before.all) {
    const partner = afterOf.get(parent)
    if (!partner || parent.children.length === 0 || partner.children.length === 0) continue
    for (const kind of order[parent.kind]) {
      const [before, after] = [listOf(parent, kind), listOf(partner, kind)]
      const isOpen = before.some((thing) => !afterOf.has(thing))
      if (isOpen && after.some((thing) => !beforeOf.has(thing))) step(search, before, after)
    }
  }
}

/** Pairs what says the same, most of it first, so that of two twins the right one is found. */
function pairAlike(
  {pairs, keys}: Search,
  before: readonly Entity[],
  after: readonly Entity[]
): void {
  const {exact, whole, own, below, name} = keys
  for (const keyOf of [exact, whole, own, below, name]) pairList(pairs, before, after, keyOf)
}

/** Kinds that are themselves under another parent where all that they say, and have below them, is the same. */
const movable = new Set<Kind>(['outcome', 'goal', 'task', 'note', 'update'])

/** Kinds that are themselves under another parent where their names are the same. */
const named = new Set<Kind>(['outcome', 'goal', 'task'])

/** Pairs what stands under another parent, where there is no other that it could be. */
function pairMoved({pairs, before, after, keys}: Search): void {
  const wholeOf: KeyOf = (thing) => (movable.has(thing.kind) ? keys.whole(thing) : undefined)
  pairUnique(pairs, before.all, after.all, wholeOf)
  pairUnique(pairs, before.all, after.all, (thing) =>
    named.has(thing.kind) && nameOf(thing) ? `${thing.kind} ${nameOf(thing)}` : undefined
  )
  for (const keyOf of [keys.own, keys.said])
    pairUnique(pairs, before.all, after.all, updateBy(keyOf))
}

/** Updates by a key of what they themselves say: what is below them may have changed. */
function updateBy(keyOf: KeyOf): KeyOf {
  return (thing) => (thing.kind === 'update' ? keyOf(thing) : undefined)
}

/** Pairs what has the same things below it: the parents of pairs, from the bottom up. */
function pairParents({pairs, before, after}: Search): void {
  for (const parent of before.all.toReversed()) {
    if (pairs.afterOf.has(parent)) continue
    const counts = new Map<Entity, number>()
    for (const child of parent.children) {
      const partner = pairs.afterOf.get(child)
      const candidate = partner && after.parentOf.get(partner)
      if (candidate && candidate.kind === parent.kind && !pairs.beforeOf.has(candidate))
        counts.set(candidate, (counts.get(candidate) ?? 0) + 1)
    }
    const [best, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [parent, 0])
    const least = Math.min(parent.children.length, best.children.length) / 2
    if (count > 0 && count >= least) pair(pairs, parent, best)
  }
}

/** Pairs what says the same, reads alike, stands in the same place, or alone has the same status. */
function pairChanged(search: Search, before: readonly Entity[], after: readonly Entity[]): void {
  pairAlike(search, before, after)
  // In an edited text, what stands in the same place is surer than what reads a little alike.
  if (titled.every((kind) => search.placed.has(kind))) {
    pairSimilar(search.pairs, before, after, 0.8)
    pairPlaces(search, before, after)
  }
  pairSimilar(search.pairs, before, after)
  pairPlaces(search, before, after)
  pairUnique(search.pairs, before, after, (thing) => statusesOf(thing, search))
}

/** The statuses of an update as they are spelt; that of a goal or task whose place tells whether it is the same. */
function statusesOf({kind, facts}: Entity, {placed}: Search): string | undefined {
  if (kind === 'update') {
    const {statuses} = facts.text
    return statuses.length > 0 ? JSON.stringify(statuses) : undefined
  }
  return (kind === 'goal' || kind === 'task') && placed.has(kind) ? facts.status?.value : undefined
}

/** @param least How similar they have to be. */
function pairSimilar(
  pairs: Pairs,
  before: readonly Entity[],
  after: readonly Entity[],
  least = 0.5
): void {
  const {afterOf, beforeOf} = pairs
  const [left, right] = [
    before.filter((a) => !afterOf.has(a)),
    after.filter((b) => !beforeOf.has(b))
  ]
  for (const {before: a, after: b, score} of findSimilar(left, right, textOf))
    if (score >= least && !afterOf.has(a) && !beforeOf.has(b)) pair(pairs, a, b)
}

/**
 * The text that a thing is known again by. `Outcome 1` and `Outcome 2` read alike and are not the same, and
 * neither are two days: there it is what stands below.
 */
function textOf(thing: Entity): string {
  if (thing.kind === 'field') return `${thing.facts.label} ${thing.facts.text.text}`
  if (thing.kind === 'update')
    return (
      nameOf(thing) || thing.facts.text.statuses.map(({value, raw}) => `${value} ${raw}`).join(' ')
    )
  if (thing.kind !== 'outcome' && thing.kind !== 'note') return nameOf(thing)
  return thing.children.map((child) => nameOf(child)).join(' ')
}

/** Kinds that are the same where they stand in the same place: they have no more than their text. */
const placedAlways: readonly Kind[] = [
  'field',
  'period',
  'objective',
  'dependency',
  'primaryTeam',
  'update'
]

/** A note that says nothing has no more than its place, as its date may be what changed. */
function isEmptyNote({kind, children}: Entity): boolean {
  return kind === 'note' && children.length === 0
}

/** Kinds whose id or title tells whether they are the same; where a person changed a text, their place does. */
const titled: readonly Kind[] = ['goal', 'task']

/** Pairs as many things as stand between the same two neighbours, before and after. */
function pairPlaces(
  {pairs, placed}: Search,
  before: readonly Entity[],
  after: readonly Entity[]
): void {
  const isPlaced = (thing: Entity): boolean => placed.has(thing.kind) || isEmptyNote(thing)
  if (!before.some(isPlaced)) return
  for (const gap of gapsOf(before, after, pairs.beforeOf)) {
    const left = gap.before.filter((thing) => !pairs.afterOf.has(thing))
    const right = gap.after.filter((thing) => !pairs.beforeOf.has(thing))
    if (left.length !== right.length || ![...left, ...right].every(isPlaced)) continue
    for (const [at, thing] of left.entries()) pair(pairs, thing, right[at]!)
  }
}

/** Pairs what says the same anywhere, the first with the first, and then updates that read alike. */
function pairRest({pairs, before, after, keys}: Search): void {
  const wholeOf: KeyOf = (thing) => (movable.has(thing.kind) ? keys.whole(thing) : undefined)
  for (const keyOf of [wholeOf, updateBy(keys.own), updateBy(keys.said), updateBy(keys.name)])
    pairInTurn(pairs, before.all, after.all, keyOf)
  const updates = (all: readonly Entity[]): Entity[] => all.filter(({kind}) => kind === 'update')
  pairSimilar(pairs, updates(before.all), updates(after.all))
}
