/**
 * Phrasing content: one pass over a stretch of the page that jumps from mark to mark.
 *
 * What it finds goes on a list: nodes, and *marks* (quotes, opening tags, the start of an external link); an
 * end takes what stands after its opening mark off the list, as its children. A mark that never meets its
 * end is dropped, but a tag is then one of its own: text is what nothing else covers.
 *
 * ```markdown
 * | a <b>c <i>d</b>
 *     ^^^            a mark, that `</b>` will find
 *          ^^^       a mark that never meets its end: `html`
 *     ^^^^^^^^^^^^^  the tag, its children the text `c `, that tag and the text `d`
 * ```
 */
import type {Entity, PhrasingContent, Text} from '../../document/types.ts'
import {addressEnd, addressStart, bareAddressEnd, link, protocolEnd} from './addresses.ts'
import {
  ampersand,
  apostrophe,
  carriageReturn,
  colon,
  leftBrace,
  leftBracket,
  lessThan,
  lineFeed,
  rightBracket,
  runEnd,
  skipBlank,
  slash,
  space,
  tilde,
  trimSpace,
  underscore
} from '../../document/characters.ts'
import {entityAt} from '../../document/entities.ts'
import {lineStop} from './flow.ts'
import {wikiLink} from './links.ts'
import {deepest, isLink, markIndex, position, reserve, spanFrom, spanIndex} from './page.ts'
import type {Page, Span} from './page.ts'
import {nestQuotes} from './quotes.ts'
import {behaviorSwitch} from './switches.ts'
import {extension, html, tag, voidTag} from './tags.ts'
import {parameter, parserFunction, template} from './templates.ts'

/** What the list holds: a node, or a mark that waits for its other end or, as a `quote`, its line's end. */
export interface Item {
  kind: 'node' | 'quote' | 'lineEnd' | 'tag' | 'link'
  start: number
  end: number
  /** The tag's name. */
  name: string
  node: PhrasingContent | null
}

/** The state of one stretch. */
interface Inline {
  readonly page: Page
  readonly end: number
  readonly depth: number
  /** The page's list; what stands on it before this stretch belongs to others. */
  readonly items: Item[]
  /** Where on the list the open tags stand. */
  readonly tags: number[]
  /** Where on the list an external link is open; -1 if none is. */
  link: number
  /** Where the line ends on which an external link started last. */
  lineEnd: number
  /** The first `]` on that line that may end it; the line's end if there is none. */
  close: number
  /** Whether the stretch is the text of a link within the wiki. */
  readonly isLinkText: boolean
  /** The end of the last item: text starts here. */
  from: number
  /** Whether the line has quotes. */
  quotes: boolean
}

/** A tag can add this many levels: itself, and bold and italics within it. */
const tagLevels = 3

/** At most so many tags wait for their end at once; the oldest gives way. */
const mostTags = 12

/** What a character may start; returns where it ends, or -1 where it is text. */
type Construct = (inline: Inline, at: number) => number

const constructs: (Construct | undefined)[] = []
constructs[lineFeed] = lineEnd
constructs[carriageReturn] = lineEnd
constructs[ampersand] = entity
constructs[apostrophe] = quote
constructs[colon] = bareAddress
constructs[lessThan] = angle
constructs[leftBrace] = brace
constructs[leftBracket] = bracket
constructs[rightBracket] = linkEnd
constructs[tilde] = signature
constructs[underscore] = underscores

/**
 * The phrasing content from `start` to `end`, its nodes `depth` levels below the root.
 *
 * `isLinkText` says whether it is the text of a link within the wiki: addresses in it are text, and its lines
 * are one to bold and italics.
 */
export function parseInline(
  page: Page,
  start: number,
  end: number,
  depth: number,
  isLinkText = false
): PhrasingContent[] {
  if (start >= end) return []
  let index = markIndex(page, start)
  const {items, marks, source} = page
  if (index === marks.length || marks[index]! >= end || depth + reserve > deepest) {
    return [text(page, start, end)]
  }
  const count = items.length
  const inline: Inline = {
    page,
    end,
    depth,
    items,
    tags: [],
    link: -1,
    lineEnd: start,
    close: -1,
    isLinkText,
    from: start,
    quotes: false
  }
  let passed = start
  while (index < marks.length) {
    const at = marks[index++]!
    if (at >= end) break
    if (at >= passed) passed = constructs[source.charCodeAt(at)]?.(inline, at) ?? -1
  }
  dropLink(inline)
  endItem(inline, end)
  return takeItems(page, count, count, start, end)
}

/** Take the items from `index` on off the list, and those from `first` on, with the text between, as nodes. */
function takeItems(
  page: Page,
  index: number,
  first: number,
  start: number,
  end: number
): PhrasingContent[] {
  const {items} = page
  const children = nestQuotes(page, first, start, end)
  while (items.length > index) items.pop()
  return children
}

/** Put a node on the list; where it ends. */
function put(inline: Inline, node: PhrasingContent, start: number, end: number): number {
  inline.items.push({kind: 'node', start, end, name: '', node})
  return (inline.from = end)
}

/** Put a mark on the list; where it ends. */
function putMark(
  inline: Inline,
  kind: Exclude<Item['kind'], 'node'>,
  start: number,
  end: number,
  name = ''
): number {
  inline.items.push({kind, start, end, name, node: null})
  return (inline.from = end)
}

/** How deep the next node stands at most. */
function level(inline: Inline): number {
  return inline.depth + tagLevels * inline.tags.length + 2
}

/** Bold and italics end with the line, but in a link's text; so does what an external link may hold. */
function lineEnd(inline: Inline, at: number): number {
  if (inline.isLinkText) return at + 1
  if (inline.quotes) putMark(inline, 'lineEnd', at, at)
  inline.quotes = false
  if (inline.link >= 0) dropLink(inline)
  return at + 1
}

/** Of an external link that never ends, the address is a link of its own. */
function dropLink(inline: Inline): void {
  const {page, items, link: index} = inline
  if (index < 0) return
  const open = items[index]!
  inline.link = -1
  if (page.source.charCodeAt(open.start + 1) === slash) return
  const start = open.start + 1
  const end = bareAddressEnd(page, start, protocolEnd(page.source, start), open.end)
  if (end < 0) return
  const url = page.source.slice(start, end)
  const node = link(page, start, end, url, [text(page, start, end)])
  items[index] = {kind: 'node', start, end, name: '', node}
}

/** Of four apostrophes, or more than five, the first ones are text. */
function quote(inline: Inline, at: number): number {
  const end = Math.min(runEnd(inline.page.source, at, apostrophe), inline.end)
  const count = end - at
  if (count < 2) return -1
  inline.quotes = true
  return putMark(inline, 'quote', count === 4 ? at + 1 : Math.max(at, end - 5), end)
}

function entity(inline: Inline, at: number): number {
  const node = entityNode(inline.page, at, inline.end)
  return node ? put(inline, node, at, node.position!.end.offset!) : -1
}

/** The entity that starts at `at` and ends by `limit`, if there is one. */
function entityNode(page: Page, at: number, limit: number): Entity | undefined {
  const found = page.source.charCodeAt(at) === ampersand ? entityAt(page.source, at) : undefined
  if (!found || found.end > limit) return undefined
  return {type: 'entity', value: found.value, position: position(page, at, found.end)}
}

/** `~~~`, `~~~~` and `~~~~~`. */
function signature(inline: Inline, at: number): number {
  const {page} = inline
  const limit = Math.min(inline.end, at + 5)
  let end = at + 1
  while (end < limit && page.source.charCodeAt(end) === tilde) end++
  if (end - at < 3) return -1
  const value = page.source.slice(at, end)
  return put(inline, {type: 'signature', value, position: position(page, at, end)}, at, end)
}

/** `_`: a behaviour switch, or text. */
function underscores(inline: Inline, at: number): number {
  const span = spanFrom(inline.page, at, inline.end)
  return span ? put(inline, behaviorSwitch(inline.page, span), at, span.end) : -1
}

function bareAddress(inline: Inline, at: number): number {
  const {page, from} = inline
  // Most colons are a sentence's.
  if (page.source.charCodeAt(at + 1) <= space) return -1
  const start = canLink(inline) ? addressStart(page.source, from, at) : -1
  if (start < 0) return -1
  const end = bareAddressEnd(page, start, protocolEnd(page.source, start), inline.end)
  if (end < 0) return -1
  const url = page.source.slice(start, end)
  return put(inline, link(page, start, end, url, [text(page, start, end)]), start, end)
}

/** `[`: a link within the wiki, the start of an external one, or text. */
function bracket(inline: Inline, at: number): number {
  const {page, end} = inline
  const span = spanFrom(inline.page, at, inline.end)
  if (span && isLink(span)) {
    const node = wikiLink(page, span, end, level(inline))
    return put(inline, node, at, node.position!.end.offset!)
  }
  const body = canLink(inline) ? protocolEnd(page.source, at + 1) : -1
  const urlEnd = body < 0 ? -1 : addressEnd(page, body, end)
  if (urlEnd <= body || !isClosed(inline, urlEnd)) return -1
  inline.link = inline.items.length
  return putMark(inline, 'link', at, urlEnd)
}

/** Whether an external link may start here: links hold no links. */
function canLink({link, isLinkText}: Inline): boolean {
  return link < 0 && !isLinkText
}

/** Whether a `]` follows on the line, which is looked through once for all its links. */
function isClosed(inline: Inline, from: number): boolean {
  if (from >= inline.lineEnd) inline.lineEnd = lineStop(inline, from)
  if (from > inline.close) inline.close = nextClose(inline.page, from, inline.lineEnd)
  return inline.close < inline.lineEnd
}

/** The first `]` from `from` on, or `end`. */
function nextClose(page: Page, from: number, end: number): number {
  const {marks, source} = page
  let index = markIndex(page, from)
  while (index < marks.length && marks[index]! < end) {
    const at = marks[index++]!
    if (source.charCodeAt(at) === rightBracket) return at
  }
  return end
}

/** `]` after an address: what stands between is the link's text. */
function linkEnd(inline: Inline, at: number): number {
  const {page, items} = inline
  if (inline.link < 0) return -1
  endItem(inline, at, inline.link)
  const open = items[inline.link]!
  dropTags(inline, inline.link)
  const start = skipBlank(page.source, open.end, at)
  const children = takeItems(page, inline.link, inline.link + 1, start, at)
  inline.link = -1
  const url = page.source.slice(open.start + 1, open.end)
  return put(inline, link(page, open.start, at + 1, url, children), open.start, at + 1)
}

function brace(inline: Inline, at: number): number {
  const span = spanFrom(inline.page, at, inline.end)
  const node = span && closedNode(inline.page, span, level(inline))
  return node ? put(inline, node, at, span.end) : -1
}

/** The node of a span that is whole by itself: a template, comment or extension tag; none of others. */
export function closedNode(page: Page, span: Span, depth: number): PhrasingContent | undefined {
  switch (span.kind) {
    case 'template':
    case 'bar':
      return template(page, span, depth)
    case 'function':
    case 'variable':
      return parserFunction(page, span, depth)
    case 'parameter':
      return parameter(page, span, depth)
    case 'comment':
      return comment(page, span)
    case 'extension':
      return extension(page, span)
    default:
      return undefined
  }
}

/** The content from `start` to `end` of what is no running text: a name, a target, an address. */
export function parseLiteral(
  page: Page,
  start: number,
  end: number,
  depth: number
): PhrasingContent[] {
  const {spans, source} = page
  if (start < end && depth + reserve > deepest) return [text(page, start, end)]
  const nodes: PhrasingContent[] = []
  let from = start
  const add = (node: PhrasingContent, at: number): void => {
    if (from < at) nodes.push(text(page, from, at))
    nodes.push(node)
    from = node.position!.end.offset!
  }
  let index = spanIndex(page, start)
  for (let at = start; at < end;) {
    while (index < spans.length && spans[index]!.start < at) index++
    const span = spans[index]
    const isHere = span !== undefined && span.start === at && span.end <= end
    const node = isHere ? closedNode(page, span, depth) : entityNode(page, at, end)
    if (node) add(node, at)
    at = node ? from : at + 1
  }
  if (from < end) nodes.push(text(page, from, end))
  return nodes
}

/** `<`: a comment, an extension tag, a tag, or text. */
function angle(inline: Inline, at: number): number {
  const span = spanFrom(inline.page, at, inline.end)
  switch (span?.kind) {
    case 'comment':
    case 'extension':
      return put(inline, closedNode(inline.page, span, level(inline))!, at, span.end)
    case 'void':
      return put(inline, voidTag(inline.page, span), at, span.end)
    case 'open':
      return openTag(inline, span)
    case 'close':
      return closeTag(inline, span)
    default:
      return -1
  }
}

function openTag(inline: Inline, span: Span): number {
  const {tags, items} = inline
  if (span.name === 'li') endItem(inline, span.start)
  if (level(inline) + reserve > deepest || tags.length === mostTags) tags.shift()
  tags.push(items.length)
  return putMark(inline, 'tag', span.start, span.end, span.name)
}

/** Find the tag that this one closes; tags that were opened since close nothing. */
function closeTag(inline: Inline, span: Span): number {
  const {page, items, tags} = inline
  const index = tags.findLast((index) => items[index]!.name === span.name)
  if (index === undefined) {
    return put(inline, html(page, span.start, span.end), span.start, span.end)
  }
  if (span.name !== 'li') endItem(inline, span.start, index)
  return wrapTag(inline, index, span.start, span.end)
}

/** Put the tag that was opened at `index` on the list around what stands behind it. */
function wrapTag(inline: Inline, index: number, close: number, end: number): number {
  const {page, items} = inline
  const {name, start, end: open} = items[index]!
  dropTags(inline, index)
  if (index < inline.link) inline.link = -1
  const children = takeItems(page, index, index + 1, open, close)
  return put(inline, tag(page, name, {start, open, close, end}, children), start, end)
}

/** A `<li>` without an end, opened behind `least` on the list, goes on to `at`: the next one, or the end of what it is in. */
function endItem(inline: Inline, at: number, least = -1): void {
  const {page, items, tags} = inline
  const index = tags.findLast((index) => /^(?:li|[ou]l)$/.test(items[index]!.name)) ?? -1
  if (index <= least || items[index]?.name !== 'li') return
  const end = trimSpace(page.source, items[index]!.end, at)
  while (items.at(-1)!.start >= end) items.pop()
  wrapTag(inline, index, end, end)
}

/** Forget the open tags from `index` on the list on. */
function dropTags(inline: Inline, index: number): void {
  const {tags} = inline
  while (tags.length > 0 && tags.at(-1)! >= index) tags.pop()
}

/** The node of a `comment` span; unclosed it runs to the page's end. */
export function comment(page: Page, span: Span): PhrasingContent & {type: 'comment'} {
  const {start, end} = span
  const close = page.source.endsWith('-->', end) && end - start >= 7 ? end - 3 : end
  const value = page.source.slice(start + 4, close)
  return {type: 'comment', value, position: position(page, start, end)}
}

/** A text node. */
export function text(page: Page, start: number, end: number): Text {
  return {type: 'text', value: page.source.slice(start, end), position: position(page, start, end)}
}
