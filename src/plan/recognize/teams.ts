import {skipSpace} from '../../document/characters.ts'
import {flatten, span, spanning, splitAt, trim} from '../../document/phrasing.ts'
import {wordAt} from './words.ts'
import type {PhrasingContent} from '../../document/types.ts'
import type {Dependencies, PrimaryTeams, Team} from '../types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

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
  vocabulary: Vocabulary,
  text = flatten(children)
): Teams[] | undefined {
  const found = findTeams(text, vocabulary)
  if (found.length === 0) return undefined
  const pieces = splitAt(
    children,
    found.flatMap(({offsets}) => offsets)
  )
  let at = 1
  return found.map(({type, offsets}) => {
    const own = pieces.slice(at, at + offsets.length - 1)
    at += offsets.length
    return toTeams(type, own)
  })
}

/** The teams of a label: every other piece is a name, the first is what stands before the first name. */
function toTeams(type: Teams['type'], pieces: readonly PhrasingContent[][]): Teams {
  const teams: Team[] = []
  for (let index = 1; index < pieces.length; index += 2) {
    const children = pieces[index]!
    if (children.length > 0)
      teams.push(spanning<Team>({type: 'team', children, position: undefined}))
  }
  return {type, children: teams, position: span(pieces.flat())}
}

/** The teams of some lines: each has its names, parted by commas. */
export function teamsOf(type: Teams['type'], lines: readonly PhrasingContent[][]): Teams {
  const pieces = lines.flatMap((line) => {
    const offsets: number[] = []
    const text = flatten(line)
    addNames(text, 0, text.length, offsets)
    return splitAt(line, offsets).slice(0, -1)
  })
  return toTeams(type, pieces)
}

/** The names in a text, parted by commas: `Piers, Boats (tow, row)`. */
export function splitNames(text: string): string[] {
  const offsets: number[] = []
  addNames(text, 0, text.length, offsets)
  return Array.from({length: offsets.length / 2}, (_, at) =>
    text.slice(offsets[2 * at], offsets[2 * at + 1])
  )
}

/** The teams of one label: the offsets of its start, of each name's two ends, and of the last one's end. */
interface Found {
  type: Teams['type']
  offsets: number[]
}

function findTeams(text: string, vocabulary: Vocabulary): Found[] {
  const found: Found[] = []
  for (let from = skipSpace(text, 0, text.length); from < text.length;) {
    const label = labelAt(text, from, vocabulary)
    if (!label) break
    const end = nextLabel(text, label.end, vocabulary)
    const offsets = [from]
    addNames(text, label.end, end, offsets)
    offsets.push(trim(text, from, end)[1])
    found.push({type: label.type, offsets})
    from = skipSpace(text, end + 1, text.length)
  }
  return found
}

/** The most characters from a label to the one behind its colon. */
const longestGap = 8

function labelAt(
  text: string,
  at: number,
  {labels}: Vocabulary
): {type: Teams['type']; end: number} | undefined {
  for (const type of ['dependencies', 'primaryTeams'] as const) {
    const word = wordAt(text, at, labels[type])
    if (!word) continue
    const limit = Math.min(text.length, at + word.length + longestGap)
    const colon = skipSpace(text, at + word.length, limit)
    if (colon < limit && text[colon] === ':') return {type, end: colon + 1}
  }
  return undefined
}

/** The `;` before the next label, or the end. */
function nextLabel(text: string, from: number, vocabulary: Vocabulary): number {
  for (let at = text.indexOf(';', from); at >= 0; at = text.indexOf(';', at + 1)) {
    const start = skipSpace(text, at + 1, text.length)
    if (start === text.length || labelAt(text, start, vocabulary)) return at
  }
  return text.length
}

/** Adds the ends of what stands between commas (or semicolons) that are in no bracket. */
function addNames(text: string, from: number, to: number, offsets: number[]): void {
  let depth = 0
  let start = from
  for (let at = from; at <= to; at++) {
    const character = at < to ? text[at]! : ','
    if (character === '(' || character === '[') depth++
    else if ((character === ')' || character === ']') && depth > 0) depth--
    else if (at === to || ((character === ',' || character === ';') && depth === 0)) {
      const [low, high] = trim(text, start, at)
      if (low < high) offsets.push(low, high)
      start = at + 1
    }
  }
}
