/**
 * The lines of a rendered page's text, with the section edit links that extractors leave on them.
 */
import {trim} from '../../document/phrasing.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** A line that is not blank; offsets into the source. */
export interface TextLine {
  /** 1-based. */
  line: number
  /** Where the line begins. */
  lineStart: number
  /** Where its text begins and ends, without blank space and edit links. */
  start: number
  end: number
  /** Where the text and an edit link behind it end: `Introduction[edit]`. */
  outerEnd: number
  /** The edit link that opens the line belongs to the line before: its end, and the place of that end. */
  edit: number | undefined
  /** Whether an edit link marks the line as a heading. */
  heading: boolean
}

/** The lines of a page that are not blank. */
export function readLines(source: string, vocabulary: Vocabulary): TextLine[] {
  const lines: TextLine[] = []
  let line = 1
  let lineStart = 0
  for (const match of source.matchAll(/\r\n|\r|\n|$/g)) {
    if (match.index < lineStart) continue
    const read = readLine(source, lineStart, match.index, lines.at(-1), vocabulary)
    if (read) lines.push({line, lineStart, ...read})
    line++
    lineStart = match.index + match[0].length
  }
  return lines
}

function readLine(
  source: string,
  from: number,
  to: number,
  before: TextLine | undefined,
  vocabulary: Vocabulary
): Omit<TextLine, 'line' | 'lineStart'> | undefined {
  const [start, end] = trim(source, from, to)
  if (start === end) return undefined
  const text = source.slice(start, end)
  const opening =
    before && before.end > before.start && !isItem(source, before)
      ? openingLink(text, vocabulary)
      : 0
  if (before && opening) before.heading = true
  const edit = opening ? start + opening : undefined
  const bodyStart = edit === undefined ? start : trim(source, edit, end)[0]
  const bodyEnd = bodyStart + closingLink(source.slice(bodyStart, end), vocabulary)
  return {start: bodyStart, end: bodyEnd, outerEnd: end, edit, heading: bodyEnd < end}
}

const bullet = /^(?:[-*•·]|\d{1,3}[.)])\s/

function isItem(source: string, {start, end}: TextLine): boolean {
  return bullet.test(source.slice(start, Math.min(end, start + 5)))
}

/** How many characters of an edit link open a line: `edit` glued to the text, alone, or in brackets. */
function openingLink(text: string, {editLinks}: Vocabulary): number {
  if (text.startsWith('[')) return bracketed(text, 0, editLinks)
  for (const link of [...editLinks].sort((a, b) => b.length - a.length)) {
    if (!text.startsWith(link)) continue
    const next = text.charAt(link.length)
    if (/[\s.,;:!?]/.test(next)) continue
    if (next === next.toUpperCase()) return link.length
    if (!isWord(text)) return link.length
  }
  return 0
}

/** Words that open with `edit`: a line that goes on in lower case may be glued, or be one of these. */
const editWords = /^edit(?:s|ed|ing|ings|or|ors|orial|orials|orially|ion|ions|able|athon|athons)\b/i

function isWord(text: string): boolean {
  return editWords.test(text.slice(0, 20))
}

/** Where a line ends without the edit link at its end: `Introduction edit`, `Introduction[edit]`. */
function closingLink(text: string, {editLinks}: Vocabulary): number {
  if (bullet.test(text)) return text.length
  const at = text.endsWith(']') ? text.lastIndexOf('[') : -1
  if (at > 0 && bracketed(text, at, editLinks) === text.length - at)
    return text.slice(0, at).trimEnd().length
  const link = editLinks.find((word) => text.endsWith(` ${word}`) || text.endsWith(`\u00A0${word}`))
  const rest = link && text.slice(0, -link.length).trimEnd()
  return rest && isTitle(rest) ? rest.length : text.length
}

/** A few words that are no sentence. */
function isTitle(text: string): boolean {
  return (
    text.length <= 120 &&
    !/^\p{Ll}/u.test(text) &&
    !/[.!?:;,]$/.test(text) &&
    text.split(/\s+/).length <= 12
  )
}

/** The length of `[edit]` or `[edit | edit source]` at an offset, 0 where there is none. */
function bracketed(text: string, at: number, editLinks: readonly string[]): number {
  const end = text.indexOf(']', at)
  if (end < 0 || end - at > 60) return 0
  const words = text
    .slice(at + 1, end)
    .split('|')
    .map((word) => word.trim())
  return words.every((word) => editLinks.includes(word)) ? end + 1 - at : 0
}
