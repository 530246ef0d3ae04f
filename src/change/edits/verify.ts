/**
 * Whether an edited page says what the edited plan says. The page is read again for that: what it says is
 * decided by reading alone, so nothing is written that reads as something else.
 */
import {isSameData} from './same-data.ts'
import {listOf, order, type Entity, type EntityOf, type Kind} from '../entities.ts'
import type {EditProblem} from '../edit-error.ts'
import type {StatusJson} from '../../plan/json/types.ts'

/** A thing as it is on the page, as it is to be, and as the edited page has it. */
interface Triple {
  before: Entity | undefined
  wanted: Entity
  actual: Entity
  /** The nearest id, to name what has none. */
  id: string | null
}

/** How what a thing says of itself has to agree; a sentence where it does not. */
type Check = (triple: {before?: never; wanted: never; actual: never}) => string | undefined

/** What the edited page does not say as the plan does; empty where all is well. */
export function findProblems(
  wanted: Entity,
  actual: Entity,
  beforeOf: ReadonlyMap<Entity, Entity>
): EditProblem[] {
  return compare({before: beforeOf.get(wanted), wanted, actual, id: null}, beforeOf)
}

function compare(triple: Triple, beforeOf: ReadonlyMap<Entity, Entity>): EditProblem[] {
  const {before, wanted, actual} = triple
  const id = wanted.id ?? triple.id
  const reason = (checks[wanted.kind] as Check | undefined)?.({
    ...(before && {before: before as never}),
    wanted: wanted as never,
    actual: actual as never
  })
  if (reason !== undefined) return [{id, reason}]
  for (const kind of order[wanted.kind]) {
    if (kind === 'period' && isUndated(wanted)) return compareOutcomes(triple, beforeOf)
    const problems = compareLists(kind, {...triple, id}, beforeOf)
    if (problems.length > 0) return problems
  }
  return []
}

/** Whether nothing is known of any period: where one ends is the numbers' matter then. */
function isUndated(plan: Entity): boolean {
  return listOf(plan, 'period').every(({facts}) => facts.label === null && facts.quarter === null)
}

function compareOutcomes(triple: Triple, beforeOf: ReadonlyMap<Entity, Entity>): EditProblem[] {
  const [wanted, actual] = [triple.wanted, triple.actual].map((plan): Entity => {
    const [first] = listOf(plan, 'period')
    return {...first!, children: listOf(plan, 'period').flatMap(({children}) => children)}
  })
  return compareLists('outcome', {...triple, wanted: wanted!, actual: actual!}, beforeOf)
}

function compareLists(
  kind: Kind,
  {wanted, actual, id}: Triple,
  beforeOf: ReadonlyMap<Entity, Entity>
): EditProblem[] {
  if (kind === 'statement' && isHeld(wanted, beforeOf)) return []
  const [are, is] = [listOf(wanted, kind), listOf(actual, kind)]
  if (are.length !== is.length) {
    const reason = `the number of ${names[kind]} here would be ${is.length}, not ${are.length}`
    return [{id, reason}]
  }
  return are.flatMap((thing, index) => {
    return compare({before: beforeOf.get(thing), wanted: thing, actual: is[index]!, id}, beforeOf)
  })
}

/** Whether the heading was changed: what it says of the outcome is read from it again. */
function isHeld(outcome: Entity, beforeOf: ReadonlyMap<Entity, Entity>): boolean {
  const before = beforeOf.get(outcome)
  return (
    outcome.kind === 'outcome' &&
    before?.kind === 'outcome' &&
    before.facts.heading !== outcome.facts.heading
  )
}

const names: Record<Kind, string> = {
  plan: 'plans',
  field: 'fields',
  period: 'periods',
  outcome: 'outcomes',
  statement: 'statements',
  objective: 'objectives',
  dependency: 'dependencies',
  primaryTeam: 'primary teams',
  goal: 'goals',
  task: 'tasks',
  note: 'notes',
  update: 'updates'
}

interface Facts<K extends Kind> {
  before?: EntityOf<K>
  wanted: EntityOf<K>
  actual: EntityOf<K>
}

const checks: {[K in Kind]?: (facts: Facts<K>) => string | undefined} = {
  plan: ({before, wanted, actual}) =>
    before && isSameData(before.facts.heading, wanted.facts.heading)
      ? isSameData(before.facts.fiscalYear, wanted.facts.fiscalYear)
        ? undefined
        : differ('fiscal year', wanted.facts.fiscalYear?.label, actual.facts.fiscalYear?.label)
      : differ('heading', wanted.facts.heading, actual.facts.heading),
  field: ({wanted, actual}) =>
    differ('label', wanted.facts.label, actual.facts.label) ?? checkText({wanted, actual}),
  period: checkPeriod,
  outcome: checkOutcome,
  statement: checkText,
  objective: checkText,
  dependency: checkText,
  primaryTeam: checkText,
  goal: checkTitled,
  task: checkTitled,
  note: ({wanted, actual}) => differ('date', wanted.facts.date?.value, actual.facts.date?.value),
  update: ({wanted, actual}) =>
    checkText({wanted, actual}) ??
    differ(
      'statuses',
      wanted.facts.text.statuses.map(valueOf),
      actual.facts.text.statuses.map(valueOf)
    )
}

/** The quarter, and a name that the edit gave it on a page that names its quarters. */
function checkPeriod({before, wanted, actual}: Facts<'period'>): string | undefined {
  const {label} = wanted.facts
  const isNamed = label !== null && label !== before?.facts.label && actual.facts.label !== null
  return (
    differ('quarter', wanted.facts.quarter, actual.facts.quarter) ??
    (isNamed ? differ('label', label, actual.facts.label) : undefined)
  )
}

/** The heading, unless the edit changed what is written into it: its numbers, or the statement at its end. */
function checkOutcome({before, wanted, actual}: Facts<'outcome'>): string | undefined {
  const isSameHeading = before?.facts.heading === wanted.facts.heading
  if (isSameHeading && !isSameData(before.facts, wanted.facts)) {
    const {heading: _, ...numbers} = wanted.facts
    const isUnread =
      numbers.outcomes.length + numbers.outputs.length === 0 && numbers.qualifier === null
    if (isUnread) return undefined
    const {heading: __, ...actualNumbers} = actual.facts
    return differ('numbers', numbers, actualNumbers)
  }
  const was = before && listOf(before, 'statement')[0]?.facts.text.text
  const isHeld = was !== undefined && before?.facts.heading?.endsWith(was)
  if (isSameHeading && isHeld && was !== listOf(wanted, 'statement')[0]?.facts.text.text)
    return undefined
  return differ('heading', wanted.facts.heading, actual.facts.heading)
}

function checkTitled({wanted, actual}: Facts<'goal'> | Facts<'task'>): string | undefined {
  return (
    checkText({wanted, actual}) ??
    differ('status', valueOf(wanted.facts.status), valueOf(actual.facts.status)) ??
    differ('stretch', wanted.facts.stretch, actual.facts.stretch)
  )
}

function valueOf(status: StatusJson | null): string | null {
  return status && status.value
}

interface WithText {
  facts: {text: {text: string; links: unknown}}
}

function checkText({wanted, actual}: {wanted: WithText; actual: WithText}): string | undefined {
  const [is, would] = [wanted.facts.text, actual.facts.text]
  return differ('text', is.text, would.text) ?? differ('links', is.links, would.links)
}

/** How a fact differs, as a sentence. */
function differ(name: string, wanted: unknown, actual: unknown): string | undefined {
  if (isSameData(wanted ?? null, actual ?? null)) return undefined
  return `its ${name} would read as ${JSON.stringify(actual ?? null)}, not ${JSON.stringify(wanted ?? null)}`
}
