import {controlsOf} from '../comments.ts'
import type {Context} from '../context.ts'
import type {Finding, Rule} from '../types.ts'

/** A comment that names a rule which is not there; `ids` are the rules that are. */
export function createDisableUnknown(ids: () => ReadonlySet<string>): Rule {
  return {
    id: 'disable-unknown',
    setting: 'warning',
    description: 'A linter comment names a rule that does not exist',
    reason: 'It disables nothing, although it looks as if it did.',
    example: {
      before: '<!-- wikiplan-disable date-od -->\n== Outcome 1 ==\n=== Goals ===\n* Wait\n',
      after: '<!-- wikiplan-disable date-odd -->\n== Outcome 1 ==\n=== Goals ===\n* Wait\n'
    },
    check: (context) => check(context, ids())
  }
}

function* check(context: Context, known: ReadonlySet<string>): Iterable<Finding> {
  for (const {ids, place} of controlsOf(context)) {
    for (const id of ids) {
      if (!known.has(id)) yield {reason: `Unknown rule \`${id}\``, place, actual: id}
    }
  }
}
