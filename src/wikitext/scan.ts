/**
 * The first pass: find where markup that has two ends starts and ends.
 *
 * This is MediaWiki's preprocessor: a stack of opening runs; a closing run ends what is open on top.
 *
 * ```markdown
 * | {{a|{{{b}}}|[[c|d]]}} {{e
 *   ^^^^^^^^^^^^^^^^^^^^^     template
 *       ^^^^^^^               parameter
 *               ^^^^^^^       link
 *                         ^^  never closed: text
 * ```
 *
 * Linear: each character is looked at once, each opening pushed and popped once.
 *
 * @see https://www.mediawiki.org/wiki/Preprocessor_ABNF
 */
import {
  bar,
  exclamation,
  greaterThan,
  isLineEnd,
  leftBrace,
  leftBracket,
  lessThan,
  rightBrace,
  rightBracket,
  runEnd,
  skipSpace,
  trimSpace
} from './characters.ts'
import {fileNamespaces} from './names.ts'
import type {Page, Span, SpanKind} from './page.ts'
import {hasProtocol} from './addresses.ts'
import {isFunctionName} from './templates.ts'
import {scanTag} from './tags.ts'
import {comesFrom} from './links.ts'

/** A run of `{` or `[` that waits for its end. */
interface Opening {
  closer: number
  /** Where the run starts, and how many of its characters are not used up yet. */
  start: number
  count: number
  /** The `|` of what it may become. */
  marks: number[]
  /** The spans in its name, in pairs of start and end: a name may hold them, but no loose bracket. */
  holes: number[]
  /** Whether a link has ended within it: only files may hold links. */
  holdsLink: boolean
}

/** The scan of one page. */
export interface Scan {
  readonly source: string
  readonly spans: Span[]
  readonly stack: Opening[]
  /** For each searched string the place it was found last, to search no stretch twice. */
  readonly found: Map<string, number>
}

const interesting = new Uint8Array(128)
for (const code of [bar, leftBrace, leftBracket, lessThan, rightBrace, rightBracket]) {
  interesting[code] = 1
}

/** The longest run that means one thing: `{{{` and `[[`. */
const longest = new Map([
  [rightBrace, 3],
  [rightBracket, 2]
])

/** Fill in the spans of a page. */
export function scanSpans(page: Page): void {
  const {source} = page
  const scan: Scan = {source, spans: [], stack: [], found: new Map()}
  let at = 0
  while (at < source.length) {
    const code = source.charCodeAt(at)
    at = code < 128 && interesting[code] ? scanMark(scan, at, code) : at + 1
  }
  page.spans = scan.spans.sort((left, right) => left.start - right.start || right.end - left.end)
}

/** Handle one interesting character; where to go on. */
function scanMark(scan: Scan, at: number, code: number): number {
  const top = scan.stack.at(-1)
  if (code === lessThan) return scanAngle(scan, at)
  if (code === leftBrace) return open(scan, at, code, rightBrace)
  if (code === leftBracket) return open(scan, at, code, rightBracket)
  if (code === bar) top?.marks.push(at)
  else if (top?.closer === code) return close(scan, at, top)
  return at + 1
}

function open(scan: Scan, start: number, code: number, closer: number): number {
  const end = runEnd(scan.source, start, code)
  const count = end - start
  if (count > 1) {
    scan.stack.push({closer, start, count, marks: [], holes: [], holdsLink: false})
  }
  return end
}

/**
 * Match a closing run with the opening on top of the stack, three characters before two, from the inside:
 *
 * ```markdown
 * | {{{{{a}}}}}
 *     ^^^^^^^    first the parameter
 *   ^^^^^^^^^^^  then the template
 * ```
 */
function close(scan: Scan, from: number, opening: Opening): number {
  const end = runEnd(scan.source, from, opening.closer)
  let at = from
  while (end - at > 1 && scan.stack.at(-1) === opening) {
    const width = Math.min(end - at, opening.count, longest.get(opening.closer)!)
    opening.count -= width
    finish(scan, opening, opening.start + opening.count, at + width, width)
    at += width
  }
  return end
}

/** End what an opening opened: a span, where its name is possible; and wait on with what is left. */
function finish(scan: Scan, opening: Opening, start: number, end: number, width: number): void {
  const {stack} = scan
  const kind = kindOf(scan, opening, start, end, width)
  if (opening.count < 2) stack.pop()
  const {marks} = opening
  opening.marks = []
  opening.holes = []
  opening.holdsLink = false
  if (!kind) return
  const span = {kind, start, end, name: '', marks}
  if (kind !== 'link') return addNamePart(scan, span)
  scan.spans.push(span)
  const outer = stack.at(-1)
  if (outer) outer.holdsLink = true
}

/** Add a span that may be a part of a name: `{{a {{b}}}}`, `[[a<!-- b -->]]`. */
function addNamePart(scan: Scan, span: Span): void {
  scan.spans.push(span)
  const outer = scan.stack.at(-1)
  if (outer && outer.marks.length === 0) outer.holes.push(span.start, span.end)
}

/** What stands from `start` to `end`, if it is anything. */
function kindOf(
  scan: Scan,
  opening: Opening,
  start: number,
  end: number,
  width: number
): SpanKind | undefined {
  const nameStart = start + width
  const nameEnd = opening.marks[0] ?? end - width
  if (opening.closer === rightBracket) {
    if (!isName(scan.source, nameStart, nameEnd, opening.holes)) return undefined
    return isLink(scan.source, nameStart, nameEnd, opening.holdsLink) ? 'link' : undefined
  }
  if (width === 3) return 'parameter'
  const from = skipSpace(scan.source, nameStart, nameEnd)
  const to = trimSpace(scan.source, from, nameEnd)
  if (isFunctionName(scan.source, from, to)) return 'template'
  return isName(scan.source, from, to, opening.holes) ? 'template' : undefined
}

/** A name is not empty and has no line end and none of `{}[]<>`, but in the spans within it. */
function isName(source: string, start: number, end: number, holes: readonly number[]): boolean {
  let hole = 0
  let at = start
  while (at < end) {
    if (at === holes[hole]) {
      at = holes[hole + 1]!
      hole += 2
      continue
    }
    const code = source.charCodeAt(at)
    if (isLineEnd(code) || isBracket(code)) return false
    at++
  }
  return skipSpace(source, start, end) < end
}

function isBracket(code: number): boolean {
  if (code === leftBrace || code === rightBrace) return true
  return code === leftBracket || code === rightBracket || code === lessThan || code === greaterThan
}

/** An address is no title, and a link within a link leaves only the inner one, except in a caption. */
function isLink(source: string, start: number, end: number, holdsLink: boolean): boolean {
  if (holdsLink && !comesFrom(source, start, end, fileNamespaces)) return false
  return !hasProtocol(source, start)
}

/** `<`: a comment, a tag, or text. */
function scanAngle(scan: Scan, start: number): number {
  if (scan.source.charCodeAt(start + 1) !== exclamation) return scanTag(scan, start)
  if (!scan.source.startsWith('--', start + 2)) return start + 1
  const close = scan.source.indexOf('-->', start + 4)
  const end = close < 0 ? scan.source.length : close + 3
  addNamePart(scan, {kind: 'comment', start, end, name: '', marks: []})
  return end
}

/** The first place of `text` from `from` on, or the source's length; no stretch is searched twice. */
export function findNext(scan: Scan, text: string, from: number): number {
  const known = scan.found.get(text)
  if (known !== undefined && known >= from) return known
  const at = scan.source.indexOf(text, from)
  const place = at < 0 ? scan.source.length : at
  scan.found.set(text, place)
  return place
}
