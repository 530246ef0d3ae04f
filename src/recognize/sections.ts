/**
 * What a block means in each section of a plan.
 */
import {itemsOf, nested, nestedFrom, ownPosition, paragraphOf, unwrap} from './blocks.ts'
import {readField, toField, isLabel} from './fields.ts'
import {fiscalYearOf, hasPlanWord} from './fiscal-year.ts'
import {openGoal, readGoals, readIndented} from './goals.ts'
import {readHeading, readQuarter} from './headings.ts'
import {openNote, readUpdate, readUpdates} from './updates.ts'
import {readNote} from './notes.ts'
import {openOutcome} from './outcomes.ts'
import {concat, flatten, joint, mark, positioned, slice, span, trimNodes} from '../document/phrasing.ts'
import {readTeams} from './teams.ts'
import {collapse} from '../document/plain-text.ts'
import {toStatement} from './statuses.ts'
import type {Block, HeadingBlock, Line, ListBlock, TabBlock, TitleBlock} from './blocks.ts'
import type {Outline} from './outline.ts'
import type {ListItem, PhrasingContent} from '../document/types.ts'
import type {Objective} from '../plan/types.ts'

/** Reads the block at an index and returns how many blocks it took. */
export function readBlock(outline: Outline, blocks: readonly Block[], at: number): number {
  const block = blocks[at]!
  if (block.kind === 'line') return readLine(outline, block, blocks[at + 1])
  if (block.kind === 'heading') return readHeadingBlock(outline, block)
  if (block.kind === 'list') return readList(outline, block)
  if (block.kind === 'tab') return readTab(outline, block)
  if (block.kind === 'title') return readTitle(outline, block)
  outline.keep(block.node)
  return 1
}

/** A heading's text with blanks for its statuses: they are no part of its words. */
function wordsOf(children: readonly PhrasingContent[]): string {
  return flatten(children).replaceAll(mark, ' ').trimEnd()
}

function readTitle(outline: Outline, {node}: TitleBlock): number {
  const text = wordsOf(node.children)
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

function readTab(outline: Outline, {label, node}: TabBlock): number {
  const quarter = readQuarter(collapse(label), outline.options.vocabulary)
  if (quarter) outline.place(outline.openPeriod(collapse(label), quarter, node.position), node)
  else {
    outline.keep(node)
    if (outline.outcome) outline.section = 'after'
    outline.closeOutcome()
  }
  return 1
}

function readHeadingBlock(outline: Outline, block: HeadingBlock): number {
  const {node, children} = block
  const text = wordsOf(children)
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

function openSection(outline: Outline, kind: 'goals' | 'status', node: Line['node'], depth: number | undefined): void {
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
function isGoalHeading({section, outcomeDepth, goalsDepth, outcome}: Outline, depth: number): boolean {
  if (section === 'goals') {
    return depth > outcomeDepth || (goalsDepth !== undefined && depth === goalsDepth && goalsDepth <= outcomeDepth)
  }
  return section === 'outcome' && outcome !== undefined && depth > outcomeDepth
}

function readLine(outline: Outline, block: Line, next: Block | undefined): number {
  if (readAsHeading(outline, block)) return 1
  const {section} = outline
  if (section === 'intro') return readIntroLine(outline, block, next)
  if (section === 'after') return keepLine(outline, block)
  if (section !== 'notes' && !isWithinGoal(outline) && readTeamsLine(outline, block.children, block.position)) return 1
  const noteLines = readNoteLines(outline, block, next)
  if (noteLines > 0) return noteLines
  if (section === 'outcome') return readOutcomeLine(outline, block)
  if (section === 'goals') return readGoalLine(outline, block, next)
  readUpdate(outline, block.children, block.position)
  return 1
}

function keepLine(outline: Outline, {node}: Line): number {
  outline.keep(node)
  return 1
}

/** A line that is a heading in all but markup: `'''Goals'''`, or any of a page whose markup is lost. */
function readAsHeading(outline: Outline, {children, node}: Line): boolean {
  const text = wordsOf(children)
  const meaning = text.length < 200 ? readHeading(text, outline.options.vocabulary) : undefined
  if (!meaning) return false
  if (meaning.kind === 'outcome') {
    if (meaning.outcomes.length + meaning.outputs.length === 0 || meaning.statementAt !== null) return false
    openOutcome(outline, meaning, node, children, 6)
  } else if (meaning.kind === 'period') {
    outline.place(outline.openPeriod(collapse(text), meaning.quarter, node.position), node)
  } else if (meaning.kind === 'end') leaveOutcome(outline, node)
  else openSection(outline, meaning.kind, node, undefined)
  return true
}

/** Fields; `;Label` and `:value` are two lines and one field. */
function readIntroLine(outline: Outline, block: Line, next: Block | undefined): number {
  if (outline.period) return keepLine(outline, block)
  const {vocabulary} = outline.options
  const text = flatten(block.children)
  if (block.form === 'term' && next?.kind === 'line' && next.form === 'indented' && isLabel(text)) {
    const position = span([{position: block.position}, {position: next.position}])
    placeField(outline, toField(collapse(text), next.children, position, vocabulary))
    return 2
  }
  const field = readField(block.children, block.position, vocabulary)
  if (field) placeField(outline, field)
  else {
    if (isPlanLine(outline, block, text)) {
      outline.headings.push({text: collapse(wordsOf(block.children)), above: false})
    }
    outline.keep(block.node)
  }
  return 1
}

/** A line that the plan stands under: bold, or in a page whose headings are lost. */
function isPlanLine({options: {vocabulary, dialect}}: Outline, {form}: Line, text: string): boolean {
  if (form !== 'strong' && dialect !== 'text') return false
  return text.length < 200 && !text.endsWith('.') && fiscalYearOf(text, vocabulary) !== null && hasPlanWord(text, vocabulary)
}

function placeField(outline: Outline, field: NonNullable<ReturnType<typeof readField>>): void {
  outline.touchHeading()
  outline.place(outline.plan, field)
}

/** Whether a line stands between a goal's title and its tasks: teams there are not the outcome's. */
function isWithinGoal({goal}: Outline): boolean {
  return goal !== undefined && goal.children.every(({type}) => type !== 'task')
}

/** Together the nodes of a line cover all of it, markup included. */
function readTeamsLine(outline: Outline, children: PhrasingContent[], position: Line['position']): boolean {
  const teams = readTeams(children, outline.options.vocabulary)
  if (!teams) return false
  if (position && teams[0]?.position) teams[0].position.start = {...position.start}
  if (position && teams.at(-1)?.position) teams.at(-1)!.position!.end = {...position.end}
  const outcome = outline.outcomeAt(position)
  outline.goal = undefined
  for (const team of teams) outline.place(outcome, team)
  return true
}

/**
 * Opens a note and returns how many lines say so; a term's description may say its date.
 *
 * ```markdown
 * | ;Note
 * | :August 14, 2030
 * ```
 */
function readNoteLines(outline: Outline, block: Line, next: Block | undefined): number {
  if (block.form !== 'term' || next?.kind !== 'line' || next.form !== 'indented') {
    return readNoteLine(outline, block) ? 1 : 0
  }
  const {vocabulary} = outline.options
  const [note, date] = [readNote(block.children, vocabulary), readNote(next.children, vocabulary)]
  const isPair = note?.labelled && !note.date && note.rest.length === 0 && date?.date && !date.labelled
  if (!isPair) return readNoteLine(outline, block) ? 1 : 0
  if (outline.section !== 'notes') outline.openNotes()
  openNote(outline, {...date, labelled: true}, span([block, next]))
  return 2
}

/** Opens a note; before the status heading only where the line says plainly that it is one. */
function readNoteLine(outline: Outline, {children, position, form}: Line): boolean {
  const note = readNote(children, outline.options.vocabulary)
  if (!note || (outline.section !== 'notes' && !(note.labelled && note.date))) return false
  if (form === 'indented' && !note.date) return false
  if (outline.section !== 'notes') outline.openNotes()
  openNote(outline, note, position)
  return true
}

/** The outcome's statement: its first lines of running text. */
function readOutcomeLine(outline: Outline, block: Line): number {
  const outcome = outline.outcomeAt(block.position)
  const last = outcome.children.at(-1)
  const goesOn = last?.type === 'statement' && block.form === 'plain' && block.paragraph && outline.paragraph === block.paragraph
  if (goesOn) {
    last.children = concat(concat(last.children, [lineEnd(outline, last.position, block.position)]), block.children)
    positioned(last, span([last, block]))
  } else if (outcome.children.every(({type}) => type !== 'statement' && type !== 'objective')) {
    const statement = toStatement(trimNodes(block.children))
    if (statement) outline.place(outcome, positioned(statement, block.position))
  } else return keepLine(outline, block)
  outline.paragraph = block.form === 'plain' ? block.paragraph : undefined
  return 1
}

/** The line end between two lines of one text. */
function lineEnd({options: {source}}: Outline, before: Line['position'], after: Line['position']): PhrasingContent {
  if (!before || !after) return {type: 'text', value: '\n'}
  return joint({start: {...before.end}, end: {...after.start}}, source, '\n')
}

/** A goal: a bold line or a term, a line that a list follows; indented lines are a term's tasks. */
function readGoalLine(outline: Outline, block: Line, next: Block | undefined): number {
  const titled = block.form === 'strong' || block.form === 'term' || (block.form !== 'indented' && next?.kind === 'list')
  if (titled) openGoal(outline, block.children, block.position)
  else if (block.form === 'indented') readIndented(outline, block.children, block.position, block.node)
  else outline.keep(block.node)
  return 1
}

function readList(outline: Outline, {node}: ListBlock): number {
  if (outline.section === 'after') outline.keep(node)
  else if (outline.section === 'intro') readIntroList(outline, node)
  else if (outline.section === 'outcome') for (const item of itemsOf(node)) readObjective(outline, item)
  else if (outline.section === 'notes') readUpdates(outline, node)
  else readGoals(outline, node)
  return 1
}

/** A list of fields; one without any stays as it is. */
function readIntroList(outline: Outline, list: ListBlock['node']): void {
  const items = itemsOf(list)
  const {vocabulary} = outline.options
  const fields = outline.period ? [] : items.map((item) => readField(paragraphOf(item), item.position, vocabulary))
  if (!fields.some(Boolean)) return outline.keep(list)
  for (const [index, item] of items.entries()) {
    const field = fields[index]
    if (field) placeField(outline, field)
    else outline.keep(item)
  }
}

/** An item before the goals: teams, or an objective; its nested items are objectives too. */
function readObjective(outline: Outline, item: ListItem): void {
  const {children} = unwrap(paragraphOf(item))
  const position = ownPosition(item)
  if (flatten(children).trim() === '') {
    if (nested(item).length === 0) outline.keep(item)
  } else if (!readTeamsLine(outline, children, position)) {
    const content = trimNodes(children)
    outline.place(outline.outcomeAt(position), positioned<Objective>({type: 'objective', children: content}, position))
  }
  for (const child of nestedFrom(item)) {
    if (child.type === 'list') for (const inner of itemsOf(child)) readObjective(outline, inner)
    else outline.keep(child)
  }
}
