/** Pages that once were read wrongly, as small as can be. */
import {checkPositions} from '../laws.ts'
import {describe, expect, it} from 'vitest'
import {parse, toJson} from '../../src/index.ts'

/** The outcomes of a page of wikitext. */
function outcomesOf(...lines: string[]) {
  return toJson(parse(lines.join('\n'), {from: 'wikitext'})).periods.flatMap(
    ({sections}) => sections
  )
}

describe('pages that were read wrongly', () => {
  it('should take a bold line with its status in brackets for a goal', () => {
    const [outcome] = outcomesOf(
      '== Outcome 1 ==',
      '=== Goals ===',
      "'''Ring the bell''' ({{done}})"
    )
    expect(outcome!.goals).toMatchObject([{text: 'Ring the bell', status: {value: 'done'}}])
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
    expect(periods[0]!.sections[0]!.goals.map(({text}) => text)).toEqual(['Ring', '汽笛'])
  })

  it('should leave a status out of a plan line that is the heading', () => {
    const page = "'''Ferry plan, FY30/31 {{done}}'''\n== Outcome 1 =="
    expect(parse(page, {from: 'wikitext'}).heading).toBe('Ferry plan, FY30/31')
  })

  it('should take no character of the page for a status', () => {
    const page = '== Outcome 1 ==\n=== Goals ===\n* Ring \uFFFC\n* \uFFFC Ring {{done}}'
    const [outcome] = toJson(parse(page, {from: 'wikitext'})).periods[0]!.sections
    expect(outcome!.goals.map(({text, status}) => [text, status?.value])).toEqual([
      ['Ring \uFFFC', undefined],
      ['\uFFFC Ring', 'done']
    ])
  })

  it('should keep what shows nothing beside a status', () => {
    const page =
      '== Outcome 1 ==\n=== Goals ===\n* Ring <ref>a</ref> {{done}}<!-- b -->\n* {{c}} {{done}} Row'
    const types = (node: unknown): string[] => {
      const {type, children = []} = node as {type: string; children?: unknown[]}
      return [type, ...children.flatMap(types)]
    }
    const found = types(parse(page, {from: 'wikitext'}))
    for (const type of ['extension', 'comment', 'template']) expect(found).toContain(type)
  })

  it('should not go on with a statement behind a line that was kept', () => {
    const page = '== Outcome 1 ==\nBoats leave.\n__NOTOC__\nBoats come back.\n'
    const plan = parse(page, {from: 'wikitext'})
    expect(toJson(plan).periods[0]!.sections[0]!.statement).toBe('Boats leave.')
    checkPositions(plan, page)
  })

  it('should keep the mark of an item that has nothing but what is nested in it', () => {
    const page = '== Outcome 1 ==\n#;'
    checkPositions(parse(page, {from: 'wikitext'}), page)
  })

  it('should take no description for its term’s where a comment brings it to the line', () => {
    const page = '; \n<!-- a -->:a\n'
    checkPositions(parse(page, {from: 'wikitext'}), page)
  })

  it('should open a section at the first cell where a tag stands before it in the row', () => {
    const page =
      '{|\n!Objective!!Key result!!\n|-\n<translate nowrap>\n|Boats are found||Buy lamps\n|}'
    checkPositions(parse(page, {from: 'wikitext'}), page)
  })

  it('should read the items of a list with tags of Translate around it', () => {
    const table = (cell: string): unknown => {
      const rows = ['! Team !! Goals !! Status', '|-', '| Piers', `|${cell}`, '| {{done}}', '|}']
      return outcomesOf('{| class="wikitable"', ...rows).flatMap(({goals}) =>
        goals.map(({text}) => text)
      )
    }
    const list = '<ul><li>Tar</li><li>Row</li></ul>'
    expect(table(list)).toEqual(['Tar', 'Row'])
    expect(table(`<translate>${list}</translate>`)).toEqual(['Tar', 'Row'])
  })
})
