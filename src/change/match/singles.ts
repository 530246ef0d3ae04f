/** What a list has once, and where. */
export function singles(list: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  const counts = new Map<string, number>()
  for (const [at, item] of list.entries()) {
    counts.set(item, (counts.get(item) ?? 0) + 1)
    places.set(item, at)
  }
  return new Map([...places].filter(([item]) => counts.get(item) === 1))
}
