import {groupBy} from '../match/lists.ts'
import {gapsOf, stays} from '../match/stays.ts'
import {jsonOf} from '../entities.ts'
import type {Kind} from '../entities.ts'
import type {Side, Three, Versions} from './versions.ts'

/** A list of a merged thing: its things of one kind. */
export interface MergedList {
  kind: Kind
  /** The lists that it is merged from. */
  lists: Three<readonly Versions[]>
  /** Whether something is in it. */
  isMember: (versions: Versions) => boolean
  /** Takes note of a thing that both sides have moved within the list, each to its place. */
  report: (versions: Versions) => void
}

/** What each thing that came or moved stands behind: one that stays, or none. In the order of the list. */
type Anchors = ReadonlyMap<Versions, Versions | undefined>

const itself = {get: (versions: Versions) => versions}

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
  const {lists, isMember, report} = list
  const base = new Set(lists.base)
  /** What a side has moved within the list, or into it, or has anew. */
  const movingOn = (side: Side): Set<Versions> => {
    const staying = stays(lists[side], itself, lists.base)
    return new Set(lists[side].filter((versions) => !staying.has(versions)))
  }
  const moving = {mine: movingOn('mine'), theirs: movingOn('theirs')}
  const fixed = lists.base.filter(
    (versions) => isMember(versions) && !moving.mine.has(versions) && !moving.theirs.has(versions)
  )
  const isFixed = new Set(fixed)
  const anchorsOn = (side: Side): Anchors => {
    const anchors = new Map<Versions, Versions | undefined>()
    let anchor: Versions | undefined
    for (const versions of lists[side]) {
      if (isFixed.has(versions)) anchor = versions
      else if (moving[side].has(versions) && isMember(versions)) anchors.set(versions, anchor)
    }
    return anchors
  }
  const [mine, theirs] = [anchorsOn('mine'), anchorsOn('theirs')]
  for (const [versions, anchor] of mine)
    if (base.has(versions) && theirs.has(versions) && theirs.get(versions) !== anchor)
      report(versions)
  const [own, others] = [mine, theirs].map((anchors) =>
    groupBy(anchors.keys(), (versions) => anchors.get(versions))
  )
  return [undefined, ...fixed].flatMap((anchor) => [
    ...(anchor ? [anchor] : []),
    ...joinRuns(own!.get(anchor) ?? [], others!.get(anchor) ?? [], list)
  ])
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
  const known = new Set(first)
  return gapsOf(first, second, itself).flatMap(({before, after, end}) => {
    const other = after.filter((versions) => !known.has(versions))
    return [...joinGap(before, other, list), ...(end ? [end.after] : [])]
  })
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
    const day = newDay(versions)
    while (at < first.length && (day === '' || compareTexts(newDay(first[at]!), day) * sign <= 0))
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
function goesDown({lists}: MergedList): boolean {
  const [before, ...after] = (['base', 'mine', 'theirs'] as const).map((side) => {
    const days = lists[side].map((versions) => dayOn(side, versions)).filter((day) => day !== '')
    return compareTexts(days[0] ?? '', days.at(-1) ?? '')
  })
  return (before || Math.max(...after)) > 0
}

/** A new day that one side gave it, whichever. */
function newDay(versions: Versions): string {
  const [own, other] = [dayOn('mine', versions), dayOn('theirs', versions)]
  return own > other ? own : other
}

function dayOn(side: 'base' | Side, versions: Versions): string {
  const thing = versions[side]
  return thing?.kind === 'note' ? (thing.facts.date?.value ?? '') : ''
}
