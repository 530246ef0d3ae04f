/**
 * What the notes of a page say of its goals and tasks: the last status that one gave each.
 *
 * A note of a goal speaks of that goal. A note of a section speaks of what it names before a status, or behind one that
 * opens an update: by its code, by its words, or by words that stand in the text of one goal or task alone.
 *
 * ```wikitext
 * | '''Note: August 14, 2030'''
 * | * Find the key is {{done}}, but the clocks are {{stalled}}   “Find the key”, “Wind the clocks”
 * | * {{Done}} Find the key                                      the same
 * | * KR3: 40 of 50 keys {{at risk}}                             the key result with the code KR3
 * | * Both goals are {{in progress}}                             all goals of the section
 * | * {{In progress}} The key was under the mat.                 the section's goal, where it has but one
 * ```
 */
import {childOf, childrenOf} from '../document/children.ts'
import {nodesOf} from '../document/nodes.ts'
import {flatten, mark, statusesOf} from '../document/phrasing.ts'
import {toText} from '../document/plain-text.ts'
import type {Status} from '../document/types.ts'
import type {Goal, Note, Plan, Section, Statement, Task} from './types.ts'

type Item = Goal | Task

/** What a note says of a goal or task. */
export interface News {
  status: Status
  note: Note
  /** ISO 8601, as precise as the page is; `null` for a note without a date. */
  date: string | null
  /** Whether it is the thing that is spoken of, and not all goals of its section. */
  isNamed: boolean
}

/** The latest news of each goal and task that has any: that which names it before any other. */
export function latestNews(plan: Plan): Map<Item, News> {
  const latest = new Map<Item, News>()
  for (const period of childrenOf(plan, 'period'))
    for (const section of childrenOf(period, 'section')) addNews(section, latest)
  return latest
}

/** Adds what the notes of a section and of the sections in it say; gives the goals and tasks they may speak of. */
function addNews(section: Section, latest: Map<Item, News>): Item[] {
  const goals = childrenOf(section, 'goal')
  const items = goals.flatMap((goal): Item[] => [goal, ...nodesOf<Task>(goal, 'task')])
  for (const item of items)
    for (const note of childrenOf(item as Goal, 'note'))
      for (const {status} of updatesOf(note).flat()) tell(item, status, note, true)
  for (const inner of childrenOf(section, 'section')) items.push(...addNews(inner, latest))

  const notes = childrenOf(section, 'note')
  const find = notes.length > 0 ? nameFinder(items) : undefined
  for (const note of notes) {
    for (const said of updatesOf(note)) {
      for (const {status, text, opens} of said) {
        const item = find!(text)
        if (item) tell(item, status, note, true)
        else if (isOfAll(text) || (opens && goals.length === 1 && said.length === 1))
          for (const goal of goals) tell(goal, status, note, false)
      }
    }
  }
  return items

  function tell(item: Item, status: Status, note: Note, isNamed: boolean): void {
    const news = {status, note, date: childOf(note, 'date')?.value ?? null, isNamed}
    const known = latest.get(item)
    if (!known || isLater(news, known)) latest.set(item, news)
  }
}

/** Of one day, what stands later is the later; what has no date is the oldest. */
function isLater(news: News, known: News): boolean {
  if (news.isNamed !== known.isNamed) return news.isNamed
  if (known.date === null) return true
  return news.date !== null && compareDates(known.date, news.date) <= 0
}

/** A status in an update, and the text that says what has it. */
interface Said {
  status: Status
  text: string
  /** Whether the status opens the update, and the text is all that stands behind it. */
  opens: boolean
}

/** The statuses of each update of a note, and of those in it. */
function updatesOf(note: Note): Said[][] {
  return nodesOf<Statement>(note, 'statement').map(({children}) => {
    const statuses = statusesOf(children)
    const texts = flatten(children).split(mark)
    const opens = statuses.length > 0 && texts[0]!.trim() === ''
    return statuses.map((status, at) => ({status, text: texts[opens ? at + 1 : at]!, opens}))
  })
}

/** A code that opens a text: `KR3: 40 of 50 keys`. */
const openingCode = /^\s*(\p{L}{0,4}\d[\d.]*)\s*:/u

/** What stands about the words that name a thing: `but the clocks are still`. */
const openings = new Set(['and', 'but', 'while', 'the', 'our'])
const closings = new Set(
  'is are was were be been being has have now still currently also fully'.split(' ')
)

/** What all goals of a section are called. */
const all = new Set(['this', 'it', 'both', 'all', 'both goals', 'all goals', 'everything'])

function nameOf(text: string): string {
  const words = wordsOf(text).split(' ')
  let [start, end] = [0, words.length]
  while (start < end && openings.has(words[start]!)) start++
  while (end > start && closings.has(words[end - 1]!)) end--
  return words.slice(start, end).join(' ')
}

function isOfAll(text: string): boolean {
  return all.has(nameOf(text))
}

/** How many things may share a word before it names none of them: what is more would be looked through each time. */
const maxSharing = 20

/** Finds the one thing that a text names. */
function nameFinder(items: readonly Item[]): (text: string) => Item | undefined {
  const byName = new Map<string, Item[]>()
  const byWord = new Map<string, Item[]>()
  const texts = new Map<Item, string>()
  for (const item of items) {
    const statement = childOf(item as Goal, 'statement')
    const text = statement ? wordsOf(toText(statement)) : ''
    const code = item.code === null ? '' : wordsOf(item.code)
    texts.set(item, ` ${text} `)
    for (const name of new Set([nameOf(text), code, `${code} ${text}`])) add(byName, name, item)
    for (const word of new Set(text.split(' '))) add(byWord, word, item)
  }
  return (text) => {
    const name = nameOf(text)
    const code = openingCode.exec(text)?.[1]
    const named = (code && byName.get(wordsOf(code))) || (name && byName.get(name))
    if (named) return only(named)
    const near = byWord.get(name.slice(0, name.indexOf(' '))) ?? []
    // One word is too little: `Keys` may be any.
    return near.length > maxSharing
      ? undefined
      : only(near.filter((item) => texts.get(item)!.includes(` ${name} `)))
  }
}

function add<K>(lists: Map<K, Item[]>, key: K, item: Item): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

function only(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined
}

/**
 * How far along each status is: work goes up, and a note need not be written for each step. At 3 it has ended, in one
 * way or another.
 */
const progress = new Map([
  ['to-do', 0],
  ['in-progress', 1],
  ['on-track', 1],
  ['at-risk', 1],
  ['off-track', 1],
  ['stalled', 1],
  ['blocked', 1],
  ['partially-done', 2],
  ['done', 3],
  ['not-done', 3],
  ['postponed', 3],
  ['cancelled', 3]
])

/** Whether a status says that there is nothing left to do. */
export function hasEnded(status: string | null): boolean {
  return progress.get(status ?? '') === 3
}

/** Whether a status says that work goes on or is to begin: what is partially done may stay so. */
export function isOpen(status: string): boolean {
  return (progress.get(status) ?? 2) < 2
}

/** Whether what a note says is newer than what stands with the thing itself: it is as far along, and not the same. */
export function isNewer(noted: string, said: string): boolean {
  const [news, status] = [progress.get(noted), progress.get(said)]
  return noted !== said && news !== undefined && status !== undefined && news >= status
}

/**
 * Which of two ISO dates is the earlier one (negative: the first): as precise as both are, so that a
 * month is no earlier and no later than its days.
 */
export function compareDates(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  const [left, right] = [a.slice(0, length), b.slice(0, length)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** The words of a text, to compare it by: without case, punctuation and white space. */
export function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}
