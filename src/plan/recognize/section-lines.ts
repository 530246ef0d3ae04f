/**
 * What stands under a section's heading, before its goals: a statement, objectives, teams, fields.
 */
import {itemsOf, nested, nestedFrom, ownPosition, paragraphOf} from './items.ts'
import {unwrap} from './lines.ts'
import {toStatement} from './item-line.ts'
import {readMarkedField} from './fields.ts'
import {readTeams} from './teams.ts'
import {concat, hasText, joint, positioned, span, trimNodes} from '../../document/phrasing.ts'
import type {Line} from './blocks.ts'
import type {Outline} from './outline.ts'
import type {ListItem, PhrasingContent, Position} from '../../document/types.ts'
import type {Goal, Objective} from '../types.ts'

/** The goal whose title a line stands behind and before its tasks: what it says is the goal's. */
export function openGoalOf({goal}: Outline): Goal | undefined {
  return goal?.children.every(({type}) => type !== 'task') ? goal : undefined
}

/** Together the nodes of a line cover all of it, markup included. */
export function readTeamsLine(
  outline: Outline,
  children: PhrasingContent[],
  position: Position | undefined,
  text?: string
): boolean {
  const teams = readTeams(children, outline.options.vocabulary, text)
  if (!teams) return false
  if (position && teams[0]?.position) teams[0].position.start = {...position.start}
  if (position && teams.at(-1)?.position) teams.at(-1)!.position!.end = {...position.end}
  const section = outline.sectionAt(position)
  outline.goal = undefined
  for (const team of teams) outline.place(section, team)
  return true
}

/** A labelled line of a section is a field of it; its first lines of running text are its statement. */
export function readSectionLine(outline: Outline, block: Line): void {
  const section = outline.sectionAt(block.position)
  const field = readMarkedField(block.children, block.position, outline.options.vocabulary)
  if (field) {
    outline.paragraph = undefined
    return outline.place(section, field)
  }
  const last = section.children.at(-1)
  const goesOn =
    last?.type === 'statement' &&
    block.form === 'plain' &&
    block.paragraph &&
    outline.paragraph === block.paragraph
  if (goesOn) {
    last.children = concat(
      concat(last.children, [lineEnd(outline, last.position, block.position)]),
      block.children
    )
    positioned(last, span([last, block]))
  } else if (section.children.every(({type}) => type !== 'statement' && type !== 'objective')) {
    const statement = toStatement(trimNodes(block.children))
    if (statement) outline.place(section, positioned(statement, block.position))
  } else return outline.keep(block.node)
  outline.paragraph = block.form === 'plain' ? block.paragraph : undefined
}

/** The line end between two lines of one text. */
function lineEnd(
  {options: {source}}: Outline,
  before: Position | undefined,
  after: Position | undefined
): PhrasingContent {
  if (!before || !after) return {type: 'text', value: '\n'}
  return joint({start: {...before.end}, end: {...after.start}}, source, '\n')
}

/** An item before the goals: teams, or an objective; its nested items are objectives too. */
export function readObjective(outline: Outline, item: ListItem): void {
  const {children} = unwrap(paragraphOf(item))
  const position = ownPosition(item)
  if (!hasText(children)) {
    if (nested(item).length === 0) outline.keep(item)
  } else if (!readTeamsLine(outline, children, position)) {
    const content = trimNodes(children)
    outline.place(
      outline.sectionAt(position),
      positioned<Objective>({type: 'objective', children: content, position: undefined}, position)
    )
  }
  for (const child of nestedFrom(item)) {
    if (child.type === 'list') for (const inner of itemsOf(child)) readObjective(outline, inner)
    else outline.keep(child)
  }
}
