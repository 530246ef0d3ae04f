/** Where the tables of a page have goals, and which goals a cell is said of. */
import {partsOf} from './cells.ts'
import {rangeOf, type Page} from '../page.ts'
import type {State} from '../state.ts'
import {
  placeOfGoal,
  placeOfSection,
  type GoalPlace,
  type SectionPlace
} from '../../../plan/recognize/tables/places.ts'
import type {LabelledColumn} from '../../../plan/recognize/tables/columns.ts'
import type {Entity, EntityOf} from '../../entities.ts'
import type {Range} from '../../../document/places.ts'
import type {TableCell, UnistNode} from '../../../document/types.ts'

export type {GoalPlace, SectionPlace}

/** Where a table has a goal that has a row, or rows, of its own. */
export function rowOf(entity: Entity | undefined): GoalPlace | undefined {
  const place = entity?.kind === 'goal' ? placeOfGoal(entity.node) : undefined
  return place?.isItem ? undefined : place
}

/** Where a table has a section. */
export function placeOf(entity: Entity | undefined): SectionPlace | undefined {
  return entity?.kind === 'section' ? placeOfSection(entity.node) : undefined
}

/** The rows of a goal as nodes. */
export function rowNodesOf(entity: Entity): UnistNode[] {
  const place = rowOf(entity)
  return place ? place.rows.map((row) => place.table.rows[row]!.node) : []
}

/** Whether a goal or section is one of a table: it is not set off from others as lines are. */
export function isInTable(entity: Entity): boolean {
  return rowOf(entity) !== undefined || placeOf(entity) !== undefined
}

/** A goal itself, or the goals of a section and of those within. */
export function goalsUnder(entity: Entity): EntityOf<'goal'>[] {
  if (entity.kind === 'goal') return [entity]
  return entity.kind === 'section' ? entity.children.flatMap(goalsUnder) : []
}

/** The rows of all goals under a section. */
export function rowsUnder(section: Entity): GoalPlace[] {
  return goalsUnder(section).flatMap(({node}) => placeOfGoal(node) ?? [])
}

/** The cells of a goal that are of some columns, each once, in the order of the page. */
export function cellsOf(
  {table, rows}: GoalPlace,
  isWanted: (column: LabelledColumn) => boolean
): TableCell[] {
  const cells = rows.flatMap((row) =>
    table.rows[row]!.cells.flatMap((place, at) => {
      const column = table.columns[at]
      return place && column && isWanted(column) ? [place.cell] : []
    })
  )
  return [...new Set(cells)]
}

/** What stands in the cell of a goal that has a row of its own, without the blank before it. */
export function goalCellOf(node: EntityOf<'goal' | 'task'>['node'], page: Page): Range | undefined {
  const place = node.type === 'goal' ? placeOfGoal(node) : undefined
  const cell = place && !place.isItem && cellsOf(place, ({role}) => role === 'goal')[0]
  if (!cell) return undefined
  const {start, end} = partsOf(cell, page).content
  return {start: start + /^\s*/.exec(page.source.slice(start, end))![0].length, end}
}

/** Whether a node of the page stands in a cell. */
export function isWithin(node: UnistNode | undefined, cell: UnistNode): boolean {
  if (!node?.position) return false
  const [inner, outer] = [rangeOf(node), rangeOf(cell)]
  return inner.start >= outer.start && inner.end <= outer.end
}

/** The goals that a cell is said of. */
export function goalsOf(cell: TableCell, {survey}: State): EntityOf<'goal'>[] {
  const goals = survey.once(survey, 'goals by cell', () => {
    const byCell = new Map<TableCell, EntityOf<'goal'>[]>()
    for (const goal of survey.all('goal')) {
      const place = placeOfGoal(goal.node)
      for (const own of place ? cellsOf(place, () => true) : []) {
        const list = byCell.get(own)
        if (list) list.push(goal)
        else byCell.set(own, [goal])
      }
    }
    return byCell
  })
  return goals.get(cell) ?? []
}
