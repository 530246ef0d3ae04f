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
import {composeField, composeSection, type Context} from './compose-section.ts'
import {Kept, nothingKept} from './kept.ts'
import {periodHeadings} from './period-headings.ts'

const planDepth = 2
const periodDepth = 3

/**
 * Compose the document that says what the plan says, with kept content where it stands in the tree. The nodes are new
 * and have no position.
 *
 * @param plan the plan, left as it is
 * @param vocabulary its first words are the ones written: `Goal(s)`, `Status`, `Note`, …
 * @param kept what stands beside the plan
 */
export function compose(plan: Plan, vocabulary: Vocabulary, kept = new Kept(nothingKept)): Root {
  const headings = periodHeadings(plan, vocabulary)
  const periods = childrenOf(plan, 'period')
  const context = {vocabulary, kept}
  return {
    type: 'root',
    children: [
      ...(plan.title === null ? [] : [title(plan.title)]),
      ...(plan.heading === null || kept.hasHeading
        ? []
        : [heading(planDepth, [text(plan.heading)])]),
      ...bullets([
        ...kept.opening(plan, planDepth),
        ...childrenOf(plan, 'field').flatMap((field) => [
          item(composeField(field)),
          ...kept.behind(field, planDepth)
        ])
      ]),
      ...periods.flatMap((period, index) => [
        ...composePeriod(period, headings[index] ?? null, context),
        ...bullets(kept.behind(period, planDepth))
      ])
    ]
  }
}

/** A period; where it has a heading of its own, everything in it is a level deeper. */
function composePeriod(period: Period, label: string | null, context: Context): FlowContent[] {
  const {kept} = context
  const depth = label === null ? periodDepth : periodDepth + 1
  return [
    ...(label === null ? [] : [heading(periodDepth, [text(label)])]),
    ...bullets(kept.opening(period, depth)),
    ...childrenOf(period, 'section').flatMap((section) => [
      ...composeSection(section, depth, context),
      ...bullets(kept.behind(section, depth))
    ])
  ]
}
