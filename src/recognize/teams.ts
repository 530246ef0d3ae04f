import {flatten, positioned, slice, sliceTrimmed, span, trim} from '../document/phrasing.ts'
import {wordAt} from './headings.ts'
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
export function readTeams(children: readonly PhrasingContent[], vocabulary: Vocabulary): Teams[] | undefined {
  const text = flatten(children)
  const teams: Teams[] = []
  let at = trim(text)[0]
  while (at < text.length) {
    const label = labelAt(text, at, vocabulary)
    if (!label) {
      if (teams.length === 0) return undefined
      break
    }
    const end = nextLabel(text, label.end, vocabulary)
    teams.push(toTeams(children, text, label.type, at, label.end, end))
    at = end < text.length ? trim(text, end + 1)[0] : end
  }
  return teams.length > 0 ? teams : undefined
}

function labelAt(text: string, at: number, {labels}: Vocabulary): {type: Teams['type']; end: number} | undefined {
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
    const start = trim(text, at + 1)[0]
    if (start === text.length || labelAt(text, start, vocabulary)) return at
  }
  return text.length
}

function toTeams(
  children: readonly PhrasingContent[],
  text: string,
  type: Teams['type'],
  from: number,
  namesAt: number,
  to: number
): Teams {
  const node: Teams = {type, children: []}
  for (const [start, end] of splitNames(text, namesAt, to)) {
    const name = sliceTrimmed(children, start, end)
    if (name.length > 0) node.children.push(positioned<Team>({type: 'team', children: name}, span(name)))
  }
  return positioned(node, span(slice(children, from, trim(text, from, to)[1])))
}

/** The ranges between commas (or semicolons) that stand in no bracket. */
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
  return ranges.filter(([a, b]) => text.slice(a, b).trim() !== '')
}
