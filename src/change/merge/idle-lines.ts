/**
 * What is left on a page when a change of its plan is taken back: a section's heading, blank lines, and
 * statuses in another spelling. Nobody meant those.
 */
import {findMarkers} from '../../syntax/markers.ts'
import {readHeading} from '../../plan/recognize/headings.ts'
import {findStatus} from '../../vocabulary/find-status.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** Whether lines that stand for others make no difference. */
export function createIsIdle(
  vocabulary: Vocabulary
): (before: string[], after: string[]) => boolean {
  return (before, after) =>
    [...before, ...after].every((line) => isBlankOrSection(line, vocabulary)) ||
    (before.length === after.length &&
      before.every((line, at) => gistOf(line, vocabulary) === gistOf(after[at]!, vocabulary)))
}

/** Whether a line is blank, or heads goals or notes. */
function isBlankOrSection(line: string, vocabulary: Vocabulary): boolean {
  const text = line.trim()
  if (text === '') return true
  if (!text.startsWith('=') || !text.endsWith('=')) return false
  let depth = 0
  while (depth < text.length / 2 && text[depth] === '=' && text.at(-depth - 1) === '=') depth++
  const kind = readHeading(text.slice(depth, text.length - depth).trim(), vocabulary)?.kind
  return kind === 'goals' || kind === 'status'
}

/** `{{done}}`, `{{done|since=May}}`, `<<Done>>`, `<{{done}}` */
const marker = /[<{[]{0,2}\{\{([^{}|]*)(?:\|[^{}]*)?\}\}[>}\]]{0,2}|<<([^<>]*)>>/g

/** A line with its statuses at the end, whatever their spelling and what joins them to the text. */
function gistOf(line: string, vocabulary: Vocabulary): string {
  const statuses: string[] = []
  const rest = line.replace(marker, (raw, template?: string, angle?: string) => {
    const status = findStatus(vocabulary, (template ?? angle ?? '').trim())
    if (status) statuses.push(status.value)
    return status ? '' : raw
  })
  let text = ''
  let at = 0
  for (const {start, end, value} of findMarkers(rest, vocabulary, false)) {
    statuses.push(value)
    text += rest.slice(at, start)
    at = end
  }
  const plain = withPlainStretch(text + rest.slice(at), vocabulary)
    .replace(/\(\s?\)|\[\s?\]/g, '')
    .replace(/[\s:–—-]+/g, ' ')
    .trim()
  return JSON.stringify([plain, statuses.sort()])
}

/** `[Stretch goal] x` and `Stretch: x` as `[stretch] x`. */
function withPlainStretch(line: string, {labels}: Vocabulary): string {
  return labels.stretch
    .toSorted((a, b) => b.length - a.length)
    .flatMap((label) => [`[${label}]`, `(${label})`, `${label}:`])
    .reduce((text, label) => replaceFirst(text, label, '[stretch]'), line)
}

function replaceFirst(text: string, found: string, word: string): string {
  const at = text.toLowerCase().indexOf(found.toLowerCase())
  return at < 0 ? text : text.slice(0, at) + word + text.slice(at + found.length)
}
