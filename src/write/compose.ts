/**
 * A plan as a clean document: the inverse of `recognize`, in the house style of MediaWiki annual
 * plans.
 *
 * ```wikitext
 * == Program Goals and Status for FY30/31 ==
 * * '''Goal Owner''': Ada Fictional
 * === Outcome 2 / Output 3 (Night boats) ===
 * '''Passengers know when the next boat leaves.'''
 * * Put a clock on every pier
 * ''Dependencies on: Lighthouse Keepers; Primary team: Piers''
 * ==== Goal(s) ====
 * ===== Wind the clocks {{done}} =====
 * * [stretch] Find the key
 * ==== Status ====
 * '''Note: August 14, 2030'''
 * * {{In progress}} The key was under the mat.
 * ```
 */
import type {FlowContent, Root} from '../document/types.ts'
import type {Period, Plan} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/types.ts'
import {bullets, heading, item, text, title} from './builders.ts'
import {childrenOf} from '../document/children.ts'
import {composeField, composeSection} from './compose-section.ts'
import {periodHeadings} from './period-headings.ts'

const planDepth = 2
const periodDepth = 3

/**
 * Compose the document that says what the plan says.
 *
 * Content that is no part of the plan and was kept in place (introductions, tables, navigation) is
 * not in it; what stands within a line (links, unknown templates) is. The nodes are new and have no
 * position.
 *
 * @param plan the plan, left as it is
 * @param vocabulary its first words are the ones written: `Goal(s)`, `Status`, `Note`, …
 */
export function compose(plan: Plan, vocabulary: Vocabulary): Root {
  const headings = periodHeadings(plan, vocabulary)
  const periods = childrenOf(plan, 'period')
  return {
    type: 'root',
    children: [
      ...(plan.title === null ? [] : [title(plan.title)]),
      ...(plan.heading === null ? [] : [heading(planDepth, [text(plan.heading)])]),
      ...bullets(childrenOf(plan, 'field').map((field) => item(composeField(field)))),
      ...periods.flatMap((d, index) => composePeriod(d, headings[index] ?? null, vocabulary))
    ]
  }
}

/** A period; where it has a heading of its own, everything in it is a level deeper. */
function composePeriod(
  period: Period,
  label: string | null,
  vocabulary: Vocabulary
): FlowContent[] {
  const outcomes = childrenOf(period, 'section')
  const depth = label === null ? periodDepth : periodDepth + 1
  return [
    ...(label === null ? [] : [heading(periodDepth, [text(label)])]),
    ...outcomes.flatMap((section) => composeSection(section, depth, vocabulary))
  ]
}
