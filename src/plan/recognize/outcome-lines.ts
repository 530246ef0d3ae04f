/**
 * What stands under an outcome's heading, before its goals: a statement, objectives, teams.
 */
import {itemsOf, nested, nestedFrom, ownPosition, paragraphOf} from './items.ts'
import {unwrap} from './lines.ts'
import {toStatement} from './statuses.ts'
import {readTeams} from './teams.ts'
import {concat, hasText, joint, positioned, span, trimNodes} from '../../document/phrasing.ts'
import type {Line} from './blocks.ts'
import type {Outline} from './outline.ts'
import type {ListItem, PhrasingContent, Position} from '../../document/types.ts'
import type {Objective} from '../types.ts'

/** Whether a line stands between a goal's title and its tasks: teams there are not the outcome's. */
export function isWithinGoal({goal}: Outline): boolean {
  return goal !== undefined && goal.children.every(({type}) => type !== 'task')
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
  const outcome = outline.outcomeAt(position)
  outline.goal = undefined
  for (const team of teams) outline.place(outcome, team)
  return true
}

/** The outcome's statement: its first lines of running text. */
export function readOutcomeLine(outline: Outline, block: Line): void {
  const outcome = outline.outcomeAt(block.position)
  const last = outcome.children.at(-1)
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
  } else if (outcome.children.every(({type}) => type !== 'statement' && type !== 'objective')) {
    const statement = toStatement(trimNodes(block.children))
    if (statement) outline.place(outcome, positioned(statement, block.position))
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
      outline.outcomeAt(position),
      positioned<Objective>({type: 'objective', children: content, position: undefined}, position)
    )
  }
  for (const child of nestedFrom(item)) {
    if (child.type === 'list') for (const inner of itemsOf(child)) readObjective(outline, inner)
    else outline.keep(child)
  }
}
