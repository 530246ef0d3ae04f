import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {createMerge} from '../../src/change/merge/create-merge.ts'
import {apply, parse, toJson} from '../../src/index.ts'
import {areAtOdds, edited, editsOf} from './edits.ts'
import {planPage} from '../arbitraries/plan-page.ts'
import {said} from './said.ts'
import {lines, page} from './pages.ts'
import type {PlanJson} from '../../src/index.ts'

const merge = createMerge(parse)

function json(source: string): PlanJson {
  return toJson(parse(source, {from: 'wikitext'}))
}

const harbour = lines(
  '===== Wind the clocks {{In progress}} =====',
  '* Find the key',
  '* Oil the spring',
  '==== Status ====',
  "'''Note: August 14, 2030'''",
  '* The key was under the mat.'
)

describe('merge', () => {
  it('should combine changes of neighbouring lines', () => {
    const mine = harbour.replace('Find the key', 'Find the key {{done}}')
    const theirs = harbour.replace('Oil the spring', 'Oil all springs')
    const both = mine.replace('Oil the spring', 'Oil all springs')
    expect(merge(harbour, mine, theirs)).toEqual({page: both, conflicts: []})
    expect(merge(harbour, theirs, mine)).toEqual({page: both, conflicts: []})
  })

  it('should combine changes of one line', () => {
    const mine = harbour.replace('{{In progress}}', '{{done}}')
    const theirs = harbour.replace('Wind the clocks', 'Wind all clocks')
    const both = mine.replace('Wind the clocks', 'Wind all clocks')
    expect(merge(harbour, mine, theirs)).toEqual({page: both, conflicts: []})
    expect(merge(harbour, theirs, mine)).toEqual({page: both, conflicts: []})
  })

  it('should keep notes that both sides added, in the order of their days', () => {
    const june = "'''Note: June 1, 2031'''\n* Rain.\n"
    const may = "'''Note: May 1, 2031'''\n* Fog.\n"
    expect(merge(harbour, harbour + june, harbour + may)).toEqual({
      page: harbour + may + june,
      conflicts: []
    })
  })

  it('should combine changes of one line whose spellings no neighbour has', () => {
    const of = (line: string): string =>
      lines('===== A =====', '* Paint {{not started}}', line, '* [stretch] Sell {{not started}}')
    const base = of('* [Stretch goal] Ask the keeper {{ To do }}')
    const mine = of('* [Stretch goal] Ask the keeper')
    const theirs = of('* Ask the keeper {{ To do }}')
    for (const result of [merge(base, mine, theirs), merge(base, theirs, mine)])
      expect(result).toEqual({page: of('* Ask the keeper'), conflicts: []})
  })

  it('should combine a first goal with a first note', () => {
    const base = page({})
    const mine = `${base}==== Goal(s) ====\n* Paint a boat\n`
    const note = "==== Status ====\n'''Note: May 1, 2031'''\n* Fog.\n"
    for (const [own, their] of [
      [mine, base + note],
      [base + note, mine]
    ] as [string, string][])
      expect(merge(base, own, their)).toEqual({page: mine + note, conflicts: []})
  })

  /** Pages of one outcome: base, mine, theirs, and what both make of it. */
  const together: [name: string, ...pages: string[][]][] = [
    [
      'words and a status at one place',
      ['* A'],
      ['* A x'],
      ['* A – <<done>>'],
      ['* A x – <<done>>']
    ],
    [
      'words behind a template that is no status',
      ['* {{cite|a}} Find keys'],
      ['* {{cite|a}} Find old keys'],
      ['* {{cite|a}} Find keys – <<done>>'],
      ['* {{cite|a}} Find old keys – <<done>>']
    ],
    [
      'words and a stretch',
      ['* Wind'],
      ['* All Wind'],
      ['* [stretch] Wind'],
      ['* [stretch] All Wind']
    ],
    [
      'one status in two spellings',
      ['* Wind', '* Oil <<Stalled>>'],
      ['* Wind {{done}}', '* Oil <<Stalled>>'],
      ['* Wind – <<Done>>', '* Oil <<Stalled>>'],
      ['* Wind {{done}}', '* Oil <<Stalled>>']
    ],
    [
      'words and another status before them',
      ['* {{wip}} Find keys'],
      ['* {{wip}} Find old keys'],
      ['* {{ In progress }} Find keys'],
      ['* {{ In progress }} Find old keys']
    ],
    [
      'a comment and a status',
      ['* Wind'],
      ['* Wind <!-- who? -->'],
      ['* Wind {{done}}'],
      ['* Wind <!-- who? --> {{done}}']
    ],
    [
      'a goal that moved and a status below it',
      ['===== A =====', '* a', '===== B =====', '* b'],
      ['===== B =====', '* b', '===== A =====', '* a'],
      ['===== A =====', '* a <<done>>', '===== B =====', '* b'],
      ['===== B =====', '* b', '===== A =====', '* a <<done>>']
    ],
    [
      'a goal that moved and one more task of it',
      ['===== A =====', '* a', '===== B =====', '* b'],
      ['===== B =====', '* b', '===== A =====', '* a'],
      ['===== A =====', '* a', '* c', '===== B =====', '* b'],
      ['===== B =====', '* b', '===== A =====', '* a', '* c']
    ],
    [
      'a goal that moved with other words, and its status',
      ['* Find the key', '* B', '* C'],
      ['* B', '* C', '* Find the old key'],
      ['* Find the key <<done>>', '* B', '* C'],
      ['* B', '* C', '* Find the old key <<done>>']
    ],
    [
      'twins of which one moved and the other changed',
      ['* A', '* A {{wip}}', '* B'],
      ['* A {{wip}}', '* B', '* A'],
      ['* A {{done}}', '* A {{wip}}', '* B'],
      ['* A {{wip}}', '* B', '* A {{done}}']
    ],
    [
      'a goal that moved and that the other side took out with its neighbour',
      ['* A', '* B', '* C', '* D <!-- who? -->'],
      ['* B', '* C', '* A', '* D <!-- who? -->'],
      ['* B', '* C'],
      ['* B', '* C']
    ],
    [
      'notes of several days',
      ['* A', '==== Status ===='],
      ['* A', '==== Status ====', 'Note: May 1, 2031', '* a', 'Note: July 1, 2031', '* b'],
      ['* A', '==== Status ====', 'Note: June 1, 2031', '* c'],
      [
        '* A',
        '==== Status ====',
        'Note: May 1, 2031',
        '* a',
        'Note: June 1, 2031',
        '* c',
        'Note: July 1, 2031',
        '* b'
      ]
    ]
  ]

  it.each(together)('should combine %s, whoever is first', (_, ...pages) => {
    const [base, mine, theirs, both] = pages.map((all) =>
      lines('=== Outcome 1 ===', '==== Goals ====', ...all)
    )
    expect(merge(base!, mine!, theirs!)).toEqual({page: both, conflicts: []})
    expect(merge(base!, theirs!, mine!)).toEqual({page: both, conflicts: []})
  })

  it('should report a comment in a line that the other side took out', () => {
    const base = lines('=== Outcome 1 ===', '* A', '* B')
    const mine = lines('=== Outcome 1 ===', '* B')
    const theirs = lines('=== Outcome 1 ===', '* A <!-- who? -->', '* B')
    expect(merge(base, mine, theirs)).toEqual({
      page: null,
      conflicts: [{type: 'text', line: 5, base: '* A\n', mine: '', theirs: '* A <!-- who? -->\n'}]
    })
  })

  it('should combine a change of the plan with one of the text around it', () => {
    const base = `The ferries plan.\n${harbour}`
    const mine = base.replace('{{In progress}}', '{{done}}')
    const theirs = `All ferries plan.\n${harbour}[[Category:Ferries]]\n`
    const both = theirs.replace('{{In progress}}', '{{done}}')
    expect(merge(base, mine, theirs)).toEqual({page: both, conflicts: []})
  })

  it('should combine changes of the text around the plan with changes of one line of it', () => {
    const base = `The ferries plan.\n\nThe lamps shine.\n\n${harbour}`
    const mine = base.replace('{{In progress}}', '{{done}}').replace('The ferries', 'All ferries')
    const theirs = base.replace('Wind the', 'Wind all').replace('The lamps', 'All lamps')
    expect(merge(base, mine, theirs)).toEqual({
      page: mine.replace('Wind the', 'Wind all').replace('The lamps', 'All lamps'),
      conflicts: []
    })
  })

  it('should take a side whole where the other changed nothing', () => {
    const mine = harbour.replace('{{In progress}}', '<<Done>>')
    expect(merge(harbour, mine, harbour)).toEqual({page: mine, conflicts: []})
    expect(merge(harbour, harbour, mine)).toEqual({page: mine, conflicts: []})
    expect(merge(harbour, mine, mine)).toEqual({page: mine, conflicts: []})
  })

  it('should report what contradicts itself and give no page', () => {
    const mine = harbour.replace('{{In progress}}', '{{done}}')
    const theirs = harbour.replace('{{In progress}}', '{{stalled}}')
    expect(merge(harbour, mine, theirs)).toMatchObject({
      page: null,
      conflicts: [
        {
          type: 'set',
          id: 'q1/outcome-1-output-2/wind-the-clocks',
          fact: 'status',
          base: {value: 'in-progress'},
          mine: {value: 'done'},
          theirs: {value: 'stalled'}
        }
      ]
    })
  })

  it('should report lines outside of the plan that both sides changed', () => {
    const base = `The ferries plan.\n${harbour}`
    const mine = base.replace('The ferries', 'All ferries')
    const theirs = base
      .replace('The ferries', 'Some ferries')
      .replace('{{In progress}}', '{{done}}')
    expect(merge(base, mine, theirs)).toEqual({
      page: null,
      conflicts: [
        {
          type: 'text',
          line: 1,
          base: 'The ferries plan.\n',
          mine: 'All ferries plan.\n',
          theirs: 'Some ferries plan.\n'
        }
      ]
    })
  })

  it('should give no page with a marker of Translate twice', () => {
    const [goals, mark] = ['=== Goals === <!--T:6-->\n\n', '<!--T:7-->\n']
    const items = '* Print the chart {{done}}\n* <!--T:8--> Fold the chart\n'
    const base = `<translate>\n== Outcome 1 == <!--T:3-->\n\n${goals}${mark}${items}\n</translate>\n`
    const changed = `${mark}* Print mine chart {{done}}\n* <!--T:8--> Fold the chart mine\n`
    const mine = base.replace(goals + mark + items, changed + goals)
    const theirs = base.replace(goals + mark, `${mark}\n${goals.trimEnd()}\n`)
    for (const sides of [
      [mine, theirs],
      [theirs, mine]
    ] as const) {
      const {page, conflicts} = merge(base, ...sides)
      const markers = page?.match(/<!--T:\d+-->/g)?.toSorted()
      if (page !== null) expect(markers).toEqual(base.match(/<!--T:\d+-->/g)!.toSorted())
      else expect(conflicts).not.toEqual([])
    }
  })

  it('should keep both of two headings that say the same and come to one place', () => {
    const [first, second] = [
      '=== Outcome 1 ===\n==== Goals ====\n* Build the drawers\n',
      '=== Outcome 2 ===\n==== Goals ====\n* Collect the seeds\n'
    ]
    const base = `${first}${second}==== Status ====\n'''Note: July 2030'''\n* {{done}}\n`
    const mine = base.replace(first, '').replace('seeds\n', `seeds\n${first}`)
    const theirs = base.replace(
      '==== Goals ====\n* Collect the seeds\n',
      '* Collect the seeds\n==== Goals ====\n'
    )
    for (const {page} of [merge(base, mine, theirs), merge(base, theirs, mine)])
      if (page !== null) expect(page.split('==== Goals ====')).toHaveLength(3)
  })

  it('should merge pages that are no plans as texts', () => {
    expect(merge('a\nb\nc\n', 'A\nb\nc\n', 'a\nb\nC\n')).toEqual({page: 'A\nb\nC\n', conflicts: []})
  })

  it('should keep CRLF line ends', () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n')
    const mine = crlf(harbour.replace('Find the key', 'Find the key {{done}}'))
    const theirs = crlf(harbour.replace('Oil the spring', 'Oil all springs'))
    const both = mine.replace('Oil the spring', 'Oil all springs')
    expect(merge(crlf(harbour), mine, theirs)).toEqual({page: both, conflicts: []})
  })

  it('should say what is wrong with what is no page', () => {
    expect(() => merge(harbour, null as never, harbour)).toThrow('mine must be a string')
  })

  it('should give pages with both sides’ edits, in either order', () => {
    const cases = planPage.chain(({page}) => {
      const plan = json(page)
      return fc.record({
        page: fc.constant(page),
        plan: fc.constant(plan),
        mine: editsOf(plan, 'my'),
        theirs: editsOf(plan, 'their')
      })
    })
    fc.assert(
      fc.property(cases, ({page, plan, mine, theirs}) => {
        const other = theirs.filter((edit) => mine.every((own) => !areAtOdds(edit, own)))
        const [left, right] = [apply(page, edited(plan, mine)), apply(page, edited(plan, other))]
        const expected = said(edited(plan, [...mine, ...other]), true)
        for (const [own, their] of [
          [left, right],
          [right, left]
        ] as [string, string][]) {
          const result = merge(page, own, their)
          expect(result.conflicts).toEqual([])
          expect(said(json(result.page!), true)).toEqual(expected)
        }
      }),
      {numRuns: 50}
    )
  }, 300_000)
})
