import {distance} from 'fastest-levenshtein'
import type {StatusEntry, Vocabulary} from './types.ts'

/** A status as the vocabulary names it. */
export interface StatusName {
  value: string
  label: string
  /** Whether the name was found only by guessing what a misspelt one meant. */
  misspelt: boolean
}

/**
 * The status that a template's name stands for, `undefined` where it is none.
 *
 * Names are compared as MediaWiki compares titles (`_` is a space, the `Template:` prefix may be there)
 * and without case. One or two letters off counts where the name is long enough that this is plainly a
 * slip: two in names of eight letters and more, one in shorter ones, and in those of four (`done` is too
 * near to `none`, `to do` to `to go`) only letters swapped or typed twice. An alias is meant only where it is
 * long and one letter off: `passed`, `defined` and `complex` are words of their own.
 */
export function findStatus(vocabulary: Vocabulary, name: string): StatusName | undefined {
  if (name.length > 40) return undefined
  const index = indexOf(vocabulary)
  const key = normalise(name)
  const known = index.get(key)
  if (known) return toName(known, false)
  for (const [candidate, entry] of index) {
    if (isSlip(key, candidate, entry.isLabel)) return toName(entry, true)
  }
  return undefined
}

/** The status that a word stands for where its place says that it is one: in a column of statuses, behind an icon. */
export function findWord({statuses}: Vocabulary, word: string): StatusName | undefined {
  const key = normalise(word)
  const entry = statuses.find((one) => namesOf(one).some((name) => normalise(name) === key))
  return entry && {value: entry.value, label: entry.label, misspelt: false}
}

/** All that a status is called. */
export function namesOf({label, aliases = [], words = []}: StatusEntry): string[] {
  return [label, ...aliases, ...words]
}

/** Lower case, spaces for underscores, no `Template:`. */
function normalise(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim()
  return words.startsWith('template:') ? words.slice('template:'.length).trim() : words
}

/** Whether a word, in lower case, is plainly another that was mistyped; of what is no label more has to be alike. */
export function isSlip(written: string, meant: string, isLabel: boolean): boolean {
  if (written[0] !== meant[0] || Math.abs(written.length - meant.length) > 2) return false
  const letters = meant.replaceAll(/[\s-]/g, '').length
  if (letters < 4) return false
  const steps = distance(written, meant)
  if (steps === 2 && isSwap(written, meant)) return true
  if (steps === 1 && isDoubled(written, meant)) return true
  if (!isLabel) return letters >= 8 && steps === 1
  return letters >= 5 && steps <= (letters < 8 ? 1 : 2)
}

/** `doen` for `done`: the same letters, two neighbours swapped. */
function isSwap(written: string, meant: string): boolean {
  const at = firstDifference(written, meant)
  return (
    written.length === meant.length &&
    written[at] === meant[at + 1] &&
    written[at + 1] === meant[at] &&
    written.slice(at + 2) === meant.slice(at + 2)
  )
}

/** `donne` for `done`: one letter twice. */
function isDoubled(written: string, meant: string): boolean {
  const at = firstDifference(written, meant)
  return written.length === meant.length + 1 && written[at] === written[at - 1]
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}

/** What a name stands for, and whether it is the status's usual one. */
interface Entry {
  value: string
  label: string
  isLabel: boolean
}

function toName({value, label}: Entry, misspelt: boolean): StatusName {
  return {value, label, misspelt}
}

const indexes = new WeakMap<Vocabulary, Map<string, Entry>>()

/** Every name of every status; where two statuses claim one, the first has it. */
function indexOf(vocabulary: Vocabulary): Map<string, Entry> {
  const cached = indexes.get(vocabulary)
  if (cached) return cached
  const index = new Map<string, Entry>()
  for (const {value, label, aliases = []} of vocabulary.statuses) {
    for (const name of [label, value, ...aliases]) {
      const key = normalise(name)
      if (!index.has(key)) index.set(key, {value, label, isLabel: name === label})
    }
  }
  indexes.set(vocabulary, index)
  return index
}
