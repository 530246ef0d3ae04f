/** How Markdown writes statuses and templates: inline code and check boxes. */
import type * as Mdast from 'mdast'
import type {Position, Status, Template, TemplateArgument} from '../document/types.ts'
import {markStatuses} from '../readers/statuses.ts'
import {findStatus, type Vocabulary} from '../vocabulary/index.ts'
import {place, sourceOf, type Context} from './context.ts'

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
  const raw = sourceOf(node, context) ?? `\`${node.value}\``
  return {type: 'status', value, label, form: 'text', raw, ...place(node)}
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
  const box = placeOfBox(node, context)
  const raw = box ? sourceOf(box, context)! : node.checked ? '[x]' : '[ ]'
  return {type: 'status', value, label, form: 'text', raw, ...place(box ?? {})}
}

/** It stands before the item's first text, on its line. */
function placeOfBox(node: Mdast.ListItem, context: Context): {position: Position} | undefined {
  const at = sourceOf(node, context)?.search(/\[[\sxX]\]/) ?? -1
  if (at < 0 || !node.position) return undefined
  return {position: within(node.position, at, 3)}
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
  const before = sourceOf(node, context)?.indexOf(value) ?? 0
  let at = before + '{{'.length + name.length + 1
  const children = values.map((written) => {
    const start = at
    at += written.length + 1
    return argument(written, before < 0 ? undefined : node.position, start)
  })
  return {type: 'template', name: name.trim(), children, ...place(node)}
}

/** An argument, where in the code it stands. */
function argument(written: string, code: Position | undefined, at: number): TemplateArgument {
  const equals = written.indexOf('=')
  const name = equals < 0 ? null : written.slice(0, equals).trim()
  const value = written.slice(equals + 1)
  const position = code && within(code, at, written.length)
  const inside = code && within(code, at + equals + 1, value.length)
  return {
    type: 'templateArgument',
    name,
    children: value === '' ? [] : [{type: 'text', value, ...place({position: inside})}],
    ...place({position})
  }
}

/** A part of one line. */
function within({start}: Position, at: number, length: number): Position {
  const {line, column, offset = 0} = start
  return {
    start: {line, column: column + at, offset: offset + at},
    end: {line, column: column + at + length, offset: offset + at + length}
  }
}
