/** Texts that are one text changed: those that have many triples of characters in common. */
import {pair, unpaired} from './pairs.ts'
import type {Pairs} from './pairs.ts'

/** From here on two texts are one text changed. */
const threshold = 0.5

/** How much of a text is looked at. */
const maxLength = 256

/** A triple that stands in more texts than this tells nothing, and is not followed. */
const maxTexts = 24

/** How many texts are compared with one. */
const maxCandidates = 8

/**
 * Pairs what reads alike, the most similar first; of what is equally similar that which stands first. Each text is
 * compared with those few that it has rare triples in common with, so the time grows as the texts do.
 *
 * @param least How similar they have to be: 1 for the same text, 0 for nothing in common.
 */
export function pairSimilar<T>(
  pairs: Pairs<T>,
  before: readonly T[],
  after: readonly T[],
  textOf: (item: T) => string,
  least = threshold
): void {
  const [left, right] = unpaired(pairs, before, after)
  const known = left.map((item) => ({item, triples: triplesOf(textOf(item))}))
  const textsWith = new Map<string, number[]>()
  for (const [at, {triples}] of known.entries()) {
    for (const triple of triples) {
      const texts = textsWith.get(triple)
      if (texts) texts.push(at)
      else textsWith.set(triple, [at])
    }
  }
  const found = right.flatMap((item) => {
    const triples = triplesOf(textOf(item))
    const scored = candidates(triples, textsWith).map((at) => ({
      before: known[at]!.item,
      after: item,
      score: likeness(triples, known[at]!.triples)
    }))
    return scored.filter(({score}) => score >= least)
  })
  for (const {before, after} of found.sort((a, b) => b.score - a.score))
    if (!pairs.afterOf.has(before) && !pairs.beforeOf.has(after)) pair(pairs, before, after)
}

function triplesOf(text: string): Set<string> {
  const padded = ` ${text.slice(0, maxLength).toLowerCase()} `
  const triples = new Set<string>()
  for (let at = 0; at + 3 <= padded.length; at++) triples.add(padded.slice(at, at + 3))
  return triples
}

/** The texts that have the most rare triples in common with one. */
function candidates(
  triples: ReadonlySet<string>,
  textsWith: ReadonlyMap<string, number[]>
): number[] {
  const counts = new Map<number, number>()
  for (const triple of triples) {
    const texts = textsWith.get(triple)
    if (!texts || texts.length > maxTexts) continue
    for (const at of texts) counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  const sorted = [...counts].sort(([a, x], [b, y]) => y - x || a - b)
  return sorted.slice(0, maxCandidates).map(([at]) => at)
}

/** What part of their triples two texts have in common (Dice's coefficient). */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const triple of a) if (b.has(triple)) common++
  return (2 * common) / (a.size + b.size || 1)
}
