import {readHeaded, withHeading} from './heading.ts'
import {vocabularyOf, type VocabularyOptions} from './options.ts'
import {planWith} from './path.ts'
import {find, type Target} from './target.ts'
import type {Plan} from '../plan/types.ts'

/**
 * Changes a section's heading, and with it what it says: the numbers, the name in brackets, a statement.
 * The section keeps its id; on the page it gets the one that its new heading makes.
 *
 * @param heading Such as `Outcome 1 / Output 2 (Night boats)`.
 * @throws {TargetError} where the plan has no such section.
 * @throws {TypeError} where the heading is no section's.
 */
export function setHeading(
  plan: Plan,
  target: Target,
  heading: string,
  options?: VocabularyOptions | null
): Plan {
  const {node, path} = find(plan, target, 'setHeading', ['section'])
  const vocabulary = vocabularyOf(options)
  const edited = withHeading(node, readHeaded(heading, vocabulary), vocabulary)
  return planWith(path, edited)
}
