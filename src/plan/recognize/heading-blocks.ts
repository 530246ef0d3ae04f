/**
 * What a heading, a title or a tab opens, and lines that are headings in all but markup.
 */
import {openGoal} from './goals.ts'
import {readHeading, readQuarter} from './headings.ts'
import {readNote} from './notes.ts'
import {openOutcome} from './outcomes.ts'
import {openNote} from './updates.ts'
import {flatten, mark} from '../../document/phrasing.ts'
import {collapse} from '../../document/plain-text.ts'
import type {HeadingBlock, Line, TabBlock, TitleBlock} from './blocks.ts'
import type {Outline} from './outline.ts'

/** A heading's flattened text with blanks for its statuses: they are no part of its words. */
export function wordsOf(text: string): string {
  return text.replaceAll(mark, ' ').trimEnd()
}

export function readTitle(outline: Outline, {node}: TitleBlock): number {
  const text = wordsOf(flatten(node.children))
  if (readHeading(text, outline.options.vocabulary)) {
    return readHeadingBlock(outline, {
      kind: 'heading',
      node: {...node, type: 'heading', depth: 1},
      children: node.children
    })
  }
  outline.title = collapse(text)
  outline.headings.push({text: outline.title, above: false, title: true})
  outline.place(outline.plan, node)
  return 1
}

export function readTab(outline: Outline, {label, node}: TabBlock): number {
  const quarter = readQuarter(collapse(label), outline.options.vocabulary)
  if (quarter) outline.place(outline.openPeriod(collapse(label), quarter, node.position), node)
  else {
    outline.keep(node)
    if (outline.outcome) outline.section = 'after'
    outline.closeOutcome()
  }
  return 1
}

export function readHeadingBlock(outline: Outline, block: HeadingBlock): number {
  const {node, children} = block
  const text = wordsOf(flatten(children))
  const meaning = readHeading(text, outline.options.vocabulary)
  if (meaning) outline.firstDepth ??= node.depth
  if (meaning?.kind === 'outcome') {
    openOutcome(outline, meaning, node, children, node.depth)
  } else if (meaning?.kind === 'period') {
    outline.place(outline.openPeriod(collapse(text), meaning.quarter, node.position), node)
  } else if (meaning?.kind === 'goals' || meaning?.kind === 'status') {
    openSection(outline, meaning.kind, node, node.depth)
  } else if (meaning?.kind === 'end') {
    leaveOutcome(outline, node)
  } else readOtherHeading(outline, block, text)
  return 1
}

function openSection(
  outline: Outline,
  kind: 'goals' | 'status',
  node: Line['node'],
  depth: number | undefined
): void {
  const {outcome} = outline
  if (outcome) outline.place(outcome, node)
  else outline.keep(node)
  if (kind === 'goals') outline.openGoals(node.position, depth)
  else outline.openNotes()
}

function leaveOutcome(outline: Outline, node: Line['node']): void {
  outline.closeOutcome()
  outline.section = outline.section === 'intro' ? 'intro' : 'after'
  outline.keep(node)
}

/** A heading with words of its own: a goal, a note's date, or the start of something else. */
function readOtherHeading(outline: Outline, {node, children}: HeadingBlock, text: string): void {
  if (outline.section === 'notes') {
    const note = readNote(children, outline.options.vocabulary)
    if (note) {
      openNote(outline, note, node.position)
      return
    }
  }
  if (isGoalHeading(outline, node.depth)) {
    outline.section = 'goals'
    return openGoal(outline, children, node.position)
  }
  if (outline.section === 'intro') {
    outline.headings.push({text: collapse(text), above: false})
    return outline.keep(node)
  }
  if (node.depth <= outline.outcomeDepth) return leaveOutcome(outline, node)
  outline.keep(node)
}

/**
 * Whether a heading without words of the vocabulary is a goal: under a goals' heading where it is
 * deeper than the outcome's, or where the page has all its headings on one level; under an outcome that
 * has no goals' heading where it is deeper.
 */
function isGoalHeading(
  {section, outcomeDepth, goalsDepth, outcome}: Outline,
  depth: number
): boolean {
  if (section === 'goals') {
    return (
      depth > outcomeDepth ||
      (goalsDepth !== undefined && depth === goalsDepth && goalsDepth <= outcomeDepth)
    )
  }
  return section === 'outcome' && outcome !== undefined && depth > outcomeDepth
}

/** A line that is a heading in all but markup: `'''Goals'''`, or any of a page whose markup is lost. */
export function readAsHeading(outline: Outline, line: Line): boolean {
  const {children, node} = line
  const text = wordsOf(line.text)
  const meaning = text.length < 200 ? readHeading(text, outline.options.vocabulary) : undefined
  if (!meaning) return false
  if (meaning.kind === 'outcome') {
    if (meaning.outcomes.length + meaning.outputs.length === 0 || meaning.statementAt !== null)
      return false
    openOutcome(outline, meaning, node, children, 6)
  } else if (meaning.kind === 'period') {
    outline.place(outline.openPeriod(collapse(text), meaning.quarter, node.position), node)
  } else if (meaning.kind === 'end') leaveOutcome(outline, node)
  else openSection(outline, meaning.kind, node, undefined)
  return true
}
