/** How each node that stands on lines of its own is written: a handler per type. */
import {rawText} from '../../document/plain-text.ts'
import {phrasingOf} from '../phrasing-of.ts'
import {writeLine, type Piece} from './line.ts'
import {illegalInTitles, phrasing, phrasingTypes} from './phrasing.ts'
import {scopes, type Scope} from './unsafe.ts'
import type {
  DefinitionList,
  FlowContent,
  FlowContentMap,
  List,
  PhrasingContent,
  TableCell
} from '../../document/types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** Where lines are written. */
interface Place {
  lines: string[]
  vocabulary: Vocabulary
  /** What every line stands in beside itself: a cell, or nothing. */
  scope: Scope
  /** Whether nodes that would become one where their lines meet are kept apart by a blank line. */
  isApart: (before: FlowContent, after: FlowContent) => boolean
}

type Handlers = {
  [Type in keyof FlowContentMap]: (node: FlowContentMap[Type], place: Place) => void
}

const nothing = (): void => {}

const handlers: Handlers = {
  title: nothing,
  html: nothing,
  heading: (node, place) => {
    const marks = '='.repeat(node.depth)
    place.lines.push(lineOf(`${marks} `, node.children, place, scopes.heading, ` ${marks}`))
  },
  paragraph: (node, place) => addText(node.children, place),
  comment: (node, place) => addText([node], place),
  list: (node, place) => addItems(node, '', place),
  definitionList: (node, place) => addItems(node, '', place),
  thematicBreak: (_, {lines}) => void lines.push('----'),
  redirect: ({target}, {lines}) => {
    if (!illegalInTitles.test(target)) lines.push(`#REDIRECT [[${target}]]`)
  },
  preformatted: (node, place) => {
    const source = rawText(node).replace(/^\s*(?:`{3,}|~{3,}).*|(?:`{3,}|~{3,})\s*$/g, '')
    for (const value of source.replace(/^[\r\n]+|[\r\n]+$/g, '').split(/\r\n|\r|\n/))
      place.lines.push(lineOf(' ', [{type: 'text', value: value.replace(/^ /, '')}], place) || ' ')
  },
  table: (node, place) => {
    const {lines} = place
    lines.push(`{|${attributesOf(node)}`)
    let isFirst = true
    for (const part of node.children) {
      if (part.type === 'tableCaption') addCell('|+', part.children, place)
      else if (part.type !== 'tableRow') flow([part], place)
      else {
        const attributes = attributesOf(part)
        if (!isFirst || attributes !== '') lines.push(`|-${attributes}`)
        isFirst = false
        for (const cell of part.children) {
          if (cell.type !== 'tableCell') flow([cell], place)
          else addCell(`${cell.header ? '!' : '|'}${cellAttributes(cell)}`, cell.children, place)
        }
      }
    }
    lines.push('|}')
  },
  tag: (node, place) => flow(node.children as FlowContent[], place),
  tab: (node, place) => flow(node.children, place)
}

/**
 * Write nodes that stand on lines of their own.
 *
 * @throws {Error} for a node that no handler knows, by its name.
 */
export function flow(nodes: readonly FlowContent[], place: Place): void {
  let before: FlowContent | undefined
  for (const content of nodes) {
    const node = toFlow(content)
    const {length} = place.lines
    const handle = handlers[node.type] as (node: FlowContent, place: Place) => void
    handle(node, place)
    if (place.lines.length === length) continue
    if (before && merges(before, node) && place.isApart(before, node))
      place.lines.splice(length, 0, '')
    before = node
  }
}

/** A node that stands on lines of its own; one that stands within a line is one. */
function toFlow(node: FlowContent): FlowContent {
  if (Object.hasOwn(handlers, node.type)) return node
  if (phrasingTypes.has(node.type)) return {type: 'paragraph', children: [node as PhrasingContent]}
  throw new Error(`Cannot write a \`${node.type}\` node as wikitext`)
}

/** Whether the lines of two nodes would be one node where they meet. */
function merges(before: FlowContent, after: FlowContent): boolean {
  return before.type === after.type && mergeable.has(before.type)
}

const mergeable = new Set(['paragraph', 'list', 'definitionList', 'preformatted'])

/** What stands behind a mark of tables. */
function attributesOf({attributes}: {attributes: string}): string {
  const value = attributes.replace(/\s+/g, ' ').trim()
  return value === '' ? '' : ` ${value}`
}

function cellAttributes(cell: TableCell): string {
  const attributes = attributesOf(cell)
  return attributes === '' ? '' : `${attributes} |`
}

/** A cell; its first line stands behind its mark. */
function addCell(mark: string, content: readonly FlowContent[], place: Place): void {
  const inside = {...place, scope: scopes.cell, isApart: () => true}
  const [first, ...rest] = content
  const isLine = first?.type === 'paragraph'
  place.lines.push(lineOf(`${mark} `, isLine ? first.children : [], inside))
  if (isLine && rest[0]?.type === 'paragraph') place.lines.push('')
  flow(isLine ? rest : content, inside)
}

/** The items of a list; `outer` is the marks of the lists that it is nested in. */
function addItems(list: List | DefinitionList, outer: string, place: Place): void {
  for (const item of list.children) {
    const marks = outer + markOf(list, item.type)
    // What an item goes on with behind its own line.
    const further = item.type === 'listItem' ? `${marks}:` : `${outer}:`
    const scope = scopes.line | (item.type === 'definitionTerm' ? scopes.term : 0)
    for (const [index, child] of item.children.entries()) {
      if (child.type === 'list' || child.type === 'definitionList') addItems(child, marks, place)
      else
        place.lines.push(
          lineOf(`${index === 0 ? marks : further} `, phrasingOf(child), place, scope)
        )
    }
  }
}

function markOf(list: List | DefinitionList, item: string): string {
  if (list.type === 'list') return list.ordered ? '#' : '*'
  return item === 'definitionTerm' ? ';' : ':'
}

/** A line of running text; none where it says nothing. */
function addText(children: PhrasingContent[], place: Place): void {
  const line = lineOf('', children, place, scopes.line, '', true)
  if (line !== '') place.lines.push(line)
}

/**
 * Nodes that stand within a line, as the line.
 *
 * @param keepsLines Whether line ends may stand in templates and extension tags.
 */
export function lineOf(
  opening: string,
  children: PhrasingContent[],
  {vocabulary, scope}: Pick<Place, 'vocabulary' | 'scope'>,
  own = 0,
  closing = '',
  keepsLines = false
): string {
  const pieces: Piece[] = [{markup: opening}]
  phrasing(children, {pieces, scope: scope | own, vocabulary, open: new Set(), keepsLines})
  return writeLine([...pieces, {markup: closing}], vocabulary).trimEnd()
}
