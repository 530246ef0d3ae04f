/** How Markdown writes statuses and templates: inline code and check boxes. */
import type * as Mdast from 'mdast'
import type {
  InlineCode,
  ParserFunction,
  Status,
  StatusForm,
  Template,
  TemplateParameter,
  UnistNode
} from '../../document/types.ts'
import {findName, visible} from '../markers.ts'
import {markStatuses} from '../statuses.ts'
import {parseWikitext} from '../wikitext/index.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'
import {place, slice, type Context} from './context.ts'
import {positionOf, type Page} from './page.ts'

/**
 * A status written as inline code: its name, `{{done}}` or `<<Done>>`.
 *
 * ```markdown
 * | ##### Wind the clocks `Done`
 *                         ^^^^^^
 * ```
 */
export function codeStatus(node: Mdast.InlineCode, context: Context): Status | undefined {
  const found = statusNamed(node.value, context.vocabulary)
  return found && {type: 'status', ...found, raw: rawOf(node, context), ...place(node, context)}
}

function statusNamed(
  name: string,
  vocabulary: Vocabulary
): {value: string; label: string; form: StatusForm} | undefined {
  const found = findName(vocabulary, name)
  if (found && !found.misspelt) return {value: found.value, label: found.label, form: 'text'}
  const text = {type: 'text', value: visible(name).trim()} as const
  const [marker, ...rest] = markStatuses([text], vocabulary, 'markdown')
  if (marker?.type !== 'status' || rest.length > 0) return undefined
  const {value, label, form} = marker
  return {value, label, form: form === 'malformed' ? form : 'text'}
}

/** A status whose name is misspelt, as inline code that was read already. */
export function misspeltStatus(node: InlineCode, {vocabulary, page}: Context): Status | undefined {
  const found = findName(vocabulary, node.value)
  if (!found) return undefined
  const {value, label} = found
  const {start, end} = node.position ?? {}
  const raw = page && start && end && page.source.slice(start.offset, end.offset)
  return {
    type: 'status',
    value,
    label,
    form: 'malformed',
    raw: raw ?? `\`${node.value}\``,
    position: node.position
  }
}

function rawOf(node: Mdast.InlineCode, context: Context): string {
  return slice(node, context)?.source ?? `\`${node.value}\``
}

/**
 * The check box of an item, as a status.
 *
 * ```markdown
 * | - [x] Wind the clocks
 *     ^^^
 * ```
 */
export function checkBox(node: Mdast.ListItem, context: Context): Status | undefined {
  if (typeof node.checked !== 'boolean') return undefined
  const value = node.checked ? 'done' : 'to-do'
  const label = context.vocabulary.statuses.find((status) => status.value === value)?.label
  if (label === undefined) return undefined
  const status = {type: 'status', value, label, form: 'text'} as const
  const item = slice(node, context)
  const at = item?.source.search(/\[[\sxX]\]/) ?? -1
  if (!item || at < 0) return {...status, raw: node.checked ? '[x]' : '[ ]'}
  const [start, end] = [item.start + at, item.start + at + 3]
  const raw = item.page.source.slice(start, end)
  return {...status, raw, position: positionOf({start, end}, item.page)}
}

/** What wikitext has between braces. */
type Transclusion = Template | TemplateParameter | ParserFunction

const transclusions = new Set(['template', 'templateParameter', 'parserFunction'])

/**
 * A template or the like, written as inline code: its nodes stand where they stand in the code.
 *
 * ```markdown
 * | Wind the clocks `{{Fixme|by=Ada|soon}}`
 *                            ^^^^^^ ^^^^     arguments
 * ```
 */
export function codeTemplate(node: Mdast.InlineCode, context: Context): Transclusion | undefined {
  const value = node.value.trim()
  if (!value.startsWith('{{') || !value.endsWith('}}')) return undefined
  const code = braces(node, context)
  const found = transclusionOf(code && isSame(code.value, value) ? code.value : value)
  if (!found) return undefined
  if (!code) move(found, undefined)
  else if (isSame(code.value, value)) move(found, {page: code.page, by: code.start})
  else found.children = []
  return Object.assign(found, place(node, context))
}

/** The one transclusion that wikitext is. */
function transclusionOf(wikitext: string): Transclusion | undefined {
  const [line, ...lines] = parseWikitext(wikitext).children
  const [found, ...rest] = line?.type === 'paragraph' ? line.children : []
  if (!found || !transclusions.has(found.type) || lines.length + rest.length > 0) return undefined
  return found as Transclusion
}

/** From the first braces of code to the last of them in the page, lines and all. */
function braces(
  node: Mdast.InlineCode,
  context: Context
): {value: string; start: number; page: Page} | undefined {
  const code = slice(node, context)
  if (!code) return undefined
  const from = Math.max(0, code.source.indexOf('{{'))
  const to = code.source.lastIndexOf('}}') + '}}'.length
  return {value: code.source.slice(from, to), start: code.start + from, page: code.page}
}

/** Whether code is its source, but for how lines end and are indented: the mark of a block quote stands between them. */
function isSame(source: string, value: string): boolean {
  return source.replace(/\s+/g, ' ') === value.replace(/\s+/g, ' ')
}

/** Moves a node and what is in it to where it stands in a page; where it stands nowhere, it has no position. */
function move(node: AnyNode, to: {page: Page; by: number} | undefined): void {
  const {position, opening, closing, children = []} = node
  if (!to) delete node.position
  else if (position)
    node.position = positionOf(
      {start: position.start.offset! + to.by, end: position.end.offset! + to.by},
      to.page
    )
  for (const child of [opening, closing, ...children]) if (child) move(child, to)
}

interface AnyNode extends UnistNode {
  opening?: AnyNode | null
  closing?: AnyNode | null
  children?: AnyNode[]
}
