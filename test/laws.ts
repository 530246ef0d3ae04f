/**
 * The laws of the architecture, as checks that any test can run on any of our trees.
 */
import type {Node, Parent, Point} from 'unist'
import {location} from 'vfile-location'
import type {Location} from 'vfile-location'

/** What `checkPositions` carries down the tree. */
interface Check {
  source: string
  places: Location
  /** Whether the tree is a document, not a plan. */
  document: boolean
}

/**
 * Law 1, true positions: every node has a position within its parent, siblings stand in source order and
 * do not overlap, lines and columns are what vfile-location counts, a `text` is its slice, and nothing but
 * blank space lies outside the root's children.
 *
 * @throws Error that names the node, its path and what is wrong with it.
 */
export function checkPositions(tree: Node, source: string): void {
  const check = {source, places: location(source), document: tree.type === 'root'}
  const end = {offset: source.length} as Point
  checkNode(check, tree, {start: {offset: 0} as Point, end}, tree.type)
  let from = 0
  for (const child of children(tree)) {
    checkBlank(source, from, offset(child.position!.start))
    from = offset(child.position!.end)
  }
  checkBlank(source, from, source.length)
}

/** How many nodes stand below one another; a leaf is 1 deep. */
export function treeDepth(tree: Node): number {
  return 1 + Math.max(0, ...children(tree).map(treeDepth))
}

function checkNode(
  check: Check,
  node: Node,
  within: {start: Point; end: Point},
  path: string
): void {
  const position = node.position
  if (!position) throw new Error(`${path} has no position`)
  const slice = check.source.slice(offset(position.start), offset(position.end))
  const fail = (what: string): never => {
    throw new Error(`${path} ${JSON.stringify(slice)} ${what}\n${JSON.stringify(position)}`)
  }
  if (position.start === position.end) fail('shares one point object')
  checkPoint(check, position.start, fail)
  checkPoint(check, position.end, fail)
  if (offset(position.end) < offset(position.start)) fail('ends before it starts')
  if (offset(position.start) < offset(within.start)) fail(`starts before ${offset(within.start)}`)
  if (offset(position.end) > offset(within.end)) fail(`ends after ${offset(within.end)}`)
  if (node.type === 'text' && 'value' in node && node.value !== slice) fail('is not its slice')
  checkTags(check, node, path)
  checkChildren(check, node, path)
}

/** Each child within what its siblings before it leave of the parent. */
function checkChildren(check: Check, node: Node, path: string): void {
  let start = node.position!.start
  let before: Node | undefined
  for (const [index, child] of children(node).entries()) {
    const here = `${path} > ${child.type}[${index}]`
    checkNode(check, child, {start, end: node.position!.end}, here)
    if (isSplit(check, before, child)) throw new Error(`${here} follows a text`)
    start = child.position!.end
    before = child
  }
}

/** Texts side by side are one text, but where a plan's markup between them was taken off. */
function isSplit({document}: Check, before: Node | undefined, node: Node): boolean {
  if (node.type !== 'text' || before?.type !== 'text') return false
  return document || before.position!.end.offset === node.position!.start.offset
}

/** The ready-made nodes for a tag's own ends lie at its ends and are verbatim. */
function checkTags(check: Check, node: Node, path: string): void {
  const {opening, closing} = node as {opening?: Node | null; closing?: Node | null}
  for (const [name, end] of Object.entries({opening, closing})) {
    if (!end) continue
    checkNode(check, end, node.position!, `${path} ${name}`)
    const {start, end: stop} = end.position!
    const slice = check.source.slice(offset(start), offset(stop))
    if ('value' in end && end.value !== slice) throw new Error(`${path} ${name} is not its slice`)
  }
}

function checkPoint(check: Check, point: Point, fail: (what: string) => never): void {
  if (point.offset === undefined) fail('has a point without offset')
  const expected = check.places.toPoint(point.offset!)
  if (!expected) fail('has a point outside the source')
  if (expected!.line !== point.line || expected!.column !== point.column) {
    fail(`should be at ${expected!.line}:${expected!.column} for offset ${point.offset}`)
  }
}

function checkBlank(source: string, start: number, end: number): void {
  const between = source.slice(start, end)
  if (/\S/.test(between)) throw new Error(`${JSON.stringify(between)} is in no node, at ${start}`)
}

function children(node: Node): Node[] {
  return 'children' in node ? (node as Parent).children : []
}

function offset(point: Point): number {
  return point.offset ?? NaN
}
