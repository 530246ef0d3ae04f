/**
 * Status markers as they stand in running text: `<<Done>>`, malformed ones such as `{[partially done}}`,
 * and in a rendered page the bare labels.
 */
import {findStatus, namesOf} from '../vocabulary/index.ts'
import type {StatusForm} from '../document/types.ts'
import type {StatusEntry, StatusName, Vocabulary} from '../vocabulary/index.ts'

/** A marker found in a text. */
export interface Marker {
  start: number
  end: number
  value: string
  label: string
  form: StatusForm
}

/**
 * Characters that show nothing, and get into pages by copying: soft hyphens, blanks of no width, joiners, and marks of
 * direction.
 */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g

/** A text without the characters that show nothing. */
export function visible(text: string): string {
  return text.replace(invisible, '')
}

/** The status that a name stands for, whatever invisible characters are in it. */
export function findName(vocabulary: Vocabulary, name: string): StatusName | undefined {
  return findStatus(vocabulary, visible(name))
}

/** No name of a status is longer. */
const maxName = 48
const maxArguments = 200

/** No name of a status is shorter where it is in any brackets. */
const shortest = 3

/**
 * Every marker of a text, in order. Brackets of the wrong kind or number are read as what was plainly
 * meant; `[done]` and `[[Done]]` are no markers.
 *
 * @param labels Whether bare labels count, as in the text of a rendered page.
 */
export function findMarkers(text: string, vocabulary: Vocabulary, labels: boolean): Marker[] {
  const markers: Marker[] = []
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    let marker: Marker | undefined
    if (isOpener(code)) marker = bracketedAt(text, at, vocabulary)
    else if (labels && isWordStart(text, at)) marker = labelledAt(text, at, vocabulary)
    if (marker) markers.push(marker)
    at = marker ? marker.end : isOpener(code) ? endOfRun(text, at, isOpener) : at + 1
  }
  return markers
}

/** `{`, `[` and `<`. */
export function isOpener(code: number): boolean {
  return code === 123 || code === 91 || code === 60
}

/** `}`, `]` and `>`. */
export function isCloser(code: number): boolean {
  return code === 125 || code === 93 || code === 62
}

function endOfRun(text: string, at: number, test: (code: number) => boolean): number {
  while (at < text.length && test(text.charCodeAt(at))) at++
  return at
}

/**
 * A marker in brackets.
 *
 * ```markdown
 * | {[partially done}}   {{done}   <<Done>   <{{done}}   < In progress
 *   ^^              ^^   opening and closing run
 * ```
 */
function bracketedAt(text: string, at: number, vocabulary: Vocabulary): Marker | undefined {
  const nameAt = endOfRun(text, at, isOpener)
  const nameEnd = endOfName(text, nameAt)
  const closeAt = text[nameEnd] === '|' ? endOfName(text, nameEnd + 1, maxArguments, '') : nameEnd
  const end = endOfRun(text, closeAt, isCloser)
  const opening = text.slice(at, nameAt)
  const closing = text.slice(closeAt, end)
  if (opening.length > 4 || closing.length > 4) return undefined
  if (closing === '' && !(opening === '{{' && isLineEnd(text, nameEnd))) {
    return opening.length <= 2 && opening.endsWith('<')
      ? openedAt(text, at, nameAt, vocabulary)
      : undefined
  }
  if (!/[{}<>]/.test(opening + closing)) return undefined
  const status = findName(vocabulary, text.slice(nameAt, nameEnd))
  if (!status) return undefined
  const {value, label} = status
  const form = status.misspelt ? 'malformed' : formOf(opening, closing)
  // `{n}` is a letter in braces.
  if (form !== 'template' && nameEnd - nameAt < shortest) return undefined
  return bracketsOutside({start: at, end, value, label, form}, opening, closing)
}

/** Where a name ends: at a bracket, a `|`, a line's end, or where it is too long. */
function endOfName(text: string, at: number, most = maxName, stops = '|'): number {
  const limit = Math.min(text.length, at + most)
  while (at < limit && !'{}[]<>\r\n'.includes(text[at]!) && !stops.includes(text[at]!)) at++
  return at
}

function isLineEnd(text: string, at: number): boolean {
  return at === text.length || text[at] === '\n' || text[at] === '\r'
}

function formOf(opening: string, closing: string): StatusForm {
  if (opening.endsWith('{{') && /^\[?\{\{$/.test(opening) && /^\}\}\]?$/.test(closing))
    return 'template'
  return opening === '<<' && closing === '>>' ? 'angle' : 'malformed'
}

/** Square brackets around a well-formed marker are the text's: `[{{done}} since May]`. */
function bracketsOutside(marker: Marker, opening: string, closing: string): Marker {
  if (marker.form !== 'template') return marker
  return {
    ...marker,
    start: marker.start + (opening.startsWith('[') ? 1 : 0),
    end: marker.end - (closing.endsWith(']') ? 1 : 0)
  }
}

/** `< In progress`: a rendered `<{{in progress}}`. */
function openedAt(
  text: string,
  at: number,
  nameAt: number,
  vocabulary: Vocabulary
): Marker | undefined {
  if (visible(text.slice(Math.max(0, at - 1), at)).trim() !== '') return undefined
  let start = nameAt
  while (start < nameAt + 2 && /^ ?$/.test(visible(text.charAt(start)))) start++
  const found = isWordStart(text, start) ? labelledAt(text, start, vocabulary) : undefined
  return found && {...found, start: at, form: 'malformed'}
}

/** Whether a word with a capital begins here, as labels are written, or a symbol stands here. */
function isWordStart(text: string, at: number): boolean {
  const character = text.charAt(at)
  if (character === character.toLowerCase()) return isSymbol(character)
  return (
    text[at - 1] === 'Â' || !/[\p{L}\p{N}][-\u00AD]?$/u.test(text.slice(Math.max(0, at - 2), at))
  )
}

function isSymbol(character: string): boolean {
  return character > '\u2000' && /\p{So}/u.test(character)
}

/**
 * A label, alone or behind its icon's text. What stands between the two may be a no-break space, or the
 * `Â` of a no-break space that was decoded wrongly.
 *
 * ```markdown
 * | Done   Yes Done   N Postponed   In progress In progress   Yes Completed   Template:On hold
 * ```
 */
function labelledAt(text: string, at: number, vocabulary: Vocabulary): Marker | undefined {
  const icon = wordOf(text, at, vocabulary.statusIcons)
  const behindIcon = icon && joined(text, at + icon.length)
  const named = behindIcon
    ? labelOf(text, behindIcon, vocabulary, wordsOf(vocabulary))
    : text.startsWith(missing, at) && labelOf(text, at + missing.length, vocabulary, templatesOf)
  if (named) return {start: at, ...named}
  const label = labelOf(text, at, vocabulary)
  if (!label) return undefined
  const again = joined(text, label.end)
  const double = again === undefined ? undefined : labelOf(text, again, vocabulary)
  if (double?.value === label.value) return {start: at, ...double}
  return opensProse(text, at, label, vocabulary) ? undefined : {start: at, ...label}
}

/**
 * Whether a label is only the start of a sentence, where any word has a capital.
 *
 * ```markdown
 * | To do this well, we need lamps.   The plan is To do this week.
 *   prose                                         a status
 * ```
 */
function opensProse(
  text: string,
  at: number,
  {value, end}: Omit<Marker, 'start'>,
  {statuses}: Vocabulary
): boolean {
  const words = statuses.find((status) => status.value === value)?.proseBefore
  return (
    words !== undefined &&
    opensSentence(text, at) &&
    text[end] === ' ' &&
    wordOf(text, end + 1, words) !== undefined
  )
}

function opensSentence(text: string, at: number): boolean {
  let before = at
  while (before > 0 && /[\s"“‘'(]/.test(text[before - 1]!)) before--
  return before === 0 || /[.!?…]/.test(text[before - 1]!)
}

/** Where the word behind a joint begins, `undefined` where there is no joint. */
function joined(text: string, at: number): number | undefined {
  let end = at
  while (end < at + 3 && /^[ \u00A0Â]?$/.test(visible(text.charAt(end)))) end++
  return end > at ? end : undefined
}

/** What a status is called at a place. */
type Names = (entry: StatusEntry) => readonly string[]

/** How a template shows that the wiki does not have. */
const missing = 'Template:'

function labelOf(
  text: string,
  at: number,
  {statuses}: Vocabulary,
  names: Names = ({label}) => [label]
): Omit<Marker, 'start'> | undefined {
  let best: Omit<Marker, 'start'> | undefined
  for (const entry of statuses) {
    for (const name of names(entry)) {
      if (at + name.length <= (best?.end ?? 0) || !wordOf(text, at, [name])) continue
      best = {end: at + name.length, value: entry.value, label: entry.label, form: 'text'}
    }
  }
  return best
}

/** What a status is called behind an icon, which is no icon itself. */
function wordsOf(vocabulary: Vocabulary): Names {
  const cached = words.get(vocabulary)
  if (cached) return cached
  const {statuses, statusIcons} = vocabulary
  const isWord = (name: string): boolean => !statusIcons.includes(name)
  const byEntry = new Map(
    statuses.map((entry) => [entry, namesOf(entry).map(capitalised).filter(isWord)])
  )
  const names: Names = (entry) => byEntry.get(entry) ?? []
  words.set(vocabulary, names)
  return names
}

const words = new WeakMap<Vocabulary, Names>()

/** The names of a status's templates, as titles of pages. */
function templatesOf({label, aliases = []}: StatusEntry): string[] {
  return [label, ...aliases].map(capitalised)
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** The word that stands here with its capital and is no part of a longer one. */
function wordOf(text: string, at: number, words: readonly string[]): string | undefined {
  return words.find((word) => {
    const end = at + word.length
    if (text[at] !== word[0] || text.slice(at, end).toLowerCase() !== word.toLowerCase())
      return false
    return text[end] === 'Â' || !/^[-\u00AD]?[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
  })
}
