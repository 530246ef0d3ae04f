/**
 * Items of lists: their own line, and what is nested in them.
 */
import {positioned} from '../../document/phrasing.ts'
import type {
  DefinitionList,
  FlowContent,
  List,
  ListItem,
  PhrasingContent,
  Position
} from '../../document/types.ts'
import type {KeptContent} from '../types.ts'

/** An item of any list. */
export type Item = ListItem | DefinitionList['children'][number]

/** The inline content of an item. */
export function paragraphOf(item: Item): PhrasingContent[] {
  const first = item.children[0]
  return first?.type === 'paragraph' ? first.children : []
}

/** What stands in an item behind its inline content. */
export function nested(item: Item): Exclude<Item['children'][number], never>[] {
  return item.children[0]?.type === 'paragraph' ? item.children.slice(1) : item.children
}

/**
 * What is nested in an item; where nothing stands before it, its first mark is the item's own.
 *
 * ```markdown
 * | ** a
 *   ^^^^  the nested item, as the outer one is empty
 * ```
 */
export function nestedFrom(item: Item): Item['children'] {
  const [first, ...rest] = nested(item)
  if (!first || paragraphOf(item).length > 0) return nested(item)
  return [startingAt(first, item), ...rest]
}

function startingAt<T extends FlowContent | Item>(node: T, {position}: Item): T {
  if (!position || !node.position) return node
  const moved = {...node, position: {start: {...position.start}, end: {...node.position.end}}}
  if (moved.type !== 'list' && moved.type !== 'definitionList') return moved
  const [first, ...rest] = moved.children as Item[]
  return first
    ? ({...moved, children: [startingAt(first, {position} as Item), ...rest]} as T)
    : moved
}

/** The items of a list; where one is empty but for its nested items (`** a`), those. */
export function itemsOf(list: List): ListItem[] {
  if (!list.children.some(isSkipped)) return list.children
  return list.children.flatMap((item) => {
    return isSkipped(item) ? itemsOf(nestedFrom(item)[0] as List) : [item]
  })
}

/** Whether an item is nothing but a nested list. */
function isSkipped(item: ListItem): boolean {
  if (paragraphOf(item).length > 0) return false
  const inner = nested(item)
  return inner.length === 1 && inner[0]!.type === 'list'
}

/** An item without what is nested in it. */
export function own(item: Item): KeptContent {
  const rest = nested(item)
  if (rest.length === 0) return item
  const children = item.children.slice(0, item.children.length - rest.length)
  return positioned({...item, children} as Item, ownPosition(item))
}

/** From an item's mark to the end of its inline content. */
export function ownPosition(item: Item): Position | undefined {
  const first = item.children[0]
  if (!item.position || first?.type !== 'paragraph') return item.position
  return first.position && {start: {...item.position.start}, end: {...first.position.end}}
}

/** Whether an item goes on with another on its line: `;term: description`. */
export function isSameLine(a: Item, b: Item): boolean {
  if (!a.position || !b.position || nested(a).length > 0) return false
  return a.position.end.line === b.position.start.line
}
