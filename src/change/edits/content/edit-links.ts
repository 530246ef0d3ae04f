/** How a link of the page becomes another one: as little as it takes. */
import {illegalInTitles, needsColon, toAddress} from '../../../write/wikitext/phrasing.ts'
import {rangeOf} from './layout.ts'
import type {LinkSpan} from './reading.ts'
import type {Link, PhrasingContent, WikiLink} from '../../../document/types.ts'
import type {Range} from '../../../document/places.ts'
import type {LinkJson} from '../../../plan/json/types.ts'

/** What is to be done with a link. */
export interface LinkChange {
  /** Its target is written here. */
  target?: {range: Range; text: string}
  /** Its label changes from the one to the other. */
  label?: {before: PhrasingContent[]; after: PhrasingContent[]; type: 'link' | 'wikiLink'}
  /** It is written anew. */
  anew?: PhrasingContent[]
}

/** What has to change; nothing where both say the same. */
export function changeLink(
  before: LinkSpan,
  after: LinkSpan,
  source: string,
  range: Range
): LinkChange {
  if (linkKey(before.json) === linkKey(after.json)) return {}
  const anew: LinkChange = {anew: [after.node ?? {type: 'text', value: after.json.text}]}
  if (isPlainTask(before.json) && isPlainTask(after.json)) {
    const text = source.slice(range.start, range.end)
    return {target: {range, text: text.replaceAll(before.json.target, after.json.target)}}
  }
  const target = targetOf(before.node, after.node, source)
  if (!target || after.json.text === '') return anew
  const change: LinkChange =
    target.text === source.slice(target.range.start, target.range.end) ? {} : {target}
  if (before.json.text === after.json.text) return change
  const [old, edited] = [before.node as Link | WikiLink, after.node as Link | WikiLink]
  if (old.type === 'wikiLink' && old.trail !== '') return anew
  return {...change, label: {before: old.children, after: labelOf(edited), type: old.type}}
}

export function linkKey({kind, target, text}: LinkJson): string {
  return JSON.stringify([kind, target, text])
}

/** A task that is called by its number. */
export function isPlainTask({kind, target, text}: LinkJson): boolean {
  return kind === 'task' && target === text
}

/** Where the target of a link with a label stands, and what the new one is; none where that is not plain. */
function targetOf(
  before: PhrasingContent | undefined,
  after: PhrasingContent | undefined,
  source: string
): {range: Range; text: string} | undefined {
  if (!before || !after || before.type !== after.type) return undefined
  const {start} = rangeOf(before)
  if (before.type === 'wikiLink' && after.type === 'wikiLink' && before.children.length > 0) {
    const end = rangeOf(before.children[0]!).start - 1
    const isPlain = source.startsWith('[[', start) && source[end] === '|'
    const isTitle = after.target.trim() !== '' && !illegalInTitles.test(after.target)
    if (!isPlain || !isTitle || needsColon.test(after.target)) return undefined
    if (before.target === after.target) return {range: {start: end, end}, text: ''}
    return {range: {start: start + 2, end}, text: after.target}
  }
  if (before.type === 'link' && after.type === 'link' && before.children.length > 0) {
    const range = {start: start + 1, end: start + 1 + before.url.length}
    const isPlain = source[start] === '[' && source.slice(range.start, range.end) === before.url
    return isPlain
      ? {range, text: before.url === after.url ? before.url : toAddress(after.url)}
      : undefined
  }
  return undefined
}

function labelOf(node: Link | WikiLink): PhrasingContent[] {
  const children: PhrasingContent[] = node.children
  if (node.type === 'link') return children
  const shown = children.length > 0 ? children : [{type: 'text' as const, value: node.target}]
  return node.trail === '' ? shown : [...shown, {type: 'text', value: node.trail}]
}
