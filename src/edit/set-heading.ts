import {readHeaded, withHeading} from './heading.ts'
import {vocabularyOf, type VocabularyOptions} from './options.ts'
import {planWith} from './path.ts'
import {find, type Target} from './target.ts'
import type {Plan} from '../plan/types.ts'

/**
 * Changes an outcome's heading, and with it what it says: the numbers, the name in brackets, a statement.
 * The outcome keeps its id; on the page it gets the one that its new heading makes.
 *
 * @param heading Such as `Outcome 1 / Output 2 (Night boats)`.
 * @throws {TargetError} where the plan has no such outcome.
 * @throws {TypeError} where the heading is no outcome's.
 */
export function setHeading(
  plan: Plan,
  target: Target,
  heading: string,
  options?: VocabularyOptions | null
): Plan {
  const {node, path} = find(plan, target, 'setHeading', ['outcome'])
  const vocabulary = vocabularyOf(options)
  const edited = withHeading(node, readHeaded(heading, vocabulary), vocabulary)
  return planWith(path, edited)
}
