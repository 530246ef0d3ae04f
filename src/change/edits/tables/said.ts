/** What a goal says by each column of its table. */
import {listOf, type EntityOf} from '../../entities.ts'
import type {LabelledColumn} from '../../../plan/recognize/tables/columns.ts'

type Goal = EntityOf<'goal'>
type Role = LabelledColumn['role']

/** What the slots of teams are called by the columns' roles. */
export const teamRoles = {dependency: 'dependencies', primaryTeam: 'primaryTeams'} as const
export type TeamKind = keyof typeof teamRoles

const byRole: {readonly [R in Role]?: (goal: Goal) => unknown} = {
  goal: ({facts: {text, stretch}}) => [text, stretch],
  status: ({facts: {status, remark}}) => [status?.value, remark],
  code: ({facts: {code}}) => code,
  dependencies: (goal) => teamsIn(goal, 'dependency'),
  primaryTeams: (goal) => teamsIn(goal, 'primaryTeam')
}

function teamsIn(goal: Goal, kind: TeamKind): string[] {
  return listOf(goal, kind).map(({facts}) => facts.text.text)
}

/** What a goal says by a column of some role. */
export function saidBy(role: Role, goal: Goal): unknown {
  return byRole[role]?.(goal)
}

/** What a goal says by a column. */
export function saidIn({role, label}: Pick<LabelledColumn, 'role' | 'label'>, goal: Goal): unknown {
  return role in byRole ? saidBy(role, goal) : fieldsIn(goal, label).map(({facts}) => facts.text)
}

/** The fields of a goal that have a column's label. */
export function fieldsIn(goal: Goal, label: string): EntityOf<'field'>[] {
  return listOf(goal, 'field').filter(({facts}) => facts.label === label)
}
