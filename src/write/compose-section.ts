/** The part of `compose` below a section's heading. */
import {deepestHeading} from '../document/depth.ts'
import {toText} from '../document/plain-text.ts'
import {contentOf, sectionOf, statementOf} from '../plan/model.ts'
import {readSectionHeading, splitHeading} from '../plan/recognize/headings.ts'
import type {FlowContent, ListItem, Paragraph, PhrasingContent} from '../document/types.ts'
import type {Field, Goal, ItemKind, Note, Section, Task, Team, Update} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/types.ts'
import {bullets, emphasis, heading, item, paragraph, strong, text} from './builders.ts'
import {childOf, childrenOf} from '../document/children.ts'
import {wordAt} from '../plan/recognize/words.ts'
import {tidy} from './tidy.ts'

/**
 * A section with all that is in it; without a heading, its content stands on the heading's level. Inner sections
 * come last: what follows the heading of one is that one's.
 */
export function composeSection(
  section: Section,
  depth: number,
  vocabulary: Vocabulary
): FlowContent[] {
  const below = section.heading === null ? depth : depth + 1
  return [
    ...(section.heading === null ? [] : [heading(depth, [text(section.heading)])]),
    ...composeKind(section, vocabulary),
    ...composeStatement(section, vocabulary),
    ...composeObjectives(section, below, vocabulary),
    ...composeTeams(section, vocabulary),
    ...childrenOf(section, 'field').map((field) => paragraph(composeField(field))),
    ...composeGoals(childrenOf(section, 'goal'), below, vocabulary),
    ...composeNotes(childrenOf(section, 'note'), below, vocabulary),
    ...childrenOf(section, 'section').flatMap((inner) => composeSection(inner, below, vocabulary))
  ]
}

/** `'''Goal Owner''': Ada Fictional` */
export function composeField(field: Field): PhrasingContent[] {
  const value = tidy(contentOf(field))
  return [strong([text(field.label)]), text(value.length === 0 ? ':' : ': '), ...value]
}

/**
 * The word for a section's kind on a line of its own, where neither its heading nor what stands in it says that.
 *
 * ```wikitext
 * === Access ===
 * ''Program''
 * ```
 */
function composeKind(section: Section, vocabulary: Vocabulary): FlowContent[] {
  const {kind, heading} = section
  if (heading === null || readSectionHeading(heading, vocabulary)?.kind === kind) return []
  const goals = childrenOf(section, 'goal')
  const owners = childrenOf(section, 'field').flatMap(
    ({name}) => vocabulary.fields.find((entry) => entry.name === name)?.section ?? []
  )
  const said = owners[0] ?? (goals[0] && (goals.some(isMeasured) ? 'objective' : 'group'))
  if (said === kind) return []
  return [paragraph([emphasis([text(vocabulary.headings[kind][0] ?? kind)])])]
}

function isMeasured({kind}: Goal): boolean {
  return sectionOf[kind] === 'objective'
}

/** The statement; not where the heading has it already (`Outcome 1: All ferries keep time`). */
function composeStatement(section: Section, vocabulary: Vocabulary): FlowContent[] {
  const held = splitHeading(section.heading, vocabulary).statement
  // What is bold in a team's section is a goal.
  const mark = section.kind === 'team' ? emphasis : strong
  const statement = statementOf(section)
  if (!statement || toText(statement) === held) return []
  return [paragraph([mark(tidy(statement.children))])]
}

/** The objectives; a team's have a heading, as a list of a team is one of goals. */
function composeObjectives(section: Section, depth: number, {headings}: Vocabulary): FlowContent[] {
  const items = childrenOf(section, 'objective').map((d) => item(tidy(d.children)))
  const isHeaded = section.kind === 'team' && items.length > 0
  return [
    ...(isHeaded ? [heading(depth, [text(headings.statement[0] ?? '')])] : []),
    ...bullets(items)
  ]
}

/**
 * The teams, as one line.
 *
 * ```wikitext
 * ''Dependencies on: Lighthouse Keepers; Primary teams: Piers, Boats''
 * ```
 */
function composeTeams(parent: Section | Goal | Task, {labels}: Vocabulary): Paragraph[] {
  const teams = (type: 'dependencies' | 'primaryTeams'): Team[] =>
    childrenOf(parent as Section, type).flatMap(({children}) => children)
  const [one, several] = labels.primaryTeams
  const primary = teams('primaryTeams')
  const parts = [
    teamList(labels.dependencies[0], teams('dependencies')),
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

/** The heading over goals of each kind. */
const goalHeadings: Record<ItemKind, 'goals' | 'keyResults' | 'hypotheses'> = {
  goal: 'goals',
  task: 'goals',
  keyResult: 'keyResults',
  hypothesis: 'hypotheses'
}

/** Goals under a heading that says what they are; where that changes, under the next such heading. */
function composeGoals(goals: Goal[], depth: number, vocabulary: Vocabulary): FlowContent[] {
  const isList =
    depth >= deepestHeading ||
    goals.every((goal) => childrenOf(goal, 'task').length === 0) ||
    goals.some(hasMore)
  return runsOf(goals).flatMap((run) => [
    heading(depth, [text(vocabulary.headings[goalHeadings[run[0]!.kind]][0] ?? '')]),
    ...(isList
      ? bullets(run.map((goal) => itemOf(goal, goalKindOf(run), vocabulary)))
      : run.flatMap((goal) => [
          heading(depth + 1, entry(goal, goalKindOf(run), vocabulary)),
          ...bullets(childrenOf(goal, 'task').map((task) => itemOf(task, 'task', vocabulary)))
        ]))
  ])
}

/** Goals that one heading stands over. */
function runsOf(goals: readonly Goal[]): Goal[][] {
  const runs: Goal[][] = []
  for (const goal of goals) {
    const last = runs.at(-1)
    if (last && goalHeadings[last[0]!.kind] === goalHeadings[goal.kind]) last.push(goal)
    else runs.push([goal])
  }
  return runs
}

/** Whether a goal has more than tasks in it: then goals are items, as a heading's fields would look like a section's. */
function hasMore({children}: Goal): boolean {
  return children.some(
    ({type}) =>
      type === 'field' || type === 'dependencies' || type === 'primaryTeams' || type === 'note'
  )
}

/** A goal or task as an item: what it says of itself besides is in lines of its own, its notes are dated items. */
function itemOf(node: Goal | Task, usual: ItemKind, vocabulary: Vocabulary): ListItem {
  const fields = childrenOf(node as Goal, 'field').map((field) => paragraph(composeField(field)))
  const notes = childrenOf(node as Goal, 'note').map(noteItem)
  const tasks = childrenOf(node as Goal, 'task').map((task) => itemOf(task, 'task', vocabulary))
  return item(entry(node, usual, vocabulary), [
    ...composeTeams(node, vocabulary),
    ...fields,
    ...bullets([...notes, ...tasks])
  ])
}

/** `July 23, 2031: The key was under the mat.` */
function noteItem(note: Note): ListItem {
  const updates = childrenOf(note, 'update').map(composeUpdate)
  return item([text(childOf(note, 'date')?.raw ?? '')], bullets(updates))
}

/**
 * The line of a goal or task. Where its text ends with what would be taken for a joint to the
 * status, the status opens the line.
 *
 * ```wikitext
 * [stretch] KR1: Wind the clocks {{done}} but not the bells
 * {{done}} Wind the clocks:
 * ```
 */
function entry(node: Goal | Task, usual: ItemKind, vocabulary: Vocabulary): PhrasingContent[] {
  const content = [
    ...(node.stretch ? [text(`[${vocabulary.labels.stretch[0]}] `)] : []),
    ...opening(node, usual, vocabulary),
    ...tidy(contentOf(node))
  ]
  const statuses = childrenOf(node as Goal, 'status')
  const remark = tidy(childOf(node as Goal, 'remark')?.children ?? [])
  const joint = /[:–—-]$/.test(toText(content))
  return tidy(
    joint
      ? [...statuses.flatMap((status) => [status, text(' ')]), ...content]
      : [
          ...content,
          ...statuses.flatMap((status) => [text(' '), status]),
          ...(remark.length > 0 ? [text(' '), ...remark] : [])
        ]
  )
}

/** The code, with the word for what has it where its place does not say that: `Task C101: `, `Key result: `. */
function opening(
  {kind, code}: Goal | Task,
  usual: ItemKind,
  {labels}: Vocabulary
): PhrasingContent[] {
  const names = kind === 'goal' ? [] : labels[kind]
  const isUsual =
    kind === usual ||
    kind === 'goal' ||
    (kind === 'keyResult' && code?.startsWith('KR')) ||
    wordAt(code ?? '', 0, names) !== undefined
  const word = isUsual ? undefined : names[0]
  const words = [word, code].filter((part) => part !== undefined && part !== null)
  return words.length > 0 ? [text(`${words.join(' ')}: `)] : []
}

/** What goals are under their heading, where nothing else is said. */
function goalKindOf([first]: readonly Goal[]): ItemKind {
  return first!.kind === 'task' ? 'goal' : first!.kind
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
      const date = childOf(note, 'date')
      if (index === 0 && date === undefined && updates.length > 0) return updates
      const line = date === undefined ? `${labels.note[0]}:` : `${labels.note[0]}: ${date.raw}`
      return [paragraph([strong([text(line)])]), ...updates]
    })
  ]
}

function composeUpdate(update: Update): ListItem {
  return item(tidy(contentOf(update)), bullets(childrenOf(update, 'update').map(composeUpdate)))
}
