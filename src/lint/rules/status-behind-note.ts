import {childrenOf} from '../../document/children.ts'
import {flatten, mark, statusesOf} from '../../document/phrasing.ts'
import {compareDates, dateOf, statusOf, titleOf, wordsOf} from '../context.ts'
import {nodesOf} from '../nodes.ts'
import type {Status} from '../../document/types.ts'
import type {Goal, Note, Section, Statement, Task} from '../../plan/types.ts'
import type {Finding, Rule} from '../types.ts'

/** How far along each status is: work goes up, and a note need not be written for each step. */
const progress = new Map([
  ['to-do', 0],
  ['in-progress', 1],
  ['stalled', 1],
  ['blocked', 1],
  ['partially-done', 2],
  ['done', 3],
  ['not-done', 3],
  ['postponed', 3],
  ['cancelled', 3]
])

export const statusBehindNote: Rule = {
  id: 'status-behind-note',
  setting: 'warning',
  description: 'A task’s or goal’s status contradicts its latest note',
  reason:
    'A note that opens with the words of a task, or is set behind its status, speaks of that task: the task is further than its own status says, or took another turn.',
  example: {before: page('in progress'), after: page('done')},
  check: ({sections}) => sections.flatMap((section) => [...checkSection(section)])
}

function* checkSection(section: Section): Iterable<Finding> {
  const latest = latestNews(section)
  if (latest.size === 0) return
  for (const item of [...nodesOf<Goal>(section, 'goal'), ...nodesOf<Task>(section, 'task')]) {
    const status = statusOf(item)
    const news = status && latest.get(wordsOf(titleOf(item)))
    if (!news || !contradicts(news.status.value, status.value)) continue
    yield {
      reason: `This is ${status.label}, but the note of ${news.date} says ${news.status.label}`,
      place: status.position,
      actual: status.raw,
      expected: [news.status.raw]
    }
  }
}

/** Whether what a note says cannot be true beside a status. */
function contradicts(noted: string, said: string): boolean {
  const [news, status] = [progress.get(noted), progress.get(said)]
  return noted !== said && news !== undefined && status !== undefined && news >= status
}

interface News {
  date: string
  status: Status
}

/** The latest status that the notes give each thing, by the words it is named with. */
function latestNews(section: Section): Map<string, News> {
  const latest = new Map<string, News>()
  for (const note of childrenOf(section, 'note')) {
    const date = dateOf(note)?.value
    for (const [words, status] of date ? newsOf(note) : []) {
      const known = latest.get(words)
      if (!known || compareDates(known.date, date!) <= 0) latest.set(words, {date: date!, status})
    }
  }
  return latest
}

/** What a note says of which words, where an update is no more than a name and its status. */
function newsOf(note: Note): [words: string, status: Status][] {
  return nodesOf<Statement>(note, 'statement').flatMap(({children}) => {
    const [status] = statusesOf(children)
    if (!status) return []
    const [before = '', after = ''] = flatten(children).split(mark)
    const words = wordsOf(before).replace(
      / (?:is|are|was|were|(?:has|have) been)(?: now| still)?$/,
      ''
    )
    return [[words || wordsOf(after), status]]
  })
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
