import {byLikeness, shown} from '../check.ts'
import {findStatus, type Vocabulary} from '../vocabulary/index.ts'
import type {Status} from '../document/types.ts'

/** A name that is no status's. */
export class StatusError extends TypeError {
  override name = 'StatusError'
}

/** How many statuses an error names. */
const few = 3

/**
 * A new status, spelt as a template.
 *
 * @param name A status's value (`in-progress`), label (`In progress`) or other name (`wip`).
 * @throws {StatusError} where the vocabulary has none of this name, with the nearest; a misspelt one is not guessed.
 */
export function toStatus(name: string, vocabulary: Vocabulary): Status {
  const found = typeof name === 'string' ? findStatus(vocabulary, name) : undefined
  if (!found || found.misspelt) throw unknownStatus(name, vocabulary)
  const {value, label} = found
  return {type: 'status', value, label, form: 'template', raw: `{{${label}}}`}
}

function unknownStatus(name: unknown, {statuses}: Vocabulary): StatusError {
  const nearest = byLikeness(String(name).toLowerCase(), statuses, ({value, label, aliases = []}) =>
    [value, label, ...aliases].map((other) => other.toLowerCase())
  )
    .slice(0, few)
    .map(({value}) => `\`${value}\``)
  const values = statuses.map(({value}) => value).join(', ')
  return new StatusError(
    `${shown(name)} is not a status; the nearest are ${nearest.join(', ')}; accepted are ${values}, and the labels and aliases of these`
  )
}
