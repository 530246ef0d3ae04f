/** Teams and quarters in tabs: a tab moves and goes with all that opens and closes it. */
import {describe, expect, test} from 'vitest'
import {apply, parse, toJson} from '../../src/index.ts'
import type {PlanJson} from '../../src/index.ts'

const intro = 'Harbour Department Team Goals and Status for Q1 FY31/32'

const tabs = {
  ropes: "'''Ropes that last'''\n* Tar all ropes {{done}}",
  lamps: "'''Brighter lamps'''\n* Clean the glass",
  boats: "'''Dry boats'''\n* Buy tar"
}

/** A page of teams in the ways that people write tabs. */
const ways: Readonly<Record<string, (names: readonly (keyof typeof tabs)[]) => string>> = {
  tabs: (names) =>
    [
      '<tabs>',
      ...names.map((name) => `<tab name="${name}">\n${tabs[name]}\n</tab>`),
      '</tabs>\n'
    ].join('\n'),
  panels: (names) =>
    ['<tabber>', ...names.map((name) => `|-|${name}=\n${tabs[name]}`), '</tabber>\n'].join('\n')
}

type Sections = PlanJson['periods'][0]['sections']

describe.each(Object.entries(ways))('teams in %s', (_, write) => {
  const page = (...names: (keyof typeof tabs)[]): string => `${intro}\n${write(names)}`
  const edited = (edit: (sections: Sections) => unknown): string => {
    const plan = toJson(parse(page('ropes', 'lamps', 'boats'), {from: 'wikitext'}))
    edit(plan.periods[0]!.sections)
    return apply(page('ropes', 'lamps', 'boats'), plan)
  }

  test('are teams', () => {
    const plan = toJson(parse(page('ropes', 'lamps', 'boats'), {from: 'wikitext'}))
    expect(plan.periods[0]!.sections.map(({type}) => type)).toEqual(['team', 'team', 'team'])
  })

  test('move with what opens and closes them', () => {
    expect(edited((sections) => sections.push(sections.shift()!))).toBe(
      page('lamps', 'boats', 'ropes')
    )
    expect(edited((sections) => sections.unshift(sections.pop()!))).toBe(
      page('boats', 'ropes', 'lamps')
    )
  })

  test('go with what opens and closes them', () => {
    expect(edited((sections) => sections.shift())).toBe(page('lamps', 'boats'))
    expect(edited((sections) => sections.splice(1, 1))).toBe(page('ropes', 'boats'))
  })
})

test.each(['Ropes', 'Q1'])('no panel is empty where %s is not the first any more', (first) => {
  const [second, section] =
    first === 'Q1'
      ? ['Q2', (at: number) => `=== Outcome ${at} ===\n==== Goals ====\n* Row\n`]
      : ['Lamps', (at: number) => `'''Light ${at}'''\n* Row\n`]
  const page = `${intro}\n<tabber>\n${first}=\n${section(1)}|-|${second}=\n${section(2)}</tabber>\n`
  const plan = toJson(parse(page, {from: 'wikitext'}))
  if (first === 'Q1') plan.periods.reverse()
  else plan.periods[0]!.sections.reverse()
  expect(apply(page, plan)).toBe(
    `${intro}\n<tabber>\n${second}=\n${section(2)}|-|\n${first}=\n${section(1)}</tabber>\n`
  )
})

test('a quarter that the heading said is called as it was where the heading says it no more', () => {
  const section = '=== Outcome 1 ===\n==== Goals ====\n* Row\n'
  const page = `== Orchard goals for Q2 FY30/31 ==\n${section}`
  const plan = toJson(parse(page, {from: 'wikitext'}))
  expect(plan.periods[0]!.label).toBe('Q2 FY30/31')
  plan.heading = 'Orchard goals for FY30/31'
  expect(apply(page, plan)).toBe(`== Orchard goals for FY30/31 ==\n=== Q2 FY30/31 ===\n${section}`)
})
