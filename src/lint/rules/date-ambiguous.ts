import {toText} from '../../document/plain-text.ts'
import {nodesOf} from '../nodes.ts'
import type {Note, Statement} from '../../plan/types.ts'
import type {Rule} from '../types.ts'

/** `8/5/2031`, `8.5.31`: which of the two is the month is for the reader to guess. */
const numbers = /^\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)/

export const dateAmbiguous: Rule = {
  id: 'date-ambiguous',
  setting: 'warning',
  description: 'A note’s date is in numbers: `8/5/2031`',
  reason: 'It is May in one country and August in another, so it is read as neither.',
  example: {
    before: '== Outcome 1 ==\n=== Status ===\n* Note: 8/5/2031\n** The ice melts.\n',
    after: '== Outcome 1 ==\n=== Status ===\n* Note: May 8, 2031\n** The ice melts.\n'
  },
  *check({plan, source, place}) {
    for (const note of nodesOf<Note>(plan, 'note')) {
      const statement = firstStatement(note)
      const start = statement?.position?.start.offset
      const raw = statement && numbers.exec(toText(statement))?.[0]
      if (!raw || start === undefined || !source.startsWith(raw, start)) continue
      yield {
        reason: `\`${raw}\` may be one of two days`,
        place: place(start, start + raw.length),
        actual: raw,
        note: 'Write the month as a word, or the date as 2031-05-08.'
      }
    }
  }
}

/** What stands first in a note without a date. */
function firstStatement({children}: Note): Statement | undefined {
  if (children.some(({type}) => type === 'date')) return undefined
  const update = children.find((node) => node.type === 'update')
  return update?.children.find((node) => node.type === 'statement')
}
