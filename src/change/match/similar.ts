/** Texts that are one text changed: those that have many triples of characters in common. */

/** Two similar things and how similar they are: 1 for the same text, 0 for nothing in common. */
export interface Similar<T> {
  before: T
  after: T
  score: number
}

/** From here on two texts are one text changed. */
const threshold = 0.5

/** How much of a text is looked at. */
const maxLength = 256

/** A triple that stands in more texts than this tells nothing, and is not followed. */
const maxTexts = 24

/** How many texts are compared with one. */
const maxCandidates = 8

/**
 * The similar texts of two lists, the most similar first; of equally similar ones those that stand first.
 * Each text is compared with those few that it has rare triples in common with, so the time grows as the
 * texts do.
 */
export function findSimilar<T>(
  before: readonly T[],
  after: readonly T[],
  textOf: (item: T) => string
): Similar<T>[] {
  const known = before.map((item) => ({item, triples: triplesOf(textOf(item))}))
  const index = indexOf(known)
  const found = after.flatMap((item) => {
    const triples = triplesOf(textOf(item))
    return candidates(triples, index)
      .map((at) => ({before: known[at]!, score: likeness(triples, known[at]!.triples)}))
      .filter(({score}) => score >= threshold)
      .map(({before, score}) => ({before: before.item, after: item, score}))
  })
  return found.sort((a, b) => b.score - a.score)
}

function triplesOf(text: string): Set<string> {
  const padded = ` ${text.slice(0, maxLength).toLowerCase()} `
  const triples = new Set<string>()
  for (let at = 0; at + 3 <= padded.length; at++) triples.add(padded.slice(at, at + 3))
  return triples
}

/** Which texts have a triple. */
function indexOf(known: readonly {triples: Set<string>}[]): Map<string, number[]> {
  const index = new Map<string, number[]>()
  for (const [at, {triples}] of known.entries()) {
    for (const triple of triples) {
      const list = index.get(triple)
      if (list) list.push(at)
      else index.set(triple, [at])
    }
  }
  return index
}

/** The texts that have the most rare triples in common with one. */
function candidates(triples: Set<string>, index: ReadonlyMap<string, number[]>): number[] {
  const counts = new Map<number, number>()
  for (const triple of triples) {
    const list = index.get(triple)
    if (!list || list.length > maxTexts) continue
    for (const at of list) counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || a - b)
  return sorted.slice(0, maxCandidates).map(([at]) => at)
}

/** What part of their triples two texts have in common (Dice's coefficient). */
function likeness(a: Set<string>, b: Set<string>): number {
  let common = 0
  for (const triple of a) if (b.has(triple)) common++
  return (2 * common) / (a.size + b.size || 1)
}
