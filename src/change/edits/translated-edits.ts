/**
 * Edits of what a translated page's readers see, put around its markup.
 *
 * ```markdown
 * | <translate>
 * | <!--T:1-->           a marker goes when nothing of its unit stays, and a pair of tags when nothing stays in it
 * | * Wind the clocks
 * | * Buy rope           what is new gets no marker; it stays in the tags that it is written behind
 * | </translate>
 * ```
 *
 * A line that is written elsewhere as it was is the same line: it brings along the markup that stood at it alone.
 */
import {groupBy} from '../match/lists.ts'
import {isBlank, isLineEnd} from '../../document/characters.ts'
import {toPage, type Range} from '../../document/places.ts'
import {seek} from '../../syntax/wikitext/page.ts'
import {lineAt, lineEnd, lineStart, lineText, type Page} from './page.ts'
import {toEdits, type Changes} from './patch.ts'
import {toSource, type TranslatedPage} from './translated-page.ts'
import {
  isBlankLine,
  levelOf,
  placeOfMarker,
  unitsOfPieces,
  withoutLevel,
  type MarkedUnit,
  type MarkerPlace
} from './translated-units.ts'
import type {TextEdit} from '../text-edit.ts'

/** What is known of the page while it is edited. */
interface Context {
  /** The page as readers see it. */
  page: Page
  /** The page as it is. */
  marked: Page
  translated: TranslatedPage
  /** Where each piece starts. */
  starts: readonly number[]
  /** How many pairs of `<translate>` are open before each piece, and behind all; a part of a page is in one. */
  depths: readonly number[]
  /** The unit that each piece is in. */
  units: readonly MarkedUnit[]
}

/** Text that is put into the source. */
interface Put extends TextEdit {
  /** Where in the text it is a part of a unit that was there; -1 where it is none. */
  within: number
}

/** Where new lines go. */
interface Slot {
  lines: readonly string[]
  at: number
  /** Where that ends which stays before them. */
  left: number
  /** Whether they stand behind a text that goes on: each has its line end before it. */
  isGlued: boolean
}

/**
 * The edits of the source, by those of the text.
 *
 * @param carried Lines that are written elsewhere, and what they are to say there.
 */
export function editsAround(
  translated: TranslatedPage,
  page: Page,
  changes: Changes,
  carried: ReadonlyMap<number, string>
): TextEdit[] {
  const context = createContext(translated, page)
  const {within, gone, come} = changes
  const slots = [...come].flatMap(([line, lines]): Slot[] => {
    if (lines.length === 0) return []
    const left = gone.has(line) ? leftBefore(line, changes, context) : undefined
    return slotsBehind(line, lines, gone, context).map((slot) => ({...slot, left: left ?? slot.at}))
  })
  const puts: Put[] = within
    .filter(({text}) => text !== '')
    .map((edit) => {
      const {start, end, text} = edit
      const at = start < end ? replacementAt(edit, context) : insertionAt(start, context)
      return {start: at, end: at, text, within: start}
    })
  const fates = fatesOf(changes, [...puts, ...slots.map(({at}) => putAt(at, ''))], context)
  const origins = originsOf(slots, gone, carried, page)
  const byLine = sharedMarkers(fates, context)
  const waiting = new Set(byLine.values())
  for (const [index, slot] of slots.entries()) {
    const from = origins[index]!.map((line) =>
      line === undefined ? undefined : movedLine(line, fates, byLine, context)
    )
    puts.push(putAt(slot.at, linesAt(slot, from, waiting, context)))
  }
  return toEdits(context.marked, [...puts, ...cutsOf(changes, puts, fates, context)])
}

function createContext(translated: TranslatedPage, page: Page): Context {
  const isEnded = page.source.length === page.length
  const source = isEnded ? translated.source : translated.source + page.eol
  const marked = {...toPage(source), eol: page.eol, length: translated.source.length}
  const {pieces} = translated
  const depths = [pieces.every(({kind}) => kind === 'comment') ? 1 : 0]
  for (const {kind, name} of pieces) {
    const step = name !== 'translate' ? 0 : kind === 'open' ? 1 : -1
    depths.push(depths.at(-1)! + step)
  }
  const starts = pieces.map(({start}) => start)
  return {page, marked, translated, starts, depths, units: unitsOfPieces(translated, page)}
}

/** The pieces that stand at an offset of the text. */
function piecesAt(offset: number, {translated: {places}}: Context): number[] {
  const first = seek(places, offset)
  return Array.from({length: seek(places, offset + 1) - first}, (_, at) => first + at)
}

function placeOf(index: number, {page, translated, units}: Context): MarkerPlace {
  return placeOfMarker(index, units[index]!, translated, page)
}

/** Where text goes that is put in at an offset: into a unit at its ends, and not into a variable. */
function insertionAt(offset: number, context: Context): number {
  const {translated} = context
  for (const index of piecesAt(offset, context)) {
    const {kind, name, from} = translated.pieces[index]!
    const isBehind =
      kind === 'comment'
        ? placeOf(index, context) !== 'start'
        : kind === (name === 'tvar' ? 'open' : 'close')
    if (isBehind) return from
  }
  return toSource(translated, offset)
}

/**
 * Where text goes that stands in the place of other text: into the variable that had all of that, but for words where
 * it had none, as what is in a variable is not translated.
 */
function replacementAt({start, end, text}: TextEdit, {page, translated}: Context): number {
  const {pieces, places} = translated
  const open = seek(places, start + 1) - 1
  const {kind, name, pair, from} = pieces[open] ?? {}
  if (kind !== 'open' || name !== 'tvar') return toSource(translated, start)
  const isAll = start === places[open] && end >= places[pair!]!
  const hasWords = (part: string): boolean => /\p{L}/u.test(part)
  const isOther = isAll && hasWords(text) && !hasWords(page.source.slice(start, end))
  if (end <= places[pair!]! && !isOther) return toSource(translated, start)
  return isAll ? from! : pieces[pair!]!.to
}

function putAt(at: number, text: string): Put {
  return {start: at, end: at, text, within: -1}
}

/**
 * Where lines go that stand behind a line: within the tags that it ends, where these opened on another one. Before the
 * first line in such tags they go into these as well, and behind its marker where they are of one unit with it: items
 * of one list, and any lines where the marker stands on the line itself.
 */
function slotsBehind(
  line: number,
  lines: readonly string[],
  gone: ReadonlySet<number>,
  context: Context
): Omit<Slot, 'left'>[] {
  const {page, marked, translated} = context
  const {pieces} = translated
  const end = line < 0 ? -1 : lineEnd(page, line)
  const close = piecesAt(end, context).find((index) => closesLines(index, line, context))
  if (close !== undefined) {
    const {start} = pieces[close]!
    const isOwnLine = marked.lines[lineAt(marked, start)] === start
    return [{at: start, isGlued: !isOwnLine && !gone.has(line), lines}]
  }
  const next = lineStart(page, line + 1)
  const at = startBehind(line, context)
  const opening = piecesAt(next, context)
  const isList = isItem(lines.at(-1)!) && isItem(lineText(page, line + 1))
  const isFirst = isBlankLine(line, page) || (isList && !isItem(lineText(page, line)))
  if (!isFirst || opening.some((index) => isOnOneLine(index, context)))
    return [{at, isGlued: false, lines}]
  const tag = opening.findLast((index) => pieces[index]!.name === 'translate')
  const isTouching = lines.at(-1)!.trim() !== '' && !isBlankLine(line + 1, page)
  const mark = opening.findLast((index) => pieces[index]!.kind === 'comment')
  const before = tag === undefined ? at : pieces[tag]!.to
  const joined =
    isTouching && mark !== undefined
      ? lines.findLastIndex((text) => text.trim() === '') + 1
      : lines.length
  const behind = mark === undefined ? before : pieces[mark]!.to
  return [
    {at: before, isGlued: false, lines: lines.slice(0, joined)},
    {at: behind, isGlued: false, lines: lines.slice(joined)}
  ].filter(({lines}) => lines.length > 0)
}

/** Where that ends which stays before a line that goes, or comes before it. */
function leftBefore(line: number, {gone, come}: Changes, context: Context): number {
  let above = line - 1
  while (gone.has(above) && !come.has(above)) above--
  return startBehind(above, context)
}

/** Where in the source what is behind a line starts, with the markup there. */
function startBehind(line: number, {page, translated}: Context): number {
  const next = lineStart(page, line + 1)
  return next === 0 ? 0 : toSource(translated, next - 1) + 1
}

function isItem(line: string): boolean {
  return /^[*#:;]/.test(line)
}

/** Whether a piece is one of a pair of `<translate>` that stands on one line. */
function isOnOneLine(index: number, {page, translated: {pieces, places}}: Context): boolean {
  const {name, pair} = pieces[index]!
  return (
    name === 'translate' &&
    pair >= 0 &&
    lineAt(page, places[pair]!) === lineAt(page, places[index]!)
  )
}

/** Whether a piece closes tags that opened on another line. */
function closesLines(index: number, line: number, {page, translated}: Context): boolean {
  const {kind, name, pair} = translated.pieces[index]!
  const isTag = kind === 'close' && name === 'translate' && pair >= 0
  return isTag && translated.places[pair]! < lineStart(page, line)
}

/** Which pieces go: pairs of tags around nothing, and markers of nothing. */
function fatesOf({within, gone}: Changes, puts: readonly Put[], context: Context): boolean[] {
  const {page, translated, units} = context
  const {pieces, places} = translated
  const removed = new Uint8Array(page.source.length)
  for (const line of gone) removed.fill(1, lineStart(page, line), lineStart(page, line + 1))
  for (const {start, end} of within) removed.fill(1, start, end)
  const [all, left] = [countWords(page.source), countWords(page.source, removed)]
  const isEmptied = (start: number, end: number): boolean =>
    all[start] !== all[end] && left[start] === left[end]
  const ascending = (numbers: number[]): number[] => numbers.sort((a, b) => a - b)
  const ats = ascending(puts.map(({start}) => start))
  const insides = ascending(puts.flatMap(({within}) => (within < 0 ? [] : [within])))
  const hasIn = (list: readonly number[], start: number, end: number): boolean =>
    seek(list, start) < seek(list, end + 1)
  return pieces.map(({kind, pair}, index) => {
    if (kind === 'comment') {
      const {start, end} = units[index]!
      if (isEmptied(start, end)) return !hasIn(insides, start, end)
      const line = lineAt(page, places[index]!)
      return gone.has(line) && placeOf(index, context) === 'odd'
    }
    if (pair < 0) return false
    const [open, close] = kind === 'open' ? [index, pair] : [pair, index]
    return (
      isEmptied(places[open]!, places[close]!) &&
      !hasIn(ats, pieces[open]!.end, pieces[close]!.start)
    )
  })
}

/** How many characters that are no blanks and not removed stand before each offset. */
function countWords(text: string, removed?: Uint8Array): Uint32Array {
  const counts = new Uint32Array(text.length + 1)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const isWord = !isBlank(code) && !isLineEnd(code) && !removed?.[at]
    counts[at + 1] = counts[at]! + (isWord ? 1 : 0)
  }
  return counts
}

/**
 * Which line that goes each new one is: one that says the same, or was to say that elsewhere. Of several it is the one
 * that stood behind the same line, else before the same, else one that was carried.
 */
function originsOf(
  slots: readonly Slot[],
  gone: ReadonlySet<number>,
  carried: ReadonlyMap<number, string>,
  page: Page
): (number | undefined)[][] {
  const isFull = (text: string): boolean => text !== ''
  const old = [...gone]
    .sort((a, b) => a - b)
    .map((line) => ({line, text: withoutLevel(carried.get(line) ?? lineText(page, line))}))
    .filter(({text}) => isFull(text))
  const byText = groupBy(
    old.map((_, at) => at),
    (at) => old[at]!.text
  )
  const taken = new Set<number>()
  const take = (text: string, isIt: (at: number) => boolean): number | undefined => {
    const list = byText.get(text)
    while (list?.[0] !== undefined && taken.has(list[0])) list.shift()
    const found = list?.slice(0, mostTwins).find((at) => !taken.has(at) && isIt(at))
    if (found !== undefined) taken.add(found)
    return found === undefined ? undefined : old[found]!.line
  }
  const texts = slots.map(({lines}) => lines.map(withoutLevel))
  const isSame = (text: string | undefined, at: number): boolean =>
    text !== undefined && old[at]?.text === text
  const ways: ((at: number, before?: string, after?: string) => boolean)[] = [
    (at, before) => isSame(before, at - 1),
    (at, _, after) => isSame(after, at + 1),
    (at) => carried.has(old[at]!.line),
    () => true
  ]
  const origins: (number | undefined)[][] = texts.map((list) => list.map(() => undefined))
  for (const isIt of ways)
    for (const [slot, list] of texts.entries()) {
      const full = [...list.keys()].filter((index) => isFull(list[index]!))
      for (const [n, index] of full.entries())
        origins[slot]![index] ??= take(list[index]!, (at) =>
          isIt(at, list[full[n - 1]!], list[full[n + 1]!])
        )
    }
  return origins
}

/** Of lines that say the same, so many are looked at. */
const mostTwins = 8

/**
 * The markers that go with units of several lines, by each of these lines: whichever comes to open a unit elsewhere
 * brings the marker along.
 */
function sharedMarkers(fates: readonly boolean[], context: Context): Map<number, number> {
  const {page, translated, units} = context
  const byLine = new Map<number, number>()
  for (const [index, {kind}] of translated.pieces.entries()) {
    if (kind !== 'comment' || !fates[index] || placeOf(index, context) !== 'start') continue
    const first = lineAt(page, translated.places[index]!)
    const lines: number[] = []
    for (let line = first; lineStart(page, line) < units[index]!.end; line++) lines.push(line)
    if (lines.length > 1) for (const line of lines) byLine.set(line, index)
  }
  return byLine
}

/** A line that goes, and the markup that goes with it. */
interface Moved {
  start: number
  end: number
  /** The pieces that are this line's alone. */
  own: ReadonlySet<number>
  /** The marker that is this line's and that of others. */
  shared: number | undefined
  /** Whether it stands within tags that are around more than it. */
  isWithin: boolean
}

function movedLine(
  line: number,
  fates: readonly boolean[],
  byLine: ReadonlyMap<number, number>,
  context: Context
): Moved {
  const {page, translated, depths} = context
  const {pieces, places} = translated
  const [start, end] = [lineStart(page, line), lineEnd(page, line)]
  const [first, last] = [seek(places, start), seek(places, end + 1)]
  const shared = byLine.get(line)
  const own = new Set<number>()
  let isAlone = false
  for (let index = first; index < last; index++) {
    const {kind, name, pair} = pieces[index]!
    const isWhole = kind === 'comment' ? fates[index]! : pair >= first && pair < last
    if (isWhole && index !== shared) own.add(index)
    if (isWhole && name === 'translate') isAlone = true
  }
  return {start, end, own, shared, isWithin: !isAlone && depths[seek(places, start + 1)]! > 0}
}

/** The text of new lines; those that come from elsewhere have their markup. */
function linesAt(
  {at, left, isGlued, lines}: Slot,
  from: readonly (Moved | undefined)[],
  waiting: Set<number>,
  context: Context
): string {
  const {
    marked,
    depths,
    starts,
    translated: {pieces}
  } = context
  const {eol} = marked
  const isWithin = depths[seek(starts, at)]! > 0
  const isWrapped = !isWithin && from.some((line) => line?.isWithin)
  const before = marked.source.slice(0, left)
  let opening: Moved | undefined
  const written = lines.map((text, index) => {
    const line = from[index]
    const isOpening = index > 0 ? lines[index - 1]!.trim() === '' : isWrapped || opensUnit(before)
    if (isOpening) opening = line
    if (!line) return text
    const place = {isWithin: isWithin || isWrapped, opening}
    const own = withMarkup(text, line, place, context)
    const {shared = -1} = line
    if (!place.isWithin || !isOpening || !waiting.delete(shared)) return own
    const marker = pieces[shared]!
    return marked.source.slice(marker.from, marker.to) + own
  })
  const all = isWrapped ? wrapped(written) : written
  return all.map((text) => (isGlued ? eol + text : text + eol)).join('')
}

/** Whether what stands behind a part of a page is a new unit. */
function opensUnit(before: string): boolean {
  return /(?:^|(?:\n|\r(?!\n))[ \t]*(?:\r\n|\r|\n)|<translate(?: nowrap)?>[ \t]*(?:\r\n|\r|\n)?)$/.test(
    before.slice(-100)
  )
}

/** Lines in tags, but for the blank ones before and behind them. */
function wrapped(lines: readonly string[]): string[] {
  const isFull = (line: string): boolean => line.trim() !== ''
  const [first, last] = [lines.findIndex(isFull), lines.findLastIndex(isFull) + 1]
  return [
    ...lines.slice(0, first),
    '<translate>',
    ...lines.slice(first, last),
    '</translate>',
    ...lines.slice(last)
  ]
}

/**
 * A line as it was marked up, but for what says something else now. It brings the marker of a unit along where a line
 * of that opens a unit again.
 */
function withMarkup(
  text: string,
  {start, end, own}: Moved,
  {isWithin, opening}: {isWithin: boolean; opening: Moved | undefined},
  {page, units, translated: {source, pieces, places}}: Context
): string {
  const placeIn = placesBetween(page.source.slice(start, end), text)
  const placeAt = (index: number): number => placeIn(places[index]! - start)
  let marked = ''
  let at = 0
  let isAlone = false
  for (let index = seek(places, start); index < seek(places, end + 1); index++) {
    const {kind, name, from, to, pair} = pieces[index]!
    const place = placeAt(index)
    if (!own.has(index) || place < 0 || (pair >= 0 && placeAt(pair) < 0)) continue
    if (name === 'translate') {
      if (isWithin) continue
      isAlone = kind === 'open'
    } else if (kind === 'comment' && !isAlone) {
      const unit = units[index]!
      const isOpened = opening?.start === start || isIn(opening?.start, unit)
      if (!isWithin || (!isOpened && !unit.isCrowded)) continue
    }
    marked += text.slice(at, place) + source.slice(from, to)
    at = place
  }
  return marked + text.slice(at)
}

function isIn(offset: number | undefined, {start, end}: Range): boolean {
  return offset !== undefined && start <= offset && offset < end
}

/**
 * Where in a line stands what stood in another one that it was: at its ends, and in what the two begin or end with
 * alike behind the marks of their levels; -1 where it is none of these.
 */
function placesBetween(old: string, text: string): (place: number) => number {
  const [from, to] = [old, text].map((line) => levelOf(line).length) as [number, number]
  let head = 0
  while (from + head < old.length && old[from + head] === text[to + head]) head++
  let tail = 0
  const most = Math.min(old.length - from, text.length - to) - head
  while (tail < most && old.at(-1 - tail) === text.at(-1 - tail)) tail++
  return (place) => {
    if (place === 0) return 0
    if (place >= old.length - tail) return place - old.length + text.length
    return place >= from && place <= from + head ? place - from + to : -1
  }
}

/** What goes from the source: text, markup, and the lines of which nothing or no more than blanks is left then. */
function cutsOf(
  {within, gone}: Changes,
  puts: readonly Put[],
  fates: readonly boolean[],
  context: Context
): TextEdit[] {
  const {page, marked, translated} = context
  const {pieces} = translated
  const cuts: Range[] = within.flatMap((range) => sourceRanges(range, context))
  const touched = new Set<number>()
  for (const line of gone) {
    const end = lineEnd(page, line)
    const ranges = sourceRanges({start: lineStart(page, line), end}, context)
    for (const range of ranges) cuts.push(range)
    for (const {start} of ranges) touched.add(lineAt(marked, start))
    touched.add(lineAt(marked, toSource(translated, end)))
  }
  for (const [index, {start, from, to}] of pieces.entries()) {
    if (!fates[index]) continue
    cuts.push(withoutLineEnds({start: from, end: to}, marked))
    touched.add(lineAt(marked, start))
  }
  const edited = new Set(
    puts.filter(({within}) => within >= 0).map(({start}) => lineAt(marked, start))
  )
  const byLine = groupBy(cuts, ({start}) => lineAt(marked, start))
  const markupByLine = groupBy(pieces, ({start}) => lineAt(marked, start))
  for (const line of touched) {
    if (edited.has(line)) continue
    const [own, markup] = [byLine.get(line) ?? [], markupByLine.get(line) ?? []]
    const whole = {start: lineStart(marked, line), end: lineEnd(marked, line)}
    const isBlankIn = (ranges: readonly Range[]): boolean =>
      ranges.every(({start, end}) => marked.source.slice(start, end).trim() === '')
    const beside = without(whole, [...own, ...markup])
    if (isBlankIn(without(whole, own)))
      cuts.push({start: whole.start, end: lineStart(marked, line + 1)})
    else if (own.length > 0 && isBlankIn(beside)) cuts.push(...beside)
  }
  return cuts.map(({start, end}) => ({start, end, text: ''}))
}

/** A part of the text in the source, without the markup in it. */
function sourceRanges({start, end}: Range, {translated}: Context): Range[] {
  const {places} = translated
  const ranges: Range[] = []
  let at = start
  for (let index = seek(places, start + 1); at < end; index++) {
    const next = Math.min(places[index] ?? end, end)
    if (next > at)
      ranges.push({start: toSource(translated, at), end: toSource(translated, next - 1) + 1})
    at = next
  }
  return ranges
}

/** A range but for line ends at its ends. */
function withoutLineEnds({start, end}: Range, {source}: Page): Range {
  let [from, to] = [start, end]
  while (isLineEnd(source.charCodeAt(from))) from++
  while (isLineEnd(source.charCodeAt(to - 1))) to--
  return {start: from, end: to}
}

/** A range without others, which may overlap. */
function without({start, end}: Range, others: readonly Range[]): Range[] {
  const left: Range[] = []
  let at = start
  for (const other of [...others].sort((a, b) => a.start - b.start)) {
    if (other.start > at) left.push({start: at, end: Math.min(other.start, end)})
    at = Math.max(at, other.end)
  }
  return at < end ? [...left, {start: at, end}] : left
}
