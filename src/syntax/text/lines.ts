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
  /** Where an edit link ends that opens the line and belongs to the line before. */
  edit: number | undefined
  /** The line that an edit link of this one opens: it, or the line before. */
  opening?: Pick<TextLine, 'line' | 'lineStart' | 'start'>
  /** Whether an edit link marks the line as a heading. */
  heading: boolean
}

/** The lines of a page that are not blank. */
export function readLines(source: string, vocabulary: Vocabulary): TextLine[] {
  const bare = bareLines(source)
  const links = vocabulary.editLinks.toSorted((a, b) => b.length - a.length)
  return linksOpen(source, bare, links)
    ? openedByLinks(source, bare, links)
    : followedByLinks(source, bare, links)
}

/** Lines whose headings an edit link follows: at their end, or at the start of the next line. */
function followedByLinks(
  source: string,
  bare: readonly BareLine[],
  links: readonly string[]
): TextLine[] {
  const lines: TextLine[] = []
  for (const line of bare) {
    const before = lines.at(-1)
    const follows = before && before.start < before.end && !isItem(source, before)
    const link = follows ? openingLink(textOf(source, line), links) : 0
    const edit = link ? line.start + link : undefined
    if (edit) before!.heading = true
    lines.push({...withoutClosing(source, line, edit ?? line.start, links), edit})
  }
  return lines
}

/** Lines whose headings an edit link opens: on the line itself, or alone on the one before. */
function openedByLinks(
  source: string,
  bare: readonly BareLine[],
  links: readonly string[]
): TextLine[] {
  const lines: TextLine[] = []
  const linkOf = (line: BareLine | undefined): number =>
    line ? openingLink(textOf(source, line), links, true) : 0
  for (let at = 0; at < bare.length; at++) {
    const opening = bare[at]!
    const link = linkOf(opening)
    const isAlone = link > 0 && link === opening.end - opening.start
    const next = bare[at + 1]
    if (link === 0 || (isAlone && (!next || linkOf(next) > 0))) {
      lines.push(withoutClosing(source, opening, opening.start, links))
      continue
    }
    if (isAlone) at++
    const line = isAlone
      ? withoutClosing(source, next!, next!.start, links)
      : withoutClosing(source, opening, opening.start + link, links)
    lines.push({...line, opening, heading: true})
  }
  return lines
}

/** What is left of a line from an offset on, without an edit link at its end. */
function withoutClosing(
  source: string,
  line: BareLine,
  from: number,
  links: readonly string[]
): TextLine {
  const start = trim(source, from, line.end)[0]
  const end = start + closingLink(source.slice(start, line.end), links)
  const isHeading = end < line.end
  return {...line, start, end, outerEnd: line.end, edit: undefined, heading: isHeading}
}

/** A line as it stands, without blank space at its ends. */
type BareLine = Pick<TextLine, 'line' | 'lineStart' | 'start' | 'end'>

function bareLines(source: string): BareLine[] {
  const lines: BareLine[] = []
  let line = 1
  let lineStart = 0
  for (const match of source.matchAll(/\r\n|\r|\n|$/g)) {
    if (match.index < lineStart) continue
    const [start, end] = trim(source, lineStart, match.index)
    if (start < end) lines.push({line, lineStart, start, end})
    line++
    lineStart = match.index + match[0].length
  }
  return lines
}

function textOf(source: string, {start, end}: BareLine): string {
  return source.slice(start, end)
}

/**
 * Whether the page's edit links open their headings, and do not follow them: then they stand behind items, too, which
 * are no headings.
 *
 * ```markdown
 * | - Wind the clocks Done
 * | editStatus
 *   ^^^^        of `Status`
 * ```
 */
function linksOpen(source: string, lines: readonly BareLine[], links: readonly string[]): boolean {
  let opened = 0
  let behindItems = 0
  for (let at = 1; at < lines.length; at++) {
    if (openingLink(textOf(source, lines[at]!), links, true) === 0) continue
    opened++
    if (isItem(source, lines[at - 1]!)) behindItems++
  }
  return behindItems > 1 && behindItems * 4 > opened
}

const bullet = /^(?:[-*•·]|\d{1,3}[.)])\s/

export function isItem(source: string, {start, end}: BareLine): boolean {
  return bullet.test(source.slice(start, Math.min(end, start + 5)))
}

/**
 * How many characters of an edit link open a line: `edit` glued to the text, alone, or in brackets; where links open
 * headings, a blank may part it from the words of one.
 */
function openingLink(text: string, links: readonly string[], opens = false): number {
  if (text.startsWith('[')) return bracketed(text, 0, links)
  for (const link of links) {
    if (!text.startsWith(link)) continue
    const rest = text.slice(link.length)
    const next = (opens ? rest.trimStart() : rest).charAt(0)
    if (/[\s.,;:!?]/.test(next)) continue
    if (next === next.toUpperCase()) return link.length
    if (/^\S/.test(rest) && !isWord(text)) return link.length
  }
  return 0
}

/** Words that open with `edit`: a line that goes on in lower case may be glued, or be one of these. */
const editWords = /^edit(?:s|ed|ing|ings|or|ors|orial|orials|orially|ion|ions|able|athon|athons)\b/i

function isWord(text: string): boolean {
  return editWords.test(text.slice(0, 20))
}

/** Where a line ends without the edit link at its end: `Introduction edit`, `Introduction[edit]`. */
function closingLink(text: string, links: readonly string[]): number {
  if (bullet.test(text)) return text.length
  const at = text.endsWith(']') ? text.lastIndexOf('[') : -1
  if (at > 0 && bracketed(text, at, links) === text.length - at)
    return text.slice(0, at).trimEnd().length
  const link = links.find((word) => text.endsWith(word) && !isWordBehind(text, word))
  const rest = link && text.slice(0, -link.length).trimEnd()
  return rest && isTitle(rest) ? rest.length : text.length
}

/** Words that end with `edit`: any other that does has a link glued to it. */
function isWordBehind(text: string, link: string): boolean {
  return link === 'edit' && /(?:\b(?:re|co|pre)-?|cr)edit$/i.test(text.slice(-12))
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
function bracketed(text: string, at: number, links: readonly string[]): number {
  const end = text.indexOf(']', at)
  if (end < 0 || end - at > 60) return 0
  const words = text
    .slice(at + 1, end)
    .split('|')
    .map((word) => word.trim())
  return words.every((word) => links.includes(word)) ? end + 1 - at : 0
}
