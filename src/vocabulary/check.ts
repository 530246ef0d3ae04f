/** What a caller's words must be, and how that is said where they are not. */

/** What each key of an entry may be, and how to say that. */
export type Keys = Map<string, [test: (value: unknown) => boolean, wanted: string]>

const word: [typeof isWord, string] = [isWord, 'a non-empty string']
const words: [typeof isWords, string] = [isWords, 'an array of non-empty strings']
const maybeWords: [typeof isWords, string] = [
  (value) => value === undefined || isWords(value),
  words[1]
]

/** The keys of an entry of `statuses`. */
export const statusKeys: Keys = new Map([
  ['value', word],
  ['label', word],
  ['aliases', maybeWords],
  ['proseBefore', maybeWords]
])

/** The keys of an entry of `fields`. */
export const fieldKeys: Keys = new Map([
  ['name', word],
  ['labels', words]
])

/** @throws {TypeError} where an entry has another key, or a key's value is of the wrong kind. */
export function checkEntry(item: unknown, keys: Keys, path: string): void {
  if (typeof item !== 'object' || item === null) throw wrong(path, 'an object', item)
  const entries = new Map<string, unknown>(Object.entries(item))
  for (const key of entries.keys()) if (!keys.has(key)) throw unknown(`${path}.${key}`, keys)
  for (const [key, [test, wanted]] of keys) check(entries.get(key), test, wanted, `${path}.${key}`)
}

/** @throws {TypeError} where the value is not what is wanted. */
export function check(
  value: unknown,
  test: (value: unknown) => boolean,
  wanted: string,
  path: string
): void {
  if (!test(value)) throw wrong(path, wanted, value)
}

/** An empty word would stand everywhere. */
export function isWord(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== ''
}

function isWords(value: unknown): boolean {
  return Array.isArray(value) && value.every(isWord)
}

/** @throws {TypeError} where the value is no month's number. */
export function checkMonth(value: unknown, path: string): number {
  const isMonth = Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 12
  if (!isMonth) throw wrong(path, 'a month from 1 to 12', value)
  return value as number
}

export function unknown(path: string, known: ReadonlyMap<string, unknown>): TypeError {
  return new TypeError(`${path} is unknown; known are ${[...known.keys()].join(', ')}`)
}

export function wrong(path: string, wanted: string, got: unknown): TypeError {
  return new TypeError(`${path} must be ${wanted}, not ${JSON.stringify(got) ?? String(got)}`)
}
