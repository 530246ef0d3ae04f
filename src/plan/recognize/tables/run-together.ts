/** Tables of a text whose cells run together: where one begins can be told, and what its cells are cannot. */
import {skip} from '../words.ts'
import type {Line} from '../blocks.ts'
import type {Outline} from '../outline.ts'
import type {Vocabulary} from '../../../vocabulary/index.ts'

/** So many labels of columns behind each other are a header's. */
const fewest = 4

/** No header is longer. */
const longest = 400

/**
 * Reports the header of a table whose cells run together; what follows is kept, up to the next heading.
 *
 * ```markdown
 * | Objective Key result Dependencies ETA Status
 * | Many boats Row every day Piers EOQ Done
 * ```
 */
export function readRunTogether(outline: Outline, {text, node, position}: Line): boolean {
  const {dialect, vocabulary} = outline.options
  if (dialect !== 'text' || text.length > longest || !isHeader(text, vocabulary)) return false
  outline.report({
    ruleId: 'table-unread',
    reason: 'The cells of this table run together: nothing says where one ends',
    place: position,
    actual: text,
    note: 'Parse the page as wikitext or HTML, or copy the table from a browser, which parts cells by tabs.'
  })
  outline.keep(node)
  if (outline.at !== 'intro') outline.leaveGoals()
  return true
}

/** Whether a line is labels of columns, with what stands in brackets, and other words only where they have a capital. */
function isHeader(text: string, vocabulary: Vocabulary): boolean {
  let labels = 0
  let at = skip(text, 0, /\s/)
  if (!labelAt(text, at, vocabulary)) return false
  while (at < text.length) {
    const length = labelAt(text, at, vocabulary)
    if (length > 0) labels++
    const other = /^(?:\([^()]{0,40}\)|\p{Lu}\p{L}{0,20}(?=\s|$))/u.exec(text.slice(at, at + 42))
    const taken = length || (other?.[0].length ?? 0)
    if (taken === 0) return false
    at = skip(text, at + taken, /\s/)
  }
  return labels >= fewest
}

/** How long the longest label of a column is that stands at an offset; another one may be glued to it. */
function labelAt(text: string, at: number, {columns, fields}: Vocabulary): number {
  let best = 0
  for (const words of [...Object.values(columns), ...fields.map(({labels}) => labels)])
    for (const word of words) {
      if (
        word.length <= best ||
        text.slice(at, at + word.length).toLowerCase() !== word.toLowerCase()
      )
        continue
      if (!/\p{Ll}/u.test(text.charAt(at + word.length))) best = word.length
    }
  return best
}
