/**
 * The words of plan pages, and how a page's words are looked up in them.
 */
import {
  check,
  checkEntry,
  checkOptions,
  isWord,
  unknown,
  vocabularyKey,
  wrong,
  type Check,
  type Keys
} from '../check.ts'
import {english} from './english.ts'
import {sectionKinds, type SectionKind} from './section-kinds.ts'
import type {StatusEntry, Vocabulary, VocabularyExtension} from './types.ts'

export {english}
export {findStatus, findWord, namesOf, type StatusName} from './find-status.ts'
export type {FieldEntry, StatusEntry, Vocabulary, VocabularyExtension} from './types.ts'

const word: Check = [isWord, 'a non-empty string']
const words: Check = [isWords, 'an array of non-empty strings']
const maybeWords: Check = [(value) => value === undefined || isWords(value), words[1]]

/** The keys of an entry of `statuses`. */
const statusKeys: Keys = new Map([
  ['value', word],
  ['label', word],
  ['aliases', maybeWords],
  ['words', maybeWords],
  ['proseBefore', maybeWords]
])

/** The keys of an entry of `fields`. */
const fieldKeys: Keys = new Map([
  ['name', word],
  ['labels', words],
  [
    'section',
    [
      (value) => value === undefined || sectionKinds.includes(value as SectionKind),
      `one of ${sectionKinds.join(', ')}`
    ]
  ]
])

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

/** Options of a function that takes no other than the words. */
export interface VocabularyOptions {
  /** The words that the page was parsed with, or that a new one is written in. */
  vocabulary?: VocabularyExtension | null | undefined
}

/**
 * The words that a function's only option says.
 *
 * @throws {TypeError} for another option, or what is no vocabulary.
 */
export function vocabularyOf(options: VocabularyOptions | null | undefined): Vocabulary {
  return extendVocabulary(checkOptions(options, vocabularyKey).vocabulary)
}

/** Lists of `base` come after those of `extension`; objects merge key by key; other values give way. */
function merge(base: unknown, extension: unknown, path: string): unknown {
  if (extension === undefined) return base
  if (Array.isArray(base)) return mergeLists(base, extension, path)
  if (typeof base === 'number') return checkMonth(extension, path)
  if (typeof extension !== 'object' || extension === null || Array.isArray(extension)) {
    throw wrong(path, 'an object', extension)
  }
  const entries = new Map(Object.entries(base as object))
  for (const [key, value] of Object.entries(extension)) {
    if (!entries.has(key)) throw unknown(`${path}.${key}`, entries)
    entries.set(key, merge(entries.get(key), value, `${path}.${key}`))
  }
  return Object.fromEntries(entries)
}

function mergeLists(base: unknown[], extension: unknown, path: string): unknown[] {
  if (!Array.isArray(extension)) throw wrong(path, 'an array', extension)
  if (Array.isArray(base[0])) return mergeNames(base as string[][], extension, path)
  const takesWords = typeof base[0] === 'string'
  for (const [index, item] of extension.entries()) {
    if (takesWords) check(item, isWord, 'a non-empty string', `${path}[${index}]`)
    else checkEntry(item, path.endsWith('.statuses') ? statusKeys : fieldKeys, `${path}[${index}]`)
  }
  return path.endsWith('.statuses')
    ? mergeStatuses(base as StatusEntry[], extension as StatusEntry[])
    : [...extension, ...base]
}

function mergeNames(base: string[][], extension: unknown[], path: string): string[][] {
  if (extension.length !== base.length)
    throw wrong(path, `${base.length} lists of names`, extension)
  return base.map(
    (names, index) => mergeLists(names, extension[index], `${path}[${index}]`) as string[]
  )
}

function mergeStatuses(base: StatusEntry[], extension: StatusEntry[]): StatusEntry[] {
  const byValue = new Map(base.map((entry) => [entry.value, entry]))
  for (const entry of extension) {
    const old = byValue.get(entry.value)
    byValue.set(entry.value, {
      ...entry,
      aliases: [...(entry.aliases ?? []), ...(old ? [old.label, ...(old.aliases ?? [])] : [])],
      words: [...(entry.words ?? []), ...(old?.words ?? [])]
    })
  }
  return [...byValue.values()]
}

function isWords(value: unknown): boolean {
  return Array.isArray(value) && value.every(isWord)
}

/** @throws {TypeError} where the value is no month's number. */
function checkMonth(value: unknown, path: string): number {
  const isMonth = Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 12
  if (!isMonth) throw wrong(path, 'a month from 1 to 12', value)
  return value as number
}
