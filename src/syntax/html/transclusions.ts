/** What Parsoid says of the templates behind its HTML. */
import type {Element, Nodes} from 'hast'
import {taskOfTemplate} from '../../document/tasks.ts'
import {positioned} from '../../document/phrasing.ts'
import {rawText, toText} from '../../document/plain-text.ts'
import type {
  PhrasingContent,
  Position,
  Status,
  Template,
  TemplateArgument,
  WikiLink
} from '../../document/types.ts'
import {positionOf} from '../../document/places.ts'
import {findStatus, type Vocabulary} from '../../vocabulary/index.ts'
import {isStruck} from '../statuses.ts'
import {rangeOf, type Context} from './context.ts'
import {attribute, classesOf, isElement, wordsOf} from './elements.ts'

/** A node of ours among those that are still to be read. */
export interface Ready {
  type: 'ready'
  node: PhrasingContent
}

function isTransclusion(node: Nodes): node is Element {
  return isElement(node) && wordsOf(node, 'typeof').includes('mw:Transclusion')
}

/** Whether an element is what some template expanded to. */
function isExpanded(node: Element): boolean {
  return isTransclusion(node) || /^#mwt\d/.test(attribute(node, 'about') ?? '')
}

/** The context of an element's content. */
export function within(node: Element, context: Context): Context {
  const labels = context.labels || isExpanded(node)
  const struck = context.struck || isStruck(node.tagName)
  const isSame = labels === context.labels && struck === context.struck
  return isSame ? context : {...context, labels, struck}
}

/**
 * Some nodes, with those that a status template expanded to as the status, and those of a template that does
 * not exist or shows a task as the template. What else was expanded stays, as it shows more than the template.
 */
export function takeTransclusions(nodes: readonly Nodes[], context: Context): (Nodes | Ready)[] {
  const result: (Nodes | Ready)[] = []
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!
    const taken = isTransclusion(node) ? read(node, context) : undefined
    if (!taken) result.push(node)
    else {
      at = lastOf(nodes, at)
      result.push({type: 'ready', node: placed(taken, placeOf(node, nodes[at]!, context))})
    }
  }
  return result
}

/** The last node of those that one template expanded to. */
function lastOf(nodes: readonly Nodes[], at: number): number {
  const first = nodes[at] as Element
  const about = attribute(first, 'about')
  let last = at
  for (let next = at + 1; about !== undefined && next < nodes.length; next++) {
    const node = nodes[next]!
    if (isElement(node)) {
      if (attribute(node, 'about') !== about) break
      last = next
    } else if (node.type === 'text' && node.value.trim() !== '') break
  }
  return last
}

function placeOf(first: Nodes, last: Nodes, {page}: Context): Position | undefined {
  const [start, end] = [rangeOf(first)?.start, rangeOf(last)?.end]
  return start === undefined || end === undefined ? undefined : positionOf({start, end}, page)
}

/** A node with all in it where it stands: nothing of a template's arguments is in the HTML. */
function placed<Node extends PhrasingContent>(node: Node, position: Position | undefined): Node {
  positioned(node, position)
  if ('children' in node)
    for (const child of node.children) placed(child as PhrasingContent, position && start(position))
  return node
}

function start({start}: Position): Position {
  return {start, end: start}
}

function read(
  node: Element,
  {vocabulary, struck}: Context
): Status | Template | WikiLink | undefined {
  const template = templateOf(attribute(node, 'dataMw') ?? '')
  if (!template) return undefined
  const isMissing = classesOf(node).includes('new')
  const status = statusOfTemplate(template, vocabulary)
  if (!status || (status.form === 'malformed' && !isMissing)) {
    return isMissing ? (taskLink(template) ?? template) : undefined
  }
  return struck ? template : status
}

/** The status that a template is. */
export function statusOfTemplate(template: Template, vocabulary: Vocabulary): Status | undefined {
  const found = findStatus(vocabulary, template.name)
  if (!found) return undefined
  const {value, label, misspelt} = found
  const form = misspelt ? 'malformed' : 'template'
  return {type: 'status', value, label, form, raw: write(template)}
}

/** The task that a template shows, as a link to it. */
function taskLink(template: Template): WikiLink | undefined {
  const children = template.children.map((argument) => ({
    ...argument,
    children: argument.children.map(asText)
  }))
  const task = taskOfTemplate({...template, children})
  return task === undefined
    ? undefined
    : {
        type: 'wikiLink',
        target: `phab:${task}`,
        trail: '',
        children: [{type: 'entity', value: task}]
      }
}

function asText(node: PhrasingContent): PhrasingContent {
  return {type: 'text', value: toText(node)}
}

/** The one template that an element comes from, `undefined` where it comes from more or from none. */
function templateOf(data: string): Template | undefined {
  const parts = list(field(parseJson(data), 'parts'))
  const template = parts.length === 1 ? field(parts[0], 'template') : undefined
  const name = field(field(template, 'target'), 'wt')
  if (typeof name !== 'string' || field(field(template, 'target'), 'function')) return undefined
  const params = field(template, 'params')
  const children = Object.entries(params && typeof params === 'object' ? params : {}).map(argument)
  return {type: 'template', name: name.trim(), children}
}

function argument([name, value]: [string, unknown]): TemplateArgument {
  const text = field(value, 'wt')
  return {
    type: 'templateArgument',
    name: /^\d+$/.test(name) ? null : name,
    children: typeof text === 'string' && text !== '' ? [{type: 'entity', value: text}] : []
  }
}

/** A template as wikitext. */
function write({name, children}: Template): string {
  const values = children.map((argument) => {
    return `|${argument.name === null ? '' : `${argument.name}=`}${argument.children.map(rawText).join('')}`
  })
  return `{{${name}${values.join('')}}}`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A field of what may be anything. */
function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Record<string, unknown>)[name]
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
