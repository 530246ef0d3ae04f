/** Changes what the cells of a row say of its goal. */
import {fillCell, sourceOf} from './cells.ts'
import {cellsOf, goalsOf, isWithin, rowOf, type GoalPlace} from './places.ts'
import {EditError} from '../../edit-error.ts'
import {changeField} from '../fields.ts'
import {saidIn, teamRoles, type TeamKind} from './said.ts'
import {isSameData} from '../same-data.ts'
import {contentOf, marker, writeText, type State} from '../state.ts'
import {spellInPlace, spellLike} from '../status-marker.ts'
import {putNames, teamsOf, type TeamThing} from '../teams.ts'
import {rangeOf} from '../page.ts'
import {scopes} from '../../../write/wikitext/unsafe.ts'
import {childOf} from '../../../document/children.ts'
import {collapse} from '../../../document/plain-text.ts'
import {placeOfGoal} from '../../../plan/recognize/tables/places.ts'
import {inWords} from '../../facts.ts'
import {listOf, type Entity, type EntityOf} from '../../entities.ts'
import type {LabelledColumn} from '../../../plan/recognize/tables/columns.ts'
import type {PhrasingContent, TableCell, UnistNode} from '../../../document/types.ts'
import type {StatusJson} from '../../../plan/json/types.ts'

type Goal = EntityOf<'goal'>
type FieldThing = EntityOf<'field'>

/** A goal of a table, as it is and as it is to be. */
export interface RowChange {
  before: Goal
  after: Goal
  place: GoalPlace
  state: State
}

/** A change of a goal of a table; `undefined` for what stands elsewhere. */
export function rowChange(before: Entity, after: Entity, state: State): RowChange | undefined {
  const place = before.kind === 'goal' ? placeOfGoal(before.node) : undefined
  return place && {before: before as Goal, after: after as Goal, place, state}
}

type Slot = Pick<LabelledColumn, 'role' | 'label'>

/**
 * Changes a cell, once for all goals that it is said of.
 *
 * @throws {EditError} where these are not to say the same.
 */
function changeCell(cell: TableCell, slot: Slot, change: () => void, given: RowChange): void {
  const {after, state} = given
  if (!isAlike(cell, slot, given)) throw mergedCell(after, cell, state)
  state.survey.once(cell, 'changed', () => {
    change()
    return true
  })
}

export function mergedCell(goal: Entity, cell: TableCell, state: State): EditError {
  const count = goalsOf(cell, state).length
  const words = collapse(sourceOf(cell, state.page))
  return refusal(
    goal,
    `the cell \`${words}\` holds for ${count} goals of its table: change it for all of them alike`
  )
}

/** Whether all goals that a cell is said of, and that the edit leaves in place, are to say the same by it. */
function isAlike(cell: TableCell, slot: Slot, {after, state}: RowChange): boolean {
  const others = goalsOf(cell, state)
    .map((goal) => state.matching.afterOf.get(goal) as Goal | undefined)
    .filter((goal) => goal !== undefined)
  return others.every(
    (other) => other === after || isSameData(saidIn(slot, other), saidIn(slot, after))
  )
}

function refusal({id}: Entity, reason: string): EditError {
  return new EditError([{id, reason}])
}

/** A cell of some columns that says a node, else the first that has no words of its own for the goal. */
function cellFor(
  nodes: readonly (UnistNode | undefined)[],
  isWanted: (column: LabelledColumn) => boolean,
  {before, place}: RowChange
): TableCell | undefined {
  const cells = cellsOf(place, isWanted)
  const said = cells.find((cell) => nodes.some((node) => isWithin(node, cell)))
  if (said || nodes.some((node) => node !== undefined)) return said
  const blank = new Set<unknown>(before.node.children.map(({position}) => position))
  return cells.find(({position}) => blank.has(position)) ?? cells[0]
}

const status: Slot = {role: 'status', label: ''}
const code: Slot = {role: 'code', label: ''}

/**
 * Puts a goal's status, and what stands behind it, into the status column.
 *
 * @returns Whether the column is where it goes: else it is the line's.
 */
export function changeStatusCell(given: RowChange): boolean {
  const {before, after, place} = given
  // What stands in a list has its status in its line.
  if (place.isItem) return false
  const node = childOf(before.node, 'status')
  const cell = cellFor([node], ({role}) => role === 'status', given)
  if (!cell) return false
  const [was, is] = [before.facts, after.facts]
  const isSame = isSameData(was.status, is.status) && was.remark === is.remark
  if (isSame) return true
  // A status of its own can stand in the goal's cell.
  if (is.status && !isAlike(cell, status, given)) return false
  const write = (): void => writeStatus(cell, given)
  changeCell(cell, status, write, given)
  return true
}

function writeStatus(cell: TableCell, {before, after, place, state}: RowChange): void {
  const {patch} = state
  const [was, is] = [before.facts, after.facts]
  if (!is.status) return fillCell(cell, '', state)
  const spelt = was.status
    ? was.status.value === is.status.value
      ? is.status.raw || was.status.raw
      : spellInPlace(was.status, is.status, marker(state), state.vocabulary)
    : newStatus(is.status, place, state)
  const remark = is.remark === null ? '' : behindStatus(spelt, is.remark, cell, state)
  const [status, told] = [childOf(before.node, 'status'), childOf(before.node, 'remark')]
  const isChanged = was.remark !== is.remark
  if (!status || (isChanged && (told || was.remark !== null)))
    return fillCell(cell, spelt + remark, state)
  patch.replace({...rangeOf(status), text: spelt})
  if (!isChanged) return
  const {end} = rangeOf(status)
  const behind = end + (/[)\]]/.test(state.page.source.charAt(end)) ? 1 : 0)
  patch.replace({start: behind, end: behind, text: remark})
}

/** A remark, with what parts it from its status: words would go on. */
export function behindStatus(
  status: string,
  remark: string,
  cell: TableCell | undefined,
  state: State
): string {
  const joint = /[\p{L}\d]$/u.test(status) ? ' – ' : ' '
  return joint + writeCell([{type: 'text', value: remark}], cell, state)
}

/** A status like the others of its column. */
export function newStatus(status: StatusJson, {table}: GoalPlace, state: State): string {
  const like = state.survey.once(table, 'statuses', () => {
    const found = state.survey.all('goal').flatMap((goal): StatusJson[] => {
      const own = rowOf(goal)
      const node = childOf(goal.node, 'status')
      if (own?.table !== table || !goal.facts.status) return []
      const cells = cellsOf(own, ({role}) => role === 'status')
      return cells.some((cell) => isWithin(node, cell)) ? [goal.facts.status] : []
    })
    const isMarked = found.some(({form}) => form === 'template' || form === 'angle')
    return isMarked ? undefined : found[0]
  })
  return like ? spellLike(like, status, marker(state), state.vocabulary) : marker(state)(status)
}

/** Content as a cell of the page has it. */
export function writeCell(
  nodes: readonly PhrasingContent[],
  cell: TableCell | undefined,
  state: State
): string {
  const left = cell?.header ? '! ' : '| '
  return writeText(nodes, {left, right: '', scope: scopes.line}, state)
}

/** Puts a goal's code into the column of codes; `false` where there is none. */
export function changeCodeCell(given: RowChange): boolean {
  const {before, after, place, state} = given
  if (place.isItem) return false
  const node = childOf(before.node, 'code')
  const cell = cellFor([node], ({role}) => role === 'code', given)
  if (!cell) return false
  const [was, is] = [before.facts.code, after.facts.code]
  if (was === is) return true
  const write = (): void => {
    if (is !== null && node) state.patch.replace({...rangeOf(node), text: is})
    else fillCell(cell, is ?? '', state)
  }
  changeCell(cell, code, write, given)
  return true
}

/** Puts the teams of a goal into the columns of teams. */
export function putTeamCells(given: RowChange): void {
  for (const kind of ['dependency', 'primaryTeam'] as const) putTeamCell(kind, given)
}

function putTeamCell(kind: TeamKind, given: RowChange): void {
  const {before, after, state} = given
  const [was, is] = [listOf(before, kind), listOf(after, kind)] as [TeamThing[], TeamThing[]]
  const slot: Slot = {role: teamRoles[kind], label: ''}
  if (isSameData(saidIn(slot, before), saidIn(slot, after))) return
  const cell = cellFor(
    was.map(({node}) => node),
    ({role}) => role === slot.role,
    given
  )
  if (!cell) throw noTeamColumn(after, kind)
  const write = (): void => {
    if (was.length > 0 && is.length > 0) putNames(was, is, teamsOf(before, kind), state)
    else fillCell(cell, writeTeams(is, cell, state), state)
  }
  changeCell(cell, slot, write, given)
}

export function noTeamColumn(goal: Entity, kind: TeamKind): EditError {
  return refusal(goal, `the table has no column for its ${inWords(teamRoles[kind])}`)
}

export function writeTeams(
  teams: readonly TeamThing[],
  cell: TableCell | undefined,
  state: State
): string {
  return teams.map((team) => writeCell(contentOf(team, state), cell, state)).join(', ')
}

/** Puts the fields of a goal into the columns that have their labels. */
export function putFieldCells(given: RowChange): void {
  const {before, after, place, state} = given
  sortFields(after, place)
  const [was, is] = [listOf(before, 'field'), listOf(after, 'field')]
  const kept = new Set<FieldThing>()
  for (const field of is) {
    const {label} = field.facts
    const own = was.find((other) => other.facts.label === label && !kept.has(other))
    if (own) kept.add(own)
    if (own && isSameData(own.facts, field.facts)) continue
    const cell = cellFor([own?.node], isField(label), given)
    if (!cell) throw noColumn(after, label)
    const write = (): void => {
      if (own && own.content.length > 0) changeField(own, field, state)
      else fillCell(cell, writeCell(field.content, cell, state), state)
    }
    changeCell(cell, {role: 'field', label}, write, given)
  }
  for (const field of was) {
    if (kept.has(field)) continue
    const {label} = field.facts
    const cell = cellFor([field.node], isField(label), given)
    if (cell) changeCell(cell, {role: 'field', label}, () => fillCell(cell, '', state), given)
  }
}

export function noColumn(goal: Entity, label: string): EditError {
  return refusal(goal, `the table has no column \`${label}\``)
}

function isField(label: string): (column: LabelledColumn) => boolean {
  return (column) => column.label === label
}

/** The fields of a goal stand as their columns do, those of merged cells behind the others. */
export function sortFields(goal: Goal, {table, rows}: GoalPlace): void {
  const cells = table.rows[rows[0]!]!.cells
  const rank = ({facts: {label}}: FieldThing): number => {
    const at = table.columns.findIndex((column) => column.label === label)
    return at + (cells[at]?.isMerged ? table.columns.length : 0)
  }
  const sorted = listOf(goal, 'field').sort((a, b) => rank(a) - rank(b))
  goal.children = goal.children.map((child) => (child.kind === 'field' ? sorted.shift()! : child))
}
