/**
 * What stands before the first section: fields, and the heading that the plan stands under.
 */
import {isLabel, readField, toField} from './fields.ts'
import {fiscalYearOf, hasPlanWord} from './fiscal-year.ts'
import {openNamedPeriod, wordsOf} from './heading-blocks.ts'
import {itemsOf, nested, ownPosition, paragraphOf} from './items.ts'
import {quarterInHeading, quarterInLine, quarterInNavigation, quarterOfYear} from './quarters.ts'
import {span} from '../../document/phrasing.ts'
import {collapse} from '../../document/plain-text.ts'
import type {Block, Line, ListBlock} from './blocks.ts'
import type {Outline} from './outline.ts'
import type {Field} from '../types.ts'

/** Fields; `;Label` and `:value` are two lines and one field. */
export function readIntroLine(outline: Outline, block: Line, next: Block | undefined): number {
  if (outline.period) {
    outline.keep(block.node)
    return 1
  }
  const {vocabulary, dialect} = outline.options
  const {text} = block
  if (!outline.sentence) {
    outline.sentence = quarterInLine(text, vocabulary)
    outline.state(() => outline.sentence, text)
  }
  if (dialect === 'text') outline.lead(quarterInNavigation, text)
  // A term with a description on its line is a paragraph of both.
  const isTerm = block.form === 'term' && block.node.type === 'definitionTerm'
  if (isTerm && next?.kind === 'line' && next.form === 'indented' && isLabel(text)) {
    const position = span([{position: block.position}, {position: next.position}])
    placeField(
      outline,
      toField(collapse(text), next.children, position, vocabulary, block.children)
    )
    return 2
  }
  const field = readField(block.children, block.position, vocabulary)
  if (field) placeField(outline, field)
  else {
    if (isPlanLine(outline, block, text)) {
      const words = collapse(wordsOf(text))
      const quarter = quarterOfYear(words, vocabulary, true)
      if (quarter) {
        openNamedPeriod(outline, words, quarter, block.node, block.children)
        return 1
      }
      outline.state(quarterInHeading, words)
      outline.headings.push({text: words, above: false})
    }
    outline.keep(block.node)
  }
  return 1
}

/** A line that the plan stands under: bold, or in a page whose headings are lost. */
function isPlanLine(
  {options: {vocabulary, dialect}}: Outline,
  {form}: Line,
  text: string
): boolean {
  if (form !== 'strong' && dialect !== 'text') return false
  return (
    text.length < 200 &&
    !text.endsWith('.') &&
    fiscalYearOf(text, vocabulary) !== null &&
    hasPlanWord(text, vocabulary)
  )
}

function placeField(outline: Outline, field: Field): void {
  outline.touchHeading()
  outline.place(outline.plan, field)
}

/** A list of fields, and what is nested in them; one without any stays as it is. */
export function readIntroList(outline: Outline, list: ListBlock['node']): void {
  const items = itemsOf(list)
  const {vocabulary} = outline.options
  const fields = outline.period
    ? []
    : items.map((item) => {
        const position = nested(item).length > 0 ? ownPosition(item) : item.position
        return readField(paragraphOf(item), position, vocabulary)
      })
  if (!fields.some(Boolean)) return outline.keep(list)
  for (const [index, item] of items.entries()) {
    const field = fields[index]
    if (!field) {
      outline.keep(item)
      continue
    }
    placeField(outline, field)
    for (const inner of nested(item)) {
      if (inner.type === 'list') readIntroList(outline, inner)
      else outline.keep(inner)
    }
  }
}
