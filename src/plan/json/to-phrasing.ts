/**
 * Plain text with its links and statuses beside it, as phrasing content with them in place.
 */
import {tasksInText} from '../../document/tasks.ts'
import type {LinkJson} from './types.ts'
import type {PhrasingContent, Status} from '../../document/types.ts'

/** A node and the range of the text that it stands for. */
interface Piece {
  start: number
  end: number
  node: PhrasingContent
  /** Whether it is a task that is called by its number. */
  isTask?: boolean
}

interface LinkPiece extends Piece {
  link: LinkJson
}

/** A text: plain, where no character is markup, or as nodes. */
export type Text = string | readonly PhrasingContent[]

/**
 * A text with its links and statuses in place: links stand where their texts do. The last statuses stand where their
 * labels do, the first ones, whose labels the text does not have, open it: a text never opens with a marker's label.
 * What is nodes already has its links and statuses, but for those that open it.
 */
export function toPhrasing(
  text: Text,
  links: readonly LinkJson[] = [],
  statuses: readonly Status[] = []
): PhrasingContent[] {
  if (typeof text !== 'string') return opened(statuses, text)
  const pieces: Piece[] = findLinks(text, links)
  let end = text.length
  let count = statuses.length
  while (count > 0) {
    const node = statuses[count - 1]!
    const start = lastLabel(text, node.label, end, pieces)
    if (start <= 0) break
    pieces.push({start, end: start + node.label.length, node})
    end = start
    count--
  }
  pieces.sort((a, b) => a.start - b.start)
  return opened(statuses.slice(0, count), assemble(text, pieces))
}

/** A text with statuses that open it. */
export function opened(
  statuses: readonly Status[],
  content: readonly PhrasingContent[]
): PhrasingContent[] {
  const opening = statuses.flatMap((status): PhrasingContent[] => [
    status,
    {type: 'text', value: ' '}
  ])
  return content.length > 0 ? [...opening, ...content] : opening.slice(0, -1)
}

/** Where a label stands last before an offset and in no link; -1 where it does not. */
function lastLabel(text: string, label: string, before: number, links: readonly Piece[]): number {
  for (let end = before; end >= label.length;) {
    const start = text.lastIndexOf(label, end - label.length)
    const link = links.find((piece) => start < piece.end && start + label.length > piece.start)
    if (start < 0 || !link) return start
    end = link.start
  }
  return -1
}

/** The links whose words a text does not have, or has in other links alone: it cannot say them. */
export function linksWithoutWords(text: string, links: readonly LinkJson[]): Set<LinkJson> {
  const left = new Set(links)
  for (const {link} of findLinks(text, links)) left.delete(link)
  return left
}

/** Links where their texts stand: in their order where that can be, else where the words are free. */
function findLinks(text: string, links: readonly LinkJson[]): LinkPiece[] {
  const pieces: LinkPiece[] = []
  let at = 0
  for (const link of links) {
    const next = text.indexOf(link.text, at)
    const start = next >= 0 || link.text === '' ? next : freeIndex(text, link.text, pieces)
    if (start < 0) continue
    const piece = {
      start,
      end: start + link.text.length,
      node: toNode(link),
      link,
      isTask: isPlainTask(link)
    }
    if (start === next) at = piece.end
    pieces.push(piece)
  }
  return pieces.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Where some words stand that no link has; -1 where they do not. */
function freeIndex(text: string, words: string, taken: readonly Piece[]): number {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length
    if (taken.every((piece) => piece.end <= at || piece.start >= end)) return at
  }
  return -1
}

/** A link without a text shows nothing; a task that is called by its number is a link to it where it is no word. */
function toNode({kind, target, text}: LinkJson): PhrasingContent {
  const children: PhrasingContent[] = [{type: 'text', value: text}]
  if (kind === 'external') return {type: 'link', url: target, children}
  if (kind === 'wiki')
    return {type: 'wikiLink', target, trail: '', children: text === target ? [] : children}
  return {type: 'wikiLink', target: `phab:${target}`, trail: '', children}
}

function assemble(text: string, pieces: readonly Piece[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let at = 0
  for (const {start, end, node, isTask} of pieces) {
    if (isTask && isTaskWord(text, start, end)) continue
    if (start > at) nodes.push({type: 'text', value: text.slice(at, start)})
    nodes.push(node)
    at = end
  }
  if (at < text.length) nodes.push({type: 'text', value: text.slice(at)})
  return nodes
}

/** Whether a part of a text is a task that is a link as it stands: `T208612`. */
function isTaskWord(text: string, start: number, end: number): boolean {
  const before = Math.max(0, start - 1)
  return tasksInText(text.slice(before, end + 1)).includes(text.slice(start, end))
}

function isPlainTask({kind, target, text}: LinkJson): boolean {
  return kind === 'task' && target === text
}
