/** Names for the quarters of a page that does not say them, where its sections' numbers no longer do. */
import {applyEdits, compose, normalize, type TextEdit} from '../text-edit.ts'
import {lineAt, lineStart, rangeOf, type Page} from './page.ts'
import {listOf, type EntityOf} from '../entities.ts'
import type {Heading} from '../../document/types.ts'
import {quarterName} from '../../vocabulary/quarter-name.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** A page, and the edits that made it of another. */
interface Edited {
  original: string
  page: Page
  edits: readonly TextEdit[]
  vocabulary: Vocabulary
}

/**
 * The edits with a heading for each quarter, where the sections are those that are wanted and only their
 * quarters differ; `undefined` where naming them is of no use.
 *
 * @param actual What the edited page says.
 */
export function nameQuarters(
  wanted: EntityOf<'plan'>,
  actual: EntityOf<'plan'>,
  {original, page, edits, vocabulary}: Edited
): {edits: TextEdit[]; result: string} | undefined {
  const sections = listOf(actual, 'period').flatMap((period) => listOf(period, 'section'))
  const periods = listOf(wanted, 'period').filter(({children}) => children.length > 0)
  const count = periods.reduce((sum, {children}) => sum + children.length, 0)
  const isNamed = listOf(actual, 'period').some(({facts}) => facts.label !== null)
  if (isNamed || count !== sections.length || periods.some(({facts}) => facts.quarter === null))
    return undefined
  let at = 0
  const headings = periods.map(({facts, children}) => {
    const edit = headingBefore(sections[at]!, facts.quarter!, page, vocabulary)
    at += children.length
    return edit
  })
  const source = page.source.slice(0, page.length)
  return {
    edits: normalize(original, compose(edits, headings)),
    result: applyEdits(source, headings)
  }
}

function headingBefore(
  {node}: EntityOf<'section'>,
  quarter: number,
  page: Page,
  vocabulary: Vocabulary
): TextEdit {
  const start = lineStart(page, lineAt(page, rangeOf(node).start))
  const heading = node.children[0] as Heading | undefined
  const marks = '='.repeat(heading?.type === 'heading' ? heading.depth : 3)
  const label = quarterName(quarter, vocabulary)
  return {start, end: start, text: `${marks} ${label} ${marks}${page.eol}`}
}
