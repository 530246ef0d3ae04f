import {compareNumbers} from './periods.ts'
import {endsOf, flatten, mark, positioned, span, splitAt} from '../../document/phrasing.ts'
import {toStatement} from './item-line.ts'
import {collapse} from '../../document/plain-text.ts'
import type {SectionHeading} from './headings.ts'
import type {Outline} from './outline.ts'
import type {PhrasingContent, Position} from '../../document/types.ts'
import type {HeadingWithParts, KeptContent, Section} from '../types.ts'

/** Opens a section at its heading, and a new period where its numbers say so. */
export function openSection(
  outline: Outline,
  heading: SectionHeading,
  node: KeptContent,
  children: PhrasingContent[],
  depth: number
): void {
  const text = collapse(flatten(children).replaceAll(mark, ' '))
  const isInner = outline.isInner(heading.kind, depth)
  const isNumbered = heading.numberParts.length > 0
  if (!isInner && opensPeriod(outline, heading)) outline.openPeriod(null, null, node.position)
  outline.touchHeading()
  const section = newSection(text, heading, node.position)
  outline.openSection(section, depth)
  outline.paragraph = undefined
  if (isNumbered && !isInner) outline.numbers = heading.numbers
  const said = node.type === 'heading' && {...node, children: partsOfHeading(children, heading)}
  outline.place(section, said || node)
  const isUnparsed = heading.kind === 'outcome' || heading.kind === 'output'
  if (!isNumbered && !heading.code && isUnparsed) reportUnparsed(outline, text, node)
}

/** A section with what its heading says, and nothing in it. */
export function newSection(
  heading: string | null,
  {kind, code, numbers, qualifier}: SectionHeading,
  position: Position | undefined
): Section {
  const section: Section = {
    type: 'section',
    kind,
    id: '',
    heading,
    code: code?.value ?? null,
    numbers,
    qualifier: qualifier?.value ?? null,
    children: [],
    position: undefined
  }
  return positioned(section, position)
}

/** Where the page does not say the quarters, a new one starts where the numbers go down. */
function opensPeriod({period, numbers}: Outline, heading: SectionHeading): boolean {
  if (!period) return true
  return period.inferred && numbers !== undefined && compareNumbers(heading.numbers, numbers) < 0
}

function reportUnparsed(outline: Outline, text: string, node: KeptContent): void {
  outline.report({
    ruleId: 'outcome-unparsed',
    reason: 'This looks like the heading of an outcome, but has no number',
    place: node.position,
    actual: text,
    expected: ['Outcome 1 / Output 2', 'Outcome 1 / Output 2 (Team)'],
    note: 'Write the number of the outcome or output behind the word.'
  })
}

/** A part of a heading by offsets of its text, and what it becomes. */
interface Part {
  from: number
  to: number
  make: (content: PhrasingContent[]) => unknown
}

/** A heading's content with its code, numbers, qualifier and statement as nodes within. */
export function partsOfHeading(
  heading: readonly PhrasingContent[],
  {code, numberParts, qualifier, statement}: SectionHeading
): HeadingWithParts['children'] {
  const parts: Part[] = []
  if (code) {
    const {from, to, value} = code
    parts.push({from, to, make: (content) => ({type: 'code', value, position: span(content)})})
  }
  for (const {from, to, value, word} of numberParts) {
    const type = 'number'
    parts.push({from, to, make: (content) => ({type, value, word, position: span(content)})})
  }
  if (qualifier) {
    const {from, to} = qualifier
    const type = 'qualifier'
    parts.push({from, to, make: (children) => ({type, children, position: span(children)})})
  }
  if (statement) parts.push({...statement, make: toStatement})
  const children: unknown[] = []
  const pieces = splitAt(heading, endsOf(parts))
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at]!
    const made = at % 2 === 1 && piece.length > 0 ? parts[(at - 1) / 2]!.make(piece) : undefined
    if (made) children.push(made)
    else for (const child of piece) if (child.type !== 'text' || child.value) children.push(child)
  }
  return children as HeadingWithParts['children']
}
