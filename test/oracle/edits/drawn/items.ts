/** Edits of tasks and updates that are a line each. */
import type {StatusJson} from '../../../../src/index.ts'
import {insertAfter, moveAfter, newTask, newUpdate, remove, status, task, titled} from '../json.ts'
import {found, isLeaf, spliced, tasksOf, updatesOf} from './page.ts'
import type {Draw, Item, Page} from './page.ts'

type Lists = (page: Page) => Item[][]

/** A task without a status, to say something more of it. */
function withTask(draw: (text: string) => ReturnType<Draw>): Draw {
  return (page) => {
    const [target] = found(page, tasksOf(page).flat())
    return target && draw(target.thing.text)
  }
}

const statusSet = withTask((text) => ({
  edit: (plan) => void (task(plan, text).status = status('in-progress')),
  client: (html) => void html.addTemplate(html.block(text), 'in progress'),
  hand: 2,
  shows: text
}))

const stretchSet = withTask((text) => ({
  edit: (plan) => void (task(plan, text).stretch = true),
  client: (html) => void html.type(html.block(text), text, `[stretch] ${text}`),
  hand: 2,
  shows: text
}))

function statusChanged(to: StatusJson | null): Draw {
  return (page) => {
    const tasks = tasksOf(page).flat()
    const simple = tasks.filter(
      (thing) => !isAlready(thing, to) && /^\{\{[A-Za-z ]+\}\}$/.test(rawOf(thing))
    )
    const [target] = found(page, simple, (thing) => ` ${rawOf(thing)}`)
    if (!target) return undefined
    const {at, mark, thing} = target
    return {
      edit: (plan) => void (task(plan, thing.text).status = to),
      client(html) {
        const block = html.block(thing.text)
        if (to) html.retarget(block, to.value)
        else html.dropTemplate(block)
      },
      hand: to ? 2 : spliced(page, at, 1, mark + thing.text),
      shows: thing.text
    }
  }
}

function isAlready(thing: Item, status: StatusJson | null): boolean {
  return 'status' in thing && thing.status?.value === status?.value
}

function rawOf(thing: Item): string {
  return ('status' in thing && thing.status?.raw) || ''
}

function retyped(lists: Lists): Draw {
  return (page) => {
    const [target] = found(page, lists(page).flat())
    if (!target) return undefined
    const {text} = target.thing
    const to = `${text} and wait`
    return {
      edit(plan) {
        const thing = titled(plan, text)
        if ('text' in thing) thing.text = to
      },
      client: (html) => void html.type(html.block(text), text, to),
      hand: spliced(page, target.at, 1, target.mark + to),
      shows: to
    }
  }
}

function added(lists: Lists, make: (text: string) => Item): Draw {
  return (page) => {
    const [target] = found(page, lists(page).flat().filter(isLeaf))
    if (!target) return undefined
    const {text} = target.thing
    const to = 'Something new comes after'
    return {
      edit: (plan) => insertAfter(plan, titled(plan, text), make(to)),
      client: (html) => void html.insertAfter(html.block(text), `<li>${to}</li>`),
      hand: spliced(page, target.at + 1, 0, target.mark + to),
      shows: to
    }
  }
}

/** Takes out one that so many stand before in its list, so that the list stays. */
function removed(lists: Lists, before: number): Draw {
  return (page) => {
    const later = lists(page).flatMap((list) => list.slice(before))
    const [target] = found(page, later.filter(isLeaf))
    if (!target) return undefined
    const {text} = target.thing
    return {
      edit: (plan) => remove(plan, titled(plan, text)),
      client: (html) => void html.remove(html.block(text)),
      hand: spliced(page, target.at, 1)
    }
  }
}

function reordered(lists: Lists): Draw {
  return (page) => {
    const [first, second] = neighbours(page, lists) ?? []
    if (!first || !second) return undefined
    return {
      edit(plan) {
        moveAfter(plan, titled(plan, first.thing.text), titled(plan, second.thing.text))
      },
      client(html) {
        const moved = html.block(first.thing.text)
        html.insertAfter(html.block(second.thing.text), html.copy(moved)).remove(moved)
      },
      hand: spliced(page, first.at, 2, page.lines[second.at]!, page.lines[first.at]!)
    }
  }
}

/** Two things of a list, one line after the other. */
function neighbours(page: Page, lists: Lists) {
  return lists(page)
    .map((list) => found(page, list.filter(isLeaf)))
    .flatMap((list) => list.slice(1).map((second, at) => [list[at]!, second] as const))
    .find(([first, second]) => first.at + 1 === second.at)
}

export const itemDraws: Record<string, Draw> = {
  'status of a task set': statusSet,
  'status of a task changed': statusChanged(status('stalled')),
  'status of a task cleared': statusChanged(null),
  'stretch set': stretchSet,
  'text of a task': retyped(tasksOf),
  'task added': added(tasksOf, (text) => newTask(text)),
  'task removed': removed(tasksOf, 1),
  'tasks reordered': reordered(tasksOf),
  'text of an update': retyped(updatesOf),
  'update added': added(updatesOf, (text) => newUpdate(text)),
  // The first one may stand on the note's own line.
  'update removed': removed(updatesOf, 2),
  'updates reordered': reordered(updatesOf)
}
