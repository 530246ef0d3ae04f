/**
 * A text as it reads: its flattened line, with the links and statuses that stand in it.
 *
 * ```markdown
 * | Wind the [[Clocks|''clocks'']], see T912345 {{done}}
 *   Wind the          clocks    , see T912345 ￼        text
 *            ^^^^^^^^^^^^^^^^^^^^^      ^^^^^^^            links
 *                                              ^^^^^^^^  statuses
 * ```
 */
import {lowerBound} from '../../match/lists.ts'
import {isBlank, mark} from '../../../document/phrasing.ts'
import {rawText} from '../../../document/plain-text.ts'
import {taskOfTemplate, tasksInText} from '../../../document/tasks.ts'
import {toLinks} from '../../../plan/links.ts'
import type {PhrasingContent, Status} from '../../../document/types.ts'
import type {LinkJson} from '../../../plan/json/types.ts'

/** A part of the flattened line. */
export interface Span {
  from: number
  to: number
}

/** A link; a task's bare word has no node. */
export interface LinkSpan extends Span {
  json: LinkJson
  node: PhrasingContent | undefined
}

export interface StatusSpan extends Span {
  node: Status
}

export interface Reading {
  nodes: readonly PhrasingContent[]
  /** As `flatten` gives it, but for characters of the page that look like its mark. */
  text: string
  links: LinkSpan[]
  statuses: StatusSpan[]
  /** Nodes that cannot be cut, of more than one character. */
  wholes: Span[]
}

/** Reads nodes that stand within a line. */
export function read(nodes: readonly PhrasingContent[]): Reading {
  const reading: Reading = {nodes, text: '', links: [], statuses: [], wholes: []}
  for (const node of nodes) add(node, reading)
  return reading
}

function add(node: PhrasingContent, reading: Reading): void {
  const from = reading.text.length
  if (isWrapper(node)) {
    for (const child of node.children as PhrasingContent[]) add(child, reading)
    return
  }
  reading.text += node.type === 'status' ? mark : rawText(node)
  const to = reading.text.length
  if (node.type === 'text') addTasks(node.value, from, reading)
  else if (node.type === 'status') reading.statuses.push({from, to, node})
  else if (isLink(node)) reading.links.push({from, to, node, json: toLinks([node])[0]!})
  else if (to - from > 1) reading.wholes.push({from, to})
}

/** Whether a node is looked into: its content is a part of the line, and can be cut. */
export function isWrapper(
  node: PhrasingContent
): node is Extract<PhrasingContent, {type: 'emphasis' | 'strong' | 'tag'}> {
  if (node.type === 'tag') return node.name !== 'br'
  return node.type === 'emphasis' || node.type === 'strong'
}

function isLink(node: PhrasingContent): boolean {
  if (node.type === 'template') return taskOfTemplate(node) !== undefined
  return node.type === 'link' || node.type === 'wikiLink'
}

function addTasks(value: string, offset: number, {links}: Reading): void {
  let at = 0
  for (const task of tasksInText(value)) {
    at = value.indexOf(task, at)
    // The same letters may be a part of another word before.
    while (tasksInText(value.slice(Math.max(0, at - 1), at + task.length + 1))[0] !== task) {
      at = value.indexOf(task, at + 1)
    }
    const [from, to] = [offset + at, offset + at + task.length]
    links.push({from, to, node: undefined, json: {kind: 'task', target: task, text: task}})
    at += task.length
  }
}

/** How many statuses open a text: plan JSON does not have their labels in it. */
export function countOpening({text, statuses}: Reading): number {
  let at = 0
  let count = 0
  while (at < text.length && (statuses[count]?.from === at || isBlank(text, at))) {
    if (statuses[count]?.from === at) count++
    at++
  }
  return count
}

/** The index of the first of some parts in order that ends after a place; their number if none does. */
export function firstEndingAfter(spans: readonly Span[], at: number): number {
  return lowerBound(spans, ({to}) => to <= at)
}
