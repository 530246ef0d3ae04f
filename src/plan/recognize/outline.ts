import {deepestHeading} from '../../document/depth.ts'
import {positioned} from '../../document/phrasing.ts'
import type {RecognizeOptions} from './options.ts'
import {hasBracketedStatus} from './item-line.ts'
import {fiscalYearOf, hasPlanWord} from './fiscal-year.ts'
import {sectionOfKind} from './headings.ts'
import {itemsOf, paragraphOf} from './items.ts'
import {newSection} from './section-heading.ts'
import {canHold, isAbove} from '../model.ts'
import type {Block} from './blocks.ts'
import type {GoalTable} from './tables/places.ts'
import type {Problem} from './messages.ts'
import type {ReadStated, StatedQuarter} from './quarters.ts'
import type {Paragraph, Position, Table} from '../../document/types.ts'
import type {
  Goal,
  ItemKind,
  KeptContent,
  Note,
  Numbers,
  Period,
  Plan,
  PlanContentMap,
  Section,
  SectionKind
} from '../types.ts'

/** Where in a plan the reading stands: what the next block means depends on it. */
export type Place = 'intro' | 'section' | 'goals' | 'notes' | 'after'

/** A heading before the first section: one of them is the plan's own. */
export interface IntroHeading {
  text: string
  /** Whether fields or a section stand directly under it. */
  above: boolean
  /** Whether it is the page's title, too. */
  title?: boolean
}

type Container =
  Plan | Period | Section | Goal | Note | PlanContentMap['task'] | PlanContentMap['update']

/** A section that is open, how deep its heading stands, and whether it has goals of its own. */
interface OpenSection {
  node: Section
  depth: number
  hasGoals: boolean
}

/**
 * The plan as far as it has been read, and where its reading stands.
 *
 * Nodes that are kept in place wait until it is clear what they stand in: between two tasks they are the
 * goal's, between two sections the period's.
 */
export class Outline {
  readonly plan: Plan
  readonly options: RecognizeOptions
  readonly headings: IntroHeading[] = []
  readonly problems: Problem[] = []
  at: Place = 'intro'
  period: Period | undefined
  goal: Goal | undefined
  /** Whether goals of the section are headings: then a plain line over a list is none. */
  hasHeadedGoals = false
  note: Note | undefined
  /** The depth of the newest section's heading: 0 before the first of a period. */
  sectionDepth = 0
  /** The depth of the first heading that the plan has of its own. */
  firstDepth: number | undefined
  /** The depth of the heading over the goals. */
  goalsDepth: number | undefined
  /** The depth of the heading over the section's statement. */
  statementDepth: number | undefined
  /** The goal that a later heading is about, and how deep that stands: what follows is said of it. */
  told: {goal: Goal; section: Section; depth: number} | undefined
  /** What the heading over the goals calls them. */
  itemKind: ItemKind = 'goal'
  /** A title written on the page. */
  title: string | null = null
  /** The paragraph that the section's statement is of: its next line may go on with it. */
  paragraph: Paragraph | undefined
  /** The tables that were looked at, and which of them have goals. */
  readonly tables = new Map<Table, GoalTable | undefined>()
  /** The quarter that a sentence before the plan says the page has goals for. */
  sentence: StatedQuarter | undefined
  /** The numbers of the section before, as long as a lower one opens a new period. */
  numbers: Numbers | undefined
  /** The open sections, each within the one before it. */
  #open: OpenSection[] = []
  #pending: KeptContent[] = []
  #stated: StatedQuarter | undefined
  /** What a line of navigation says: any other statement is surer. */
  #led: StatedQuarter | undefined
  /** The heading over goals that are yet to come. */
  #goalsHeading: {position: Position | undefined} | undefined
  /** Whether the section has a goal. */
  #hasGoals = false
  /** The section's goals by their codes. */
  readonly #coded = new Map<string, Goal>()

  readonly #blocks: readonly Block[]
  #hasBrackets: boolean | undefined

  constructor(options: RecognizeOptions, blocks: readonly Block[]) {
    this.options = options
    this.#blocks = blocks
    this.plan = {
      type: 'plan',
      dialect: options.dialect,
      title: null,
      heading: null,
      fiscalYear: null,
      source: null,
      children: []
    }
  }

  /** Whether lists under headings are goals: the page says that it has some, and items of it have a status in brackets. */
  get listsGoals(): boolean {
    return (
      this.sentence !== undefined &&
      (this.#hasBrackets ??= this.#blocks.some(hasBracketedItem(this.options)))
    )
  }

  /** Whether the page has said that it is a plan: by its quarter, a section, or a heading with the fiscal year. */
  get isPlan(): boolean {
    const {vocabulary} = this.options
    return (
      this.stated !== undefined ||
      (this.period?.label ?? null) !== null ||
      (this.section && !commonSections.has(this.section.kind)) ||
      this.headings.some(
        ({text}) => hasPlanWord(text, vocabulary) && fiscalYearOf(text, vocabulary) !== null
      )
    )
  }

  /** Whether nothing stands between the heading over the goals and what comes now. */
  get isUnderGoals(): boolean {
    const shown = this.#pending.findLast(({type}) => type !== 'comment' && type !== 'html')
    return !this.#hasGoals && (shown?.type ?? 'heading') === 'heading'
  }

  /** Puts a node at the end of another that is open, with what waits before it. */
  place<T extends Container>(parent: T, node: T['children'][number]): void {
    const children: unknown[] = parent.children
    for (const kept of this.#pending) children.push(kept)
    this.#pending = []
    children.push(node)
    if (node.type !== 'goal') return
    this.#hasGoals = true
    const open = this.#open.at(-1)
    if (open) open.hasGoals = true
    if (node.code) this.#coded.set(node.code.toLowerCase(), node)
  }

  /** Keeps a node that is no part of the plan. */
  keep(node: KeptContent): void {
    if (node.type !== 'comment' && node.type !== 'html') this.paragraph = undefined
    this.#pending.push(node)
  }

  /** A period that the page names, or that is to be inferred (`label` is `null`). */
  openPeriod(label: string | null, quarter: number | null, position: Position | undefined): Period {
    this.closeSections()
    this.#endPeriod()
    if (label === null && this.stated) ({label, quarter} = this.stated)
    const period: Period = {
      type: 'period',
      id: '',
      label,
      quarter,
      start: null,
      end: null,
      inferred: label === null,
      children: [],
      position: undefined
    }
    this.place(this.plan, positioned(period, position))
    this.period = period
    this.sectionDepth = 0
    this.numbers = undefined
    this.at = 'intro'
    return period
  }

  /** The page says what quarter it is about; the first such statement holds where no heading says another. */
  state(read: ReadStated, text: string): void {
    this.#stated ??= read(text, this.options.vocabulary)
  }

  /** A line may lead to the quarters beside the page's own. */
  lead(read: ReadStated, text: string): void {
    this.#led ??= read(text, this.options.vocabulary)
  }

  /** The quarter that the page says it is about. */
  get stated(): StatedQuarter | undefined {
    return this.#stated ?? this.#led
  }

  /** The innermost section that is open. */
  get section(): Section | undefined {
    return this.#open.at(-1)?.node
  }

  /**
   * Opens a section at its heading: within the one before it where its heading is deeper and its kind stands further
   * down, else beside the last that is as deep.
   */
  openSection(section: Section, depth: number): void {
    this.#leave()
    while (this.section && !this.#isWithinLast(section.kind, depth)) this.#open.pop()
    const parent = this.section ?? this.period ?? this.openPeriod(null, null, section.position)
    this.place(parent, section)
    this.#open.push({node: section, depth, hasGoals: false})
    this.sectionDepth = depth
    this.at = 'section'
  }

  /** Whether a section with such a heading would stand within another one. */
  isInner(kind: SectionKind, depth: number): boolean {
    return this.#open.some((open) => this.#holds(open, kind, depth))
  }

  #isWithinLast(kind: SectionKind, depth: number): boolean {
    const last = this.#open.at(-1)!
    return last.node.heading !== null && this.#holds(last, kind, depth)
  }

  /**
   * Whether a heading of a kind and depth stands within a section. On the deepest level the kinds alone say so; in text
   * too, whose levels are lost, but there a section that has goals has come to its end.
   */
  #holds({node, depth: outer, hasGoals}: OpenSection, kind: SectionKind, depth: number): boolean {
    if (depth > outer || (depth === deepestHeading && outer === deepestHeading))
      return canHold(node.kind, kind)
    const isLost = this.options.dialect === 'text' && depth === outer
    return isLost && !hasGoals && isAbove(node.kind, kind)
  }

  /** Closes the sections whose headings are as deep as one that is no section's, or deeper; all for depth 0. */
  closeSections(depth = 0): void {
    this.#leave()
    while (this.section && this.#open.at(-1)!.depth >= depth) this.#open.pop()
  }

  /** A heading over goals or notes is that of the section that stands above it; on the deepest level, of the last. */
  returnTo(depth: number | undefined): void {
    if (depth === undefined || depth === deepestHeading) return
    while (
      this.#open.length > 1 &&
      this.#open.at(-1)!.depth >= depth &&
      this.#open.at(-2)!.depth < depth
    ) {
      this.#leave()
      this.#open.pop()
    }
  }

  /** Ends what is open within the section. */
  #leave(): void {
    this.#endGoals()
    this.#hasGoals = false
    this.#coded.clear()
    this.goal = undefined
    this.note = undefined
    this.told = undefined
    this.goalsDepth = undefined
    this.statementDepth = undefined
    this.hasHeadedGoals = false
    this.itemKind = 'goal'
  }

  /** The section that goals stand in; one without a heading where the page has not opened any. */
  sectionAt(position: Position | undefined): Section {
    if (!this.section) {
      const {at, itemKind} = this
      const section = newSection(null, sectionOfKind('group'), position)
      const goals = this.#goalsHeading
      const depth = this.sectionDepth
      this.#goalsHeading = undefined
      this.openSection(section, 7)
      this.#goalsHeading = goals
      this.sectionDepth = depth
      this.itemKind = itemKind
      this.at = at
    }
    return this.section!
  }

  /** A heading over goals; where nothing follows it, that is reported. */
  openGoals(items: ItemKind, position: Position | undefined, depth: number | undefined): void {
    this.#endGoals()
    this.#goalsHeading = {position}
    this.at = 'goals'
    this.goalsDepth = depth
    this.itemKind = items
    this.goal = undefined
    this.note = undefined
  }

  /** What follows is about a goal of the section, which stands above. */
  tell(code: string | null, depth: number): boolean {
    const {section} = this
    const goal = section && code ? this.#coded.get(code.toLowerCase()) : undefined
    if (!goal) return false
    this.leaveGoals()
    this.told = {goal, section: section!, depth}
    return true
  }

  /** Keeps a node that says something of a goal which stands above. */
  keepTold(node: KeptContent): void {
    if (this.told && this.at === 'notes') this.place(this.told.section, node)
  }

  /** What follows is no part of the goals. */
  leaveGoals(): void {
    this.#endGoals()
    this.goal = undefined
    this.at = 'after'
  }

  openNotes(): void {
    this.#endGoals()
    this.at = 'notes'
    this.goal = undefined
    this.note = undefined
  }

  /** A part of the plan follows the newest heading of the introduction. */
  touchHeading(): void {
    const heading = this.headings.at(-1)
    if (heading) heading.above = true
  }

  /** Nothing more comes; a page always has a period, if an empty one at its end. */
  end(position: Position | undefined): void {
    this.closeSections()
    this.#endPeriod()
    if (!this.plan.children.some((node) => node.type === 'period')) {
      this.openPeriod(null, null, position && {start: position.end, end: position.end})
    }
    for (const kept of this.#pending) this.plan.children.push(kept)
    this.#pending = []
  }

  report(problem: Problem): void {
    this.problems.push(problem)
  }

  /** What stands below the name of a period without sections is the period's, up to the next heading or tag. */
  #endPeriod(): void {
    const {period} = this
    if (!period || period.label === null || period.children.some(({type}) => type === 'section'))
      return
    const end = this.#pending.findIndex(({type}) => type === 'html' || type === 'heading')
    const own = this.#pending.splice(0, end < 0 ? this.#pending.length : end)
    for (const node of own) period.children.push(node)
  }

  #endGoals(): void {
    const heading = this.#goalsHeading
    this.#goalsHeading = undefined
    if (!heading || this.#hasGoals) return
    this.report({
      ruleId: 'goals-empty',
      reason: 'No goals under this heading',
      place: heading.position,
      note: 'Write goals as sub-headings, bold lines or list items, or take the heading out.'
    })
  }
}

function hasBracketedItem({vocabulary}: RecognizeOptions): (block: Block) => boolean {
  return (block) =>
    block.kind === 'list' &&
    itemsOf(block.node).some((item) => hasBracketedStatus(paragraphOf(item), vocabulary))
}

/** Kinds of sections that other pages have, too: teams of a cup play in groups. */
const commonSections = new Set<SectionKind>(['group', 'team'])
