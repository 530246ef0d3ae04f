/** What is the same among the children of two things that are a pair. */
import {nameOf} from '../facts.ts'
import {listOf, order} from '../entities.ts'
import {model} from '../../plan/model.ts'
import {pair, pairList, pairUnique, unpaired} from './pairs.ts'
import {pairSimilar} from './similar.ts'
import {gapsOf} from './stays.ts'
import type {Entity} from '../entities.ts'
import type {Search} from './match.ts'
import type {StatusJson} from '../../plan/json/types.ts'

type List = readonly Entity[]

/** Pairs things of one kind in the lists of two parents that are a pair. */
type Step = (search: Search, before: List, after: List) => void

/** Takes a step in the lists of each pair, from the top down. */
export function sweep(search: Search, step: Step): void {
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
export function pairAlike({pairs, keys}: Search, before: List, after: List): void {
  const {exact, whole, own, below, name, known} = keys
  for (const keyOf of [exact, whole, own, below, name, known]) pairList(pairs, before, after, keyOf)
}

/** Pairs what says the same, reads alike, stands in the same place, or alone has the same status. */
export function pairChanged(search: Search, before: List, after: List): void {
  const {pairs, isPlaced} = search
  pairAlike(search, before, after)
  // In an edited text, what stands in the same place is surer than what reads a little alike.
  if (isPlaced) {
    pairSimilar(pairs, before, after, textOf, 0.8)
    pairPlaces(search, before, after)
  }
  pairSimilar(pairs, before, after, textOf)
  pairPlaces(search, before, after)
  pairUnique(pairs, before, after, (thing) => statusesOf(thing, isPlaced))
}

/**
 * The text that a thing is known again by. An update of statuses alone goes by these. `Outcome 1` and `Outcome 2`
 * read alike and are not the same, and neither are two days: there it is what stands below.
 */
export function textOf(thing: Entity): string {
  const {kind, facts, children} = thing
  if (kind === 'field') return `${facts.label} ${facts.text.text}`
  if (kind === 'update') return nameOf(thing) || spelt(facts.text.statuses)
  if (kind !== 'section' && kind !== 'note') return nameOf(thing)
  return children.map((child) => nameOf(child)).join(' ')
}

function spelt(statuses: readonly StatusJson[]): string {
  return statuses.map(({value, raw}) => `${value} ${raw}`).join(' ')
}

/** The statuses of an update as they are spelt; that of a goal or task whose place tells whether it is the same. */
function statusesOf({kind, facts}: Entity, isPlaced: boolean): string | undefined {
  if (kind === 'update') {
    const {statuses} = facts.text
    return statuses.length > 0 ? JSON.stringify(statuses) : undefined
  }
  return (kind === 'goal' || kind === 'task') && isPlaced ? facts.status?.value : undefined
}

/** Pairs as many things as stand between the same two neighbours, before and after. */
function pairPlaces({pairs, isPlaced}: Search, before: List, after: List): void {
  const goesByPlace = ({kind, children}: Entity): boolean => {
    if (kind === 'goal' || kind === 'task') return isPlaced
    // A note that says nothing has no more than its place, as its date may be what changed.
    if (kind === 'note') return children.length === 0
    // What has no id, and in a period's case no other name.
    return kind === 'period' || !('id' in model[kind].keys)
  }
  if (!before.some(goesByPlace)) return
  for (const gap of gapsOf(before, after, pairs.beforeOf)) {
    const [left, right] = unpaired(pairs, gap.before, gap.after)
    if (left.length !== right.length || ![...left, ...right].every(goesByPlace)) continue
    for (const [at, thing] of left.entries()) pair(pairs, thing, right[at]!)
  }
}
