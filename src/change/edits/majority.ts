/** What most neighbours do: new things are written like them. */

/**
 * The most frequent value of the nearest group that has any: siblings come before the rest of the page. Of
 * values as frequent as each other it is the first.
 */
export function majority<T>(
  groups: readonly (readonly T[])[],
  key: (value: T) => unknown = String
): T | undefined {
  const values = groups.find(({length}) => length > 0)
  if (!values) return undefined
  const counts = new Map<unknown, {value: T; count: number}>()
  for (const value of values) {
    const entry = counts.get(key(value))
    if (entry) entry.count++
    else counts.set(key(value), {value, count: 1})
  }
  return [...counts.values()].reduce((a, b) => (b.count > a.count ? b : a)).value
}
