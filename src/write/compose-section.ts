/** The part of `compose` below a section's heading. */
import {deepestHeading} from '../document/depth.ts'
import {toText} from '../document/plain-text.ts'
import {contentOf, sectionOf, statementOf} from '../plan/model.ts'
import {readSectionHeading, splitHeading} from '../plan/recognize/headings.ts'
import type {FlowContent, ListItem, Paragraph, PhrasingContent} from '../document/types.ts'
import type {
  Dependencies,
  Field,
  Goal,
  ItemKind,
  Note,
  PrimaryTeams,
  Section,
  SectionKind,
  Task,
  Team,
  Update
} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/types.ts'
import type {Kept, Written} from './kept.ts'
import {bullets, emphasis, heading, item, paragraph, strong, text} from './builders.ts'
import {childOf, childrenOf} from '../document/children.ts'
import {wordAt} from '../plan/recognize/words.ts'
import {tidy} from './tidy.ts'

/** What composing needs at every node. */
export interface Context {
  vocabulary: Vocabulary
  /** What stands beside the plan. */
  kept: Kept
}

/**
 * A section with all that is in it; without a heading, its content stands on the heading's level. Inner sections
 * come last: what follows the heading of one is that one's.
 */
export function composeSection(section: Section, depth: number, context: Context): FlowContent[] {
  const {kept} = context
  const below = section.heading === null ? depth : depth + 1
  const behind = (node: object | undefined): FlowContent[] => bullets(kept.behind(node, below))
  const opening = bullets(kept.opening(section, below))
  return [
    ...(section.heading === null ? [] : [heading(depth, [text(section.heading)])]),
    ...composeKind(section, opening, context),
    ...opening,
    ...composeStatement(section, context),
    ...behind(childOf(section, 'statement')),
    ...composeObjectives(section, below, context),
    ...composeTeams(section, context),
    ...teamLines(section).flatMap(behind),
    ...childrenOf(section, 'field').flatMap((field) => [
      paragraph(composeField(field)),
      ...behind(field)
    ]),
    ...composeGoals(childrenOf(section, 'goal'), below, context),
    ...composeNotes(childrenOf(section, 'note'), below, context),
    ...childrenOf(section, 'section').flatMap((inner) => [
      ...composeSection(inner, below, context),
      ...behind(inner)
    ])
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
function composeKind(
  section: Section,
  opening: readonly FlowContent[],
  {vocabulary}: Context
): FlowContent[] {
  const {kind, heading} = section
  if (heading === null || readSectionHeading(heading, vocabulary)?.kind === kind) return []
  const goals = childrenOf(section, 'goal')
  const owners = childrenOf(section, 'field').flatMap(
    ({name}) => vocabulary.fields.find((entry) => entry.name === name)?.section ?? []
  )
  const said = owners[0] ?? (goals[0] && (goals.some(isMeasured) ? 'objective' : 'group'))
  if (said === kind || opening.some((line) => isWordFor(kind, line, vocabulary))) return []
  return [paragraph([emphasis([text(vocabulary.headings[kind][0] ?? kind)])])]
}

/** Whether a line is the word for a kind of section, as the page has it. */
function isWordFor(kind: SectionKind, line: FlowContent, {headings}: Vocabulary): boolean {
  const word = line.type === 'paragraph' ? toText(line).toLowerCase() : ''
  return headings[kind].some((known) => known.toLowerCase() === word)
}

function isMeasured({kind}: Goal): boolean {
  return sectionOf[kind] === 'objective'
}

/** The statement; not where the heading has it already (`Outcome 1: All ferries keep time`). */
function composeStatement(section: Section, {vocabulary}: Context): FlowContent[] {
  const held = splitHeading(section.heading, vocabulary).statement
  // What is bold in a team's section is a goal.
  const mark = section.kind === 'team' ? emphasis : strong
  const statement = statementOf(section)
  if (!statement || toText(statement) === held) return []
  return [paragraph([mark(tidy(statement.children))])]
}

/** The objectives; a team's have a heading, as a list of a team is one of goals. */
function composeObjectives(
  section: Section,
  depth: number,
  {vocabulary, kept}: Context
): FlowContent[] {
  const objectives = childrenOf(section, 'objective')
  const isHeaded = section.kind === 'team' && objectives.length > 0
  return [
    ...(isHeaded ? [heading(depth, [text(vocabulary.headings.statement[0] ?? '')])] : []),
    ...bullets(
      objectives.flatMap((node) => [item(tidy(node.children)), ...kept.behind(node, depth)])
    )
  ]
}

function teamLines(parent: Section | Goal | Task): (Dependencies | PrimaryTeams)[] {
  const lines = parent as Section
  return [...childrenOf(lines, 'dependencies'), ...childrenOf(lines, 'primaryTeams')]
}

/**
 * The teams, as one line.
 *
 * ```wikitext
 * ''Dependencies on: Lighthouse Keepers; Primary teams: Piers, Boats''
 * ```
 */
function composeTeams(parent: Section | Goal | Task, {vocabulary: {labels}}: Context): Paragraph[] {
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
function composeGoals(goals: Goal[], depth: number, context: Context): FlowContent[] {
  const {vocabulary, kept} = context
  const isList =
    depth >= deepestHeading ||
    goals.every((goal) => childrenOf(goal, 'task').length === 0) ||
    goals.some(hasMore)
  return runsOf(goals).flatMap((run) => [
    heading(depth, [text(vocabulary.headings[goalHeadings[run[0]!.kind]][0] ?? '')]),
    ...bullets(
      isList
        ? composeItems(run, goalKindOf(run), depth, context)
        : run.flatMap((goal) => [
            heading(depth + 1, entry(goal, goalKindOf(run), vocabulary)),
            ...kept.opening(goal, depth + 2),
            ...composeItems(childrenOf(goal, 'task'), 'task', depth + 2, context),
            ...kept.behind(goal, depth)
          ])
    )
  ])
}

/** Items of a list, and what stands between them. */
function composeItems(
  nodes: readonly (Goal | Task)[],
  usual: ItemKind,
  depth: number,
  context: Context
): Written[] {
  const {kept} = context
  return nodes.flatMap((node) => {
    const own = itemOf(node, usual, context)
    return [own, ...kept.outside(), ...kept.behind(node, depth)]
  })
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
function itemOf(node: Goal | Task, usual: ItemKind, context: Context): ListItem {
  const {kept} = context
  const inner = node as Goal
  const hasLines = teamLines(node).length > 0 || childrenOf(inner, 'field').length > 0
  const behind = (line: object): Written[] => kept.inItem(kept.behind(line, 0), hasLines)
  return item(
    entry(node, usual, context.vocabulary),
    bullets([
      ...kept.inItem(kept.opening(node, 0), hasLines),
      ...composeTeams(node, context),
      ...teamLines(node).flatMap(behind),
      ...childrenOf(inner, 'field').flatMap((field) => [
        paragraph(composeField(field)),
        ...behind(field)
      ]),
      ...childrenOf(inner, 'note').flatMap((note) => [noteItem(note, kept), ...behind(note)]),
      ...childrenOf(inner, 'task').flatMap((task) => [
        itemOf(task, 'task', context),
        ...behind(task)
      ])
    ])
  )
}

/** `July 23, 2031: The key was under the mat.` */
function noteItem(note: Note, kept: Kept): ListItem {
  return item([text(childOf(note, 'date')?.raw ?? '')], bullets(updatesOf(note, kept)))
}

/** The updates of a note or update, within an item of a list. */
function updatesOf(parent: Note | Update, kept: Kept): Written[] {
  return [
    ...kept.inItem(kept.opening(parent, 0)),
    ...childrenOf(parent as Note, 'update').flatMap((update) => [
      composeUpdate(update, kept),
      ...kept.inItem(kept.behind(update, 0))
    ])
  ]
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
function composeNotes(notes: Note[], depth: number, {vocabulary, kept}: Context): FlowContent[] {
  if (notes.length === 0) return []
  const {headings, labels} = vocabulary
  return [
    heading(depth, [text(headings.status[0] ?? '')]),
    ...notes.flatMap((note, index) => {
      const content = bullets([
        ...kept.opening(note, 0),
        ...childrenOf(note, 'update').flatMap((update) => [
          composeUpdate(update, kept),
          ...kept.outside(),
          ...kept.behind(update, 0)
        ]),
        ...kept.behind(note, depth)
      ])
      const date = childOf(note, 'date')
      if (index === 0 && date === undefined && childrenOf(note, 'update').length > 0) return content
      const line = date === undefined ? `${labels.note[0]}:` : `${labels.note[0]}: ${date.raw}`
      return [paragraph([strong([text(line)])]), ...content]
    })
  ]
}

function composeUpdate(update: Update, kept: Kept): ListItem {
  return item(tidy(contentOf(update)), bullets(updatesOf(update, kept)))
}
