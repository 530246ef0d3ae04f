/** What is wrong with an edit, as a person is told. */
import {TargetError} from '../../edit/target.ts'
import {PlanJsonError} from '../../plan/json/error.ts'
import {EditError} from '../../change/edit-error.ts'
import {PageError, UsageError} from '../errors.ts'
import {nameOf} from '../files.ts'

/**
 * What an argument says.
 *
 * @throws {UsageError} where reading it throws a `TypeError`.
 */
export function argument<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(error.message) : error
  }
}

/**
 * Runs an edit of a page.
 *
 * @throws {PageError} where it does not fit the page.
 */
export function explained<T>(path: string, edit: () => T): T {
  try {
    return edit()
  } catch (error) {
    throw explain(nameOf(path), error) ?? error
  }
}

function explain(name: string, error: unknown): PageError | undefined {
  if (error instanceof TargetError) return explainTarget(name, error)
  if (error instanceof EditError) {
    const details = error.problems.map(({id, reason}) =>
      id === null ? reason : `${id}: ${reason}`
    )
    return new PageError(`cannot put this edit into ${name}`, details)
  }
  if (error instanceof PlanJsonError) {
    const details = error.problems.map(({path, reason}) => `${path || 'document'}: ${reason}`)
    return new PageError('the edited document is not a plan', details)
  }
  return undefined
}

function explainTarget(name: string, {id, nearest, message, isAmbiguous}: TargetError): PageError {
  if (id === null) return new PageError(message)
  if (isAmbiguous)
    return new PageError(`${name} has several that '${id}' may be; say which`, nearest)
  const advice = nearest.length > 0 ? '; the nearest are' : ''
  return new PageError(`${name} has no id '${id}'${advice}`, nearest)
}
