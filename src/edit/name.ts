/** New things get ids as those that are read do, beside the ids that the plan has. */
import {nameNote, nameOutcome, namePeriod, nameTitled} from '../plan/recognize/ids.ts'
import {childrenOf} from '../document/children.ts'
import {idsOf} from './target.ts'
import type {TakenIds} from '../plan/recognize/ids.ts'
import type {Goal, Note, Outcome, Period, Plan, Task} from '../plan/types.ts'

/** Gives a new thing, and what is in it, ids; `parent` is the id of what it is to stand in. */
export function named<T extends Outcome | Goal | Task | Note>(
  node: T,
  parent: string,
  plan: Plan
): T {
  const taken = takenIn(plan)
  if (node.type === 'outcome') nameOutcome(node, parent, taken)
  else if (node.type === 'note') nameNote(node, parent, taken)
  else nameTitled(node, parent, taken)
  return node
}

/** Gives a new period, and what is in it, ids. */
export function namedPeriod(period: Period, plan: Plan): Period {
  namePeriod(period, childrenOf(plan, 'period').length + 1, takenIn(plan))
  return period
}

function takenIn(plan: Plan): TakenIds {
  return new Map(idsOf(plan).map((id) => [id, 1]))
}
