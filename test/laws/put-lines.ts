/** The lines of a page, and which things have them for their own. */
import {childrenOf} from '../../src/document/children.ts'
import {toText} from '../../src/index.ts'
import type {PlanNode} from '../../src/index.ts'
import {childrenOfThing, listOf} from '../arbitraries/edits/model.ts'
import type {Kind, Thing} from '../arbitraries/edits/model.ts'

export interface Line {
  /** Where it starts, and where its line end starts. */
  start: number
  end: number
  text: string
  lineEnd: string
  isBlank: boolean
}

export function linesOf(page: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const {0: lineEnd, index} of page.matchAll(/\r\n|\n|\r|$(?![^])/g)) {
    const text = page.slice(start, index)
    if (lineEnd !== '' || text !== '')
      lines.push({start, end: index, text, lineEnd, isBlank: text.trim() === ''})
    start = index + lineEnd.length
  }
  return lines
}

export interface Range {
  start: number
  end: number
}

export function rangeOf(node: PlanNode | object): Range {
  const {position} = node as PlanNode
  return {start: position!.start.offset!, end: position!.end.offset!}
}

type AnyNode = {type: string; children?: AnyNode[]}

function childOf(node: object, ...types: string[]): AnyNode[] {
  return ((node as AnyNode).children ?? []).filter(({type}) => types.includes(type))
}

/**
 * What of a page a thing has for its own: its line without what is nested below it; `null` for no line. A tab's is
 * the one with its name, as the mark before it parts it from another.
 */
export function ownRange({kind, facts, was}: Thing): Range | null {
  const node = was!.node
  if (kind === 'plan') return headingRange(node, facts.heading)
  const {start, end} = rangeOf(node)
  const own = ranges[kind]?.(node as never)
  if (kind === 'section' || kind === 'period') {
    const said = kind === 'section' ? facts.heading : facts.label
    const first = (node as AnyNode).children?.[0]
    if (said === null || !first) return null
    const range = rangeOf(first)
    return kind === 'section' ? range : {start: range.end, end: range.end}
  }
  if (kind === 'note') return noteRange(node)
  return {start, end: own ?? end}
}

const ranges: Partial<Record<Kind, (node: AnyNode) => number>> = {
  goal: titledEnd,
  task: titledEnd,
  update: titledEnd
}

function titledEnd(node: AnyNode): number {
  const said = childOf(node, 'statement', 'status')
  return Math.max(rangeOf(node).start, ...said.map((child) => rangeOf(child).end))
}

/** The plan's heading is kept among what is no part of it. */
function headingRange(node: object, heading: string | null): Range | null {
  const found = childOf(node, 'heading', 'paragraph').findLast((child) => toText(child) === heading)
  return found ? rangeOf(found) : null
}

/** A note that no line says starts with its first update. */
function noteRange(node: object): Range | null {
  const {start} = rangeOf(node)
  const [date] = childOf(node, 'date')
  if (date) return {start, end: rangeOf(date).end}
  const [first] = childOf(node, 'update')
  return first && rangeOf(first).start === start ? null : {start, end: start}
}

/** A thing, or the teams of one label, with its lines. */
export interface Unit {
  /** The same for the same thing on two pages. */
  key: string
  kind: Kind
  things: Thing[]
  lines: number[]
}

/**
 * The units of a page. `name` gives the key of a thing of it.
 */
export function unitsOf(
  plan: Thing,
  lines: readonly Line[],
  name: (thing: Thing) => string
): Unit[] {
  const units: Unit[] = []
  const visit = (thing: Thing): void => {
    if (thing.kind !== 'dependency' && thing.kind !== 'primaryTeam') {
      const range = ownRange(thing)
      if (range)
        units.push({
          key: name(thing),
          kind: thing.kind,
          things: [thing],
          lines: linesIn(lines, range)
        })
    }
    if (thing.kind === 'section')
      for (const unit of teamsOf(thing, lines, name(thing))) units.push(unit)
    childrenOfThing(thing).forEach(visit)
  }
  visit(plan)
  return units
}

function teamsOf(outcome: Thing, lines: readonly Line[], name: string): Unit[] {
  const node = outcome.was!.node as Extract<PlanNode, {type: 'section'}>
  return (['dependencies', 'primaryTeams'] as const).flatMap((type) => {
    const kind = type === 'dependencies' ? 'dependency' : 'primaryTeam'
    return childrenOf(node, type).map((teams, at): Unit => ({
      key: `${name}:${kind}${at}`,
      kind,
      things: listOf(outcome, kind),
      lines: linesIn(lines, rangeOf(teams))
    }))
  })
}

/** The lines that a range touches. */
export function linesIn(lines: readonly Line[], {start, end}: Range): number[] {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (lines[middle]!.end < start) low = middle + 1
    else high = middle
  }
  const found = [low]
  while (low + 1 < lines.length && lines[low + 1]!.start < end) found.push(++low)
  return found.filter((at) => at < lines.length)
}
