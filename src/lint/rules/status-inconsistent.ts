import {isWellFormed} from '../spelling.ts'
import type {Rule} from '../types.ts'

export const statusInconsistent: Rule = {
  id: 'status-inconsistent',
  setting: 'off',
  description: 'A status is spelled unlike most others on the page',
  reason:
    'MediaWiki treats `{{done}}` and `{{Done}}` alike, but a search of the source for one misses the other. Off by default, because most pages mix them.',
  example: {
    before: '== Outcome 1 ==\n=== Goals ===\n* Wind {{done}}\n* Tick {{Done}}\n* Ring {{done}}\n',
    after: '== Outcome 1 ==\n=== Goals ===\n* Wind {{done}}\n* Tick {{done}}\n* Ring {{done}}\n'
  },
  *check({statuses, spell}) {
    for (const status of statuses.filter(isWellFormed)) {
      const {raw, position} = status
      const usual = spell(status)
      if (raw === usual) continue
      const reason = `\`${raw}\` is usually written \`${usual}\` on this page`
      yield {reason, place: position, actual: raw, expected: [usual]}
    }
  },
  fix: ({expected}) => expected?.[0]
}
