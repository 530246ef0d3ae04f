/**
 * What stands under a section's heading, before its goals: a statement, objectives, teams, fields.
 */
import {itemsOf, nested, nestedFrom, ownPosition, paragraphOf} from './items.ts'
import {unwrap} from './lines.ts'
import {toStatement} from './item-line.ts'
import {readKnownField, readMarkedField} from './fields.ts'
import {fiscalYearAt, fiscalYearOf, hasPlanWord} from './fiscal-year.ts'
import {collapse} from '../../document/plain-text.ts'
import {readTeams} from './teams.ts'
import {sectionKinds, type SectionKind} from '../../vocabulary/section-kinds.ts'
import {skip, wordAt} from './words.ts'
import {
  concat,
  firstShown,
  flatten,
  hasText,
  joint,
  positioned,
  sliceTrimmed,
  span,
  trim,
  trimNodes
} from '../../document/phrasing.ts'
import type {Line} from './blocks.ts'
import type {Outline} from './outline.ts'
import type {ListItem, PhrasingContent, Position} from '../../document/types.ts'
import type {Goal, Objective} from '../types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

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

/** A labelled line of a section before its goals is a field of it. */
export function readSectionField(outline: Outline, {children, position}: Line): boolean {
  const field = readMarkedField(children, position, outline.options.vocabulary)
  if (!field) return false
  outline.paragraph = undefined
  outline.place(outline.sectionAt(position), field)
  return true
}

/**
 * The kind of section that a line is the word for.
 *
 * ```markdown
 * | == Access ==
 * | ''Program''
 * ```
 */
export function kindWord({form, text}: Line, {headings}: Vocabulary): SectionKind | undefined {
  if (form !== 'emphasis' || text.length > 40) return undefined
  const word = text.trim().toLowerCase()
  return sectionKinds.find((kind) => headings[kind].some((known) => known.toLowerCase() === word))
}

/** The first lines of running text in a section are its statement. */
export function readSectionLine(outline: Outline, block: Line): void {
  const section = outline.sectionAt(block.position)
  if (kindWord(block, outline.options.vocabulary) === section.kind) return outline.keep(block.node)
  if (readYear(outline, block)) return outline.keep(block.node)
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
    const label = statementLabel(block.children, outline.options.vocabulary)
    const statement = toStatement(sliceTrimmed(block.children, label))
    if (statement) outline.place(section, positioned(statement, block.position))
  } else return outline.keep(block.node)
  outline.paragraph = block.form === 'plain' ? block.paragraph : undefined
}

/**
 * Whether a line under the first heading says the plan's year, which is no statement of the section.
 *
 * ```markdown
 * | = Louder halls =
 * | FY31/32 Priority OKR for the Music Department
 * ```
 */
function readYear({headings, options: {vocabulary}}: Outline, {form, text}: Line): boolean {
  const words = collapse(text)
  const isYear =
    form === 'plain' &&
    fiscalYearAt(words, 0, vocabulary) !== undefined &&
    hasPlanWord(words, vocabulary) &&
    !words.endsWith('.')
  if (!isYear || headings.some((heading) => fiscalYearOf(heading.text, vocabulary))) return false
  headings.push({text: words, above: false})
  return true
}

/**
 * Where a statement begins behind its label.
 *
 * ```markdown
 * | '''Objective:''' Guests come back.
 *                   ^
 * ```
 */
function statementLabel(children: readonly PhrasingContent[], {labels}: Vocabulary): number {
  const first = firstShown(children)
  if (first?.type !== 'strong' && first?.type !== 'emphasis') return 0
  const text = flatten(children)
  const start = trim(text)[0]
  const word = wordAt(text, start, labels.statement)
  const end = word ? skip(text, start + word.length, /\s/) : 0
  return text[end] === ':' && end > 0 ? end + 1 : 0
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
  const {vocabulary} = outline.options
  const isAmongFields = outline.section?.children.at(-1)?.type === 'field'
  const field =
    readMarkedField(paragraphOf(item), position, vocabulary) ??
    (isAmongFields ? readKnownField(paragraphOf(item), position, vocabulary) : undefined)
  if (!hasText(children)) {
    if (nested(item).length === 0) outline.keep(item)
  } else if (field) outline.place(outline.sectionAt(position), field)
  else if (!readTeamsLine(outline, children, position)) {
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
