/** The table of `wikiplan list`. */
import {styleText} from 'node:util'
import stringWidth from 'fast-string-width'
import {toJson} from '../../core.ts'
import type {ItemJson, NoteJson, PeriodJson, SectionJson} from '../../plan/json/types.ts'
import type {Plan} from '../../plan/types.ts'
import {visible} from '../report.ts'

/** What a plan holds, a line each: id, status, title, below each other. */
export function printTable(plan: Plan): string {
  const rows = toJson(plan).periods.flatMap(periodRows)
  const cells = rows.map(({id, status, title}) => [id, status?.label ?? '', title].map(visible))
  const widths = [0, 1].map((column) => widest(cells.map((row) => row[column]!)))
  return rows.map((row, at) => line(row, cells[at]!, widths)).join('')
}

interface Row {
  id: string
  /** A status's value and label, where there is one. */
  status: {value: string; label: string} | null
  title: string
  isHeading: boolean
}

function periodRows({id, label, sections}: PeriodJson): Row[] {
  return [heading(id, label ?? ''), ...sections.flatMap(sectionRows)]
}

function sectionRows({id, heading: title, goals, notes, sections}: SectionJson): Row[] {
  return [
    heading(id, title ?? ''),
    ...goals.flatMap(itemRows),
    ...notes.map(noteRow),
    ...sections.flatMap(sectionRows)
  ]
}

function itemRows({id, status, text, tasks, notes}: ItemJson): Row[] {
  return [
    {id, status, title: text, isHeading: false},
    ...notes.map(noteRow),
    ...tasks.flatMap(itemRows)
  ]
}

function noteRow({id, date}: NoteJson): Row {
  return {id, status: null, title: date?.raw ?? '', isHeading: false}
}

function heading(id: string, title: string): Row {
  return {id, status: null, title, isHeading: true}
}

type Style = Parameters<typeof styleText>[0]

/** What colour a status is shown in. */
const colors = new Map<string, Style>([
  ['done', 'green'],
  ['in-progress', 'yellow'],
  ['partially-done', 'yellow'],
  ['stalled', 'red'],
  ['blocked', 'red'],
  ['not-done', 'red'],
  ['cancelled', 'red']
])

function widest(cells: string[]): number {
  return cells.reduce((width, cell) => Math.max(width, stringWidth(cell)), 0)
}

/** Styles are those of a terminal, where standard output is one or `FORCE_COLOR` says so. */
function line({status, isHeading}: Row, cells: string[], widths: number[]): string {
  const styles = isHeading
    ? (['bold', 'bold', 'bold'] as const)
    : [undefined, colors.get(status?.value ?? '')]
  const columns = cells.map((cell, at) => {
    const blank = ' '.repeat(Math.max(0, (widths[at] ?? 0) - stringWidth(cell)))
    return styled(cell, styles[at]) + blank
  })
  return `${columns.join('  ').trimEnd()}\n`
}

function styled(cell: string, style: Style | undefined): string {
  return cell && style ? styleText(style, cell, {stream: process.stdout}) : cell
}
