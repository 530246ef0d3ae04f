import {isNewer, latestNews} from '../../plan/news.ts'
import {statusOf} from '../context.ts'
import type {Rule} from '../types.ts'

export const statusBehindNote: Rule = {
  id: 'status-behind-note',
  setting: 'warning',
  description: 'The status of a task or goal contradicts its latest note',
  reason:
    'A note that starts with the text of a task, or has that text after a status, is about that task: the task is further along than its own status says, or took another course.',
  example: {before: page('in progress'), after: page('done')},
  *check({plan}) {
    for (const [item, news] of latestNews(plan)) {
      const status = statusOf(item)
      // Without a date nobody can say which is the newer.
      if (!status || !news.isNamed || news.date === null) continue
      if (!isNewer(news.status.value, status.value)) continue
      yield {
        reason: `This is ${status.label}, but the note of ${news.date} says ${news.status.label}`,
        place: status.position,
        actual: status.raw,
        expected: [news.status.raw]
      }
    }
  }
}

function page(status: string): string {
  return `== Outcome 1 ==
=== Goals ===
==== Wind the clocks ====
* Find the key {{${status}}}
=== Status ===
'''Note: August 14, 2030'''
* Find the key is {{done}}
`
}
