import {applyEdits, sortEdits} from '../change/text-edit.ts'
import type {TextEdit} from '../change/text-edit.ts'

/**
 * A page with the fixes of its messages. Nothing but what the fixes replace is changed; of fixes that
 * overlap, the first is made.
 *
 * @param source The page that the messages are about.
 */
export function applyFixes(
  source: string,
  messages: readonly {fix?: TextEdit | undefined}[]
): string {
  return applyEdits(source, sortEdits(messages.flatMap(({fix}) => fix ?? [])))
}
