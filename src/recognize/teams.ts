import {flatten, isBlank, positioned, span, splitAt, trim} from '../document/phrasing.ts'
import {wordAt} from './words.ts'
import type {PhrasingContent} from '../document/types.ts'
import type {Dependencies, PrimaryTeams, Team} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/index.ts'

type Teams = Dependencies | PrimaryTeams

/**
 * The teams of a line that opens with a label for them, `undefined` for any other line.
 *
 * ```markdown
 * | Dependencies on: A; Primary teams: B, C (D, E)
 *                    ^                 ^  ^^^^^^^^
 * ```
 */
export function readTeams(
  children: readonly PhrasingContent[],
  vocabulary: Vocabulary
): Teams[] | undefined {
  const found = findTeams(flatten(children), vocabulary)
  if (found.length === 0) return undefined
  const pieces = splitAt(
    children,
    found.flatMap(({from, names, to}) => [from, ...names.flat(), to])
  )
  let at = 1
  return found.map(({type, names}) => {
    const own = pieces.slice(at, (at += 2 * names.length + 1))
    at++
    const teams = own.filter((name, index) => index % 2 === 1 && name.length > 0)
    const nodes = teams.map((name) => positioned<Team>({type: 'team', children: name}, span(name)))
    return positioned<Teams>({type, children: nodes}, span(own.flat()))
  })
}

/** Ranges of a line: from a label to the last of its names. */
interface Found {
  type: Teams['type']
  from: number
  names: [from: number, to: number][]
  to: number
}

function findTeams(text: string, vocabulary: Vocabulary): Found[] {
  const found: Found[] = []
  for (let from = skipBlanks(text, 0); from < text.length;) {
    const label = labelAt(text, from, vocabulary)
    if (!label) break
    const end = nextLabel(text, label.end, vocabulary)
    const names = splitNames(text, label.end, end)
    found.push({type: label.type, from, names, to: trim(text, from, end)[1]})
    from = skipBlanks(text, end + 1)
  }
  return found
}

function skipBlanks(text: string, at: number): number {
  while (at < text.length && isBlank(text, at)) at++
  return at
}

function labelAt(
  text: string,
  at: number,
  {labels}: Vocabulary
): {type: Teams['type']; end: number} | undefined {
  for (const type of ['dependencies', 'primaryTeams'] as const) {
    const word = wordAt(text, at, labels[type])
    const colon = word && /^\s*:/.exec(text.slice(at + word.length, at + word.length + 8))
    if (colon) return {type, end: at + word.length + colon[0].length}
  }
  return undefined
}

/** The `;` before the next label, or the end. */
function nextLabel(text: string, from: number, vocabulary: Vocabulary): number {
  for (let at = text.indexOf(';', from); at >= 0; at = text.indexOf(';', at + 1)) {
    const start = skipBlanks(text, at + 1)
    if (start === text.length || labelAt(text, start, vocabulary)) return at
  }
  return text.length
}

/** The ranges between commas (or semicolons) that stand in no bracket, without blanks at their ends. */
function splitNames(text: string, from: number, to: number): [from: number, to: number][] {
  const ranges: [number, number][] = []
  let depth = 0
  let start = from
  for (let at = from; at < to; at++) {
    const character = text[at]!
    if (character === '(' || character === '[') depth++
    else if ((character === ')' || character === ']') && depth > 0) depth--
    else if ((character === ',' || character === ';') && depth === 0) {
      ranges.push([start, at])
      start = at + 1
    }
  }
  ranges.push([start, to])
  return ranges.map(([a, b]) => trim(text, a, b)).filter(([a, b]) => a < b)
}
