/**
 * Where each part of a text stands in the source: runs that say which characters of the flattened line they are.
 *
 * ```markdown
 * | Wind '''the &amp;''' [[clocks]]<ref>…</ref>
 *   ^^^^^                                        text
 *        ^^^         ^^^                         open, close
 *           ^^^^                                 text
 *               ^^^^^    ^^^^^^^^^^              whole
 *                                  ^^^^^^^^^^^^  silent
 * ```
 */
import {rawText} from '../../../document/plain-text.ts'
import {firstEndingAfter, isWrapper, type Span} from './reading.ts'
import {styleOf, type Styles} from './styles.ts'
import type {PhrasingContent, WikiLink} from '../../../document/types.ts'
import type {Range} from '../../../document/places.ts'

/** A run of the source (`start` to `end`) and what it is in the flattened line (`from` to `to`). */
export interface Run extends Range, Span {
  kind: 'text' | 'whole' | 'silent' | 'open' | 'close'
  wrapper: Wrapper | undefined
}

/** What is opened and closed around a part of the text. */
export interface Wrapper extends Span {
  type: string
  styles: Styles
  open: Range
  close: Range
  /** A link that is gone: its text stays. */
  isGone: boolean
}

export interface Layout {
  source: string
  runs: Run[]
  wrappers: Wrapper[]
  /** Length of the flattened line. */
  length: number
}

/** Lays out nodes of the page; `gone` are links that are to be text. */
export function layOut(
  nodes: readonly PhrasingContent[],
  source: string,
  gone: ReadonlySet<PhrasingContent>
): Layout {
  const layout: Layout = {source, runs: [], wrappers: [], length: 0}
  for (const node of nodes) add(node, layout, gone)
  return layout
}

/** Where a node stands. */
export function rangeOf({type, position}: PhrasingContent): Range {
  if (!position)
    throw new TypeError(`Expected a \`${type}\` node of the page, and it has no position`)
  return {start: position.start.offset!, end: position.end.offset!}
}

function add(node: PhrasingContent, layout: Layout, gone: ReadonlySet<PhrasingContent>): void {
  const {start, end} = rangeOf(node)
  if (gone.has(node)) return addGone(node, layout)
  if (isWrapper(node)) {
    const children = node.children as PhrasingContent[]
    const inner = innerOf(node, children, {start, end})
    return addWrapper(node, children, inner, {start, end}, layout, gone)
  }
  const length = node.type === 'status' ? 1 : rawText(node).length
  const isVerbatim = node.type === 'text' && end - start === length
  addRun(
    length === 0 && node.type !== 'link' ? 'silent' : isVerbatim ? 'text' : 'whole',
    length,
    {start, end},
    layout
  )
}

/** What stands between the marks of a node. */
function innerOf(
  node: PhrasingContent,
  children: readonly PhrasingContent[],
  {start, end}: Range
): Range {
  const [first, last] = [children[0], children.at(-1)]
  if (!first || !last) {
    const opening = node.type === 'tag' ? node.opening.position?.end.offset : undefined
    return {start: opening ?? end, end: opening ?? end}
  }
  return {start: Math.max(start, rangeOf(first).start), end: Math.min(end, rangeOf(last).end)}
}

function addWrapper(
  node: PhrasingContent,
  children: readonly PhrasingContent[],
  inner: Range,
  {start, end}: Range,
  layout: Layout,
  gone: ReadonlySet<PhrasingContent>,
  isGone = false
): void {
  const wrapper: Wrapper = {
    type: node.type,
    styles: styleOf(node),
    from: layout.length,
    to: layout.length,
    open: {start, end: inner.start},
    close: {start: inner.end, end},
    isGone
  }
  layout.wrappers.push(wrapper)
  addRun('open', 0, wrapper.open, layout, wrapper)
  for (const child of children) add(child, layout, gone)
  wrapper.to = layout.length
  addRun('close', 0, wrapper.close, layout, wrapper)
}

function addRun(
  kind: Run['kind'],
  length: number,
  {start, end}: Range,
  layout: Layout,
  wrapper?: Wrapper
): void {
  layout.runs.push({kind, start, end, from: layout.length, to: layout.length + length, wrapper})
  layout.length += length
}

/** A link whose text stays. */
function addGone(node: PhrasingContent, layout: Layout): void {
  const {start, end} = rangeOf(node)
  const trail = node.type === 'wikiLink' ? node.trail : ''
  const children = labelOf(node as WikiLink)
  const inner = innerOf(node, children, {start, end: end - trail.length})
  addWrapper(node, children, inner, {start, end: end - trail.length}, layout, new Set(), true)
  if (trail) addRun('text', trail.length, {start: end - trail.length, end}, layout)
}

/** What a link shows but its trail; for `[[Clocks]]` a text at the place of the target. */
function labelOf(node: WikiLink): PhrasingContent[] {
  if (node.type !== 'wikiLink' || node.children.length > 0 || !node.position) return node.children
  const {line, column, offset} = node.position.start
  const {target} = node
  const from = {line, column: column + 2, offset: offset! + 2}
  const to = {line, column: from.column + target.length, offset: from.offset + target.length}
  return [{type: 'text', value: target, position: {start: from, end: to}}]
}

/** Whether a link's text can stay where the link goes. */
export function canGo(node: PhrasingContent | undefined, source: string): boolean {
  if (node?.type === 'link') return source[rangeOf(node).start] === '[' && node.children.length > 0
  if (node?.type !== 'wikiLink') return false
  const opening = `[[${node.children.length > 0 ? '' : `${node.target}]]`}`
  return source.startsWith(opening, rangeOf(node).start)
}

/** The source of a part of the text, in order. */
export function sourceOf({runs}: Layout, from: number, to: number): Range[] {
  const ranges: Range[] = []
  if (from >= to) return ranges
  for (let at = firstEndingAfter(runs, from); at < runs.length && runs[at]!.from < to; at++) {
    const run = runs[at]!
    if (run.kind === 'whole') ranges.push({start: run.start, end: run.end})
    else if (run.kind === 'text') {
      const start = run.start + Math.max(from - run.from, 0)
      ranges.push({start, end: run.start + Math.min(to, run.to) - run.from})
    }
  }
  return ranges
}

/**
 * The first and the last blank of a part of the text with a comment or reference among them.
 *
 * ```markdown
 * | Wind <!-- up --> the clocks
 *       ^           ^
 * ```
 */
export function blanksAround(
  {runs}: Layout,
  {from, to}: Span
): [first: Span, last: Span] | undefined {
  const [first, last] = [firstEndingAfter(runs, from), firstEndingAfter(runs, to - 1)]
  if (!runs.slice(first, last).some(({kind}) => kind === 'silent')) return undefined
  return [
    {from, to: runs[first]!.to},
    {from: runs[last]!.from, to}
  ]
}

/**
 * Where new text goes between two characters: outside of what is opened and closed around either, but not of
 * what is around the whole text; behind comments and references.
 *
 * ```markdown
 * | '''Wind''' the clocks      '''Wind the clocks'''
 *             ^                                  ^
 * ```
 */
export function gapAt(
  layout: Layout,
  at: number,
  covering: ReadonlySet<Wrapper>
): number | undefined {
  const {runs} = layout
  let index = firstEndingAfter(runs, at)
  const inside = runs[index]
  if (inside && inside.from < at) return inside.start + at - inside.from
  while (index > 0 && runs[index - 1]!.from === at) index--
  let end = runs[index - 1]?.end
  let [depth, covered] = [0, at === 0 ? 0 : covering.size]
  let best: {depth: number; at: number} | undefined
  for (; ; index++) {
    const here: number | undefined = end ?? runs[index]?.start
    if (here !== undefined && covered === covering.size && depth <= (best?.depth ?? Infinity)) {
      best = {depth, at: here}
    }
    const run = runs[index]
    if (!run || run.to > at) return best?.at
    const step = run.kind === 'open' ? 1 : run.kind === 'close' ? -1 : 0
    depth += step
    if (run.wrapper && covering.has(run.wrapper)) covered += step
    end = run.end
  }
}

/**
 * Where new words of some styles go, from where they would: out of what sets them apart otherwise, where that opens
 * or closes there, and into what sets them apart as they are.
 *
 * ```markdown
 * | ''Wind'' the clocks
 *         ^              words that are set apart
 *           ^            words that are not
 * ```
 *
 * @param going What is taken out of the source.
 */
export function styledPlace(
  {wrappers}: Layout,
  at: number,
  going: readonly Range[],
  styles: Styles
): number {
  let place = at
  const [starts, ends] = [going.map(({start}) => start), going.map(({end}) => end)]
  let [from, to] = [Math.min(at, ...starts), Math.max(at, ...ends)]
  let outside = place
  // From the innermost: what opens last stands last. To leave one is to leave those within it.
  for (const {open, close, styles: own} of [...wrappers].reverse()) {
    if (open.end > outside || outside > close.start) continue
    if (open.end >= from) outside = from = open.start
    else if (to >= close.start) outside = to = close.end
    else break
    if ((own & ~styles) > 0) place = outside
  }
  for (const {open, close, styles: own} of wrappers) {
    if (own === 0 || (own & ~styles) > 0) continue
    const [start, end] = [Math.min(place, ...starts), Math.max(place, ...ends)]
    if (end === open.start) place = open.end
    else if (start === close.end) place = close.start
  }
  return place
}

/** How a place of the source is set apart. */
export function stylesAround({wrappers}: Layout, at: number): Styles {
  return wrappers.reduce(
    (all, {open, close, styles}) => (open.end <= at && at <= close.start ? all | styles : all),
    0
  )
}

/** The wrappers around the whole text, but for its blank ends. */
export function coveringOf({wrappers}: Layout, text: string): Set<Wrapper> {
  const from = text.length - text.trimStart().length
  const to = text.trimEnd().length
  return new Set(
    wrappers.filter(
      (wrapper) => !wrapper.isGone && wrapper.from <= from && wrapper.to >= to && from < to
    )
  )
}
