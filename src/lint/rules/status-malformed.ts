import {fixStatus} from '../fix-status.ts'
import type {Rule} from '../types.ts'

export const statusMalformed: Rule = {
  id: 'status-malformed',
  setting: 'warning',
  description: 'A status has malformed brackets',
  reason:
    'MediaWiki shows the brackets instead of a status, and programs that count statuses by template miss it.',
  example: {
    before:
      '== Outcome 1 ==\n=== Goals ===\n* Wind the clocks {{done}}\n* Ring the bell {[done}}\n',
    after: '== Outcome 1 ==\n=== Goals ===\n* Wind the clocks {{done}}\n* Ring the bell {{done}}\n'
  },
  fix: fixStatus
}
