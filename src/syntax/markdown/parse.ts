/**
 * mdast of a page, parsed in pieces. micromark copies all that it has read each time a list ends, so that a page takes
 * time by the square of its length; its pieces do not.
 */
import type * as Mdast from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified, type Data, type Processor} from 'unified'
import type {Point} from 'unist'

/** How long a piece is at least, in code units: of shorter ones, setting up the parser takes most of the time. */
const usual = 4096

/**
 * Where a page may be cut: before a heading, and before a paragraph behind a blank line. Every list and quote ends
 * there.
 */
const cuts = /[\r\n](?=#{1,6}[ \t\r\n])|(?:\r\n|\r(?!\n)|\n)[ \t]*(?:\r\n|\r|\n)(?=\p{L}|\*\*)/gu

/** A heading set behind a piece: where it is read as one, no fence and no HTML goes on there. */
const stop = '#'

/** A piece of a page, with the heading behind it, and where it starts. */
interface Piece {
  source: string
  offset: number
  line: number
  tree: Mdast.Root
  /** How many labels were defined up to its end. */
  labels: number
}

/** The labels that are defined on a page, as micromark keeps them for what it parses. */
interface Labels {
  defined: string[]
  gfmFootnotes: string[]
}

type Parse = (source: string) => Mdast.Root

/**
 * Parse a page of GitHub flavoured Markdown: the tree is what remark makes of the whole page.
 *
 * @throws {RangeError} where the page nests deeper than remark can follow.
 */
export function parseMarkdown(source: string, enough = usual): Mdast.Root {
  const labels: Labels = {defined: [], gfmFootnotes: []}
  const parse = createParse(labels)
  const pieces = piecesOf(source, enough, parse, labels)
  const count = countOf(labels)
  for (const piece of pieces) {
    if (piece.labels < count && piece.source.includes('[')) piece.tree = parse(piece.source)
    if (piece !== pieces.at(-1)) piece.tree.children.pop()
    if (piece.offset > 0) shift(piece)
  }
  const [first, last] = [pieces[0]!.tree, pieces.at(-1)!.tree]
  const position = {start: first.position!.start, end: last.position!.end}
  return {type: 'root', children: pieces.flatMap(({tree}) => tree.children), position}
}

function piecesOf(source: string, enough: number, parse: Parse, labels: Labels): Piece[] {
  const pieces: Piece[] = []
  /** remark does not count a byte order mark. */
  const mark = source.startsWith('\uFEFF') ? 1 : 0
  let start = 0
  let line = 1
  let length = enough
  while (start < source.length || pieces.length === 0) {
    cuts.lastIndex = start + length
    const end = cuts.test(source) ? cuts.lastIndex : source.length
    const isLast = end === source.length
    const text = isLast ? source.slice(start) : source.slice(start, end) + stop
    const tree = parse(text)
    const offset = Math.max(0, start - mark)
    const closing = tree.children.at(-1)?.position?.start
    if (!isLast && closing?.offset !== end - mark - offset) {
      length = 2 * (end - start)
      continue
    }
    pieces.push({source: text, offset, line, tree, labels: countOf(labels)})
    line += (closing?.line ?? 1) - 1
    start = end
    length = enough
  }
  return pieces
}

function countOf({defined, gfmFootnotes}: Labels): number {
  return defined.length + gfmFootnotes.length
}

/** Moves the nodes of a piece to where they stand in the page. */
function shift({tree, offset, line}: Piece): void {
  const moved = (point: Point): Point => ({
    line: point.line + line - 1,
    column: point.column,
    offset: (point.offset ?? 0) + offset
  })
  const waiting: Mdast.Nodes[] = [tree]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const {position} = node
    if (position) node.position = {start: moved(position.start), end: moved(position.end)}
    for (const child of 'children' in node ? node.children : []) waiting.push(child)
  }
}

function createParse(labels: Labels): Parse {
  const parser = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(withoutSecondPass)
    .use(withLabels, labels)
    .freeze()
  return (source) => parser.parse(source) as Mdast.Root
}

/**
 * GitHub looks for bare addresses twice: while it parses, and in the texts of the finished tree.
 * The second time links addresses that were escaped and leaves nodes without positions, so it is
 * left out.
 */
function withoutSecondPass(this: Processor): void {
  const data = this.data()
  const extensions = data.fromMarkdownExtensions ?? []
  data.fromMarkdownExtensions = extensions.flat().map((d) => ({...d, transforms: []}))
}

type Extension = NonNullable<Data['micromarkExtensions']>[number]

/** Has all that is parsed know the same labels: a construct that is tried before any other, and is none. */
function withLabels(this: Processor, labels: Labels): void {
  const share: Extension = {
    document: {
      null: {
        tokenize(_effects, _ok, nok) {
          Object.assign(this.parser, labels)
          return nok
        }
      }
    }
  }
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), share]
}
