/** What stands within a line of Markdown, as a document has it. */
import type * as Mdast from 'mdast'
import type {Html, PhrasingContent, Tag, Text} from '../document/types.ts'
import {markStatuses} from '../readers/statuses.ts'
import {findStatus, type Vocabulary} from '../vocabulary/index.ts'
import {asWritten, below, isShallow, place, sourceOf, type Context} from './context.ts'
import {codeStatus, codeTemplate} from './statuses.ts'
import {textPieces} from './text-pieces.ts'
import {fromWikiAddress} from './wiki-target.ts'

type Handlers = {
  [Type in Mdast.PhrasingContent['type']]?: (
    node: Extract<Mdast.PhrasingContent, {type: Type}>,
    context: Context
  ) => PhrasingContent[]
}

const handlers: Handlers = {
  text: (node, {source}) => {
    if (source === undefined || !node.position)
      return [{type: 'text', value: node.value, ...place(node)}]
    return textPieces(node.value, node.position, source)
  },
  emphasis: (node, context) => [
    {type: 'emphasis', children: convert(node.children, context), ...place(node)}
  ],
  strong: (node, context) => [
    {type: 'strong', children: convert(node.children, context), ...place(node)}
  ],
  delete: (node, context) => [deletion(node, context)],
  inlineCode: (node, context) => [
    codeStatus(node, context) ??
      codeTemplate(node, context) ?? {type: 'inlineCode', value: node.value, ...place(node)}
  ],
  break: (node) => [{type: 'break', ...place(node)}],
  html: (node) => [inlineHtml(node)],
  link: (node, context) => [linkTo(node.url, node, context)],
  linkReference: (node, context) => {
    const definition = context.definitions.get(node.identifier)
    return definition ? [linkTo(definition.url, node, context)] : convert(node.children, context)
  },
  image: (node) => [{type: 'file', target: node.url, options: [], children: [], ...place(node)}],
  imageReference: (node, {definitions}) => {
    const target = definitions.get(node.identifier)?.url ?? ''
    return [{type: 'file', target, options: [], children: [], ...place(node)}]
  },
  footnoteReference: (node) => [
    {type: 'extension', name: 'ref', attributes: [], value: '', ...place(node)}
  ]
}

/** The nodes of a line, statuses marked. */
export function phrasing(
  nodes: readonly Mdast.PhrasingContent[],
  context: Context
): PhrasingContent[] {
  const children = joinMarkers(convert(nodes, context), context.vocabulary)
  return markStatuses(children, context.vocabulary, 'markdown', context.source)
}

/**
 * What Markdown takes for a tag within `<<Done>>`, as the text that it was meant to be.
 *
 * ```markdown
 * | Dust the moon <<To do>>
 *   ^^^^^^^^^^^^^^^       ^    text
 *                  ^^^^^^^     html
 * ```
 */
function joinMarkers(nodes: PhrasingContent[], vocabulary: Vocabulary): PhrasingContent[] {
  const joined: PhrasingContent[] = []
  let open = false
  for (const node of nodes) {
    const last = joined.at(-1)
    const marker = isMarker(node, vocabulary)
    const more = marker || (open && node.type === 'text')
    if (last?.type === 'text' && more) joined[joined.length - 1] = join(last, node)
    else joined.push(marker ? {...node, type: 'text'} : node)
    open = marker
  }
  return joined
}

function isMarker(node: PhrasingContent, vocabulary: Vocabulary): node is Html {
  return node.type === 'html' && findStatus(vocabulary, node.value.slice(1, -1)) !== undefined
}

function join(left: Text, right: Text | Html): Text {
  const text: Text = {type: 'text', value: left.value + right.value}
  if (!left.position || !right.position) return text
  return {...text, position: {start: left.position.start, end: right.position.end}}
}

function convert(nodes: readonly Mdast.PhrasingContent[], context: Context): PhrasingContent[] {
  const inner = below(context)
  return nodes.flatMap((node) => {
    const known = Object.hasOwn(handlers, node.type) && isShallow(context)
    const handle = known ? handlers[node.type] : undefined
    if (!handle) return [asWritten(node, context)]
    return (handle as (node: Mdast.PhrasingContent, context: Context) => PhrasingContent[])(
      node,
      inner
    )
  })
}

function linkTo(
  url: string,
  node: Mdast.Link | Mdast.LinkReference,
  context: Context
): PhrasingContent {
  const children = convert(node.children, context)
  const target = fromWikiAddress(url)
  return target === undefined
    ? {type: 'link', url, children, ...place(node)}
    : {type: 'wikiLink', target, trail: '', children, ...place(node)}
}

/** `<br>` is a forced line end; other HTML stands for itself. */
function inlineHtml(node: Mdast.Html): PhrasingContent {
  if (/^<br\s?\/?>$/i.test(node.value)) return {type: 'break', ...place(node)}
  const comment = /^<!--([^]*)-->$/.exec(node.value)?.[1]
  return comment === undefined
    ? {type: 'html', value: node.value, ...place(node)}
    : {type: 'comment', value: comment, ...place(node)}
}

/** `~~text~~`, as the tag that wikitext has for it. */
function deletion(node: Mdast.Delete, context: Context): Tag {
  const marks = /^~*/.exec(sourceOf(node, context) ?? '')?.[0] ?? ''
  const {start, end} = node.position ?? {}
  const width = marks.length
  const opening = start && {start, end: shifted(start, width)}
  const closing = end && {start: shifted(end, -width), end}
  return {
    type: 'tag',
    name: 'del',
    attributes: [],
    opening: {type: 'html', value: marks, ...place({position: opening})},
    closing: {type: 'html', value: marks, ...place({position: closing})},
    children: convert(node.children, context),
    ...place(node)
  }
}

/** A point further along its line. */
function shifted<Place extends {column: number; offset?: number | undefined}>(
  point: Place,
  by: number
): Place {
  return {...point, column: point.column + by, offset: (point.offset ?? 0) + by}
}
