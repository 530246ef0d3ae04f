import {checkPlan} from '../check.ts'
import {toJson} from '../plan/json/to-json.ts'
import type {ItemJson, PeriodJson, PlanJson, SectionJson} from '../plan/json/types.ts'
import type {ItemKind, Plan, SectionKind} from '../plan/types.ts'

/** A goal or task as a flat record: no value is an object or array. */
export interface PlanRecord {
  kind: 'goal' | 'task'
  id: string
  /** The id of the goal or task that a task stands under. */
  parent: string | null
  type: ItemKind
  code: string | null
  text: string
  /** The status's stable name: `in-progress`. */
  status: string | null
  statusLabel: string | null
  remark: string | null
  stretch: boolean
  /** The page's title. */
  title: string | null
  fiscalYear: string | null
  period: string
  quarter: number | null
  periodStart: string | null
  periodEnd: string | null
  section: string
  sectionType: SectionKind
  sectionHeading: string | null
  sectionCode: string | null
  /** Numbers, joined with commas; so are teams. */
  outcomes: string
  outputs: string
  qualifier: string | null
  primaryTeams: string
  dependencies: string
}

/**
 * A plan as NDJSON: a line for each goal and each task, in page order, each line whole in itself.
 *
 * @throws {TypeError} where it is no plan.
 */
export function toNdjson(plan: Plan): string {
  checkPlan(plan, 'toNdjson')
  return toRecords(toJson(plan))
    .map((record) => JSON.stringify(record) + '\n')
    .join('')
}

function toRecords(plan: PlanJson): PlanRecord[] {
  const ofSection = (period: PeriodJson, section: SectionJson): PlanRecord[] => [
    ...section.goals.flatMap((goal) => records('goal', goal, null, placeOf(plan, period, section))),
    ...section.sections.flatMap((inner) => ofSection(period, inner))
  ]
  return plan.periods.flatMap((period) =>
    period.sections.flatMap((section) => ofSection(period, section))
  )
}

type Place = Pick<
  PlanRecord,
  | 'title'
  | 'fiscalYear'
  | 'period'
  | 'quarter'
  | 'periodStart'
  | 'periodEnd'
  | 'section'
  | 'sectionType'
  | 'sectionHeading'
  | 'sectionCode'
  | 'outcomes'
  | 'outputs'
  | 'qualifier'
  | 'primaryTeams'
  | 'dependencies'
>

function placeOf(plan: PlanJson, period: PeriodJson, section: SectionJson): Place {
  const numbers = new Map(Object.entries(section.numbers))
  return {
    title: plan.title,
    fiscalYear: plan.fiscalYear?.label ?? null,
    period: period.id,
    quarter: period.quarter,
    periodStart: period.start,
    periodEnd: period.end,
    section: section.id,
    sectionType: section.type,
    sectionHeading: section.heading,
    sectionCode: section.code,
    outcomes: (numbers.get('outcome') ?? []).join(', '),
    outputs: (numbers.get('output') ?? []).join(', '),
    qualifier: section.qualifier,
    primaryTeams: section.primaryTeams.join(', '),
    dependencies: section.dependencies.join(', ')
  }
}

function records(
  kind: PlanRecord['kind'],
  {id, type, code, text, status, remark, stretch, tasks}: ItemJson,
  parent: string | null,
  place: Place
): PlanRecord[] {
  const record = {
    kind,
    id,
    parent,
    type,
    code,
    text,
    status: status?.value ?? null,
    statusLabel: status?.label ?? null,
    remark,
    stretch
  }
  return [{...record, ...place}, ...tasks.flatMap((task) => records('task', task, id, place))]
}
