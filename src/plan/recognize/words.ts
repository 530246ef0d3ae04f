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
    if (!opensAlike(text, at, word) || word.length <= (best?.length ?? 0)) continue
    const found = text.slice(at, at + word.length)
    if (!isAlike(found, word)) continue
    if (isLetter(text.charAt(at + word.length)) && isLetter(word.at(-1)!)) continue
    best = found
  }
  return best
}

/** Whether two words are the same; between their parts may be a line's end, as in Markdown, or another blank. */
function isAlike(found: string, word: string): boolean {
  const [left, right] = [found.toLowerCase(), word.toLowerCase()]
  if (left === right) return true
  // Few open so alike: the last letters of most others differ.
  return left.at(-1) === right.at(-1) && left.replace(/\s/g, ' ') === right
}

/** Whether a word may stand at an offset, by its first letter: few do, and this says so at once. */
function opensAlike(text: string, at: number, word: string): boolean {
  const left = text.charCodeAt(at)
  const right = word.charCodeAt(0)
  return left > 127 || right > 127 || (left | 32) === (right | 32)
}

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character)
}
