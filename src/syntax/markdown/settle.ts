/** Where remark lets siblings overlap, and how they are parted. */
import type {Position} from '../../document/types.ts'
import {positionOf, type Page} from './page.ts'

interface Placed {
  position?: Position | undefined
  children?: Placed[]
}

/**
 * Part siblings that overlap, in place.
 *
 * ```markdown
 * | [clock]: ./Clocks     a definition,
 * | Clocks                where its heading starts,
 * | ------                but remark starts it with the definition
 *
 * | - ```                 an item,
 * | - Boats               but remark ends it behind the bullet of the next
 *   ^
 * ```
 */
export function settle<Node extends Placed>(nodes: Node[], page: Page | undefined): Node[] {
  let left: Node | undefined
  for (const right of nodes) {
    if (page && left?.position && right.position) part(left as Settled, right as Settled, page)
    left = right
  }
  return nodes
}

type Settled = Placed & {position: Position}

function part(left: Settled, right: Settled, page: Page): void {
  const end = endOf(left.position)
  const start = right.position.start.offset ?? 0
  if (start >= end) return
  const content = left.children?.at(-1)?.position
  const contentEnd = content ? endOf(content) : end
  if (contentEnd <= start) left.position.end = pointAt(contentEnd, page)
  else right.position.start = pointAt(skipBlank(end, page), page)
}

function endOf({end}: Position): number {
  return end.offset ?? 0
}

function pointAt(offset: number, page: Page): Position['start'] {
  return positionOf({start: offset, end: offset}, page).start
}

/** The next character that is neither blank nor the mark of a block quote. */
function skipBlank(offset: number, {source}: Page): number {
  let at = offset
  while (at < source.length && /[ \t\r\n>]/.test(source.charAt(at))) at++
  return at
}
