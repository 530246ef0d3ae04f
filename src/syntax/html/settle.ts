/** Puts a document that was made from HTML in order: HTML's trees are not as their source is. */
import type {Html, Position, Text, UnistNode} from '../../document/types.ts'
import {positionOf, type Page, type Range} from '../../document/places.ts'
import {htmlAt} from './context.ts'

interface AnyNode extends UnistNode {
  type: string
  value?: unknown
  children?: AnyNode[]
  position?: Position | undefined
  opening?: Html
  closing?: Html | null
}

/**
 * Gives every node a place within its parent and behind its sibling before, as the HTML parser moves and
 * doubles what is not nested well; then texts side by side become one, with what was left out between them.
 */
export function settle(nodes: AnyNode[], within: Range, page: Page): AnyNode[] {
  const settled: AnyNode[] = []
  let from = within.start
  for (const node of nodes) {
    const range = rangeWithin(node, {start: from, end: within.end})
    const moved = !isAt(node, range)
    if (moved) node.position = positionOf(range, page)
    if (moved && node.type === 'text') node.type = 'entity'
    if (node.opening) settleTags(node, range, page)
    if (node.children) node.children = settle(node.children, range, page)
    addTo(settled, node, page)
    from = range.end
  }
  return settled
}

function rangeWithin({position}: AnyNode, {start, end}: Range): Range {
  const from = Math.min(Math.max(position?.start.offset ?? start, start), end)
  return {start: from, end: Math.min(Math.max(position?.end.offset ?? from, from), end)}
}

function isAt({position}: AnyNode, {start, end}: Range): boolean {
  return position?.start.offset === start && position.end.offset === end
}

/** A tag's ends within the tag. */
function settleTags(node: AnyNode, range: Range, page: Page): void {
  for (const name of ['opening', 'closing'] as const) {
    const end = node[name]
    if (end) node[name] = htmlAt(rangeWithin(end, range), page)
  }
}

function addTo(settled: AnyNode[], node: AnyNode, page: Page): void {
  const before = settled.at(-1)
  if (before?.type !== 'text' || node.type !== 'text') return void settled.push(node)
  const [start, end] = [before.position!.end.offset!, node.position!.start.offset!]
  if (start < end) settled.push(htmlAt({start, end}, page), node)
  else settled.splice(-1, 1, joined(before as Text, node as Text))
}

function joined(a: Text, b: Text): Text {
  const position = {start: {...a.position!.start}, end: {...b.position!.end}}
  return {type: 'text', value: a.value + b.value, position}
}

/** Nodes with what is not blank between them, and around them, as `html`. */
export function fillGaps<Node extends AnyNode>(
  nodes: readonly Node[],
  page: Page
): (Node | Html)[] {
  const filled: (Node | Html)[] = []
  let from = 0
  for (const node of nodes) {
    filled.push(...gap(from, node.position!.start.offset!, page), node)
    from = node.position!.end.offset!
  }
  return [...filled, ...gap(from, page.source.length, page)]
}

function gap(from: number, to: number, page: Page): Html[] {
  const text = page.source.slice(from, to)
  const start = to - text.trimStart().length
  const end = from + text.trimEnd().length
  return start < end ? [htmlAt({start, end}, page)] : []
}
