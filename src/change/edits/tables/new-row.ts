/** What a goal says in the columns of a table that it comes to. */
import {partsOf, sourceOf} from './cells.ts'
import {openingOf} from './layout.ts'
import {joinedCells, type NewRow} from './rows.ts'
import {cellsOf, goalsUnder, placeOf, rowOf, rowsUnder, type GoalPlace} from './places.ts'
import {fieldsIn, saidBy, saidIn, teamRoles, type TeamKind} from './said.ts'
import {
  behindStatus,
  mergedCell,
  newStatus,
  noColumn,
  noTeamColumn,
  sortFields,
  writeCell,
  writeTeams
} from './slots.ts'
import {isSameData} from '../same-data.ts'
import {isUnchanged} from '../unchanged.ts'
import {beforeOf, contentOf, type State} from '../state.ts'
import {quotesOf} from '../quotes.ts'
import {readTitledLine} from '../titled-line.ts'
import {listOf, type Entity, type EntityOf} from '../../entities.ts'
import type {LabelledColumn} from '../../../plan/recognize/tables/columns.ts'
import type {GoalTable} from '../../../plan/recognize/tables/places.ts'
import type {Place} from '../handlers.ts'
import type {TableCell} from '../../../document/types.ts'

type Goal = EntityOf<'goal'>
type Section = EntityOf<'section'>

/** Writes the line of a goal, and the lines of the tasks in it. */
export interface WriteGoal {
  line: (goal: Goal, open: string, slots: Partial<Goal['facts']>) => string
  below: (goal: Goal) => string[]
}

/** Takes the rows of a goal, or of a section of a table, out of it; `false` for what has none. */
export function removeRows(thing: Entity, state: State): boolean {
  // Goals under no heading are all that their section has: the table stays.
  const isOfRows =
    placeOf(thing) !== undefined ||
    (thing.kind === 'section' && thing.facts.heading === null && goalsUnder(thing).every(rowOf))
  const rows = thing.kind === 'goal' ? [rowOf(thing)] : isOfRows ? rowsUnder(thing) : [undefined]
  for (const place of rows) if (place) state.tables.remove(place.table, place.rows)
  return rows.some((place) => place !== undefined)
}

/** Where the rows of new goals go. */
interface RowPlace {
  /** A goal that has the row beside them. */
  like: Goal
  place: GoalPlace
  isAbove: boolean
  /** The new sections that they stand in, by column. */
  sections: ReadonlyMap<number, Section>
  write: WriteGoal
  state: State
}

/** Puts a goal, or a section, into the table that those beside it stand in; `false` where they stand in none. */
export function insertRows(
  thing: Entity,
  {previous, next, siblings, state}: Place,
  write: WriteGoal
): boolean {
  const before = previous && 'before' in previous ? previous.before : undefined
  const beside = before ?? next ?? siblings[0]
  const isAbove = beside !== before
  const like = beside && goalsUnder(beside).at(isAbove ? 0 : -1)
  const place = rowOf(like)
  if (!like || !place) return false
  const given = {like, place, isAbove, write, state}
  if (thing.kind === 'goal') insertGoal(thing, {...given, sections: new Map()})
  const section = placeOf(beside)
  if (thing.kind !== 'section') return true
  if (section) insertSection(thing, section.column, {...given, sections: new Map()})
  return section !== undefined
}

/** Each goal of a section says in its row what sections it stands in. */
function insertSection(section: Section, column: number, given: RowPlace): void {
  const sections = new Map(given.sections).set(column, section)
  for (const goal of listOf(section, 'goal')) insertGoal(goal, {...given, sections})
  const {columns} = given.place.table
  const next = columns.findIndex(({role}, at) => at > column && role === 'section')
  for (const inner of listOf(section, 'section')) insertSection(inner, next, {...given, sections})
}

function insertGoal(goal: Goal, given: RowPlace): void {
  const {place, isAbove, sections, state} = given
  sortFields(goal, place)
  checkColumns(goal, place)
  const row = {
    beside: isAbove ? place.rows[0]! : place.rows.at(-1)!,
    isAbove,
    opens: Math.min(...sections.keys())
  }
  checkMerged(goal, row, given)
  const cells = place.table.columns.map((_, at) => cellText(at, goal, given))
  state.tables.insert(place.table, {...row, cells, moved: movedRow(goal, place.table, state)})
}

/** The row of a goal that comes from another place, its cells by the columns of the table that it comes to. */
function movedRow(goal: Goal, {columns}: GoalTable, state: State): NewRow['moved'] {
  const place = rowOf(beforeOf(goal, state))
  if (!place) return undefined
  const {node} = place.table.rows[place.rows[0]!]!
  return {
    opening: openingOf(node, state.page),
    cells: columns.map((column) => cellLike(column, place))
  }
}

/** The cell of a row that says what a column says, where there is but one. */
function cellLike(column: LabelledColumn, place: GoalPlace): TableCell | undefined {
  const cells = cellsOf(
    place,
    ({role, label}) => role === column.role && (role !== 'field' || label === column.label)
  )
  return cells.length === 1 ? cells[0] : undefined
}

/** @throws {EditError} for what a goal says and no column has. */
function checkColumns(goal: Goal, {table: {columns}}: GoalPlace): void {
  for (const {facts} of listOf(goal, 'field'))
    if (!columns.some(({label}) => label === facts.label)) throw noColumn(goal, facts.label)
  for (const [kind, role] of Object.entries(teamRoles) as [TeamKind, string][])
    if (listOf(goal, kind).length > 0 && !columns.some((column) => column.role === role))
      throw noTeamColumn(goal, kind)
}

/** @throws {EditError} where a merged cell goes on in the goal's row, and says something else than the goal. */
function checkMerged(
  goal: Goal,
  row: Pick<NewRow, 'beside' | 'isAbove' | 'opens'>,
  {place: {table}, like, state}: RowPlace
): void {
  const {cells} = table.rows[row.beside]!
  for (const cell of joinedCells(table, row, state)) {
    const column = table.columns[cells.findIndex((place) => place?.cell === cell)]!
    if (column.role !== 'section' && !isSameData(saidIn(column, like), saidIn(column, goal)))
      throw mergedCell(goal, cell, state)
  }
}

/** The text of a column's cell. */
function cellText(at: number, goal: Goal, given: RowPlace): string {
  const {place, like, write, state} = given
  const {table, rows} = place
  const column = table.columns[at]!
  const cell = table.rows[rows[0]!]!.cells[at]?.cell
  if (column.role === 'section') return headingText(at, cell, given)
  const own = carriedCell(column, goal, table, state)
  if (own !== undefined) return own
  const has = (role: LabelledColumn['role']): boolean =>
    table.columns.some((other) => other.role === role)
  const {status, remark, code} = goal.facts
  switch (column.role) {
    case 'goal': {
      const {open} = readTitledLine(like, state)
      const slots = {
        ...(has('status') ? {status: null, remark: null} : {}),
        ...(has('code') ? {code: null} : {})
      }
      const tasks = has('keyResults') ? [] : write.below(goal)
      return [write.line(goal, quotesOf(open), slots), ...tasks].join('\n')
    }
    case 'keyResults':
      return write
        .below(goal)
        .map((line) => `\n${line}`)
        .join('')
    case 'code': {
      // Codes are bold where the others are.
      const written = cell ? sourceOf(cell, state.page).trim() : ''
      return code === null
        ? ''
        : like.facts.code
          ? written.replace(like.facts.code, () => code)
          : code
    }
    case 'status': {
      if (!status) return ''
      const spelt = newStatus(status, place, state)
      return spelt + (remark === null ? '' : behindStatus(spelt, remark, cell, state))
    }
    case 'dependencies':
      return writeTeams(listOf(goal, 'dependency'), cell, state)
    case 'primaryTeams':
      return writeTeams(listOf(goal, 'primaryTeam'), cell, state)
    case 'field':
      return fieldsIn(goal, column.label)
        .map((field) => writeCell(contentOf(field, state), cell, state))
        .join(' ')
  }
}

/** What a row has in a column of sections: what the row beside it has, up to the new sections that it begins. */
function headingText(at: number, cell: TableCell | undefined, {sections, state}: RowPlace): string {
  const section = sections.get(at)
  const read = (own: TableCell): string => state.patch.read(partsOf(own, state.page).content).trim()
  if (!section) return cell && at < Math.min(...sections.keys()) ? read(cell) : ''
  const {heading} = section.facts
  const before = beforeOf(section, state)
  const own = before?.facts.heading === heading ? placeOf(before)?.headings[0] : undefined
  if (own) return read(own as unknown as TableCell)
  return heading === null ? '' : writeCell([{type: 'text', value: heading}], cell, state)
}

/** What the cell of a goal that comes from another row says, where it is to say the same. */
function carriedCell(
  column: LabelledColumn,
  goal: Goal,
  {columns}: GoalTable,
  state: State
): string | undefined {
  const before = beforeOf(goal, state)
  const place = rowOf(before)
  if (!before || !place || !isSameIn(column, before, goal, state)) return undefined
  // What has no column of its own stands in the goal's cell.
  const isWithin = (role: 'status' | 'code'): boolean => {
    const [was, is] = [place.table.columns, columns].map((list) =>
      list.some((other) => other.role === role)
    )
    return was === is && (is || isSameData(saidBy(role, before), saidBy(role, goal)))
  }
  if (column.role === 'goal' && !(isWithin('status') && isWithin('code'))) return undefined
  const cell = cellLike(column, place)
  // One cell may say several columns, of which the edit changed another.
  const shared = columns.filter((other) => other !== column && cellLike(other, place) === cell)
  if (cell && !shared.every((other) => isSameIn(other, before, goal, state))) return undefined
  return cell && sourceOf(cell, state.page).replace(/^[ \t]+|\s+$/g, '')
}

/** Whether a goal says the same in a column as before. */
function isSameIn(column: LabelledColumn, before: Goal, after: Goal, state: State): boolean {
  if (!isSameData(saidIn(column, before), saidIn(column, after))) return false
  if (column.role !== 'goal' && column.role !== 'keyResults') return true
  const nested = (goal: Goal): Entity[] =>
    goal.children.filter(({kind}) => kind === 'task' || kind === 'note')
  const [was, is] = [nested(before), nested(after)]
  return (
    was.length === is.length &&
    is.every((child, index) => beforeOf(child, state) === was[index] && isUnchanged(child, state))
  )
}
