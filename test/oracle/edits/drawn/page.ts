/** A drawn page, and what on it can be edited with a plain outcome. */
import type {SectionJson, PlanJson, ItemJson, UpdateJson} from '../../../../src/index.ts'
import type {Style} from '../../../arbitraries/plan-page.ts'
import type {Edit} from '../edit.ts'

export interface Page {
  lines: string[]
  plan: PlanJson
  style: Style
}

/** How to edit a page; none where it has nothing to edit so. */
export type Draw = (page: Page) => Omit<Edit, 'kind' | 'page' | 'source'> | undefined

/** What tasks and updates have in common. */
export type Item = ItemJson | UpdateJson

/** A thing of the plan, and the line of the page that says it and nothing else. */
export interface Found {
  thing: Item
  at: number
  /** The marks before the text. */
  mark: string
}

/** Text that is no markup, is not changed by HTML, and is long enough to be found. */
const plain = /^[A-Z][A-Za-z ,()%'–-]{8,}$/

/** Things with a line that has nothing but their text, and `behind` it. */
export function found(
  page: Page,
  things: readonly Item[],
  behind: (thing: Item) => string = () => ''
): Found[] {
  return things.flatMap((thing) => {
    const end = thing.text + behind(thing)
    const at = page.lines.findIndex((line) => line.endsWith(end))
    const mark = page.lines[at]?.slice(0, -end.length) ?? ''
    const isAlone = /^[*#]+ ?$/.test(mark) && plain.test(thing.text)
    return isAlone && isOnce(page, thing.text) ? [{thing, at, mark}] : []
  })
}

/** Whether a text stands once on the page, and once in its plan, which may say it with other markup. */
export function isOnce({lines, plan}: Page, text: string): boolean {
  return [lines.join('\n'), JSON.stringify(plan)].every((all) => all.split(text).length === 2)
}

export function isLeaf(thing: Item): boolean {
  return ('tasks' in thing ? thing.tasks : thing.updates).length === 0
}

export function outcomesOf({plan}: Pick<Page, 'plan'>): SectionJson[] {
  return plan.periods.flatMap(({sections}) => sections)
}

/** All lists of tasks. */
export function tasksOf(page: Page): Item[][] {
  const goals = outcomesOf(page).flatMap((outcome) => outcome.goals)
  return goals.flatMap(({tasks}) => [tasks, ...tasks.flatMap(listsBelow)])
}

/** All lists of updates. */
export function updatesOf(page: Page): Item[][] {
  const notes = outcomesOf(page).flatMap((outcome) => outcome.notes)
  return notes.flatMap(({updates}) => [updates, ...updates.flatMap(listsBelow)])
}

function listsBelow(thing: Item): Item[][] {
  const list: Item[] = 'tasks' in thing ? thing.tasks : thing.updates
  return [list, ...list.flatMap(listsBelow)]
}

/** The page with some lines gone at a place, and others put there. */
export function spliced({lines}: Page, at: number, gone: number, ...put: string[]): string {
  return lines.toSpliced(at, gone, ...put).join('\n')
}
