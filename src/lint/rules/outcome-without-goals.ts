import type {Section} from '../../plan/types.ts'
import type {Rule} from '../types.ts'

export const outcomeWithoutGoals: Rule = {
  id: 'outcome-without-goals',
  setting: 'warning',
  description: 'An outcome has no goals',
  reason:
    'Nothing says how it will be reached. If it has an empty heading for goals, `goals-empty` reports that instead.',
  example: {
    before: '== Outcome 1 ==\n=== Status ===\n* Note: May 8, 2031\n** The ice melts.\n',
    after:
      '== Outcome 1 ==\n=== Goals ===\n* Wait\n=== Status ===\n* Note: May 8, 2031\n** The ice melts.\n'
  },
  *check({sections, reported}) {
    const empty = reported('goals-empty')
    let next = 0
    for (const {heading, children, position} of sections) {
      while (next < empty.length && empty[next]! < (position?.start.offset ?? 0)) next++
      const isReported = next < empty.length && empty[next]! < (position?.end.offset ?? 0)
      if (heading === null || isReported || children.some(({type}) => parts.has(type))) continue
      yield {
        reason: `No goals under “${heading}”`,
        place: headingPlace(children),
        actual: heading
      }
    }
  }
}

/** What tells how an outcome is to be reached: its sections answer for themselves. */
const parts = new Set<string>(['goal', 'section'])

/** An outcome's first child is its heading. */
function headingPlace([first]: Section['children']): NonNullable<typeof first>['position'] {
  return first?.position
}
