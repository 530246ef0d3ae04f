import {headerOf, tablesOf} from '../tables.ts'
import {span} from '../../document/phrasing.ts'
import {toText} from '../../document/plain-text.ts'
import {fieldName} from '../../plan/recognize/fields.ts'
import {isSlip} from '../../vocabulary/find-status.ts'
import type {GoalTable} from '../../plan/recognize/tables/places.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'
import type {Plan} from '../../plan/types.ts'
import type {TableCell} from '../../document/types.ts'
import type {Rule} from '../types.ts'

export const columnUnknown: Rule = {
  id: 'column-unknown',
  setting: 'info',
  description: 'A column of a table of goals has an unknown header',
  reason:
    'Its cells become fields with that label, whatever it means. If it is one of your terms, add it to `fields` or `columns` of the `vocabulary` in the configuration.',
  example: {before: page('Staus'), after: page('Status')},
  *check({plan, vocabulary}) {
    const seen = new Set<string>()
    for (const {cell, label} of unknownColumns(plan, vocabulary)) {
      const meant = meantBy(label, vocabulary)
      // What is a word of the page's own is said once.
      if (meant === undefined && seen.has(label)) continue
      seen.add(label)
      yield {
        reason: label ? `Unknown column “${label}”` : 'This column has no header',
        place: span(cell.children) ?? cell.position,
        actual: label,
        ...(meant !== undefined && {expected: [meant], note: `Did you mean ${meant}?`})
      }
    }
  },
  fix: ({actual, expected, place}, {source}) =>
    source.slice(place!.start.offset, place!.end.offset) === actual ? expected?.[0] : undefined
}

function* unknownColumns(
  plan: Plan,
  vocabulary: Vocabulary
): Iterable<{cell: TableCell; label: string}> {
  const known = new Set(namesOf(vocabulary).map((name) => name.toLowerCase()))
  for (const table of tablesOf(plan)) {
    const header = headerOf(table)
    for (const [at, {role, label}] of table.columns.entries()) {
      const cell = header[at]?.cell
      if (role !== 'field' || !cell || cell === header[at - 1]?.cell) continue
      const isKnown = known.has(label.toLowerCase()) || fieldName(label, vocabulary) !== null
      if (!isKnown && !isBlank(table, at)) yield {cell, label}
    }
  }
}

function isBlank({rows}: GoalTable, at: number): boolean {
  return rows.every(({cells}) => !cells[at] || toText(cells[at].cell) === '')
}

/** The header that a misspelt one is meant to be; an ending of its own makes it another word. */
function meantBy(label: string, vocabulary: Vocabulary): string | undefined {
  const written = label.toLowerCase()
  return namesOf(vocabulary).find((name) => {
    const meant = name.toLowerCase()
    return written.at(-1) === meant.at(-1) && isSlip(written, meant, true)
  })
}

function namesOf({columns, fields}: Vocabulary): string[] {
  return [...Object.values(columns).flat(), ...fields.flatMap(({labels}) => labels)]
}

function page(header: string): string {
  return `=== Program 1 ===
{| class="wikitable"
! Goal !! ${header}
|-
| Wind the clocks || {{done}}
|}
`
}
