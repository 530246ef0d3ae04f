import {skip, wordAt} from './words.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** What a heading says of the plan; `end` ends an outcome. */
export type HeadingMeaning =
  | {kind: 'goals' | 'status' | 'end'}
  | {kind: 'period'; quarter: number}
  | ({kind: 'outcome'} & OutcomeHeading)

/** What an outcome's heading says. */
export interface OutcomeHeading {
  outcomes: string[]
  outputs: string[]
  qualifier: string | null
  /** Where in the text a statement stands: `Outcome 1: All ferries keep time`. */
  statementAt: number | null
}

/** What the plain text of a heading means, `undefined` where it is not of the plan's making. */
export function readHeading(text: string, vocabulary: Vocabulary): HeadingMeaning | undefined {
  const {exact, longest} = lexiconOf(vocabulary)
  const words = text.endsWith(':') ? text.slice(0, -1).trimEnd() : text
  const kind = words.length <= longest ? exact.get(words.toLowerCase()) : undefined
  if (kind) return {kind}
  const quarter = readQuarter(text, vocabulary)
  if (quarter) return {kind: 'period', quarter}
  const outcome = readOutcome(text, vocabulary)
  return outcome && {kind: 'outcome', ...outcome}
}

/**
 * The quarter that a label names.
 *
 * ```markdown
 * | Q2   Q2 (October – December 2030)   Quarter 3   Q1 FY30/31
 * ```
 */
export function readQuarter(text: string, vocabulary: Vocabulary): number | undefined {
  const word = wordAt(text, 0, vocabulary.headings.quarter)
  const match =
    word &&
    /^\s?([1-4])(?=$|\s*[(:,–—/-]|\s+(?:\p{Lu}{2}|\d))/u.exec(
      text.slice(word.length, word.length + 12)
    )
  return match ? Number(match[1]) : undefined
}

/**
 * The numbers of an outcome's heading. Without numbers (`Outcome: better boats`) the lists are empty;
 * the word alone is no outcome.
 *
 * ```markdown
 * | Outcome 2, Output 2.1 (Performance)
 *           ^         ^^^  ^^^^^^^^^^^
 * ```
 */
function readOutcome(text: string, vocabulary: Vocabulary): OutcomeHeading | undefined {
  const {outcome, output} = vocabulary.headings
  const opening = afterJoint(text, 0, vocabulary)
  if (!wordAt(text, opening, outcome) && !wordAt(text, opening, output)) return undefined
  const found: OutcomeHeading = {outcomes: [], outputs: [], qualifier: null, statementAt: null}
  let at = 0
  for (;;) {
    const start = afterJoint(text, at, vocabulary)
    const word = wordAt(text, start, outcome) ?? wordAt(text, start, output)
    if (!word) break
    const list = readNumbers(text, start + word.length, vocabulary)
    if (list.numbers.length === 0) {
      if (at > 0) break
      return text.length > word.length ? found : undefined
    }
    const isOutcome = wordAt(text, start, outcome) !== undefined
    const numbers = isOutcome ? found.outcomes : found.outputs
    for (const number of list.numbers) numbers.push(number)
    at = list.end
  }
  return at === 0 ? undefined : readRest(text, at, found)
}

/** Where the next word may begin: `Outcome 2 / Output 3`, `Outcome 2 and Output 3`. */
function afterJoint(text: string, at: number, {conjunctions}: Vocabulary): number {
  const start = skip(text, at, /[\s/,;&–—-]/)
  const conjunction = at > 0 ? wordAt(text, start, conjunctions) : undefined
  return conjunction ? skip(text, start + conjunction.length, /\s/) : start
}

/** What joins an outcome's numbers to the statement behind them, and is no part of either. */
export const joiners = /[\s:.,;/–—-]/

/** What follows the numbers: a bracket, or a statement. */
function readRest(text: string, at: number, found: OutcomeHeading): OutcomeHeading {
  const rest = text.slice(at).trim()
  if (rest.startsWith('(') && rest.endsWith(')'))
    return {...found, qualifier: rest.slice(1, -1).trim() || null}
  const statementAt = skip(text, at, joiners)
  return statementAt < text.length ? {...found, statementAt} : found
}

/** `5, 6 and 7.1` */
function readNumbers(
  text: string,
  at: number,
  {conjunctions}: Vocabulary
): {numbers: string[]; end: number} {
  const numbers: string[] = []
  let end = at
  for (;;) {
    let start = skip(text, end, /[\s,]/)
    const conjunction = numbers.length > 0 && wordAt(text, start, conjunctions)
    if (conjunction) start = skip(text, start + conjunction.length, /\s/)
    const match = /^\d{1,6}(?:\.\d{1,6}){0,8}(?![\p{L}\d])/u.exec(text.slice(start, start + 64))
    if (!match || (start === end && numbers.length > 0)) return {numbers, end}
    numbers.push(match[0])
    end = start + match[0].length
  }
}

type ExactKind = 'goals' | 'status' | 'end'

/** Headings that mean something by all of their words. */
interface Lexicon {
  exact: Map<string, ExactKind>
  /** The length of the longest one. */
  longest: number
}

const lexicons = new WeakMap<Vocabulary, Lexicon>()

function lexiconOf(vocabulary: Vocabulary): Lexicon {
  let lexicon = lexicons.get(vocabulary)
  if (!lexicon) lexicons.set(vocabulary, (lexicon = toLexicon(vocabulary)))
  return lexicon
}

function toLexicon({headings}: Vocabulary): Lexicon {
  const exact = new Map<string, ExactKind>()
  for (const kind of ['end', 'status', 'goals'] as const) {
    for (const word of headings[kind]) exact.set(word.toLowerCase(), kind)
  }
  return {exact, longest: Math.max(...Array.from(exact.keys(), ({length}) => length))}
}
