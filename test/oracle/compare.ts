/**
 * Our reading of a page beside Parsoid's.
 */
import {parseWikitext} from '../../src/syntax/wikitext/index.ts'
import {parseWithParts} from '../../src/syntax/wikitext/parts.ts'
import {parsoidPage} from './parsoid.ts'
import {isInside, print} from './ranges.ts'
import type {Construct, Range} from './ranges.ts'
import {partRanges, treeRanges} from './tree-ranges.ts'

/** What both see, and what only one sees, each as `strong 4-11`. */
export interface Comparison {
  agreed: Construct[]
  ours: string[]
  parsoid: string[]
}

/** Compares all that both can see. */
export async function compare(page: string): Promise<Comparison> {
  const theirs = await parsoidPage(page)
  const isVisible = (range: Range) => !theirs.opaque.some((outer) => isInside(range, outer))
  const entries = (ranges: Range[]) =>
    new Map(
      ranges
        .filter(isVisible)
        .map((range) => trimmed(page, range))
        .map((range) => [print(range), range])
    )
  const ours = entries([...treeRanges(parseWikitext(page)), ...partRanges(parseWithParts(page))])
  const parsoid = entries(theirs.ranges)
  return {
    agreed: [...ours].filter(([key]) => parsoid.has(key)).map(([, {construct}]) => construct),
    ours: [...ours.keys()].filter((key) => !parsoid.has(key)),
    parsoid: [...parsoid.keys()].filter((key) => !ours.has(key))
  }
}

/**
 * Blank space before the next cell, or where a line or the page ends what is open, is no one's: Parsoid
 * leaves it to what stands before it, we to no node.
 */
const ragged = new Set<Construct>([
  ...(['table', 'caption', 'row', 'cell', 'header'] as const),
  ...(['strong', 'emphasis', 'preformatted'] as const)
])

function trimmed(page: string, range: Range): Range {
  if (!ragged.has(range.construct)) return range
  let {end} = range
  while (end > range.start && /\s/.test(page.charAt(end - 1))) end--
  return {...range, end}
}
