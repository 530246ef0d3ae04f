import {flatten, mark, slice, sliceTrimmed, span, trim, unseenIn} from '../../document/phrasing.ts'
import {dateAt} from './dates.ts'
import {skip, wordAt} from './words.ts'
import type {PhrasingContent, Position} from '../../document/types.ts'
import type {DateNode} from '../types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** What the line that opens a note says. */
export interface NoteLine {
  /** Whether it has the word: `Note: …`. */
  labelled: boolean
  date: DateNode | undefined
  /** What stands behind the date: the note's first update. */
  rest: PhrasingContent[]
}

/**
 * Reads a line as the opening of a note: the word `Note` (with a date, or with none), or a date that
 * stands alone or before a dash or colon. `undefined` for any other line.
 *
 * ```markdown
 * | Note: August 14, 2030      July 23, 2031 - {{in progress}}
 *         ^^^^^^^^^^^^^^^      ^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^  date, rest
 * ```
 */
export function readNote(
  children: readonly PhrasingContent[],
  vocabulary: Vocabulary,
  text = flatten(children)
): NoteLine | undefined {
  const start = trim(text)[0]
  const label = labelAt(text, start, vocabulary)
  const at = skip(text, label ?? start, label === undefined ? /[([]/ : /[\s:([.–—-]/)
  const date = dateAt(text, at, vocabulary)
  if (!date) return label === undefined ? undefined : undated(children, text, label)
  const end = skip(text, date.end, /[)\]]/)
  if (label === undefined && !isEnd(text, end, date.precision === 'year')) return undefined
  const unseen = unseenIn(slice(children, at, date.end))
  const node: DateNode = {
    type: 'date',
    value: date.value,
    precision: date.precision,
    raw: text.slice(at, date.end),
    ...(unseen.length > 0 && {children: unseen}),
    position: placeOf(children, at, date.end)
  }
  return {
    labelled: label !== undefined,
    date: node,
    rest: sliceTrimmed(children, skip(text, end, /[\s:.,–—-]/))
  }
}

/** Where a part of a line stands; within a link that it does not fill it is the link's place. */
function placeOf(
  children: readonly PhrasingContent[],
  from: number,
  to: number
): Position | undefined {
  const own = span(slice(children, from, to))
  if (own) return own
  let end = 0
  return children.find((node) => (end += flatten([node]).length) > from)?.position
}

/** Where the word `Note` ends that stands at an offset. */
function labelAt(text: string, at: number, {labels}: Vocabulary): number | undefined {
  const word = wordAt(text, at, labels.note)
  return word ? at + word.length : undefined
}

/** `Note:` alone; `Notes of the harbour` is no note. */
function undated(
  children: readonly PhrasingContent[],
  text: string,
  label: number
): NoteLine | undefined {
  const after = trim(text, label)[0]
  if (after < text.length && text[after] !== ':') return undefined
  return {labelled: true, date: undefined, rest: sliceTrimmed(children, after + 1)}
}

/**
 * Whether a date that ends here stands alone, or something is set off from it. A bare year is a date
 * only where it is alone: `1200 – that many lamps` is none.
 */
function isEnd(text: string, at: number, alone: boolean): boolean {
  const next = trim(text, at)[0]
  if (next === text.length || alone) return next === text.length
  return text[next] === mark || /[:–—-]/.test(text[next]!)
}
