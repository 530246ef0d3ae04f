/**
 * What stands within the lines of a rendered page's text.
 */
import {markStatuses} from '../statuses.ts'
import type {TextLine} from './lines.ts'
import type {Link, List, PhrasingContent, Position, Root, Text} from '../../document/types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** A page being read. */
export interface Page {
  source: string
  vocabulary: Vocabulary
  lines: TextLine[]
  /** The index of the line that is the page's title. */
  title: number
  root: Root
  /** The lists that are open, outermost first. */
  lists: {indent: number; list: List}[]
}

/** The content of a piece of a line: addresses are links, labels are statuses. */
export function inline(page: Page, line: TextLine, start: number, end: number): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let at = start
  for (const match of page.source.slice(start, end).matchAll(/https?:\/\/[^\s<>"[\]|]+/g)) {
    const from = start + match.index
    const to = from + match[0].replace(/[.,;:!?'()]{1,20}$/, '').length
    if (from > at) nodes.push(text(page, line, at, from))
    nodes.push(link(page, line, from, to))
    at = to
  }
  if (at < end) nodes.push(text(page, line, at, end))
  return markStatuses(nodes, page.vocabulary, 'text')
}

function text({source}: Page, line: TextLine, start: number, end: number): Text {
  return {type: 'text', value: source.slice(start, end), position: rangeOf(line, start, end)}
}

function link(page: Page, line: TextLine, start: number, end: number): Link {
  const children = [text(page, line, start, end)]
  return {
    type: 'link',
    url: page.source.slice(start, end),
    children,
    position: rangeOf(line, start, end)
  }
}

/** Where a piece of a line stands. */
export function rangeOf(line: TextLine, start: number, end: number): Position {
  return {start: placeOf(line, start), end: placeOf(line, end)}
}

/** Where an offset of a line is. */
export function placeOf(
  {line, lineStart}: Pick<TextLine, 'line' | 'lineStart'>,
  offset: number
): Position['start'] {
  return {line, column: offset - lineStart + 1, offset}
}
