import {
  firstShown,
  flatten,
  mark,
  positioned,
  sliceTrimmed,
  spanning,
  trim
} from '../../document/phrasing.ts'
import {collapse} from '../../document/plain-text.ts'
import {quarterAt} from './quarters.ts'
import {wordAt} from './words.ts'
import type {PhrasingContent, Position} from '../../document/types.ts'
import type {Field, Label, Value} from '../types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/**
 * The field that a line says, `undefined` where it is no `Label: value`.
 *
 * ```markdown
 * | '''Goal Owner''': Ada Fictional
 *      ^^^^^^^^^^     ^^^^^^^^^^^^^
 * ```
 *
 * @param ofItem Whether it stands with a goal or task, where no line says which statuses there are.
 */
export function readField(
  children: readonly PhrasingContent[],
  position: Position | undefined,
  vocabulary: Vocabulary,
  ofItem = false
): Field | undefined {
  const text = flatten(children)
  const marked = markedLength(children)
  const known = vocabulary.fields.some(({labels}) => wordAt(text, trim(text)[0], labels))
  const colon = labelEnd(text, marked, marked > 0 || known ? many : few)
  if (colon === undefined) return undefined
  const label = collapse(text.slice(0, colon))
  if (!known && isOfPlan(label, vocabulary)) return undefined
  if (!known && !ofItem && isLegend(text.slice(colon))) return undefined
  return toField(
    label,
    sliceTrimmed(children, colon + 1),
    position,
    vocabulary,
    sliceTrimmed(children, 0, colon)
  )
}

/**
 * The field that a line of a section or goal says: its label is marked up, and its value is not.
 *
 * ```markdown
 * | '''Objective Manager:''' Cora Fictive
 *      ^^^^^^^^^^^^^^^^^      ^^^^^^^^^^^^
 * ```
 */
export function readMarkedField(
  children: readonly PhrasingContent[],
  position: Position | undefined,
  vocabulary: Vocabulary,
  ofItem = false
): Field | undefined {
  const text = flatten(children)
  const marked = markedLength(children)
  const colon = labelEnd(text, marked, many)
  if (colon === undefined) return undefined
  const start = trim(text)[0]
  const isMarked = colon === marked || colon === marked - 1
  if (!isMarked && !isKnownLabel(text.slice(start, colon), vocabulary)) return undefined
  const word = wordAt(text, start, vocabulary.labels.statement)
  // `'''Outcome 1:''' Boats keep time` is a statement; `'''Objective Manager:''' Cora Fictive` is a field.
  if (word && !/\p{L}/u.test(text.slice(start + word.length, colon))) return undefined
  return readField(children, position, vocabulary, ofItem)
}

/**
 * Whether a line with a colon says something else of a plan: what a code or number names, or a quarter's goals.
 *
 * ```markdown
 * | KR1: Boats are found.   Goal 2: Row   Q2 Goals:
 * ```
 */
function isOfPlan(label: string, vocabulary: Vocabulary): boolean {
  return (
    /^(?:\p{L}{1,20}\s)?\p{Lu}{0,5}\d{1,6}(?:\.\d{1,6}){0,8}$/u.test(label) ||
    quarterAt(label, 0, vocabulary) !== undefined
  )
}

/** Whether a value says which statuses there are: it has several. */
function isLegend(value: string): boolean {
  return value.indexOf(mark) !== value.lastIndexOf(mark)
}

/**
 * A field of a label and its value.
 *
 * @param said The label where the page has it.
 */
export function toField(
  label: string,
  value: PhrasingContent[],
  position: Position | undefined,
  vocabulary: Vocabulary,
  said: PhrasingContent[] = []
): Field {
  const name = fieldName(label, vocabulary)
  const children: Field['children'] = [
    ...(said.length > 0
      ? [spanning<Label>({type: 'label', children: said, position: undefined})]
      : []),
    ...(value.length > 0
      ? [spanning<Value>({type: 'value', children: value, position: undefined})]
      : [])
  ]
  return positioned<Field>({type: 'field', name, label, children, position: undefined}, position)
}

/** The stable key of a label that the vocabulary knows, else `null`. */
export function fieldName(label: string, {fields}: Vocabulary): string | null {
  return fields.find(({labels}) => wordAt(label, 0, labels))?.name ?? null
}

/** The field of a line whose label opens as one of the vocabulary's: `Owner for Outcome 1: Otto`. */
export function readKnownField(
  children: readonly PhrasingContent[],
  position: Position | undefined,
  vocabulary: Vocabulary
): Field | undefined {
  const field = readField(children, position, vocabulary)
  return field?.name ? field : undefined
}

/** Whether a label is one of the vocabulary's, and says nothing else. */
function isKnownLabel(text: string, {fields}: Vocabulary): boolean {
  const label = text.trim().toLowerCase()
  return fields.some(({labels}) => labels.some((known) => known.toLowerCase() === label))
}

/** How many words a label has at most: one that is marked up, or known, may be long. */
const few = 6
const many = 12

/** Whether some text may be a label: a few words, no sentence. */
export function isLabel(text: string, words = few): boolean {
  const count = text.split(/\s+/).filter(Boolean).length
  return count > 0 && count <= words && !/[.;!?\uFFFC]/.test(text)
}

/** How much of the line its first bold or italic piece covers: a label may be known by its markup. */
function markedLength(children: readonly PhrasingContent[]): number {
  const first = firstShown(children)
  return first && (first.type === 'strong' || first.type === 'emphasis')
    ? flatten([first]).length
    : 0
}

/**
 * The colon that ends the label: white space or the line's end follows it, or the label's markup ends
 * there (`'''Goal Owner:'''Ada`).
 */
function labelEnd(text: string, marked: number, words: number): number | undefined {
  for (let at = text.indexOf(':'); at >= 0 && at < 200; at = text.indexOf(':', at + 1)) {
    if (!isLabel(text.slice(0, at), words)) return undefined
    const end = at + 1
    if (end === text.length || /\s/.test(text[end]!) || end === marked || at === marked) return at
  }
  return undefined
}
