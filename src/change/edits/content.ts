/**
 * Edits within a line: the text of a thing becomes another one, and what did not change stays as it is
 * written: its markup, its blanks and line ends, its comments and references.
 */
import {isBlank, slice} from '../../document/phrasing.ts'
import {isMarkerOf} from '../../write/wikitext/phrasing.ts'
import {scopes, type Scope} from '../../write/wikitext/unsafe.ts'
import {fixedLink, fixedStatus, inOrder, toAtoms, type Atom, type Fixed} from './content/atoms.ts'
import {pairInOrder, type Match} from './content/compare.ts'
import {changeLink, isPlainTask, linkKey} from './content/edit-links.ts'
import {cannotCut, compareSides, type Hunk, type Side} from './content/hunks.ts'
import {
  blanksAround,
  canGo,
  coveringOf,
  gapAt,
  layOut,
  rangeOf,
  sourceOf,
  styledPlace,
  stylesAround,
  type Layout,
  type Wrapper
} from './content/layout.ts'
import {placeSpans} from './content/place-spans.ts'
import {read, type LinkSpan, type Reading, type Span} from './content/reading.ts'
import {commonStyles, styledSlice, styleKey, stylesOf, type Styles} from './content/styles.ts'
import {writeChanges, type Change} from './content/write-changes.ts'
import type {TextEdit} from '../text-edit.ts'
import type {TextFact} from '../entities.ts'
import type {Range} from '../../document/places.ts'
import type {PhrasingContent, Status} from '../../document/types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'
import type {Fragment} from '../../write/wikitext.ts'

/** Where a text stands. */
export interface ContentPlace {
  source: string
  /** Where text goes where there was none: an offset. */
  at: number
  scope: Scope
  vocabulary: Vocabulary
  /** How a new or changed status is spelt here. */
  marker: (status: {value: string; label: string; raw: string}) => string
}

/** A text: what it says, and the nodes that say it. */
export interface Content {
  fact: TextFact
  nodes: readonly PhrasingContent[]
}

/**
 * The smallest edits after which the text before says what the text after does.
 *
 * @param before A text of the page: its nodes have positions.
 * @param after Its nodes may be new ones.
 */
export function contentEdits(before: Content, after: Content, place: ContentPlace): TextEdit[] {
  const {restyled} = after.fact
  if (!restyled && saysTheSame(before.fact, after.fact, place.vocabulary)) return []
  const changes = changesOf(before.nodes, after.nodes, place, restyled)
  return writeChanges(changes, place.source, place.vocabulary)
}

function saysTheSame(before: TextFact, after: TextFact, vocabulary: Vocabulary): boolean {
  return (
    before.text === after.text &&
    before.links.length === after.links.length &&
    before.links.every((link, at) => linkKey(link) === linkKey(after.links[at]!)) &&
    before.statuses.length === after.statuses.length &&
    before.statuses.every((status, at) => {
      const other = after.statuses[at]!
      return status.value === other.value && !isRespelt(status, other, vocabulary)
    })
  )
}

/** Whether a status of the same value is to be written in another, well-formed way. */
function isRespelt(
  before: {raw: string},
  after: {raw: string; value: string},
  vocabulary: Vocabulary
): boolean {
  return before.raw !== after.raw && isMarkerOf(after.raw, after.value, vocabulary)
}

/** Two texts, and which of their links and statuses go together. */
interface Texts {
  before: Reading
  after: Reading
  pairs: readonly Match[]
  statusPairs: readonly Match[]
  layout: Layout
  place: ContentPlace
  /** Where words are to be set apart as in the text after. */
  styling: Styling | undefined
}

/** The styles of both texts, without those of the whole text before. */
interface Styling {
  before: Styles[]
  after: Styles[]
}

function stylingOf(before: Reading, after: Reading): Styling {
  const [was, is] = [stylesOf(before.nodes), stylesOf(after.nodes)]
  const common = commonStyles(before, was)
  const without = (styles: Styles[]): Styles[] => styles.map((own) => own & ~common)
  return {before: without(was), after: without(is)}
}

function changesOf(
  nodes: readonly PhrasingContent[],
  edited: readonly PhrasingContent[],
  place: ContentPlace,
  restyled = false
): Change[] {
  const before = read(nodes)
  const found = read(edited)
  const pairs = pairLinks(before.links, found.links)
  const statusPairs = pairStatuses(before, found)
  const after = placeSpans(before, found, pairs, statusPairs)
  const paired = new Set(pairs.map(([at]) => at))
  const gone = before.links.filter(({node}, at) => !paired.has(at) && canGo(node, place.source))
  const layout = layOut(nodes, place.source, new Set(gone.map(({node}) => node!)))
  const styling = restyled ? stylingOf(before, after) : undefined
  const texts = {before, after, pairs, statusPairs, layout, place, styling}
  const sides = [sideOf(texts, 0), sideOf(texts, 1)] as const
  if (sides[0].atoms.length === 0)
    return [{start: place.at, end: place.at, content: [fragment(after.nodes, texts)]}]
  const {hunks, kept} = compareSides(...sides)
  const inside = kept.flatMap(([i, j]) =>
    insideChanges(sides[0].atoms[i]!, sides[1].atoms[j]!, texts)
  )
  return [...inside, ...hunkChanges(hunks, sides, texts)]
}

/** Links go together that are the same, else have the same text, else the same target. */
function pairLinks(before: readonly LinkSpan[], after: readonly LinkSpan[]): Match[] {
  return pairInOrder(before, after, [
    ({json}) => linkKey(json),
    ({json}) => json.text || null,
    ({json}) => `${json.kind} ${json.target}`,
    ({json}) => (isPlainTask(json) ? 'task' : null)
  ])
}

/**
 * Statuses go together that stand in one place, else are written the same between the same words, else are written
 * the same, else have the same value.
 */
function pairStatuses(before: Reading, after: Reading): Match[] {
  const [old, now] = [before, after].map((reading) =>
    reading.statuses.map((span) => ({...span, reading}))
  )
  return pairInOrder(old!, now!, [
    ({node}) => (node.position ? `${node.value} ${node.position.start.offset}` : null),
    ({node, reading, from, to}) => `${node.value} ${node.raw} ${wordsAround(reading, {from, to})}`,
    ({node}) => `${node.value} ${node.raw}`,
    ({node}) => node.value
  ])
}

/** The word before a part of a text, and the one behind it; a few letters of them. */
function wordsAround({text}: Reading, {from, to}: Span): string {
  const before = text
    .slice(Math.max(0, from - 12), from)
    .trimEnd()
    .split(/\s/)
  const after = text
    .slice(to, to + 12)
    .trimStart()
    .split(/\s/)
  return `${before.at(-1)} ${after[0]}`
}

/** The atoms of a text; a link that has gone is no atom, if its words can stay. */
function sideOf(texts: Texts, side: 0 | 1): Side {
  const {before, after, pairs, statusPairs, place, styling} = texts
  const reading = side === 0 ? before : after
  const keyOf = (found: readonly Match[]): Map<number, string> =>
    new Map(found.map((pair, at) => [pair[side], `pair ${at}`]))
  const keys = keyOf(pairs)
  const statusKeys = keyOf(statusPairs)
  const links = reading.links.flatMap((link, at): Fixed[] => {
    const key = keys.get(at)
    if (key === undefined && side === 0 && canGo(link.node, place.source)) return []
    return [fixedLink(link, at, key ?? `link ${side} ${at}`)]
  })
  const statuses = reading.statuses.map((status, at) =>
    fixedStatus(status, at, `status ${statusKeys.get(at) ?? `${side} ${at}`}`)
  )
  const fixed = inOrder([...links, ...statuses])
  const atoms = toAtoms(reading, fixed)
  const styles = styling?.[side === 0 ? 'before' : 'after']
  const keyed = styles ? atoms.map((atom) => withStyles(atom, styles)) : atoms
  return {atoms: keyed, wholes: reading.wholes, text: reading.text}
}

/** What is set apart in another way is another. */
function withStyles(atom: Atom, styles: readonly Styles[]): Atom {
  return atom.kind === 'status' ? atom : {...atom, key: `${atom.key} ${styleKey(atom, styles)}`}
}

/** What changes within a link or status that stays. */
function insideChanges(before: Atom, after: Atom, texts: Texts): Change[] {
  if (before.kind === 'status') return respell(before, after, texts)
  if (before.kind !== 'link') return []
  const {layout, place} = texts
  const [old, edited] = [texts.before.links[before.index]!, texts.after.links[after.index]!]
  const range = rangeOfLink(old, layout)
  const {target, label, anew} = changeLink(old, edited, place.source, range)
  const changes: Change[] = []
  if (anew) changes.push({...range, content: [fragment(anew, texts, range.start)]})
  if (target) changes.push({...target.range, content: [{markup: target.text}]})
  if (label) {
    const own = label.type === 'link' ? scopes.linkLabel : scopes.wikiLinkLabel
    const scope = (place.scope & ~scopes.term) | own
    changes.push(...changesOf(label.before, label.after, {...place, scope}))
  }
  return changes
}

function rangeOfLink({node, from, to}: LinkSpan, layout: Layout): Range {
  if (node) return rangeOf(node)
  const ranges = sourceOf(layout, from, to)
  return {start: ranges[0]!.start, end: ranges.at(-1)!.end}
}

function respell(before: Atom, after: Atom, texts: Texts): Change[] {
  const [old, edited] = [
    texts.before.statuses[before.index]!.node,
    texts.after.statuses[after.index]!.node
  ]
  if (!isRespelt(old, edited, texts.place.vocabulary)) return []
  return [{...rangeOf(old), content: [{markup: edited.raw}]}]
}

/** What goes and comes of the texts' words, and the markup that is left around nothing. */
function hunkChanges(hunks: readonly Hunk[], sides: readonly [Side, Side], texts: Texts): Change[] {
  const {layout, before} = texts
  const covering = coveringOf(layout, before.text)
  const removed = new Uint8Array(before.text.length)
  const changes = hunks.flatMap((hunk): Change[] => {
    const part = partOf(hunk, sides, texts)
    removed.fill(1, part.from, part.to)
    const ranges = removedRanges(part, hunk, sides[0].atoms, texts)
    const found =
      ranges.length > 0
        ? insertionAt(part, sides[0].atoms[hunk.from]!, ranges, layout)
        : gapAt(layout, part.from, covering)
    const going = ranges.map((range): Change => ({...range, content: []}))
    if (hunk.end === hunk.start || part.nodes.length === 0) return going
    const at = found ?? texts.place.at
    const start = texts.styling ? styledPlace(layout, at, ranges, part.styles) : at
    const around = texts.styling ? stylesAround(layout, start) : 0
    const nodes = around > 0 ? styledSlice(part.nodes, 0, Infinity, around) : part.nodes
    return [...going, {start, end: start, content: [fragment(nodes, texts, start)]}]
  })
  return [...changes, ...emptied(layout, before.text, removed, changes)]
}

/** A part of the text before, and what stands there after. */
interface Part {
  from: number
  to: number
  nodes: PhrasingContent[]
  /** The styles that all its words have. */
  styles: Styles
}

/** What changes of both texts: letters that are the same stay in words with markup in them. */
function partOf(hunk: Hunk, sides: readonly [Side, Side], texts: Texts): Part {
  const span = spanOf(hunk, sides[0].atoms, texts)
  if (hunk.end === hunk.start) return {...span, nodes: [], styles: 0}
  const [first, last] = [sides[1].atoms[hunk.start]!, sides[1].atoms[hunk.end - 1]!]
  const {styling, after} = texts
  const {head, tail} = styling ? {head: 0, tail: 0} : shared(hunk, sides, texts.layout)
  const [from, to] = [first.from + head, last.to - tail]
  const own = styling?.after.slice(from, to) ?? []
  const styles = commonStyles({text: after.text.slice(from, to)}, own)
  const nodes = styling ? styledSlice(after.nodes, from, to, 0) : slice(after.nodes, from, to)
  // A link without a text is at no place of its own.
  const {node} = last.kind === 'link' && last.from === last.to ? texts.after.links[last.index]! : {}
  return {
    from: span.from + head,
    to: span.to - tail,
    nodes: node ? [...nodes, node] : nodes,
    styles
  }
}

/**
 * The part of the text that goes. Of the blanks around a comment or reference, the one beside a word that
 * stays is kept where blanks are on both sides of what goes. No line comes to open with a blank.
 */
function spanOf(
  {from, to, start, end}: Hunk,
  atoms: readonly Atom[],
  {layout, place}: Texts
): Span {
  const edge = from < atoms.length ? atoms[from]!.from : atoms.at(-1)!.to
  if (to === from) return {from: edge, to: edge}
  const [first, last] = [atoms[from]!, atoms[to - 1]!]
  const span = {from: edge, to: last.to}
  if (to - from < 2 || end > start) return span
  const isBlankAt = (at: number): boolean => (atoms[at] ?? blank).kind === 'blank'
  if (first.kind === 'blank' && isBlankAt(to))
    span.from = blanksAround(layout, first)?.[0].to ?? edge
  const before = place.source[sourceOf(layout, edge, last.to)[0]!.start - 1] ?? '\n'
  const opens = from === 0 && /[\r\n]/.test(before)
  if (last.kind === 'blank' && isBlankAt(from - 1) && !opens) {
    span.to = blanksAround(layout, last)?.[1].from ?? last.to
  }
  return span
}

/** What stands beyond the ends of a text. */
const blank = {kind: 'blank'}

/** How many letters of a hunk stay at its ends. */
function shared(
  {from, to, start, end}: Hunk,
  [a, b]: readonly [Side, Side],
  layout: Layout
): {head: number; tail: number} {
  if (to === from) return {head: 0, tail: 0}
  const isMixed = (word: Atom): boolean => sourceOf(layout, word.from, word.to).length > 1
  const [first, last] = [a.atoms[from]!, a.atoms[to - 1]!]
  const [opened, closed] = [b.atoms[start]!, b.atoms[end - 1]!]
  const head = isMixed(first) ? commonLetters(a, b, first, opened, 1) : 0
  const isOne = to - from === 1 || end - start === 1
  const most = isOne ? Math.min(last.to - first.from, closed.to - opened.from) - head : Infinity
  const tail = isMixed(last) ? Math.min(most, commonLetters(a, b, last, closed, -1)) : 0
  return {head, tail}
}

/** How many letters two words share at their starts (1) or ends (-1); none where either cannot be cut. */
function commonLetters(a: Side, b: Side, before: Atom, after: Atom, side: 1 | -1): number {
  const words = before.kind === 'word' && after.kind === 'word'
  if (!words || cannotCut(a, before) || cannotCut(b, after)) return 0
  const [x, y] = [a.text.slice(before.from, before.to), b.text.slice(after.from, after.to)].map(
    (word) => {
      const letters = Array.from(word)
      return side === 1 ? letters : letters.reverse()
    }
  ) as [string[], string[]]
  let [count, length] = [0, 0]
  while (count < x.length && count < y.length && x[count] === y[count]) length += x[count++]!.length
  return length
}

function removedRanges(
  {from, to}: Part,
  hunk: Hunk,
  atoms: readonly Atom[],
  {layout, before}: Texts
): Range[] {
  const empty = atoms
    .slice(hunk.from, hunk.to)
    .filter((atom) => atom.kind === 'link' && atom.from === atom.to)
  const nodes = empty.flatMap(({index}) => before.links[index]!.node ?? [])
  return [...sourceOf(layout, from, to), ...nodes.map(rangeOf)]
}

/** New words stand where the first one that goes stood. */
function insertionAt(
  {from, to}: Part,
  first: Atom,
  ranges: readonly Range[],
  layout: Layout
): number {
  const words = first.kind === 'blank' ? sourceOf(layout, Math.min(first.to, to), to) : []
  return (words[0] ?? sourceOf(layout, from, to)[0] ?? ranges[0]!).start
}

/** The marks of links that are gone, and of what has nothing in it any more. */
function emptied(
  layout: Layout,
  text: string,
  removed: Uint8Array,
  changes: readonly Change[]
): Change[] {
  const [all, left] = [countWords(text), countWords(text, removed)]
  const filled = changes.filter(({content}) => content.length > 0)
  const isEmpty = ({from, to, open, close}: Wrapper): boolean => {
    if (all[from] === all[to] || left[from] !== left[to]) return false
    return !filled.some(({start}) => start >= open.end && start <= close.start)
  }
  return layout.wrappers
    .filter((wrapper) => wrapper.isGone || isEmpty(wrapper))
    .flatMap(({open, close}) => [open, close].map((range): Change => ({...range, content: []})))
}

/** How many characters that are no blanks and not removed stand before each place. */
function countWords(text: string, removed?: Uint8Array): Uint32Array {
  const counts = new Uint32Array(text.length + 1)
  for (let at = 0; at < text.length; at++) {
    counts[at + 1] = counts[at]! + (removed?.[at] || isBlank(text, at) ? 0 : 1)
  }
  return counts
}

/** New content, at a place of the page. */
function fragment(
  nodes: readonly PhrasingContent[],
  {layout, place}: Texts,
  at?: number
): Fragment {
  const around = layout.wrappers.filter(({isGone, open, close}) => {
    return !isGone && at !== undefined && open.end <= at && at <= close.start
  })
  return {
    nodes: nodes.map(withoutLines),
    scope: place.scope,
    open: new Set(around.map(({type}) => type)),
    marker: (status: Status) => place.marker(status)
  }
}

/** With single blanks: new text stands on one line. */
function withoutLines<Type extends PhrasingContent>(node: Type): Type {
  if (node.type === 'text') return {...node, value: node.value.replace(/[ \t\r\n\f\v]+/g, ' ')}
  if (!('children' in node)) return node
  return {...node, children: (node.children as PhrasingContent[]).map(withoutLines)}
}
