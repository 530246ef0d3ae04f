/** Pages that once were read wrongly, as small as can be. */
import {describe, expect, it} from 'vitest'
import {parse, toJson} from '../../src/index.ts'

/** The outcomes of a page of wikitext. */
function outcomesOf(...lines: string[]) {
  return toJson(parse(lines.join('\n'), {from: 'wikitext'})).periods.flatMap(
    ({outcomes}) => outcomes
  )
}

describe('pages that were read wrongly', () => {
  it('should take a bold line with its status in brackets for a goal', () => {
    const [outcome] = outcomesOf(
      '== Outcome 1 ==',
      '=== Goals ===',
      "'''Ring the bell''' ({{done}})"
    )
    expect(outcome!.goals).toMatchObject([{title: 'Ring the bell', status: {value: 'done'}}])
  })
})
