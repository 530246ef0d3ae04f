import {contentOf} from '../../plan/model.ts'
import {toText} from '../../document/plain-text.ts'
import {walk} from '../../document/nodes.ts'
import type {Dependencies, Field, PrimaryTeams} from '../../plan/types.ts'
import type {Finding, Rule} from '../types.ts'

export const sectionEmpty: Rule = {
  id: 'section-empty',
  setting: 'warning',
  description: 'A label has no value: `Dependencies on:`',
  reason:
    'Readers cannot tell “none” from “not written yet”. Only a person knows which was meant, so there is no fix.',
  example: {
    before: "== Outcome 1 ==\n''Primary team: Boats; Dependencies on:''\n=== Goals ===\n* Wait\n",
    after: "== Outcome 1 ==\n''Primary team: Boats''\n=== Goals ===\n* Wait\n"
  },
  check({plan, source, place}) {
    const findings: Finding[] = []
    walk(plan, (node) => {
      const {position} = node as Field
      if (!isEmpty(node as Dependencies | PrimaryTeams | Field)) return
      const start = position?.start.offset
      const end = start === undefined ? undefined : labelEnd(source, position!.end.offset!)
      findings.push({
        reason: 'This label has no value',
        place: end === undefined ? undefined : place(start!, end)
      })
    })
    return findings
  }
}

/** The end of a label without the quotes that close its italics. */
function labelEnd(source: string, end: number): number {
  while (/[\s']/.test(source.charAt(end - 1))) end--
  return end
}

/** Fields of unknown names may be anything: a line that ends with a colon over a list, say. */
function isEmpty(node: Dependencies | PrimaryTeams | Field): boolean {
  if (node.type === 'field') return node.name !== null && toText(contentOf(node)) === ''
  return (
    (node.type === 'dependencies' || node.type === 'primaryTeams') && node.children.length === 0
  )
}
