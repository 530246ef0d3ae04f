/**
 * The layers under the grammar: what MediaWiki takes out of a page before it looks for anything else.
 *
 * ```markdown
 * | == <translate><!--T:1--> Goals</translate> ==<noinclude>
 *      ^^^^^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^                   first layer: Translate
 *                                                ^^^^^^^^^^^    second layer: transclusion
 * | == Goals ==                                                 what the grammar reads
 * ```
 *
 * Each layer is *pieces* of the source. The grammar reads the text without them, and `restore` puts them
 * back into the tree, with positions that are true to the source. A page without them pays nothing.
 *
 * @see https://www.mediawiki.org/wiki/Transclusion#Partial_transclusion and `Preprocessor_Hash` in MediaWiki:
 *   when a page itself is shown, `noinclude` and `onlyinclude` leave their content, `includeonly` leaves nothing
 * @see `TranslatablePageParser` and `TranslationUnit` in MediaWiki's extension Translate for what it removes;
 *   where its `parse` and its `cleanupTags` differ we do as `parse`, which is what readers are shown, but
 *   like `cleanupTags` take out also what is wrongly nested
 */
import {isBlank, isLineEnd, lineFeed} from '../../document/characters.ts'

/** Something of the source that is gone before the grammar is read. */
export interface Piece {
  /** One end of a pair of tags, a pair whose content is gone as well, or a comment. */
  kind: 'open' | 'close' | 'element' | 'comment'
  /** The tag's name; empty for a comment. */
  name: string
  /** The markup. */
  start: number
  end: number
  /** Of an `element`, where its content starts and ends. */
  content: readonly [number, number] | null
  /** What is gone: the markup and a blank or line end beside it. */
  from: number
  to: number
  /** The index of the other end of a pair; -1 where there is none. */
  pair: number
}

/** A piece that takes nothing along. */
export function createPiece(
  kind: Piece['kind'],
  name: string,
  start: number,
  end: number,
  content: Piece['content'] = null
): Piece {
  return {kind, name, start, end, content, from: start, to: end, pair: -1}
}

/** A page without some pieces of it. */
export function withoutPieces(source: string, pieces: readonly Piece[]): string {
  let text = ''
  let at = 0
  for (const {from, to} of pieces) {
    text += source.slice(at, from)
    at = to
  }
  return text + source.slice(at)
}

/** Where each piece stands in the text without them; how much is gone before each, and in all. */
export function placesOf(pieces: readonly Piece[]): {places: number[]; gone: number[]} {
  let before = 0
  const gone = [0]
  const places: number[] = []
  for (const {from, to} of pieces) {
    places.push(from - before)
    before += to - from
    gone.push(before)
  }
  return {places, gone}
}

/** Pair the ends of tags, each closing one with the last of its name that is open. */
export function pairPieces(pieces: readonly Piece[]): void {
  const open = new Map<string, number[]>()
  for (const [index, piece] of pieces.entries()) {
    const waiting = open.get(piece.name)
    if (piece.kind === 'open') {
      if (waiting) waiting.push(index)
      else open.set(piece.name, [index])
    } else if (piece.kind === 'close') {
      piece.pair = waiting?.pop() ?? -1
      if (piece.pair >= 0) pieces[piece.pair]!.pair = index
    }
  }
}

/** Whether a tag from `start` on is one that Translate takes out. */
export function isTranslateTag(source: string, start: number): boolean {
  translateTag.lastIndex = start
  return translateTag.test(source)
}

const translateTag = /<(?:translate(?: nowrap)?|\/translate)>/y

/** Translate's markup; a marker's name has none of `_/<>` and no line end. */
const markup =
  /<(?:(nowiki)|(translate)(?: nowrap)?|(\/translate)|(tvar)(?:\|[^>]{1,200}|\s{1,9}name\s{0,9}=[^<>]{1,200})|\/(tvar|))>|<!--T:[^_/<>\r\n]{1,200}-->/g

/** What Translate takes out of a page, in order. */
export function translatePieces(source: string): Piece[] {
  const pieces: Piece[] = []
  // A variable waits for its end; within it, no other one starts.
  let variable: Piece | undefined
  const lastNowiki = source.lastIndexOf('</nowiki>')
  markup.lastIndex = 0
  for (let match = markup.exec(source); match; match = markup.exec(source)) {
    const [all, isNowiki, isOpen, isClose, isVariable, closed] = match
    const {index: start} = match
    const end = start + all.length
    if (isNowiki) {
      if (end <= lastNowiki) markup.lastIndex = source.indexOf('</nowiki>', end)
    } else if (isOpen) pieces.push(createPiece('open', 'translate', start, end))
    else if (isClose) pieces.push(createPiece('close', 'translate', start, end))
    else if (isVariable) variable ??= createPiece('open', 'tvar', start, end)
    else if (closed === undefined) pieces.push(createPiece('comment', '', start, end))
    else if (variable && (source.charAt(variable.start + 5) === '|') === (closed === '')) {
      pieces.push(variable, createPiece('close', 'tvar', start, end))
      variable = undefined
    }
  }
  pieces.sort((left, right) => left.start - right.start)
  takeLineEnds(source, pieces)
  takeGaps(source, pieces)
  pairPieces(pieces)
  return pieces
}

/** A line end behind `<translate>` goes with it, then one before `</translate>`. */
function takeLineEnds(source: string, pieces: readonly Piece[]): void {
  for (const piece of pieces) {
    if (piece.kind === 'open' && piece.name === 'translate')
      piece.to = afterLineEnd(source, piece.end)
  }
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind !== 'close' || piece.name !== 'translate') continue
    let first = index
    while (first > 0 && pieces[first - 1]!.name === 'translate' && touches(pieces, first)) first--
    const owner = pieces[first]!
    owner.from = beforeLineEnd(source, owner.from, pieces[first - 1]?.to ?? 0)
  }
}

/** Whether the piece before one is an opening tag that ends where that one starts. */
function touches(pieces: readonly Piece[], index: number): boolean {
  const before = pieces[index - 1]!
  return before.kind === 'open' && before.to === pieces[index]!.from
}

/**
 * A marker at the start of a unit takes the blank or line end behind it, one at the end of a line the blanks
 * before it.
 *
 * ```markdown
 * | <!--T:1-->⏎* a      <!--T:1--> a      == a == <!--T:1-->
 *   ^^^^^^^^^^^         ^^^^^^^^^^^              ^^^^^^^^^^^
 * ```
 */
function takeGaps(source: string, pieces: readonly Piece[]): void {
  let hasText = false
  let at = 0
  for (const [index, piece] of pieces.entries()) {
    for (; at < piece.from; at++) {
      const code = source.charCodeAt(at)
      if (isLineEnd(code)) hasText = false
      else if (!isBlank(code)) hasText = true
    }
    if (piece.kind === 'open' && piece.name === 'translate') hasText = false
    else if (piece.kind === 'comment') takeGap(source, pieces, index, hasText)
    if (piece.to > piece.end && isLineEnd(source.charCodeAt(piece.to - 1))) hasText = false
    at = piece.to
  }
}

function takeGap(source: string, pieces: readonly Piece[], index: number, hasText: boolean): void {
  const piece = pieces[index]!
  const next = pieces[index + 1]
  const limit = next?.from ?? source.length
  const isLast =
    piece.end === source.length ||
    isLineEnd(source.charCodeAt(piece.end)) ||
    (next?.kind === 'close' && limit === piece.end)
  if (hasText && isLast) {
    const least = pieces[index - 1]?.to ?? 0
    while (piece.from > least && isBlank(source.charCodeAt(piece.from - 1))) piece.from--
  } else if (limit > piece.end) {
    piece.to = source.charAt(piece.end) === ' ' ? piece.end + 1 : afterLineEnd(source, piece.end)
  }
}

/** Past the line end at `at`, if there is one. */
function afterLineEnd(source: string, at: number): number {
  if (source.startsWith('\r\n', at)) return at + 2
  return isLineEnd(source.charCodeAt(at)) ? at + 1 : at
}

/** Before the line end that ends at `at`, if there is one that starts at `least` or later. */
function beforeLineEnd(source: string, at: number, least: number): number {
  if (at <= least || !isLineEnd(source.charCodeAt(at - 1))) return at
  const isPair = source.charCodeAt(at - 1) === lineFeed && source.charAt(at - 2) === '\r'
  return isPair && at - 2 >= least ? at - 2 : at - 1
}
