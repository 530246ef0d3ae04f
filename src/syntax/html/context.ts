/** What is carried down a page of HTML, and where its nodes stand. */
import type {Element, Nodes} from 'hast'
import {positionOf, type Page, type Range} from '../../document/places.ts'
import type {Html, Position} from '../../document/types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'
import {tagAt} from './tags.ts'

export interface Context {
  page: Page
  vocabulary: Vocabulary
  /**
   * Whether bare labels are statuses: all that is left of a template in the HTML that readers are served.
   * Parsoid says which words come from a template, and only there labels count.
   */
  labels: boolean
  /** Whether what stands here is struck out: no status is one there. */
  struck: boolean
  /** The labels of tabs, by the panel that they open. */
  tabs: ReadonlyMap<Element, string>
}

/** From where to where a node goes; what the parser made up itself has no place. */
export function rangeOf({position}: Nodes): Range | undefined {
  const start = position?.start.offset
  const end = position?.end.offset
  return start === undefined || end === undefined ? undefined : {start, end}
}

/** Where a node stands, ready to be spread into one of ours. */
export function place(node: Nodes, {page}: Context): {position?: Position} {
  const range = rangeOf(node)
  return range ? {position: positionOf(range, page)} : {}
}

/** A node's source as it is. */
export function asWritten(node: Nodes, {page}: Context): Html {
  const range = rangeOf(node)
  if (!range) return {type: 'html', value: ''}
  return htmlAt(range, page)
}

export function htmlAt(range: Range, page: Page): Html {
  const value = page.source.slice(range.start, range.end)
  return {type: 'html', value, position: positionOf(range, page)}
}

/** An element's start tag, and its end tag where it has one, as nodes. */
export function tagsOf(
  node: Element,
  {page}: Pick<Context, 'page'>
): {opening: Html; closing: Html | null} {
  const range = rangeOf(node)
  if (!range) return {opening: {type: 'html', value: ''}, closing: null}
  const opening = tagAt(page.source, range.start)
  const closing = closingOf(node, range, opening?.name, page)
  return {
    opening: htmlAt({start: range.start, end: opening?.end ?? range.start}, page),
    closing: closing ? htmlAt(closing, page) : null
  }
}

/** Where an element's end tag stands: at its end, but for that of the last element in it. */
function closingOf(
  node: Element,
  {start, end}: Range,
  name: string | undefined,
  {source}: Page
): Range | undefined {
  const last = node.children.at(-1)
  if (last && rangeOf(last)?.end === end) return undefined
  const tag = tagAt(source, source.lastIndexOf('<', end - 1))
  if (!tag?.closes || tag.start <= start || tag.end !== end) return undefined
  return tag.name === name ? tag : undefined
}
