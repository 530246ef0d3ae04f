/** The house style, and where it bends so that a plan reads back as it was. */
import {describe, expect, it} from 'vitest'
import type {Section, Period} from '../../src/plan/types.ts'
import {toMarkdown} from '../../src/write/markdown.ts'
import {writeWikitext} from '../../src/write/wikitext.ts'
import {
  field,
  goal,
  note,
  outcome,
  period,
  plan,
  statement,
  status,
  task,
  update
} from '../utils/builders.ts'

const fiscalYear = {label: 'FY30/31', start: '2030-07-01', end: '2031-06-30'}
const team = (name: string) => ({
  type: 'team' as const,
  children: [{type: 'text' as const, value: name}]
})

const full = plan(
  [
    field('Goal Owner', 'Ada Fictional'),
    period([
      outcome('Outcome 2 / Output 3', [
        statement('Passengers know when the next boat leaves.'),
        {type: 'objective', children: [{type: 'text', value: 'Put a clock on every pier'}]},
        {type: 'dependencies', children: [team('Lighthouse Keepers')]},
        {type: 'primaryTeams', children: [team('Piers'), team('Boats')]},
        goal('Wind the clocks', [
          status('done', 'Done', '{{done}}'),
          task('Find the key', [task('Look under the mat')], true)
        ]),
        goal('Oil the bells'),
        note('August 14, 2030', [
          update([status('in-progress', 'In progress'), {type: 'text', value: ' Found it.'}])
        ])
      ])
    ])
  ],
  {title: 'Harbour Lights/Ferries', heading: 'Program Goals and Status for FY30/31', fiscalYear}
)

describe('a whole plan', () => {
  it('should be a page of wikitext in the house style', () => {
    expect(writeWikitext(full)).toBe(`== Program Goals and Status for FY30/31 ==
* '''Goal Owner''': Ada Fictional
=== Outcome 2 / Output 3 ===
'''Passengers know when the next boat leaves.'''
* Put a clock on every pier
''Dependencies on: Lighthouse Keepers; Primary teams: Piers, Boats''
==== Goal(s) ====
===== Wind the clocks {{done}} =====
* [stretch] Find the key
** Look under the mat
===== Oil the bells =====
==== Status ====
'''Note: August 14, 2030'''
* {{In progress}} Found it.
`)
  })

  it('should be a page of Markdown', () => {
    expect(toMarkdown(full)).toBe(`# Harbour Lights/Ferries

## Program Goals and Status for FY30/31

- **Goal Owner**: Ada Fictional

### Outcome 2 / Output 3

**Passengers know when the next boat leaves.**

- Put a clock on every pier

*Dependencies on: Lighthouse Keepers; Primary teams: Piers, Boats*

#### Goal(s)

##### Wind the clocks \`Done\`

- [stretch] Find the key
  - Look under the mat

##### Oil the bells

#### Status

**Note: August 14, 2030**

- \`In progress\` Found it.
`)
  })

  it('should be written in the words of the vocabulary', () => {
    const headings = {goals: ['Ziele'], status: ['Stand'], quarter: ['Quartal']}
    const labels = {
      note: ['Notiz'],
      dependencies: ['Abhängig von'],
      primaryTeams: ['Hauptteam', 'Hauptteams']
    }
    const page = writeWikitext(full, {vocabulary: {headings, labels}})
    expect(page).toContain("''Abhängig von: Lighthouse Keepers; Hauptteams: Piers, Boats''")
    expect(page).toMatch(/==== Ziele ====[^]*==== Stand ====\n'''Notiz: August 14, 2030'''/)
  })
})

/** The lines of a plan of one outcome. */
function linesOf(...children: Section['children']): string[] {
  return writeWikitext(plan([period([outcome('Outcome 1', children)])]))
    .split('\n')
    .slice(1, -1)
}

describe('the parts of an outcome', () => {
  it('should be a list of goals where none has tasks', () => {
    expect(linesOf(goal('Wind'), goal('Oil', [status('done', 'Done')], true))).toEqual([
      '==== Goal(s) ====',
      '* Wind',
      '* [stretch] Oil {{Done}}'
    ])
  })

  it('should have the status first where the text ends in what joins it', () => {
    expect(linesOf(goal('Wind:', [status('done', 'Done')]))[1]).toBe('* {{Done}} Wind:')
  })

  it('should not have headings over nothing', () => {
    expect(linesOf()).toEqual([])
    expect(linesOf(note('2030', []))).toEqual(['==== Status ====', "'''Note: 2030'''"])
  })

  it('should have updates of a first note without a date stand alone', () => {
    const undated = note(null, [update('a', [update('b')])])
    expect(linesOf(undated)).toEqual(['==== Status ====', '* a', '** b'])
    expect(linesOf(note(null, []), undated)).toEqual([
      '==== Status ====',
      "'''Note:'''",
      "'''Note:'''",
      '* a',
      '** b'
    ])
  })

  it('should have no statement that the heading says', () => {
    const said = outcome('Outcome 1: All ferries keep time', [statement('All ferries keep time')])
    expect(writeWikitext(plan([period([said])]))).toBe('=== Outcome 1: All ferries keep time ===\n')
  })
})

/** The headings of a plan, without their outcomes' words. */
function headingsOf(periods: Period[], year: typeof fiscalYear | null = fiscalYear): string[] {
  const page = writeWikitext(plan(periods, {fiscalYear: year}))
  return Array.from(page.matchAll(/^=+ .* =+$/gm), ([line]) => line)
}

describe('periods', () => {
  const [first, second] = [outcome('Outcome 1', []), outcome('Outcome 2', [])]

  it('should have no headings where the numbers say them', () => {
    const periods = [period([first, second], {quarter: 1}), period([first], {quarter: 2})]
    expect(headingsOf(periods)).toEqual([
      '=== Outcome 1 ===',
      '=== Outcome 2 ===',
      '=== Outcome 1 ==='
    ])
  })

  it('should have headings where the numbers do not go down between them', () => {
    const periods = [period([first], {quarter: 1}), period([first], {quarter: 2})]
    expect(headingsOf(periods)).toEqual([
      '=== Q1 ===',
      '==== Outcome 1 ====',
      '=== Q2 ===',
      '==== Outcome 1 ===='
    ])
  })

  it('should have headings where the numbers go down within one', () => {
    expect(headingsOf([period([second, first], {quarter: 1})])[0]).toBe('=== Q1 ===')
  })

  it('should have headings where a reader would count another quarter', () => {
    expect(headingsOf([period([first], {quarter: 3})])[0]).toBe('=== Q3 ===')
    expect(headingsOf([period([first], {quarter: 1})], null)[0]).toBe('=== Q1 ===')
  })

  it('should keep the names that the page gives', () => {
    const named = period([first], {
      quarter: 1,
      label: 'Q1 (July - September 2030)',
      inferred: false
    })
    expect(headingsOf([named])).toEqual([
      '=== Q1 (July - September 2030) ===',
      '==== Outcome 1 ===='
    ])
  })

  it('should not have headings deeper than the sixth level', () => {
    const deep = outcome('Outcome 1', [goal('Wind', [task('Find the key')])])
    expect(headingsOf([period([deep], {quarter: 2, label: 'Q2'})]).at(-1)).toBe(
      '====== Wind ======'
    )
  })
})
