/** Outcomes: their headings, and the sections below them. */
import {changeHeading} from './change-content.ts'
import {carriedLines} from './extent.ts'
import {blanks, withGap} from './gaps.ts'
import {majority} from './majority.ts'
import {blankLines, contentEnd, lineAt, lineStart, lineText, linesOf, rangeOf} from './page.ts'
import {goalPlace, titledLines, type GoalsAround} from './new-titled.ts'
import {noteLines} from './notes.ts'
import {isSameData} from './same-data.ts'
import {beforeOf, writeText, type State} from './state.ts'
import {teamLines} from './teams.ts'
import {isInHeading, objectiveLines, statementLines} from './texts.ts'
import {readHeading} from '../../plan/recognize/headings.ts'
import {splitHeading, unjoined} from '../../plan/recognize/headings.ts'
import {toText} from '../../document/plain-text.ts'
import {listOf, type EntityOf, type Kind} from '../entities.ts'
import {scopes} from '../../write/wikitext/unsafe.ts'
import type {Heading, PhrasingContent} from '../../document/types.ts'
import {phrasingOf} from './heading-content.ts'
import type {HeadingWithParts, KeptContent} from '../../plan/types.ts'

type SectionThing = EntityOf<'section'>
/** A part of a section that has a heading of its own. */
type SectionPart = 'goals' | 'status'

/** The heading of a section of the page; `undefined` for goals under no section. */
export function headingOf({node, facts}: SectionThing): KeptContent | undefined {
  return facts.heading === null ? undefined : (node.children[0] as KeptContent)
}

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
  if (!node || text === null || !('children' in node)) return
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

/** `Outcome 2 / Output 3 (Night boats)` */
function numberedHeading({numbers, qualifier}: SectionThing['facts'], {vocabulary}: State): string {
  const words = new Map(Object.entries<readonly string[]>(vocabulary.headings))
  const parts = Object.entries(numbers)
    .filter(([, list]) => list.length > 0)
    .map(([word, list]) => `${words.get(word)?.[0] ?? word} ${list.join(', ')}`)
  return parts.join(' / ') + (qualifier === null ? '' : ` (${qualifier})`)
}

/** The line of the page behind which a section's things of a kind go, where it has none of that kind. */
export function lastLineBefore(
  section: SectionThing,
  kind: Kind,
  state: State
): number | undefined {
  const kinds = kindsBefore[kind] ?? []
  const nodes = [
    headingOf(section),
    ...section.node.children.filter(({type}) => kinds.includes(type))
  ].filter((node) => node !== undefined)
  const lines = nodes.map((node) => linesOf(state.page, node).last)
  return lines.length > 0 ? Math.max(...lines) : undefined
}

const aboveGoals = ['statement', 'objective', 'dependencies', 'primaryTeams']

const kindsBefore: {[K in Kind]?: readonly string[]} = {
  statement: [],
  objective: ['statement'],
  dependency: ['statement', 'objective'],
  goal: aboveGoals,
  note: [...aboveGoals, 'goal', 'heading']
}

/** The lines of a new section, or of one that comes from elsewhere. */
export function sectionLines(
  section: SectionThing,
  siblings: readonly SectionThing[],
  state: State
): string[] {
  const before = beforeOf(section, state)
  const depth = sectionDepth(siblings, state)
  const node = before && headingOf(before)
  if (before && node?.type === 'heading' && (node as Heading).depth === depth) {
    return carriedLines(before, state, (inner) => {
      changeSection(before, section, inner)
      inner.putBelow(before, section, inner)
    })
  }
  return newSection(section, depth, state)
}

/** The level of outcomes' headings: their siblings', else the page's; no lower than that of the sections below them. */
function sectionDepth(siblings: readonly SectionThing[], state: State): number {
  const {survey} = state
  const depths = (things: readonly SectionThing[]): number[] =>
    things.flatMap((thing) => {
      const heading = headingOf(thing)
      return heading?.type === 'heading' ? [heading.depth] : []
    })
  return survey.once(siblings[0] ?? survey, 'depth', () => {
    const usual = majority([depths(siblings), depths(survey.all('section'))])
    const sections = (['goals', 'status'] as const).map((name) => newPart(name, 3, state).depth)
    return usual ?? Math.min(3, ...sections)
  })
}

function newSection(section: SectionThing, depth: number, state: State): string[] {
  const heading = section.facts.heading ?? (numberedHeading(section.facts, state) || null)
  const [statement] = listOf(section, 'statement')
  const isHeld =
    statement !== undefined && holdsStatement(heading, statement.facts.text.text, state)
  const blocks: string[][] = [
    heading === null ? [] : [headingLine(heading, depth, state)],
    statement && !isHeld ? statementLines(statement, state) : [],
    listOf(section, 'objective').flatMap((objective) => objectiveLines(objective, [], state)),
    teamLines(['dependency', 'primaryTeam'], section, state),
    ...goalBlocks(section, depth, state),
    ...noteBlocks(section, depth, state)
  ]
  // What stands before a section is the business of its list.
  const lines = blocks.flat()
  return lines.slice(lines.findIndex((line) => line !== ''))
}

/** Whether a heading ends with the section's statement: `Outcome 1: All ferries keep time`. */
export function holdsStatement(
  heading: string | null,
  statement: string,
  {vocabulary}: State
): boolean {
  return splitHeading(heading, vocabulary).statement?.trim() === statement
}

function goalBlocks(section: SectionThing, depth: number, state: State): string[][] {
  const goals = listOf(section, 'goal')
  if (goals.length === 0) return []
  const part = newPart('goals', depth, state)
  let previous: GoalsAround['previous']
  const blocks = goals.map((goal, index) => {
    const around = {previous, next: undefined, siblings: [], depth: part.depth + 1}
    const place = goalPlace(goal, around, state)
    previous = place.form
    return withGap(titledLines(goal, place, state), 'goal', index === 0, state)
  })
  return [part.lines, ...blocks]
}

function noteBlocks(section: SectionThing, depth: number, state: State): string[][] {
  const notes = listOf(section, 'note')
  if (notes.length === 0) return []
  const blocks = notes.map((note, index) => {
    return withGap(noteLines(note, [], state), 'note', index === 0, state)
  })
  return [newPart('status', depth, state).lines, ...blocks]
}

/**
 * A new heading over goals or notes, as other outcomes have it.
 *
 * @param depth The level of the section's heading.
 */
export function newPart(
  section: SectionPart,
  depth: number,
  state: State
): {depth: number; lines: string[]} {
  const {survey, vocabulary} = state
  const like = survey.once(survey, `heading ${section}`, () => usualSection(section, state))
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
  const text = page.source.slice(lineStart(page, line), contentEnd(page, line))
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
  const marks = '='.repeat(Math.min(depth, 6))
  const [left, right] = [marks + blank, blank + marks]
  return (
    left +
    writeText([{type: 'text', value: text}], {left, right, scope: scopes.heading}, state) +
    right
  )
}
