/**
 * Marks what is a status in phrasing content: the one thing of plans that readers know.
 */
import {findMarkers, findName, isCloser, isOpener} from './markers.ts'
import {slice, splitAt} from '../document/phrasing.ts'
import type {Marker} from './markers.ts'
import type {PhrasingContent, Status, StatusForm, Text} from '../document/types.ts'
import type {Vocabulary} from '../vocabulary/index.ts'

/** How a dialect writes statuses: rendered text has bare labels. */
export type StatusSyntax = 'wikitext' | 'markdown' | 'text'

/** Tags that strike their content out. */
const struck = new Set(['s', 'del', 'strike'])

/** Whether what a tag holds is struck out: a status in it is none. */
export function isStruck(name: string): boolean {
  return struck.has(name)
}

/**
 * Phrasing content with `status` nodes for status templates and for markers in its text. Nodes that hold
 * content are changed in place.
 *
 * @param source The page, to say how a template is written.
 */
export function markStatuses(
  children: PhrasingContent[],
  vocabulary: Vocabulary,
  syntax: StatusSyntax,
  source = ''
): PhrasingContent[] {
  let marked: (PhrasingContent | PhrasingContent[])[] | undefined
  let hasPieces = false
  for (let index = 0; index < children.length; index++) {
    const node = children[index]!
    const instead = markNode(node, vocabulary, syntax, source)
    if (instead === node) continue
    marked ??= children.slice()
    marked[index] = instead
    hasPieces ||= Array.isArray(instead)
  }
  if (!marked) return children
  const result = (hasPieces ? marked.flat() : marked) as PhrasingContent[]
  return syntax === 'wikitext' ? takeStrays(result) : result
}

/** The node itself, or what it is with its statuses marked. */
function markNode(
  node: PhrasingContent,
  vocabulary: Vocabulary,
  syntax: StatusSyntax,
  source: string
): PhrasingContent | PhrasingContent[] {
  if (node.type === 'text') return markText(node, vocabulary, syntax)
  if (node.type === 'template' && node.modifier === undefined)
    return statusOf(node, node.name, 'template', vocabulary, source) ?? node
  if (node.type === 'templateParameter' && node.children.length === 0)
    return statusOf(node, node.name, 'malformed', vocabulary, source) ?? node
  if (isOpen(node)) node.children = markStatuses(node.children, vocabulary, syntax, source)
  return node
}

type Parent = PhrasingContent & {children: PhrasingContent[]}

/** Whether statuses stand in a node's content. */
function isOpen(node: PhrasingContent): node is Parent {
  if (node.type === 'tag') return !struck.has(node.name)
  return node.type === 'emphasis' || node.type === 'strong'
}

function statusOf(
  node: Extract<PhrasingContent, {type: 'template' | 'templateParameter'}>,
  name: string,
  form: StatusForm,
  vocabulary: Vocabulary,
  source: string
): Status | undefined {
  const found = findName(vocabulary, name)
  if (!found) return undefined
  const {value, label, misspelt} = found
  const {position} = node
  const raw = position ? source.slice(position.start.offset, position.end.offset) : `{{${name}}}`
  return {type: 'status', value, label, form: misspelt ? 'malformed' : form, raw, position}
}

function markText(
  node: Text,
  vocabulary: Vocabulary,
  syntax: StatusSyntax
): Text | PhrasingContent[] {
  const labels = syntax === 'text'
  if (!labels && !/[{[<]/.test(node.value)) return node
  const markers = findMarkers(node.value, vocabulary, labels)
  if (markers.length === 0) return node
  const pieces = splitAt(
    [node],
    markers.flatMap(({start, end}) => [start, end])
  ) as Text[][]
  return pieces.flatMap((texts, index): PhrasingContent[] => {
    const marker = index % 2 === 1 && markers[(index - 1) / 2]
    return marker ? [toStatus(marker, texts[0]!)] : texts.filter(isFilled)
  })
}

function toStatus({value, label, form}: Marker, {value: raw, position}: Text): Status {
  return {type: 'status', value, label, form, raw, position}
}

function isFilled(node: PhrasingContent): boolean {
  return node.type !== 'text' || node.value !== ''
}

/**
 * Stray brackets against a template are a part of it, and it is malformed.
 *
 * ```markdown
 * | <{{in progress}} A proposal is under discussion
 *   ^^^^^^^^^^^^^^^^
 * ```
 */
function takeStrays(nodes: PhrasingContent[]): PhrasingContent[] {
  let hasStrays = false
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]!
    if (node.type !== 'status' || !node.raw.startsWith('{{')) continue
    const first = pastTags(nodes, index, -1)
    const last = pastTags(nodes, index, 1)
    const before = nodes[first]
    const after = nodes[last]
    const left = before?.type === 'text' ? strays(before.value, -1) : 0
    const right = after?.type === 'text' ? strays(after.value, 1) : 0
    if (left + right === 0) continue
    if (left > 0) nodes.fill(nothing, first, index)[first] = takeEnd(before as Text, node, left)
    if (right > 0)
      nodes.fill(nothing, index + 1, last + 1)[last] = takeStart(after as Text, node, right)
    node.form = 'malformed'
    hasStrays = true
  }
  if (!hasStrays) return nodes
  return nodes.filter(isFilled)
}

const nothing: Text = {type: 'text', value: ''}

/** The index of the next node on a side that is no tag of its own: those show nothing. */
function pastTags(nodes: readonly PhrasingContent[], index: number, side: -1 | 1): number {
  let at = index + side
  while (nodes[at]?.type === 'html') at += side
  return at
}

/** How many stray brackets a text has at its end (-1) or start (1); a square one may be the text's own. */
function strays(value: string, side: -1 | 1): number {
  const test = side < 0 ? isOpener : isCloser
  let count = 0
  for (let at = side < 0 ? value.length - 1 : 0; count < value.length; at += side) {
    const code = value.charCodeAt(at)
    if (!test(code) || code === 91 || code === 93) break
    count++
  }
  return count
}

function takeEnd(text: Text, status: Status, count: number): Text {
  const at = text.value.length - count
  const [taken] = slice([text], at, text.value.length)
  status.raw = text.value.slice(at) + status.raw
  if (status.position && taken?.position)
    status.position = {start: taken.position.start, end: status.position.end}
  return (slice([text], 0, at)[0] as Text | undefined) ?? {...text, value: ''}
}

function takeStart(text: Text, status: Status, count: number): Text {
  const [taken] = slice([text], 0, count)
  status.raw += text.value.slice(0, count)
  if (status.position && taken?.position)
    status.position = {start: status.position.start, end: taken.position.end}
  return (slice([text], count, text.value.length)[0] as Text | undefined) ?? {...text, value: ''}
}
