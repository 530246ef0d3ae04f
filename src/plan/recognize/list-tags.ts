/**
 * Lists that are written with tags, as lists.
 *
 * ```markdown
 * | <ul>
 * | <li>Wind the clocks {{done}}</li>
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^    listItem
 *       ^^^^^^^^^^^^^^^^^^^^^^^^         paragraph
 * | </ul>
 * ```
 */
import {hasText, positioned, span, trimNodes} from '../../document/phrasing.ts'
import type {
  FlowContent,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Tag
} from '../../document/types.ts'

type Content = Tag['children'][number]

/** The list that a `<ul>` or `<ol>` is; `undefined` where it holds anything but items. */
export function listOfTag(node: Tag): List | undefined {
  if (node.name !== 'ul' && node.name !== 'ol') return undefined
  const items: ListItem[] = []
  // Items on lines of their own stand in a paragraph, side by side.
  for (const child of node.children.flatMap((child) =>
    child.type === 'paragraph' ? child.children : [child]
  )) {
    if (isTag(child, 'li')) items.push(itemOf(child))
    else if (hasText([child as PhrasingContent])) return undefined
  }
  if (items.length === 0) return undefined
  const list: List = {
    type: 'list',
    ordered: node.name === 'ol',
    children: items,
    position: undefined
  }
  return positioned(list, span(items as never))
}

function isTag(node: Content, name: string): node is Tag {
  return node.type === 'tag' && node.name === name
}

/** An item: its own line, and the lists in it. */
function itemOf({children, position}: Tag): ListItem {
  const content: ListItem['children'] = []
  let line: PhrasingContent[] = []
  const endLine = (): void => {
    const words = trimNodes(line)
    if (words.length > 0) content.push(paragraphOf(words))
    line = []
  }
  for (const child of children) {
    if (isTag(child, 'ul') || isTag(child, 'ol')) {
      endLine()
      content.push(listOfTag(child) ?? child)
    } else if (isFlow(child)) {
      endLine()
      content.push(child)
    } else line.push(child)
  }
  endLine()
  return positioned<ListItem>({type: 'listItem', children: content, position: undefined}, position)
}

function paragraphOf(children: PhrasingContent[]): Paragraph {
  return positioned<Paragraph>({type: 'paragraph', children, position: undefined}, span(children))
}

const flow = new Set(['paragraph', 'list', 'definitionList', 'table', 'heading', 'preformatted'])

function isFlow(node: Content): node is FlowContent {
  return flow.has(node.type)
}
