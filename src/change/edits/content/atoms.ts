/** A text as atoms: words, blanks, other characters, and the links and statuses that are not looked into. */
import type {LinkSpan, Span, StatusSpan} from './reading.ts'

/** What is compared: two atoms with the same key are the same. */
export interface Atom extends Span {
  key: string
  kind: 'word' | 'blank' | 'link' | 'status'
  /** Index of the link or status. */
  index: number
}

/** A link or status that is one atom, with its key. */
export interface Fixed extends Span {
  key: string
  kind: 'link' | 'status'
  index: number
}

/** The atoms of a text, without blanks at its ends. `fixed` are in order. */
export function toAtoms({text}: {text: string}, fixed: readonly Fixed[]): Atom[] {
  const atoms: Atom[] = []
  let at = 0
  for (const span of fixed) {
    addWords(text, at, span.from, atoms)
    atoms.push(span)
    at = span.to
  }
  addWords(text, at, text.length, atoms)
  return withoutBlankEnds(atoms)
}

const words = /\s+|[\p{L}\p{N}\p{M}_]+|[^]/gu

function addWords(text: string, from: number, to: number, atoms: Atom[]): void {
  for (const match of text.slice(from, to).matchAll(words)) {
    const [word] = match
    const isBlank = word.trim() === ''
    const start = from + match.index
    atoms.push({
      key: isBlank ? ' ' : `word ${word}`,
      kind: isBlank ? 'blank' : 'word',
      index: -1,
      from: start,
      to: start + word.length
    })
  }
}

function withoutBlankEnds(atoms: Atom[]): Atom[] {
  const start = atoms[0]?.kind === 'blank' ? 1 : 0
  const end = atoms.length > start && atoms.at(-1)!.kind === 'blank' ? -1 : atoms.length
  return atoms.slice(start, end)
}

export function fixedStatus({from, to}: StatusSpan, index: number, key: string): Fixed {
  return {from, to, kind: 'status', index, key}
}

export function fixedLink({from, to}: LinkSpan, index: number, key: string): Fixed {
  return {from, to, kind: 'link', index, key}
}

export function inOrder(fixed: Fixed[]): Fixed[] {
  return fixed.sort((a, b) => a.from - b.from || a.to - b.to)
}
