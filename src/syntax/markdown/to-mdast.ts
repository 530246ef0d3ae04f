/**
 * A composed document as mdast: what the two trees share is copied, wikitext's own nodes become what they show.
 */
import type * as Mdast from 'mdast'
import {rawText} from '../../document/plain-text.ts'
import {isPhrasing, line, unknown, type ToSource} from './phrasing-to-mdast.ts'
import {tableToMdast} from './table-to-mdast.ts'
import type {
  DefinitionList,
  FlowContent,
  FlowContentMap,
  PhrasingContent,
  Root
} from '../../document/types.ts'

/**
 * Turn a composed document into mdast.
 *
 * Statuses become inline code of their labels, links to wiki pages `./Target`, unknown templates
 * inline code of their source. Tags, entities and `nowiki` become the text that they show, `<s>` is
 * `~~struck out~~`; what shows as nothing (files, categories, comments) is left out. Tables that
 * GitHub's cannot be are HTML, and indented lines are quotes.
 *
 * @param root the document
 * @param toSource writes a template as wikitext
 * @throws {Error} for a node of no known type, by its name.
 */
export function documentToMdast(root: Root, toSource: ToSource): Mdast.Root {
  return {type: 'root', children: flow(root.children, toSource)}
}

type Handlers = {
  [Type in keyof FlowContentMap]: (
    node: FlowContentMap[Type],
    toSource: ToSource
  ) => Mdast.RootContent[]
}

const handlers: Handlers = {
  title: (node, toSource) => [{type: 'heading', depth: 1, children: line(node.children, toSource)}],
  heading: (node, toSource) => [
    {type: 'heading', depth: node.depth, children: line(node.children, toSource)}
  ],
  paragraph: (node, toSource) => {
    const children = line(node.children, toSource)
    return children.length === 0 ? [] : [{type: 'paragraph', children}]
  },
  list: ({ordered, children}, toSource) => {
    const items = children.map((item): Mdast.ListItem => {
      return {type: 'listItem', spread: false, children: blocks(item.children, toSource)}
    })
    return [{type: 'list', ordered, spread: false, children: items}]
  },
  definitionList,
  table: (node, toSource) => tableToMdast(node, toSource, (content) => within(content, toSource)),
  thematicBreak: () => [{type: 'thematicBreak'}],
  preformatted: (node) => {
    const value = rawText(node)
    return isFenced(value) ? [{type: 'html', value}] : [{type: 'code', value: dedent(value)}]
  },
  tag: (node, toSource) => within(node.children, toSource),
  tab: (node, toSource) => within(node.children, toSource),
  html: ({value}) => [{type: 'html', value}],
  comment: () => [],
  redirect: () => []
}

/** Nodes on lines of their own; one that stands within a line is one. */
function flow(
  nodes: readonly (FlowContent | PhrasingContent)[],
  toSource: ToSource
): Mdast.RootContent[] {
  return nodes.flatMap((node) => {
    if (!Object.hasOwn(handlers, node.type)) {
      if (!isPhrasing(node)) throw unknown((node as {type: string}).type)
      return handlers.paragraph({type: 'paragraph', children: [node]}, toSource)
    }
    const handle = handlers[node.type as keyof FlowContentMap]
    return (handle as (node: object, toSource: ToSource) => Mdast.RootContent[])(node, toSource)
  })
}

/** What stands in wikitext's own markup, where a tag without its pair shows as nothing. */
function within(
  nodes: readonly (FlowContent | PhrasingContent)[],
  toSource: ToSource
): Mdast.RootContent[] {
  return flow(
    nodes.filter(({type}) => type !== 'html'),
    toSource
  )
}

type Block = Mdast.BlockContent | Mdast.DefinitionContent

/** What stands in a list item or quote. */
function blocks(nodes: readonly FlowContent[], toSource: ToSource): Block[] {
  return flow(nodes, toSource) as Block[]
}

/** Terms are lines, and descriptions, as indented lines, quotes. */
function definitionList({children}: DefinitionList, toSource: ToSource): Mdast.RootContent[] {
  const content: Mdast.RootContent[] = []
  for (const item of children) {
    const own = blocks(item.children, toSource)
    const last = content.at(-1)
    if (item.type === 'definitionTerm') content.push(...own)
    else if (last?.type === 'blockquote') last.children.push(...own)
    else if (own.length > 0) content.push({type: 'blockquote', children: own})
  }
  return content
}

/** Whether code has its fences, as code of Markdown does. */
function isFenced(value: string): boolean {
  return /^\s*(?:`{3}|~{3})/.test(value)
}

/** Lines without the blanks that all of them open with. */
function dedent(value: string): string {
  const lines = value
    .replace(/^[\r\n]+/, '')
    .trimEnd()
    .split(/\r\n|\r|\n/)
  const common = lines.reduce((least, line) => {
    return line.trim() === '' ? least : Math.min(least, line.length - line.trimStart().length)
  }, value.length)
  return lines.map((line) => line.slice(common)).join('\n')
}
