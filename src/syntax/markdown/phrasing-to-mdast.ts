/** What stands within a line as mdast: wikitext's own nodes become what they show. */
import type * as Mdast from 'mdast'
import {toText} from '../../document/plain-text.ts'
import type {
  Link,
  PhrasingContent,
  PhrasingContentMap,
  Status,
  Tag,
  Template,
  TemplateParameter,
  WikiLink
} from '../../document/types.ts'
import {isStruck} from '../statuses.ts'
import {toWikiAddress} from './wiki-target.ts'

/** Writes a node as wikitext. */
export type ToSource = (node: PhrasingContent) => string

/** Where the task that a template shows is to be found. */
const taskAddress = 'https://phabricator.wikimedia.org/'

/** Emphasis, strong and what is struck out, that are open: they do not nest in themselves. */
type Open = ReadonlySet<string>

/** Whether a node stands within a line. */
export function isPhrasing(node: {type: string}): node is PhrasingContent {
  return Object.hasOwn(handlers, node.type)
}

/**
 * A line's content; texts that meet become one, what would not be read where it meets is kept apart by a comment, and
 * blanks beside what is left out at either end go with it.
 */
export function line(
  nodes: readonly PhrasingContent[],
  toSource: ToSource
): Mdast.PhrasingContent[] {
  const content = meet(phrasing(nodes, new Set(), toSource))
  const [first, last] = [content[0], content.at(-1)]
  if (first?.type === 'text') first.value = first.value.trimStart()
  if (last?.type === 'text') last.value = last.value.trimEnd()
  return content.filter((node) => node.type !== 'text' || node.value !== '')
}

function meet(nodes: Mdast.PhrasingContent[]): Mdast.PhrasingContent[] {
  const result: Mdast.PhrasingContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (last?.type === 'text' && node.type === 'text') {
      const value = (last.value + node.value).replace(/ {2,}/g, ' ')
      result[result.length - 1] = {type: 'text', value}
      continue
    }
    if (last && clash(last, node)) result.push({type: 'html', value: '<!---->'})
    result.push(
      'children' in node ? ({...node, children: meet(node.children)} as typeof node) : node
    )
  }
  return result
}

/** Whether the marks of two nodes side by side would not be read: two runs of the same, or `~~` against a letter. */
function clash(left: Mdast.PhrasingContent, right: Mdast.PhrasingContent): boolean {
  if (left.type === right.type) return left.type === 'inlineCode' || left.type === 'delete'
  if (left.type === 'delete') return right.type === 'text' && /^\S/.test(right.value)
  return right.type === 'delete' && left.type === 'text' && /\S$/.test(left.value)
}

type Handle<Type extends keyof PhrasingContentMap> = (
  node: PhrasingContentMap[Type],
  open: Open,
  toSource: ToSource
) => Mdast.PhrasingContent[]

const nothing = (): [] => []
const shown = (node: PhrasingContent): Mdast.PhrasingContent[] => text(toText(node))
/** A template whose name is another's result has no source of its own, and there is no empty code. */
const code = (value: string): Mdast.PhrasingContent[] =>
  value === '' ? [] : [{type: 'inlineCode', value}]

const handlers: {[Type in keyof PhrasingContentMap]: Handle<Type>} = {
  text: (node) => text(node.value),
  entity: (node) => text(node.value),
  emphasis: attention,
  strong: attention,
  link,
  wikiLink,
  template,
  parserFunction: (node, _, toSource) => code(toSource(node)),
  tag,
  extension: shown,
  inlineCode: (node) => code(node.value),
  break: () => text(' '),
  status: (node: Status) => code(node.label),
  file: nothing,
  category: nothing,
  templateParameter,
  comment: nothing,
  signature: nothing,
  behaviorSwitch: nothing,
  html: nothing
}

function phrasing(
  nodes: readonly PhrasingContent[],
  open: Open,
  toSource: ToSource
): Mdast.PhrasingContent[] {
  return nodes.flatMap((node) => {
    if (!Object.hasOwn(handlers, node.type)) throw unknown(node.type)
    const handle = handlers[node.type] as Handle<typeof node.type>
    return (handle as (...values: unknown[]) => Mdast.PhrasingContent[])(node, open, toSource)
  })
}

function text(value: string): Mdast.PhrasingContent[] {
  const line = value.replace(/[\r\n]+/g, ' ')
  return line === '' ? [] : [{type: 'text', value: line}]
}

/** Emphasis or strong; its content alone where it would nest in itself or hold nothing. */
function attention(
  node: PhrasingContentMap['emphasis' | 'strong'],
  open: Open,
  toSource: ToSource
): Mdast.PhrasingContent[] {
  if (open.has(node.type)) return phrasing(node.children, open, toSource)
  const children = phrasing(node.children, new Set([...open, node.type]), toSource)
  return children.length === 0 ? [] : [{type: node.type, children}]
}

function link(node: Link, open: Open, toSource: ToSource): Mdast.PhrasingContent[] {
  const children = withoutLinks(phrasing(node.children, open, toSource))
  return [{type: 'link', url: node.url, children: children as Mdast.Link['children']}]
}

function wikiLink(node: WikiLink, open: Open, toSource: ToSource): Mdast.PhrasingContent[] {
  const label =
    node.children.length > 0 ? phrasing(node.children, open, toSource) : text(node.target)
  const children = withoutLinks([...label, ...text(node.trail)]) as Mdast.Link['children']
  return [{type: 'link', url: toWikiAddress(node.target), children}]
}

/** Markdown's links do not nest. */
function withoutLinks(nodes: Mdast.PhrasingContent[]): Mdast.PhrasingContent[] {
  return nodes.flatMap((node) => (node.type === 'link' ? node.children : [node]))
}

/** A template that shows a task is a link to it, any other is inline code. */
function template(node: Template, _: Open, toSource: ToSource): Mdast.PhrasingContent[] {
  const task = toText(node)
  if (task === '') return code(toSource(node))
  return [{type: 'link', url: taskAddress + task, children: [{type: 'text', value: task}]}]
}

/** A parameter shows its default value; where that has templates, it is inline code as they are. */
function templateParameter(
  node: TemplateParameter,
  open: Open,
  toSource: ToSource
): Mdast.PhrasingContent[] {
  const content = phrasing(node.children, open, toSource)
  return content.every(({type}) => type === 'text') ? content : code(toSource(node))
}

function tag(node: Tag, open: Open, toSource: ToSource): Mdast.PhrasingContent[] {
  if (node.name === 'br') return text(' ')
  const isDeleted = isStruck(node.name) && !open.has('delete')
  const inner = isDeleted ? new Set([...open, 'delete']) : open
  const content = node.children.flatMap((child) => {
    return Object.hasOwn(handlers, child.type)
      ? phrasing([child as PhrasingContent], inner, toSource)
      : text(toText(child))
  })
  return isDeleted ? deleted(content) : content
}

/** Content that is struck out; blank space at its ends stands outside, as Markdown wants it. */
function deleted(nodes: Mdast.PhrasingContent[]): Mdast.PhrasingContent[] {
  const inside = meet(nodes)
  const [first, last] = [inside[0], inside.at(-1)]
  const before = first?.type === 'text' ? /^\s*/.exec(first.value)![0] : ''
  if (first?.type === 'text') first.value = first.value.slice(before.length)
  const after = last?.type === 'text' ? /\s*$/.exec(last.value)![0] : ''
  if (last?.type === 'text') last.value = last.value.slice(0, last.value.length - after.length)
  const children = inside.filter((node) => node.type !== 'text' || node.value !== '')
  const content: Mdast.PhrasingContent[] = children.length > 0 ? [{type: 'delete', children}] : []
  return [...text(before), ...content, ...text(after)]
}

export function unknown(type: string): Error {
  return new Error(`Cannot write a \`${type}\` node as Markdown`)
}
