import {wrong} from '../check.ts'
import {decodeEntities} from './entities.ts'
import {taskOfTemplate} from './tasks.ts'
import type {DocumentNode, Extension, Tag, Template, WikiLink} from './types.ts'

type AnyNode = {type: string; children?: unknown[]; value?: unknown}

/** Extension tags whose content a reader of the page sees. */
const shown = new Set(['nowiki', 'pre', 'syntaxhighlight', 'source', 'math', 'chem', 'code'])

/**
 * The text that a reader of the page sees: markup is gone, entities are decoded, a status is its label,
 * runs of white space are one space, ends are trimmed.
 *
 * What the page alone does not tell (what a template expands to, a reference's number) shows as nothing.
 *
 * @throws {TypeError} where there is neither a node nor an array.
 */
export function toText(nodes: DocumentNode | readonly unknown[] | {type: string}): string {
  if (typeof nodes !== 'object' || nodes === null)
    throw wrong('nodes', 'a node, or an array of nodes', nodes)
  return collapse(Array.isArray(nodes) ? rawTextOfAll(nodes) : rawText(nodes as AnyNode))
}

/** Runs of white space become one space, ends are trimmed. */
export function collapse(text: string): string {
  // Most text has single spaces within and no other: to see that takes a third of what to replace it takes.
  return uneven.test(text) ? text.replace(/\s+/g, ' ').trim() : text
}

const uneven = /^\s|[^\S ]|  |\s$/

/** The text of a node with its white space as it is. */
export function rawText(node: AnyNode): string {
  if (node.type === 'text') return node.value as string
  const handle = handlers.get(node.type)
  if (handle) return handle(node as never)
  return node.children ? rawTextOfAll(node.children) : ''
}

function rawTextOfAll(nodes: readonly unknown[]): string {
  let text = ''
  for (const node of nodes) text += rawText(node as AnyNode)
  return text
}

const value = (node: {value: string}): string => node.value
const nothing = (): string => ''

const handlers = new Map<string, (node: never) => string>([
  ['entity', value],
  ['code', value],
  ['number', value],
  ['stretch', value],
  ['inlineCode', value],
  ['comment', nothing],
  ['html', nothing],
  ['signature', nothing],
  ['file', nothing],
  ['parserFunction', nothing],
  ['break', () => ' '],
  ['status', (node: {label: string}) => node.label],
  ['extension', (node: Extension) => (shown.has(node.name) ? shownValue(node) : '')],
  ['tag', (node: Tag) => (node.name === 'br' ? ' ' : rawTextOfAll(node.children))],
  ['template', (node: Template) => taskOfTemplate(node) ?? ''],
  ['wikiLink', textOfWikiLink]
])

/** Extension tags that keep wikitext from being read, but not character references. */
const literal = new Set(['nowiki', 'pre'])

function shownValue({name, value}: Extension): string {
  return literal.has(name) ? decodeEntities(value) : value
}

function textOfWikiLink(node: WikiLink): string {
  return (node.children.length > 0 ? rawTextOfAll(node.children) : shownTarget(node)) + node.trail
}

/** A target as it is shown: `[[/Q1/]]` without its slashes. */
function shownTarget({target}: WikiLink): string {
  return target.startsWith('/') && target.endsWith('/') && target.length > 2
    ? target.replace(/^\/|\/{1,9}$/g, '')
    : target
}
