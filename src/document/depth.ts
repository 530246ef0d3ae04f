/** The levels of headings. */
import type {Heading} from './types.ts'

/** MediaWiki, HTML and Markdown all know six levels. */
export const deepestHeading = 6

/** A level as one that there is; what would be deeper stands on the deepest. */
export function headingDepth(level: number): Heading['depth'] {
  return Math.min(deepestHeading, Math.max(1, level)) as Heading['depth']
}

/** The marks around a heading of a level: `===`. */
export function headingMarks(level: number): string {
  return '='.repeat(headingDepth(level))
}
