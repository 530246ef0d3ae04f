/** From changes of the source, some of them not yet written, to edits of its text. */
import {fragmentsToWikitext, type Fragment} from '../../../write/wikitext.ts'
import type {Range} from '../../../document/places.ts'
import type {TextEdit} from '../../text-edit.ts'
import type {Vocabulary} from '../../../vocabulary/index.ts'

/** A part of the source that becomes something else: content that is still to be written, or ready markup. */
export interface Change extends Range {
  content: (Fragment | {markup: string})[]
}

/** The edits that make the changes, each as small as it can be. */
export function writeChanges(
  changes: readonly Change[],
  source: string,
  vocabulary: Vocabulary
): TextEdit[] {
  const joined = join(changes)
  return byLine(joined, source).flatMap((line) => {
    const parts: (string | Fragment | {markup: string})[] = []
    let at = lineStart(source, line[0]!.start)
    for (const {start, end, content} of line) {
      parts.push(source.slice(at, start), ...(content.length > 0 ? content : [nothing]))
      at = end
    }
    parts.push(source.slice(at, lineEnd(source, at)))
    const written = fragmentsToWikitext(parts, vocabulary)
    let next = 0
    return line.flatMap(({start, end, content}) => {
      const count = Math.max(content.length, 1)
      const text = written.slice(next, (next += count)).join('')
      return smallest({start, end, text}, source)
    })
  })
}

const nothing: Fragment = {nodes: [], scope: 0}

/** In order; changes that touch are one. */
function join(changes: readonly Change[]): Change[] {
  const sorted = [...changes].sort((a, b) => a.start - b.start || a.end - b.end)
  const joined: Change[] = []
  for (const {start, end, content} of sorted) {
    const before = joined.at(-1)
    if (before && start <= before.end) {
      before.end = Math.max(before.end, end)
      before.content.push(...content)
    } else joined.push({start, end, content: [...content]})
  }
  return joined
}

/** Changes between which no line ends that stays. */
function byLine(changes: readonly Change[], source: string): Change[][] {
  const lines: Change[][] = []
  for (const change of changes) {
    const line = lines.at(-1)
    const before = line?.at(-1)
    if (line && before && !/[\r\n]/.test(source.slice(before.end, change.start))) line.push(change)
    else lines.push([change])
  }
  return lines
}

export function lineStart(source: string, at: number): number {
  while (at > 0 && !isLineEnd(source, at - 1)) at--
  return at
}

export function lineEnd(source: string, at: number): number {
  while (at < source.length && !isLineEnd(source, at)) at++
  return at
}

function isLineEnd(source: string, at: number): boolean {
  return source[at] === '\n' || source[at] === '\r'
}

/** The edit without what it does not change. */
function smallest({start, end, text}: TextEdit, source: string): TextEdit[] {
  const old = source.slice(start, end)
  const most = Math.min(old.length, text.length)
  let head = 0
  while (head < most && old[head] === text[head]) head++
  if (splits(old, head) || splits(text, head)) head--
  let tail = 0
  while (tail < most - head && old.at(-1 - tail) === text.at(-1 - tail)) tail++
  if (splits(old, old.length - tail) || splits(text, text.length - tail)) tail--
  const rest: TextEdit = {
    start: start + head,
    end: end - tail,
    text: text.slice(head, text.length - tail)
  }
  if (rest.start === rest.end && rest.text === '') return []
  return around(rest, source)
}

/** Whether a place is within a character of two halves, or within a line end. */
function splits(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)]
  return (isHigh(before) && after >= 0xdc00 && after < 0xe000) || (before === 13 && after === 10)
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00
}

/**
 * What was put around a text, or taken away around it, is two edits.
 *
 * ```markdown
 * | the boats sail   [[Boats|the boats]] sail
 * ```
 */
function around({start, end, text}: TextEdit, source: string): TextEdit[] {
  const old = source.slice(start, end)
  const [inner, outer] = old.length < text.length ? [old, text] : [text, old]
  const at = /^[\p{L}\p{N}].*[\p{L}\p{N}]$/su.test(inner) ? outer.indexOf(inner) : -1
  const after = at + inner.length
  if (at < 1 || after >= outer.length || isWordAt(outer, at - 1) || isWordAt(outer, after)) {
    return [{start, end, text}]
  }
  return inner === old
    ? [
        {start, end: start, text: text.slice(0, at)},
        {start: end, end, text: text.slice(after)}
      ]
    : [
        {start, end: start + at, text: ''},
        {start: start + after, end, text: ''}
      ]
}

function isWordAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}\p{M}\uD800-\uDFFF]/u.test(text.charAt(at))
}
