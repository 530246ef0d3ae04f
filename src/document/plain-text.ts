import type {DocumentNode, Extension, Link, PhrasingContent, Tag, Template, Text, WikiLink} from './types.ts'
import type {LinkJson} from '../plan-json/types.ts'

type AnyNode = {type: string; children?: unknown[]; value?: unknown}

/** Extension tags whose content a reader of the page sees. */
const shown = new Set(['nowiki', 'pre', 'syntaxhighlight', 'source', 'math', 'chem', 'code'])

/** Templates that show the Phabricator task they are given. */
const taskTemplates = new Set(['phab', 'phabricator', 'tracked', 'task', 't'])

/**
 * The text that a reader of the page sees: markup is gone, entities are decoded, a status is its label,
 * runs of white space are one space, ends are trimmed.
 *
 * What the page alone does not tell (what a template expands to, a reference's number) shows as nothing.
 */
export function toText(nodes: DocumentNode | readonly unknown[] | {type: string}): string {
  return collapse(Array.isArray(nodes) ? rawTextOfAll(nodes) : rawText(nodes as AnyNode))
}

/** Runs of white space become one space, ends are trimmed. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** The text of a node with its white space as it is. */
export function rawText(node: AnyNode): string {
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
  ['text', value],
  ['entity', value],
  ['inlineCode', value],
  ['comment', nothing],
  ['html', nothing],
  ['signature', nothing],
  ['file', nothing],
  ['parserFunction', nothing],
  ['break', () => ' '],
  ['status', (node: {label: string}) => node.label],
  ['extension', (node: Extension) => (shown.has(node.name) ? node.value : '')],
  ['tag', (node: Tag) => (node.name === 'br' ? ' ' : rawTextOfAll(node.children))],
  ['template', (node: Template) => taskOfTemplate(node) ?? ''],
  ['wikiLink', textOfWikiLink]
])

function textOfWikiLink(node: WikiLink): string {
  return (node.children.length > 0 ? rawTextOfAll(node.children) : node.target) + node.trail
}

/**
 * The links of some content, in order. A Phabricator task counts as a link however it is written: as a
 * wiki or external link, as a template, or as a bare word (`T208612`).
 */
export function toLinks(nodes: readonly unknown[]): LinkJson[] {
  const links: LinkJson[] = []
  for (const node of nodes) collectLinks(node as AnyNode, links)
  return links
}

function collectLinks(node: AnyNode, links: LinkJson[]): void {
  const collect = collectors.get(node.type)
  if (collect) collect(node as never, links)
  else if (node.children) for (const child of node.children) collectLinks(child as AnyNode, links)
}

const collectors = new Map<string, (node: never, links: LinkJson[]) => void>([
  ['text', collectTasks],
  ['link', (node: Link, links) => links.push(externalLink(node))],
  ['wikiLink', (node: WikiLink, links) => links.push(wikiLink(node))],
  ['file', () => {}],
  [
    'template',
    (node: Template, links) => {
      const task = taskOfTemplate(node)
      if (task) links.push({kind: 'task', target: task, text: task})
    }
  ]
])

const task = /^T[1-9]\d*$/
const taskWord = /(?<![\w/.#-])T[1-9]\d{2,7}(?![\w-])/g
const taskAddress = /^(?:https?:)?\/\/phabricator\.[a-z.]+\/(T[1-9]\d*)(?![\w/])/

function collectTasks(node: Text, links: LinkJson[]): void {
  for (const [word] of node.value.matchAll(taskWord)) {
    links.push({kind: 'task', target: word, text: word})
  }
}

function externalLink(node: Link): LinkJson {
  const text = toText(node.children)
  const target = taskAddress.exec(node.url)?.[1]
  return target ? {kind: 'task', target, text} : {kind: 'external', target: node.url, text}
}

function wikiLink(node: WikiLink): LinkJson {
  const text = toText(node)
  const [prefix, rest] = splitOnce(node.target, ':')
  return rest !== undefined && /^phab(?:ricator)?$/i.test(prefix) && task.test(rest)
    ? {kind: 'task', target: rest, text}
    : {kind: 'wiki', target: node.target, text}
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}

function taskOfTemplate(node: Template): string | undefined {
  if (!taskTemplates.has(node.name.trim().toLowerCase())) return undefined
  const first = node.children.find((argument) => argument.name === null || argument.name === '1')
  const number = first && toText(first.children as PhrasingContent[])
  return number && task.test(number) ? number : undefined
}
