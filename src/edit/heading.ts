/** A section's heading and its statement, which may stand in it. */
import {toSomeContent, toStatement, type Content} from './content.ts'
import {vocabularyOf, type VocabularyOptions} from '../vocabulary/index.ts'
import {planWith} from './path.ts'
import {withChild} from './place.ts'
import {find, type Target} from './target.ts'
import {childOf} from '../document/children.ts'
import {collapse, toText} from '../document/plain-text.ts'
import {statementOf} from '../plan/model.ts'
import {
  readHeading,
  readSectionHeading,
  splitHeading,
  unjoined
} from '../plan/recognize/headings.ts'
import {wrong} from '../check.ts'
import {text} from '../write/builders.ts'
import type {PhrasingContent} from '../document/types.ts'
import type {HeadingWithParts, Plan, Section} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/index.ts'

/**
 * Changes a section's heading, and with it what it says: the numbers, the name in brackets, a statement.
 * The section keeps its id; on the page it gets the one that its new heading makes.
 *
 * @param heading Such as `Outcome 1 / Output 2 (Night boats)`.
 * @throws {TargetError} where the plan has no such section.
 * @throws {TypeError} where the heading is no section's, and the one that the section has is.
 */
export function setHeading(
  plan: Plan,
  target: Target,
  heading: string,
  options?: VocabularyOptions | null
): Plan {
  const {node, path} = find(plan, target, 'setHeading', ['section'])
  const vocabulary = vocabularyOf(options)
  const edited = withHeading(node, headedLike(node, heading, vocabulary), vocabulary)
  return planWith(path, edited)
}

/**
 * Sets, changes or, with `null`, clears a section's statement. One that stands in the heading
 * (`Outcome 1: All ferries keep time`) changes there, as plain text.
 *
 * @throws {TargetError} where the plan has no such section.
 * @throws {TypeError} for what is no text, or a text that the heading cannot say.
 */
export function setStatement(
  plan: Plan,
  target: Target,
  statement: Content | null,
  options?: VocabularyOptions | null
): Plan {
  const {node, path} = find(plan, target, 'setStatement', ['section'])
  const vocabulary = vocabularyOf(options)
  const content = statement === null ? [] : toSomeContent(statement, 'statement', vocabulary)
  const own = childOf(node, 'statement')
  const edited = isInHeading(node, vocabulary)
    ? inHeading(node, toText(content), vocabulary)
    : withChild(node, own, toStatement(content, own))
  return planWith(path, edited)
}

/** Whether the heading alone says the statement; a plan without a page may have it on its own as well. */
function isInHeading(section: Section, vocabulary: Vocabulary): boolean {
  const said = saidInHeading(section, vocabulary)
  const own = childOf(section, 'statement')
  return said !== undefined && (!own || toText(own) === said)
}

/** The statement that a heading says: the end of it, or a whole cell of a table. */
function saidInHeading(section: Section, vocabulary: Vocabulary): string | undefined {
  const {statement} = splitHeading(section.heading, vocabulary)
  if (statement !== undefined || childOf(section, 'statement')) return statement
  const said = statementOf(section)
  return said && toText(said) === section.heading ? section.heading : undefined
}

function inHeading(section: Section, words: string, vocabulary: Vocabulary): Section {
  if (saidInHeading(section, vocabulary) === section.heading) {
    if (words === '')
      throw new TypeError(
        `The heading \`${section.heading}\` is the statement: set another heading`
      )
    return withHeading(section, {...section, heading: words}, vocabulary)
  }
  const {before} = splitHeading(section.heading, vocabulary)
  const heading = words === '' ? unjoined(before) : before + words
  const headed = headedLike(section, heading, vocabulary)
  if ((splitHeading(headed.heading, vocabulary).statement ?? '') !== words)
    throw new TypeError(`The heading \`${heading}\` would not say the statement \`${words}\``)
  return withHeading(section, headed, vocabulary)
}

/** What a section says in its heading. */
type Headed = Pick<Section, 'kind' | 'heading' | 'code' | 'numbers' | 'qualifier'>

/**
 * What a heading says of its section.
 *
 * @throws {TypeError} where it is no section's.
 */
export function readHeaded(heading: string, vocabulary: Vocabulary, name = 'heading'): Headed {
  if (typeof heading !== 'string') throw wrong(name, 'a string', heading)
  const words = toText(toSomeContent(heading, name, vocabulary))
  const found = readSectionHeading(words, vocabulary)
  if (!found)
    throw wrong(name, "a section's, such as `Outcome 1 / Output 2 (Night boats)`", heading)
  return {
    kind: found.kind,
    heading: words,
    code: found.code?.value ?? null,
    numbers: found.numbers,
    qualifier: found.qualifier?.value ?? null
  }
}

/**
 * What another heading says of a section. One whose heading has no word of the vocabulary may be called anything: what
 * stands below it says what it is, as it does where a heading is a code.
 *
 * @throws {TypeError} where the heading is no section's.
 */
function headedLike(section: Section, heading: string, vocabulary: Vocabulary): Headed {
  const was = readSectionHeading(section.heading, vocabulary)
  if (was || section.heading === null || typeof heading !== 'string') {
    const headed = readHeaded(heading, vocabulary)
    return was?.kind === headed.kind ? {...headed, kind: section.kind} : headed
  }
  const words = toText(toSomeContent(heading, 'heading', vocabulary))
  if (readHeading(words, vocabulary)) return readHeaded(heading, vocabulary)
  return {kind: section.kind, heading: words, code: null, numbers: {}, qualifier: null}
}

/** A section with another heading; what repeats the heading's statement changes with it. */
function withHeading(section: Section, headed: Headed, vocabulary: Vocabulary): Section {
  const said = saidInHeading(section, vocabulary)
  const parts =
    said !== undefined && said === section.heading
      ? {before: '', statement: headed.heading ?? undefined}
      : splitHeading(headed.heading, vocabulary)
  const own = childOf(section, 'statement')
  const isRepeated = own !== undefined && said !== undefined && toText(own) === said
  const words = parts.statement === undefined ? [] : [text(parts.statement)]
  // In a page's heading the statement is a node of its own.
  const headingContent = [text(parts.before), toStatement(words) ?? []].flat() as PhrasingContent[]
  const children = section.children.flatMap((child, index): Section['children'] => {
    if (child === own && isRepeated) return [toStatement(words, own) ?? []].flat()
    return [isHeadingOf(section, child, index) ? {...child, children: headingContent} : child]
  })
  const {kind, heading, code, numbers, qualifier} = headed
  return {...section, kind, heading, code, numbers, qualifier, children}
}

/** Whether a node of a section is its heading: each row of a table may repeat it. */
function isHeadingOf(
  {heading}: Section,
  child: Section['children'][number],
  index: number
): child is HeadingWithParts {
  if (heading === null) return false
  if (child.type === 'tableCell') return collapse(toText(child)) === heading
  return child.type === 'heading' && index === 0
}
