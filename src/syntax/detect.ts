import {wrong} from '../check.ts'
import {english} from '../vocabulary/english.ts'
import type {Dialect} from '../document/types.ts'

/** A line that tells a dialect, or that it is one of two, and how strongly. */
interface Sign {
  dialect: Dialect
  or?: Dialect
  pattern: RegExp
  weight: number
}

const labels = english.statuses.map(({label}) => label)

/** Each is looked for once in a line; none can backtrack over more than the line. */
const signs: Sign[] = [
  {dialect: 'wikitext', pattern: /^={1,6}[^=].*=\s*(?:<!--|$)/, weight: 4},
  {
    dialect: 'wikitext',
    pattern: /'''|\[\[|\{\{|^\{\||<\/?(?:tabs?|tabber|translate|nowiki|noinclude)\b/,
    weight: 3
  },
  {dialect: 'wikitext', pattern: /^(?:\*{2,}|[#;:]+)\s*\S|<<[A-Z]/, weight: 1},
  {dialect: 'markdown', pattern: /^#{1,6} +\S/, weight: 2},
  {
    dialect: 'markdown',
    pattern: /\*\*[^*\s][^*]*\*\*|\]\([^)]|^\s*[-*] \[[ xX]\] |`[^`]+`/,
    weight: 3
  },
  {
    dialect: 'text',
    pattern:
      /^(?:\[edit(?: \| edit source)?\]|edit(?=$| ?[A-Z-])|Jump to (?:content|navigation|search))|(?:\[edit(?: \| edit source)?\]|\bYes Done)$|^\s*•/,
    weight: 4
  },
  // Wikitext has a template there.
  {dialect: 'text', or: 'markdown', pattern: new RegExp(` (?:${labels.join('|')})$`), weight: 1},
  // A heading with its edit link, and no sentence.
  {dialect: 'text', pattern: /^[^.,!?:;=*#{[<|]{1,80}[^\s.,!?:;] edit$/, weight: 4}
]

/** Lines looked at: a page shows its dialect early. */
const sample = 400

/** A dialect that is ahead of all others by so much is told: no more lines are looked at. */
const lead = 60

/** The tags that open a document, and those that MediaWiki's parsers have marked as theirs. */
const document =
  /(?:!doctype\s|(?:html|head|body)[\s>]|[a-z][a-z\d]*\s[^>]{0,500}?\b(?:mw-parser-output|data-mw|data-parsoid)\b)/iy

/** The tags that open the blocks of a page. */
const block = /(?:h[1-6]|p|[ou]l|dl|table|div|section)[\s>]/iy

/**
 * Whether a page opens as HTML does: with a document's tags, or with a block whose lines are in tags. A page of
 * wikitext may open with a tag too, but then has headings or lists of its own.
 */
function isHtml(source: string): boolean {
  const at = firstTag(source)
  if (at === undefined) return false
  document.lastIndex = block.lastIndex = at
  if (document.test(source)) return true
  if (!block.test(source)) return false
  let score = 0
  for (const line of firstLines(source)) {
    if (/<\/(?:h[1-6]|p|li|dd|dt)>/i.test(line)) score++
    if (signs.some(({dialect, pattern}) => dialect === 'wikitext' && pattern.test(line))) score -= 2
  }
  return score > 0
}

/** Where the name of the first tag stands, where nothing but comments is before it. */
function firstTag(source: string): number | undefined {
  let at = 0
  for (;;) {
    while (at < source.length && /[\s\uFEFF]/.test(source[at]!)) at++
    if (!source.startsWith('<!--', at)) return source[at] === '<' ? at + 1 : undefined
    const end = source.indexOf('-->', at + 4)
    if (end < 0) return undefined
    at = end + 3
  }
}

/**
 * Tells a page's dialect by its marks. A page without any is rendered text.
 *
 * JSON opens with a `{` that no template or table opens (`{{`, `{|`), and has a key behind it or ends with a `}`: a
 * document that was cut off is one still, and is to be refused as one.
 *
 * @throws {TypeError} where the page is no string.
 */
export function detectDialect(source: string): Dialect {
  if (typeof source !== 'string') throw wrong('source', 'a string', source)
  if (isHtml(source)) return 'html'
  if (/^\s*\{\s*"[^"\\\n]{0,99}"\s*:/.test(source)) return 'json'
  if (/^\s*\{\s*["}]/.test(source) && /\}\s*$/.test(source.slice(-100))) return 'json'
  // The first of those that are ahead is taken.
  const scores = new Map<Dialect, number>([['text', 0]])
  let previous = ''
  for (const line of firstLines(source)) {
    for (const {dialect, or, pattern, weight} of signs) {
      if (!pattern.test(line)) continue
      add(scores, dialect, weight)
      if (or) add(scores, or, weight)
    }
    if (isSetextRule(line, previous)) add(scores, 'markdown', line.startsWith('----') ? 1 : 3)
    if (isNumbered(line, previous)) add(scores, 'wikitext', 4)
    previous = line
    const [first, second] = ranked(scores)
    if (first![1] - (second?.[1] ?? 0) >= lead) break
  }
  return ranked(scores)[0]![0]
}

function ranked(scores: ReadonlyMap<Dialect, number>): [dialect: Dialect, score: number][] {
  return [...scores].sort((a, b) => b[1] - a[1])
}

function add(scores: Map<Dialect, number>, dialect: Dialect, weight: number): void {
  scores.set(dialect, (scores.get(dialect) ?? 0) + weight)
}

/** `===` or `---` under a line of text; four dashes are wikitext's rule, too. */
function isSetextRule(line: string, previous: string): boolean {
  return /^(?:=+|-{2,})\s*$/.test(line) && previous.trim() !== '' && !previous.includes('|')
}

/**
 * A numbered item under another: headings of Markdown do not follow each other on one level.
 *
 * ```markdown
 * | # Wind the clocks
 * | # Paint the hands
 * ```
 */
function isNumbered(line: string, previous: string): boolean {
  const marks = /^#{1,2}(?= *[^\s#])/
  const [mark] = marks.exec(line) ?? []
  const [before] = marks.exec(previous) ?? []
  return mark !== undefined && before !== undefined && mark.length <= before.length
}

/** The first lines, each cut where it is very long. */
function* firstLines(source: string): Generator<string> {
  let at = 0
  for (let count = 0; count < sample && at < source.length; count++) {
    const next = endOfLine(source, at)
    yield source.slice(at, Math.min(next, at + 2000))
    at = next + (source.startsWith('\r\n', next) ? 2 : 1)
  }
}

function endOfLine(source: string, at: number): number {
  while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at++
  return at
}
