/** Items of lists: how new ones open, and how moved ones fit in. */
import {lineAt, lineText, rangeOf} from './page.ts'
import {majority} from './majority.ts'
import type {State} from './state.ts'
import {listOf, type Entity, type Kind} from '../entities.ts'

/** What an item's line opens with: `** `. */
function itemOpening({node}: Entity, {page}: State): string {
  const line = lineText(page, lineAt(page, rangeOf(node).start))
  return /^[*#:;]*[ \t]*/.exec(line)![0]
}

/** What stands around a new item. */
export interface ItemPlace {
  siblings: readonly Entity[]
  /** What stands two levels above it: items as deep below that are asked where it has no siblings. */
  grandparent?: Entity | undefined
  /** The bullets of the item that it is nested in. */
  outer: string
}

/**
 * What a new item opens with: what its siblings do, else the bullets of the item it is nested in and one more,
 * as items nearby have it.
 */
export function newOpening(kind: Kind, place: ItemPlace, state: State): string {
  const {siblings, outer} = place
  const {survey} = state
  const grandparent = siblings.length > 0 ? undefined : place.grandparent
  const like = survey.once(siblings[0] ?? survey, `opening of ${siblings.length}`, () =>
    majority([openingsOf(siblings, state)])
  )
  return (
    like ??
    survey.once(grandparent ?? survey, `opening ${kind} ${outer}`, () =>
      nestedOpening(kind, {...place, grandparent}, state)
    )
  )
}

function nestedOpening(kind: Kind, {grandparent, outer}: ItemPlace, state: State): string {
  const {survey} = state
  const cousins = grandparent?.children.flatMap((parent) => listOf(parent, kind)) ?? []
  const all = survey.once(survey, `openings ${kind}`, () => openingsOf(survey.all(kind), state))
  const near = [openingsOf(cousins, state), all].map((list) =>
    list.filter((open) => marksOf(open).slice(0, -1) === outer)
  )
  const bulletOf = (open: string): string => marksOf(open).at(-1)!
  const bullet =
    majority(near.map((list) => list.map(bulletOf))) ??
    /[*#]$/.exec(outer)?.[0] ??
    majority([all.map(bulletOf)])
  const gap = majority([all.map((open) => open.slice(marksOf(open).length))]) ?? ' '
  return outer + (bullet ?? '*') + gap
}

/** How things that are items open; what stands on the line of a term is none. */
function openingsOf(things: readonly Entity[], state: State): string[] {
  return things.map((thing) => itemOpening(thing, state)).filter((open) => /^[*#:]/.test(open))
}

/** Lines of items at another level: their bullets are those of the new place. */
export function withMarks(lines: readonly string[], to: string): string[] {
  const from = marksOf(lines[0] ?? '')
  return lines.map((line) => (line.startsWith(from) ? to + line.slice(from.length) : line))
}

/** The bullets of all levels that a line opens with. */
export function marksOf(line: string): string {
  return /^[*#:;]*/.exec(line)![0]
}
