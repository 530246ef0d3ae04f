/** Whether two values are the same data; both are plain JSON with keys in one order, as plan JSON is. */
export function isSameData(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
