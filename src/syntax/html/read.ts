import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import type {Input} from '../../plan/parsing.ts'
import type {Plan} from '../../plan/types.ts'
import type {FlowContent, Root, Title} from '../../document/types.ts'
import {flatten, slice} from '../../document/phrasing.ts'
import {contentOf, type Content} from './content.ts'
import {rangeOf, type Context} from './context.ts'
import {flow} from './flow.ts'
import {guard} from './guard.ts'
import {phrasing} from './phrasing.ts'
import {fillGaps, settle} from './settle.ts'
import {positionOf, toPage} from '../../document/places.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/**
 * Reads the HTML of a page as MediaWiki serves it: what the action API's `parse` gives, a page saved with the
 * skin around it, and Parsoid's HTML.
 *
 * Positions are those of the HTML. Every node lies within its parent and behind its sibling before, and is the
 * whole element where the parser did not move it; a `text` is its source, character references between are
 * `entity` nodes. What is no text of the page (the skin, edit links, scripts, the tags of wrapping elements) is
 * `html` where it stands between blocks, so nothing but blank space lies outside the root's children.
 */
export function readHtml(source: string, vocabulary: Vocabulary): Root {
  const page = toPage(source)
  const found = contentOf(parser.parse(guard(source)))
  const {isParsoid, tabs} = found
  const context: Context = {page, vocabulary, labels: !isParsoid, struck: false, tabs}
  const content = flow(found.nodes, context)
  const whole = {start: 0, end: source.length}
  const children = settle([...titleOf(found, context), ...content], whole, page)
  return {
    type: 'root',
    children: fillGaps(children, page) as FlowContent[],
    position: positionOf(whole, page)
  }
}

/** What reads HTML: the tags around what a plan takes out of lists are kept beside it. */
export const html: Input = {
  document: readHtml,
  complete: (plan, source) => ({
    ...plan,
    children: fillGaps(plan.children, toPage(source)) as Plan['children']
  })
}

const parser = unified().use(rehypeParse).freeze()

/**
 * The title as a node, where it stands before the content. A window is called by the page and the wiki.
 *
 * ```html
 * <title>Harbour Lights/Ferries - Plan wiki</title>
 *        ^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
function titleOf({title, nodes, isParsoid}: Content, context: Context): Title[] {
  const range = title && rangeOf(title)
  const first = nodes.find((node) => rangeOf(node) !== undefined)
  if (!title || !range || (first && rangeOf(first)!.start < range.end)) return []
  const children = phrasing(title.children, {...context, labels: false})
  const text = flatten(children)
  const isWindow = title.tagName === 'title' && !isParsoid
  const end = isWindow
    ? Math.max(...[' - ', ' – ', ' — '].map((dash) => text.lastIndexOf(dash)))
    : -1
  const words = slice(children, 0, end < 0 ? text.length : end)
  return [{type: 'title', children: words, position: positionOf(range, context.page)}]
}
