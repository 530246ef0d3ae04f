/** Edits of fields and dates, and goals, notes and outcomes taken out. */
import type {PlanJson} from '../../../../src/index.ts'
import {escapeHtml} from '../client.ts'
import {remove} from '../json.ts'
import {isOnce, outcomesOf, spliced} from './page.ts'
import type {Draw, Page} from './page.ts'

function fieldChanged(page: Page): ReturnType<Draw> {
  const values = page.plan.fields.map(({value}) => value)
  const at = values.findIndex((value) => /^[^[\]<>&'{}]+$/.test(value) && isOnce(page, value))
  const value = values[at]
  if (value === undefined) return undefined
  const to = 'Nobody knows'
  return {
    edit: ({fields}) => void (fields[at]!.value = to),
    client: (html) => void html.type(html.block(value), escapeHtml(value), to),
    hand: page.lines.join('\n').replace(value, to),
    shows: to
  }
}

function dateChanged(page: Page): ReturnType<Draw> {
  const dates = notesOf(page.plan).map(({date}) => date)
  const at = dates.findIndex(
    (date) => date && /^[A-Z]\w+ \d+, 2030$/.test(date.raw) && isOnce(page, date.raw)
  )
  const date = dates[at]
  if (!date?.value) return undefined
  const day = date.value.endsWith('27') ? '26' : '27'
  const raw = date.raw.replace(/ \d+,/, ` ${day},`)
  const value = date.value.replace(/\d\d$/, day)
  return {
    edit: (plan) => void (notesOf(plan)[at]!.date = {value, precision: 'day', raw}),
    client: (html) => void html.type(html.block(date.raw), date.raw, raw),
    hand: page.lines.join('\n').replace(date.raw, raw),
    shows: raw
  }
}

function notesOf(plan: PlanJson) {
  return outcomesOf({plan}).flatMap(({notes}) => notes)
}

/** A thing with lines of its own, and a text on the first of them. */
interface Block {
  thing: object
  text: string
}

type Lists = (plan: PlanJson) => Block[][]

const goals: Lists = (plan) =>
  outcomesOf({plan}).map((outcome) => outcome.goals.map((thing) => ({thing, text: thing.text})))

const notes: Lists = (plan) =>
  outcomesOf({plan}).map((outcome) =>
    outcome.notes.map((thing) => ({thing, text: thing.date?.raw ?? ''}))
  )

const sections: Lists = (plan) =>
  plan.periods.map((period) => period.sections.map((thing) => ({thing, text: thing.heading ?? ''})))

/** Takes out all lines from a thing's first to before the first of the next. */
function removed(lists: Lists, suits: (page: Page) => boolean = () => true): Draw {
  return (page) => {
    if (!suits(page) || page.style.around.translate) return undefined
    const pair = lists(page.plan)
      .flatMap(neighbours)
      .find((two) => isApart(page, two))
    if (!pair) return undefined
    const [{thing, text}, next] = pair
    const from = lineOf(page, text)
    const at = lists(page.plan)
      .flat()
      .findIndex((other) => other.thing === thing)
    return {
      edit: (plan) => remove(plan, lists(plan).flat()[at]!.thing),
      client: (html) => void html.removeUpTo(html.block(text), html.block(next.text)),
      hand: spliced(page, from, lineOf(page, next.text) - from)
    }
  }
}

function neighbours(list: Block[]): [Block, Block][] {
  return list.slice(1).map((next, at) => [list[at]!, next])
}

function lineOf({lines}: Page, text: string): number {
  return lines.findIndex((line) => line.includes(text))
}

/** Whether each begins a block of its own: a line of text goes on with the one before it. */
function isApart(page: Page, blocks: Block[]): boolean {
  return blocks.every(({text}) => {
    const before = page.lines[lineOf(page, text) - 1] ?? ''
    return text !== '' && isOnce(page, text) && /^(?:$|[*#=])/.test(before)
  })
}

export const blockDraws: Record<string, Draw> = {
  'field changed': fieldChanged,
  'date of a note': dateChanged,
  'goal removed': removed(goals),
  'note removed': removed(notes),
  'outcome removed': removed(sections, ({style}) => style.quarters !== 'nowhere')
}
