/**
 * Where our tree says that things stand on a page.
 */
import {visit} from 'unist-util-visit'
import type {DocumentNode, Root, RootWithParts} from '../../src/document/types.ts'
import type {Construct, Range} from './ranges.ts'

/** What each node is called when it is compared; what is not listed has no counterpart in HTML. */
const names: {[type in DocumentNode['type']]?: Construct} = {
  definitionTerm: 'term',
  definitionDescription: 'description',
  table: 'table',
  tableCaption: 'caption',
  tableRow: 'row',
  thematicBreak: 'rule',
  preformatted: 'preformatted',
  strong: 'strong',
  emphasis: 'emphasis',
  wikiLink: 'wikiLink',
  link: 'link',
  file: 'file',
  category: 'category',
  template: 'template',
  templateParameter: 'template',
  parserFunction: 'template',
  tag: 'tag',
  extension: 'extension',
  entity: 'entity',
  behaviorSwitch: 'behaviorSwitch'
}

/** The ranges of a tree's nodes, in source order. */
export function treeRanges(tree: Root): Range[] {
  const ranges: Range[] = []
  const enter = (node: Root | DocumentNode, isOrdered: boolean): void => {
    const construct = constructOf(node, isOrdered)
    const {start, end} = node.position!
    if (construct) ranges.push({construct, start: start.offset!, end: end.offset!})
    if (!('children' in node)) return
    for (const child of node.children) enter(child, node.type === 'list' && node.ordered)
  }
  enter(tree, false)
  return ranges
}

/** The parts that Parsoid has elements for. */
export function partRanges(tree: RootWithParts): Range[] {
  const ranges: Range[] = []
  visit(tree, 'magicLink', ({position}) => {
    const {start, end} = position!
    ranges.push({construct: 'magicLink', start: start.offset!, end: end.offset!})
  })
  return ranges
}

/** Tags that leave no element: what a wiki without their extension shows as text, or takes out of the page. */
const unseen = new Set([
  ...['tabs', 'tab', 'tabber', 'translate', 'section', 'languages', 'tvar'],
  ...['noinclude', 'onlyinclude']
])

function constructOf(node: Root | DocumentNode, isOrdered: boolean): Construct | undefined {
  if (node.type === 'root') return undefined
  if (node.type === 'tag' && unseen.has(node.name)) return undefined
  // Where it ends by itself, only the browser knows.
  if (node.type === 'tag' && node.name === 'li' && !node.closing) return undefined
  if (node.type === 'heading') return `heading${node.depth}`
  if (node.type === 'listItem') return isOrdered ? 'numberedItem' : 'bulletedItem'
  if (node.type === 'tableCell') return node.header ? 'header' : 'cell'
  return names[node.type]
}
