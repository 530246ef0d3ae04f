import {toText} from '../document/plain-text.ts'
import {taskOfAddress, taskOfTarget, taskOfTemplate, tasksInText} from '../document/tasks.ts'
import type {LinkJson} from './types.ts'
import type {Link, Template, Text, WikiLink} from '../document/types.ts'

type AnyNode = {type: string; children?: AnyNode[]}

/**
 * The links of some content, in order. A Phabricator task counts as a link however it is written: as a
 * wiki or external link, as a template, or as a bare word (`T208612`).
 */
export function toLinks(nodes: readonly {type: string}[]): LinkJson[] {
  return nodes.flatMap((node) => {
    const read = readers.get(node.type)
    return read ? read(node as never) : toLinks((node as AnyNode).children ?? [])
  })
}

const readers = new Map<string, (node: never) => LinkJson[]>([
  ['text', ({value}: Text) => tasksInText(value).map(taskLink)],
  ['link', (node: Link) => [externalLink(node)]],
  ['wikiLink', (node: WikiLink) => [wikiLink(node)]],
  [
    'template',
    (node: Template) => [taskOfTemplate(node)].filter((task) => task !== undefined).map(taskLink)
  ],
  ['file', () => []]
])

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
