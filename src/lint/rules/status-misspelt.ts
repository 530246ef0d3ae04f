import {fixStatus} from '../fix-status.ts'
import type {Rule} from '../types.ts'

export const statusMisspelt: Rule = {
  id: 'status-misspelt',
  setting: 'warning',
  description: 'A status is misspelled',
  reason: 'No template has that name: MediaWiki shows a red link instead of the status.',
  example: {
    before:
      '== Outcome 1 ==\n=== Goals ===\n* Wind the clocks {{doen}}\n* Ring the bell {{done}}\n',
    after: '== Outcome 1 ==\n=== Goals ===\n* Wind the clocks {{done}}\n* Ring the bell {{done}}\n'
  },
  fix: fixStatus
}
