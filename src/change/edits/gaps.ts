/** The blank lines between things. */
import {marksOf} from './items.ts'
import type {State} from './state.ts'
import type {Kind} from '../entities.ts'

/**
 * New lines with the blank lines before them that things of their kind have.
 *
 * None stand before an item within another, as they would part the two; where the page has no such item, none
 * stand before an item at all.
 */
export function withGap(
  lines: readonly string[],
  kind: Kind,
  isFirst: boolean,
  state: State
): string[] {
  return [...gapBefore(lines, kind, isFirst, state), ...lines]
}

export function gapBefore(
  [line = '']: readonly string[],
  kind: Kind,
  isFirst: boolean,
  {survey}: State
): string[] {
  const marks = marksOf(line)
  if (marks.length > 1) return []
  const isItem = marks !== ''
  const other = isItem ? 0 : survey.gap(kind, !isFirst, isItem)
  return blanks(survey.gap(kind, isFirst, isItem) ?? other ?? 0)
}

/** So many blank lines. */
export function blanks(count: number): string[] {
  return Array.from({length: count}, () => '')
}
