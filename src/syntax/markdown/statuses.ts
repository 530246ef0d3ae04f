/** How Markdown writes statuses and templates: inline code and check boxes. */
import type * as Mdast from 'mdast'
import type {Status, Template, TemplateArgument} from '../../document/types.ts'
import {markStatuses} from '../statuses.ts'
import {findStatus, type Vocabulary} from '../../vocabulary/index.ts'
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
  if (!found) return undefined
  const {value, label} = found
  const raw = slice(node, context)?.source ?? `\`${node.value}\``
  return {type: 'status', value, label, form: 'text', raw, ...place(node, context)}
}

function statusNamed(
  name: string,
  vocabulary: Vocabulary
): {value: string; label: string} | undefined {
  const found = findStatus(vocabulary, name)
  if (found && !found.misspelt) return found
  const [marker, ...rest] = markStatuses([{type: 'text', value: name}], vocabulary, 'markdown')
  return marker?.type === 'status' && rest.length === 0 ? marker : undefined
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

/**
 * A template written as inline code.
 *
 * ```markdown
 * | Wind the clocks `{{Fixme|by=Ada|soon}}`
 *                            ^^^^^^ ^^^^     arguments
 * ```
 */
export function codeTemplate(node: Mdast.InlineCode, context: Context): Template | undefined {
  const {value} = node
  const inner = value.slice(2, -2)
  if (!value.startsWith('{{') || !value.endsWith('}}') || /[{}]/.test(inner)) return undefined
  const [name = '', ...values] = inner.split('|')
  if (name.trim() === '') return undefined
  const code = slice(node, context)
  const offset = code?.source.indexOf(value) ?? -1
  const page = offset < 0 ? undefined : code?.page
  let at = (code?.start ?? 0) + offset + '{{'.length + name.length + 1
  const children = values.map((written) => {
    const start = at
    at += written.length + 1
    return argument(written, start, page)
  })
  return {type: 'template', name: name.trim(), children, ...place(node, context)}
}

/** An argument, where in the page it stands. */
function argument(written: string, start: number, page: Page | undefined): TemplateArgument {
  const equals = written.indexOf('=')
  const name = equals < 0 ? null : written.slice(0, equals).trim()
  const value = written.slice(equals + 1)
  const end = start + written.length
  const at = (from: number) => page && {position: positionOf({start: from, end}, page)}
  return {
    type: 'templateArgument',
    name,
    children: value === '' ? [] : [{type: 'text', value, ...at(end - value.length)}],
    ...at(start)
  }
}
