/**
 * Words and characters at an offset of a text: what the rules of recognition are made of.
 */

/** Where characters of a kind, such as blanks or dashes, end that stand from an offset on. */
export function skip(text: string, at: number, characters: RegExp): number {
  while (at < text.length && characters.test(text.charAt(at))) at++
  return at
}

/** The longest of some words that stands at an offset and is not a part of a longer word. */
export function wordAt(text: string, at: number, words: readonly string[]): string | undefined {
  let best: string | undefined
  for (const word of words) {
    if (best !== undefined && word.length <= best.length) continue
    const end = at + word.length
    if (text.slice(at, end).toLowerCase() !== word.toLowerCase()) continue
    if (/\p{L}/u.test(text.charAt(end)) && /\p{L}/u.test(word.at(-1)!)) continue
    best = text.slice(at, end)
  }
  return best
}
