/** Where a note goes by its date: pages run oldest first or newest first. */
import {childrenOf} from '../document/children.ts'
import type {Place} from './place.ts'
import type {Goal, Note, Plan, Section, Task} from '../plan/types.ts'

/**
 * Where among the notes of a section, goal or task one of a date goes: in the direction that they have, else in the
 * page's, else oldest first. Of one day, what is new follows in that direction.
 */
export function placeOfDate(
  date: string,
  parent: Section | Goal | Task,
  plan: Plan
): Place | undefined {
  const notes = notesOf(parent).filter((note) => dateOf(note) !== '')
  const isNewestFirst = (directionOf(notes) || directionOfPlan(plan)) < 0
  const isBefore = (note: Note): boolean =>
    isNewestFirst ? dateOf(note) > date : dateOf(note) <= date
  const before = notes.findLast(isBefore)
  if (before) return {after: before}
  return notes[0] && {before: notes[0]}
}

function notesOf({children}: Section | Goal | Task): Note[] {
  return children.filter((child): child is Note => child.type === 'note')
}

/** Above 0 where later notes stand below earlier ones, below 0 where they stand above. */
function directionOf(notes: readonly Note[]): number {
  let direction = 0
  for (const [index, note] of notes.entries()) {
    const before = index === 0 ? '' : dateOf(notes[index - 1]!)
    if (before !== '') direction += Math.sign(compare(dateOf(note), before))
  }
  return direction
}

function directionOfPlan(plan: Plan): number {
  let direction = 0
  for (const period of childrenOf(plan, 'period'))
    for (const section of childrenOf(period, 'section'))
      direction += directionOf(childrenOf(section, 'note').filter((note) => dateOf(note) !== ''))
  return direction
}

/** ISO dates sort as text, also those that are less precise: a month stands before its days. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

/** A note's date, `''` where it has none that a calendar has. */
function dateOf(note: Note): string {
  return childrenOf(note, 'date')[0]?.value ?? ''
}
