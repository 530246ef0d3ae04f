/** Statuses in HTML: what a template left, and markers that are text. */
import {flatten, positioned, slice, span, splitAt} from '../../document/phrasing.ts'
import {rawText} from '../../document/plain-text.ts'
import type {Page} from '../../document/places.ts'
import type {File, PhrasingContent, Status} from '../../document/types.ts'
import {findMarkers, isCloser, isOpener, visible, type Marker} from '../markers.ts'
import type {Context} from './context.ts'
import {takeExtensionTags} from './text.ts'

/** A well-formed template that is shown as text was meant to be: there was a `nowiki` around it. */
const escaped = /^\{\{[^{}[\]<>]*\}\}$/

/** Nodes that a status may be all the content of. */
type Wrapper = Extract<PhrasingContent, {type: 'strong' | 'emphasis' | 'tag'}>

/**
 * Content with its statuses as nodes. The `raw` of a status is its source where that is text, and what it shows where an
 * element is a part of it.
 *
 * ```markdown
 * | <span class="status"><b>Done</b></span>   <img alt="Yes"> <b>Done</b>   &lt;&lt;Done&gt;&gt;
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function markStatuses(
  nodes: readonly PhrasingContent[],
  context: Context
): PhrasingContent[] {
  const marked = runsOf(nodes.map(onlyStatus)).flatMap((run) => {
    return isText(run[0]!) ? markRun(takeExtensionTags(run, context), context) : run
  })
  return takeStrays(joinIcons(marked, context), context)
}

/** A wrapper that has nothing but a status in it is the status. */
function onlyStatus(node: PhrasingContent): PhrasingContent {
  if (!isWrapper(node)) return node
  const [only, ...rest] = (node.children as PhrasingContent[]).filter((child) => !isBlank(child))
  return only?.type === 'status' && rest.length === 0 ? positioned({...only}, node.position) : node
}

function isWrapper(node: PhrasingContent): node is Wrapper {
  return node.type === 'strong' || node.type === 'emphasis' || node.type === 'tag'
}

function isBlank(node: PhrasingContent): boolean {
  return isText(node) && visible(rawText(node)).trim() === ''
}

/** What a marker may go over: texts, and what says nothing between them. */
function isText(node: PhrasingContent): boolean {
  if (node.type === 'entity') return node.value.length <= 2
  return node.type === 'text' || node.type === 'html' || node.type === 'comment'
}

/** The nodes in runs of texts, and all others alone. */
function runsOf(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const runs: PhrasingContent[][] = []
  for (const node of nodes) {
    const last = runs.at(-1)
    if (last && isText(last[0]!) && isText(node)) last.push(node)
    else runs.push([node])
  }
  return runs
}

/** Texts with the markers in them as statuses; extension tags in their midst are left as they are. */
function markRun(
  run: readonly PhrasingContent[],
  {vocabulary, labels, page}: Context
): PhrasingContent[] {
  const text = flatten(run)
  const markers = findMarkers(text, vocabulary, labels).filter(
    (marker) => !escaped.test(text.slice(marker.start, marker.end)) && !isInBrackets(text, marker)
  )
  if (markers.length === 0) return [...run]
  const ends = markers.flatMap(({start, end}) => [start, end])
  return splitAt(run, ends).flatMap((piece, index) => {
    const marker = index % 2 === 1 ? markers[(index - 1) / 2] : undefined
    return marker ? statusOf(marker, piece, page) : piece
  })
}

/** Longer than any remark in brackets. */
const longestBracket = 200

/**
 * Whether a bare label stands in square brackets, which are the page's own: `[Not done, but not at risk.]`. What they
 * say depends on all that is in them.
 */
function isInBrackets(text: string, {start, end, form}: Marker): boolean {
  const before = text.slice(Math.max(0, start - longestBracket), start)
  const behind = text.slice(end, end + longestBracket)
  return (
    form === 'text' && before.lastIndexOf('[') > before.lastIndexOf(']') && /^[^[]*\]/.test(behind)
  )
}

/** A status that is text, behind what stands before it and shows nothing. */
function statusOf(
  {value, label, form}: Marker,
  piece: readonly PhrasingContent[],
  page: Page
): PhrasingContent[] {
  const at = piece.findIndex((node) => flatten([node]) !== '')
  const texts = piece.slice(at)
  const raw = rawOf(texts, flatten(texts), page)
  const status: Status = {type: 'status', value, label, form, raw}
  return [...piece.slice(0, at), positioned(status, span(texts))]
}

/** The source of nodes that are all text, and else what they show. */
function rawOf(nodes: readonly PhrasingContent[], shown: string, page: Page): string {
  const isSource = nodes.every((node) =>
    node.type === 'status' ? node.raw === sourceOf([node], page) : isText(node)
  )
  return (isSource && sourceOf(nodes, page)) || shown
}

function sourceOf(nodes: readonly PhrasingContent[], {source}: Page): string {
  const {start, end} = span(nodes) ?? {}
  return start && end ? source.slice(start.offset, end.offset) : ''
}

/** An icon before its label is a part of the status; an icon that has the label's name is one by itself. */
function joinIcons(
  nodes: readonly PhrasingContent[],
  {vocabulary, labels, page}: Context
): PhrasingContent[] {
  const joined: PhrasingContent[] = []
  for (const node of nodes) {
    const icon = node.type === 'status' ? joined.findLastIndex((before) => !isBlank(before)) : -1
    const name = iconName(joined[icon])
    if (node.type !== 'status' || name === undefined || !isIconOf(node, name)) joined.push(node)
    else joined.push(withIcon(node, name, joined.splice(icon), page))
  }
  return labels
    ? joined.map((node) => (node.type === 'file' ? (alone(node) ?? node) : node))
    : joined

  function isIconOf({label}: Status, name: string): boolean {
    return (
      name === '' ||
      [label, ...vocabulary.statusIcons].some((word) => word.toLowerCase() === name.toLowerCase())
    )
  }

  function alone(file: File): Status | undefined {
    const name = iconName(file)
    const found = vocabulary.statuses.find(({label}) => label === name)
    if (!found || name === undefined) return undefined
    return positioned<Status>(
      {type: 'status', value: found.value, label: found.label, form: 'text', raw: name},
      file.position
    )
  }
}

/** The text that an icon has, `undefined` for what is none. */
function iconName(node: PhrasingContent | undefined): string | undefined {
  if (node?.type === 'status' && node.form === 'text') return node.raw
  if (node?.type !== 'file') return undefined
  return (node.options.find((option) => option.startsWith('alt=')) ?? '')
    .slice('alt='.length)
    .trim()
}

function withIcon(
  status: Status,
  name: string,
  before: readonly PhrasingContent[],
  page: Page
): Status {
  const nodes = [...before, status]
  const raw = rawOf(nodes, [name, status.raw].filter(Boolean).join(' '), page)
  return positioned({...status, raw}, span(nodes))
}

/**
 * Stray brackets against a status are a part of it, and it is malformed.
 *
 * ```markdown
 * | &lt;<b>In progress</b> The tar is hot.
 *   ^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
function takeStrays(nodes: readonly PhrasingContent[], {page}: Context): PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'status') result.push(withOpening(node, result, page))
    else if (last?.type === 'status')
      result.push(...withClosing(result.pop() as Status, node, page))
    else result.push(node)
  }
  return result
}

/** A status with the brackets that end what stands before it, and are taken from there. */
function withOpening(status: Status, before: PhrasingContent[], page: Page): Status {
  const last = before.at(-1)
  const text = last && isText(last) ? flatten([last]) : ''
  const count = strays(text, text.length - 1, -1, isOpener)
  if (!last || count === 0) return status
  const at = text.length - count
  before.splice(-1, 1, ...slice([last], 0, at))
  const taken = [...slice([last], at, text.length), status]
  const joined = joinStrays(status, taken, text.slice(at) + status.raw, page)
  return at === 0 ? withOpening(joined, before, page) : joined
}

/** A status with the brackets that open what stands behind it, and the rest of that. */
function withClosing(status: Status, next: PhrasingContent, page: Page): PhrasingContent[] {
  const text = isText(next) ? flatten([next]) : ''
  const count = strays(text, 0, 1, isCloser)
  if (count === 0) return [status, next]
  const taken = [status, ...slice([next], 0, count)]
  return [
    joinStrays(status, taken, status.raw + text.slice(0, count), page),
    ...slice([next], count, Infinity)
  ]
}

/** A status with its brackets; `shown` is what it shows, which its elements' source is not. */
function joinStrays(
  status: Status,
  taken: readonly PhrasingContent[],
  shown: string,
  page: Page
): Status {
  const raw = rawOf(taken, shown, page)
  return positioned<Status>({...status, form: 'malformed', raw}, span(taken))
}

/** How many brackets stand from an offset on; a square one may be the text's own. */
function strays(text: string, from: number, step: 1 | -1, test: (code: number) => boolean): number {
  let count = 0
  for (let at = from; at >= 0 && at < text.length; at += step) {
    const code = text.charCodeAt(at)
    if (!test(code) || code === 91 || code === 93) break
    count++
  }
  return count
}
