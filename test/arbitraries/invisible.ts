/**
 * What a page has and no plan says: references, comments, files, categories, templates, anchors, switches; put into a
 * page anywhere between its markup.
 */
import fc from 'fast-check'

/** Where something goes: on which line, where in it, and what it is. */
export interface Insertion {
  line: number
  at: number
  how: number
  what: number
}

/** A page with invisible content, and that content in its order. */
export interface Littered {
  page: string
  pieces: readonly string[]
}

/** By a number, so that each can be told from the others. */
const constructs: readonly ((n: number) => string)[] = [
  (n) => `<ref>Minutes ${n}</ref>`,
  (n) => `<ref name="r${n}"/>`,
  (n) => `<ref name="r${n}">See [https://ref.example/${n} it], {{done}}</ref>`,
  (n) => `<!-- remark ${n} -->`,
  (n) => `<!--${n}\n* {{done}} twice-->`,
  (n) => `[[File:Boat ${n}.png|thumb|A boat, number ${n}]]`,
  (n) => `[[Category:Boats ${n}]]`,
  (n) => `<references group="g${n}" />`,
  (n) => `{{Foo|a=b${n}}}`,
  (n) => `{{anchor|x${n}}}`,
  (n) => `{{DISPLAYTITLE:Boats ${n}}}`,
  (n) => `<span id="s${n}"></span>`,
  (n) => `<!--T:${n}-->`,
  (n) => `<section begin="s${n}" />`,
  (n) => `<templatestyles src="Boats ${n}/styles.css" />`,
  (n) => `{{#if:{{{${n}|}}}|x}}`,
  (n) => `<nowiki n="${n}" />`,
  (n) => `<ref>Two\nlines ${n}</ref>`,
  (n) => `<noinclude><!-- ${n} --></noinclude>`,
  (n) => `<includeonly>Only ${n} {{done}}</includeonly>`,
  (n) => `<div id="d${n}"></div>`,
  (n) => `{{Bar${n}\n| a = [[Pier]]\n| b = {{done}}\n}}`,
  (n) => `{{{p${n}|}}}`
]

/** These are on a page once. */
const switches = ['__NOTOC__', '__NOEDITSECTION__', '__FORCETOC__', '__NEWSECTIONLINK__']

const insertion: fc.Arbitrary<Insertion> = fc.record({
  line: fc.nat(997),
  at: fc.nat(997),
  how: fc.nat(11),
  what: fc.nat(997)
})

export const insertions: fc.Arbitrary<Insertion[]> = fc.array(insertion, {
  minLength: 1,
  maxLength: 6
})

/** A page with things put into it. */
export function litter(page: string, list: readonly Insertion[]): Littered {
  const eol = page.includes('\r\n') ? '\r\n' : '\n'
  const used = new Set<string>()
  const lines = page.split(eol)
  for (const [n, {what, ...place}] of list.entries()) {
    const kind = what % (constructs.length + 1)
    const piece = constructs[kind]?.(100 + n) ?? switches[what % switches.length]!
    if (used.has(piece) || page.includes(piece)) continue
    used.add(piece)
    put(lines, piece.replaceAll('\n', eol), place)
  }
  const whole = lines.join(eol)
  return {
    page: whole,
    pieces: inOrder(
      whole,
      [...used].map((piece) => piece.replaceAll('\n', eol))
    )
  }
}

/** On a line of its own, at a line's end, or within it. */
function put(lines: string[], piece: string, {line, at, how}: Omit<Insertion, 'what'>): void {
  const index = line % (lines.length + 1)
  if (how < 4) {
    const blank = how % 2 === 0 ? [] : ['']
    const own = how < 2 ? [piece] : [...blank, piece, ...blank]
    lines.splice(index, 0, ...own)
    return
  }
  const text = lines[index % lines.length]!
  if (partHeading.test(text)) return
  const offset = how < 6 ? text.trimEnd().length : openings(text).at(at % openings(text).length)!
  const [left, right] = [how % 2 === 0 ? '' : ' ', how % 3 === 0 ? ' ' : '']
  lines[index % lines.length] = text.slice(0, offset) + left + piece + right + text.slice(offset)
}

/**
 * Known to fail: a new heading over goals or notes is that of another section (`section-lines.ts`), and with it is
 * what stands in it.
 */
const partHeading = /\b(?:goals?|status|ziele?|stand)\b/i

/** Constructs that nothing is put into, and the marks that open a line. */
const whole =
  /^[*#:;=|! {}-]+|\{[{[|]|[^{}]*\}\}|<nowiki>.*?<\/nowiki>|<[^>]*>+|\[\[[^\]]*\]\][a-z]*|\[\S*|https?:\S*|'{2,}|=+\s*$|&\w+;|__\w+__/gi

/** Offsets of a line at which something may be put. */
function openings(line: string): number[] {
  const found = Array.from({length: line.length + 1}, (_, at) => at)
  const taken = [...line.matchAll(whole)]
  const isFree = (at: number): boolean =>
    taken.every((match) => at <= match.index || at >= match.index + match[0].length)
  const isWordEnd = (at: number): boolean =>
    !/\w/.test(line[at - 1] ?? ' ') || !/\w/.test(line[at] ?? ' ')
  return found.filter((at) => isFree(at) && isWordEnd(at) && (at > 0 || !/^[*#:;=|!{ ]/.test(line)))
}

/** Which pieces a page has, in its order. */
export function inOrder(page: string, pieces: readonly string[]): string[] {
  return pieces
    .map((piece) => ({piece, at: page.indexOf(piece)}))
    .filter(({at}) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({piece}) => piece)
}
