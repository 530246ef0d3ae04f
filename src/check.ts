/** What callers may give a function, and how that is said where they do not. */
import {distance} from 'fastest-levenshtein'
import type {Plan} from './plan/types.ts'
import type {VFile} from 'vfile'

/** What a value may be, and how to say that. */
export type Check = [test: (value: unknown) => boolean, wanted: string]

/** What each key of an object may be. */
export type Keys = ReadonlyMap<string, Check>

/** An option that is a string, or is not there. */
export const maybeString: Check = [
  (value) => value === undefined || value === null || typeof value === 'string',
  'a string'
]

/** An option that is a VFile, or is not there. */
export const maybeFile: Check = [(value) => value === undefined || isFile(value), 'a VFile']

/** Whether a value is a file that takes messages. */
export function isFile(value: unknown): value is VFile {
  return (
    typeof value === 'object' &&
    value !== null &&
    'message' in value &&
    typeof value.message === 'function'
  )
}

/** An option that is a day of the calendar, or is not there. */
export const maybeDay: Check = [
  (value) => value === undefined || isDay(value),
  'a day such as 2031-05-08'
]

/** Whether a value is a day of the calendar, as ISO 8601 has it. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false
  const day = new Date(value)
  // Of February 30 a Date makes March 2.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}

/** An option that is checked where it is read. */
export const checkedElsewhere: Check = [() => true, '']

/** The options of a function that takes no other. */
export const vocabularyKey: Keys = new Map([['vocabulary', checkedElsewhere]])

/**
 * The options of a function: none where they are left out.
 *
 * @throws {TypeError} for an option that the function does not have, or one of the wrong kind.
 */
export function checkOptions<T extends object>(options: T | null | undefined, keys: Keys): T {
  if (options === undefined || options === null) return checkOptions({} as T, keys)
  checkEntry(options, keys, 'options')
  return options
}

/** @throws {TypeError} where the value is no plan. */
export function checkPlan(plan: unknown, caller: string): asserts plan is Plan {
  if (typeof plan === 'object' && plan !== null && 'type' in plan && plan.type === 'plan') return
  throw new TypeError(`${caller} takes a plan, as parse gives it, not ${kindOf(plan)}`)
}

/** The kind of a value, as a JSON document has it. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

/** @throws {TypeError} where an entry has another key, or a key's value is of the wrong kind. */
export function checkEntry(item: unknown, keys: Keys, path: string): void {
  if (kindOf(item) !== 'object') throw wrong(path, 'an object', item)
  const entries = new Map<string, unknown>(Object.entries(item as object))
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

export function unknown(path: string, known: ReadonlyMap<string, unknown>): TypeError {
  const [key, names] = [path.slice(path.lastIndexOf('.') + 1), [...known.keys()]]
  const [nearest] = byLikeness(key, names, (name) => [name])
  return new TypeError(
    `${path} is unknown; known are ${names.join(', ')}; the nearest is ${nearest}`
  )
}

export function wrong(path: string, wanted: string, got: unknown): TypeError {
  return new TypeError(`${path} must be ${wanted}, not ${shown(got)}`)
}

/** A value, short: who gives a page in place of options need not read all of it. */
export function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? String(value)
  return json.length <= longest ? json : `${json.slice(0, longest)}…`
}

const longest = 80

/** Things by how like a word the likest of their names is. */
export function byLikeness<T>(
  word: string,
  things: readonly T[],
  namesOf: (thing: T) => readonly string[]
): T[] {
  const steps = new Map(
    things.map((thing) => [thing, Math.min(...namesOf(thing).map((name) => distance(word, name)))])
  )
  return [...things].sort((a, b) => steps.get(a)! - steps.get(b)!)
}
