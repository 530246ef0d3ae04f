import {longestIncrease} from './lists.ts'

/** Items of a list before and after that stand between two that stay, or between one and the end. */
export interface Gap<T> {
  before: T[]
  after: T[]
  /** What stays and ends the gap; `undefined` at the end of the lists. */
  end: {before: T; after: T} | undefined
}

/** From items after to the same items before. */
interface BeforeOf<T> {
  get: (after: T) => T | undefined
}

/**
 * The items of a list that can stay where they are: as many as can be, so that the fewest have to move. It
 * is the longest run of them whose partners stand in the same order before.
 *
 * ```
 * before  A B C D
 * after   D A X C     A and C stay, D moves, X is new
 * ```
 */
export function stays<T>(after: readonly T[], beforeOf: BeforeOf<T>, before: readonly T[]): Set<T> {
  const placeOf = new Map(before.map((item, place) => [item, place]))
  const found = after.flatMap((item) => {
    const place = placeOf.get(beforeOf.get(item)!)
    return place === undefined ? [] : [{item, place}]
  })
  return new Set(longestIncrease(found.map(({place}) => place)).map((at) => found[at]!.item))
}

/** Two lists, cut at what stays. */
export function gapsOf<T>(
  before: readonly T[],
  after: readonly T[],
  beforeOf: BeforeOf<T>
): Gap<T>[] {
  const staying = stays(after, beforeOf, before)
  const gaps: Gap<T>[] = []
  let [from, to] = [0, 0]
  for (const [at, item] of after.entries()) {
    if (!staying.has(item)) continue
    const partner = beforeOf.get(item)!
    const place = before.indexOf(partner, from)
    const end = {before: partner, after: item}
    gaps.push({before: before.slice(from, place), after: after.slice(to, at), end})
    ;[from, to] = [place + 1, at + 1]
  }
  gaps.push({before: before.slice(from), after: after.slice(to), end: undefined})
  return gaps
}
