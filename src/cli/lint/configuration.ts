/** What the nearest configuration says of a page. */
import {existsSync, readFileSync} from 'node:fs'
import {basename, dirname, join, resolve} from 'node:path'
import {checkRules, type RuleSettings} from '../../lint/index.ts'
import {extendVocabulary, type VocabularyExtension} from '../../vocabulary/index.ts'
import {UsageError} from '../errors.ts'

/** What a configuration file may say. */
export interface Configuration {
  rules?: RuleSettings | undefined
  vocabulary?: VocabularyExtension | undefined
}

/** Where configurations stand in a folder, and how to take them from what the file says. */
const places: [name: string, take: (value: unknown) => unknown][] = [
  ['.wikiplanrc', (value) => value],
  ['.wikiplanrc.json', (value) => value],
  ['package.json', (value) => (value as {wikiplan?: unknown} | null)?.wikiplan]
]

/** What checks each key of a configuration, throwing a `TypeError` that says what is accepted. */
const checks = new Map<string, (value: unknown) => unknown>([
  ['rules', (value) => checkRules(value as RuleSettings)],
  ['vocabulary', (value) => extendVocabulary(value as VocabularyExtension)]
])

const known = new Map<string, Configuration>()

/**
 * The configuration of a page: that in its own folder, else in the nearest folder above.
 *
 * @throws {UsageError} for one that cannot be read, or says what no configuration may.
 */
export function configurationOf(path: string): Configuration {
  return configurationIn(path === '-' ? process.cwd() : dirname(resolve(path)))
}

function configurationIn(folder: string): Configuration {
  const cached = known.get(folder)
  if (cached) return cached
  const above = dirname(folder)
  const found = readFolder(folder) ?? (above === folder ? {} : configurationIn(above))
  known.set(folder, found)
  return found
}

/**
 * The configuration in a file.
 *
 * @throws {UsageError} for one that cannot be read, or says what no configuration may.
 */
export function configurationAt(path: string): Configuration {
  const [, take] = places.find(([name]) => basename(path) === name) ?? places[0]!
  return read(path, take) ?? {}
}

function readFolder(folder: string): Configuration | undefined {
  for (const [name, take] of places) {
    const path = join(folder, name)
    const found = existsSync(path) ? read(path, take) : undefined
    if (found) return found
  }
  return undefined
}

function read(path: string, take: (value: unknown) => unknown): Configuration | undefined {
  try {
    const value = take(parseJson(readFileSync(path, 'utf8')))
    return value === undefined ? undefined : check(value)
  } catch (error) {
    throw new UsageError(`cannot use '${path}': ${(error as Error).message.replace(/\n[^]*/, '')}`)
  }
}

/**
 * What JSON says.
 *
 * @throws {TypeError} for a text that is none. It says where, and not what is there: what a link leads to in
 *   place of a configuration may be anyone's secret.
 */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const before = text.slice(0, endOfJson(text)).split('\n')
    const [line, column] = [before.length, before.at(-1)!.length + 1]
    throw new TypeError(`it is not JSON, from line ${line}, column ${column} on`)
  }
}

const string = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"/y
const scalar = new RegExp(
  `${string.source}|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null`,
  'y'
)

/** Up to where a text is JSON: `JSON.parse` says it of some mistakes only. */
function endOfJson(text: string): number {
  let at = 0
  const take = (token: RegExp): boolean => {
    while (at < text.length && ' \t\n\r'.includes(text[at]!)) at++
    token.lastIndex = at
    const isThere = token.test(text)
    if (isThere) at = token.lastIndex
    return isThere
  }
  const list = (item: () => boolean, close: RegExp): boolean => {
    if (take(close)) return true
    do if (!item()) return false
    while (take(/,/y))
    return take(close)
  }
  const value = (): boolean => {
    if (take(/\{/y)) return list(() => take(string) && take(/:/y) && value(), /\}/y)
    return take(/\[/y) ? list(value, /\]/y) : take(scalar)
  }
  if (value()) take(/$/y)
  return at
}

function check(value: unknown): Configuration {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError('a configuration is an object')
  }
  for (const [key, said] of Object.entries(value)) {
    const checkKey = checks.get(key)
    if (!checkKey)
      throw new TypeError(`'${key}' is unknown; accepted are ${[...checks.keys()].join(', ')}`)
    checkKey(said)
  }
  return value
}
