/**
 * Edits of a page as people make them in the wiki's text box: line by line, and whatever the page says. None of it
 * goes through the code that edits plans.
 */
import fc from 'fast-check'

/** One change of a page's lines; numbers are taken modulo what there is. */
interface HandEdit {
  kind: keyof typeof makers
  at: number
  to: number
  which: number
  /** Makes new words unlike those of other edits; two sides that have the same do the same. */
  word: string
}

const statuses = ['{{done}}', '{{In progress}}', '<<Stalled>>', '{{to do}}', '{{Postponed}}']

const lines: ((word: string) => string)[] = [
  (word) => `* Fetch ${word}`,
  (word) => `** Count ${word}`,
  (word) => `* Fetch ${word} {{to do}}`,
  (word) => `===== Mend ${word} =====`,
  (word) => `'''Note: May ${1 + (word.length % 28)}, 2031'''`,
  (word) => `* {{done}} It was ${word}.`,
  (word) => `<!-- ${word} -->`,
  (word) => `Nobody knows ${word}.`,
  () => ''
]

type Maker = (page: string[], edit: HandEdit) => void

/** A line that has something on it, at some place or behind it. */
function filled(page: readonly string[], at: number): number | undefined {
  for (let n = 0; n < page.length; n++) {
    const line = (at + n) % page.length
    if (/[\p{L}\p{N}]/u.test(page[line]!)) return line
  }
  return undefined
}

/** What changes a line that has something on it. */
function inLine(change: (line: string, edit: HandEdit) => string): Maker {
  return (page, edit) => {
    const at = filled(page, edit.at)
    if (at !== undefined) page[at] = change(page[at]!, edit)
  }
}

/** Puts something at the end of a line, within the signs of a heading and of bold. */
function append(line: string, text: string): string {
  const [end] = /(?:\s*=+)?\s*$/.exec(line)!
  return `${line.slice(0, line.length - end.length)} ${text}${end}`
}

const marker = /\s*(?:\{\{[^{}|]*\}\}|<<[^<>]*>>)/

const makers = {
  insert: (page, {at, which, word}) => {
    page.splice(at % (page.length + 1), 0, lines[which % lines.length]!(word))
  },
  remove: (page, {at, to}) => {
    if (page.length > 3) page.splice(at % page.length, 1 + (to % 2))
  },
  move: (page, {at, to, which}) => {
    const moved = page.splice(at % Math.max(1, page.length), 1 + (which % 3))
    page.splice(to % (page.length + 1), 0, ...moved)
  },
  swap: (page, {at}) => {
    const [from, to] = [filled(page, at), filled(page, at + 1)]
    if (from === undefined || to === undefined) return
    ;[page[from], page[to]] = [page[to]!, page[from]!]
  },
  setStatus: inLine((line, {which}) => {
    const status = statuses[which % statuses.length]!
    return marker.test(line) ? line.replace(marker, ` ${status}`) : append(line, status)
  }),
  clearStatus: inLine((line) => line.replace(marker, '')),
  changeWord: inLine((line, {to, word}) => {
    const words = [...line.matchAll(/(?<![{<&])\b\p{L}{3,}/gu)]
    const found = words[to % Math.max(1, words.length)]
    if (!found) return line
    return line.slice(0, found.index) + word + line.slice(found.index + found[0].length)
  }),
  appendWord: inLine((line, {word}) => append(line, word)),
  comment: inLine((line, {word}) => append(line, `<!-- ${word} -->`))
} satisfies Record<string, Maker>

const kinds = Object.keys(makers) as (keyof typeof makers)[]

/** Some edits by one side; its new words are its own, but for a few that are anybody's. */
export function handEdits(side: string): fc.Arbitrary<HandEdit[]> {
  const edit = fc.record({
    kind: fc.constantFrom(...kinds, 'setStatus' as const, 'changeWord' as const),
    at: fc.nat(200),
    to: fc.nat(200),
    which: fc.nat(200),
    word: fc.oneof(
      {weight: 9, arbitrary: fc.nat(999).map((number) => `${side}${number}`)},
      {weight: 1, arbitrary: fc.constant('both1')}
    )
  })
  return fc.array(edit, {minLength: 1, maxLength: 4})
}

/** The page after some edits; its line ends are kept. */
export function editByHand(page: string, edits: readonly HandEdit[]): string {
  const eol = page.includes('\r\n') ? '\r\n' : '\n'
  const all = page.split(eol)
  const last = all.pop()!
  for (const edit of edits) makers[edit.kind](all, edit)
  return [...all, last].join(eol)
}
