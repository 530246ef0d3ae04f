/** Read Markdown: what our writer writes, and what a person types in its place. */
import type * as Mdast from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified, type Processor} from 'unified'
import type {Root} from '../document/types.ts'
import {mdastToDocument} from '../markdown/from-mdast.ts'
import type {Vocabulary} from '../vocabulary/index.ts'

/** Read a page of GitHub flavoured Markdown as a document, statuses marked. */
export function readMarkdown(source: string, vocabulary: Vocabulary): Root {
  return mdastToDocument(parser.parse(source) as Mdast.Root, vocabulary, source)
}

const parser = unified().use(remarkParse).use(remarkGfm).use(withoutSecondPass).freeze()

/**
 * GitHub looks for bare addresses twice: while it parses, and in the texts of the finished tree. The second
 * time links addresses that were escaped and leaves nodes without positions, so it is left out.
 */
function withoutSecondPass(this: Processor): void {
  const data = this.data()
  const extensions = data.fromMarkdownExtensions ?? []
  data.fromMarkdownExtensions = extensions.flat().map((d) => ({...d, transforms: []}))
}
