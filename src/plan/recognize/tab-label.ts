import type {Html, Position} from '../../document/types.ts'
import type {TabOpening} from '../types.ts'
import type {Point} from 'unist'

/**
 * What opens a tab, with the name of the period as a node within.
 *
 * ```markdown
 * | <tab name="Q2">     |-|Q2=
 *              ^^          ^^   label
 * ```
 */
export function withLabel(node: Html): Html | TabOpening {
  const {value, position} = node
  const range = labelRange(value)
  if (!range || !position) return node
  const [start, end] = range.map((at) => pointAt(value, position, at)) as [Point, Point]
  const text = {type: 'text' as const, value: value.slice(...range), position: {start, end}}
  const label = {
    type: 'label' as const,
    children: [text],
    position: {start: {...start}, end: {...end}}
  }
  return {...node, children: [label]}
}

/** The value of the attribute that names a tab, or the words before the `=` of a panel. */
function labelRange(value: string): [from: number, to: number] | undefined {
  const match = value.startsWith('<')
    ? /\s(?:name|title)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/di.exec(value)
    : /^(?:\|-\|)?\s*([^=\s](?:[^=]*[^=\s])?)\s*=/d.exec(value)
  return match?.indices?.slice(1).find(Boolean)
}

/** Where an offset of a node's text stands on the page. */
function pointAt(value: string, {start}: Position, at: number): Point {
  const lines = value.slice(0, at).split(/\r\n|\r|\n/)
  const last = lines.at(-1)!.length
  return {
    line: start.line + lines.length - 1,
    column: lines.length > 1 ? last + 1 : start.column + last,
    offset: start.offset! + at
  }
}
