import {tablesOf} from '../tables.ts'
import {span} from '../../document/phrasing.ts'
import type {GoalTable} from '../../plan/recognize/tables/places.ts'
import type {Finding, Rule} from '../types.ts'

export const rowLength: Rule = {
  id: 'row-length',
  setting: 'warning',
  description: 'A row of a table of goals has more or fewer cells than its header',
  reason:
    'A missing or extra cell puts the cells after it under the wrong header. Merged cells (`rowspan`, `colspan`) count in every row and column they cover. If most rows are short, short rows are not reported.',
  example: {before: page(''), after: page('|| EOQ ')},
  check: ({plan}) => tablesOf(plan).flatMap((table) => [...checkTable(table)])
}

function* checkTable({columns, rows}: GoalTable): Iterable<Finding> {
  const width = columns.length
  const filled = rows.filter(({node}) => node.children.some(({type}) => type === 'tableCell'))
  const short = filled.filter(({cells}) => cells.length < width)
  for (const {node, cells} of filled) {
    const count = cells.length
    if (count === width || (count < width && short.length > filled.length / 2)) continue
    const extra = cells.slice(width).flatMap((place) => place?.cell ?? [])
    yield {
      reason: `This row has ${count} ${count === 1 ? 'cell' : 'cells'}, but its table has ${width} columns`,
      place: count > width ? span(extra) : node.position,
      actual: String(count),
      expected: [String(width)],
      note:
        count > width
          ? 'Take out what is too much, or look for a merged cell that reaches too far.'
          : 'Write a blank cell where one is missing.'
    }
  }
}

function page(eta: string): string {
  return `=== Program 1 ===
{| class="wikitable"
! Goal !! ETA !! Status
|-
| Wind the clocks || EOQ || {{done}}
|-
| Paint the hands ${eta}|| {{to do}}
|}
`
}
