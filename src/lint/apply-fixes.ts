import {wrong} from '../check.ts'
import {applyEdits, sortEdits} from '../change/text-edit.ts'
import type {TextEdit} from '../change/text-edit.ts'

/**
 * A page with the fixes of its messages. Nothing but what the fixes replace is changed; of fixes that
 * overlap, the first is made.
 *
 * @param source The page that the messages are about.
 * @throws {TypeError} where the page is no string, or the messages are no array of messages.
 */
export function applyFixes(
  source: string,
  messages: readonly {fix?: TextEdit | undefined}[]
): string {
  const areMessages = Array.isArray(messages) && messages.every((each) => typeof each === 'object')
  if (!areMessages) throw wrong('messages', 'an array, as `file.messages` is', messages)
  return applyEdits(source, sortEdits(messages.flatMap(({fix}) => fix ?? [])))
}
