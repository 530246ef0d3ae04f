/**
 * Plan JSON does not say where in a text its links and statuses stand. Where their words come more than once,
 * they stay at those they stood at.
 *
 * ```markdown
 * | boats and [[Boats|boats]]          the page
 * | [[Boats|boats]] and boats now      the edited text, its link at the first of its words
 * | boats and [[Boats|boats]] now      placed
 * ```
 */
import {collapse} from '../../../document/plain-text.ts'
import {toAtoms} from './atoms.ts'
import {compare, type Match} from './compare.ts'
import {
  countOpening,
  firstEndingAfter,
  read,
  type LinkSpan,
  type Reading,
  type Span,
  type StatusSpan
} from './reading.ts'
import type {PhrasingContent, Status, Text} from '../../../document/types.ts'

/** A text with its statuses as their labels, but for those that open it. */
interface Shown {
  opening: Status[]
  text: string
  spans: ShownSpan[]
}

/** A link or status, where its words stand. */
interface ShownSpan extends Span {
  of: LinkSpan | StatusSpan
}

const flat = new Set(['text', 'link', 'wikiLink', 'status'])

/** The edited text with its links and statuses where they stood. `pairs` are links that go together, `statusPairs` statuses. */
export function placeSpans(
  before: Reading,
  after: Reading,
  pairs: readonly Match[],
  statusPairs: readonly Match[]
): Reading {
  const isFlat = after.nodes.every(({type, position}) => flat.has(type) && !position)
  if (!isFlat || !after.nodes.some(({type}) => type !== 'text')) return after
  const was = show(before, countOpening(before))
  const is = show(after, sameOpening(before, after))
  const move = alignment(was.text, is.text)
  const targets = new Map<unknown, Span>()
  const spans = new Map(was.spans.map((span) => [span.of, span]))
  for (const [old, edited] of partners(before, after, pairs, statusPairs)) {
    const span = spans.get(old)
    const target = span && move(span)
    if (target) targets.set(edited, target)
  }
  const placed = read(assemble(is, targets))
  return isSame(placed, after) ? placed : after
}

/** Of the statuses that open the page's text, how many open the edited one. */
function sameOpening(before: Reading, after: Reading): number {
  const count = countOpening(before)
  const within = before.statuses.slice(count)
  // Where those within the text have all stayed, one that went has opened it.
  if (after.statuses.length < before.statuses.length && endWith(after.statuses, within))
    return Math.max(after.statuses.length - within.length, countOpening(after))
  // Where one has come or gone, it may be one of those: then only its spelling tells.
  const isSpelt = before.statuses.length !== after.statuses.length
  const same = before.statuses.slice(0, count).every(({node}, at) => {
    const other = after.statuses[at]?.node
    return other?.value === node.value && (!isSpelt || other.raw === node.raw)
  })
  return Math.max(same ? count : 0, countOpening(after))
}

/** Whether statuses end with others, as those are spelt. */
function endWith(statuses: readonly StatusSpan[], others: readonly StatusSpan[]): boolean {
  const last = statuses.slice(Math.max(0, statuses.length - others.length))
  return others.every(
    ({node}, at) => node.value === last[at]?.node.value && node.raw === last[at].node.raw
  )
}

function show(reading: Reading, count: number): Shown {
  const opening = reading.statuses.slice(0, count).map(({node}) => node)
  const items = [...reading.links.filter(({node}) => node), ...reading.statuses]
  const shown: Shown = {opening, text: '', spans: []}
  const leading = new Set<unknown>(reading.statuses.slice(0, countOpening(reading)))
  let at = 0
  for (const of of items.sort((a, b) => a.from - b.from)) {
    shown.text += reading.text.slice(at, of.from)
    const from = shown.text.length
    if (!leading.has(of))
      shown.text += 'json' in of ? reading.text.slice(of.from, of.to) : of.node.label
    if (!opening.includes(of.node as Status)) shown.spans.push({from, to: shown.text.length, of})
    at = of.to
  }
  shown.text += reading.text.slice(at)
  return trimStart(shown)
}

/** Without what stands between the statuses that open a text. */
function trimStart({opening, text, spans}: Shown): Shown {
  const blank = text.length - text.trimStart().length
  return {
    opening,
    text: text.slice(blank),
    spans: spans.map(({from, to, of}) => ({from: from - blank, to: to - blank, of}))
  }
}

/** Where a part of one text stands in the other, if it is all there. */
function alignment(before: string, after: string): (span: Span) => Span | undefined {
  const [a, b] = [toAtoms({text: before}, []), toAtoms({text: after}, [])]
  const partner = new Map(
    compare(
      a.map(({key}) => key),
      b.map(({key}) => key)
    )
  )
  return ({from, to}) => {
    const first = firstEndingAfter(a, from)
    let last = first
    while (last + 1 < a.length && a[last + 1]!.from < to) last++
    const start = partner.get(first)
    if (from >= to || start === undefined) return undefined
    for (let at = first; at <= last; at++)
      if (partner.get(at) !== start + at - first) return undefined
    const [opened, closed] = [b[start]!, b[start + last - first]!]
    return {from: opened.from + from - a[first]!.from, to: closed.to - (a[last]!.to - to)}
  }
}

/** Links that go together and have the same text, and statuses that go together, those of the page first. */
function partners(
  before: Reading,
  after: Reading,
  pairs: readonly Match[],
  statusPairs: readonly Match[]
): [LinkSpan | StatusSpan, LinkSpan | StatusSpan][] {
  const links = pairs.map(([i, j]) => [before.links[i]!, after.links[j]!] as const)
  return [
    ...links
      .filter(([old, edited]) => old.json.text === edited.json.text)
      .map(([old, edited]): [LinkSpan, LinkSpan] => [old, edited]),
    ...statusPairs.map(([i, j]): [StatusSpan, StatusSpan] => [
      before.statuses[i]!,
      after.statuses[j]!
    ])
  ]
}

function assemble(
  {opening, text, spans}: Shown,
  targets: ReadonlyMap<unknown, Span>
): PhrasingContent[] {
  const nodes: PhrasingContent[] = opening.flatMap((status): PhrasingContent[] => [
    status,
    toText(' ')
  ])
  const placed = spans.map((span) => ({...span, ...targets.get(span.of)}))
  let at = 0
  for (const {from, to, of} of placed.sort((a, b) => a.from - b.from)) {
    if (from < at) return []
    if (from > at) nodes.push(toText(text.slice(at, from)))
    nodes.push(of.node!)
    at = to
  }
  if (at < text.length) nodes.push(toText(text.slice(at)))
  return nodes
}

function toText(value: string): Text {
  return {type: 'text', value}
}

/** Whether two texts say the same, as plan JSON would tell it. */
function isSame(a: Reading, b: Reading): boolean {
  const [said, other] = [a, b].map((reading) => {
    const {text} = show(reading, countOpening(reading))
    const {links, statuses} = reading
    return JSON.stringify([
      collapse(text),
      links.map(({json}) => json),
      statuses.map(({node}) => node.value)
    ])
  })
  return said === other
}
