import {walk} from '../../document/nodes.ts'
import type {Dependencies, PrimaryTeams} from '../../plan/types.ts'
import type {Finding, Rule} from '../types.ts'

export const teamComma: Rule = {
  id: 'team-comma',
  setting: 'warning',
  description: 'A list of teams has a stray comma',
  reason: 'It looks as if a team were missing.',
  example: {
    before: "== Outcome 1 ==\n''Dependencies on: Piers, Clocks,; Primary team: Boats''\n",
    after: "== Outcome 1 ==\n''Dependencies on: Piers, Clocks; Primary team: Boats''\n"
  },
  check(context) {
    const findings: Finding[] = []
    walk(context.plan, (node) => {
      if (node.type !== 'dependencies' && node.type !== 'primaryTeams') return
      findings.push(...checkList(node as Dependencies | PrimaryTeams, context))
    })
    return findings
  },
  fix: () => ''
}

/**
 * Looks at what stands between teams, and behind the last.
 *
 * ```markdown
 * | Dependencies on: Piers,, Clocks,; Primary team: Boats
 *                         ^        ^
 * ```
 */
function* checkList(
  {children, position}: Dependencies | PrimaryTeams,
  {source, place}: Parameters<NonNullable<Rule['check']>>[0]
): Iterable<Finding> {
  for (const [index, {position: team}] of children.entries()) {
    const next = children[index + 1]?.position?.start.offset
    const start = team?.end.offset
    const end = next ?? position?.end.offset
    if (start === undefined || end === undefined) continue
    // Behind the last team every comma is too many, else all but the first.
    const spare = (next === undefined ? /^(?:\s*,)+/ : /(?<=^\s*,)(?:\s*,)+/).exec(
      source.slice(start, end)
    )
    if (!spare) continue
    const from = start + spare.index
    const where = place(from, from + spare[0].length)
    yield {
      reason: 'No team after this comma',
      place: where,
      actual: spare[0],
      expected: ['']
    }
  }
}
