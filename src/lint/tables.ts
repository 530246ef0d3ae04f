/** The tables of goals of a page, as they were read. */
import {placeOfGoal, type GoalTable} from '../plan/recognize/tables/places.ts'
import {toGrid, type GridRow} from '../plan/recognize/tables/grid.ts'
import {nodesOf} from '../document/nodes.ts'
import type {Goal, Plan} from '../plan/types.ts'

/** The tables that have goals, in page order. */
export function tablesOf(plan: Plan): GoalTable[] {
  const tables = nodesOf<Goal>(plan, 'goal').flatMap((goal) => placeOfGoal(goal)?.table ?? [])
  return [...new Set(tables)]
}

/** The header of a table: its cells by column. */
export function headerOf({node, head}: GoalTable): GridRow['cells'] {
  return toGrid({...node, children: node.children.slice(0, head)}).at(-1)?.cells ?? []
}
