import {PlanJsonError} from './error.ts'
import {planSchema} from './schema.ts'
import type {z} from 'zod'
import {toPhrasing, toUpdatePhrasing} from './to-phrasing.ts'
import {isTree, kindOf, readTree} from './tree.ts'
import type {
  GoalJson,
  NoteJson,
  OutcomeJson,
  PeriodJson,
  PlanJson,
  StatusJson,
  TaskJson,
  UpdateJson
} from './types.ts'
import type {PhrasingContent, Status} from '../../document/types.ts'
import type {
  Dependencies,
  Field,
  Goal,
  Note,
  Outcome,
  Period,
  Plan,
  PrimaryTeams,
  Statement,
  Task,
  Update
} from '../types.ts'

/**
 * The plan that a plan JSON document says, or that a plan tree written as JSON is. The nodes of a plan
 * from plan JSON have no positions: it stands on no page.
 *
 * @throws {PlanJsonError} where the value is neither; the error has every problem with its path.
 */
export function fromJson(value: unknown): Plan {
  if (isTree(value)) return readTree(value)
  const result = planSchema.safeParse(value, {reportInput: true})
  if (result.success) return toPlan(result.data)
  throw new PlanJsonError(
    result.error.issues.map((issue) => ({path: toPath(issue.path), reason: toReason(issue)}))
  )
}

/** What is wrong with a value, and what may stand there. */
function toReason({code, message, input, ...issue}: Issue): string {
  if (code !== 'invalid_type' || !('expected' in issue)) return message
  const wanted = `must be ${/^[aeiou]/.test(issue.expected) ? 'an' : 'a'} ${issue.expected}`
  return input === undefined ? `is missing: ${wanted}` : `${wanted}, not ${kindOf(input)}`
}

type Issue = z.core.$ZodIssue

/** `['periods', 0, 'id']` as `periods[0].id`. */
function toPath(keys: readonly PropertyKey[]): string {
  let path = ''
  for (const key of keys)
    path += typeof key === 'number' ? `[${key}]` : `${path ? '.' : ''}${String(key)}`
  return path
}

function toPlan({title, heading, fiscalYear, fields, periods}: PlanJson): Plan {
  const fieldNodes = fields.map(({name, label, value, links}): Field => ({
    type: 'field',
    name,
    label,
    children: toPhrasing(value, links)
  }))
  return {
    type: 'plan',
    dialect: null,
    title,
    heading,
    fiscalYear,
    children: [...fieldNodes, ...periods.map(toPeriod)]
  }
}

function toPeriod({outcomes, ...rest}: PeriodJson): Period {
  return {type: 'period', ...rest, children: outcomes.map(toOutcome)}
}

function toOutcome(json: OutcomeJson): Outcome {
  const {id, heading, outcomes, outputs, qualifier} = json
  return {
    type: 'outcome',
    id,
    heading,
    outcomes,
    outputs,
    qualifier,
    children: [
      ...toStatement(toPhrasing(json.statement ?? '')),
      ...json.objectives.map((text) => ({type: 'objective' as const, children: toPhrasing(text)})),
      ...toTeams('dependencies', json.dependencies),
      ...toTeams('primaryTeams', json.primaryTeams),
      ...json.goals.map(toGoal),
      ...json.notes.map(toNote)
    ]
  }
}

function toTeams(
  type: 'dependencies' | 'primaryTeams',
  names: string[]
): (Dependencies | PrimaryTeams)[] {
  if (names.length === 0) return []
  return [{type, children: names.map((name) => ({type: 'team', children: toPhrasing(name)}))}]
}

function toStatement(children: PhrasingContent[]): Statement[] {
  return children.length > 0 ? [{type: 'statement', children}] : []
}

function toGoal({title, ...rest}: GoalJson): Goal {
  return {...toTask({text: title, ...rest}), type: 'goal'}
}

function toTask({id, text, status, stretch, links, tasks}: TaskJson): Task {
  const children = [
    ...toStatement(toPhrasing(text, links)),
    ...(status ? [toStatus(status)] : []),
    ...tasks.map(toTask)
  ]
  return {type: 'task', id, stretch, children}
}

function toStatus(status: StatusJson): Status {
  return {type: 'status', ...status}
}

function toNote({id, date, updates}: NoteJson): Note {
  return {
    type: 'note',
    id,
    children: [...(date ? [{type: 'date' as const, ...date}] : []), ...updates.map(toUpdate)]
  }
}

function toUpdate({text, statuses, links, updates}: UpdateJson): Update {
  const content = toUpdatePhrasing(text, statuses.map(toStatus), links)
  return {type: 'update', children: [...toStatement(content), ...updates.map(toUpdate)]}
}
