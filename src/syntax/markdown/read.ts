/** Read Markdown: what our writer writes, and what a person types in its place. */
import type * as Mdast from 'mdast'
import type {Point} from 'unist'
import type {Root} from '../../document/types.ts'
import {mdastToDocument} from './from-mdast.ts'
import {positionOf, toPage} from './page.ts'
import {parseMarkdown} from './parse.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/**
 * Read a page of GitHub flavoured Markdown as a document, statuses marked.
 *
 * A page that nests deeper than remark can follow is kept as one piece that says nothing.
 */
export function readMarkdown(source: string, vocabulary: Vocabulary): Root {
  return mdastToDocument(parse(source), vocabulary, source)
}

/** A line that opens so many quotes and lists that remark's stack or patience would end. */
const tooDeep = /^[ \t]*(?:>[ \t]?|(?:[*+-]|\d{1,9}[.)])[ \t]+){200}/m

function parse(source: string): Mdast.Root {
  if (tooDeep.test(source)) return asOnePiece(source)
  try {
    return parseMarkdown(source)
  } catch (error) {
    if (error instanceof RangeError) return asOnePiece(source)
    throw error
  }
}

function asOnePiece(source: string): Mdast.Root {
  const page = toPage(source)
  const position = positionOf({start: page.shift, end: source.length}, page)
  const offset = (point: Point): Point => ({...point, offset: (point.offset ?? 0) - page.shift})
  const place = {start: offset(position.start), end: offset(position.end)}
  return {type: 'root', children: [{type: 'html', value: source, position: place}], position: place}
}
