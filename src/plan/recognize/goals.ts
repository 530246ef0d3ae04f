import {itemsOf, nested, paragraphOf} from './items.ts'
import {unwrap} from './lines.ts'
import {hasText, positioned} from '../../document/phrasing.ts'
import {readTitled} from './statuses.ts'
import {reportUnknown} from './unknown-status.ts'
import type {Outline} from './outline.ts'
import type {List, ListItem, PhrasingContent, Position} from '../../document/types.ts'
import type {Goal, KeptContent, Task} from '../types.ts'

/** A goal with a title of its own line: what lists follow are its tasks. */
export function openGoal(
  outline: Outline,
  children: PhrasingContent[],
  position: Position | undefined
): void {
  const outcome = outline.outcomeAt(position)
  outline.goal = toGoal(outline, unwrap(children).children, position)
  outline.place(outcome, outline.goal)
}

function toGoal(
  outline: Outline,
  children: PhrasingContent[],
  position: Position | undefined
): Goal {
  const {stretch, children: content} = titled(outline, children)
  return positioned<Goal>(
    {type: 'goal', id: '', stretch, children: content, position: undefined},
    position
  )
}

function toTask(
  outline: Outline,
  children: PhrasingContent[],
  position: Position | undefined
): Task {
  const {stretch, children: content} = titled(outline, children)
  return positioned<Task>(
    {type: 'task', id: '', stretch, children: content, position: undefined},
    position
  )
}

/** What a goal's and a task's line say, children in source order. */
function titled(outline: Outline, nodes: PhrasingContent[]): Pick<Task, 'stretch' | 'children'> {
  const {stretch, status, children} = readTitled(nodes, outline.options.vocabulary)
  if (!status) reportUnknown(outline, nodes)
  return {stretch, children}
}

/** A list among goals: tasks of the goal whose title stands before it, else goals of their own. */
export function readGoals(outline: Outline, list: List): void {
  if (outline.goal) return readItems(outline, outline.goal, list)
  for (const item of itemsOf(list)) {
    const {children} = unwrap(paragraphOf(item))
    if (!hasText(children)) {
      outline.keep(item)
      continue
    }
    const goal = toGoal(outline, children, item.position)
    outline.place(outline.outcomeAt(item.position), goal)
    readNested(outline, goal, item)
  }
}

/** An indented line under a term: a task of the goal, or kept. */
export function readIndented(
  outline: Outline,
  children: PhrasingContent[],
  position: Position | undefined,
  node: KeptContent
): void {
  if (outline.goal) outline.place(outline.goal, toTask(outline, children, position))
  else outline.keep(node)
}

function readItems(outline: Outline, parent: Goal | Task, list: List): void {
  for (const item of itemsOf(list)) {
    const {children} = unwrap(paragraphOf(item))
    if (!hasText(children)) {
      outline.place(parent, item)
      continue
    }
    const task = toTask(outline, children, item.position)
    outline.place(parent, task)
    readNested(outline, task, item)
  }
}

function readNested(outline: Outline, parent: Goal | Task, item: ListItem): void {
  for (const child of nested(item)) {
    if (child.type === 'list') readItems(outline, parent, child)
    else outline.place(parent, child as KeptContent)
  }
}
