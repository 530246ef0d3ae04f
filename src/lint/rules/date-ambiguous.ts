import {childrenOf} from '../../document/children.ts'
import {flatten, slice, span} from '../../document/phrasing.ts'
import {wordAt} from '../../plan/recognize/words.ts'
import {nodesOf} from '../../document/nodes.ts'
import type {Note, Statement} from '../../plan/types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'
import type {Rule} from '../types.ts'

/** `8/5/2031`, `8.5.31`: which of the two is the month is for the reader to guess. */
const numbers = /[\s:]{0,3}(\d{1,2}([/.-])\d{1,2}\2(?:\d{4}|\d{2}))(?!\d)/y

export const dateAmbiguous: Rule = {
  id: 'date-ambiguous',
  setting: 'warning',
  description: 'A note has an all-numeric date: `8/5/2031`',
  reason: 'It means May in one country and August in another, so it is read as neither.',
  example: {
    before: '== Outcome 1 ==\n=== Status ===\n* Note: 8/5/2031\n** The ice melts.\n',
    after: '== Outcome 1 ==\n=== Status ===\n* Note: May 8, 2031\n** The ice melts.\n'
  },
  *check({plan, vocabulary}) {
    const updates = nodesOf<Note>(plan, 'note').flatMap(updatesOf)
    for (const {statement, standsForDate} of updates) {
      const text = flatten(statement.children)
      const [from, to] = rangeOf(text, standsForDate, vocabulary) ?? [0, 0]
      if (to === 0) continue
      const raw = text.slice(from, to)
      yield {
        reason: `Ambiguous date \`${raw}\``,
        place: span(slice(statement.children, from, to)),
        actual: raw,
        note: 'Write the month as a word, or the date as 2031-05-08.'
      }
    }
  }
}

interface NoteText {
  statement: Statement
  /** Whether it stands where a note has its date. */
  standsForDate: boolean
}

/** What a note says, line by line; of an item `Note: 8/5/2031` no note was made. */
function updatesOf(note: Note): NoteText[] {
  const isUndated = childrenOf(note, 'date').length === 0
  return nodesOf<Statement>(note, 'statement').map((statement, index) => {
    return {statement, standsForDate: isUndated && index === 0}
  })
}

/** Where the numbers stand that a text opens with, behind the word `Note:` or in its place. */
function rangeOf(
  text: string,
  standsForDate: boolean,
  {labels}: Vocabulary
): [from: number, to: number] | undefined {
  const word = wordAt(text, 0, labels.note)
  if (!word && !standsForDate) return undefined
  numbers.lastIndex = word ? word.length : 0
  const match = numbers.exec(text)
  return match ? [numbers.lastIndex - match[1]!.length, numbers.lastIndex] : undefined
}
