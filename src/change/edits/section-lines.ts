/** Outcomes: their headings, and the sections below them. */
import {headingMarks} from '../../document/depth.ts'
import {changeHeading} from './change-content.ts'
import {carriedLines} from './extent.ts'
import {fieldLines} from './fields.ts'
import {blanks, withGap} from './gaps.ts'
import {majority} from './majority.ts'
import {blankLines, contentEnd, lineAt, lineStart, lineText, linesOf, rangeOf} from './page.ts'
import {goalPlace, titledLines, type GoalsAround} from './new-titled.ts'
import {noteLines} from './notes.ts'
import {isSameData} from './same-data.ts'
import {beforeOf, writeText, type State} from './state.ts'
import {placeOf} from './tables/places.ts'
import {asPanel, carriedTab, isFirstPanel, isTab} from './tabs.ts'
import {teamLines} from './teams.ts'
import {isInHeading, itemLines, statementLines, type TextThing} from './texts.ts'
import {
  readHeading,
  readSectionHeading,
  splitHeading,
  unjoined
} from '../../plan/recognize/headings.ts'
import {unseenIn} from '../../document/phrasing.ts'
import {toText} from '../../document/plain-text.ts'
import {listOf, order, type Entity, type EntityOf, type Kind} from '../entities.ts'
import {scopes} from '../../write/wikitext/unsafe.ts'
import type {Heading} from '../../document/types.ts'
import {headingOf, phrasingOf} from './heading-content.ts'
import type {HeadingWithParts, KeptContent} from '../../plan/types.ts'

type SectionThing = EntityOf<'section'>
/** A part of a section that has a heading of its own. */
type SectionPart = 'goals' | 'status'

/** The heading that opens a section of a section. */
export function sectionHeading(
  {node}: SectionThing,
  section: SectionPart,
  state: State
): KeptContent | undefined {
  return state.survey.once(node, section, () => sectionHeadings(node, section, state)[0])
}

/** The headings among a node's children that open such sections. */
function sectionHeadings(
  {children}: {children: readonly {type: string}[]},
  section: SectionPart,
  {vocabulary}: State
): KeptContent[] {
  return children.filter((child): child is KeptContent => {
    const isLine =
      child.type === 'heading' || child.type === 'paragraph' || child.type === 'definitionTerm'
    return isLine && readHeading(toText(child), vocabulary)?.kind === section
  })
}

/** Puts what a section's heading says into it. */
export function changeSection(before: SectionThing, after: SectionThing, state: State): void {
  const node = headingOf(before)
  const text = headingText(before, after, state)
  if (text === null || text === before.facts.heading) return
  const cells = placeOf(before)?.headings
  if (cells) {
    for (const {type, children} of cells)
      changeHeading({type, children: phrasingOf(children)}, before.facts.heading!, text, state)
    return
  }
  if (!node || !('children' in node)) return
  changeHeading(
    {type: node.type, children: phrasingOf(node.children as HeadingWithParts['children'])},
    before.facts.heading!,
    text,
    state
  )
}

/**
 * What the heading is to say. Where the edit changed the numbers and not the heading, they are written into
 * it; where it changed the statement that the heading has, that is its new end.
 */
function headingText(before: SectionThing, after: SectionThing, state: State): string | null {
  const [was, is] = [before.facts, after.facts]
  if (was.heading !== is.heading) return is.heading
  if (was.code !== is.code && was.code !== null && is.code !== null) {
    const at = readSectionHeading(was.heading, state.vocabulary)?.code
    if (at) return was.heading!.slice(0, at.from) + is.code + was.heading!.slice(at.to)
  }
  const [statement] = listOf(before, 'statement')
  const held = statement && isInHeading(statement, state) ? statement.facts.text.text : ''
  const next = listOf(after, 'statement')[0]?.facts.text.text ?? ''
  const isUnread = Object.keys(is.numbers).length === 0 && is.qualifier === null
  const isNumbered =
    isUnread || isSameData([was.numbers, was.qualifier], [is.numbers, is.qualifier])
  if (isNumbered && (held === '' || held === next)) return was.heading
  const heading = was.heading ?? ''
  const opening = heading.slice(0, heading.length - held.length)
  const joint = opening.slice(unjoined(opening).length)
  const stem = isNumbered ? unjoined(opening) : numberedHeading(is, state)
  return held === '' || next === '' ? stem : stem + joint + next
}

/** Whether a statement that the edit changed is none of the heading's any more. */
export function leavesHeading(before: SectionThing, after: SectionThing, state: State): boolean {
  const [was, is] = [before, after].map(
    (section) => listOf(section, 'statement')[0]?.facts.text.text
  )
  if (is === undefined || was === is) return false
  const heading = headingText(before, after, state)
  // A cell of a table may be a statement as a whole.
  if (placeOf(before) && heading === is) return false
  return !holdsStatement(heading, is, state)
}

/** Whether the heading says what a statement of its own line is to be: without the line it is. */
export function entersHeading(
  before: EntityOf<'statement'>,
  {facts: {heading}, children}: SectionThing,
  state: State
): boolean {
  const [is] = children.filter(({kind}) => kind === 'statement') as EntityOf<'statement'>[]
  if (!is || is.facts.text.text === before.facts.text.text) return false
  return holdsStatement(heading, is.facts.text.text, state)
}

/** `Outcome 2 / Output 3 (Night boats)` */
function numberedHeading({numbers, qualifier}: SectionThing['facts'], {vocabulary}: State): string {
  const words = new Map(Object.entries<readonly string[]>(vocabulary.headings))
  const parts = Object.entries(numbers)
    .filter(([, list]) => list.length > 0)
    .map(([word, list]) => `${words.get(word)?.[0] ?? word} ${list.join(', ')}`)
  return parts.join(' / ') + (qualifier === null ? '' : ` (${qualifier})`)
}

/** Where a section comes to. */
interface SectionsAround {
  /** The level of the heading of the section that it stands in. */
  outer: number | undefined
  siblings: readonly SectionThing[]
  isFirst: boolean
}

/** The lines of a new section, or of one that comes from elsewhere. */
export function sectionLines(
  section: SectionThing,
  {outer, siblings, isFirst}: SectionsAround,
  state: State
): string[] {
  const before = beforeOf(section, state)
  if (before && isTab(before)) {
    const lines = carriedTab(before, state, (inner) => {
      changeSection(before, section, inner)
      inner.putBelow(before, section, inner)
    })
    return siblings[0] && isFirstPanel(siblings[0], state) ? asPanel(lines, isFirst) : lines
  }
  const depth = sectionDepth(outer, siblings, state)
  const node = before && headingOf(before)
  if (before && node?.type === 'heading') {
    const lines = carriedLines(before, state, (inner) => {
      changeSection(before, section, inner)
      inner.putBelow(before, section, inner)
    })
    return lines.map((line) => withDepth(line, (level) => level + depth - (node as Heading).depth))
  }
  return newSection(section, {depth, isInner: outer !== undefined}, state)
}

/** A line with its heading on another level, where it is one. */
function withDepth(line: string, levelOf: (level: number) => number): string {
  const open = /^=*/.exec(line)![0].length
  const text = line.trimEnd()
  let close = 0
  while (close < open && text.at(-1 - close) === '=') close++
  if (close === 0 || close !== open || text.length <= 2 * open) return line
  const marks = headingMarks(levelOf(open))
  return marks + text.slice(open, -close) + marks + line.slice(text.length)
}

/**
 * The level of sections' headings: their siblings', else that below the section they stand in, else the page's; no
 * lower than that of the parts below them.
 */
function sectionDepth(
  outer: number | undefined,
  siblings: readonly SectionThing[],
  state: State
): number {
  const {survey} = state
  const depths = (things: readonly SectionThing[]): number[] =>
    things.flatMap((thing) => {
      const heading = headingOf(thing)
      return heading?.type === 'heading' ? [heading.depth] : []
    })
  return survey.once(siblings[0] ?? survey, `depth in ${outer}`, () => {
    const beside = majority([depths(siblings)])
    if (beside !== undefined || outer !== undefined) return beside ?? outer! + 1
    const parts = (['goals', 'status'] as const).map(
      (name) => newPart(name, {depth: 3}, state).depth
    )
    return majority([depths(survey.allIn('period', 'section'))]) ?? Math.min(3, ...parts)
  })
}

/** The level of a section's heading, and whether the section stands in another. */
interface SectionPlace {
  depth: number
  isInner?: boolean
}

function newSection(section: SectionThing, place: SectionPlace, state: State): string[] {
  const heading = section.facts.heading ?? (numberedHeading(section.facts, state) || null)
  const lines = order.section.flatMap((kind) =>
    listOf(section, kind).length > 0
      ? (listLines[kind] ?? textItems(kind))(section, place, state)
      : []
  )
  if (heading !== null) return [headingLine(heading, place.depth, state), ...lines]
  // What stands before a section is the business of its list.
  return lines.slice(lines.findIndex((line) => line !== ''))
}

/** Writes a list of a new section. */
type ListLines = (section: SectionThing, place: SectionPlace, state: State) => string[]

const newOwner = {kind: 'section', outer: ''} as const

/** How the lists of a new section are written; those that are not here are items of texts. */
const listLines: {readonly [K in Kind]?: ListLines} = {
  statement: (section, _, state) => {
    const {heading} = section.facts
    return listOf(section, 'statement').flatMap((statement) =>
      holdsStatement(heading, statement.facts.text.text, state)
        ? []
        : statementLines(statement, state)
    )
  },
  // Both kinds of teams may stand on one line.
  dependency: (section, _, state) =>
    teamLines(['dependency', 'primaryTeam'], section, newOwner, state),
  primaryTeam: (section, _, state) =>
    listOf(section, 'dependency').length > 0
      ? []
      : teamLines(['primaryTeam'], section, newOwner, state),
  field: (section, _, state) =>
    listOf(section, 'field').flatMap((field) => fieldLines(field, newOwner, [], state)),
  goal: goalLines,
  note: (section, place, state) => [
    ...newPart('status', place, state).lines,
    ...eachWithGap(listOf(section, 'note'), state, (note) => noteLines(note, newOwner, [], state))
  ],
  section: (section, {depth}, state) =>
    eachWithGap(listOf(section, 'section'), state, (inner) =>
      sectionLines(inner, {outer: depth, siblings: [], isFirst: false}, state)
    )
}

function textItems(kind: Kind): ListLines {
  return (section, _, state) =>
    listOf(section, kind).flatMap((thing) => itemLines(thing as TextThing, [], state))
}

function eachWithGap<T extends Entity>(
  things: readonly T[],
  state: State,
  linesOf: (thing: T) => string[]
): string[] {
  return things.flatMap((thing, index) => withGap(linesOf(thing), thing.kind, index === 0, state))
}

/** Whether a heading ends with the section's statement: `Outcome 1: All ferries keep time`. */
export function holdsStatement(
  heading: string | null,
  statement: string,
  {vocabulary}: State
): boolean {
  return splitHeading(heading, vocabulary).statement?.trim() === statement
}

function goalLines(section: SectionThing, place: SectionPlace, state: State): string[] {
  const part = newPart('goals', place, state)
  let previous: GoalsAround['previous']
  const lines = eachWithGap(listOf(section, 'goal'), state, (goal) => {
    const around = {previous, next: undefined, siblings: [], depth: part.depth + 1}
    const own = goalPlace(goal, around, state)
    previous = own.form
    return titledLines(goal, own, state)
  })
  return [...part.lines, ...lines]
}

/** A new heading over goals or notes, as other sections have it; deeper than that of an inner section. */
export function newPart(
  section: SectionPart,
  {depth, isInner = false}: SectionPlace,
  state: State
): {depth: number; lines: string[]} {
  const {survey, vocabulary} = state
  const like = survey.once(survey, `heading ${section}`, () => usualSection(section, state))
  if (like && isInner && like.depth !== undefined && like.depth <= depth) {
    return {depth: depth + 1, lines: like.lines.map((line) => withDepth(line, () => depth + 1))}
  }
  if (like) return {depth: like.depth ?? depth + 1, lines: like.lines}
  const text = vocabulary.headings[section][0] ?? ''
  return {depth: depth + 1, lines: [headingLine(text, depth + 1, state)]}
}

/** How most such headings of the page are written; one that is a line in all but markup has no level. */
function usualSection(
  section: SectionPart,
  state: State
): {depth: number | undefined; lines: string[]} | undefined {
  const {page, survey} = state
  // Where goals stand under no section, their heading is the period's or the plan's.
  const parents = [...survey.all('section'), ...survey.all('period'), ...survey.all('plan')]
  const models = parents.flatMap(({node}) => sectionHeadings(node, section, state))
  const like = majority([models], (node) => lineText(page, linesOf(page, node).first))
  if (!like) return undefined
  const line = linesOf(page, like).first
  // A comment or anchor in a heading is that heading's own.
  const isOwn = like.type === 'heading' && unseenIn(like.children).length > 0
  const text = isOwn
    ? headingLine(toText(like), like.depth, state)
    : page.source.slice(lineStart(page, line), contentEnd(page, line))
  const gap = majority([models.map((node) => blankLines(page, linesOf(page, node).first, -1))]) ?? 0
  return {depth: like.type === 'heading' ? like.depth : undefined, lines: [...blanks(gap), text]}
}

function blankInHeadings({page, survey}: State): string | undefined {
  const blanks = survey.all('section').flatMap((section) => {
    const node = headingOf(section)
    const line = node ? lineText(page, lineAt(page, rangeOf(node).start)) : ''
    return line.startsWith('=') ? [/^=+([ \t]*)/.exec(line)![1]!] : []
  })
  return majority([blanks])
}

/** A heading with blanks inside its marks, or without, as the page has them. */
export function headingLine(text: string, depth: number, state: State): string {
  const {survey} = state
  const blank = survey.once(survey, 'blank in headings', () => blankInHeadings(state)) ?? ' '
  const marks = headingMarks(depth)
  const [left, right] = [marks + blank, blank + marks]
  return (
    left +
    writeText([{type: 'text', value: text}], {left, right, scope: scopes.heading}, state) +
    right
  )
}
