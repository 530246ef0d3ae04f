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
  colon,
  dash,
  exclamation,
  greaterThan,
  hash,
  isLineEnd,
  isMark,
  leftBrace,
  leftBracket,
  lessThan,
  rightBrace,
  rightBracket,
  runEnd,
  skipSpace,
  trimSpace,
  underscore
} from '../../document/characters.ts'
import {categoryNamespaces, fileNamespaces, variables} from './names.ts'
import {isLink} from './page.ts'
import type {Page, Span, SpanKind} from './page.ts'
import {protocolEnd} from './addresses.ts'
import {isFunctionName, modifierEnd} from './templates.ts'
import {htmlSpan, scanTag, tagEnd} from './tags.ts'
import {comesFrom} from './links.ts'
import {scanSwitch} from './switches.ts'
import {targetCode} from './titles.ts'

/** A run of `{` or `[` that waits for its end; or a `-{`, which a `}-` ends. */
interface Opening {
  /** The character that its end consists of; a `-` stands for `}-`. */
  closer: number
  /** Where the run starts, and how many of its characters are not used up yet. */
  start: number
  count: number
  /** The `|` of what it may become. */
  marks: number[]
  /** The spans in its name, in pairs of start and end: a name may hold them, but no loose bracket. */
  holes: number[] | null
  /** Whether a link has ended within it: only files may hold links. */
  holdsLink: boolean
  /** Whether it holds a single `[`. */
  hasBracket: boolean
  /** Whether a tag stands in its name. */
  hasTag: boolean
}

/** The scan of one page. */
export interface Scan {
  readonly source: string
  readonly page: Page
  readonly spans: Span[]
  readonly stack: Opening[]
  /** Tags of which only what stands in them will tell where they end, up to their names. */
  readonly lateTags: Span[]
  /** Where the last language variant ended, whose `-` opens no other. */
  variantEnd: number
  /** For each searched string the place it was found last, to search no stretch twice. */
  readonly found: Map<string, number>
}

/** The longest run that means one thing: `{{{` and `[[`. */
const longest = new Map([
  [rightBrace, 3],
  [rightBracket, 2]
])

/** Fill in the marks and spans of a page, from `start` on. */
export function scanSpans(page: Page, start = 0): void {
  const {source} = page
  addMarks(source, page.marks, start)
  const scan: Scan = {
    source,
    page,
    spans: [],
    stack: [],
    lateTags: [],
    variantEnd: 0,
    found: new Map()
  }
  // Up to `passed` the spans are known.
  let passed = 0
  for (const at of page.marks) if (at >= passed) passed = scanMark(scan, at, source.charCodeAt(at))
  page.spans = inOrder(scan.spans)
  if (scan.lateTags.length > 0) page.spans = inOrder([...page.spans, ...endedTags(page, scan)])
}

/** The tags that have templates and the like in them, where they end. */
function endedTags(page: Page, {source, lateTags}: Scan): Span[] {
  const known = new Map<number, number>()
  const tags: Span[] = []
  for (const {start, end, name} of lateTags) {
    const close = tagEnd(page, end, known)
    if (close >= 0) tags.push(htmlSpan(source, start, close + 1, name))
  }
  return tags
}

/** All of them: what stands in a span may not be one after all. */
function addMarks(source: string, marks: number[], start: number): void {
  for (let at = start; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code < 128 && isMark[code] === 1) marks.push(at)
  }
}

/** Spans by their starts, outer ones first; those of most pages are so, as few hold others. */
function inOrder(spans: Span[]): Span[] {
  const isOrdered = spans.every(({start}, index) => index === 0 || spans[index - 1]!.start < start)
  return isOrdered
    ? spans
    : spans.sort((left, right) => left.start - right.start || right.end - left.end)
}

/** Handle one mark; where to go on. */
function scanMark(scan: Scan, at: number, code: number): number {
  switch (code) {
    case lessThan:
      return scanAngle(scan, at)
    case leftBrace:
      return open(scan, at, code, rightBrace)
    case leftBracket:
      return open(scan, at, code, rightBracket)
    case rightBrace:
    case rightBracket:
      return close(scan, at, code)
    case bar:
      scan.stack.at(-1)?.marks.push(at)
      return at + 1
    case underscore:
      return scanSwitch(scan, at)
    default:
      return at + 1
  }
}

function open(scan: Scan, start: number, code: number, closer: number): number {
  const end = runEnd(scan.source, start, code)
  const count = end - start
  const isVariant = code === leftBrace && count === 1 && followsDash(scan, start)
  if (count > 1 || isVariant)
    scan.stack.push(createOpening(isVariant ? dash : closer, start, count))
  else if (code === leftBracket && scan.stack.length > 0) scan.stack.at(-1)!.hasBracket = true
  return end
}

function createOpening(closer: number, start: number, count: number): Opening {
  return {
    closer,
    start,
    count,
    marks: [],
    holes: null,
    holdsLink: false,
    hasBracket: false,
    hasTag: false
  }
}

/** Whether a brace at `start` is that of a `-{`. */
function followsDash({source, variantEnd}: Scan, start: number): boolean {
  return source.charCodeAt(start - 1) === dash && start > variantEnd
}

/**
 * Match a closing run with the openings on top of the stack, three characters before two, from the inside:
 *
 * ```markdown
 * | {{{{{a}}}}}
 *     ^^^^^^^    first the parameter
 *   ^^^^^^^^^^^  then the template
 * ```
 */
function close(scan: Scan, from: number, code: number): number {
  const {source, stack} = scan
  const end = runEnd(source, from, code)
  let at = from
  while (end - at > 1) {
    const opening = stack.at(-1)
    if (opening?.closer !== code) break
    const width = Math.min(end - at, opening.count, longest.get(code)!)
    opening.count -= width
    at = finish(scan, opening, at, width)
  }
  const isVariant = code === rightBrace && at < end && source.charCodeAt(end) === dash
  return isVariant && stack.at(-1)?.closer === dash ? closeVariant(scan, end + 1) : end
}

/** End a language variant at `end`. */
function closeVariant(scan: Scan, end: number): number {
  const {start, holdsLink} = scan.stack.pop()!
  const outer = scan.stack.at(-1)
  if (outer && holdsLink) outer.holdsLink = true
  scan.page.variants.set(start - 1, end)
  return (scan.variantEnd = end)
}

/**
 * End what an opening opened at `close`: a span, where its name is possible; and wait on with what is left.
 * Where the span ends.
 */
function finish(scan: Scan, opening: Opening, close: number, width: number): number {
  const {stack} = scan
  const start = opening.start + opening.count
  const kind = kindOf(scan, opening, start, close, width)
  const {hasBracket, holdsLink} = opening
  const marks =
    kind === 'function' ? [colonOf(scan, opening, start + width), ...opening.marks] : opening.marks
  // `-{{{{a}}}}-`: one brace that is left may be that of a `-{`.
  const isVariant =
    opening.count === 1 && opening.closer === rightBrace && followsDash(scan, opening.start)
  stack.pop()
  // What is left of an opening holds nothing yet.
  if (opening.count > 1 || isVariant)
    stack.push(createOpening(isVariant ? dash : opening.closer, opening.start, opening.count))
  const end = close + width
  const outer = stack.at(-1)
  if (!kind) {
    scan.page.ends.set(start, end)
    if (outer && holdsLink) outer.holdsLink = true
    return end
  }
  const span: Span = {kind, start, end, name: '', marks}
  if (!isLink(span)) {
    addNamePart(scan, span)
    return end
  }
  // `[[a|[b]]]`: the text of a link may have a bracket at its end that it opened.
  if (hasBracket && scan.source.charCodeAt(end) === rightBracket) span.end++
  scan.spans.push(span)
  if (outer) outer.holdsLink = true
  return span.end
}

/** Add the span of a tag, which no target of a link may hold. */
export function addTag(scan: Scan, span: Span): void {
  scan.spans.push(span)
  const outer = scan.stack.at(-1)
  if (outer?.marks.length === 0) outer.hasTag = true
}

/** Add a tag that will be one if it ends. */
export function addLateTag(scan: Scan, tag: Span): void {
  scan.lateTags.push(tag)
  const outer = scan.stack.at(-1)
  if (outer?.marks.length === 0) outer.hasTag = true
}

/** Add a span that may be a part of a name: `{{a {{b}}}}`, `[[a<!-- b -->]]`. */
function addNamePart(scan: Scan, span: Span): void {
  scan.spans.push(span)
  const outer = scan.stack.at(-1)
  if (outer?.marks.length === 0) (outer.holes ??= []).push(span.start, span.end)
}

/** What an opening of `width` characters at `start` and a closing one at `close` are, if anything. */
function kindOf(
  scan: Scan,
  opening: Opening,
  start: number,
  close: number,
  width: number
): SpanKind | undefined {
  const nameStart = start + width
  const nameEnd = opening.marks[0] ?? close
  if (opening.closer === rightBracket) return linkKind(scan, opening, nameEnd, close)
  if (width === 3) return 'parameter'
  if (nameStart + 1 === close && scan.source.charCodeAt(nameStart) === exclamation) return 'bar'
  const [from, to] = trimName(scan.source, nameStart, nameEnd, opening.holes)
  const modified = skipSpace(scan.source, modifierEnd(scan.source, from, to), to)
  if (isFunctionName(scan.source, modified, to)) return 'function'
  if (opening.marks.length === 0 && variables.has(scan.source.slice(modified, to)))
    return 'variable'
  return isName(scan.source, modified, to, opening) ? 'template' : undefined
}

/**
 * A name without blank space, line ends and comments at its ends.
 *
 * ```markdown
 * | {{Done
 *     ^^^^
 * | <!-- since May -->
 * | |May}}
 * ```
 */
function trimName(
  source: string,
  start: number,
  end: number,
  holes: readonly number[] | null
): [from: number, to: number] {
  const from = nameStart(source, start, end, holes)
  let to = trimSpace(source, from, end)
  if (!holes) return [from, to]
  for (let index = holes.length - 1; holes[index] === to && to > from; index -= 2) {
    if (!source.startsWith('<!--', holes[index - 1])) break
    to = trimSpace(source, from, holes[index - 1]!)
  }
  return [from, to]
}

/** Where a name starts behind blank space and comments. */
function nameStart(
  source: string,
  start: number,
  end: number,
  holes: readonly number[] | null
): number {
  let from = skipSpace(source, start, end)
  for (let index = 0; holes?.[index] === from && source.startsWith('<!--', from); index += 2) {
    from = skipSpace(source, holes[index + 1]!, end)
  }
  return from
}

/** Where the colon behind a function's name stands: not in a comment before it. */
function colonOf({source}: Scan, {holes}: Opening, start: number): number {
  const from = nameStart(source, start, source.length, holes)
  return source.indexOf(':', modifierEnd(source, from, source.length))
}

/**
 * A name is not empty and has no line end and none of `{}[]<>`, but in the spans within it; it may start with one
 * colon, but not be one. What a link goes to has none that is written as a code either, but may have `<` and `>` that
 * are of no tag behind a `#`.
 */
function isName(source: string, start: number, end: number, opening: Opening): boolean {
  const {closer, holes, hasTag} = opening
  const isTarget = closer === rightBracket
  let isFragment = false
  let hole = 0
  let at = start
  while (holes && holes[hole]! < start) hole += 2
  while (at < end) {
    if (holes && at === holes[hole]) {
      at = holes[hole + 1]!
      hole += 2
      continue
    }
    const code: number = isTarget && !isFragment ? targetCode(source, at) : source.charCodeAt(at)
    if (isLineEnd(code) || isBracket(code) || (isAngle(code) && !isFragment)) return false
    isFragment ||= isTarget && code === hash && !hasTag
    at++
  }
  const first = skipSpace(source, start, end)
  if (source.charCodeAt(first) !== colon) return first < end
  const second = skipSpace(source, first + 1, end)
  return second < end && source.charCodeAt(second) !== colon
}

/** `{`, `|`, `}`, `[` and `]`. */
function isBracket(code: number): boolean {
  return (code >= leftBrace && code <= rightBrace) || code === leftBracket || code === rightBracket
}

function isAngle(code: number): boolean {
  return code === lessThan || code === greaterThan
}

/**
 * What kind of link `[[…]]` is. None: `[[https://a]]`, as an address is no title; `[[[a]]]`, as MediaWiki
 * pairs brackets from the left; `[[a|]]`, which is short for something else; `[[File:]]` and `[[:]]`, namespaces alone;
 * `[[a%5Bb]]`, which is `a[b`; and what holds a link itself, but a file's caption may.
 */
function linkKind(
  scan: Scan,
  opening: Opening,
  nameEnd: number,
  close: number
): SpanKind | undefined {
  const {source} = scan
  const start = opening.start + opening.count + 2
  if (opening.count % 2 > 0 || protocolEnd(source, start) >= 0) return undefined
  if (!isName(source, start, nameEnd, opening) || nameEnd + 1 === close) return undefined
  if (comesFrom(source, start, nameEnd, fileNamespaces)) {
    return isNamespace(source, start, nameEnd) ? undefined : 'file'
  }
  if (opening.holdsLink) return undefined
  if (!comesFrom(source, start, nameEnd, categoryNamespaces)) return 'link'
  return isNamespace(source, start, nameEnd) ? undefined : 'category'
}

/** Whether a title has nothing behind its namespace. */
function isNamespace(source: string, start: number, end: number): boolean {
  return source.indexOf(':', start) === trimSpace(source, start, end) - 1
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
export function findNext(scan: Pick<Scan, 'source' | 'found'>, text: string, from: number): number {
  const known = scan.found.get(text)
  if (known !== undefined && known >= from) return known
  const at = scan.source.indexOf(text, from)
  const place = at < 0 ? scan.source.length : at
  scan.found.set(text, place)
  return place
}
