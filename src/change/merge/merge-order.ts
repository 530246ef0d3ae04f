import {stays} from '../match/stays.ts'
import type {Entity, Kind} from '../entities.ts'
import type {Revisions, Side, Versions} from './versions.ts'

/** A list of a merged thing: its things of one kind. */
export interface MergedList {
  kind: Kind
  /** The lists that it is merged from. */
  lists: Record<'base' | Side, readonly Entity[]>
  /** What is in it. */
  members: ReadonlySet<Versions>
  revisions: Revisions
  /** Takes note of a thing that both sides have moved within the list, each to its place. */
  report: (versions: Versions) => void
}

/** What each thing that came or moved stands behind: one that stays, or none. In the order of the list. */
type Anchors = ReadonlyMap<Versions, Versions | undefined>

/**
 * The members of a merged list in their order: those that nobody moved are as they were, and what came or
 * moved stands behind what it stands behind on its side. Where both sides have something in one place, notes
 * go by their days, and of the rest mine comes first.
 *
 * ```
 * base  A B      mine  A X B      theirs  A Y B Z      merged  A X Y B Z
 * ```
 */
export function mergeOrder(list: MergedList): Versions[] {
  const moving = {mine: movingOn('mine', list), theirs: movingOn('theirs', list)}
  const isMoving = (versions: Versions): boolean =>
    moving.mine.has(versions) || moving.theirs.has(versions)
  const fixed = new Set(
    list.lists.base
      .map((thing) => list.revisions.versionsOf.get(thing)!)
      .filter((versions) => list.members.has(versions) && !isMoving(versions))
  )
  const anchors = {mine: anchorsOn('mine', list, fixed), theirs: anchorsOn('theirs', list, fixed)}
  reportPlaces(anchors, list)
  const mine = runsOf(anchors.mine, () => true)
  const theirs = runsOf(anchors.theirs, (versions) => !anchors.mine.has(versions))
  const join = list.kind === 'note' ? byDay(list) : concatenate
  return [undefined, ...fixed].flatMap((anchor) => [
    ...(anchor ? [anchor] : []),
    ...join(mine.get(anchor) ?? [], theirs.get(anchor) ?? [])
  ])
}

/** What a side has moved within the list, or into it, or has anew. */
function movingOn(side: Side, {lists, revisions}: MergedList): Set<Versions> {
  const staying = stays(lists[side], revisions.matching[side].beforeOf, lists.base)
  const moving = lists[side].filter((thing) => !staying.has(thing))
  return new Set(moving.map((thing) => revisions.versionsOf.get(thing)!))
}

function anchorsOn(side: Side, list: MergedList, fixed: ReadonlySet<Versions>): Anchors {
  const moving = movingOn(side, list)
  const anchors = new Map<Versions, Versions | undefined>()
  let anchor: Versions | undefined
  for (const thing of list.lists[side]) {
    const versions = list.revisions.versionsOf.get(thing)!
    if (fixed.has(versions)) anchor = versions
    else if (moving.has(versions) && list.members.has(versions)) anchors.set(versions, anchor)
  }
  return anchors
}

function reportPlaces(anchors: Record<Side, Anchors>, {lists, report}: MergedList): void {
  const isOfBase = new Set(lists.base)
  for (const [versions, anchor] of anchors.mine) {
    if (!versions.base || !isOfBase.has(versions.base) || !anchors.theirs.has(versions)) continue
    if (anchors.theirs.get(versions) !== anchor) report(versions)
  }
}

/** Things by what they stand behind. */
function runsOf(
  anchors: Anchors,
  isOwn: (versions: Versions) => boolean
): Map<Versions | undefined, Versions[]> {
  const runs = new Map<Versions | undefined, Versions[]>()
  for (const [versions, anchor] of anchors) {
    if (!isOwn(versions)) continue
    const run = runs.get(anchor)
    if (run) run.push(versions)
    else runs.set(anchor, [versions])
  }
  return runs
}

type Join = (mine: Versions[], theirs: Versions[]) => Versions[]

const concatenate: Join = (mine, theirs) => [...mine, ...theirs]

/** Joins notes by their days, which a page has going up or down; each side's own order is kept. */
function byDay(list: MergedList): Join {
  const isFirst = goesDown(list) ? (a: string, b: string) => a > b : (a: string, b: string) => a < b
  return (mine, theirs) => {
    const joined: Versions[] = []
    let at = 0
    for (const versions of theirs) {
      const day = dayOf(versions)
      while (at < mine.length && !(day !== '' && isFirst(day, dayOf(mine[at]!))))
        joined.push(mine[at++]!)
      joined.push(versions)
    }
    return [...joined, ...mine.slice(at)]
  }
}

/** Whether the latest note comes first. */
function goesDown({lists}: MergedList): boolean {
  for (const list of [lists.base, lists.mine, lists.theirs]) {
    const days = list.map((thing) => dayOf({base: thing, mine: undefined, theirs: undefined}))
    const known = days.filter((day) => day !== '')
    if (known.length > 1 && known[0] !== known.at(-1)) return known[0]! > known.at(-1)!
  }
  return false
}

function dayOf({base, mine, theirs}: Versions): string {
  const thing = mine ?? theirs ?? base
  return thing?.kind === 'note' ? (thing.facts.date?.value ?? '') : ''
}
