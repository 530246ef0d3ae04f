import {longestIncrease} from '../match/longest-increase.ts'
import {stays} from '../match/stays.ts'
import {jsonOf} from '../thing-json.ts'
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
 * go by their days, and of the rest that comes first which sorts first, whoever has it.
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
  const anchors = {
    mine: anchorsOn('mine', list, moving.mine, fixed),
    theirs: anchorsOn('theirs', list, moving.theirs, fixed)
  }
  reportPlaces(anchors, list)
  const [mine, theirs] = [runsOf(anchors.mine), runsOf(anchors.theirs)]
  return [undefined, ...fixed].flatMap((anchor) => [
    ...(anchor ? [anchor] : []),
    ...joinRuns(mine.get(anchor) ?? [], theirs.get(anchor) ?? [], list)
  ])
}

/** What a side has moved within the list, or into it, or has anew. */
function movingOn(side: Side, {lists, revisions}: MergedList): Set<Versions> {
  const staying = stays(lists[side], revisions.matching[side].beforeOf, lists.base)
  const moving = lists[side].filter((thing) => !staying.has(thing))
  return new Set(moving.map((thing) => revisions.versionsOf.get(thing)!))
}

function anchorsOn(
  side: Side,
  {lists, members, revisions}: MergedList,
  moving: ReadonlySet<Versions>,
  fixed: ReadonlySet<Versions>
): Anchors {
  const anchors = new Map<Versions, Versions | undefined>()
  let anchor: Versions | undefined
  for (const thing of lists[side]) {
    const versions = revisions.versionsOf.get(thing)!
    if (fixed.has(versions)) anchor = versions
    else if (moving.has(versions) && members.has(versions)) anchors.set(versions, anchor)
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
function runsOf(anchors: Anchors): Map<Versions | undefined, Versions[]> {
  const runs = new Map<Versions | undefined, Versions[]>()
  for (const [versions, anchor] of anchors) {
    const run = runs.get(anchor)
    if (run) run.push(versions)
    else runs.set(anchor, [versions])
  }
  return runs
}

/**
 * What both sides have in one place, as one run: what is in both runs once, and between such things what each
 * side has there.
 *
 * ```
 * Rain Oil      Fog Rain      Fog Rain Oil
 * ```
 */
function joinRuns(mine: Versions[], theirs: Versions[], list: MergedList): Versions[] {
  if (mine.length === 0 || theirs.length === 0) return [...mine, ...theirs]
  const isMineFirst = sortKey(mine, 'mine') <= sortKey(theirs, 'theirs')
  const [first, second] = isMineFirst ? [mine, theirs] : [theirs, mine]
  const places = new Map(first.map((versions, place) => [versions, place]))
  const shared = second.filter((versions) => places.has(versions))
  const rising = longestIncrease(shared.map((versions) => places.get(versions)!))
  const cuts = new Set(rising.map((at) => shared[at]!))
  const joined: Versions[] = []
  let at = 0
  let open: Versions[] = []
  const close = (end: number): void => {
    for (const versions of joinGap(first.slice(at, end), open, list)) joined.push(versions)
    at = end
    open = []
  }
  for (const versions of second) {
    if (cuts.has(versions)) {
      close(places.get(versions)!)
      joined.push(first[at++]!)
    } else if (!places.has(versions)) open.push(versions)
  }
  close(first.length)
  return joined
}

function sortKey(run: readonly Versions[], side: Side): string {
  return JSON.stringify(run.map((versions) => jsonOf(versions[side]!)))
}

/** Notes by their days, which a page has going up or down; each side's own order is kept. */
function joinGap(first: Versions[], second: Versions[], list: MergedList): Versions[] {
  if (list.kind !== 'note') return [...first, ...second]
  const sign = goesDown(list) ? -1 : 1
  const joined: Versions[] = []
  let at = 0
  for (const versions of second) {
    const day = dayOf(versions)
    while (at < first.length && (day === '' || compareTexts(dayOf(first[at]!), day) * sign <= 0))
      joined.push(first[at++]!)
    joined.push(versions)
  }
  return [...joined, ...first.slice(at)]
}

/** The order of two texts by their code units: ISO days sort so. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whether the latest note comes first. */
function goesDown({lists: {base, mine, theirs}}: MergedList): boolean {
  const [before, ...after] = [base, mine, theirs].map((list) => {
    const days = list.map(dayIn).filter((day) => day !== '')
    return compareTexts(days[0] ?? '', days.at(-1) ?? '')
  })
  return (before || Math.max(...after)) > 0
}

/** A new day that one side gave it, whichever. */
function dayOf({mine, theirs}: Versions): string {
  const days = [mine, theirs].map((thing) => (thing ? dayIn(thing) : ''))
  return days[0]! > days[1]! ? days[0]! : days[1]!
}

function dayIn(thing: Entity): string {
  return thing.kind === 'note' ? (thing.facts.date?.value ?? '') : ''
}
