/** What changed between two texts, as parts of both. */
import {lowerBound} from '../../match/lists.ts'
import {compare, pairBetween, type Match} from './compare.ts'
import type {Atom} from './atoms.ts'
import type {Span} from './reading.ts'

/** Atoms of a text, and what in it cannot be cut. */
export interface Side {
  atoms: readonly Atom[]
  wholes: readonly Span[]
  text: string
}

/** Atoms that go (`from` to `to` before) and that come (`start` to `end` after): indexes. */
export interface Hunk {
  from: number
  to: number
  start: number
  end: number
}

export interface Comparison {
  hunks: Hunk[]
  /** Which atom after is which before. */
  kept: [before: number, after: number][]
}

/** Compares two texts; where something that cannot be cut changes in part, all of it changes. */
export function compareSides(before: Side, after: Side): Comparison {
  const matches = pairBetween(commonWords(before, after), before.atoms, after.atoms, ({key}) => key)
  const partners = [before.atoms.map(() => -1), after.atoms.map(() => -1)] as const
  for (const [from, to] of matches) {
    partners[0][from] = to
    partners[1][to] = from
  }
  settle([before, after], partners)
  const kept = partners[0].flatMap((to, from): [number, number][] => (to < 0 ? [] : [[from, to]]))
  return {kept, hunks: hunksBetween(kept, before, after)}
}

/** How much each kind of atom counts: blanks are all alike, and of a status more would be lost than its word. */
const weights = {blank: 0, word: 1, link: 1, status: 4} as const

/** What both texts have in common but for their blanks. */
function commonWords(before: Side, after: Side): Match[] {
  const [a, b] = [before, after].map(({atoms}) =>
    atoms.flatMap(({kind, key}, at) => Array.from({length: weights[kind]}, () => ({key, at})))
  )
  const [keys, others] = [a!, b!].map((list) => list.map(({key}) => key))
  const matches = compare(keys!, others!).map(([i, j]): Match => [a![i]!.at, b![j]!.at])
  return matches.filter(([from], index) => from !== matches[index - 1]?.[0])
}

/** Atoms that only change together. */
interface Cluster {
  side: 0 | 1
  first: number
  last: number
}

function settle(sides: readonly [Side, Side], partners: readonly [number[], number[]]): void {
  const clusters = sides.map(({atoms, wholes}, side) => clustersOf(atoms, wholes, side as 0 | 1))
  const queue = clusters.flat().filter(({side, first, last}) => {
    const found = partners[side].slice(first, last + 1)
    return found.some((partner, at) => partner < 0 || partner !== found[0]! + at)
  })
  for (let cluster = queue.pop(); cluster; cluster = queue.pop()) {
    const {side, first, last} = cluster
    const other = side === 0 ? 1 : 0
    for (let at = first; at <= last; at++) {
      const partner = partners[side][at]!
      if (partner < 0) continue
      partners[side][at] = partners[other][partner] = -1
      const next = clusterAt(clusters[other]!, partner)
      if (next) queue.push(next)
    }
  }
}

function clustersOf(atoms: readonly Atom[], wholes: readonly Span[], side: 0 | 1): Cluster[] {
  const clusters: Cluster[] = []
  let first = 0
  for (const {from, to} of wholes) {
    while (first < atoms.length && atoms[first]!.to <= from) first++
    let last = first
    while (last + 1 < atoms.length && atoms[last + 1]!.from < to) last++
    if (first >= atoms.length) break
    const before = clusters.at(-1)
    if (before && before.last >= first) before.last = Math.max(before.last, last)
    else clusters.push({side, first, last})
    first = last
  }
  return clusters
}

function clusterAt(clusters: readonly Cluster[], at: number): Cluster | undefined {
  const found = clusters[lowerBound(clusters, ({last}) => last < at)]
  return found && found.first <= at ? found : undefined
}

function hunksBetween(kept: readonly [number, number][], before: Side, after: Side): Hunk[] {
  const hunks: Hunk[] = []
  let [from, start] = [0, 0]
  for (const [to, end] of [...kept, [before.atoms.length, after.atoms.length] as const]) {
    if (to > from || end > start) hunks.push(slide({from, to, start, end}, before, after))
    ;[from, start] = [to + 1, end + 1]
  }
  return hunks.filter((hunk) => !isOpeningBlank(hunk, after))
}

/**
 * Of the two ways to see words taken out or put in, the one that has the blank before them, and no line end.
 *
 * ```markdown
 * | Wind the old clocks
 *            ^^^^          rather
 *           ^^^^           so
 * ```
 */
function slide(hunk: Hunk, before: Side, after: Side): Hunk {
  const {from, to, start, end} = hunk
  if (to > from && end > start) return hunk
  const {atoms, text} = to > from ? before : after
  const [first, last] = to > from ? [from, to] : [start, end]
  const isBlank = (at: number): boolean => atoms[at]?.kind === 'blank'
  // Blanks may be set apart.
  const isSame = (at: number, other: number): boolean => atoms[at]?.key === atoms[other]?.key
  const breaks = (at: number): boolean => /[\r\n]/.test(text.slice(atoms[at]?.from, atoms[at]?.to))
  if (cannotCut(before, before.atoms[from - 1]) || cannotCut(before, before.atoms[to])) return hunk
  const isAfter = isBlank(last - 1) && !isBlank(first)
  const isBefore = isBlank(first) && !isBlank(last - 1)
  const left =
    isAfter && isSame(first - 1, last - 1) && from > 0 && (!breaks(first - 1) || breaks(last - 1))
  const right = isBefore && isSame(first, last) && breaks(first) && !breaks(last)
  const step = left ? -1 : right ? 1 : 0
  return {from: from + step, to: to + step, start: start + step, end: end + step}
}

/** Whether an atom is a part of something that changes as a whole. */
export function cannotCut({wholes}: Side, atom: Span | undefined): boolean {
  return wholes.some((span) => atom && span.from < atom.to && span.to > atom.from)
}

/** A blank behind a status that opens the text: plan JSON does not tell whether there is one. */
function isOpeningBlank({from, to, start, end}: Hunk, {atoms}: Side): boolean {
  if (from < to || end - start !== 1 || atoms[start]!.kind !== 'blank' || start === 0) return false
  return atoms.slice(0, start).every(({kind}) => kind === 'status' || kind === 'blank')
}
