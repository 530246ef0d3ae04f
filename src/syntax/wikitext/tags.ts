/**
 * Tags: HTML's, MediaWiki's own, and those of extensions.
 *
 * ```markdown
 * | <span class="a">b</span> <br> <nowiki>{{c}}</nowiki> <Done>
 *   ^^^^^^^^^^^^^^^^^^^^^^^^                                   tag
 *   ^^^^^^^^^^^^^^^^                                           its opening
 *                    ^^^^^^^                                   its closing
 *                            ^^^^                              tag without a closing
 *                                 ^^^^^^^^^^^^^^^^^^^^^^        extension: its content is no wikitext
 *                                                        ^^^^^^ no tag that MediaWiki knows: text
 * ```
 *
 * @see https://www.mediawiki.org/wiki/Help:Formatting
 * @see https://www.mediawiki.org/wiki/Parser_extension_tags
 */
import type {Extension, FlowContent, Html, PhrasingContent, Tag} from '../../document/types.ts'
import type {TagAttribute} from '../../document/types.ts'
import {
  isAlphanumeric,
  isLetter,
  isSpace,
  greaterThan,
  leftBrace,
  lessThan,
  slash
} from '../../document/characters.ts'
import {attributes} from './attributes.ts'
import {createPiece, isTranslateTag} from './layers.ts'
import {flowTags, layerTags, opaqueTags, phrasingTags, transparentTags, voidTags} from './names.ts'
import {position, spanAt} from './page.ts'
import type {Page, Span} from './page.ts'
import {addLateTag, addTag, findNext} from './scan.ts'
import type {Scan} from './scan.ts'

/** Longer than the name of any tag we know. */
const longestName = 20

/** `<` and perhaps a tag: add its span; where to go on scanning. */
export function scanTag(scan: Scan, start: number): number {
  const {source} = scan
  const isClosing = source.charCodeAt(start + 1) === slash
  const nameStart = isClosing ? start + 2 : start + 1
  const nameEnd = tagNameEnd(source, nameStart)
  if (nameEnd < 0) return start + 1
  const name = source.slice(nameStart, nameEnd).toLowerCase()
  if (layerTags.has(name)) return scanLayer(scan, start, nameEnd, name)
  if (opaqueTags.has(name) && !(isClosing && name === 'pre')) {
    return isClosing ? nameEnd : scanExtension(scan, start, nameEnd, name)
  }
  return isKnown(name) ? scanHtml(scan, start, nameEnd, name) : start + 1
}

function scanHtml(scan: Scan, start: number, nameEnd: number, name: string): number {
  const end = findNext(scan, '>', nameEnd)
  const isPlain = findNext(scan, '<', nameEnd) > end && findNext(scan, '{{', nameEnd) > end
  if (isPlain) addTag(scan, htmlSpan(scan.source, start, end + 1, name))
  else addLateTag(scan, htmlSpan(scan.source, start, nameEnd, name))
  return nameEnd
}

/** The span of a tag of HTML. */
export function htmlSpan(source: string, start: number, end: number, name: string): Span {
  const isClosing = source.charCodeAt(start + 1) === slash
  const isVoid = voidTags.has(name) || (source.charCodeAt(end - 2) === slash && !isClosing)
  return {kind: isVoid ? 'void' : isClosing ? 'close' : 'open', start, end, name, marks: []}
}

/**
 * Where the `>` of a tag of HTML stands that goes on at `start`; -1 where there is none. It may hold what is gone
 * before tags are looked for, templates, comments and extension tags, but no other `<`. From behind each of these the
 * way is always the same: `known` has it, so that no stretch is walked twice.
 */
export function tagEnd(page: Page, start: number, known: Map<number, number>): number {
  const {source} = page
  const passed: number[] = []
  let end = -1
  for (let at = start; at < source.length;) {
    const code = source.charCodeAt(at)
    const found = code === greaterThan ? at : known.get(at)
    if (found !== undefined) {
      end = found
      break
    }
    const isOpening = code === lessThan || code === leftBrace
    const span = isOpening ? spanAt(page, at, source.length) : undefined
    const isGone = span !== undefined && (span.kind === 'extension' || span.name === '')
    if (code === lessThan && !isGone) break
    at = isGone ? span.end : at + 1
    if (isGone) passed.push(at)
  }
  for (const at of passed) known.set(at, end)
  return end
}

/** A name ends before blank space, `/` or `>`; -1 where none does. */
function tagNameEnd(source: string, start: number): number {
  if (!isLetter(source.charCodeAt(start))) return -1
  let at = start + 1
  while (isAlphanumeric(source.charCodeAt(at)) && at - start < longestName) at++
  const code = source.charCodeAt(at)
  return code === greaterThan || code === slash || isSpace(code) ? at : -1
}

function isKnown(name: string): boolean {
  return (
    phrasingTags.has(name) ||
    flowTags.has(name) ||
    voidTags.has(name) ||
    transparentTags.has(name) ||
    name === 'pre'
  )
}

/**
 * A tag of a layer under the grammar: add its piece. An `includeonly` goes with its content, which may go on
 * to the page's end; a closing one of its own is text.
 */
function scanLayer(
  {page, source, found}: Scan,
  start: number,
  nameEnd: number,
  name: string
): number {
  const scan = {source, found}
  if (name === 'translate') {
    page.isTranslated ||= isTranslateTag(source, start)
    return nameEnd
  }
  const isClosing = source.charCodeAt(start + 1) === slash
  const end = findNext(scan, '>', nameEnd) + 1
  if (end > source.length || (isClosing && name === 'includeonly')) return nameEnd
  if (name !== 'includeonly') {
    page.pieces.push(createPiece(isClosing ? 'close' : 'open', name, start, end))
    return end
  }
  const isEmpty = source.charCodeAt(end - 2) === slash
  const close = isEmpty ? end : findClosing(scan, name, end)
  const stop = close < 0 ? source.length : isEmpty ? end : source.indexOf('>', close) + 1
  page.pieces.push(createPiece('element', name, start, stop, [end, close < 0 ? stop : close]))
  return stop
}

/** An extension tag to its end; unclosed it is text, as in MediaWiki's preprocessor. */
function scanExtension(scan: Scan, start: number, nameEnd: number, name: string): number {
  const {source} = scan
  const open = findNext(scan, '>', nameEnd) + 1
  if (open > source.length) return nameEnd
  if (source.charCodeAt(open - 2) === slash) {
    addTag(scan, {kind: 'extension', start, end: open, name, marks: [open, open]})
    return open
  }
  const close = findClosing(scan, name, open)
  // HTML has a `<pre>`, too.
  if (close < 0) return name === 'pre' ? scanHtml(scan, start, nameEnd, name) : nameEnd
  const end = source.indexOf('>', close) + 1
  addTag(scan, {kind: 'extension', start, end, name, marks: [open, close]})
  return end
}

/** Where the next `</name>` from `from` on starts; -1 if there is none. */
function findClosing(scan: Pick<Scan, 'source' | 'found'>, name: string, from: number): number {
  const key = `</${name}`
  const known = scan.found.get(key)
  if (known !== undefined && (known < 0 || known >= from)) return known
  const closing = new RegExp(`${key}\\s*>`, 'gi')
  closing.lastIndex = from
  const at = closing.exec(scan.source)?.index ?? -1
  scan.found.set(key, at)
  return at
}

/** The node of an `extension` span. */
export function extension(page: Page, span: Span): Extension {
  const [open, close] = span.marks as [number, number]
  return {
    type: 'extension',
    name: span.name,
    attributes: attributesOf(page, span.name, span.start, open),
    value: page.source.slice(open, close),
    position: position(page, span.start, span.end)
  }
}

/** The node of a pair of tags around `children`, or of a tag alone where `close` equals `end`. */
export function tag(
  page: Page,
  name: string,
  place: {start: number; open: number; close: number; end: number},
  children: (FlowContent | PhrasingContent)[]
): Tag {
  const {start, open, close, end} = place
  return {
    type: 'tag',
    name,
    attributes: attributesOf(page, name, start, open),
    opening: html(page, start, open),
    closing: close < end ? html(page, close, end) : null,
    children,
    position: position(page, start, end)
  }
}

/** The node of a tag without content. */
export function voidTag(page: Page, span: Span): Tag {
  const {start, end} = span
  return tag(page, span.name, {start, open: end, close: end, end}, [])
}

/** A node that stands for markup. */
export function html(page: Page, start: number, end: number): Html {
  return {type: 'html', value: page.source.slice(start, end), position: position(page, start, end)}
}

/** Where the attributes of a tag stand: behind its name, before its `>` or `/>`. */
export function attributeStretch(
  {source}: Page,
  name: string,
  start: number,
  end: number
): {start: number; end: number} {
  const last = source.charCodeAt(end - 2) === slash ? end - 2 : end - 1
  return {start: start + 1 + name.length, end: last}
}

function attributesOf(page: Page, name: string, start: number, end: number): TagAttribute[] {
  const stretch = attributeStretch(page, name, start, end)
  return stretch.start < stretch.end ? attributes(page, stretch.start, stretch.end) : []
}
