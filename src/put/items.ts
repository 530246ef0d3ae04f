/** Items of lists: how new ones open, and how moved ones fit in. */
import {lineAt, lineStart, lineText, rangeOf} from './page.ts'
import {majority} from './majority.ts'
import {marksOf} from './titled-line.ts'
import type {State} from './state.ts'
import type {Entity} from '../changes/entities.ts'

/** The kinds that may be items. */
export type ItemKind = 'goal' | 'task' | 'update' | 'objective'

/** What an item's line opens with: `** `. */
export function itemOpening({node}: Entity, {page}: State): string {
  const line = lineText(page, lineAt(page, rangeOf(node).start))
  return /^[*#:;]*[ \t]*/.exec(line)![0]
}

/**
 * What a new item opens with: what its siblings do, else the bullets of the item it is nested in and one more,
 * as items of its kind have it.
 *
 * @param outer The bullets of the item that it is nested in.
 */
export function newOpening(
  kind: ItemKind,
  siblings: readonly Entity[],
  outer: string,
  state: State
): string {
  const near = siblings
    .map((thing) => itemOpening(thing, state))
    .filter((open) => marksOf(open) !== '')
  const like = majority([near])
  if (like !== undefined) return like
  const all = state.survey
    .all(kind)
    .map((thing) => itemOpening(thing, state))
    .filter((open) => marksOf(open) !== '')
  const level = all.filter((open) => marksOf(open).length > 1 === outer.length > 0)
  const bullet =
    majority([level.map((open) => marksOf(open).at(-1)!)]) ?? (/[*#]$/.exec(outer)?.[0] || '*')
  const gap = majority([all.map((open) => open.slice(marksOf(open).length))]) ?? ' '
  return outer + bullet + gap
}

/** Lines of items at another level: their bullets are those of the new place. */
export function withMarks(lines: readonly string[], to: string): string[] {
  const from = marksOf(lines[0] ?? '')
  return lines.map((line) => (line.startsWith(from) ? to + line.slice(from.length) : line))
}

/** Where the line of a thing starts. */
export function lineStartOf({node}: Entity, {page}: State): number {
  return lineStart(page, lineAt(page, rangeOf(node).start))
}
