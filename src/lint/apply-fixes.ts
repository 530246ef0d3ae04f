import type {Edit} from './types.ts'

/**
 * A page with the fixes of its messages. Nothing but what the fixes replace is changed; of fixes that
 * overlap, the first is made.
 *
 * @param source The page that the messages are about.
 */
export function applyFixes(source: string, messages: readonly {fix?: Edit | undefined}[]): string {
  const edits = messages
    .flatMap(({fix}) => fix ?? [])
    .sort((a, b) => a.start - b.start || a.end - b.end)
  let result = ''
  let at = 0
  for (const {start, end, text} of edits) {
    if (start < at) continue
    result += source.slice(at, start) + text
    at = end
  }
  return result + source.slice(at)
}
