import {isWellFormed} from '../spelling.ts'
import type {Rule} from '../types.ts'

export const statusInconsistent: Rule = {
  id: 'status-inconsistent',
  setting: 'off',
  description: 'A status is spelt unlike most of the page’s',
  reason:
    'MediaWiki shows `{{done}}` and `{{Done}}` alike; people who search the source do not find both. Off, because most pages mix them.',
  example: {
    before: '== Outcome 1 ==\n=== Goals ===\n* Wind {{done}}\n* Tick {{Done}}\n* Ring {{done}}\n',
    after: '== Outcome 1 ==\n=== Goals ===\n* Wind {{done}}\n* Tick {{done}}\n* Ring {{done}}\n'
  },
  *check({statuses, spell}) {
    for (const status of statuses.filter(isWellFormed)) {
      const {raw, position} = status
      const usual = spell(status)
      if (raw === usual) continue
      const reason = `\`${raw}\` is mostly written \`${usual}\` on this page`
      yield {reason, place: position, actual: raw, expected: [usual]}
    }
  },
  fix: ({expected}) => expected?.[0]
}
