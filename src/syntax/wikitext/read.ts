import {markStatuses} from '../statuses.ts'
import {parseWikitext} from './index.ts'
import type {Reader} from '../../plan/parsing.ts'
import type {PhrasingContent, Root} from '../../document/types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** Nodes whose content is no text of the page. */
const closed = new Set([
  'template',
  'templateParameter',
  'parserFunction',
  'wikiLink',
  'link',
  'file'
])

/** Nodes whose children are phrasing content. */
const lines = new Set(['heading', 'paragraph', 'preformatted'])

interface AnyNode {
  type: string
  children?: AnyNode[]
}

/** Reads a page of wikitext: its tree, with statuses marked. */
export const readWikitext = createReadWikitext(parseWikitext)

/** A reader of wikitext that marks the statuses in the tree of an engine. */
export function createReadWikitext(parse: (source: string) => Root): Reader {
  return (source, vocabulary) => {
    const root = parse(source)
    mark(root, source, vocabulary)
    return root
  }
}

function mark(node: AnyNode, source: string, vocabulary: Vocabulary): void {
  const {children} = node
  if (!children) return
  if (lines.has(node.type)) {
    const marked = markStatuses(children as PhrasingContent[], vocabulary, 'wikitext', source)
    if (marked !== children) node.children = marked
  } else if (!closed.has(node.type)) for (const child of children) mark(child, source, vocabulary)
}
