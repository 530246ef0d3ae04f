/** New things get ids as those that are read do, beside the ids that the plan has. */
import {
  codesOf,
  nameItem,
  nameNote,
  namePeriod,
  nameSection,
  takenIn
} from '../plan/recognize/ids.ts'
import {childrenOf} from '../document/children.ts'
import type {Goal, Note, Section, Period, Plan, Task} from '../plan/types.ts'

/** Gives a new thing, and what is in it, ids; `parent` is the id of what it is to stand in. */
export function named<T extends Section | Goal | Task | Note>(
  node: T,
  parent: string,
  plan: Plan
): T {
  const [taken, codes] = [takenIn(plan), codesOf(plan, {children: [node]})]
  if (node.type === 'section') nameSection(node, parent, taken, codes)
  else if (node.type === 'note') nameNote(node, parent, taken)
  else nameItem(node, parent, taken, codes)
  return node
}

/** Gives a new period, and what is in it, ids. */
export function namedPeriod(period: Period, plan: Plan): Period {
  namePeriod(
    period,
    childrenOf(plan, 'period').length + 1,
    takenIn(plan),
    codesOf(plan, {children: [period]})
  )
  return period
}
