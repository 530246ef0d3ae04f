/** The lists in the cells of a row. */
import {partsOf} from './cells.ts'
import {cellsOf, rowOf} from './places.ts'
import {lineAt, lineEnd, rangeOf} from '../page.ts'
import type {State} from '../state.ts'
import type {Entity, Kind} from '../../entities.ts'
import type {TableCell} from '../../../document/types.ts'

/** The cell that the tasks and notes of a goal are listed in; `undefined` for what has no row. */
export function cellForItems(kind: Kind, parent: Entity): TableCell | undefined {
  const place = rowOf(parent)
  if (!place || (kind !== 'task' && kind !== 'note')) return undefined
  const [own] = kind === 'task' ? cellsOf(place, ({role}) => role === 'keyResults') : []
  return own ?? cellsOf(place, ({role}) => role === 'goal')[0]
}

/**
 * Puts lines behind what a cell says. What stood beside the cell begins a line then.
 *
 * ```wikitext
 * | Wind the clocks || {{done}}     | Wind the clocks
 *                                   * Find the key
 *                                   | {{done}}
 * ```
 */
export function appendToCell(cell: TableCell, {page, patch}: State): (lines: string[]) => void {
  const {end} = rangeOf(cell)
  const behind = page.source.slice(end, lineEnd(page, lineAt(page, end)))
  const joint = /^[ \t]*(\|\||!!)/.exec(behind)
  if (joint) {
    const text = page.eol + joint[1]!.charAt(0)
    patch.replace({start: end, end: end + joint[0].length, text})
  }
  // A cell in which nothing stands may end with blanks.
  const at = joint ? end : Math.max(end, partsOf(cell, page).content.start)
  return (lines) => {
    patch.replace({start: at, end: at, text: lines.map((line) => page.eol + line).join('')})
  }
}
