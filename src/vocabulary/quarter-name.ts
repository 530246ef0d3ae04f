import type {Vocabulary} from './types.ts'

/** How a quarter is called: `Q2`, or `Quartal 2` where the word is not a single letter. */
export function quarterName(quarter: number, {headings}: Pick<Vocabulary, 'headings'>): string {
  const word = headings.quarter[0] ?? ''
  return word.length === 1 ? word + quarter : `${word} ${quarter}`
}
