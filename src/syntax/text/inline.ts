/**
 * What stands within the lines of a rendered page's text.
 */
import {taskWord} from '../../document/tasks.ts'
import {markStatuses} from '../statuses.ts'
import type {TextLine} from './lines.ts'
import type {
  Entity,
  Link,
  List,
  PhrasingContent,
  Position,
  Root,
  Text
} from '../../document/types.ts'
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
  /** The last item: its bullet, and the line that it stands on. */
  item: {bullet: string; line: number} | undefined
}

/**
 * An address, or what the page does not have: the word that a task's template shows, and the blanks that an extractor
 * sets around a link where punctuation stands beside it.
 *
 * ```markdown
 * | See the list ( task T912360 ) .
 *                 ^^^^^^       ^ ^
 * ```
 */
const special = new RegExp(
  [
    String.raw`https?:\/\/[^\s<>"[\]|]+`,
    String.raw`(?<=\()[ \u00A0](?=[\p{L}\d])`,
    String.raw`(?<=[\p{L}\d"”’)])[ \u00A0](?=\)|[.,;](?:\s|$))`,
    taskWord
  ].join('|'),
  'gu'
)

/** The content of a piece of a line: addresses are links, labels are statuses. */
export function inline(page: Page, line: TextLine, start: number, end: number): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let at = start
  for (const match of page.source.slice(start, end).matchAll(special)) {
    const isLink = match[0].startsWith('http')
    const from = start + match.index
    const to = from + (isLink ? match[0].replace(/[.,;:!?'()]{1,20}$/, '') : match[0]).length
    if (from > at) nodes.push(text(page, line, at, from))
    nodes.push(isLink ? link(page, line, from, to) : unsaid(line, from, to))
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

/** What the text has and the page does not. */
function unsaid(line: TextLine, start: number, end: number): Entity {
  return {type: 'entity', value: '', position: rangeOf(line, start, end)}
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
