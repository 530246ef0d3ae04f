import {isBlank} from '../../document/phrasing.ts'
import {readQuarter} from './quarters.ts'
import {skip, wordAt} from './words.ts'
import {sectionKinds} from '../../vocabulary/section-kinds.ts'
import type {ItemKind, Numbers, SectionKind} from '../types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** What a heading says of the plan; `end` ends a section, under `statement` a section's statement stands. */
export type HeadingMeaning =
  | {kind: 'goals'; items: ItemKind}
  | {kind: 'status' | 'end' | 'statement'}
  | {kind: 'period'; quarter: number}
  | {kind: 'section'; section: SectionHeading}

/** A part of a heading, by offsets of its text. */
export interface Part {
  from: number
  to: number
}

/**
 * What a section's heading says, and where.
 *
 * ```markdown
 * | Outcome 2, Output 2.1 (Performance)
 *           ^         ^^^  ^^^^^^^^^^^     numbers, qualifier
 * | Strategy C1: Make rowing easy
 *            ^^  ^^^^^^^^^^^^^^^^         code, statement
 * | GE1: Guests come back
 *   ^^^  ^^^^^^^^^^^^^^^^                 code, statement
 * ```
 */
export interface SectionHeading {
  kind: SectionKind
  code: (Part & {value: string}) | null
  numbers: Numbers
  /** Each number, in the order of the heading. */
  numberParts: (Part & {word: string; value: string})[]
  qualifier: (Part & {value: string}) | null
  statement: Part | null
}

/** What the plain text of a heading means, `undefined` where it is not of the plan's making. */
export function readHeading(text: string, vocabulary: Vocabulary): HeadingMeaning | undefined {
  const {exact, longest} = lexiconOf(vocabulary)
  // What shows nothing leaves blanks: `<span id="goals"></span> Goals`.
  const said = isBlank(text, 0) ? text.trimStart() : text
  const words = said.endsWith(':') ? said.slice(0, -1).trimEnd() : said
  const meaning = words.length <= longest ? exact.get(words.toLowerCase()) : undefined
  if (meaning) return meaning
  const quarter = readQuarter(said, vocabulary)
  if (quarter) return {kind: 'period', quarter}
  const section = readSection(text, vocabulary)
  return section && {kind: 'section', section}
}

/** What a heading says, where it is a section's. */
export function readSectionHeading(
  heading: string | null,
  vocabulary: Vocabulary
): SectionHeading | undefined {
  const found = heading === null ? undefined : readHeading(heading, vocabulary)
  return found?.kind === 'section' ? found.section : undefined
}

/** A word for a section at an offset, with the kind that it names. */
function sectionWordAt(
  text: string,
  at: number,
  vocabulary: Vocabulary
): {kind: SectionKind; length: number} | undefined {
  for (const [kind, words] of lexiconOf(vocabulary).sections) {
    const word = wordAt(text, at, words)
    if (word) return {kind, length: word.length}
  }
  return undefined
}

/** What a section's heading opens with decides its kind. The word alone is no section: `Outcome`. */
function readSection(text: string, vocabulary: Vocabulary): SectionHeading | undefined {
  let start = afterJoint(text, 0, vocabulary)
  let word = sectionWordAt(text, start, vocabulary)
  if (!word) return readCoded(text, skip(text, 0, /\s/))
  const found = sectionOfKind(word.kind)
  let at = 0
  while (word) {
    const list = readNumbers(text, start + word.length, vocabulary)
    if (list.numbers.length === 0) {
      if (at > 0) break
      const letter = isNumbered(word.kind) ? undefined : /^\p{Lu}(?=\s*:)/u
      const code = codeAt(text, skip(text, start + word.length, /\s/), letter)
      if (!code) return isBareWord(word.kind, text, start + word.length) ? found : undefined
      found.code = code
      return readRest(text, code.to, found)
    }
    const numbers = (found.numbers[word.kind] ??= [])
    for (const number of list.numbers) {
      numbers.push(number.value)
      found.numberParts.push({word: word.kind, ...number})
    }
    at = list.end
    start = afterJoint(text, at, vocabulary)
    word = sectionWordAt(text, start, vocabulary)
  }
  return readRest(text, at, found)
}

/** A section of which nothing is known but its kind. */
export function sectionOfKind(kind: SectionKind): SectionHeading {
  return {kind, code: null, numbers: {}, numberParts: [], qualifier: null, statement: null}
}

/** A heading that is a code, or has one before a colon. */
function readCoded(text: string, at: number): SectionHeading | undefined {
  const code = codeAt(text, at)
  if (!code || isNoCode(code.value) || !/^\s*(?:$|:)/.test(text.slice(code.to, code.to + 8)))
    return undefined
  return readRest(text, code.to, {...sectionOfKind('group'), code})
}

/** Names of fiscal years in any language, quarters, Phabricator tasks and versions look like codes, and are none. */
export function isNoCode(value: string): boolean {
  return /^(?:T\d{2}|[QH][1-4]$|FY|CY|V\d|\p{Lu}{1,3}(?:19|20)\d{2}$)/u.test(value)
}

/** `Outcome: better boats` is an outcome's heading that lacks its number; `Program goals` is none at all. */
function isBareWord(kind: SectionKind, text: string, end: number): boolean {
  return isNumbered(kind) && text.length > end
}

/** Whether sections of a kind have numbers, and no other codes. */
export function isNumbered(kind: SectionKind): boolean {
  return kind === 'outcome' || kind === 'output'
}

/** A code of a section: `C1`, `WE1.2`; after a word, what else is one. */
function codeAt(text: string, at: number, other?: RegExp): (Part & {value: string}) | null {
  const rest = text.slice(at, at + 64)
  const match =
    /^\p{Lu}{1,5}\d{1,6}(?:\.\d{1,6}){0,8}(?![\p{L}\d])/u.exec(rest) ?? other?.exec(rest)
  return match ? {from: at, to: at + match[0].length, value: match[0]} : null
}

/** Where the next word may begin: `Outcome 2 / Output 3`, `Outcome 2 and Output 3`. */
function afterJoint(text: string, at: number, {conjunctions}: Vocabulary): number {
  const start = skip(text, at, /[\s/,;&–—-]/)
  const conjunction = at > 0 ? wordAt(text, start, conjunctions) : undefined
  return conjunction ? skip(text, start + conjunction.length, /\s/) : start
}

/** What joins a section's numbers to the statement behind them, and is no part of either. */
const joiners = /[\s:.,;/–—-]/

/** What follows the numbers: a bracket, or a statement. */
function readRest(text: string, at: number, found: SectionHeading): SectionHeading {
  const from = skip(text, at, /\s/)
  const to = from + text.slice(from).trimEnd().length
  if (text[from] === '(' && text[to - 1] === ')') {
    const value = text.slice(from + 1, to - 1).trim()
    const start = skip(text, from + 1, /\s/)
    const qualifier = value ? {from: start, to: start + value.length, value} : null
    return {...found, qualifier}
  }
  const start = skip(text, at, joiners)
  return start < to ? {...found, statement: {from: start, to}} : found
}

/** A heading in two: what comes before its statement, and the statement, where it says one. */
export function splitHeading(
  heading: string | null,
  vocabulary: Vocabulary
): {before: string; statement: string | undefined} {
  const part = readSectionHeading(heading, vocabulary)?.statement
  if (heading === null || !part) return {before: heading ?? '', statement: undefined}
  return {before: heading.slice(0, part.from), statement: heading.slice(part.from, part.to)}
}

/** What stands before a heading's statement, without what joins them. */
export function unjoined(before: string): string {
  let end = before.length
  while (end > 0 && joiners.test(before[end - 1]!)) end--
  return before.slice(0, end)
}

/** `5, 6 and 7.1` */
function readNumbers(
  text: string,
  at: number,
  {conjunctions}: Vocabulary
): {numbers: (Part & {value: string})[]; end: number} {
  const numbers: (Part & {value: string})[] = []
  let end = at
  for (;;) {
    let start = skip(text, end, /[\s,]/)
    const conjunction = numbers.length > 0 && wordAt(text, start, conjunctions)
    if (conjunction) start = skip(text, start + conjunction.length, /\s/)
    const match = /^\d{1,6}(?:\.\d{1,6}){0,8}(?![\p{L}\d])/u.exec(text.slice(start, start + 64))
    if (!match || (start === end && numbers.length > 0)) return {numbers, end}
    end = start + match[0].length
    numbers.push({from: start, to: end, value: match[0]})
  }
}

/** The words of headings, ready to be looked up. */
interface Lexicon {
  /** Headings that mean something by all of their words. */
  exact: Map<string, HeadingMeaning>
  /** The length of the longest one. */
  longest: number
  /** The words that open a section's heading, by what they make of it. */
  sections: [SectionKind, readonly string[]][]
}

const lexicons = new WeakMap<Vocabulary, Lexicon>()

function lexiconOf(vocabulary: Vocabulary): Lexicon {
  let lexicon = lexicons.get(vocabulary)
  if (!lexicon) lexicons.set(vocabulary, (lexicon = toLexicon(vocabulary)))
  return lexicon
}

function toLexicon({headings}: Vocabulary): Lexicon {
  const exact = new Map<string, HeadingMeaning>()
  const meanings: [words: readonly string[], meaning: HeadingMeaning][] = [
    [headings.end, {kind: 'end'}],
    [headings.statement, {kind: 'statement'}],
    [headings.status, {kind: 'status'}],
    [headings.hypotheses, {kind: 'goals', items: 'hypothesis'}],
    [headings.keyResults, {kind: 'goals', items: 'keyResult'}],
    [headings.goals, {kind: 'goals', items: 'goal'}]
  ]
  for (const [words, meaning] of meanings)
    for (const word of words) exact.set(word.toLowerCase(), meaning)
  const longest = Math.max(...Array.from(exact.keys(), ({length}) => length))
  const sections = sectionKinds.map((kind): Lexicon['sections'][number] => [kind, headings[kind]])
  return {exact, longest, sections}
}
