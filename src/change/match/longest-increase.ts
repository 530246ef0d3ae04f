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
