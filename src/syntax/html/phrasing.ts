/** What stands within a line of HTML, as a document has it. */
import type {Comment as HastComment, Element, Nodes} from 'hast'
import type {Emphasis, File, PhrasingContent, Strong, Tag} from '../../document/types.ts'
import {isStruck} from '../statuses.ts'
import {asWritten, place, tagsOf, type Context} from './context.ts'
import {attribute, isElement, isHidden, isVerbatim, textOf, wordsOf} from './elements.ts'
import {linkOf} from './links.ts'
import {markStatuses} from './statuses.ts'
import {textPieces} from './text.ts'
import {statusOfTemplate, takeTransclusions, within, type Ready} from './transclusions.ts'

/** The nodes of a line, statuses marked. */
export function phrasing(nodes: readonly (Nodes | Ready)[], context: Context): PhrasingContent[] {
  const content = unmarked(nodes, context)
  return context.struck ? content : markStatuses(content, context)
}

/** The nodes of a line, nothing marked but what Parsoid says is a template. */
function unmarked(nodes: readonly (Nodes | Ready)[], context: Context): PhrasingContent[] {
  return nodes.flatMap((node) => (node.type === 'ready' ? [node.node] : convert(node, context)))
}

function convert(node: Nodes, context: Context): PhrasingContent[] {
  if (node.type === 'text') return textPieces(node, context)
  if (node.type === 'comment') return [commentOf(node, context)]
  if (!isElement(node) || isHidden(node)) return [asWritten(node, context)]
  const types = wordsOf(node, 'typeof')
  if (types.includes('mw:Nowiki')) return [nowiki(node, context)]
  if (types.includes('mw:Entity') || types.includes('mw:DisplaySpace'))
    return unmarked(node.children, context)
  if (isVerbatim(node)) return [{type: 'inlineCode', value: textOf(node), ...place(node, context)}]
  const inner = within(node, context)
  return [(handlers.get(node.tagName) ?? tag)(node, inner)]
}

function commentOf(node: HastComment, context: Context): PhrasingContent {
  return {type: 'comment', value: node.value, ...place(node, context)}
}

function nowiki(node: Element, context: Context): PhrasingContent {
  return {
    type: 'extension',
    name: 'nowiki',
    attributes: [],
    value: textOf(node),
    ...place(node, context)
  }
}

const handlers = new Map<string, (node: Element, context: Context) => PhrasingContent>([
  ['b', strong],
  ['strong', strong],
  ['i', emphasis],
  ['em', emphasis],
  ['br', (node, context) => ({type: 'break', ...place(node, context)})],
  ['img', image],
  ['a', link]
])

function strong(node: Element, context: Context): Strong {
  return {type: 'strong', children: content(node, context), ...place(node, context)}
}

function emphasis(node: Element, context: Context): Emphasis {
  return {type: 'emphasis', children: content(node, context), ...place(node, context)}
}

function content(node: Element, context: Context): PhrasingContent[] {
  return phrasing(takeTransclusions(node.children, context), context)
}

/** Any other element wraps its content; one around an image alone is the image. */
function tag(node: Element, context: Context): Tag | File {
  const children = content(node, context)
  const [only, ...rest] = children
  const isImage = only?.type === 'file' && rest.length === 0 && !isStruck(node.tagName)
  if (isImage) return {...only, ...place(node, context)}
  const attributes = Object.entries(node.properties).map(([name, value]) => ({
    name: name.toLowerCase(),
    value: value === null || value === undefined || value === true ? null : String(value)
  }))
  return {
    type: 'tag',
    name: node.tagName,
    attributes,
    ...tagsOf(node, context),
    children,
    ...place(node, context)
  }
}

function link(node: Element, context: Context): PhrasingContent {
  const children = unmarked(node.children, context)
  const [only, ...rest] = children
  if (only?.type === 'file' && rest.length === 0) return {...only, ...place(node, context)}
  const found = linkOf(node, children)
  const isTemplate = found?.type === 'template' && !context.struck
  const status = isTemplate ? statusOfTemplate(found, context.vocabulary) : undefined
  if (status) return {...status, ...place(node, context)}
  return found ? {...found, ...place(node, context)} : tag(node, context)
}

/** An image, with the text that stands for it as MediaWiki's `alt` option. */
function image(node: Element, context: Context): File {
  const alt = attribute(node, 'alt')
  return {
    type: 'file',
    target: nameOf(attribute(node, 'resource') ?? attribute(node, 'src') ?? ''),
    options: alt === undefined ? [] : [`alt=${alt}`],
    children: [],
    ...place(node, context)
  }
}

/**
 * The name of an image's file.
 *
 * ```markdown
 * | /images/thumb/a/ab/Yes_check.svg/20px-Yes_check.svg.png     ./File:Yes_check.svg
 *                      ^^^^^^^^^^^^^                               ^^^^^^^^^^^^^^^^^^
 * ```
 */
function nameOf(address: string): string {
  const parts = address.split('/')
  return parts.at(parts.includes('thumb') ? -2 : -1) ?? ''
}
