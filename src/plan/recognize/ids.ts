import {visit} from 'unist-util-visit'
import {childOf, childrenOf} from '../../document/children.ts'
import {rawText} from '../../document/plain-text.ts'
import type {Goal, Note, Period, Plan, Section, Task} from '../types.ts'

/** How many of a thing's words its id has. */
const maxWords = 6

/**
 * Gives every period, section, goal, task and note its id, where it has none.
 *
 * @param taken The ids that some have, as `takenIn` finds them.
 */
export function assignIds(plan: Plan, taken: TakenIds = new Map()): void {
  const codes = codesOf(plan)
  let count = 0
  for (const period of plan.children) {
    if (period.type !== 'period') continue
    count++
    namePeriod(period, count, taken, codes)
  }
}

/** How often each id is taken: those that are given are added. */
export type TakenIds = Map<string, number>

/** The ids that a plan has. */
export function takenIn(plan: Plan): TakenIds {
  const taken: TakenIds = new Map()
  visit(plan, (node) => {
    if ('id' in node && node.id !== '') taken.set(node.id, 1)
  })
  return taken
}

/** Ids made of codes that one node of the plan has. */
export type Codes = ReadonlySet<string>

type Coded = Section | Goal | Task

/**
 * The codes that name one thing where they first stand, be it a period or what is added to a plan: that is called by
 * its code. A quarter's goals may stand under the same code as the year's.
 */
export function codesOf(...roots: readonly {children: readonly {type: string}[]}[]): Codes {
  const first = new Map<string, {at: Named; count: number}>()
  const visit = (node: Named, at: Named): void => {
    if (node.code) {
      const id = codeId(node.code)
      const found = first.get(id)
      if (!found) first.set(id, {at, count: 1})
      else if (found.at === at) found.count++
    }
    if (holders.has(node.type)) for (const child of node.children ?? []) visit(child, at)
  }
  for (const root of roots) for (const child of root.children) visit(child, child)
  return new Set([...first].filter(([, {count}]) => count === 1).map(([code]) => code))
}

interface Named {
  type: string
  code?: string | null
  children?: readonly {type: string}[]
}

const holders = new Set(['period', 'section', 'goal', 'task'])

/** `WE1.2.3` as `we1-2-3`. */
function codeId(code: string): string {
  return slug(code, Infinity)
}

/** Names a period, the n-th of its plan, and what is in it. */
export function namePeriod(period: Period, count: number, taken: TakenIds, codes: Codes): void {
  period.id ||= unique(period.quarter ? `q${period.quarter}` : `period-${count}`, taken)
  for (const section of period.children)
    if (section.type === 'section') nameSection(section, period.id, taken, codes)
}

/** Names a section below what has this id, and what is in it. */
export function nameSection(section: Section, parent: string, taken: TakenIds, codes: Codes): void {
  section.id ||= unique(
    codeOf(section, codes, taken) ?? `${parent}/${sectionWords(section)}`,
    taken
  )
  for (const child of section.children) {
    if (child.type === 'section') nameSection(child, section.id, taken, codes)
    if (child.type === 'goal') nameItem(child, section.id, taken, codes)
    if (child.type === 'note') nameNote(child, section.id, taken)
  }
}

function codeOf({code}: Coded, codes: Codes, taken: TakenIds): string | undefined {
  const id = code === null ? undefined : codeId(code)
  return id !== undefined && codes.has(id) && !taken.has(id) ? id : undefined
}

/** Names a note of what has this id. */
export function nameNote(note: Note, parent: string, taken: TakenIds): void {
  note.id ||= unique(`${parent}/${noteWords(note)}`, taken)
}

/** The qualifier tells sections of the same numbers apart, and must do so when one of them is taken out. */
function sectionWords({numbers, qualifier, heading}: Section): string {
  if (heading === null) return 'goals'
  const words = Object.entries(numbers).flatMap(([word, list]) => [word, ...list])
  if (words.length === 0) return slug(heading)
  return slug([...words, qualifier ?? ''].join(' '), Infinity)
}

/** Names a goal or task below what has this id, with its notes and tasks. */
export function nameItem(node: Goal | Task, parent: string, taken: TakenIds, codes: Codes): void {
  node.id ||= unique(codeOf(node, codes, taken) ?? `${parent}/${itemWords(node)}`, taken)
  for (const task of childrenOf(node as Goal, 'task')) nameItem(task, node.id, taken, codes)
  for (const note of childrenOf(node as Goal, 'note')) nameNote(note, node.id, taken)
}

function itemWords(node: Goal | Task): string {
  const statement = childOf(node as Task, 'statement')
  return slug(statement ? rawText(statement) : '')
}

function noteWords(note: Note): string {
  const date = note.children.find((child) => child.type === 'date')
  return date ? (date.value ?? slug(date.raw)) : 'undated'
}

const word = /[\p{L}\p{M}\p{N}]+/gu

/** The first words of a text as one that a person can type: `wind-the-clocks`. */
export function slug(text: string, words = maxWords): string {
  const plain = text.toLowerCase().replaceAll("'", '').replaceAll('’', '')
  word.lastIndex = 0
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
