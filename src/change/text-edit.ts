/**
 * Changes of a text as data. Lists of edits stand in the order of the text and do not overlap; offsets are
 * those of the text as it was, in UTF-16 code units.
 */
import {wrong} from '../check.ts'
import {pairBetween} from './edits/content/compare.ts'
import {commonEnds, groupBy, longestIncrease} from './match/lists.ts'

/** A change of a page's text. */
export interface TextEdit {
  /** Where the text that goes begins: an offset of the page as it was, in UTF-16 code units. */
  start: number
  /** Where it ends; `start` where nothing goes. */
  end: number
  /** What stands there instead. */
  text: string
}

/**
 * The page with its edits made.
 *
 * @param edits In the order of the page and not overlapping, as `edits` gives them.
 * @throws {TypeError} where the page is no string, or the edits are no array.
 * @throws {RangeError} where they are not, or reach out of the page.
 */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  if (typeof source !== 'string') throw wrong('source', 'a string', source)
  if (!Array.isArray(edits)) throw wrong('edits', 'an array', edits)
  let result = ''
  let at = 0
  for (const {start, end, text} of edits) {
    if (!(start >= at && end >= start && end <= source.length)) {
      throw new RangeError(
        `The edit of ${start} to ${end} overlaps the one before it, or is not within the page`
      )
    }
    result += source.slice(at, start) + text
    at = end
  }
  return result + source.slice(at)
}

/** Edits of a page, and edits of the page that they make, as edits of the first page. */
export function compose(first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  let shift = 0
  /** The first edits that are to come, the last one next; `at` is where their texts begin on the page between. */
  const open = first.map((edit) => {
    const at = edit.start + shift
    shift += growth(edit)
    return {...edit, at}
  })
  const edits: TextEdit[] = []
  for (const {start, end, text} of second.toReversed()) {
    const reached: typeof open = []
    for (let next = open.at(-1); next && next.at + next.text.length >= start; next = open.at(-1)) {
      if (next.at > end) edits.push(next)
      else reached.push(next)
      open.pop()
    }
    const [head, tail, before] = [reached.at(-1), reached[0], open.at(-1)]
    /** From the page between to the first, behind an edit. */
    const back = (at: number, edit = before): number =>
      edit ? at - edit.at - edit.text.length + edit.end : at
    open.push({
      at: head ? Math.min(head.at, start) : start,
      start: head && head.at <= start ? head.start : back(start),
      end: tail && end <= tail.at + tail.text.length ? tail.end : back(end, tail),
      text: [
        head?.text.slice(0, Math.max(0, start - head.at)),
        text,
        tail?.text.slice(Math.max(0, end - tail.at))
      ].join('')
    })
  }
  return [...open, ...edits.reverse()].map(({start, end, text}) => ({start, end, text}))
}

/** Two edits that change the same, each in its way. */
export interface Clash {
  own: TextEdit
  other: TextEdit
}

/**
 * Carries edits of a page through other edits of it: what comes out are edits of the page that the others make, without
 * those that clash with one of these. What both do is done once. Of texts that both put in one
 * place that one stands first which sorts first, so it makes no difference whose edits are carried.
 */
export function mapEdits(
  edits: readonly TextEdit[],
  over: readonly TextEdit[]
): {edits: TextEdit[]; clashes: Clash[]} {
  const mapped: TextEdit[] = []
  const clashes: Clash[] = []
  let at = 0
  let shift = 0
  for (const own of edits) {
    for (; at < over.length && isBefore(over[at]!, own); at++) shift += growth(over[at]!)
    if (over[at] && isSameEdit(own, over[at]!)) continue
    const before = clashes.length
    for (let next = at; next < over.length && over[next]!.start < own.end; next++)
      clashes.push({own, other: over[next]!})
    if (clashes.length > before) continue
    mapped.push({...own, start: own.start + shift, end: own.end + shift})
  }
  return {edits: mapped, clashes}
}

function isBefore(other: TextEdit, own: TextEdit): boolean {
  const isInOnePlace = other.start === own.end
  return other.end <= own.start && !(isInOnePlace && other.text >= own.text)
}

export function isSameEdit(a: TextEdit, b: TextEdit): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text
}

/** How much longer an edit makes the page. */
function growth({start, end, text}: TextEdit): number {
  return text.length - (end - start)
}

/** Edits as few, and each as small, as they can be. */
export function normalize(source: string, edits: readonly TextEdit[]): TextEdit[] {
  return joinTouching(edits)
    .map((edit) => trimEdit(source, edit))
    .filter(({start, end, text}) => start < end || text !== '')
}

/** Edits that touch are one. */
export function joinTouching(edits: readonly TextEdit[]): TextEdit[] {
  const joined: TextEdit[] = []
  for (const edit of edits) {
    const last = joined.at(-1)
    if (last && edit.start <= last.end) {
      last.end = Math.max(last.end, edit.end)
      last.text += edit.text
    } else joined.push({...edit})
  }
  return joined
}

/** An edit without what it does not change at its ends; neither a line end nor a character is cut in two. */
function trimEdit(source: string, {start, end, text}: TextEdit): TextEdit {
  let {head, tail} = commonEnds(source.slice(start, end), text)
  if (head > 0 && isCut(source, start + head)) head--
  if (tail > 0 && isCut(source, end - tail)) tail--
  return {start: start + head, end: end - tail, text: text.slice(head, text.length - tail)}
}

/** Whether an offset is within a line end or a surrogate pair. */
function isCut(source: string, at: number): boolean {
  return /^(?:\r\n|[\uD800-\uDBFF][\uDC00-\uDFFF])$/.test(source.slice(Math.max(at - 1, 0), at + 1))
}

/** Edits from anywhere, in order; of those that overlap, the first is kept. */
export function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
  let at = 0
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  return sorted.filter(({start, end}) => {
    const isFree = start >= at
    if (isFree) at = end
    return isFree
  })
}

/**
 * What changed from one text to another: lines, and within lines that changed, words. Lines that moved go in
 * one place and come in the other as a whole.
 */
export function editsBetween(before: string, after: string): TextEdit[] {
  const [old, now] = [linesIn(before), linesIn(after)]
  const hunks = hunksBetween(old, now)
  const isMoved = findMoved(hunks, old, now)
  const edits: TextEdit[] = []
  let [line, at] = [0, 0]
  for (const {start, end, from, to} of hunks) {
    for (; line < start; line++) at += old[line]!.length
    const [gone, come] = [old.slice(start, end), now.slice(from, to)]
    const isPaired = gone.length === come.length
    const pairs = isPaired ? gone.map((text, n) => [[text], [come[n]!]]) : [[gone, come]]
    for (const [left, right] of pairs as [string[], string[]][]) {
      const edit = {start: at, end: at + left.join('').length, text: right.join('')}
      const isWhole = left.length * right.length === 0 || [...left, ...right].some(isMoved)
      if (isWhole) edits.push(edit)
      else for (const within of wordEdits(before, edit)) edits.push(within)
      at = edit.end
    }
    line = end
  }
  return joinTouching(edits)
}

/** The lines of a text, with their ends. */
export function linesIn(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+/g) ?? []
}

/** Items of a list that stand in place of others. */
interface Hunk {
  start: number
  end: number
  from: number
  to: number
}

/** What changed from one list to another, between the items that each has once and in the same order. */
function hunksBetween(before: readonly string[], after: readonly string[]): Hunk[] {
  const hunks: Hunk[] = []
  let [start, from] = [0, 0]
  const matches = pairBetween(anchorsOf(before, after), before, after, (item) => item)
  for (const [end, to] of [...matches, [before.length, after.length] as const]) {
    if (end > start || to > from) hunks.push({start, end, from, to})
    ;[start, from] = [end + 1, to + 1]
  }
  return hunks
}

function anchorsOf(before: readonly string[], after: readonly string[]): [number, number][] {
  const places = singles(after)
  const shared = [...singles(before)].flatMap(([item, at]): [number, number][] => {
    const to = places.get(item)
    return to === undefined ? [] : [[at, to]]
  })
  return longestIncrease(shared.map(([, to]) => to)).map((at) => shared[at]!)
}

/** What a list has once, and where. */
function singles(list: readonly string[]): Map<string, number> {
  const places = [...groupBy(list.keys(), (at) => list[at]!)]
  return new Map(places.flatMap(([item, [at, ...more]]) => (more.length > 0 ? [] : [[item, at!]])))
}

/** Finds whether a line goes in one place and comes in another. */
function findMoved(
  hunks: readonly Hunk[],
  old: readonly string[],
  now: readonly string[]
): (line: string) => boolean {
  const gone = new Set(hunks.flatMap(({start, end}) => old.slice(start, end)))
  const come = new Set(hunks.flatMap(({from, to}) => now.slice(from, to)))
  return (line) => line.trim() !== '' && gone.has(line) && come.has(line)
}

/** `{{done}}`, `<<Done>>`, a link, a tag, a word, a line end, blank space, and any other character. */
const words =
  /\{\{[^{}]*\}\}|<<[^<>]*>>|\[\[[^[\]]*\]\]|<[^<>]*>|[\p{L}\p{N}]+|\r\n|[^\S\r\n]+|[^]/gu

/** An edit of whole lines as edits of words. */
function wordEdits(source: string, {start, end, text}: TextEdit): TextEdit[] {
  const old = source.slice(start, end).match(words) ?? []
  const now = text.match(words) ?? []
  const edits: TextEdit[] = []
  let [word, at] = [0, start]
  for (const hunk of hunksBetween(old, now)) {
    for (; word < hunk.start; word++) at += old[word]!.length
    const first = at
    for (; word < hunk.end; word++) at += old[word]!.length
    edits.push({start: first, end: at, text: now.slice(hunk.from, hunk.to).join('')})
  }
  return edits.map((edit, n) => atLineStart(source, edit, edits[n - 1]?.end ?? start))
}

/**
 * Lines that come or go begin where a line begins, where that is the same:
 *
 * ```
 * | * A        * B
 * |            * A
 * ```
 *
 * has `* B⏎` before the first line, and not `B⏎* ` within it.
 */
function atLineStart(source: string, {start, end, text}: TextEdit, least: number): TextEdit {
  const head = source.slice(Math.max(source.lastIndexOf('\n', start - 1) + 1, least), start)
  const moved = start === end ? text : text === '' ? source.slice(start, end) : ''
  if (head === '' || !moved.endsWith(`\n${head}`)) return {start, end, text}
  return {
    start: start - head.length,
    end: end - head.length,
    text: text && head + text.slice(0, -head.length)
  }
}
