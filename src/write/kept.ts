/**
 * What a plan's tree has beside the plan (introductions, tables, headings of something else), as content to be written
 * behind what it stands behind in the tree.
 *
 * What only makes the plan's own structure is none: headings such as `Goal(s)`, which are written anew, and the markup
 * of tables of goals, of tabs and of wrappers.
 */
import {nodesOf} from '../document/nodes.ts'
import {toText} from '../document/plain-text.ts'
import {readHeading} from '../plan/recognize/headings.ts'
import {readColumns} from '../plan/recognize/tables/columns.ts'
import {heading, paragraph} from './builders.ts'
import {phrasingOf} from './phrasing-of.ts'
import {clean, tidy} from './tidy.ts'
import type {
  DefinitionList,
  Dialect,
  FlowContent,
  Heading,
  ListItem,
  Position,
  Table,
  TableCell
} from '../document/types.ts'
import type {Goal, KeptContent, Plan} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/types.ts'

/** Kept content as it is written: an item joins the list around it. */
export type Written = FlowContent | ListItem

/** Any node of a plan's tree. */
interface AnyNode {
  type: string
  position?: Position | undefined
  children?: AnyNode[]
  heading?: string | null
  label?: string | null
}

const itemLines = ['dependencies', 'primaryTeams', 'field', 'note', 'task']

/** What is written on lines of its own, by what it stands in: kept content stands behind one of these. */
const anchors: ReadonlyMap<string, readonly string[]> = new Map([
  ['plan', ['field', 'period']],
  ['period', ['section']],
  ['section', [...itemLines, 'statement', 'objective', 'section', 'goal']],
  ['goal', itemLines],
  ['task', itemLines],
  ['note', ['update']],
  ['update', ['update']]
])

/** Kept content that stands together, and how deep its headings are among those of the same parent. */
interface Group {
  nodes: KeptContent[]
  parent: AnyNode
}

/** Where a plan's kept content stands. */
export interface KeptPlaces {
  /** By what it stands behind. */
  behind: ReadonlyMap<object, Group>
  /** By what it opens. */
  opening: ReadonlyMap<object, Group>
  /** The depth of the highest heading in a node. */
  depths: ReadonlyMap<object, number>
  /** The heading that the plan stands under. */
  heading: KeptContent | undefined
  /** Whether paragraphs have lines: those that follow each other are of one. */
  hasLines: boolean
}

/** No kept content. */
export const nothingKept: KeptPlaces = {
  behind: new Map(),
  opening: new Map(),
  depths: new Map(),
  heading: undefined,
  hasLines: false
}

/**
 * Finds the kept content of a plan.
 *
 * @param dialect what it is to be written in
 */
export function placesOfKept(plan: Plan, vocabulary: Vocabulary, dialect: Dialect): KeptPlaces {
  const behind = new Map<object, Group>()
  const opening = new Map<object, Group>()
  const depths = new Map<object, number>()
  const planHeading = headingOf(plan)
  const isTold = toldElsewhere(plan)
  collect(plan)
  const hasLines = plan.dialect === 'wikitext' || plan.dialect === 'markdown'
  return {behind, opening, depths, heading: planHeading, hasLines}

  function collect(parent: AnyNode): void {
    const anchored = anchors.get(parent.type)
    if (!anchored) return
    const status = parent.children?.find(({type}) => type === 'status')
    let at: AnyNode | undefined
    for (const child of parent.children ?? []) {
      if (anchored.includes(child.type)) {
        at = child
        collect(child)
      } else if (isContent(child, parent, status && toText(status))) {
        const groups = at ? behind : opening
        const group = groups.get(at ?? parent)
        if (group) group.nodes.push(child as KeptContent)
        else groups.set(at ?? parent, {nodes: [child as KeptContent], parent})
        if (child.type === 'heading') see(parent, (child as Heading).depth)
      }
    }
  }

  /** The plan's own heading is the measure of those beside it. */
  function see(parent: AnyNode, depth: number): void {
    const own =
      parent.type === 'plan' && planHeading?.type === 'heading' ? planHeading.depth : depth
    depths.set(parent, Math.min(own, depths.get(parent) ?? own))
  }

  /** @param status What a goal's own status says: a line with no more than that is another cell's. */
  function isContent(node: AnyNode, parent: AnyNode, status: string | undefined): boolean {
    const {type} = node
    if (node === planHeading) return true
    if (isTold(node)) return false
    if (type === 'html')
      return plan.dialect === 'markdown' && dialect === 'markdown' && isOwnHtml(node)
    if (type === 'comment')
      return plan.dialect === 'wikitext' && dialect === 'wikitext' && !isUnitMarker(node)
    if (type === 'tableRow') return isRow(node, vocabulary)
    if (type === 'heading' || type === 'paragraph')
      return !isStructure(node, parent, vocabulary) && !(status && toText(node) === status)
    if (type === 'listItem') return node.children!.length > 0
    return contentTypes.has(type)
  }
}

/**
 * What is kept where it stands, and written where it belongs: what goals share with another place of the page, and the
 * plan's heading where it stands in a section.
 */
function toldElsewhere(plan: Plan): (node: AnyNode) => boolean {
  const places = nodesOf<Goal>(plan, 'goal').flatMap(({shared}) =>
    (shared ?? []).flatMap(({position}) => position ?? [])
  )
  const lines = new Set(
    places.flatMap(({start, end}) =>
      Array.from({length: end.line - start.line + 1}, (_, at) => start.line + at)
    )
  )
  return ({type, position, children}) =>
    (position !== undefined && lines.has(position.start.line)) ||
    (type === 'paragraph' &&
      plan.heading !== null &&
      toText({type, children} as never) === plan.heading)
}

const contentTypes = new Set([
  ...['list', 'definitionList', 'definitionTerm', 'definitionDescription', 'table'],
  ...['tableCaption', 'thematicBreak', 'preformatted', 'redirect']
])

/** Whether HTML of Markdown is no mark of a table or list. */
function isOwnHtml(node: AnyNode): boolean {
  return /^[<[]/.test((node as {value?: string}).value ?? '')
}

/** Translate's mark of a unit, which is gone with the tags around it. */
function isUnitMarker(node: AnyNode): boolean {
  return /^T:\d+$/.test((node as {value?: string}).value ?? '')
}

/** Whether a row of a table of goals says anything of its own: the header's labels are in what the goals say. */
function isRow({children}: AnyNode, vocabulary: Vocabulary): boolean {
  const labels = (children ?? []).map(toText)
  const isHeader = readColumns(labels, vocabulary, true, () => true) !== undefined
  return labels.some((label) => label !== '') && !isHeader
}

/** Whether a line says what a section or period is called, or what of the plan stands below it. */
function isStructure(node: AnyNode, parent: AnyNode, vocabulary: Vocabulary): boolean {
  const isTitled = parent.type === 'section' || parent.type === 'period'
  const said = toText(node)
  if (isTitled && node === parent.children![0]) {
    const title = parent.type === 'section' ? parent.heading : parent.label
    if (title !== null && (node.type === 'heading' || said === title)) return true
  }
  const kind = said.length < 200 ? readHeading(said, vocabulary)?.kind : undefined
  return (
    kind === 'goals' || kind === 'status' || (kind === 'statement' && parent.type === 'section')
  )
}

/** The heading of the plan, or the line that is one, where the page has it: the last before its periods. */
function headingOf({heading, children}: Plan): KeptContent | undefined {
  const end = children.findIndex(({type}) => type === 'period')
  return heading === null
    ? undefined
    : (children
        .slice(0, end < 0 ? children.length : end)
        .findLast(
          (node) =>
            (node.type === 'heading' || node.type === 'paragraph') && toText(node) === heading
        ) as KeptContent | undefined)
}

/** Kept content as it is written. */
export class Kept {
  /** What each node that is written is written for. */
  readonly sources = new Map<Written, KeptContent[]>()
  /** Lines that go on with the paragraph of the line before. */
  readonly continued = new Set<Written>()
  readonly #places: KeptPlaces
  readonly #guarded: (node: KeptContent) => boolean
  #outside: Written[] = []

  /** @param isGuarded What would be read as a part of the plan: it is written as a table of one cell, which is none. */
  constructor(places: KeptPlaces, isGuarded: (node: KeptContent) => boolean = () => false) {
    this.#places = places
    this.#guarded = isGuarded
  }

  /** Whether the plan's heading stands among it. */
  get hasHeading(): boolean {
    return this.#places.heading !== undefined
  }

  /**
   * What opens a node.
   *
   * @param depth How deep the highest of its headings is.
   */
  opening(parent: object, depth: number): Written[] {
    return this.#write(this.#places.opening.get(parent), depth)
  }

  /** What stands behind a node. */
  behind(node: object | undefined, depth: number): Written[] {
    return node ? this.#write(this.#places.behind.get(node), depth) : []
  }

  /**
   * Of some content what can stand in an item of a list; the rest is `outside`.
   *
   * @param hasLines Whether the item has lines of the plan behind its own, which would be read with others.
   */
  inItem(content: readonly Written[], hasLines = false): Written[] {
    return content.filter((node) => {
      const isInner =
        node.type === 'listItem' ||
        (!hasLines && (node.type === 'paragraph' || node.type === 'definitionList'))
      if (!isInner) this.#outside.push(node)
      return isInner
    })
  }

  /** What could not stand in the items since it was last asked for. */
  outside(): Written[] {
    return this.#outside.splice(0)
  }

  #write(group: Group | undefined, depth: number): Written[] {
    if (!group) return []
    const written: Written[] = []
    let last: KeptContent | undefined
    let cell: FlowContent[] | undefined
    for (const node of group.nodes) {
      const content = this.#toWritten(node, group.parent, depth)
      const before = written.at(-1)
      if (node !== this.#places.heading && this.#guarded(node)) {
        if (!cell) written.push(tableOf((cell = [])))
        cell.push(content.type === 'listItem' ? listOf(content) : content)
        last = undefined
        continue
      }
      cell = undefined
      if (before?.type === 'definitionList' && isTerm(node) && last && isTerm(last)) {
        before.children.push(...(content as DefinitionList).children)
        this.sources.get(before)!.push(node)
      } else {
        if (this.#places.hasLines && last && areLines(last, node)) this.continued.add(content)
        written.push(content)
        this.sources.set(content, [node])
      }
      last = node
    }
    return written
  }

  #toWritten(node: KeptContent, parent: AnyNode, depth: number): Written {
    if (node === this.#places.heading) return heading(depth, tidy(phrasingOf(node)))
    switch (node.type) {
      case 'heading': {
        if (!['plan', 'period', 'section'].includes(parent.type))
          return paragraph(tidy(node.children))
        const level = depth + node.depth - this.#places.depths.get(parent)!
        return heading(Math.max(2, level), tidy(node.children))
      }
      case 'paragraph':
        return paragraph(tidy(node.children))
      case 'tableRow':
        return paragraph(tidy(phrasingOf(node, ' · ')))
      case 'tableCaption':
        return paragraph(tidy(phrasingOf(node)))
      case 'definitionTerm':
      case 'definitionDescription':
        return {type: 'definitionList', children: [clean(node)]}
      default:
        return clean(node) as Written
    }
  }
}

function isTerm({type}: KeptContent): boolean {
  return type === 'definitionTerm' || type === 'definitionDescription'
}

/**
 * Whether two nodes are lines of one paragraph that says nothing of a plan: with a colon it might be a field, whose value
 * would go on with the next line.
 */
function areLines(a: KeptContent, b: KeptContent): boolean {
  if (a.type !== 'paragraph' || b.type !== 'paragraph') return false
  if ([a, b].some((line) => toText(line).includes(':'))) return false
  return a.position !== undefined && a.position.end.line + 1 === b.position?.start.line
}

/** A table with some content in its one cell. */
function tableOf(children: FlowContent[]): Table {
  const attributes = ''
  const cell: TableCell = {type: 'tableCell', header: false, attributes, children}
  return {type: 'table', attributes, children: [{type: 'tableRow', attributes, children: [cell]}]}
}

function listOf(item: ListItem): FlowContent {
  return {type: 'list', ordered: false, children: [item]}
}
