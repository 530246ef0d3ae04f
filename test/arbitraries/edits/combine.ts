/**
 * What two people's edits of one plan come to together: the model that `merge` is held against.
 *
 * Both plans were made of the same page's things, so what each changed is plain; nothing is asked from the code
 * under test.
 */
import {dequal} from 'dequal'
import {below, childrenOfThing, copy, isIntact, listOf} from './model.ts'
import type {Kind, Origin, Thing} from './model.ts'

/** What somebody's edits touched of a page. */
interface Touched {
  /** Things that say something else. */
  said: Set<Origin>
  /** Lists in which something is new, gone or elsewhere, by what they stand below and their kind. */
  lists: Map<Origin, Set<Kind>>
  gone: Set<Origin>
}

/** The things of a plan by what they were on the page. */
function byOrigin(plan: Thing): Map<Origin, Thing> {
  const found = new Map<Origin, Thing>()
  const visit = (thing: Thing): void => {
    if (thing.was) found.set(thing.was, thing)
    childrenOfThing(thing).forEach(visit)
  }
  visit(plan)
  return found
}

function sameList(was: Origin, kind: Kind, list: readonly Thing[]): boolean {
  const before = was.children.filter((child) => child.kind === kind)
  return before.length === list.length && list.every((thing, at) => thing.was === before[at])
}

function touchedBy(plan: Thing): Touched {
  const here = byOrigin(plan)
  const touched: Touched = {said: new Set(), lists: new Map(), gone: new Set()}
  const visit = (was: Origin): void => {
    const thing = here.get(was)
    if (!thing) touched.gone.add(was)
    else {
      if (!isIntact(thing)) touched.said.add(was)
      const kinds = below[was.kind].filter((kind) => !sameList(was, kind, listOf(thing, kind)))
      if (kinds.length > 0) touched.lists.set(was, new Set(kinds))
    }
    was.children.forEach(visit)
  }
  visit(plan.was!)
  return touched
}

/** Whether two people's edits are of different things. */
export function areApart(mine: Thing, theirs: Thing): boolean {
  const [a, b] = [touchedBy(mine), touchedBy(theirs)]
  return isApartFrom(a, b) && isApartFrom(b, a)
}

function isApartFrom(a: Touched, b: Touched): boolean {
  const lists = [...a.lists].every(([was, kinds]) => {
    const others = b.lists.get(was) ?? new Set()
    return [...kinds].every((kind) => !others.has(kind))
  })
  const said = [...a.said].every((was) => !b.said.has(was))
  const touched = [...b.said, ...b.lists.keys(), ...b.gone]
  const gone = [...a.gone].every((was) => !touched.some((other) => isTwin(was, other)))
  return lists && said && gone
}

/** Whether two things of a page are one, or say the same: three pages do not tell which of two such went. */
function isTwin(was: Origin, other: Origin): boolean {
  if (was === other) return true
  return was.kind === other.kind && dequal({...was.facts, id: other.facts.id}, other.facts)
}

/** The plan with the edits of both, which are of different things. */
export function combine(mine: Thing, theirs: Thing): Thing {
  const sides = [byOrigin(mine), byOrigin(theirs)] as const
  const whole = (was: Origin): Thing => {
    const [own, other] = sides.map((side) => side.get(was))
    const said = own && !isIntact(own) ? own : (other ?? own!)
    const lists: Thing['lists'] = {}
    for (const kind of below[was.kind]) {
      const list = own && !sameList(was, kind, listOf(own, kind)) ? own : (other ?? own!)
      lists[kind] = listOf(list, kind).map((thing) => (thing.was ? whole(thing.was) : copy(thing)))
    }
    return {kind: was.kind, facts: said.facts, was, lists}
  }
  return whole(mine.was!)
}
