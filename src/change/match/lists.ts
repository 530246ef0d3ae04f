/** What lists have: the longest run that rises, what stands once, what is alike. */

/** The indexes of a longest increasing subsequence, in n log n steps. */
export function longestIncrease(values: readonly number[]): number[] {
  /** For each length, where the run of that length ends that ends lowest. */
  const ends: number[] = []
  const previous: number[] = []
  for (const [at, value] of values.entries()) {
    const length = lowerBound(ends, (end) => values[end]! < value)
    previous.push(length > 0 ? ends[length - 1]! : -1)
    ends[length] = at
  }
  const run: number[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]!) run.push(at)
  return run.reverse()
}

/** How many of a list's first items pass a test; those that do stand first. */
export function lowerBound<T>(list: readonly T[], test: (item: T) => boolean): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(list[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}

/** Items by a key, each list in their order. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** How many items two lists begin with alike, and how many of the others they end with alike. */
export function commonEnds<T>(
  a: ArrayLike<T>,
  b: ArrayLike<T>,
  isSame: (a: T, b: T) => boolean = Object.is
): {head: number; tail: number} {
  const most = Math.min(a.length, b.length)
  let head = 0
  while (head < most && isSame(a[head]!, b[head]!)) head++
  let tail = 0
  while (tail < most - head && isSame(a[a.length - tail - 1]!, b[b.length - tail - 1]!)) tail++
  return {head, tail}
}
