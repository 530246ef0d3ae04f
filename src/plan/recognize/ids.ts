import {toText} from '../../document/plain-text.ts'
import type {Goal, Note, Outcome, Period, Plan, Task} from '../types.ts'

/** How many of a thing's words its id has. */
const maxWords = 6

/** Gives every period, outcome, goal, task and note its id, where it has none. */
export function assignIds(plan: Plan): void {
  const taken: TakenIds = new Map()
  let count = 0
  for (const period of plan.children) {
    if (period.type !== 'period') continue
    count++
    namePeriod(period, count, taken)
  }
}

/** How often each id is taken: those that things are given are added. */
export type TakenIds = Map<string, number>

/** Names a period, the n-th of its plan, and what is in it. */
export function namePeriod(period: Period, count: number, taken: TakenIds): void {
  period.id ||= unique(period.quarter ? `q${period.quarter}` : `period-${count}`, taken)
  for (const outcome of period.children)
    if (outcome.type === 'outcome') nameOutcome(outcome, period.id, taken)
}

/** Names an outcome of a period with this id, and what is in it. */
export function nameOutcome(outcome: Outcome, parent: string, taken: TakenIds): void {
  outcome.id ||= unique(`${parent}/${outcomeWords(outcome)}`, taken)
  for (const child of outcome.children) {
    if (child.type === 'goal') nameTitled(child, outcome.id, taken)
    if (child.type === 'note') nameNote(child, outcome.id, taken)
  }
}

/** Names a note of an outcome with this id. */
export function nameNote(note: Note, parent: string, taken: TakenIds): void {
  note.id ||= unique(`${parent}/${noteWords(note)}`, taken)
}

function outcomeWords({outcomes, outputs, heading}: Outcome): string {
  if (heading === null) return 'goals'
  const words = [...numbered('outcome', outcomes), ...numbered('output', outputs)]
  return words.length > 0 ? slug(words.join(' '), Infinity) : slug(heading)
}

function numbered(word: string, numbers: string[]): string[] {
  return numbers.length > 0 ? [word, ...numbers] : []
}

/** Names a goal or task below what has this id, and its tasks. */
export function nameTitled(node: Goal | Task, parent: string, taken: TakenIds): void {
  const statement = node.children.find((child) => child.type === 'statement')
  node.id ||= unique(`${parent}/${slug(statement ? toText(statement) : '')}`, taken)
  for (const child of node.children) if (child.type === 'task') nameTitled(child, node.id, taken)
}

function noteWords(note: Note): string {
  const date = note.children.find((child) => child.type === 'date')
  return date ? (date.value ?? slug(date.raw)) : 'undated'
}

/** The first words of a text as one that a person can type: `wind-the-clocks`. */
export function slug(text: string, words = maxWords): string {
  const plain = text.toLowerCase().replaceAll(/['’]/g, '')
  const word = /[\p{L}\p{M}\p{N}]+/gu
  let found = ''
  for (let count = 0; count < words; count++) {
    const match = word.exec(plain)
    if (!match) break
    found += count > 0 ? '-' + match[0] : match[0]
  }
  return found || 'untitled'
}

/** Twins get `-2`, `-3`. */
function unique(id: string, taken: TakenIds): string {
  let count = taken.get(id) ?? 0
  let result = id
  do {
    count++
    result = count === 1 ? id : `${id}-${count}`
  } while (count > 1 && taken.has(result))
  taken.set(id, count)
  if (result !== id) taken.set(result, 1)
  return result
}
