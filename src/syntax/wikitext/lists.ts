/**
 * Lists: `*` and `#`, and definition lists: `;` and `:`.
 *
 * ```markdown
 * | * a
 *   ^     to the end of `c`: list, and listItem
 *     ^   paragraph
 * | ** b
 *   ^^^^  list and listItem in it, from the start of the line …
 * | *** c
 *   ^^^^^ … as where a line goes deeper by one level
 * | ; d : e
 *   ^^^^    definitionTerm
 *       ^^^ definitionDescription
 * ```
 *
 * A line continues the items whose marks its own start with; `;` and `:` are alike in that. A comment on a
 * line of its own does not end a list; it is a child of the item before it.
 *
 * @see https://www.mediawiki.org/wiki/Help:Lists and `BlockLevelPass` in MediaWiki
 */
import type {
  DefinitionDescription,
  DefinitionList,
  DefinitionTerm,
  List,
  ListItem,
  Paragraph
} from '../../document/types.ts'
import {
  apostrophe,
  asterisk,
  colon,
  dash,
  hash,
  isLineEnd,
  leftBracket,
  rightBracket,
  runEnd,
  semicolon,
  skipBlank,
  skipSpace,
  trimSpace
} from '../../document/characters.ts'
import {addressStart, bareAddressEnd, protocolEnd} from './addresses.ts'
import {afterComments, lineStop} from './flow.ts'
import type {Flow} from './flow.ts'
import {comment, parseInline} from './inline.ts'
import {
  deepest,
  nextLine,
  passComments,
  position,
  reserve,
  spanAt,
  spanIndex,
  takeNodes
} from './page.ts'
import type {Page} from './page.ts'
import {table} from './tables.ts'

type Item = ListItem | DefinitionTerm | DefinitionDescription

const itemTypes: (Item['type'] | undefined)[] = []
itemTypes[asterisk] = itemTypes[hash] = 'listItem'
itemTypes[semicolon] = 'definitionTerm'
itemTypes[colon] = 'definitionDescription'

/** An open list with its last item: where each starts, and how many of the page's nodes stand before it. */
interface Level {
  /** The item's mark. */
  code: number
  readonly start: number
  readonly count: number
  itemStart: number
  itemCount: number
}

/** A list as it is read. */
interface Lists {
  readonly flow: Flow
  readonly levels: Level[]
  /** How deep marks may nest. */
  readonly most: number
  /** The end of what was read last. */
  end: number
}

/** Read the list that starts at `start`. */
export function list(flow: Flow, start: number): boolean {
  const {page, depth} = flow
  const most = Math.max(1, (deepest - reserve - depth) >> 1)
  const lists: Lists = {flow, levels: [], most, end: start}
  let at = start
  for (;;) {
    line(lists, at)
    if (lists.end >= flow.end || !isLineEnd(page.source.charCodeAt(lists.end))) break
    const next = nextLine(page, lists.end)
    at = afterComments(page, next, flow.end)
    if (at >= flow.end || !isBullet(page.source.charCodeAt(at))) break
    if (at > next) comments(lists, next, at)
  }
  flow.at = lists.end
  closeLevels(lists, 0)
  return true
}

function isBullet(code: number): boolean {
  return code === asterisk || code === hash || code === semicolon || code === colon
}

/**
 * Read one line: end and start items as its marks say, then its content.
 *
 * A `:` after a `;` starts an item of its own, though more marks follow:
 *
 * ```markdown
 * | ; a
 * | :* b
 *   ^^^^  definitionDescription, …
 *    ^^^  … and the list in it
 * ```
 */
function line(lists: Lists, start: number): void {
  const {flow, levels, most} = lists
  const {source} = flow.page
  let marksEnd = start
  while (isBullet(source.charCodeAt(marksEnd)) && marksEnd - start < most && marksEnd < flow.end) {
    marksEnd++
  }
  const count = marksEnd - start
  let common = 0
  while (common < count && common < levels.length) {
    const [open, code] = [levels[common]!.code, source.charCodeAt(start + common)]
    if (!isAlike(open, code)) break
    common++
    if (open === semicolon && code === colon) break
  }
  closeLevels(lists, common)
  const code = source.charCodeAt(start + common - 1)
  const isNext = common === count || (common > 0 && levels[common - 1]!.code !== code)
  if (isNext) nextItem(lists, code, start)
  for (let index = common; index < count; index++) {
    const from = index === common && !isNext ? start : start + index
    openLevel(lists, source.charCodeAt(start + index), from)
  }
  content(lists, marksEnd)
}

/** Whether two marks continue one list. */
function isAlike(left: number, right: number): boolean {
  return listType(left) === listType(right)
}

function listType(code: number): number {
  return code === semicolon ? colon : code
}

function openLevel({flow, levels}: Lists, code: number, start: number): void {
  const {length} = flow.page.nodes
  levels.push({code, start, count: length, itemStart: start, itemCount: length})
}

/** End the innermost item and start the next one. */
function nextItem(lists: Lists, code: number, start: number): void {
  const level = lists.levels.at(-1)!
  endItem(lists, level)
  level.code = code
  level.itemStart = start
  level.itemCount = lists.flow.page.nodes.length
}

function endItem({flow: {page}, end}: Lists, {code, itemStart, itemCount}: Level): void {
  page.nodes.push({
    type: itemTypes[code],
    children: takeNodes(page, itemCount),
    position: position(page, itemStart, end)
  } as Item)
}

/** End all levels from `count` on. */
function closeLevels(lists: Lists, count: number): void {
  while (lists.levels.length > count) {
    const level = lists.levels.pop()!
    endItem(lists, level)
    endList(lists, level)
  }
}

function endList({flow: {page}, end}: Lists, {code, start, count}: Level): void {
  const children = takeNodes<Item>(page, count)
  const place = position(page, start, end)
  page.nodes.push(
    listType(code) === colon
      ? ({type: 'definitionList', children, position: place} as DefinitionList)
      : ({type: 'list', ordered: code === hash, children, position: place} as List)
  )
}

/** What stands after a line's marks: a paragraph, after a `;` perhaps two, or after a `:` a table. */
function content(lists: Lists, start: number): void {
  const {flow, levels} = lists
  const {page} = flow
  const level = levels.at(-1)!
  const first =
    level.code === colon
      ? skipBlank(page.source, passComments(page, start, flow.end), flow.end)
      : start
  const span = level.code === colon ? spanAt(page, first, flow.end) : undefined
  if (span?.kind === 'table') {
    comments(lists, start, first)
    page.nodes.push(table(page, span, flow.depth + 2 * levels.length))
    lists.end = lineStop(flow, span.end)
    return paragraph(lists, span.end, lists.end)
  }
  const end = lineStop(flow, start)
  const middle = level.code === semicolon ? termEnd(page, start, end) : end
  paragraph(lists, start, middle)
  lists.end = middle
  if (middle === end) return
  nextItem(lists, colon, middle)
  paragraph(lists, middle + 1, end)
  lists.end = end
}

/** The line's content as a child of the innermost item. */
function paragraph(lists: Lists, start: number, end: number): void {
  const {flow, levels} = lists
  const {page} = flow
  const from = skipSpace(page.source, start, end)
  const to = trimSpace(page.source, from, end)
  if (from >= to) return
  const children = parseInline(page, from, to, flow.depth + 2 * levels.length + 1)
  const node: Paragraph = {type: 'paragraph', children, position: position(page, from, to)}
  page.nodes.push(node)
}

/** The comments between two items. */
function comments(lists: Lists, start: number, end: number): void {
  const {page} = lists.flow
  for (let index = spanIndex(page, start); index < page.spans.length; index++) {
    const span = page.spans[index]!
    if (span.start >= end) return
    page.nodes.push(comment(page, span))
    lists.end = span.end
  }
}

/**
 * Where a term ends: before the first colon that is in no link, template, language variant, tag, address, bold or
 * italics.
 *
 * ```markdown
 * | ; [[a:b]] https://c : d
 *                       ^
 * ```
 */
function termEnd(page: Page, start: number, end: number): number {
  const {source, spans} = page
  let index = spanIndex(page, start)
  let tags = 0
  let quotes = 0
  let close = start
  let at = start
  while (at < end) {
    while (index < spans.length && spans[index]!.start < at) index++
    const span = spans[index]
    if (span && span.start === at && span.end <= end) {
      if (span.kind === 'open') tags++
      if (span.kind === 'close' && tags > 0) tags--
      at = span.end
      continue
    }
    const variantEnd = source.charCodeAt(at) === dash ? page.variants.get(at) : undefined
    if (variantEnd !== undefined && variantEnd <= end) {
      at = variantEnd
      continue
    }
    const code = source.charCodeAt(at)
    if (code === apostrophe) {
      const run = runEnd(source, at, apostrophe)
      quotes ^= quoteToggles[Math.min(run - at, 5)]!
      at = run
      continue
    }
    if (code === leftBracket && protocolEnd(source, at + 1) >= 0) {
      if (close <= at) close = closeOf(source, at, end)
      if (close < end) at = close
    } else if (code === colon) {
      const address = addressStart(source, start, at)
      const body = address < 0 ? -1 : protocolEnd(source, address)
      const stop = body < 0 ? -1 : bareAddressEnd(page, address, body, end)
      if (stop < 0 && tags + quotes === 0 && !source.startsWith('//', at + 1)) return at
      if (stop > at) at = stop - 1
    }
    at++
  }
  return end
}

/** Where the `]` of an external link stands, or `end`. */
function closeOf(source: string, from: number, end: number): number {
  let at = from
  while (at < end && source.charCodeAt(at) !== rightBracket) at++
  return at
}

/** For each number of apostrophes what it opens or closes: 1 for italics, 2 for bold, 3 for both. */
const quoteToggles = [0, 0, 1, 2, 2, 3]
