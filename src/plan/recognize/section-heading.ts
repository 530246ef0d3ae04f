import {compareNumbers} from './periods.ts'
import {endsOf, flatten, mark, positioned, span, splitAt} from '../../document/phrasing.ts'
import {toStatement} from './item-line.ts'
import {collapse} from '../../document/plain-text.ts'
import type {SectionHeading} from './headings.ts'
import type {Outline} from './outline.ts'
import type {PhrasingContent} from '../../document/types.ts'
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
  const section: Section = {
    type: 'section',
    kind: heading.kind,
    id: '',
    heading: text,
    code: heading.code?.value ?? null,
    numbers: heading.numbers,
    qualifier: heading.qualifier?.value ?? null,
    children: [],
    position: undefined
  }
  outline.openSection(positioned(section, node.position), depth)
  outline.paragraph = undefined
  if (isNumbered && !isInner) outline.numbers = heading.numbers
  const said = node.type === 'heading' && {...node, children: partsOfHeading(children, heading)}
  outline.place(section, said || node)
  const isUnparsed = heading.kind === 'outcome' || heading.kind === 'output'
  if (!isNumbered && !heading.code && isUnparsed) reportUnparsed(outline, text, node)
}

/** Where the page does not say the quarters, a new one starts where the numbers go down. */
function opensPeriod({period, numbers}: Outline, heading: SectionHeading): boolean {
  if (!period) return true
  return period.inferred && numbers !== undefined && compareNumbers(heading.numbers, numbers) < 0
}

function reportUnparsed(outline: Outline, text: string, node: KeptContent): void {
  outline.report({
    ruleId: 'outcome-unparsed',
    reason: 'This heading opens like an outcome’s, but has no number',
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
