/** What two lists have in common. */
import {diffArrays} from 'diff'

/** Indexes of what is the same in both lists. */
export type Match = readonly [before: number, after: number]

/** Lists that differ in more than this are the same at their ends alone: comparing them stays linear. */
const maxEditLength = 400

/** The longest common subsequence of two lists of keys. */
export function compare(before: readonly string[], after: readonly string[]): Match[] {
  const start = commonStart(before, after)
  const end = commonEnd(before, after, start)
  const inner = diffArrays(
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
    {maxEditLength}
  )
  const matches: Match[] = range(start).map((at) => [at, at])
  let [at, to] = [start, start]
  for (const {added, removed, count} of inner ?? []) {
    if (!added && !removed)
      for (let step = 0; step < count; step++) matches.push([at + step, to + step])
    if (!added) at += count
    if (!removed) to += count
  }
  for (let back = end; back > 0; back--) matches.push([before.length - back, after.length - back])
  return matches
}

function range(length: number): number[] {
  return Array.from({length}, (_, at) => at)
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at
}

function commonEnd(a: readonly string[], b: readonly string[], start: number): number {
  let count = 0
  const most = Math.min(a.length, b.length) - start
  while (count < most && a[a.length - 1 - count] === b[b.length - 1 - count]) count++
  return count
}

/**
 * Pairs the items of two lists in order: first those whose first keys are the same, then between these those
 * whose second keys are, and so on. A key of `null` is like none.
 */
export function pairInOrder<T>(
  before: readonly T[],
  after: readonly T[],
  keys: readonly ((item: T) => string | null)[]
): Match[] {
  let matches: Match[] = []
  for (const key of keys) matches = pairBetween(matches, before, after, key)
  return matches
}

/** Pairs what has one key between items that are paired already. */
export function pairBetween<T>(
  matches: readonly Match[],
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string | null
): Match[] {
  let [from, to]: Match = [0, 0]
  const found: Match[] = []
  for (const [end, other] of [...matches, [before.length, after.length] as const]) {
    const a = before.slice(from, end).map((item, at) => key(item) ?? `\0${at}`)
    const b = after.slice(to, other).map((item, at) => key(item) ?? `\0\0${at}`)
    for (const [i, j] of compare(a, b)) found.push([from + i, to + j])
    if (end < before.length) found.push([end, other])
    ;[from, to] = [end + 1, other + 1]
  }
  return found
}
