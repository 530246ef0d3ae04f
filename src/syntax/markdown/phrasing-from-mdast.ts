/** What stands within a line of Markdown, as a document has it. */
import type * as Mdast from 'mdast'
import type {Html, PhrasingContent, Tag, Text} from '../../document/types.ts'
import {markStatuses} from '../statuses.ts'
import {findStatus, type Vocabulary} from '../../vocabulary/index.ts'
import {asWritten, below, isShallow, place, slice, type Context} from './context.ts'
import {positionOf} from './page.ts'
import {visible} from '../markers.ts'
import {codeStatus, codeTemplate, misspeltStatus} from './statuses.ts'
import {textPieces} from './text-pieces.ts'
import {fromWikiAddress} from './wiki-target.ts'

type Handlers = {
  [Type in Mdast.PhrasingContent['type']]?: (
    node: Extract<Mdast.PhrasingContent, {type: Type}>,
    context: Context
  ) => PhrasingContent[]
}

const handlers: Handlers = {
  text: (node, context) => {
    const found = slice(node, context)
    if (found) return textPieces(node.value, found, found.page)
    return [{type: 'text', value: node.value, ...place(node, context)}]
  },
  emphasis: (node, context) => [
    {type: 'emphasis', children: convert(node.children, context), ...place(node, context)}
  ],
  strong: (node, context) => [
    {type: 'strong', children: convert(node.children, context), ...place(node, context)}
  ],
  delete: (node, context) => [deletion(node, context)],
  inlineCode: (node, context) => [
    (context.plain ? undefined : codeStatus(node, context)) ??
      codeTemplate(node, context) ?? {
        type: 'inlineCode',
        value: node.value,
        ...place(node, context)
      }
  ],
  break: (node, context) => [{type: 'break', ...place(node, context)}],
  html: (node, context) => [inlineHtml(node, context)],
  link: (node, context) => [linkTo(node.url, node, context)],
  linkReference: (node, context) => {
    const definition = context.definitions.get(node.identifier)
    return definition ? [linkTo(definition.url, node, context)] : convert(node.children, context)
  },
  image: (node, context) => [
    {type: 'file', target: node.url, options: [], children: [], ...place(node, context)}
  ],
  imageReference: (node, context) => {
    const target = context.definitions.get(node.identifier)?.url ?? ''
    return [{type: 'file', target, options: [], children: [], ...place(node, context)}]
  },
  footnoteReference: (node, context) => [
    {type: 'extension', name: 'ref', attributes: [], value: '', ...place(node, context)}
  ]
}

/** The nodes of a line, statuses marked. */
export function phrasing(
  nodes: readonly Mdast.PhrasingContent[],
  context: Context
): PhrasingContent[] {
  const children = markMisspelt(convert(nodes, context), context)
  return markStatuses(children, context.vocabulary, 'markdown', context.page?.source)
}

/**
 * Code that ends a line and is nearly a status's name, as the status that was meant; elsewhere code is code.
 *
 * ```markdown
 * | Wind the clocks `Doen`
 *                   ^^^^^^
 * ```
 */
function markMisspelt(nodes: readonly PhrasingContent[], context: Context): PhrasingContent[] {
  let isEmpty = true
  return nodes.map((node, index) => {
    const isEnd = !isEmpty && node.type === 'inlineCode' && endsLine(nodes, index + 1)
    isEmpty = staysEmpty(node, isEmpty)
    return (isEnd && misspeltStatus(node, context)) || node
  })
}

/** Whether nothing stands on the line that a node ends on, up to its end. */
function staysEmpty(node: PhrasingContent, isEmpty: boolean): boolean {
  if (node.type === 'break') return true
  if (node.type === 'comment' || node.type === 'html') return isEmpty
  if (node.type !== 'text') return false
  const [line = '', ...before] = node.value.split(/[\r\n]/).reverse()
  return (isEmpty || before.length > 0) && visible(line).trim() === ''
}

/** Whether a line ends before a node, but for punctuation and what says nothing. */
function endsLine(nodes: readonly PhrasingContent[], from: number): boolean {
  for (let at = from; at < nodes.length; at++) {
    const node = nodes[at]!
    if (node.type === 'break') return true
    if (node.type === 'comment' || node.type === 'html') continue
    if (node.type !== 'text' && node.type !== 'entity') return false
    const rest = visible(node.value).replace(/^[ \t.,;:!)\]]+/, '')
    if (rest !== '') return /^[\r\n]/.test(rest)
  }
  return true
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
    if (last?.type === 'text' && (marker || (open && node.type === 'text')) && meet(last, node)) {
      joined[joined.length - 1] = join(last, node)
    } else joined.push(marker && last?.type !== 'text' ? {...node, type: 'text'} : node)
    open = marker && joined.at(-1)?.type === 'text'
  }
  return joined
}

/** Whether nothing stands between two nodes, such as the mark of a block quote. */
function meet(left: PhrasingContent, right: PhrasingContent): boolean {
  return left.position?.end.offset === right.position?.start.offset
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
  const children = nodes.flatMap((node) => {
    const known = Object.hasOwn(handlers, node.type) && isShallow(context)
    const handle = known ? handlers[node.type] : undefined
    if (!handle) return [asWritten(node, context)]
    return (handle as (node: Mdast.PhrasingContent, context: Context) => PhrasingContent[])(
      node,
      inner
    )
  })
  return joinMarkers(children, context.vocabulary)
}

function linkTo(
  url: string,
  node: Mdast.Link | Mdast.LinkReference,
  context: Context
): PhrasingContent {
  const children = convert(node.children, {...context, plain: true})
  const target = fromWikiAddress(url)
  return target === undefined
    ? {type: 'link', url, children, ...place(node, context)}
    : {type: 'wikiLink', target, trail: '', children, ...place(node, context)}
}

/** `<br>` is a forced line end; other HTML stands for itself. */
function inlineHtml(node: Mdast.Html, context: Context): PhrasingContent {
  if (/^<br\s?\/?>$/i.test(node.value)) return {type: 'break', ...place(node, context)}
  const comment = /^<!--([^]*)-->$/.exec(node.value)?.[1]
  return comment === undefined
    ? {type: 'html', value: node.value, ...place(node, context)}
    : {type: 'comment', value: comment, ...place(node, context)}
}

/** `~~text~~`, as the tag that wikitext has for it. */
function deletion(node: Mdast.Delete, context: Context): Tag {
  const found = slice(node, context)
  const value = /^~*/.exec(found?.source ?? '')?.[0] ?? ''
  const mark = (start: number): Html => ({
    type: 'html',
    value,
    ...(found && {position: positionOf({start, end: start + value.length}, found.page)})
  })
  return {
    type: 'tag',
    name: 'del',
    attributes: [],
    opening: mark(found?.start ?? 0),
    closing: mark((found?.end ?? 0) - value.length),
    children: convert(node.children, {...context, plain: true}),
    ...place(node, context)
  }
}
