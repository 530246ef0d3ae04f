/** What a rule's check may look at: everything about one page, gathered once. */
import {location} from 'vfile-location'
import {childOf} from '../document/children.ts'
import {toText} from '../document/plain-text.ts'
import {readWikitext} from '../syntax/wikitext/read.ts'
import {nodesOf} from '../document/nodes.ts'
import {spellStatuses, type Spell} from './spelling.ts'
import type {Position, Root, Status} from '../document/types.ts'
import type {Goal, Note, Section, Period, Plan, Task} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/index.ts'

/** One page, as rules see it. */
export interface Context {
  plan: Plan
  /** The page's text. */
  source: string
  vocabulary: Vocabulary
  /** The day that is today, as ISO 8601. */
  today: string
  /** The page's tree where it is wikitext: headings that the plan made goals of are headings here. */
  document: Root | undefined
  /** What the plan holds, in page order. */
  periods: Period[]
  /** Sections, those within others too. */
  sections: Section[]
  statuses: Status[]
  statusAt: (offset: number) => Status | undefined
  /** How the page writes a status. */
  spell: Spell
  /** Where a problem was reported under an id when the page was parsed, by offset of its start. */
  reported: (ruleId: string) => number[]
  /** The place from one offset to another. */
  place: (start: number, end: number) => Position
}

type Given = Pick<Context, 'plan' | 'source' | 'vocabulary' | 'today' | 'reported'>

/** Gathers what rules need. */
export function createContext(given: Given): Context {
  const {plan, source, vocabulary} = given
  const places = location(source)
  const statuses = nodesOf<Status>(plan, 'status')
  const byOffset = new Map(statuses.map((status) => [status.position?.start.offset, status]))
  const periods = plan.children.filter((node) => node.type === 'period')
  return {
    ...given,
    document: plan.dialect === 'wikitext' ? readWikitext(source, vocabulary) : undefined,
    periods,
    sections: periods.flatMap(sectionsOf),
    statuses,
    statusAt: (offset) => byOffset.get(offset),
    spell: spellStatuses(statuses, vocabulary),
    place: (start, end) => ({start: places.toPoint(start)!, end: places.toPoint(end)!})
  }
}

/** The sections of a period, those within others too. */
export function sectionsOf(period: Period): Section[] {
  return nodesOf<Section>(period, 'section')
}

/** The title of a goal or the text of a task, plain. */
export function titleOf({children}: Goal | Task): string {
  const statement = children.find((node) => node.type === 'statement')
  return statement ? toText(statement) : ''
}

/** The status of a goal or task, be it that of a merged cell. */
export function statusOf(item: Goal | Task): Status | undefined {
  return childOf(item as Task, 'status')
}

/** The date of a note, where a calendar has it. */
export function dateOf({
  children
}: Note): {value: string; position: Position | undefined} | undefined {
  const date = children.find((node) => node.type === 'date')
  return date?.value ? {value: date.value, position: date.position} : undefined
}
