import {childrenOf} from '../../document/children.ts'
import {toText} from '../../document/plain-text.ts'
import {contentOf} from '../../plan/model.ts'
import {monthAt} from '../../plan/recognize/dates.ts'
import {titleOf} from '../context.ts'
import {groupBy} from '../../change/match/lists.ts'
import {walk} from '../../document/nodes.ts'
import type {Goal, Task} from '../../plan/types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'
import type {Rule} from '../types.ts'

/** Words that say how much, or by when, beside digits and months. */
const amounts = new Set([
  ...['no', 'none', 'all', 'every', 'everyone', 'each', 'both', 'most', 'majority', 'half', 'zero'],
  ...['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'twelve'],
  ...['third', 'quarter', 'once', 'twice', 'double', 'triple', 'dozen', 'hundred', 'thousand'],
  ...['percent', 'year', 'month', 'week']
])

export const keyResultUnmeasured: Rule = {
  id: 'key-result-unmeasured',
  setting: 'info',
  description: 'A key result has no measure and no date, unlike its neighbors',
  reason: 'Nobody can say later whether it was reached.',
  example: {before: page('Clocks are wound'), after: page('Clocks are wound every week')},
  *check({plan, vocabulary}) {
    const all: {item: Goal | Task; parent: object}[] = []
    walk(plan, (node, parent) => {
      const item = node as Goal | Task
      if ((item.type === 'goal' || item.type === 'task') && item.kind === 'keyResult')
        all.push({item, parent})
    })
    for (const group of groupBy(all, ({parent}) => parent).values()) {
      const vague = group.filter(({item}) => !isMeasured(item, vocabulary))
      const measured = group.length - vague.length
      if (measured < 2 || measured <= vague.length) continue
      for (const {item} of vague) {
        const title = titleOf(item)
        yield {
          reason: `“${title}” has no measure and no date, unlike ${measured} neighboring key results`,
          place: item.children.find(({type}) => type === 'statement')?.position,
          actual: title,
          note: 'Say how much, or by when.'
        }
      }
    }
  }
}

/** Whether its text, a field or a task of it says how much or when. */
function isMeasured(item: Goal | Task, vocabulary: Vocabulary): boolean {
  const fields = childrenOf(item as Task, 'field')
  const tasks = childrenOf(item as Task, 'task')
  const texts = [
    titleOf(item),
    ...fields.map((field) => toText(contentOf(field))),
    ...tasks.map(titleOf)
  ]
  return (
    fields.some(({name}) => name === 'eta') || texts.some((text) => saysAmount(text, vocabulary))
  )
}

function saysAmount(text: string, vocabulary: Vocabulary): boolean {
  if (/[\p{N}%]/u.test(text)) return true
  for (const {0: word, index} of text.matchAll(/\p{L}+/gu))
    if (amounts.has(word.toLowerCase()) || monthAt(text, index, vocabulary)) return true
  return false
}

function page(text: string): string {
  return `== WE1: Boats keep time ==
=== Key results ===
* KR1: Wind 40 clocks
* KR2: Paint all hands by June 2031
* KR3: ${text}
`
}
