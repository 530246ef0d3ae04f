import {wrong} from '../check.ts'
import {toText} from '../document/plain-text.ts'
import {taskOfAddress, taskOfTarget, taskOfTemplate, tasksInText} from '../document/tasks.ts'
import type {LinkJson} from './json/types.ts'
import type {Link, Template, Text, WikiLink} from '../document/types.ts'

type AnyNode = {type: string; children?: AnyNode[]}

/**
 * The links of some content, in order. A Phabricator task counts as a link however it is written: as a
 * wiki or external link, as a template, or as a bare word (`T208612`).
 *
 * @throws {TypeError} where the nodes are no array.
 */
export function toLinks(nodes: readonly {type: string}[]): LinkJson[] {
  if (!Array.isArray(nodes)) throw wrong('nodes', 'an array', nodes)
  const links: LinkJson[] = []
  addLinks(nodes, links)
  return links
}

function addLinks(nodes: readonly {type: string}[], links: LinkJson[]): void {
  for (const node of nodes) {
    const read = readers.get(node.type)
    if (read) read(node as never, links)
    else if ((node as AnyNode).children) addLinks((node as AnyNode).children!, links)
  }
}

const readers = new Map<string, (node: never, links: LinkJson[]) => void>([
  ['text', readText],
  ['link', (node: Link, links) => links.push(externalLink(node))],
  ['wikiLink', (node: WikiLink, links) => links.push(wikiLink(node))],
  ['template', readTemplate],
  ['file', () => undefined]
])

function readText({value}: Text, links: LinkJson[]): void {
  for (const task of tasksInText(value)) links.push(taskLink(task))
}

function readTemplate(node: Template, links: LinkJson[]): void {
  const task = taskOfTemplate(node)
  if (task !== undefined) links.push(taskLink(task))
}

function taskLink(task: string): LinkJson {
  return {kind: 'task', target: task, text: task}
}

function externalLink({url, children}: Link): LinkJson {
  const text = toText(children)
  const task = taskOfAddress(url)
  return task ? {kind: 'task', target: task, text} : {kind: 'external', target: url, text}
}

function wikiLink(node: WikiLink): LinkJson {
  const text = toText(node)
  const task = taskOfTarget(node.target)
  return task ? {kind: 'task', target: task, text} : {kind: 'wiki', target: node.target, text}
}
