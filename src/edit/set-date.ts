import {toDate} from './date.ts'
import {vocabularyOf, type VocabularyOptions} from './options.ts'
import {planWith} from './path.ts'
import {find, type Target} from './target.ts'
import {childrenOf} from '../document/children.ts'
import type {Note, Plan} from '../plan/types.ts'

/**
 * Sets a note's date. The note stays where it is, and keeps its id.
 *
 * @param date A day, a month or a year in ISO 8601: `2030-08-14`, `2030-08`, `2030`.
 * @throws {TargetError} where the plan has no such note.
 * @throws {TypeError} for what is no such date.
 */
export function setDate(
  plan: Plan,
  target: Target,
  date: string,
  options?: VocabularyOptions | null
): Plan {
  const {node, path} = find(plan, target, 'setDate', ['note'])
  const made = toDate(date, vocabularyOf(options))
  const [old] = childrenOf(node, 'date')
  if (old?.value === made.value) return plan
  const rest = node.children.filter((child) => child !== old)
  const edited: Note = {...node, children: [made, ...rest]}
  return planWith(path, edited)
}
