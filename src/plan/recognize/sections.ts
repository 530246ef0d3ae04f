/**
 * What a block means in each section of a plan.
 */
import {openGoal, readGoals, readGoalText, readIndented, readItemPart} from './goals.ts'
import {kindOfOwner, readAsHeading, readHeadingBlock, readTab, readTitle} from './heading-blocks.ts'
import {sectionOfKind} from './headings.ts'
import {readIntroLine, readIntroList} from './intro.ts'
import {itemsOf, paragraphOf} from './items.ts'
import {newSection} from './section-heading.ts'
import {readNote} from './notes.ts'
import {
  openGoalOf,
  readObjective,
  readSectionField,
  readSectionLine,
  readTeamsLine
} from './section-lines.ts'
import {readMarkedField} from './fields.ts'
import {openNote, readUpdate, readUpdates} from './updates.ts'
import {hasPlanWord} from './fiscal-year.ts'
import {readGoalTable} from './tables/index.ts'
import {readRunTogether} from './tables/run-together.ts'
import {opensWithCode} from './item-line.ts'
import {quarterAt} from './quarters.ts'
import {flatten, mark, span, statusesOf} from '../../document/phrasing.ts'
import type {Block, Line, ListBlock} from './blocks.ts'
import type {LineForm} from './lines.ts'
import type {Outline} from './outline.ts'
import type {List, ListItem, PhrasingContent} from '../../document/types.ts'

/** Reads the block at an index and returns how many blocks it took. */
export function readBlock(outline: Outline, blocks: readonly Block[], at: number): number {
  const block = blocks[at]!
  if (block.kind === 'line') return readLineWith(outline, block, blocks, at)
  if (block.kind === 'heading')
    return readHeadingBlock(outline, block, () => blocksUnder(blocks, at))
  if (block.kind === 'list') return readList(outline, block)
  if (block.kind === 'tab') {
    const next = nextShown(blocks, at)
    return readTab(outline, block, [blocks[next], blocks[nextShown(blocks, next)]])
  }
  if (block.kind === 'table' && readGoalTable(outline, block.node)) return 1
  if (block.kind === 'title') return readTitle(outline, block)
  outline.keep(block.node)
  return 1
}

/** The index of the next block that a reader of the page sees. */
function nextShown(blocks: readonly Block[], at: number): number {
  let next = at + 1
  while (isUnseen(blocks[next])) next++
  return next
}

/** The blocks behind one, up to the first that is no line. */
function blocksUnder(blocks: readonly Block[], at: number): Block[] {
  const below: Block[] = []
  for (let next = nextShown(blocks, at); blocks[next]; next = nextShown(blocks, next)) {
    below.push(blocks[next]!)
    if (blocks[next]!.kind !== 'line') break
  }
  return below
}

/** Tags that are gone before a page is shown. */
const traceless = /^<\/?(?:translate|noinclude|onlyinclude)\b/i

function isUnseen(block: Block | undefined): boolean {
  if (block?.kind !== 'kept') return false
  const {node} = block
  return node.type === 'comment' || (node.type === 'html' && traceless.test(node.value))
}

/** Reads a line and perhaps the one behind it: what stands between the two lies within what they say. */
function readLineWith(outline: Outline, line: Line, blocks: readonly Block[], at: number): number {
  const next = nextShown(blocks, at)
  if (opensTeam(outline, line, [blocks[next], blocks[nextShown(blocks, next)]]))
    outline.openSection(newSection(null, sectionOfKind('team'), line.position), textDepth)
  return readLine(outline, line, blocks[next]) === 1 ? 1 : next + 1 - at
}

/** The depth of all headings of a text. */
const textDepth = 2

/**
 * Whether a line of a text opens a team, as the tab over it is lost: it says whose, and a goal with its tasks follows.
 *
 * ```markdown
 * | Team Manager: Nadia Invented
 * | Raise the tide tables
 * | - Look for alarms that are too regular
 * ```
 */
function opensTeam(outline: Outline, line: Line, [goal, task]: (Block | undefined)[]): boolean {
  const {at, section, options} = outline
  if (options.dialect !== 'text' || goal?.kind !== 'line' || !isTitleOver(goal, task)) return false
  if (kindOfOwner(line, options.vocabulary) !== 'team') return false
  // A heading directly above says which team it is.
  return at !== 'section' || section!.children.some(({type}) => type === 'field')
}

/** Whether a line of a text has tasks below: a list, or where that had one item and its bullet is lost, a line with a status. */
function isTitleOver(line: Line, below: Block | undefined): boolean {
  if (statusesOf(line.children).length > 0 || line.text.trimEnd().endsWith(':')) return false
  return below?.kind === 'list' || (below?.kind === 'line' && statusesOf(below.children).length > 0)
}

function readLine(outline: Outline, block: Line, next: Block | undefined): number {
  if (readAsHeading(outline, block, next)) return 1
  if (readRunTogether(outline, block)) return 1
  const {at} = outline
  if (at === 'intro') return readIntroLine(outline, block, next)
  if (at !== 'after') return readPlanLine(outline, block, next)
  outline.keep(block.node)
  return 1
}

/** A line of a section. */
function readPlanLine(outline: Outline, block: Line, next: Block | undefined): number {
  const {at} = outline
  const goal = openGoalOf(outline)
  if (goal && at === 'goals') {
    const parts = readItemPart(outline, block.children, block.position)
    for (const part of parts ?? []) outline.place(goal, part)
    if (parts || readGoalText(outline, goal, block)) return 1
  }
  outline.keepTold(block.node)
  const teams = at !== 'notes' && !goal
  if (teams && readTeamsLine(outline, block.children, block.position, block.text)) return 1
  const noteLines = readNoteLines(outline, block, next)
  if (noteLines > 0) return noteLines
  if (at !== 'notes' && !outline.goal && readSectionField(outline, block)) return 1
  if (isGoalOfSection(outline, block.children, formIn(outline, block, next)))
    openGoalsOfSection(outline)
  if (outline.at === 'section') readSectionLine(outline, block)
  else if (outline.at === 'goals') readGoalLine(outline, block, next)
  else readUpdate(outline, block.children, block.position)
  return 1
}

/**
 * Whether a line or item opens the goals of a section that has no heading over them: one that opens with a code, in a
 * team's section each that may be a goal, and items of a page that lists goals.
 */
function isGoalOfSection(
  outline: Outline,
  children: readonly PhrasingContent[],
  form: LineForm | 'item'
): boolean {
  const {at, section, options} = outline
  if (at !== 'section') return false
  const isTitle = form === 'strong' || form === 'term'
  // Under a heading of its own a list has objectives.
  const isItem = form === 'item' && (section?.children.findLastIndex(isHeading) ?? 1) <= 0
  if (section?.kind === 'team' && (isTitle || isItem)) return true
  if (section?.kind === 'group' && isItem && outline.listsGoals) return true
  return opensWithCode(children, options.vocabulary)
}

/** How a line is meant: in a team's section of a text, whose bold is lost, one over tasks is a goal's title. */
function formIn(outline: Outline, line: Line, next: Block | undefined): LineForm {
  return isOfTextsTeam(outline) && isTitleOver(line, next) ? 'strong' : line.form
}

function isOfTextsTeam({section, options: {dialect}}: Outline): boolean {
  return dialect === 'text' && section?.kind === 'team'
}

function isHeading({type}: {type: string}): boolean {
  return type === 'heading'
}

function openGoalsOfSection(outline: Outline): void {
  outline.openGoals('goal', undefined, undefined)
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
  const note = readNote(block.children, vocabulary, block.text)
  const date = readNote(next.children, vocabulary, next.text)
  const isPair =
    note?.labelled && !note.date && note.rest.length === 0 && date?.date && !date.labelled
  if (!isPair) return readNoteLine(outline, block) ? 1 : 0
  if (outline.at !== 'notes') outline.openNotes()
  openNote(outline, {...date, labelled: true}, span([block, next]))
  return 2
}

/** Opens a note; before the status heading only where the line says plainly that it is one. */
function readNoteLine(outline: Outline, {children, text, position, form}: Line): boolean {
  const note = readNote(children, outline.options.vocabulary, text)
  if (!note || (outline.at !== 'notes' && !(note.labelled && note.date))) return false
  if (form === 'indented' && !note.date) return false
  if (outline.at !== 'notes') outline.openNotes()
  openNote(outline, note, position)
  return true
}

/**
 * A goal: a bold line or a term; a line that a list follows, where it is no introduction to it (`We want to:`) and the
 * section's goals are not headings. Indented lines are a term's tasks.
 */
function readGoalLine(outline: Outline, block: Line, next: Block | undefined): void {
  const form = formIn(outline, block, next)
  const isTask = isOfTextsTeam(outline) && outline.goal && statusesOf(block.children).length > 0
  const titled =
    form === 'strong' ||
    form === 'term' ||
    opensWithCode(block.children, outline.options.vocabulary) ||
    (form !== 'indented' &&
      next?.kind === 'list' &&
      !outline.hasHeadedGoals &&
      !block.text.trimEnd().endsWith(':'))
  if (form === 'plain' && isStatusAlone(block)) keepStray(outline, block)
  else if (isQuartersLabel(outline, block)) outline.keep(block.node)
  else if (titled && !isTask) openGoal(outline, block.children, block.position)
  else if (form === 'indented' || isTask)
    readIndented(outline, block.children, block.position, block.node)
  else outline.keep(block.node)
}

/** Whether a line only says whose goals the list below has: `'''Q2 Goals:'''`. */
function isQuartersLabel({options: {vocabulary}}: Outline, {text}: Line): boolean {
  const words = text.trim()
  const label = words.endsWith(':') && words.length < 40 ? words.slice(0, -1) : ''
  return quarterAt(label, 0, vocabulary) !== undefined && hasPlanWord(label, vocabulary)
}

function isStatusAlone({children}: Line): boolean {
  return statusesOf(children).length > 0 && flatten(children).replaceAll(mark, '').trim() === ''
}

/** A status on a line of its own is no goal, and nothing says whose it is. */
function keepStray(outline: Outline, {children, node, position}: Line): void {
  const {raw} = statusesOf(children)[0]!
  outline.report({
    ruleId: 'status-stray',
    reason: `\`${raw}\` is on a line of its own and is not the status of a goal`,
    place: position,
    actual: raw,
    note: "Write it at the end of its goal's line."
  })
  outline.keep(node)
}

function readList(outline: Outline, {node}: ListBlock): number {
  if (outline.at === 'after') outline.keep(node)
  else if (outline.at === 'intro') readIntroList(outline, node)
  else if (outline.at === 'section') readSectionList(outline, node)
  else if (outline.at === 'goals' && readTeamsList(outline, node)) return 1
  else if (outline.at === 'notes') {
    outline.keepTold(node)
    readUpdates(outline, node)
  } else readGoals(outline, node)
  return 1
}

/**
 * Reads a list behind a team's goals that opens with a date: it has the notes of the team. In a text it may be one with
 * the list of the last goal's tasks.
 */
function readTeamsList(outline: Outline, list: List): boolean {
  const {section, goal, options} = outline
  if (section?.kind !== 'team' || !goal) return false
  const items = itemsOf(list)
  const isNote = (item: ListItem | undefined): boolean => {
    const note = item && readNote(paragraphOf(item), options.vocabulary)
    return note?.date !== undefined && !note.labelled
  }
  const hasTasks = goal.children.some(({type}) => type === 'task')
  const first = isOfTextsTeam(outline) ? items.findIndex(isNote) : isNote(items[0]) ? 0 : -1
  if (first < 0 || (first === 0 && !hasTasks)) return false
  if (first > 0) readGoals(outline, {...list, children: items.slice(0, first)})
  outline.openNotes()
  readUpdates(outline, {...list, children: items.slice(first)})
  return true
}

/** A list before the goals: teams, fields and objectives, or the goals themselves. */
function readSectionList(outline: Outline, list: List): void {
  const items = itemsOf(list)
  const first = items[0] && paragraphOf(items[0])
  const isField =
    first && readMarkedField(first, undefined, outline.options.vocabulary) !== undefined
  const hasStatus = items.some((item) => statusesOf(paragraphOf(item)).length > 0)
  if (!isField && first && (hasStatus || isGoalOfSection(outline, first, 'item'))) {
    openGoalsOfSection(outline)
    readGoals(outline, list)
  } else for (const item of items) readObjective(outline, item)
}
