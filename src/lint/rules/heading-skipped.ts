import {nodesOf} from '../../document/nodes.ts'
import type {Heading} from '../../document/types.ts'
import type {Rule} from '../types.ts'

export const headingSkipped: Rule = {
  id: 'heading-skipped',
  setting: 'warning',
  description: 'A heading skips a level',
  reason:
    'Screen readers and the table of contents show a level that does not exist. Applies to wikitext only.',
  example: {
    before: '== Goals for FY30/31 ==\n==== Outcome 1 ====\n===== Goals =====\n* Wait\n',
    after: '== Goals for FY30/31 ==\n=== Outcome 1 ===\n==== Goals ====\n* Wait\n'
  },
  *check({document}) {
    const headings = document ? nodesOf<Heading>(document, 'heading') : []
    for (const [index, {depth, position}] of headings.entries()) {
      const before = headings[index - 1]?.depth
      if (before === undefined || depth <= before + 1) continue
      const reason = `This heading of level ${depth} comes after one of level ${before}`
      yield {
        reason,
        place: position,
        note: `Make it level ${before + 1}, or put the level between in.`
      }
    }
  }
}
