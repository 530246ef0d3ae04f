/**
 * Where tables have goals and sections, for those who edit them. It stands beside the tree and not in it, as each row
 * would have all of its table.
 */
import type {LabelledColumn} from './columns.ts'
import type {GridRow} from './grid.ts'
import type {HeadingWithParts, Goal, Section} from '../../types.ts'
import type {Table, TableCell} from '../../../document/types.ts'

/** A table of goals, ready to be read. */
export interface GoalTable {
  node: Table
  columns: LabelledColumn[]
  /** The rows below the header. */
  rows: GridRow[]
  /** How many of the table's children stand up to the header. */
  head: number
}

/** The rows that say a goal: several where its cell is merged. */
export interface GoalPlace {
  table: GoalTable
  /** By their number in the table. */
  rows: number[]
  /** Whether the goal is one of several in its cell. */
  isItem: boolean
}

/** A cell that says a section's heading, with its parts within. */
export type HeadingCell = Omit<TableCell, 'children'> & Pick<HeadingWithParts, 'children'>

/** Where the columns of a table have a section. */
export interface SectionPlace {
  table: GoalTable
  column: number
  /** Each row may repeat the heading. */
  headings: HeadingCell[]
}

const goals = new WeakMap<Goal, GoalPlace>()
const sections = new WeakMap<Section, SectionPlace>()

/** Where a table has a goal, `undefined` for one that stands elsewhere. */
export function placeOfGoal(goal: Goal): GoalPlace | undefined {
  return goals.get(goal)
}

/** Where a table has a section, `undefined` for one that stands elsewhere. */
export function placeOfSection(section: Section): SectionPlace | undefined {
  return sections.get(section)
}

export function setGoalPlace(goal: Goal, place: GoalPlace): void {
  goals.set(goal, place)
}

export function setSectionPlace(section: Section, place: SectionPlace): void {
  sections.set(section, place)
}
