/**
 * What a heading, a title or a tab opens, and lines that are headings in all but markup.
 */
import {deepestHeading} from '../../document/depth.ts'
import {readMarkedField} from './fields.ts'
import {isPartOf, openGoal} from './goals.ts'
import {paragraphOf} from './items.ts'
import {readItemLine} from './item-line.ts'
import {sectionOf} from '../model.ts'
import {readHeading, sectionOfKind} from './headings.ts'
import {kindWord} from './section-lines.ts'
import {readNote} from './notes.ts'
import {openSection} from './section-heading.ts'
import {openNote} from './updates.ts'
import {goalTableOf, kindOfTable, openQuarterOf} from './tables/index.ts'
import {withLabel} from './tab-label.ts'
import {skip} from './words.ts'
import {flatten, mark, spanning} from '../../document/phrasing.ts'
import {collapse} from '../../document/plain-text.ts'
import {fiscalYearOf, hasPlanWord} from './fiscal-year.ts'
import {quarterInHeading, quarterInTitle, quarterOfYear, readQuarter} from './quarters.ts'
import type {Block, HeadingBlock, Line, TabBlock, TitleBlock} from './blocks.ts'
import type {HeadingMeaning} from './headings.ts'
import type {Outline} from './outline.ts'
import type {PhrasingContent} from '../../document/types.ts'
import type {HeadingWithParts, KeptContent, Label, SectionKind} from '../types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** A heading's flattened text with blanks for its statuses: they are no part of its words. */
export function wordsOf(text: string): string {
  return text.replaceAll(mark, ' ').trimEnd()
}

export function readTitle(outline: Outline, {node}: TitleBlock): number {
  const text = wordsOf(flatten(node.children))
  const {title, vocabulary} = outline.options
  // The article `Goal` opens with its title, and no goals stand under it.
  const meaning = text === title ? undefined : readHeading(text, vocabulary)
  if (meaning && meaning.kind !== 'statement' && !isCoded(meaning, text)) {
    return readHeadingBlock(outline, {
      kind: 'heading',
      node: {...node, type: 'heading', depth: 1},
      children: node.children
    })
  }
  outline.title = collapse(text)
  outline.state(quarterInTitle, outline.title)
  outline.headings.push({text: outline.title, above: false, title: true})
  outline.place(outline.plan, node)
  return 1
}

/** @param below What stands in the tab: its first lines may say that it is a team's. */
export function readTab(
  outline: Outline,
  {label, node}: TabBlock,
  below: readonly (Block | undefined)[]
): number {
  const {vocabulary} = outline.options
  const words = collapse(label)
  const quarter = readQuarter(words, vocabulary) ?? quarterOfYear(words, vocabulary)
  if (quarter) {
    const period = outline.openPeriod(words, quarter, node.position)
    outline.place(period, withLabel(node))
  } else if (isTeamTab(outline, below)) {
    openSection(outline, sectionOfKind('team'), withLabel(node), [{type: 'text', value: words}], 1)
  } else {
    outline.keep(node)
    if (outline.section) outline.at = 'after'
    outline.closeSections()
  }
  return 1
}

/**
 * Whether a tab that is no quarter is a team's, by its first lines: who is responsible, or a goal.
 *
 * ```markdown
 * | |-|Clocks=
 * | '''Team Manager:''' Nadia Invented
 * ```
 */
function isTeamTab(outline: Outline, [first, second]: readonly (Block | undefined)[]): boolean {
  const {vocabulary} = outline.options
  if (kindOfOwner(first, vocabulary)) return true
  if (first?.kind === 'table') return goalTableOf(first.node, outline) !== undefined
  if (first?.kind === 'heading')
    return readHeading(wordsOf(flatten(first.children)), vocabulary)?.kind === 'goals'
  return first?.kind === 'line' && first.form === 'strong' && second?.kind === 'list'
}

/**
 * @param below The lines behind the heading, and the first block that is none: they may say what it is where its own
 *   words do not.
 */
export function readHeadingBlock(
  outline: Outline,
  block: HeadingBlock,
  below: () => readonly Block[] = () => []
): number {
  const {node, children} = block
  const text = wordsOf(flatten(children))
  const meaning = meaningOf(outline, block, below, text)
  if (meaning) outline.firstDepth ??= node.depth
  if (outline.told && !(meaning?.kind === 'status' && node.depth > outline.told.depth))
    outline.told = undefined
  if (meaning?.kind === 'section') {
    const table = below().at(-1)
    if (table?.kind === 'table') openQuarterOf(outline, table.node, node.position)
    openSection(outline, meaning.section, node, children, node.depth)
  } else if (meaning?.kind === 'period') {
    openNamedPeriod(outline, text, meaning.quarter, node, children)
  } else if (meaning?.kind === 'goals' || meaning?.kind === 'status') {
    openPart(outline, meaning, node, node.depth)
  } else if (meaning?.kind === 'statement' && outline.section) {
    outline.statementDepth = node.depth
    outline.place(outline.section, node)
  } else if (meaning?.kind === 'end') {
    leaveSection(outline, node)
  } else readOtherHeading(outline, block, text, below)
  return 1
}

/** What a heading means by its words, or by what stands directly under it. */
function meaningOf(
  outline: Outline,
  block: HeadingBlock,
  below: () => readonly Block[],
  text: string
): HeadingMeaning | undefined {
  const {at, options} = outline
  const meaning = readHeading(text, options.vocabulary)
  if (meaning?.kind === 'statement') return at === 'section' ? meaning : undefined
  if (meaning && !isCoded(meaning, text)) return meaning
  if (
    meaning &&
    isGoalHeading(outline, block.node.depth) &&
    (at === 'goals' || isInner(outline, meaning)) &&
    !isOverTable(outline, below())
  )
    return undefined
  if (text.trim() === '' || (at === 'intro' && namesPlan(text, options.vocabulary)))
    return undefined
  if (quarterOfYear(text, options.vocabulary)) return undefined
  const kind = kindUnder(outline, block, below())
  if (!kind) return meaning
  const section = meaning?.kind === 'section' ? meaning.section : sectionOfKind(kind)
  return {kind: 'section', section: {...section, kind}}
}

/** Whether a table stands under a heading of a text, whose levels are lost: it is no goal. */
function isOverTable({options: {dialect}}: Outline, below: readonly Block[]): boolean {
  return dialect === 'text' && below.at(-1)?.kind === 'table'
}

/** Whether a heading's code continues that of the section that it stands in. */
function isInner({section}: Outline, meaning: HeadingMeaning): boolean {
  const code = meaning.kind === 'section' ? meaning.section.code : null
  return code !== null && isPartOf(section?.code ?? null, code.value)
}

/** Whether a heading before the plan is the plan's own. */
function namesPlan(text: string, vocabulary: Vocabulary): boolean {
  return hasPlanWord(text, vocabulary) || fiscalYearOf(text, vocabulary) !== null
}

/** Whether it is a code alone that makes a heading a section's: a page's title may have one, too. */
function isCoded(meaning: HeadingMeaning, text: string): boolean {
  return meaning.kind === 'section' && meaning.section.code?.from === skip(text, 0, /\s/)
}

/**
 * The kind of section that a heading opens by what stands directly under it: a heading of goals, or who is
 * responsible for them, or with lines between a table of goals.
 *
 * ```markdown
 * | == Other work ==       == Piers that change ==
 * | === Goals ===          '''Objective Manager:''' Cora Fictive
 * ```
 */
function kindUnder(
  outline: Outline,
  {node}: HeadingBlock,
  below: readonly Block[]
): SectionKind | undefined {
  const {vocabulary} = outline.options
  let said: SectionKind | undefined
  for (let at = 0; at < below.length && !said; at++) said = kindOfLine(below[at]!, vocabulary)
  if (said && !(said === 'group' && isGoalHeading(outline, node.depth))) return said
  // Among goals that are headings, one with tasks under it is a goal, too.
  if (outline.at === 'goals' && outline.goal && isGoalHeading(outline, node.depth)) return undefined
  const last = below.at(-1)
  if (last?.kind === 'table') {
    const table = goalTableOf(last.node, outline)
    return table && kindOfTable(table)
  }
  if (last?.kind === 'heading' && last.node.depth === node.depth + 1) {
    const meaning = readHeading(wordsOf(flatten(last.children)), vocabulary)
    return meaning?.kind === 'goals' ? sectionOf[meaning.items] : undefined
  }
  // Before the plan, a list of fields is the plan's own.
  if (below[0]?.kind !== 'list') return undefined
  if (outline.listsGoals) return 'group'
  return outline.at === 'intro' ? undefined : kindOfOwner(below[0], vocabulary)
}

/** The kind of section that a line says: it names who is responsible, or is a word such as `Program` alone. */
function kindOfLine(block: Block, vocabulary: Vocabulary): SectionKind | undefined {
  if (block.kind !== 'line') return undefined
  return kindWord(block, vocabulary) ?? kindOfOwner(block, vocabulary)
}

/** The kind of section that a line or the first item of a list says, by whom it names as responsible. */
export function kindOfOwner(
  block: Block | undefined,
  vocabulary: Vocabulary
): SectionKind | undefined {
  const said =
    block?.kind === 'line'
      ? block.children
      : block?.kind === 'list' && block.node.children[0]
        ? paragraphOf(block.node.children[0])
        : []
  const field = readMarkedField(said, undefined, vocabulary)
  return vocabulary.fields.find(({name}) => name === field?.name)?.section
}

/** A period that a heading names, or a line that is one in all but markup. */
export function openNamedPeriod(
  outline: Outline,
  text: string,
  quarter: number,
  node: KeptContent,
  children: PhrasingContent[]
): void {
  const period = outline.openPeriod(collapse(text), quarter, node.position)
  const label = spanning<Label>({type: 'label', children, position: undefined})
  const heading = node.type === 'heading' ? {...node, children: [label]} : node
  outline.place(period, heading as HeadingWithParts)
}

/** A heading over goals or notes. */
function openPart(
  outline: Outline,
  meaning: Exclude<HeadingMeaning, {kind: 'period' | 'section' | 'statement'}>,
  node: KeptContent,
  depth: number | undefined
): void {
  outline.returnTo(depth)
  const {section} = outline
  if (section) outline.place(section, node)
  else outline.keep(node)
  if (meaning.kind === 'goals') outline.openGoals(meaning.items, node.position, depth)
  else outline.openNotes()
}

/** @param depth That of a heading that closes all sections as deep; all are closed without it. */
function leaveSection(outline: Outline, node: KeptContent, depth = 0): void {
  outline.closeSections(depth)
  outline.at = outline.at === 'intro' ? 'intro' : 'after'
  outline.keep(node)
}

/** A heading with words of its own: a goal, a note's date, or the start of something else. */
function readOtherHeading(
  outline: Outline,
  {node, children}: HeadingBlock,
  text: string,
  below: () => readonly Block[]
): void {
  if (outline.at === 'notes') {
    const note = readNote(children, outline.options.vocabulary)
    if (note) {
      outline.keepTold(node)
      openNote(outline, note, node.position)
      return
    }
  }
  const {vocabulary} = outline.options
  if (isAgain(outline, children, node.depth)) return outline.keep(node)
  const isGoal = isGoalHeading(outline, node.depth) && !isOverTable(outline, below())
  // Before the plan, one that says more is the plan's heading.
  const quarter = quarterOfYear(text, vocabulary, isGoal || outline.at === 'intro')
  if (quarter) return openNamedPeriod(outline, text, quarter, node, children)
  if (isGoal) {
    outline.at = 'goals'
    outline.hasHeadedGoals = true
    return openGoal(outline, children, node.position)
  }
  if (outline.at === 'intro') {
    outline.state(quarterInHeading, collapse(text))
    outline.headings.push({text: collapse(text), above: false})
    return outline.keep(node)
  }
  if (node.depth <= outline.sectionDepth) return leaveSection(outline, node, node.depth)
  if (outline.at === 'goals') outline.leaveGoals()
  outline.keep(node)
}

/**
 * Whether a heading is about a goal that stands above, under its section's other heading.
 *
 * ```markdown
 * | ;Key Result 1
 * | Write a plan for the last row.
 * | == Key Result 1: Plan for the last row ==
 *      ^^^^^^^^^^^^
 * ```
 */
function isAgain(outline: Outline, children: PhrasingContent[], depth: number): boolean {
  const {hasHeadedGoals, sectionDepth, options} = outline
  if (hasHeadedGoals || depth <= sectionDepth) return false
  const {code, kind} = readItemLine(children, options.vocabulary)
  return kind !== undefined && outline.tell(code, depth)
}

/**
 * Whether a heading without words of the vocabulary is a goal: under a goals' heading where it is
 * deeper than the section's, or where the page has all its headings on one level; under a section that
 * has no goals' heading where it is deeper. Goals of no section end with the goals' heading
 * unless they are headings of that level.
 */
function isGoalHeading(outline: Outline, depth: number): boolean {
  const {at, sectionDepth, goalsDepth, statementDepth = 0, hasHeadedGoals, section} = outline
  if (at === 'goals') {
    // Goals without a heading of their own stand under that of the statement.
    if (goalsDepth === undefined && !hasHeadedGoals && depth <= statementDepth) return false
    if (sectionDepth === 0)
      return (
        depth > (goalsDepth ?? 0) ||
        (depth === goalsDepth && (hasHeadedGoals || outline.isUnderGoals))
      )
    return (
      depth > sectionDepth ||
      (goalsDepth !== undefined && depth === goalsDepth && goalsDepth <= sectionDepth)
    )
  }
  return at === 'section' && section !== undefined && depth > sectionDepth
}

/**
 * A line that is a heading in all but markup: `'''Goals'''`, or any of a page whose markup is lost.
 *
 * @param next What stands behind the line.
 */
export function readAsHeading(outline: Outline, line: Line, next: Block | undefined): boolean {
  const {children, node} = line
  const text = wordsOf(line.text)
  const meaning = text.length < 200 ? readHeading(text, outline.options.vocabulary) : undefined
  if (!meaning || (meaning.kind === 'goals' && isDefined(outline, line, next))) return false
  if (meaning.kind === 'section') {
    const {numberParts, statement} = meaning.section
    if (numberParts.length === 0 || statement !== null) return false
    openSection(outline, meaning.section, node, children, deepestHeading)
  } else if (meaning.kind === 'period') {
    openNamedPeriod(outline, text, meaning.quarter, node, children)
  } else if (meaning.kind === 'end') leaveSection(outline, node)
  else if (meaning.kind !== 'statement') openPart(outline, meaning, node, undefined)
  else if (outline.at === 'section') outline.keep(node)
  else return false
  return true
}

/**
 * Whether a line is a word that the next one explains, as glossaries do, where no section is open.
 *
 * ```markdown
 * | ;Goal
 * | :The wooden frame behind the keeper
 * ```
 */
function isDefined({section}: Outline, {form, paragraph}: Line, next: Block | undefined): boolean {
  if (section || next?.kind !== 'line') return false
  if (form === 'term') return next.form === 'indented'
  const isExplained = form === 'strong' && next.form === 'plain' && next.paragraph === paragraph
  return isExplained && !next.text.trimEnd().endsWith(':')
}
