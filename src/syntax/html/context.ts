/** What is carried down a page of HTML, and where its nodes stand. */
import type {Element, Nodes} from 'hast'
import {positionOf, type Page, type Range} from '../../document/places.ts'
import type {Html, Position} from '../../document/types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

export interface Context {
  page: Page
  vocabulary: Vocabulary
  /**
   * Whether bare labels are statuses: all that is left of a template in the HTML that readers are served.
   * Parsoid says which words come from a template, and only there labels count.
   */
  labels: boolean
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

/** What `verbose` parsing says of an element's tags. */
interface Tags {
  opening?: Position
  closing?: Position
}

/** An element's start tag, and its end tag where it has one, as nodes. */
export function tagsOf(node: Element, context: Context): {opening: Html; closing: Html | null} {
  const {opening, closing} = (node.data as {position?: Tags} | undefined)?.position ?? {}
  const whole = rangeOf(node)
  const empty = {type: 'html', value: ''} as const
  return {
    opening: opening
      ? htmlOf(opening, context)
      : whole
        ? htmlAt({...whole, end: whole.start}, context.page)
        : empty,
    closing: closing ? htmlOf(closing, context) : null
  }
}

function htmlOf({start, end}: Position, {page}: Context): Html {
  return htmlAt({start: start.offset ?? 0, end: end.offset ?? 0}, page)
}
