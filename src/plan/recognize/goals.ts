import {readMarkedField} from './fields.ts'
import {itemsOf, nested, paragraphOf} from './items.ts'
import {opensWithCode, readItemLine} from './item-line.ts'
import {splitLines, unwrap} from './lines.ts'
import {readNote} from './notes.ts'
import {readTeams} from './teams.ts'
import {childOf} from '../../document/children.ts'
import {flatten, hasText, positioned, span} from '../../document/phrasing.ts'
import {reportUnknown} from './unknown-status.ts'
import {openNoteOf} from './updates.ts'
import type {Line} from './blocks.ts'
import type {Outline} from './outline.ts'
import type {List, ListItem, PhrasingContent, Position} from '../../document/types.ts'
import type {
  Dependencies,
  Field,
  Goal,
  ItemKind,
  KeptContent,
  PrimaryTeams,
  Task
} from '../types.ts'

/** A goal with a title of its own line: what lists follow are its tasks. */
export function openGoal(
  outline: Outline,
  children: PhrasingContent[],
  position: Position | undefined
): void {
  const section = outline.sectionAt(position)
  outline.goal = toGoal(outline, unwrap(children).children, position)
  outline.place(section, outline.goal)
}

export function toGoal(
  outline: Outline,
  children: PhrasingContent[],
  position: Position | undefined
): Goal {
  const {named, ...item} = readItem(outline, children)
  const isInner = outline.itemKind === 'goal' && isPartOf(outline.section?.code ?? null, item.code)
  const kind = named ?? (isKeyResult(item) || isInner ? 'keyResult' : outline.itemKind)
  return positioned<Goal>({type: 'goal', kind, ...item, position: undefined}, position)
}

function toTask(
  outline: Outline,
  children: PhrasingContent[],
  position: Position | undefined,
  parent: Goal | Task,
  all?: ItemKind
): Task {
  const {named, ...item} = readItem(outline, children)
  // What continues a key result's code is a hypothesis.
  const continues = isPartOf(parent.code, item.code)
  const kind =
    named ??
    all ??
    (continues && parent.kind === 'keyResult'
      ? 'hypothesis'
      : isKeyResult(item)
        ? 'keyResult'
        : 'task')
  return positioned<Task>({type: 'task', kind, ...item, position: undefined}, position)
}

/** What a goal's and a task's line say, children in source order. */
function readItem(
  outline: Outline,
  nodes: PhrasingContent[]
): Omit<Task, 'type' | 'kind' | 'position'> & {named: ItemKind | undefined} {
  const {
    stretch,
    status,
    code,
    kind: named,
    children
  } = readItemLine(nodes, outline.options.vocabulary)
  if (!status) reportUnknown(outline, nodes)
  return {named, id: '', code, stretch, children}
}

/** Whether a code continues another: `GE1.1` and `GE1`. */
export function isPartOf(outer: string | null, code: string | null): boolean {
  return outer !== null && code !== null && code.startsWith(`${outer}.`)
}

/** Whether a code says that it is a key result's: `KR1`. */
function isKeyResult({code}: {code: string | null}): boolean {
  return code?.startsWith('KR') ?? false
}

/**
 * The text of a goal that stands below its code; `false` where the line is none.
 *
 * ```markdown
 * | ;Key Result 1
 * | Write a plan for the last row {{done}}
 * ```
 */
export function readGoalText(outline: Outline, goal: Goal, {children, form}: Line): boolean {
  const {vocabulary} = outline.options
  if (form !== 'plain' || goal.code === null || childOf(goal, 'statement')) return false
  if (opensWithCode(children, vocabulary)) return false
  const line = readItemLine(children, vocabulary)
  if (line.status && childOf(goal, 'status')) return false
  goal.stretch ||= line.stretch
  for (const part of line.children) outline.place(goal, part)
  return true
}

/** A list among goals: tasks of the goal whose title stands before it, else goals of their own. */
export function readGoals(outline: Outline, list: List): void {
  if (outline.goal && !areBeside(outline.goal, list, outline))
    return readItems(outline, outline.goal, list)
  outline.goal = undefined
  for (const item of itemsOf(list)) {
    const {children} = unwrap(paragraphOf(item))
    if (!hasText(children)) {
      outline.keep(item)
      continue
    }
    const goal = toGoal(outline, children, item.position)
    outline.place(outline.sectionAt(item.position), goal)
    readNested(outline, goal, item)
  }
}

/** Whether items stand beside a goal, by their codes: `KR3` beside `KR2`. */
function areBeside(
  {code}: Goal,
  list: List,
  {hasHeadedGoals, options: {vocabulary}}: Outline
): boolean {
  const [first] = hasHeadedGoals ? [] : itemsOf(list)
  const other = code !== null && first ? readItemLine(paragraphOf(first), vocabulary).code : null
  return other !== null && other !== code && other.replace(/\d+$/, '') === code!.replace(/\d+$/, '')
}

/** An indented line under a term: a task of the goal, or kept. */
export function readIndented(
  outline: Outline,
  children: PhrasingContent[],
  position: Position | undefined,
  node: KeptContent
): void {
  if (outline.goal) outline.place(outline.goal, toTask(outline, children, position, outline.goal))
  else outline.keep(node)
}

/**
 * Items below a goal or task: its tasks, or where one opens with a date, a note of it.
 *
 * @param all What all of them are, where their place says so.
 */
export function readItems(outline: Outline, parent: Goal | Task, list: List, all?: ItemKind): void {
  const {vocabulary} = outline.options
  for (const item of itemsOf(list)) {
    const {children} = unwrap(paragraphOf(item))
    const note = hasText(children) ? readNote(children, vocabulary) : undefined
    const field = readMarkedField(paragraphOf(item), item.position, vocabulary)
    if (!hasText(children)) outline.place(parent, item)
    else if (note?.date && !note.labelled) openNoteOf(outline, parent, note, item)
    else if (field?.name && nested(item).length === 0) outline.place(parent, field)
    else {
      const task = toTask(outline, children, item.position, parent, all)
      outline.place(parent, task)
      readNested(outline, task, item, all)
    }
  }
}

function readNested(outline: Outline, parent: Goal | Task, item: ListItem, all?: ItemKind): void {
  for (const child of nested(item)) {
    if (child.type === 'list') readItems(outline, parent, child, all)
    else if (!readContinuation(outline, parent, child)) outline.place(parent, child as KeptContent)
  }
}

/**
 * Fields and teams that an item goes on with, each on a line of its own.
 *
 * ```markdown
 * | * Tar the hulls
 * | *:'''ETA''': March 2031
 *      ^^^^^^^^^^^^^^^^^^^^  field
 * ```
 */
function readContinuation(
  outline: Outline,
  parent: Goal | Task,
  node: ReturnType<typeof nested>[number]
): boolean {
  const lines =
    node.type === 'paragraph'
      ? splitLines(node).map((children) => ({children, position: span(children)}))
      : node.type === 'definitionList'
        ? node.children.map((item) => ({children: paragraphOf(item), position: item.position}))
        : []
  const parts = lines.map(({children, position}) => readItemPart(outline, children, position))
  if (parts.length === 0 || !parts.every(Boolean)) return false
  for (const part of parts) for (const found of part!) outline.place(parent, found)
  return true
}

/** A line that says teams or a field of a goal or task, whose label is marked up. */
export function readItemPart(
  outline: Outline,
  children: PhrasingContent[],
  position: Position | undefined
): (Field | Dependencies | PrimaryTeams)[] | undefined {
  const {vocabulary} = outline.options
  const teams = readTeams(children, vocabulary, flatten(children))
  if (teams) return teams
  const field = readMarkedField(children, position, vocabulary, true)
  return field && [field]
}
