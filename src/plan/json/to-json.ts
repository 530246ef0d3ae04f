import {flatten, isBlank, mark, slice, statusesOf} from '../../document/phrasing.ts'
import {toLinks} from './to-links.ts'
import {childOf, childrenOf} from '../../document/children.ts'
import {toText} from '../../document/plain-text.ts'
import type {
  DateJson,
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
  DateNode,
  Goal,
  Note,
  Outcome,
  Period,
  Plan,
  Statement,
  Task,
  Update
} from '../types.ts'

/** A plan as plan JSON. */
export function toJson(plan: Plan): PlanJson {
  return {
    version: 1,
    title: plan.title,
    heading: plan.heading,
    fiscalYear: plan.fiscalYear && {
      label: plan.fiscalYear.label,
      start: plan.fiscalYear.start,
      end: plan.fiscalYear.end
    },
    fields: childrenOf(plan, 'field').map(({name, label, children}) => ({
      name,
      label,
      value: toText(children),
      links: toLinks(children)
    })),
    periods: childrenOf(plan, 'period').map(periodJson)
  }
}

function periodJson(period: Period): PeriodJson {
  const {id, label, quarter, start, end, inferred} = period
  return {
    id,
    label,
    quarter,
    start,
    end,
    inferred,
    outcomes: childrenOf(period, 'outcome').map(outcomeJson)
  }
}

function outcomeJson(outcome: Outcome): OutcomeJson {
  const {id, heading, outcomes, outputs, qualifier} = outcome
  const statement = statementOf(outcome)
  return {
    id,
    heading,
    outcomes: [...outcomes],
    outputs: [...outputs],
    qualifier,
    statement: statement ? toText(statement) : null,
    objectives: childrenOf(outcome, 'objective').map(toText),
    dependencies: childrenOf(outcome, 'dependencies').flatMap(({children}) => children.map(toText)),
    primaryTeams: childrenOf(outcome, 'primaryTeams').flatMap(({children}) => children.map(toText)),
    goals: childrenOf(outcome, 'goal').map(goalJson),
    notes: childrenOf(outcome, 'note').map(noteJson)
  }
}

/** An outcome's statement: one of its own, else the one in its heading. */
export function statementOf(outcome: Outcome): Statement | undefined {
  const own = outcome.children.find((child) => child.type === 'statement')
  if (own) return own
  const heading = outcome.children.find((child) => child.type === 'heading')
  const content: readonly {type: string}[] = heading?.children ?? []
  return content.find((child): child is Statement => child.type === 'statement')
}

function goalJson(goal: Goal): GoalJson {
  const {id, text: title, status, stretch, links, tasks} = titledJson(goal)
  return {id, title, status, stretch, links, tasks}
}

function titledJson(node: Goal | Task): TaskJson {
  const statement = childOf(node, 'statement')
  const status = childOf(node, 'status')
  const content = statement?.children ?? []
  return {
    id: node.id,
    text: toText(content),
    status: status ? statusJson(status) : null,
    stretch: node.stretch,
    links: toLinks(content),
    tasks: childrenOf(node, 'task').map(titledJson)
  }
}

function noteJson(note: Note): NoteJson {
  const date = childOf(note, 'date')
  return {
    id: note.id,
    date: date ? dateJson(date) : null,
    updates: childrenOf(note, 'update').map(updateJson)
  }
}

function dateJson({value, precision, raw}: DateNode): DateJson {
  return {value, precision, raw}
}

function updateJson(update: Update): UpdateJson {
  const content = childOf(update, 'statement')?.children ?? []
  return {
    text: toText(slice(content, opening(content), Infinity)),
    statuses: statusesOf(content).map(statusJson),
    links: toLinks(content),
    updates: childrenOf(update, 'update').map(updateJson)
  }
}

/** Where an update's text begins behind the markers that open it. */
function opening(content: readonly PhrasingContent[]): number {
  const text = flatten(content)
  let at = 0
  while (at < text.length && (text[at] === mark || isBlank(text, at))) at++
  return at
}

function statusJson({value, label, form, raw}: Status): StatusJson {
  return {value, label, form, raw}
}
