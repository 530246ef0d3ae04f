/** What a goal or task says beside its text and status: its code and its remark. */
import {describe, expect, it} from 'vitest'
import {addGoal, apply, EditError, parse, toJson, toMarkdown, toWikitext} from '../../src/index.ts'
import type {ItemJson} from '../../src/index.ts'

function pageOf(...lines: string[]): string {
  return ['== Outcome 1 ==', '=== Goals ===', ...lines, ''].join('\n')
}

/** The page after a change of its first goal. */
function changed(page: string, change: (goal: ItemJson) => object): string {
  const plan = toJson(parse(page))
  const [section] = plan.periods[0]!.sections
  section!.goals[0] = {...section!.goals[0]!, ...change(section!.goals[0]!)}
  return apply(page, plan)
}

describe('a remark', () => {
  it.each([
    ['is put behind the status', '* Row {{done}}', 'in May', '* Row {{done}} in May'],
    [
      'is put behind the bracket of the status',
      '* Row ({{done}})',
      'in May',
      '* Row ({{done}}) in May'
    ],
    ['is put into a heading', '==== Row {{done}} ====', 'in May', '==== Row {{done}} in May ===='],
    ['is changed', '* Row {{done}}, in May', 'in June', '* Row {{done}}, in June'],
    ['is taken away', '* Row {{done}}, in May', null, '* Row {{done}}']
  ])('%s', (_, line, remark, expected) => {
    expect(changed(pageOf(line), () => ({remark}))).toBe(pageOf(expected))
  })

  it.each([
    ['a line without one', ['* Row'], ['* Row {{Done}} in May']],
    ['a heading', ['==== Row ====', '* Oars'], ['==== Row {{Done}} in May ====', '* Oars']],
    ['bold', ["'''Row'''", '* Oars'], ["'''Row''' {{Done}} in May", '* Oars']],
    [
      'a line whose neighbours have brackets',
      ['* Row', '* Swim ({{done}})'],
      ['* Row ({{done}}) in May', '* Swim ({{done}})']
    ],
    [
      'a line whose neighbours open with theirs',
      ['* Row', '* {{done}} Swim'],
      ['* Row {{done}} in May', '* {{done}} Swim']
    ],
    ['a line that opens with another', ['* {{stalled}} Row'], ['* Row {{done}} in May']],
    ['a line before a comment', ['* Row <!-- c -->'], ['* Row {{Done}} in May <!-- c -->']]
  ])('comes with a status to %s', (_, lines, expected) => {
    const change = (): object => ({status: 'done', remark: 'in May'})
    expect(changed(pageOf(...lines), change)).toBe(pageOf(...expected))
  })

  it('is put behind a status that opened its line', () => {
    const page = pageOf('* {{stalled}} Row')
    expect(changed(page, () => ({remark: 'in May'}))).toBe(pageOf('* Row {{stalled}} in May'))
  })

  it('comes with a status by Markdown, too', () => {
    const page = pageOf('* Row', '* Swim')
    const edited = toMarkdown(parse(page)).replace('Row', 'Row `Done` in May')
    expect(apply(page, edited)).toBe(pageOf('* Row {{Done}} in May', '* Swim'))
  })

  it('comes with a new goal whose neighbours open with their status', () => {
    const page = pageOf('* {{done}} Row')
    const plan = addGoal(parse(page), 'period-1/outcome-1', {
      text: 'Swim',
      status: 'stalled',
      remark: 'in June'
    })
    expect(toWikitext(plan, {source: page})).toBe(
      pageOf('* {{done}} Row', '* Swim {{stalled}} in June')
    )
  })

  it('is text, whatever its characters mean in wikitext', () => {
    const remark = "'''May''' [[x]]"
    const result = changed(pageOf('* Row {{done}}'), () => ({remark}))
    const [goal] = toJson(parse(result)).periods[0]!.sections[0]!.goals
    expect(goal).toMatchObject({text: 'Row', remark, links: []})
  })

  it('is refused without a status', () => {
    expect(() => changed(pageOf('* Row'), () => ({remark: 'in May'}))).toThrow(
      /its remark would read as null, not "in May"; a remark stands behind a status/
    )
    expect(() => changed(pageOf('* Row {{done}} in May'), () => ({status: null}))).toThrow(
      EditError
    )
  })

  it('comes with a new goal', () => {
    const page = pageOf('* Row ({{done}})')
    const plan = toJson(parse(page))
    const goal = {text: 'Swim', status: 'done', remark: 'in June'}
    const [section] = plan.periods[0]!.sections
    const goals = [...section!.goals, goal]
    const edited = {...plan, periods: [{...plan.periods[0], sections: [{...section, goals}]}]}
    expect(apply(page, edited)).toBe(pageOf('* Row ({{done}})', '* Swim ({{done}}) in June'))
  })
})

describe('a code', () => {
  it.each([
    ['is put before the text', '* Row', 'KR1', '* KR1: Row'],
    ['is changed', '* KR1: Row {{done}}', 'KR2', '* KR2: Row {{done}}'],
    ['is changed in its quotes', "* '''KR1:''' Row", 'KR2', "* '''KR2:''' Row"],
    ['is taken away', '* KR1: Row', null, '* Row'],
    ['is put behind a stretch marker', '* [stretch] Row', 'KR1', '* [stretch] KR1: Row']
  ])('%s', (_, line, code, expected) => {
    expect(changed(pageOf(line), () => ({code}))).toBe(pageOf(expected))
  })

  it('stays where the stretch marker changes', () => {
    const stretched = pageOf('* [stretch] KR1: Row')
    expect(changed(stretched, () => ({stretch: false}))).toBe(pageOf('* KR1: Row'))
    expect(changed(pageOf('* KR1: Row'), () => ({stretch: true}))).toBe(stretched)
  })
})

describe('a status with arguments', () => {
  const status = '{{Done|since=May|for [[all]]}}'

  it('keeps them on a goal that says something else, in a document without ids', () => {
    const page = pageOf('* Wind the clocks', `* Wind the clocks ${status}`, '* Wind the clocks')
    const plan = toJson(parse(page))
    const withoutIds = (key: string, value: unknown): unknown => (key === 'id' ? undefined : value)
    plan.periods[0]!.sections[0]!.goals[1]!.text = 'Lower the ropes'
    const edited: unknown = JSON.parse(JSON.stringify(plan, withoutIds))
    const expected = pageOf('* Wind the clocks', `* Lower the ropes ${status}`, '* Wind the clocks')
    expect(apply(page, edited)).toBe(expected)
  })
})

describe('a goal in bold with a tag that shows nothing beside it', () => {
  it.each(['<includeonly>x</includeonly>', '<span id="bees"></span>', '<!-- x -->'])(
    'is one that a new goal is written like: %s',
    (tag) => {
      const page = pageOf("'''Sow'''", '* Dig', '', `'''Keep bees'''${tag}`, '* Read')
      const plan = toJson(parse(page))
      const section = {heading: 'Outcome 2', goals: [{text: 'Buy lanterns'}]}
      const edited = {
        ...plan,
        periods: [{...plan.periods[0]!, sections: [...plan.periods[0]!.sections, section]}]
      }
      const added = ['== Outcome 2 ==', '=== Goals ===', "'''Buy lanterns'''", '']
      expect(apply(page, edited)).toBe(page + added.join('\n'))
    }
  )
})
