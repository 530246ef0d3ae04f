import {compareNumbers} from './periods.ts'
import {flatten, mark, positioned, span, splitAt} from '../../document/phrasing.ts'
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
  outline.place(section, node.type === 'heading' ? withParts(node, children, heading) : node)
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

/** A heading with its code, numbers, qualifier and statement as nodes within. */
function withParts(
  node: Extract<KeptContent, {type: 'heading'}>,
  children: readonly PhrasingContent[],
  {code, numberParts, qualifier, statement}: SectionHeading
): HeadingWithParts {
  const parts = [
    ...(code
      ? [{...code, make: (content: PhrasingContent[]) => valueNode('code', code.value, content)}]
      : []),
    ...numberParts.map((part) => ({
      ...part,
      make: (content: PhrasingContent[]) => ({
        ...valueNode('number', part.value, content),
        word: part.word
      })
    })),
    ...(qualifier
      ? [
          {
            ...qualifier,
            make: (content: PhrasingContent[]) => ({
              type: 'qualifier',
              children: content,
              position: span(content)
            })
          }
        ]
      : []),
    ...(statement
      ? [{...statement, make: (content: PhrasingContent[]) => toStatement(content)}]
      : [])
  ]
  const pieces = splitAt(
    children,
    parts.flatMap(({from, to}) => [from, to])
  )
  const content = pieces.flatMap((piece, at): unknown[] => {
    const made = at % 2 === 1 && piece.length > 0 ? parts[(at - 1) / 2]!.make(piece) : undefined
    return made ? [made] : piece.filter((child) => child.type !== 'text' || child.value !== '')
  })
  return {...node, children: content as HeadingWithParts['children']}
}

function valueNode<Type extends 'code' | 'number'>(
  type: Type,
  value: string,
  content: PhrasingContent[]
): {type: Type; value: string; position: ReturnType<typeof span>} {
  return {type, value, position: span(content)}
}
