import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {diff} from '../../src/change/diff.ts'
import {summarize} from '../../src/change/summarize.ts'
import {parse} from '../../src/index.ts'
import {planPage} from '../arbitraries/plan-page.ts'
import {lines, page} from './pages.ts'
import type {SummarizeOptions} from '../../src/change/summarize.ts'

function summary(before: string, after: string, options?: SummarizeOptions): string {
  const [a, b] = [before, after].map((source) => parse(source, {from: 'wikitext'}))
  return summarize(diff(a!, b!), options)
}

describe('summarize', () => {
  it('should say nothing of nothing', () => {
    expect(summary(page({}), page({}))).toBe('')
  })

  it('should tell of a status, a note and a task that moved', () => {
    const before = [
      '===== Wind the clocks {{In progress}} =====',
      '* Find the key',
      '===== Oil the spring =====',
      '* Buy oil'
    ]
    const after = [
      '===== Wind the clocks {{done}} =====',
      '===== Oil the spring =====',
      '* Buy oil',
      '* Find the key',
      '==== Status ====',
      'Note: August 14, 2030',
      '* The key was under the mat.'
    ]
    expect(summary(lines(...before), lines(...after))).toBe(
      '“Wind the clocks”: in progress → done; task “Find the key” moved to “Oil the spring”; ' +
        'note of 2030-08-14 added to Outcome 1 / Output 2'
    )
  })

  const title = 'Wind the clocks'
  it.each<[string, Parameters<typeof page>[0], Parameters<typeof page>[0], string]>([
    ['a status set', {goals: [title]}, {goals: [`${title} {{done}}`]}, '“Wind the clocks”: done'],
    [
      'a new title',
      {goals: [title]},
      {goals: ['Wind all clocks']},
      'goal “Wind the clocks” is now “Wind all clocks”'
    ],
    [
      'stretch',
      {goals: [title]},
      {goals: [`[stretch] ${title}`]},
      '“Wind the clocks” is now stretch'
    ],
    [
      'no stretch',
      {goals: [`[stretch] ${title}`]},
      {goals: [title]},
      '“Wind the clocks” is no longer stretch'
    ],
    [
      'a goal gone',
      {goals: [title, 'Bells']},
      {goals: ['Bells']},
      'goal “Wind the clocks” removed from Outcome 1 / Output 2'
    ],
    [
      'another order',
      {goals: ['A', 'B', 'C']},
      {goals: ['C', 'A', 'B']},
      'goal “C” moved within Outcome 1 / Output 2'
    ],
    [
      'another objective',
      {objectives: ['One clock']},
      {objectives: ['Two clocks']},
      'objective “One clock” is now “Two clocks”'
    ],
    [
      'an update’s status',
      {updates: ['{{stalled}} No ink.']},
      {updates: ['{{done}} No ink.']},
      'update “No ink.”: stalled → done'
    ],
    [
      'another day',
      {updates: ['Rain.']},
      {updates: ['Rain.'], date: 'August 15, 2030'},
      'note of 2030-08-14 is now of 2030-08-15'
    ],
    [
      'a link',
      {goals: ['Find [[Key]]']},
      {goals: ['Find [[Key (clock)|Key]]']},
      'links of “Find Key” changed'
    ]
  ])('should tell of %s', (_, before, after, expected) => {
    expect(summary(page(before), page(after))).toBe(expected)
  })

  it('should tell of a heading and a year', () => {
    const before = page({goals: ['Wind the clocks']})
    expect(
      summary(before, before.replace('Output 2', 'Output 3').replace('FY30/31', 'FY31/32'))
    ).toBe(
      'plan “Program Goals and Status for FY30/31” is now “Program Goals and Status for FY31/32”; ' +
        '“Outcome 1 / Output 2” is now “Outcome 1 / Output 3”'
    )
  })

  it('should tell of a field', () => {
    const field = (value: string): string => page({}).replace('===', `* Goal Owner: ${value}\n===`)
    expect(summary(field('Ada'), field('Grace'))).toBe('Goal Owner: “Ada” → “Grace”')
    expect(summary(page({}), field('Grace'))).toBe('field “Goal Owner” added')
  })

  it('should count what does not fit', () => {
    const many = Array.from({length: 40}, (_, at) => `Lamp ${at + 1}`)
    const text = summary(page({goals: many}), page({goals: many.map((name) => `${name} {{done}}`)}))
    expect([...text].length).toBeLessThanOrEqual(500)
    expect(text).toMatch(/^“Lamp 1”: done; “Lamp 2”: done; .*; … and \d+ more$/)
    const told = text.split('; ').length - 1
    expect(text.endsWith(`; … and ${40 - told} more`)).toBe(true)
    expect(summary(page({goals: [title]}), page({goals: ['Paint']}), {limit: 40})).toBe('2 changes')
  })

  it('should shorten long titles, and not within a character', () => {
    const long = '🔔'.repeat(80)
    expect(summary(page({goals: [long]}), page({goals: [`${long} {{done}}`]}))).toBe(
      `“${'🔔'.repeat(59)}…”: done`
    )
  })

  it('should not let a page put links, sections or comments into a summary', () => {
    const goal = '<nowiki>[[File:Lamp.png]] {{Lamp}} /* Lamps */ <!-- x --> ~~~~</nowiki>'
    expect(summary(page({}), page({goals: [goal]}))).toBe(
      'goal “[ [File:Lamp.png] ] { {Lamp} } / * Lamps * / < !-- x - -> ~ ~ ~ ~” added to Outcome 1 / Output 2'
    )
  })

  it('should refuse a limit that is none', () => {
    expect(() => summarize([], {limit: 0})).toThrow(TypeError)
    expect(() => summarize([], {limit: 99.5})).toThrow('options.limit')
  })

  it('should keep to one line and its limit for any two pages', () => {
    fc.assert(
      fc.property(planPage, planPage, fc.integer({min: 40, max: 600}), (a, b, limit) => {
        const text = summary(a.page, b.page, {limit})
        expect([...text].length).toBeLessThanOrEqual(limit)
        expect(text).not.toMatch(/[\n\r]|\[\[|\{\{|\/\*/)
      }),
      {numRuns: 50}
    )
  }, 60_000)
})
