/**
 * Phabricator tasks, in the ways that pages name them.
 */
import type {Template} from './types.ts'

const task = /^T[1-9]\d*$/
const start = /T[1-9]/
const number = String.raw`T[1-9]\d{2,7}`
const word = new RegExp(String.raw`(?<![\w/.#-])${number}(?![\w-])`, 'g')
const address = /^(?:https?:)?\/\/phabricator\.[a-z.]+\/(T[1-9]\d*)(?![\w/])/
const wikiTarget = /^phab(?:ricator)?:(T[1-9]\d*)$/i

/**
 * What those templates show before a task's number: the word, where it is no noun of a sentence (`the task T912345`).
 */
export const taskWord = String.raw`(?<![\p{L}\d])(?<!\b(?:a|the|this|that|its|their|our|each|every|of|in|by|see)\s)task (?=${number}(?![\p{L}\d]))`

/** Templates that show the task they are given. */
const templates = new Set(['phab', 'phabricator', 'tracked', 'task', 't'])

/** The tasks that stand in a text as bare words: `T208612`. */
export function tasksInText(text: string): string[] {
  return start.test(text) ? (text.match(word) ?? []) : []
}

/** The task that an address leads to: `https://phabricator.wikimedia.org/T208612`. */
export function taskOfAddress(url: string): string | undefined {
  return address.exec(url)?.[1]
}

/** The task that a wiki link leads to: `phab:T208612`. */
export function taskOfTarget(target: string): string | undefined {
  return wikiTarget.exec(target)?.[1]
}

/** The task that a template shows: `{{phab|T208612}}`. */
export function taskOfTemplate({name, children}: Template): string | undefined {
  if (!templates.has(name.toLowerCase())) return undefined
  const first = children.find((argument) => argument.name === null || argument.name === '1')
  const [node] = first?.children ?? []
  const number = node?.type === 'text' ? node.value.trim() : ''
  return task.test(number) ? number : undefined
}
