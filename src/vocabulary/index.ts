/**
 * The words of plan pages, and how a page's words are looked up in them.
 */
import {english} from './english.ts'
import type {StatusEntry, Vocabulary, VocabularyExtension} from './types.ts'

export {english}
export {findStatus, type StatusName} from './find-status.ts'
export type {FieldEntry, StatusEntry, Vocabulary, VocabularyExtension} from './types.ts'

/**
 * The English vocabulary with more words.
 *
 * Words of the extension stand before the English ones, so writers write them. A status whose `value`
 * exists gets the new label; its old label stays readable.
 *
 * @throws {TypeError} where the extension is no object, or has a key or a value of the wrong kind.
 */
export function extendVocabulary(extension: VocabularyExtension | null | undefined): Vocabulary {
  if (extension === undefined || extension === null) return english
  return merge(english, extension, 'vocabulary') as Vocabulary
}

/** Lists of `base` come after those of `extension`; objects merge key by key; other values give way. */
function merge(base: unknown, extension: unknown, path: string): unknown {
  if (extension === undefined) return base
  if (Array.isArray(base)) return mergeLists(base, extension, path)
  if (typeof base !== 'object' || base === null) {
    if (typeof extension === typeof base) return extension
    throw wrong(path, `a ${typeof base}`, extension)
  }
  if (typeof extension !== 'object' || extension === null || Array.isArray(extension)) {
    throw wrong(path, 'an object', extension)
  }
  const entries = new Map(Object.entries(base))
  for (const [key, value] of Object.entries(extension)) {
    if (!entries.has(key)) {
      throw new TypeError(`${path}.${key} is unknown; known are ${[...entries.keys()].join(', ')}`)
    }
    entries.set(key, merge(entries.get(key), value, `${path}.${key}`))
  }
  return Object.fromEntries(entries)
}

function mergeLists(base: unknown[], extension: unknown, path: string): unknown[] {
  if (!Array.isArray(extension)) throw wrong(path, 'an array', extension)
  if (Array.isArray(base[0])) return mergeMonths(base as string[][], extension, path)
  extension.forEach((item, index) => check(item, typeof base[0], `${path}[${index}]`))
  return path.endsWith('.statuses')
    ? mergeStatuses(base as StatusEntry[], extension as StatusEntry[])
    : [...extension, ...base]
}

function mergeMonths(base: string[][], extension: unknown[], path: string): string[][] {
  if (extension.length !== base.length) throw wrong(path, `${base.length} lists of names`, extension)
  return base.map((names, index) => mergeLists(names, extension[index], `${path}[${index}]`) as string[])
}

function mergeStatuses(base: StatusEntry[], extension: StatusEntry[]): StatusEntry[] {
  const byValue = new Map(base.map((entry) => [entry.value, entry]))
  for (const entry of extension) {
    const old = byValue.get(entry.value)
    byValue.set(entry.value, {
      ...entry,
      aliases: [...(entry.aliases ?? []), ...(old ? [old.label, ...(old.aliases ?? [])] : [])]
    })
  }
  return [...byValue.values()]
}

/** Entries of `statuses` and `fields` have string keys and lists of strings. */
function check(item: unknown, kind: string, path: string): void {
  if (typeof item !== kind || item === null) throw wrong(path, kind === 'object' ? 'an object' : `a ${kind}`, item)
  if (typeof item !== 'object') return
  const [first, ...rest] = path.includes('.statuses') ? ['value', 'label', 'aliases'] : ['name', 'labels']
  const entries = new Map(Object.entries(item))
  for (const key of [first!, ...rest]) {
    const value = entries.get(key)
    const list = key === 'aliases' || key === 'labels'
    if (key === 'aliases' && value === undefined) continue
    if (list ? !isStrings(value) : typeof value !== 'string') {
      throw wrong(`${path}.${key}`, list ? 'an array of strings' : 'a string', value)
    }
  }
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function wrong(path: string, wanted: string, got: unknown): TypeError {
  return new TypeError(`${path} must be ${wanted}, not ${JSON.stringify(got) ?? String(got)}`)
}
