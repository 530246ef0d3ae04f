import {toJson} from '../plan/json/to-json.ts'
import type {GoalJson, OutcomeJson, PeriodJson, PlanJson, TaskJson} from '../plan/json/types.ts'
import type {Plan} from '../plan/types.ts'

/** A goal or task as a flat record: no value is an object or array. */
export interface PlanRecord {
  kind: 'goal' | 'task'
  id: string
  /** The id of the goal or task that a task stands under. */
  parent: string | null
  text: string
  /** The status's stable name: `in-progress`. */
  status: string | null
  statusLabel: string | null
  stretch: boolean
  /** The page's title. */
  title: string | null
  fiscalYear: string | null
  period: string
  quarter: number | null
  periodStart: string | null
  periodEnd: string | null
  outcome: string
  outcomeHeading: string | null
  /** Numbers, joined with commas; so are teams. */
  outcomes: string
  outputs: string
  qualifier: string | null
  primaryTeams: string
  dependencies: string
}

/** A plan as NDJSON: a line for each goal and each task, in page order, each line whole in itself. */
export function toNdjson(plan: Plan): string {
  return toRecords(toJson(plan))
    .map((record) => JSON.stringify(record) + '\n')
    .join('')
}

function toRecords(plan: PlanJson): PlanRecord[] {
  return plan.periods.flatMap((period) =>
    period.outcomes.flatMap((outcome) => {
      const place = placeOf(plan, period, outcome)
      return outcome.goals.flatMap((goal) => goalRecords(goal, place))
    })
  )
}

type Place = Omit<
  PlanRecord,
  'kind' | 'id' | 'parent' | 'text' | 'status' | 'statusLabel' | 'stretch'
>

function placeOf(plan: PlanJson, period: PeriodJson, outcome: OutcomeJson): Place {
  return {
    title: plan.title,
    fiscalYear: plan.fiscalYear?.label ?? null,
    period: period.id,
    quarter: period.quarter,
    periodStart: period.start,
    periodEnd: period.end,
    outcome: outcome.id,
    outcomeHeading: outcome.heading,
    outcomes: outcome.outcomes.join(', '),
    outputs: outcome.outputs.join(', '),
    qualifier: outcome.qualifier,
    primaryTeams: outcome.primaryTeams.join(', '),
    dependencies: outcome.dependencies.join(', ')
  }
}

function goalRecords({title, ...goal}: GoalJson, place: Place): PlanRecord[] {
  return records('goal', {text: title, ...goal}, null, place)
}

function records(
  kind: PlanRecord['kind'],
  node: TaskJson,
  parent: string | null,
  place: Place
): PlanRecord[] {
  const {id, text, status, stretch, tasks} = node
  const record = {
    kind,
    id,
    parent,
    text,
    status: status?.value ?? null,
    statusLabel: status?.label ?? null,
    stretch
  }
  return [{...record, ...place}, ...tasks.flatMap((task) => records('task', task, id, place))]
}
