import {text} from '../write/builders.ts'
import {findStatus, type Vocabulary} from '../vocabulary/index.ts'
import type {PhrasingContent, Status} from '../document/types.ts'

/**
 * A new status.
 *
 * @param name A status's value (`in-progress`), label (`In progress`) or other name (`wip`).
 * @throws {TypeError} where the vocabulary has none of this name; a misspelt one is not guessed.
 */
export function toStatus(name: string, vocabulary: Vocabulary): Status {
  const found = typeof name === 'string' ? findStatus(vocabulary, name) : undefined
  if (!found || found.misspelt) throw unknownStatus(name, vocabulary)
  const {value, label} = found
  return {type: 'status', value, label, form: 'template', raw: `{{${label}}}`}
}

function unknownStatus(name: unknown, {statuses}: Vocabulary): TypeError {
  const values = statuses.map(({value}) => value).join(', ')
  return new TypeError(
    `${JSON.stringify(name)} is no status; accepted are ${values}, and the labels and aliases of these`
  )
}

/** An update's text with statuses that open it. */
export function opened(
  statuses: readonly Status[],
  content: readonly PhrasingContent[]
): PhrasingContent[] {
  const opening = statuses.flatMap((status): PhrasingContent[] => [status, text(' ')])
  return content.length > 0 ? [...opening, ...content] : opening.slice(0, -1)
}
