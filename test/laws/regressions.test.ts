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

  it('should see the edit link behind a heading that opens with no letter, or one without case', () => {
    const page = [
      'Page',
      'Outcome 1 edit',
      'Goals edit',
      '[stretch] Ring edit',
      '- Ask',
      '汽笛 edit',
      '- Ask'
    ]
    const {periods} = toJson(parse(page.join('\n'), {from: 'text'}))
    expect(periods[0]!.outcomes[0]!.goals.map(({title}) => title)).toEqual(['Ring', '汽笛'])
  })

  it('should leave a status out of a plan line that is the heading', () => {
    const page = "'''Ferry plan, FY30/31 {{done}}'''\n== Outcome 1 =="
    expect(parse(page, {from: 'wikitext'}).heading).toBe('Ferry plan, FY30/31')
  })
})
