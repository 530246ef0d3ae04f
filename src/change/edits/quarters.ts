/** The quarters of a page: what an edit cannot make of them, and names for those that the page does not say. */
import {applyEdits, compose, normalize, type TextEdit} from '../text-edit.ts'
import {blankLines, lineAt, lineStart, rangeOf, type Page} from './page.ts'
import {listOf, type Entity, type EntityOf} from '../entities.ts'
import type {EditProblem} from '../edit-error.ts'
import type {Heading} from '../../document/types.ts'
import {quarterName} from '../../vocabulary/quarter-name.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** Quarters that an edit puts on a page that has them already. */
export function doubledQuarters(
  before: EntityOf<'plan'>,
  after: EntityOf<'plan'>,
  vocabulary: Vocabulary
): EditProblem[] {
  const quarters = (plan: EntityOf<'plan'>): (number | null)[] =>
    listOf(plan, 'period').map(({facts}) => facts.quarter)
  const [had, has] = [quarters(before), quarters(after)]
  const count = (list: (number | null)[], quarter: number): number =>
    list.filter((other) => other === quarter).length
  return [1, 2, 3, 4]
    .filter((quarter) => count(has, quarter) > Math.max(1, count(had, quarter)))
    .map((quarter) => ({
      id: null,
      reason: `${quarterName(quarter, vocabulary)} would be on the page twice: put what is new of it into the one that is there, or give the other one another quarter, too`
    }))
}

/**
 * Quarters that a heading of edited Markdown would take in: where the page has no headings for them, none is there that
 * would end the new one.
 *
 * @param beforeOf What was shown of the edited things.
 */
export function swallowedQuarters(
  shown: EntityOf<'plan'>,
  edited: EntityOf<'plan'>,
  beforeOf: ReadonlyMap<Entity, Entity>
): EditProblem[] {
  const periods = listOf(shown, 'period')
  if (periods.some(({facts}) => facts.label !== null)) return []
  const parentOf = new Map(
    periods.flatMap((period) => period.children.map((section) => [section as Entity, period]))
  )
  return listOf(edited, 'period').flatMap(({id, facts, children}) => {
    const parents = new Set(children.flatMap((child) => parentOf.get(beforeOf.get(child)!) ?? []))
    const name = JSON.stringify(facts.label)
    const reason = `the heading ${name} would take in another quarter behind it, as only the numbers of sections tell these: give that one a heading, too`
    return facts.label !== null && parents.size > 1 ? [{id, reason}] : []
  })
}

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
    // What the page said elsewhere, it is to say as it did.
    const label = facts.label ?? quarterName(facts.quarter!, vocabulary)
    const edit = headingBefore(sections[at]!, label, page)
    at += children.length
    return edit
  })
  const source = page.source.slice(0, page.length)
  return {
    edits: normalize(original, compose(edits, headings)),
    result: applyEdits(source, headings)
  }
}

/** A heading that is set apart from what it opens as that was from what stood before it. */
function headingBefore({node}: EntityOf<'section'>, label: string, page: Page): TextEdit {
  const line = lineAt(page, rangeOf(node).start)
  const start = lineStart(page, line)
  const heading = node.children[0] as Heading | undefined
  const marks = '='.repeat(heading?.type === 'heading' ? heading.depth : 3)
  const gap = page.eol.repeat(blankLines(page, line, -1))
  return {start, end: start, text: `${marks} ${label} ${marks}${page.eol}${gap}`}
}
