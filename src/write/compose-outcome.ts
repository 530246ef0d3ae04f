/** The part of `compose` below an outcome's heading. */
import {toText} from '../document/plain-text.ts'
import type {FlowContent, ListItem, PhrasingContent} from '../document/types.ts'
import type {Goal, Note, Outcome, Statement, Task, Team, Update} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/types.ts'
import {bullets, emphasis, heading, item, paragraph, strong, text} from './builders.ts'
import {childrenOf} from '../document/children.ts'
import {tidy} from './tidy.ts'

/**
 * An outcome with all that is below it; without a heading, its content stands on the heading's
 * level.
 */
export function composeOutcome(
  outcome: Outcome,
  depth: number,
  vocabulary: Vocabulary
): FlowContent[] {
  const below = outcome.heading === null ? depth : depth + 1
  return [
    ...(outcome.heading === null ? [] : [heading(depth, [text(outcome.heading)])]),
    ...composeStatement(outcome),
    ...bullets(childrenOf(outcome, 'objective').map((d) => item(tidy(d.children)))),
    ...composeTeams(outcome, vocabulary),
    ...composeGoals(childrenOf(outcome, 'goal'), below, vocabulary),
    ...composeNotes(childrenOf(outcome, 'note'), below, vocabulary)
  ]
}

/** The statement; not where the heading has it already (`Outcome 1: All ferries keep time`). */
function composeStatement(outcome: Outcome): FlowContent[] {
  return childrenOf(outcome, 'statement')
    .filter((statement) => !outcome.heading?.endsWith(`: ${toText(statement)}`))
    .map((statement) => paragraph([strong(tidy(statement.children))]))
}

/**
 * The teams, as one line.
 *
 * ```wikitext
 * ''Dependencies on: Lighthouse Keepers; Primary teams: Piers, Boats''
 * ```
 */
function composeTeams(outcome: Outcome, {labels}: Vocabulary): FlowContent[] {
  const dependencies = childrenOf(outcome, 'dependencies').flatMap((d) => childrenOf(d, 'team'))
  const primary = childrenOf(outcome, 'primaryTeams').flatMap((d) => childrenOf(d, 'team'))
  const [one, several] = labels.primaryTeams
  const parts = [
    teamList(labels.dependencies[0], dependencies),
    teamList(primary.length === 1 ? one : (several ?? one), primary)
  ].filter((part) => part.length > 0)
  return parts.length === 0 ? [] : [paragraph([emphasis(joined(parts, '; '))])]
}

function teamList(label: string | undefined, teams: Team[]): PhrasingContent[] {
  if (teams.length === 0) return []
  const names = teams.map((team) => tidy(team.children))
  return [text(`${label}: `), ...joined(names, ', ')]
}

function joined(parts: PhrasingContent[][], separator: string): PhrasingContent[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [text(separator), ...part]))
}

/** Goals as sub-headings where any has tasks, which stand below it; else as a list. */
function composeGoals(goals: Goal[], depth: number, {headings, labels}: Vocabulary): FlowContent[] {
  if (goals.length === 0) return []
  const stretch = `[${labels.stretch[0]}] `
  const tasksOf = (parent: Goal | Task): ListItem[] =>
    childrenOf(parent, 'task').map((d) => item(entry(d, stretch), bullets(tasksOf(d))))
  const plain = goals.every((goal) => childrenOf(goal, 'task').length === 0)
  return [
    heading(depth, [text(headings.goals[0] ?? '')]),
    ...(plain
      ? bullets(goals.map((goal) => item(entry(goal, stretch))))
      : goals.flatMap((goal) => [
          heading(depth + 1, entry(goal, stretch)),
          ...bullets(tasksOf(goal))
        ]))
  ]
}

/**
 * The line of a goal or task. Where its text ends with what would be taken for a joint to the
 * status, the status opens the line.
 *
 * ```wikitext
 * [stretch] Wind the clocks {{done}}
 * {{done}} Wind the clocks:
 * ```
 */
function entry(node: Goal | Task, stretch: string): PhrasingContent[] {
  const content = [...(node.stretch ? [text(stretch)] : []), ...statementOf(node)]
  const statuses = childrenOf(node, 'status')
  const joint = /[:–—-]$/.test(toText(content))
  return tidy(
    joint
      ? [...statuses.flatMap((status) => [status, text(' ')]), ...content]
      : [...content, ...statuses.flatMap((status) => [text(' '), status])]
  )
}

function statementOf(node: {children: {type: string}[]}): PhrasingContent[] {
  const statements = childrenOf(node, 'statement') as Statement[]
  return statements.flatMap((statement) => tidy(statement.children))
}

/**
 * Notes under their heading; a first note without a date needs no line, its updates stand alone.
 */
function composeNotes(notes: Note[], depth: number, {headings, labels}: Vocabulary): FlowContent[] {
  if (notes.length === 0) return []
  return [
    heading(depth, [text(headings.status[0] ?? '')]),
    ...notes.flatMap((note, index) => {
      const updates = bullets(childrenOf(note, 'update').map(composeUpdate))
      const date = childrenOf(note, 'date')[0]
      if (index === 0 && date === undefined && updates.length > 0) return updates
      const line = date === undefined ? `${labels.note[0]}:` : `${labels.note[0]}: ${date.raw}`
      return [paragraph([strong([text(line)])]), ...updates]
    })
  ]
}

function composeUpdate(update: Update): ListItem {
  return item(statementOf(update), bullets(childrenOf(update, 'update').map(composeUpdate)))
}
