import {flowTags, phrasingTags} from '../../wikitext/names.ts'
import {walk} from '../nodes.ts'
import type {Comment, Emphasis, Strong, Text} from '../../document/types.ts'
import type {Context} from '../context.ts'
import type {Finding, Rule} from '../types.ts'

export const markupUnclosed: Rule = {
  id: 'markup-unclosed',
  setting: 'warning',
  description: "Markup is opened and not closed: `'''`, `{{`, `[[`, `<b>`, `<!--`",
  reason:
    'MediaWiki shows the marks, or closes them where it sees fit: bold ends with its line, a comment with the page. In wikitext only.',
  example: {
    before: "== Outcome 1 ==\n=== Goals ===\n* Wind the '''old clocks\n",
    after: "== Outcome 1 ==\n=== Goals ===\n* Wind the '''old''' clocks\n"
  },
  check(context) {
    const findings: Finding[] = []
    if (context.document) {
      walk(context.document, (node) => {
        const find = finders.get(node.type)
        if (find)
          for (const offsets of find(node as never)) findings.push(finding(context, offsets))
      })
    }
    return findings
  }
}

type Offsets = [start: number, end: number]

/** What in a node of each type opens something that nothing closes. */
const finders = new Map<string, (node: never) => Iterable<Offsets>>([
  ['strong', (node: Strong) => unclosedQuotes(node, 3)],
  ['emphasis', (node: Emphasis) => unclosedQuotes(node, 2)],
  ['text', unclosedText],
  ['comment', unclosedComment]
])

function finding({source, place}: Context, [start, end]: Offsets): Finding {
  const actual = source.slice(start, end)
  return {reason: `\`${actual}\` is opened here and not closed`, place: place(start, end), actual}
}

/** Bold and italics that the end of their line closes end where their last child does. */
function unclosedQuotes({children, position}: Strong | Emphasis, width: number): Offsets[] {
  const first = children[0]?.position?.start.offset
  const {start, end} = position!
  const isOpened = first === undefined || first > start.offset!
  const isClosed = children.at(-1)?.position?.end.offset !== end.offset
  return isOpened && !isClosed ? [[start.offset!, start.offset! + width]] : []
}

/** Marks that are still text open nothing; those that are closed in the same text are only odd. */
function* unclosedText({value, position}: Text): Iterable<Offsets> {
  const start = position!.start.offset!
  const lastCurly = value.lastIndexOf('}}')
  const lastSquare = value.lastIndexOf(']]')
  const open = /\{{2,}|\[{2,}|<([a-z][a-z0-9]*)(?:\s[^<>]*)?\/?>/gi
  for (const match of value.matchAll(open)) {
    const {0: mark, 1: tag, index} = match
    if (tag && !phrasingTags.has(tag.toLowerCase()) && !flowTags.has(tag.toLowerCase())) continue
    if ((mark[0] === '{' && index < lastCurly) || (mark[0] === '[' && index < lastSquare)) continue
    yield [start + index, start + index + mark.length]
  }
}

function unclosedComment({value, position}: Comment): Offsets[] {
  const {start, end} = position!
  const isClosed = end.offset! - start.offset! >= value.length + '<!---->'.length
  return isClosed ? [] : [[start.offset!, start.offset! + '<!--'.length]]
}
