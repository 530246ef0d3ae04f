import {compareNumbers} from './periods.ts'
import {flatten, mark, positioned, slice, trim} from '../../document/phrasing.ts'
import {toStatement} from './statuses.ts'
import {collapse} from '../../document/plain-text.ts'
import type {OutcomeHeading} from './headings.ts'
import type {Outline} from './outline.ts'
import type {PhrasingContent} from '../../document/types.ts'
import type {KeptContent, Outcome} from '../types.ts'

/** Opens an outcome at its heading, and a new period where its numbers say so. */
export function openOutcome(
  outline: Outline,
  heading: OutcomeHeading,
  node: KeptContent,
  children: PhrasingContent[],
  depth: number
): void {
  const text = collapse(flatten(children).replaceAll(mark, ' '))
  const numbered = heading.outcomes.length + heading.outputs.length > 0
  if (opensPeriod(outline, heading)) outline.openPeriod(null, null, node.position)
  outline.touchHeading()
  const outcome: Outcome = {
    type: 'outcome',
    id: '',
    heading: text,
    outcomes: heading.outcomes,
    outputs: heading.outputs,
    qualifier: heading.qualifier,
    children: [],
    position: undefined
  }
  outline.openOutcome(positioned(outcome, node.position))
  outline.outcomeDepth = depth
  outline.paragraph = undefined
  if (numbered) outline.numbers = heading
  outline.place(outcome, withStatement(node, children, heading))
  if (!numbered) reportUnparsed(outline, text, node)
}

/** Where the page does not say the quarters, a new one starts where the numbers go down. */
function opensPeriod({period, numbers}: Outline, heading: OutcomeHeading): boolean {
  if (!period) return true
  return period.inferred && numbers !== undefined && compareNumbers(heading, numbers) < 0
}

function reportUnparsed(outline: Outline, text: string, node: KeptContent): void {
  outline.report({
    ruleId: 'outcome-unparsed',
    reason: 'This heading opens like an outcome’s, but has no number',
    place: node.position,
    actual: text,
    expected: ['Outcome 1 / Output 2', 'Outcome 1 / Output 2 (Team)'],
    note: 'Write the number of the outcome or output behind the word.'
  })
}

/**
 * A heading that says the outcome's statement has it as a node of its own within.
 *
 * ```markdown
 * | === Outcome 1: All ferries keep time ===
 *                  ^^^^^^^^^^^^^^^^^^^^^ statement
 * ```
 */
function withStatement(
  node: KeptContent,
  children: readonly PhrasingContent[],
  {statementAt}: OutcomeHeading
): KeptContent {
  if (statementAt === null || node.type !== 'heading') return node
  const [from, to] = trim(flatten(children), statementAt)
  const statement = toStatement(slice(children, from, to))
  if (!statement) return node
  const parts: unknown[] = [
    ...slice(children, 0, from),
    statement,
    ...slice(children, to, Infinity)
  ]
  return {...node, children: parts as PhrasingContent[]}
}
