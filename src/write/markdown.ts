/** Write a plan as Markdown. */
import type * as Mdast from 'mdast'
import {defaultHandlers, type Handle, type Options, type Unsafe} from 'mdast-util-to-markdown'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import {unified} from 'unified'
import {checkOptions, checkPlan, checkedElsewhere, maybeFile, type Keys} from '../check.ts'
import {reportTo} from '../create-parse.ts'
import {documentToMdast} from '../syntax/markdown/to-mdast.ts'
import {sourceComment} from '../plan/source.ts'
import type {FlowContent} from '../document/types.ts'
import type {Plan} from '../plan/types.ts'
import type {VFile} from 'vfile'
import {extendVocabulary, type Vocabulary, type VocabularyOptions} from '../vocabulary/index.ts'
import {paragraph, text} from './builders.ts'
import {composePage} from './compose-page.ts'
import {reportLeftOut} from './left-out.ts'
import {phrasingToWikitext} from './wikitext.ts'

/** How a plan is to be written as Markdown. */
export interface ToMarkdownOptions extends VocabularyOptions {
  /** The file that takes messages of what Markdown has no place for. */
  file?: VFile | undefined
}

const keys: Keys = new Map([
  ['vocabulary', checkedElsewhere],
  ['file', maybeFile]
])

/**
 * A plan as a Markdown tree, for a remark pipeline to take over.
 *
 * @throws {TypeError} for a plan or options of the wrong kind.
 * @throws {EditError} for a period without a name that would be read as a part of the one before it.
 * @throws {Error} for a node of no known type, by its name.
 */
export function planToMdast(plan: Plan, options?: ToMarkdownOptions | null): Mdast.Root {
  checkPlan(plan, 'planToMdast')
  const {file, ...words} = checkOptions(options, keys)
  const vocabulary = extendVocabulary(words.vocabulary)
  const {root, kept, isBare = false} = composePage(plan, vocabulary, 'markdown')
  reportLeftOut(plan, 'markdown', isBare, reportTo(file))
  const document = {...root, children: joinLines(root.children, kept.continued)}
  const tree = documentToMdast(document, (node) => phrasingToWikitext([node], vocabulary))
  if (plan.source) tree.children.push({type: 'html', value: sourceComment(plan.source)})
  return tree
}

/** Lines of a paragraph as one. */
function joinLines(nodes: FlowContent[], continued: ReadonlySet<object>): FlowContent[] {
  const joined: FlowContent[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (last?.type === 'paragraph' && node.type === 'paragraph' && continued.has(node))
      joined[joined.length - 1] = paragraph([...last.children, text(' '), ...node.children])
    else joined.push(node)
  }
  return joined
}

/**
 * Write a plan as GitHub flavoured Markdown: everything that its plan JSON says, in the order of
 * the page, and what stands beside it there.
 *
 * ```markdown
 * # Harbour Lights/Annual plans/FY2031/Ferries/Goals
 *
 * ## Program Goals and Status for FY30/31
 *
 * - **Goal Owner**: Ada Fictional
 *
 * ### Outcome 2 / Output 3 (Night boats)
 *
 * **Passengers know when the next boat leaves.**
 *
 * #### Goal(s)
 *
 * ##### Wind the clocks `Done`
 *
 * - [stretch] Find the key
 * ```
 *
 * Page text that looks like Markdown is escaped, and reads back as it is.
 *
 * @throws {TypeError} for a plan or options of the wrong kind.
 * @throws {EditError} for a period without a name that would be read as a part of the one before it.
 * @throws {Error} for a node of no known type, by its name.
 */
export function toMarkdown(plan: Plan, options?: ToMarkdownOptions | null): string {
  checkPlan(plan, 'toMarkdown')
  const vocabulary = extendVocabulary(checkOptions(options, keys).vocabulary)
  const processor = unified()
    .use(remarkGfm, {tablePipeAlign: false})
    .use(remarkStringify, stringifyOptions(vocabulary))
  return processor.stringify(planToMdast(plan, options))
}

function stringifyOptions(vocabulary: Vocabulary): Options {
  return {
    bullet: '-',
    emphasis: '*',
    strong: '*',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    unsafe,
    handlers: {text: textHandler(vocabulary)}
  }
}

/**
 * What opens a status for our own reader: `{{done}}`, `<<Done>>` and what people mistype for them.
 */
const unsafe: Unsafe[] = [
  {character: '{', inConstruct: 'phrasing'},
  {character: '<', after: '[^\\s=\\d]', inConstruct: 'phrasing'},
  {character: '<', after: '\\s{1,48}\\p{L}', unicode: true, inConstruct: 'phrasing'}
]

/** Text, but with `[stretch]` as it is: a bracket that opens no link needs no escape. */
function textHandler({labels}: Vocabulary): Handle {
  const marker = `[${labels.stretch[0]}] `
  return (node: Mdast.Text, parent, state, info) => {
    const first = parent?.children[0] === node
    const value = defaultHandlers.text(node, parent, state, info)
    return first && value.startsWith('\\' + marker) ? value.slice(1) : value
  }
}
