import {flowTags, phrasingTags} from '../../syntax/wikitext/names.ts'
import {walk} from '../../document/nodes.ts'
import type {Comment, Emphasis, Html, Root, Strong, Text} from '../../document/types.ts'
import type {Rule} from '../types.ts'

export const markupUnclosed: Rule = {
  id: 'markup-unclosed',
  setting: 'warning',
  description: "Markup is never closed: `'''`, `{{`, `[[`, `<b>`, `<!--`",
  reason:
    'MediaWiki shows the marks, or closes them wherever it sees fit: bold ends with its line, a comment with the page. Applies to wikitext only.',
  example: {
    before: "== Outcome 1 ==\n=== Goals ===\n* Wind the '''old clocks\n",
    after: "== Outcome 1 ==\n=== Goals ===\n* Wind the '''old''' clocks\n"
  },
  check: (context) =>
    findUnclosed(context.document).map(([start, end]) => {
      const actual = context.source.slice(start, end)
      const reason = `Unclosed \`${actual}\``
      return {reason, place: context.place(start, end), actual}
    })
}

type Offsets = [start: number, end: number]

function findUnclosed(document: Root | undefined): Offsets[] {
  if (!document) return []
  const found: Offsets[] = []
  const quotes = new Map<string, Offsets>()
  walk(document, (node) => {
    if (node.type === 'text') found.push(...unclosedText(node as Text))
    else if (node.type === 'html') found.push(...unclosedTag(node as Html))
    else if (node.type === 'comment') found.push(...unclosedComment(node as Comment))
    else if (node.type === 'strong' || node.type === 'emphasis') {
      found.push(...passQuotes(quotes, node as Strong | Emphasis))
    }
  })
  return [...found, ...quotes.values()]
}

/**
 * Bold and italics are closed by the end of their line, and where they cross one another, by turns.
 *
 * ```markdown
 * | '''a ''b''' c''
 *        ^^^    emphasis that nothing of its own closes …
 *            ^^^^  … goes on in one that nothing of its own opens
 * ```
 *
 * @param open What was opened and not closed yet, by type.
 * @returns What the node shows will never be closed.
 */
function passQuotes(
  open: Map<string, Offsets>,
  {type, children, position}: Strong | Emphasis
): Offsets[] {
  const {start, end} = position!
  const isOpened = children[0]?.position?.start.offset !== start.offset
  const isClosed = children.at(-1)?.position?.end.offset !== end.offset
  const before = isOpened ? open.get(type) : undefined
  if (isClosed || before) open.delete(type)
  if (isOpened && !isClosed) {
    const width = type === 'strong' ? 3 : 2
    open.set(type, [start.offset!, start.offset! + width])
  }
  return before ? [before] : []
}

/** Marks that are still text open nothing; those that are closed in the same text are only odd. */
function* unclosedText({value, position}: Text): Iterable<Offsets> {
  const start = position!.start.offset!
  const lastCurly = value.lastIndexOf('}}')
  const lastSquare = value.lastIndexOf(']]')
  for (const {0: mark, index} of value.matchAll(/<!--|\{{2,}|\[{2,}/g)) {
    if ((mark[0] === '{' && index < lastCurly) || (mark[0] === '[' && index < lastSquare)) continue
    yield [start + index, start + index + mark.length]
  }
}

/** A tag on its own: one that closes nothing shows nothing, and tags of Translate may stand anywhere. */
function unclosedTag({value, position}: Html): Offsets[] {
  const name = /^<([a-z][a-z0-9]*)/i.exec(value)?.[1]!.toLowerCase() ?? ''
  const isOpen = name !== 'tvar' && (phrasingTags.has(name) || flowTags.has(name))
  return isOpen ? [[position!.start.offset!, position!.end.offset!]] : []
}

function unclosedComment({value, position}: Comment): Offsets[] {
  const {start, end} = position!
  const isClosed = end.offset! - start.offset! >= value.length + '<!---->'.length
  return isClosed ? [] : [[start.offset!, start.offset! + '<!--'.length]]
}
