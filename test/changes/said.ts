/** A plan without its page, its ids and spellings, and its lists in an order of their own where `sorted`. */
export function said(value: unknown, sorted = false): unknown {
  if (Array.isArray(value)) {
    const list = value.map((item) => said(item, sorted))
    return sorted ? list.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : list
  }
  if (value === null || typeof value !== 'object') return value
  const isSpelling = (key: string): boolean =>
    (key === 'raw' || key === 'form') && 'value' in value && value.value !== null
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'id' && key !== 'source' && !isSpelling(key))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, said(item, sorted)])
  )
}
