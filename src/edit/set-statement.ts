import {toSomeContent, type Content} from './content.ts'
import {ownStatement, readHeaded, withHeading} from './heading.ts'
import {splitHeading, unjoined} from '../plan/recognize/headings.ts'
import {vocabularyOf, type VocabularyOptions} from './options.ts'
import {planWith} from './path.ts'
import {insertIndex} from './place.ts'
import {statementOf} from './statement.ts'
import {find, type Target} from './target.ts'
import {toText} from '../document/plain-text.ts'
import type {PhrasingContent} from '../document/types.ts'
import type {Section, Plan} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/index.ts'

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
  const content = statement === null ? [] : toSomeContent(statement, 'statement')
  const edited = isInHeading(node, vocabulary)
    ? inHeading(node, toText(content), vocabulary)
    : onItsOwn(node, content)
  return planWith(path, edited)
}

/** Whether the heading alone says the statement; a plan without a page may have it on its own as well. */
function isInHeading(section: Section, vocabulary: Vocabulary): boolean {
  const {statement} = splitHeading(section.heading, vocabulary)
  const own = ownStatement(section)
  return statement !== undefined && (!own || toText(own) === statement)
}

function inHeading(section: Section, words: string, vocabulary: Vocabulary): Section {
  const {before} = splitHeading(section.heading, vocabulary)
  const heading = words === '' ? unjoined(before) : before + words
  const headed = readHeaded(heading, vocabulary)
  if ((splitHeading(headed.heading, vocabulary).statement ?? '') !== words)
    throw new TypeError(`The heading \`${heading}\` would not say the statement \`${words}\``)
  return withHeading(section, headed, vocabulary)
}

function onItsOwn(section: Section, content: PhrasingContent[]): Section {
  const old = ownStatement(section)
  const own = statementOf(content, old)
  const at = old ? section.children.indexOf(old) : insertIndex(section, own)
  const children = [...section.children]
  children.splice(at, old ? 1 : 0, ...(content.length > 0 ? [own] : []))
  return {...section, children}
}
