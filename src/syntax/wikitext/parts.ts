/**
 * The parts of constructs as nodes of their own: names, targets, arguments, options, attributes, and the content of
 * extension tags that hold wikitext.
 *
 * ```markdown
 * | {{Note|text = All {{done}}}} [[Help:Contents|the ''help'']]
 *     ^^^^                                                     templateName
 *          ^^^^^^                                              argumentName
 *                 ^^^^^^^^^^^^^                                  argumentValue
 *                                  ^^^^^^^^^^^^^               linkTarget
 *                                                ^^^^^^^^^^^^  linkText
 * ```
 *
 * A part is the whole stretch between its construct's marks, blank space included, and it is there when it is empty. It
 * comes before what it names, so that a construct's children are its parts in the order of the page.
 */
import {leftBracket, skipBlank, trimSpace} from '../../document/characters.ts'
import {attributeRanges, type AttributeRange} from './attributes.ts'
import {parseFlow} from './flow.ts'
import {parsePage} from './build-tree.ts'
import {checked} from './index.ts'
import {parseLayers} from './parse-layers.ts'
import {parseInline, parseLiteral} from './inline.ts'
import {withMagicLinks} from './magic-links.ts'
import {withLanguageVariants} from './language-variants.ts'
import {createPiece, pairPieces, withoutPieces} from './layers.ts'
import {createPage, deepest, lineAt, pageWithin, position, reserve, spanFrom} from './page.ts'
import type {Page, Span} from './page.ts'
import {restore} from './restore.ts'
import {scanSpans} from './scan.ts'
import {findStructure} from './structure.ts'
import {attributedIn} from './tables.ts'
import {attributeStretch} from './tags.ts'
import {equalsSign, modifierEnd} from './templates.ts'
import type {
  Attribute,
  Extension,
  File,
  Link,
  Part,
  Redirect,
  Root,
  RootWithParts,
  Tag,
  Table,
  Text,
  TemplateArgument,
  UnistNode
} from '../../document/types.ts'

type Children = UnistNode[]

interface AnyNode extends UnistNode {
  children?: Children
}

/** Makes a node's children anew, its parts among them. */
type Maker = (page: Page, node: never, depth: number) => Children

const makers = new Map<string, Maker>([
  ['template', call('templateName')],
  ['parserFunction', call('functionName')],
  ['templateArgument', argument],
  ['templateParameter', parameter],
  ['wikiLink', wikiLink],
  ['category', category],
  ['file', file],
  ['link', link],
  ['redirect', redirect],
  ['tag', tag]
])

/**
 * Parse wikitext as `parseWikitext` does, with a node for each part of a construct: the names of templates and
 * arguments, arguments' values, the targets and texts of links, options of files, attributes of tags and tables with
 * their names and values, lines of galleries, and what stands in `<ref>`, `<poem>` and `<indicator>`. Parts are
 * children of what they are parts of, in the order of the page; each is the whole stretch between its construct's marks.
 *
 * @param source
 *   A page's wikitext; any string.
 * @returns
 *   Its tree, which takes about twice as long to make.
 * @throws TypeError
 *   If `source` is no string.
 */
export function parseWithParts(source: string): RootWithParts {
  const root = parseLayers(checked(source, 'parseWithParts'), (page) => {
    const tree = parsePage(page)
    add(page, tree, 0, true)
    return tree
  })
  return root as RootWithParts
}

/** Gives a node and all below it the nodes of their parts; where `isRunning`, its text is running text of the page. */
function add(page: Page, node: AnyNode, depth: number, isRunning: boolean): void {
  if (node.type === 'extension') return addContent(page, node as Extension, depth)
  if (node.children && page.variants.size > 0 && depth + reserve <= deepest)
    node.children = withLanguageVariants(page, node.children)
  const maker = makers.get(node.type)
  const isText = isRunning && (maker === undefined || node.type === 'tag' || node.type === 'file')
  if (isText && node.children)
    node.children = node.children.flatMap((child) =>
      child.type === 'text' ? withMagicLinks(page, child as Text) : [child]
    )
  if (maker) node.children = maker(page, node as never, depth)
  else if (node.type === 'table') addTableAttributes(page, node, depth)
  if (!node.children) return
  for (const child of node.children)
    add(page, child, depth + 1, isText && !literals.has(child.type))
}

/** Parts whose text is not looked through. */
const literals = new Set<string>(['linkTarget', 'fileOption', 'attribute', 'magicLink'])

function rangeOf({position}: UnistNode): {start: number; end: number} {
  return {start: position!.start.offset!, end: position!.end.offset!}
}

function spanOf(page: Page, node: UnistNode): Span {
  const {start, end} = rangeOf(node)
  return spanFrom(page, start, end)!
}

/** A part whose content is text, but for templates, comments and entities. */
function literal(page: Page, type: Part['type'], start: number, end: number, depth: number): Part {
  return wrap(page, type, start, end, parseLiteral(page, start, end, depth + 1))
}

/** A part around content that is known. */
function wrap(
  page: Page,
  type: Part['type'],
  start: number,
  end: number,
  children: Children
): Part {
  return {type, children, position: position(page, start, end)} as Part
}

/** A name, and the arguments that follow it. */
function call(type: 'templateName' | 'functionName'): Maker {
  return (page, node: {children: Children} & UnistNode, depth) => {
    const {start, end, marks} = spanOf(page, node)
    const nameEnd = marks[0] ?? end - 2
    const nameStart = modifierEnd(page.source, start + 2, nameEnd)
    const name = literal(page, type, nameStart, nameEnd, depth)
    if (nameStart === start + 2) return [name, ...node.children]
    return [literal(page, 'modifier', start + 2, nameStart, depth), name, ...node.children]
  }
}

function argument(page: Page, node: TemplateArgument, depth: number): Children {
  const {start, end} = rangeOf(node)
  const sign = node.name === null ? -1 : equalsSign(page, start, end)
  const value = wrap(page, 'argumentValue', sign < 0 ? start : sign + 1, end, node.children)
  return sign < 0 ? [value] : [literal(page, 'argumentName', start, sign, depth), value]
}

function parameter(page: Page, node: {children: Children} & UnistNode, depth: number): Children {
  const {start, end, marks} = spanOf(page, node)
  const close = end - 3
  const nameEnd = marks[0] ?? close
  const name = literal(page, 'parameterName', start + 3, nameEnd, depth)
  if (nameEnd === close) return [name]
  return [name, wrap(page, 'parameterDefault', nameEnd + 1, close, node.children)]
}

function wikiLink(page: Page, node: {children: Children} & UnistNode, depth: number): Children {
  return linkParts(page, spanOf(page, node), depth, (start, end) =>
    wrap(page, 'linkText', start, end, node.children)
  )
}

function category(page: Page, node: UnistNode, depth: number): Children {
  return linkParts(page, spanOf(page, node), depth, (start, end) =>
    literal(page, 'sortKey', start, end, depth)
  )
}

/** The target of `[[…]]`, and what stands behind its `|`, where it has one. */
function linkParts(
  page: Page,
  {start, end, marks}: Span,
  depth: number,
  textPart: (start: number, end: number) => Part
): Children {
  const close = end - 2
  const targetEnd = marks[0] ?? close
  const target = literal(page, 'linkTarget', start + 2, targetEnd, depth)
  return targetEnd === close ? [target] : [target, textPart(targetEnd + 1, close)]
}

function file(page: Page, node: File, depth: number): Children {
  const {start, end, marks} = spanOf(page, node)
  return fileParts(page, [start + 1, ...marks, end - 2], node.children, depth)
}

/** A file's target, options and caption; `bounds` are the places of what parts them. */
function fileParts(
  page: Page,
  bounds: readonly number[],
  caption: Children,
  depth: number
): Children {
  const at = caption[0]?.position?.start.offset ?? -1
  return bounds.slice(1).map((end, index) => {
    const start = bounds[index]! + 1
    if (index > 0 && at >= start && at < end) return wrap(page, 'fileCaption', start, end, caption)
    return literal(page, index === 0 ? 'linkTarget' : 'fileOption', start, end, depth)
  })
}

function link(page: Page, node: Link, depth: number): Children {
  const {start, end} = rangeOf(node)
  const {source} = page
  if (source.charCodeAt(start) !== leftBracket)
    return [literal(page, 'linkAddress', start, end, depth)]
  const close = end - 1
  const textStart = node.children[0]?.position?.start.offset ?? close
  const addressEnd = trimSpace(source, start + 1, textStart)
  const address = literal(page, 'linkAddress', start + 1, addressEnd, depth)
  if (node.children.length === 0) return [address]
  return [address, wrap(page, 'linkText', textStart, close, node.children)]
}

function redirect(page: Page, node: Redirect, depth: number): Children {
  const {start, end} = rangeOf(node)
  const from = page.source.indexOf('[[', start)
  const span = spanFrom(page, from, end)!
  const children = linkParts(page, span, depth + 1, (start, end) =>
    literal(page, 'linkText', start, end, depth + 1)
  )
  return [wrap(page, 'redirectTarget', from, span.end, children)]
}

function tag(page: Page, node: Tag, depth: number): Children {
  const {start, end} = rangeOf(node.opening)
  const stretch = attributeStretch(page, node.name, start, end)
  return [...attributeNodes(page, stretch.start, stretch.end, depth), ...node.children]
}

/** The attributes from `start` to `end`, and the comments between them. */
function attributeNodes(page: Page, start: number, end: number, depth: number): Children {
  const nodes: Children = []
  let at = start
  for (const range of attributeRanges(page, start, end)) {
    nodes.push(...commentsIn(page, at, range.start), attribute(page, range, depth))
    at = range.end
  }
  return [...nodes, ...commentsIn(page, at, end)]
}

function attribute(page: Page, range: AttributeRange, depth: number): Attribute {
  const {start, nameEnd, valueStart, valueEnd, end} = range
  const name = literal(page, 'attributeName', start, nameEnd, depth + 1)
  const value =
    valueStart < 0 ? [] : [literal(page, 'attributeValue', valueStart, valueEnd, depth + 1)]
  const children = [name, ...value] as Attribute['children']
  return {type: 'attribute', children, position: position(page, start, end)}
}

function commentsIn(page: Page, start: number, end: number): Children {
  return parseLiteral(page, start, end, 0).filter(({type}) => type === 'comment')
}

function addTableAttributes(page: Page, table: AnyNode, depth: number): void {
  // One that is not closed goes on to the page's end.
  const span = spanFrom(page, rangeOf(table).start, page.source.length)!
  for (const {node, start, end} of attributedIn(page, span, table as Table))
    node.children = [...attributeNodes(page, start, end, depth + 1), ...node.children]
}

/** Reads the content of an extension tag. */
type Reader = (page: Page, start: number, end: number, depth: number) => Children

/** How the content of extension tags is read; what is not here is not wikitext. */
const contents = new Map<string, Reader>([
  ['ref', (page, start, end, depth) => parseFlow(page, start, end, depth, false)],
  ['references', parseFlow],
  ['indicator', (page, start, end, depth) => parseFlow(page, start, end, depth, false)],
  ['poem', parseInline],
  ['gallery', galleryLines]
])

/** The attributes and the content of an extension tag. */
function addContent(page: Page, node: Extension & AnyNode, depth: number): void {
  const span = spanOf(page, node)
  const [open, close] = span.marks as [number, number]
  const stretch = attributeStretch(page, node.name, span.start, open)
  const attributes = attributeNodes(page, stretch.start, stretch.end, depth)
  const read = contents.get(node.name)
  const content = read && open < close ? contentOf(page, open, close, read, depth + 1) : []
  node.children = [...attributes, ...content]
}

/** What stands from `start` to `end`, which is read as a page of its own. */
function contentOf(page: Page, start: number, end: number, read: Reader, depth: number): Children {
  const inner = pageWithin(page, end)
  scanSpans(inner, start)
  if (inner.pieces.length === 0) return partsWithin(inner, start, read, depth)
  // To the text without its layers, what stands before it is gone, too.
  const pieces = [createPiece('comment', '', 0, start), ...inner.pieces]
  pairPieces(pieces)
  const rest = createPage(withoutPieces(inner.source, pieces))
  scanSpans(rest)
  const root = {type: 'root', children: partsWithin(rest, 0, read, depth)} as Root
  return restore(inner, pieces, root, 1).children
}

function partsWithin(page: Page, start: number, read: Reader, depth: number): Children {
  findStructure(page, start)
  const content = read(page, start, page.source.length, depth)
  for (const child of content) add(page, child, depth, true)
  return content
}

function galleryLines(page: Page, start: number, end: number, depth: number): Children {
  const {lines} = page
  const found: Children = []
  for (let line = lineAt(page, start); line < lines.length && lines[line]! < end; line++) {
    const from = skipBlank(page.source, Math.max(start, lines[line]!), end)
    const to = trimSpace(page.source, from, Math.min(end, lines[line + 1] ?? end))
    if (from < to) found.push(galleryLine(page, from, to, depth))
  }
  return found
}

/**
 * `File:Ship.png|alt=A ship|The ferry`; in a gallery, words such as `thumb` are a caption like others.
 *
 * @see `Parser::renderImageGallery` in MediaWiki
 */
function galleryLine(page: Page, start: number, end: number, depth: number): UnistNode {
  const bounds = [start - 1, ...barsIn(page, start, end), end]
  const [from, to] = [bounds.at(-2)! + 1, end]
  const hasCaption =
    bounds.length > 2 && !/^\s*(?:alt|link|lang|page|class)\s*=/.test(page.source.slice(from, to))
  const caption = hasCaption ? parseInline(page, from, to, depth + 2) : []
  return {
    type: 'galleryLine',
    children: fileParts(page, bounds, caption, depth + 1),
    position: position(page, start, end)
  } as UnistNode
}

/** The `|` that stand in no link or template. */
function barsIn(page: Page, start: number, end: number): number[] {
  const bars: number[] = []
  for (let at = start; at < end;) {
    const span = spanFrom(page, at, end)
    if (!span && page.source[at] === '|') bars.push(at)
    at = span ? span.end : at + 1
  }
  return bars
}
