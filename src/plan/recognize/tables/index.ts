/**
 * Tables of goals: a goal a row, whose cells say what the header calls them.
 *
 * ```wikitext
 * ! Outcome !! Goal !! Status
 * |-
 * | rowspan="2" | Boats keep time || Wind the clocks || {{done}}
 * |-
 * | Paint the hands || {{to do}}
 * ```
 *
 * Cells of sections that stand before a row's goal open sections within the one that the table stands in; equal ones
 * in rows that follow each other are one section. A merged cell holds for every row that it covers.
 */
import {readColumns, type LabelledColumn} from './columns.ts'
import {
  setGoalPlace,
  setSectionPlace,
  type GoalPlace,
  type GoalTable,
  type HeadingCell,
  type SectionPlace
} from './places.ts'
import {blocksOf, contentOf, linesOf, readCell, textOf} from './cells.ts'
import {toGrid, type GridRow} from './grid.ts'
import {isPartOf, readItems, toGoal} from '../goals.ts'
import {itemsOf, nested, paragraphOf} from '../items.ts'
import {unwrap} from '../lines.ts'
import {readSectionHeading, sectionOfKind, type SectionHeading} from '../headings.ts'
import {newSection, partsOfHeading} from '../section-heading.ts'
import {childOf} from '../../../document/children.ts'
import {quarterAt} from '../quarters.ts'
import {hasText, span, trimNodes} from '../../../document/phrasing.ts'
import type {Outline} from '../outline.ts'
import type {Position, Status, Table, TableCell} from '../../../document/types.ts'
import type {Point} from 'unist'
import type {
  Goal,
  ItemContent,
  ItemKind,
  KeptContent,
  Period,
  Section,
  SectionKind
} from '../../types.ts'

/** The goals' table that a table is, `undefined` where it is none. The heading above asks for it, too. */
export function goalTableOf(table: Table, outline: Outline): GoalTable | undefined {
  const {tables} = outline
  if (!tables.has(table)) tables.set(table, findGoals(table, outline))
  return tables.get(table)
}

function findGoals(table: Table, outline: Outline): GoalTable | undefined {
  const grid = toGrid(table)
  const at = grid.findIndex(({cells}) =>
    cells.some((place) => place && isFilled(place.cell, outline))
  )
  const header = grid[at]
  if (!header) return undefined
  const labels = header.cells.map((place) => (place ? textOf(place.cell, outline) : ''))
  const rows = grid.slice(at + 1)
  const columns = readColumns(labels, outline.options.vocabulary, outline.isPlan, (column) =>
    hasStatusIn(rows, column, outline)
  )
  if (!columns || !hasGoals(columns, rows, outline)) return undefined
  return {node: table, columns, rows, head: table.children.indexOf(header.node) + 1}
}

/** Whether a cell of a column has a status; `undefined` where all are empty. */
function hasStatusIn(
  rows: readonly GridRow[],
  column: number,
  outline: Outline
): boolean | undefined {
  const cells = rows.flatMap(({cells}) => cells[column]?.cell ?? [])
  const filled = cells.filter((cell) => isFilled(cell, outline))
  if (filled.length === 0) return undefined
  return filled.some((cell) => hasStatus(readCell(cell, {role: 'status', label: ''}, outline)))
}

function isFilled(cell: TableCell, outline: Outline): boolean {
  return linesOf(cell, outline).length > 0
}

/** Whether the goals' column has words: that of a league table has numbers. */
function hasGoals(columns: LabelledColumn[], rows: readonly GridRow[], outline: Outline): boolean {
  const column = columns.findIndex(({role}) => role === 'goal')
  return rows.some(({cells}) => {
    const cell = cells[column]?.cell
    return cell !== undefined && /\p{L}{2}/u.test(textOf(cell, outline))
  })
}

/** The kind of section that stands over a table of goals. */
export function kindOfTable({columns}: GoalTable): SectionKind {
  const isOf = (kind: ItemKind): boolean =>
    columns.some((column) => column.role === 'goal' && column.kind === kind)
  return isOf('keyResult') || isOf('hypothesis') ? 'objective' : 'group'
}

/**
 * Opens the quarter that the goals' column of a text's table names (`Q1 text`): the tab that would say so is lost there.
 * A heading over the table asks for it first.
 */
export function openQuarterOf(outline: Outline, table: Table, position = table.position): void {
  const {dialect, vocabulary} = outline.options
  const columns = dialect === 'text' ? goalTableOf(table, outline)?.columns : undefined
  const label = columns?.find(({role}) => role === 'goal')?.label ?? ''
  const found = quarterAt(label, 0, vocabulary)
  const {period, stated} = outline
  const isOpen = period ? period.quarter === found?.quarter : stated?.quarter === found?.quarter
  if (found && !isOpen) outline.openPeriod(label.slice(0, found.to), found.quarter, position)
}

/** Reads a table; `false` where it is none of goals. */
export function readGoalTable(outline: Outline, table: Table): boolean {
  const found = goalTableOf(table, outline)
  if (!found) return false
  openQuarterOf(outline, table)
  const header = table.children.slice(0, found.head) as KeptContent[]
  const {position} = table
  keepMarkup(outline, position?.start, header[0]?.position?.start)
  for (const node of header) outline.keep(node)
  const reader = new TableReader(outline, found)
  let row = 0
  for (const node of table.children.slice(found.head)) {
    if (node.type === 'tableRow') reader.readRow(row++)
    else outline.keep(node as KeptContent)
  }
  keepMarkup(outline, table.children.at(-1)?.position?.end, position?.end, outline.section)
  outline.leaveGoals()
  return true
}

/**
 * Keeps the markup of a table: `{| class="wikitable"`, `|-`, `|}`.
 *
 * @param section What it is the end of: a table is its section's as a whole.
 */
function keepMarkup(outline: Outline, start?: Point, end?: Point, section?: Section): void {
  const {source} = outline.options
  if (source === undefined || !start || !end) return
  const value = source.slice(start.offset, end.offset)
  const [markup] = trimNodes([{type: 'text', value, position: {start: {...start}, end: {...end}}}])
  if (markup?.type !== 'text') return
  const node = {...markup, type: 'html'} as const
  if (section) outline.place(section, node)
  else outline.keep(node)
}

/** Where a goal's own line and all that stands below it ends. */
function endOf(node: AnyNode | undefined): Point | undefined {
  const last = node?.children?.at(-1)
  const [own, inner] = [node?.position?.end, last && endOf(last)]
  return own && inner && inner.offset! > own.offset! ? inner : own
}

interface AnyNode {
  position?: Position | undefined
  children?: readonly AnyNode[]
}

/** A section that a column has opened. */
interface OpenSection {
  text: string
  node: Section
  place: SectionPlace
}

class TableReader {
  readonly #outline: Outline
  readonly #table: GoalTable
  readonly #columns: readonly LabelledColumn[]
  readonly #goalColumn: number
  #open: OpenSection[] = []
  #goal: Goal | undefined
  /** Where the row starts that is being read, as long as nothing of it has been placed. */
  #rowStart: Point | undefined
  #goalPlace: GoalPlace | undefined
  /** The status that counts for the goal, where a column has it. */
  #status: Status | undefined
  /** What merged cells say, which holds for each row. */
  readonly #shared = new Map<TableCell, ItemContent[]>()

  constructor(outline: Outline, table: GoalTable) {
    this.#outline = outline
    this.#table = table
    this.#columns = table.columns
    this.#goalColumn = table.columns.findIndex(({role}) => role === 'goal')
  }

  readRow(number: number): void {
    const outline = this.#outline
    const row = this.#table.rows[number]!
    const goalPlace = row.cells[this.#goalColumn]
    const isSame = goalPlace?.isMerged === true && this.#goal !== undefined
    if (!goalPlace || (!isSame && !isFilled(goalPlace.cell, outline))) return outline.keep(row.node)
    const own = row.cells.flatMap((place, at) =>
      place && !place.isMerged && row.cells[at - 1]?.cell !== place.cell
        ? [{at, cell: place.cell}]
        : []
    )
    // Sections open with the cells before those that say something of the goal.
    const lead = this.#columns.findIndex(({role}) => role !== 'section')
    const leading = own.filter(({at}) => at < lead).map(({cell}) => cell)
    const rest = own.slice(leading.length)
    // The mark of a row belongs to what opens it.
    this.#rowStart = row.node.position?.start
    for (const node of row.node.children) {
      if (node.type === 'tableCell') break
      keepMarkup(outline, this.#rowStart, node.position?.start)
      outline.keep(node as KeptContent)
      this.#rowStart = undefined
    }
    const parent = this.#openSections(row, new Set(leading))
    if (isSame) this.#addToGoal(number, rest)
    else this.#addGoals(number, rest, parent, goalPlace.cell)
  }

  /** Opens the sections of a row, and returns the one that its goals stand in. */
  #openSections({cells}: GridRow, leading: ReadonlySet<TableCell>): Section | undefined {
    const outline = this.#outline
    let depth = 0
    for (const [at, column] of this.#columns.entries()) {
      const cell = cells[at]?.cell
      if (column.role !== 'section') continue
      const text = cell ? textOf(cell, outline) : ''
      if (!cell || text === '') continue
      const open = this.#open[depth]
      if (open?.place.column === at && open.text === text) {
        if (leading.has(cell)) {
          outline.keep(cell)
          this.#rowStart = undefined
        }
        if (!cells[at]!.isMerged)
          open.place.headings.push(this.#headingCell(cell, this.#readHeading(text, column.kind)))
      } else {
        this.#open.length = depth
        const said = this.#readHeading(text, column.kind)
        const heading = this.#headingCell(cell, said)
        const node = this.#openSection(heading, text, said, leading.has(cell))
        const place = {table: this.#table, column: at, headings: [heading]}
        setSectionPlace(node, place)
        this.#open.push({text, node, place})
      }
      depth++
    }
    this.#open.length = depth
    return this.#open.at(-1)?.node
  }

  #readHeading(text: string, kind: SectionKind): SectionHeading {
    const said = readSectionHeading(text, this.#outline.options.vocabulary) ?? {
      ...sectionOfKind(kind),
      statement: /[.!?]$/.test(text) ? {from: 0, to: text.length} : null
    }
    return {...said, kind: said.kind === 'group' ? kind : said.kind}
  }

  #openSection(cell: HeadingCell, text: string, said: SectionHeading, isLeading: boolean): Section {
    const outline = this.#outline
    const {section: base, period} = outline
    const parent: Section | Period =
      this.#open.at(-1)?.node ?? base ?? period ?? outline.openPeriod(null, null, cell.position)
    const section = newSection(text, said, this.#fromRow(cell.position))
    outline.place(parent, section)
    if (isLeading) outline.place(section, cell as unknown as TableCell)
    return section
  }

  /** The place of the first thing in a row, with the row's mark before it. */
  #fromRow(position: Position | undefined): Position | undefined {
    const start = this.#rowStart
    this.#rowStart = undefined
    return start && position ? {start: {...start}, end: position.end} : position
  }

  /** A cell that says a section's heading, with its parts within. */
  #headingCell(cell: TableCell, said: SectionHeading): HeadingCell {
    return {...cell, children: partsOfHeading(contentOf(cell, this.#outline), said)}
  }

  #addGoals(
    number: number,
    own: readonly {at: number; cell: TableCell}[],
    section: Section | undefined,
    goalCell: TableCell
  ): void {
    const outline = this.#outline
    const row = this.#table.rows[number]!
    const position = this.#fromRow(span(own.map(({cell}) => cell)))
    const parent = section ?? outline.sectionAt(position)
    const goals = this.#goalsIn(goalCell, position)
    this.#status = undefined
    const shared = this.#sharedParts(row, goals.length > 1)
    const [only, ...others] = goals
    if (only && others.length === 0) {
      outline.place(parent, only)
      const parts = own.map(({at, cell}) =>
        at === this.#goalColumn ? only.children : this.#partsOf(cell, at)
      )
      const counting = own.findLastIndex(
        ({at}, index) => this.#columns[at]?.role === 'status' && hasStatus(parts[index]!)
      )
      this.#status = parts[counting]?.find(isStatus)
      only.children = []
      for (const [index, list] of parts.entries()) {
        this.#reportConflict(list, own[index]!.at, 'the status column')
        const counts = counting < 0 || index === counting
        for (const part of counts ? list : withoutStatus(list)) outline.place(only, part)
      }
    } else {
      for (const {at, cell} of own) {
        if (at !== this.#goalColumn) outline.keep(cell)
        else {
          const [first, last] = [goals[0], goals.at(-1)]
          keepMarkup(outline, cell.position?.start, first?.position?.start)
          for (const goal of goals) outline.place(parent, goal)
          keepMarkup(outline, endOf(last), cell.position?.end)
        }
      }
    }
    const place = {table: this.#table, rows: [number], isItem: others.length > 0}
    for (const goal of goals) {
      share(goal, shared)
      nameByCode(goal, parent)
      setGoalPlace(goal, place)
    }
    this.#goal = goals.at(-1)
    this.#goalPlace = place
  }

  /** Reports the status of a cell that says another than the one that counts; a field's mark is of the field. */
  #reportConflict(parts: readonly ItemContent[], column: number, place: string): void {
    const [status, counts] = [parts.find(isStatus), this.#status]
    if (!status || !counts || status.value === counts.value) return
    if (this.#columns[column]?.role === 'field') return
    this.#outline.report({
      ruleId: 'status-conflict',
      reason: `This says ${status.label}, but ${place} says ${counts.label}, which takes precedence`,
      place: status.position,
      actual: status.raw,
      expected: [counts.raw],
      note: 'Make the two one, or leave out what is out of date.'
    })
  }

  /** What another row says of a goal whose cell is merged. */
  #addToGoal(number: number, own: readonly {at: number; cell: TableCell}[]): void {
    this.#goalPlace?.rows.push(number)
    for (const {at, cell} of own) {
      const parts = this.#partsOf(cell, at)
      this.#reportConflict(parts, at, "the goal's first row")
      this.#status ??= parts.find(isStatus)
      for (const part of parts) this.#outline.place(this.#goal!, part)
    }
  }

  /** What cells say that several goals have in common: merged ones, and all beside a list of goals. */
  #sharedParts({cells}: GridRow, areSeveral: boolean): ItemContent[] {
    return cells.flatMap((place, at) => {
      const column = this.#columns[at]
      if (!place || !column || column.role === 'goal' || column.role === 'section') return []
      if (!place.isMerged && !areSeveral) return []
      const parts = this.#shared.get(place.cell) ?? this.#partsOf(place.cell, at)
      this.#shared.set(place.cell, parts)
      return parts.filter(({type}) => type !== 'tableCell')
    })
  }

  #partsOf(cell: TableCell, at: number): ItemContent[] {
    const column = this.#columns[at]
    const outline = this.#outline
    if (!column || column.role === 'section' || column.role === 'goal') return [cell]
    if (column.role !== 'keyResults') return readCell(cell, column, outline)
    const tasks = this.#goalsIn(cell, cell.position, 'keyResult')
    return tasks.length > 0 ? tasks.map(({type: _, ...rest}) => ({...rest, type: 'task'})) : [cell]
  }

  /** The goals of a cell: its first line with the list below, or where it is nothing but a list, each item. */
  #goalsIn(cell: TableCell, position: Position | undefined, all?: ItemKind): Goal[] {
    const outline = this.#outline
    const column = this.#columns[this.#goalColumn]!
    outline.itemKind = all ?? (column.role === 'goal' ? column.kind : 'goal')
    const goals: Goal[] = []
    for (const block of blocksOf(cell, outline)) {
      const goal = goals[0]
      if (block.kind === 'line' && !goal && hasText(block.children))
        goals.push(toGoal(outline, unwrap(block.children).children, position))
      else if (block.kind === 'list' && goal && !goals[1]) readItems(outline, goal, block.node, all)
      else if (block.kind === 'list')
        for (const item of itemsOf(block.node)) {
          const {children} = unwrap(paragraphOf(item))
          if (!hasText(children)) continue
          const each = toGoal(outline, children, item.position)
          for (const child of nested(item))
            if (child.type === 'list') readItems(outline, each, child, all)
          goals.push(each)
        }
      else if ('node' in block && goal && !(goals[1] && block.node.type === 'html'))
        goals.at(-1)!.children.push(block.node as never)
    }
    return goals
  }
}

/** A goal has the code of its cell; one that continues its section's is a key result. */
function nameByCode(goal: Goal, section: Section): void {
  const code = childOf(goal, 'code')
  if (!code) return
  goal.code = code.value
  if (goal.kind === 'goal' && isPartOf(section.code, code.value)) goal.kind = 'keyResult'
}

function isStatus(part: ItemContent): part is Status {
  return part.type === 'status'
}

function hasStatus(parts: readonly ItemContent[]): boolean {
  return parts.some(isStatus)
}

/** What says a status that does not count, as the status column says another: it is kept as a text. */
function withoutStatus(parts: readonly ItemContent[]): ItemContent[] {
  return parts.map((part) =>
    part.type === 'status' || part.type === 'remark'
      ? {
          type: 'paragraph',
          children: part.type === 'status' ? [part] : part.children,
          position: part.position
        }
      : part
  )
}

/** Gives a goal what holds for it and stands elsewhere on the page. */
function share(goal: Goal, parts: ItemContent[]): void {
  const isTold = hasStatus(goal.children)
  const shared = parts.filter(({type}) => !isTold || (type !== 'status' && type !== 'remark'))
  if (shared.length > 0) goal.shared = shared
}
