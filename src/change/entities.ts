/**
 * A plan as things that can change: each thing that plan JSON tells of, with what it says of itself and the
 * lists of things below it. Two plans are compared, merged and put back into a page as such things, whatever
 * they were read from.
 */
import {childrenOf} from '../document/children.ts'
import {statementOf, toJson} from '../plan/json/to-json.ts'
import type {PhrasingContent} from '../document/types.ts'
import type {
  DateJson,
  FiscalYear,
  GoalJson,
  LinkJson,
  NoteJson,
  OutcomeJson,
  PeriodJson,
  PlanJson,
  StatusJson,
  TaskJson,
  UpdateJson
} from '../plan/json/types.ts'
import type {
  DateNode,
  Field,
  Goal,
  Note,
  Objective,
  Outcome,
  Period,
  Plan,
  Statement,
  Task,
  Team,
  Update
} from '../plan/types.ts'

/** What a thing says of itself; all of it is data of plan JSON. */
export interface FactsByKind {
  plan: {title: string | null; heading: string | null; fiscalYear: FiscalYear | null}
  field: {label: string; text: TextFact}
  period: Omit<PeriodJson, 'id' | 'outcomes'>
  outcome: Pick<OutcomeJson, 'heading' | 'outcomes' | 'outputs' | 'qualifier'>
  statement: {text: TextFact}
  objective: {text: TextFact}
  dependency: {text: TextFact}
  primaryTeam: {text: TextFact}
  goal: TitledFacts
  task: TitledFacts
  note: {date: DateJson | null}
  update: {text: TextFact}
}

/** What goals and tasks say of themselves. */
export interface TitledFacts {
  text: TextFact
  status: StatusJson | null
  stretch: boolean
}

/** A text with what stands in it; `statuses` are an update's. */
export interface TextFact {
  text: string
  links: LinkJson[]
  statuses: StatusJson[]
}

/** The node that says a thing. */
export interface NodesByKind {
  plan: Plan
  field: Field
  period: Period
  outcome: Outcome
  statement: Statement
  objective: Objective
  dependency: Team
  primaryTeam: Team
  goal: Goal
  task: Task
  note: Note
  update: Update
}

export type Kind = keyof FactsByKind

/** A thing of a plan. */
export type Entity = {[K in Kind]: EntityOf<K>}[Kind]

/** A thing of one kind. */
export interface EntityOf<K extends Kind> {
  kind: K
  /** Plan JSON's id; `null` for what plan JSON tells by its place alone. */
  id: string | null
  facts: FactsByKind[K]
  /** The nodes of its text, or of its value; none where it has no text. */
  content: PhrasingContent[]
  node: NodesByKind[K]
  /** What stands below it, in the order of `order`, each list in its own order. */
  children: Entity[]
}

/** The kinds that stand below each kind, in the order in which a page has them. */
export const order: {readonly [K in Kind]: readonly Kind[]} = {
  plan: ['field', 'period'],
  field: [],
  period: ['outcome'],
  outcome: ['statement', 'objective', 'dependency', 'primaryTeam', 'goal', 'note'],
  statement: [],
  objective: [],
  dependency: [],
  primaryTeam: [],
  goal: ['task'],
  task: ['task'],
  note: ['update'],
  update: ['update']
}

/** The things of one kind below a thing. */
export function listOf<K extends Kind>(parent: Entity, kind: K): Extract<Entity, {kind: K}>[] {
  return parent.children.filter((child): child is Extract<Entity, {kind: K}> => child.kind === kind)
}

/** A plan as a thing, with all that is below it. */
export function toEntities(plan: Plan): EntityOf<'plan'> {
  const {title, heading, fiscalYear, fields, periods}: PlanJson = toJson(plan)
  return {
    kind: 'plan',
    id: null,
    facts: {title, heading, fiscalYear},
    content: [],
    node: plan,
    children: [
      ...childrenOf(plan, 'field').map((node, at): Entity => {
        const {label, value, links} = fields[at]!
        return leaf('field', node, {label, text: {text: value, links, statuses: []}})
      }),
      ...childrenOf(plan, 'period').map((node, at) => ofPeriod(node, periods[at]!))
    ]
  }
}

/** A thing that is said by a text alone. */
function leaf<K extends 'field' | 'statement' | 'objective' | 'dependency' | 'primaryTeam'>(
  kind: K,
  node: NodesByKind[K],
  facts: FactsByKind[K]
): EntityOf<K> {
  return {kind, id: null, facts, content: node.children, node, children: []}
}

function ofPeriod(node: Period, {id, outcomes, ...facts}: PeriodJson): EntityOf<'period'> {
  const children = childrenOf(node, 'outcome').map((child, at) => ofOutcome(child, outcomes[at]!))
  return {kind: 'period', id, facts, content: [], node, children}
}

function ofOutcome(node: Outcome, json: OutcomeJson): EntityOf<'outcome'> {
  const {id, heading, outcomes, outputs, qualifier} = json
  const teams = (type: 'dependencies' | 'primaryTeams'): Team[] =>
    childrenOf(node, type).flatMap(({children}) => children)
  const leaves = (kind: 'objective' | 'dependency' | 'primaryTeam', texts: string[]) => {
    return (child: Objective | Team, at: number): Entity =>
      leaf(kind, child as never, {text: plain(texts[at]!)}) as Entity
  }
  const statement = statementOf(node)
  return {
    kind: 'outcome',
    id,
    facts: {heading, outcomes, outputs, qualifier},
    content: [],
    node,
    children: [
      ...(statement ? [leaf('statement', statement, {text: plain(json.statement ?? '')})] : []),
      ...childrenOf(node, 'objective').map(leaves('objective', json.objectives)),
      ...teams('dependencies').map(leaves('dependency', json.dependencies)),
      ...teams('primaryTeams').map(leaves('primaryTeam', json.primaryTeams)),
      ...childrenOf(node, 'goal').map((child, at) => ofTitled('goal', child, json.goals[at]!)),
      ...childrenOf(node, 'note').map((child, at) => ofNote(child, json.notes[at]!))
    ]
  }
}

function plain(text: string): TextFact {
  return {text, links: [], statuses: []}
}

function ofTitled<K extends 'goal' | 'task'>(
  kind: K,
  node: NodesByKind[K],
  json: GoalJson | TaskJson
): EntityOf<K> {
  const {id, status, stretch, links, tasks} = json
  const text = 'title' in json ? json.title : json.text
  const statement = node.children.find((child) => child.type === 'statement')
  return {
    kind,
    id,
    facts: {text: {text, links, statuses: []}, status, stretch} as FactsByKind[K],
    content: statement?.children ?? [],
    node,
    children: childrenOf(node, 'task').map((child, at) => ofTitled('task', child, tasks[at]!))
  }
}

function ofNote(node: Note, {id, date, updates}: NoteJson): EntityOf<'note'> {
  const children = childrenOf(node, 'update').map((child, at) => ofUpdate(child, updates[at]!))
  return {kind: 'note', id, facts: {date}, content: [], node, children}
}

function ofUpdate(node: Update, json: UpdateJson): EntityOf<'update'> {
  const {text, links, statuses, updates} = json
  return {
    kind: 'update',
    id: null,
    facts: {text: {text, links, statuses}},
    content: childrenOf(node, 'statement')[0]?.children ?? [],
    node,
    children: childrenOf(node, 'update').map((child, at) => ofUpdate(child, updates[at]!))
  }
}

/** The date of a note, where it has one. */
export function dateOf(note: Note): DateNode | undefined {
  return childrenOf(note, 'date')[0]
}
