/**
 * Put the pieces of a layer back into the tree of the text without them.
 *
 * A piece between two nodes becomes a node between them; within a text it parts the text in two; within a
 * name, a target or another value it is in no node of its own. A pair of tags around whole blocks is a `tag`
 * with them as its children; tags that stand elsewhere are `html`, as they need not nest with anything.
 *
 * ```markdown
 * | <translate>
 *   ^^^^^^^^^^^                                                    tag, to `</translate>`
 * | <!--T:1-->
 *   ^^^^^^^^^^                                                     comment
 * | * Print <tvar name="n">400</tvar> charts
 *           ^^^^^^^^^^^^^^^   ^^^^^^^                               html
 * | </translate>
 * ```
 */
import type {Node} from 'unist'
import type {FlowContent, Root} from '../../document/types.ts'
import {isBlank, isLineEnd} from '../../document/characters.ts'
import {comment} from './inline.ts'
import {placesOf} from './layers.ts'
import type {Piece} from './layers.ts'
import {position, seek} from './page.ts'
import type {Page} from './page.ts'
import {html, tag} from './tags.ts'

/** A node as it is walked. */
interface AnyNode extends Node {
  name?: string | null
  value?: string
  opening?: AnyNode | null
  closing?: AnyNode | null
  children?: AnyNode[]
}

/** The pieces and where they stand. */
interface Restoring {
  readonly page: Page
  readonly pieces: readonly Piece[]
  /** Where each piece stands in the text without them, and how much is gone before each, and in all. */
  readonly places: readonly number[]
  readonly gone: readonly number[]
}

/** A node's place: its offsets in the text without pieces, and which pieces are in it. */
interface Place {
  from: number
  to: number
  first: number
  last: number
}

/** Nodes that hold only certain nodes: a piece between two of these is in the one before it. */
const strict = new Set([
  'list',
  'definitionList',
  'table',
  'tableRow',
  'template',
  'parserFunction'
])

/** Those of them in which all that stands between two parts is one of these. */
const calls = new Set(['template', 'parserFunction'])

/** Nodes with a part before their children that is none of them. */
const headed = new Set(['wikiLink', 'file', 'link', 'templateParameter'])

/** Nodes that end with what they hold, and so go on to a tag that closes one in them. */
const openEnded = new Set([
  ...['paragraph', 'preformatted', 'list', 'listItem', 'definitionList', 'definitionTerm'],
  ...['definitionDescription', 'tableCell', 'tableCaption', 'tableRow', 'tab']
])

/** Nodes in which a pair of tags can stand around blocks. */
const blockParents = new Set(['root', 'tableCell', 'tableCaption', 'tab'])

/** Nodes whose first line is one with their mark. */
const itemTypes = new Set(['listItem', 'definitionTerm', 'definitionDescription'])

/** At most so many pairs of tags are put around one another. */
const mostTags = 16

/**
 * The tree of a page, from that of its text without some pieces, which is changed in place. Of those, the ones before
 * `first` get no nodes.
 */
export function restore(page: Page, pieces: readonly Piece[], root: Root, first = 0): Root {
  const {places, gone} = placesOf(pieces)
  const {length} = page.source
  enter({page, pieces, places, gone}, root, {
    from: 0,
    to: length - gone.at(-1)!,
    first,
    last: pieces.length
  })
  root.position = position(page, 0, length)
  return root
}

/** A child of a node: its piece, if it is one, and how many tags were put around one another in it. */
interface Child {
  node: AnyNode
  piece: number
  height: number
}

/** Put its pieces into a node, which has its position; how many tags were put around one another in it. */
function enter(restoring: Restoring, node: AnyNode, place: Place): number {
  const content = contentOf(node, place)
  placeEnds(restoring, node)
  if (!node.children) return 0
  const found = childrenOf(restoring, node, place, content)
  node.children = found.map((child) => child.node)
  return found.reduce((most, {height}) => Math.max(most, height), 0)
}

function childrenOf(
  restoring: Restoring,
  node: AnyNode,
  place: Place,
  [least, most]: [number, number]
): Child[] {
  const {pieces, places} = restoring
  const children = node.children!
  const isStrict = strict.has(node.type)
  const isCall = calls.has(node.type)
  let firstLine: number | undefined
  const found: Child[] = []
  /** Where the tags that are open stand among them. */
  const open =
    blockParents.has(node.type) || (node.type === 'tag' && children.some(isBlock))
      ? new Map<number, number>()
      : null
  const addPieces = (from: number, to: number): void => {
    for (let index = from; index < to && !isCall; index++) {
      if (places[index]! < least || places[index]! > most) continue
      // On the line of its own mark are its attributes.
      if (isStrict && found.length === 0) {
        firstLine ??= lineEndBehind(restoring.page, node)
        if (pieces[index]!.start < firstLine) continue
      }
      const start = open?.get(pieces[index]!.pair)
      if (start !== undefined && found[start]?.piece === pieces[index]!.pair) {
        if (wrap(restoring, found, start, pieces[index]!)) continue
        // Nor can what is open around it be.
        open?.clear()
      }
      if (pieces[index]!.kind === 'open') open?.set(index, found.length)
      found.push({node: pieceNode(restoring, pieces[index]!), piece: index, height: 0})
    }
  }
  let next = place.first
  for (const [index, child] of children.entries()) {
    const inner = placeOf(restoring, child, next, place.last, node.type)
    if (isStrict && child.children && child.type !== 'templateArgument') {
      const following = children[index + 1]
      // What stands behind a `|` is the argument's; before an item or row it is no one's.
      inner.last = following
        ? Math.max(inner.last, seek(places, following.position!.start.offset! + +!node.name))
        : place.last
    }
    addPieces(next, inner.first)
    next = inner.last
    if (child.type === 'text') addTexts(restoring, inner, found)
    else {
      child.position = positionOf(restoring, child, inner)
      found.push({node: child, piece: -1, height: enter(restoring, child, inner)})
    }
  }
  addPieces(next, place.last)
  return found
}

/** Where the line ends that a node starts on. */
function lineEndBehind({source}: Page, {position}: AnyNode): number {
  let at = position!.start.offset!
  while (at < source.length && !isLineEnd(source.charCodeAt(at))) at++
  return at
}

/** Put a pair of tags around what stands behind its start among the children, unless that nests too deep. */
function wrap({page, pieces}: Restoring, found: Child[], start: number, close: Piece): boolean {
  let height = 1
  for (let index = start + 1; index < found.length; index++) {
    height = Math.max(height, found[index]!.height + 1)
  }
  if (height > mostTags) return false
  const open = pieces[close.pair]!
  const place = {start: open.start, open: open.end, close: close.start, end: close.end}
  const children = found.splice(start).slice(1)
  const node = tag(page, open.name, place, children.map((child) => child.node) as FlowContent[])
  found.push({node, piece: -1, height})
  return true
}

/**
 * Where a node stands, within the pieces from `least` to `most`. It starts behind the pieces before it and
 * ends before those behind it, but an argument reaches from `|` to `|`, and running text to the tags that
 * pair with those in it; in an item it is all that stands on the line, in a cell also a pair around it.
 */
function placeOf(
  restoring: Restoring,
  node: AnyNode,
  least: number,
  most: number,
  parent = ''
): Place {
  const {pieces, places} = restoring
  const from = node.position!.start.offset!
  const to = node.position!.end.offset!
  const within = (index: number): number => Math.min(most, Math.max(least, index))
  const isArgument = node.type === 'templateArgument'
  const place: Place = {
    from,
    to,
    first: within(seek(places, isArgument ? from : from + 1)),
    last: within(seek(places, isArgument ? to + 1 : to))
  }
  if (place.last < place.first) place.last = place.first
  if (node.type === 'paragraph') {
    if (itemTypes.has(parent)) place.first = least
    const limit =
      parent === 'root' || parent === 'tag' ? place.last : behind(restoring, place, most)
    for (let index = place.first - 1; index >= least && places[index] === from; index--) {
      const {kind, pair} = pieces[index]!
      if (kind === 'open' && pair >= place.first && pair < limit) place.first = index
    }
  }
  if (openEnded.has(node.type)) place.last = lastOf(restoring, place, most, itemTypes.has(parent))
  return place
}

/** The first piece that does not stand right behind a node. */
function behind({places}: Restoring, {to, last}: Place, most: number): number {
  return Math.min(most, Math.max(last, seek(places, to + 1)))
}

/**
 * Which pieces behind a node belong to it: what closes a tag in it, and comments on its line; of an item's
 * text all that is there.
 */
function lastOf(
  {page, pieces, places, gone}: Restoring,
  place: Place,
  most: number,
  isItem: boolean
): number {
  let {last} = place
  let end = place.to + gone[last]!
  let isSameLine = true
  for (let index = last; index < most; index++) {
    const piece = pieces[index]!
    const {kind, pair, start} = piece
    for (; end < start; end++) {
      const code = page.source.charCodeAt(end)
      if (isLineEnd(code)) isSameLine = false
      else if (!isBlank(code)) return last
    }
    const isOwn = kind === 'close' && pair >= place.first && places[index] === place.to
    const isBeside = isSameLine && (isItem || (kind !== 'close' && kind !== 'open'))
    if (!isOwn && !isBeside) break
    last = index + 1
    end = piece.end
  }
  return last
}

/** The least and the most that the place of a piece in a node's content can be. */
function contentOf(node: AnyNode, {to}: Place): [number, number] {
  if (node.opening) {
    return [node.opening.position!.end.offset!, node.closing?.position?.start.offset ?? Infinity]
  }
  const isNamed = node.type === 'templateArgument' && typeof node.name === 'string'
  if (!isNamed && !headed.has(node.type)) return [0, Infinity]
  const {children} = node
  const first = children?.[0]
  if (first) return [first.position!.start.offset!, children.at(-1)!.position!.end.offset!]
  return [to + 1, to]
}

function positionOf({page, pieces, places, gone}: Restoring, node: AnyNode, place: Place) {
  const {from, to, first, last} = place
  const isArgument = node.type === 'templateArgument'
  const isEarly = !isArgument && first < places.length && places[first]! <= from
  const start = isEarly ? pieces[first]!.start : from + gone[first]!
  const isLate = !isArgument && last > first && places[last - 1]! >= to
  const end = isLate ? pieces[last - 1]!.end : to + gone[last]!
  return position(page, start, Math.max(start, end))
}

/** The text between the pieces in it, and these. */
function addTexts(restoring: Restoring, place: Place, found: Child[]): void {
  const {page, pieces, gone, places} = restoring
  let at = place.from
  for (let index = place.first; index <= place.last; index++) {
    const end = index < place.last ? places[index]! : place.to
    if (end > at) {
      const start = at + gone[index]!
      found.push({node: textNode(page, start, start + end - at), piece: -1, height: 0})
    }
    if (index < place.last) {
      found.push({node: pieceNode(restoring, pieces[index]!), piece: index, height: 0})
    }
    at = end
  }
}

function textNode(page: Page, start: number, end: number): AnyNode {
  const value = page.source.slice(start, end)
  return {type: 'text', value, position: position(page, start, end)} as AnyNode
}

function pieceNode({page}: Restoring, {kind, name, start, end, content}: Piece): AnyNode {
  if (kind === 'comment') return comment(page, {kind, name, start, end, marks: []})
  if (!content) return html(page, start, end)
  return tag(page, name, {start, open: content[0], close: content[1], end}, [])
}

/** The ends of a tag, which are none of its children. */
function placeEnds(restoring: Restoring, node: AnyNode): void {
  for (const end of [node.opening, node.closing]) {
    if (!end) continue
    const place = placeOf(restoring, end, 0, restoring.pieces.length)
    end.position = positionOf(restoring, end, place)
    const {start, end: stop} = end.position
    end.value = restoring.page.source.slice(start.offset, stop.offset)
  }
}

/** Nodes that only blocks stand beside. */
const blocks = new Set([
  ...[
    'paragraph',
    'preformatted',
    'heading',
    'list',
    'definitionList',
    'table',
    'thematicBreak',
    'tab'
  ]
])

function isBlock({type}: AnyNode): boolean {
  return blocks.has(type)
}
