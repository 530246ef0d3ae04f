/** What an outcome has besides its goals and notes, and where it ends. */
import {describe, expect, it, test} from 'vitest'
import {outcome, sections, read} from './read.ts'

describe('the statement of an outcome', () => {
  test.each([
    ...[
      "'''Boats leave on time.'''",
      "''Boats leave on time.''",
      'Boats leave on time.',
      ':Boats leave on time.'
    ],
    ...[
      "'''Boats''' leave ''on time.''",
      '<b>Boats leave on time.</b>',
      'Boats [[Time|leave]] on time.'
    ],
    ...[
      'Boats\nleave on\ntime.',
      '<div>\nBoats leave on time.\n</div>',
      '<!-- x -->\nBoats leave on time.'
    ]
  ])('should be the first running text: %j', (line) => {
    expect(outcome(`${line}\n==== Goals ====\n* Wind`)).toMatchObject({
      statement: 'Boats leave on time.',
      goals: [{text: 'Wind'}]
    })
  })

  it('should not be what stands after it', () => {
    expect(outcome('Boats leave on time.\n\nMore on this below.').statement).toBe(
      'Boats leave on time.'
    )
  })

  test.each([
    '',
    '* Put a clock on every pier',
    'Primary team: Boats',
    '[[File:Boat.png]]',
    '{|\n| a\n|}',
    '----'
  ])('should not be %j', (line) =>
    expect(outcome(`${line}\n==== Goals ====\n`).statement).toBeNull()
  )
})

describe('the objectives of an outcome', () => {
  it('should be the items before its goals', () => {
    expect(
      outcome("Boats leave.\n* a\n** b\n* '''c'''\n# d\n* \n==== Goals ====\n* e").objectives
    ).toEqual([...['a', 'b', 'c', 'd']])
  })

  it('should not be teams', () => {
    const found = outcome('* Primary team: A\n* b\n* Dependencies on: C')
    expect([found.objectives, found.primaryTeams, found.dependencies]).toEqual([
      ['b'],
      ['A'],
      ['C']
    ])
  })
})

describe('an outcome', () => {
  const start = '=== Outcome 1 ===\n==== Goals ====\n* Wind\n'
  const after = '\n* Not a goal\n\nNote: July 2030\n* Not an update\n'

  test.each([
    ...[
      '=== See also ===',
      '==== References ====',
      '== External links ==',
      '===== Footnotes =====',
      "'''See also'''"
    ],
    ...['=== People ===', '== People ==', '= People =']
  ])('should end at %s', (heading) => {
    expect(sections(start + heading + after)).toMatchObject([{goals: [{text: 'Wind'}], notes: []}])
  })

  test.each(['==== See also the boats ====', '==== People ====', '===== People ====='])(
    'should not end at a deeper heading: %s',
    (heading) => expect(sections(`${start}${heading}\n* Sail`)[0]?.goals).toHaveLength(2)
  )

  test.each([
    '{|\n| a\n|}',
    '----',
    '[[File:Boat.png]]',
    '[[Category:Boats]]',
    '{{Navigation}}',
    '<!-- x -->',
    '<div></div>'
  ])('should not end at %j', (block) =>
    expect(sections(`${start}${block}\n* Sail`)[0]?.goals.map(({text}) => text)).toEqual([
      'Wind',
      'Sail'
    ])
  )

  it('should end at the next one, whatever their levels', () => {
    for (const next of ['== Outcome 2 ==', '===== Outcome 2 =====', "'''Outcome 2'''"]) {
      const found = sections(`${start}${next}\n\n'''Goals'''\n* Sail`)
      expect(
        found.map(({goals}) => goals.map(({text}) => text)),
        next
      ).toEqual([['Wind'], ['Sail']])
    }
  })

  it('should end at the next quarter', () => {
    const {periods} = read(`== Q1 ==\n${start}== Q2 ==\n* Not a goal\n${start}`)
    expect(periods.map(({sections}) => sections.map(({goals}) => goals.length))).toEqual([[1], [1]])
  })

  it('should keep what it does not understand out of the plan', () => {
    const page = read(
      '== Intro ==\n* a\n{|\n| b\n|}\n=== Outcome 1 ===\n==== Goals ====\n* Wind\n== End ==\n* c'
    )
    expect(JSON.stringify(page)).not.toMatch(/"[abc]"/)
  })
})

describe('goals without an outcome', () => {
  it('should stand in one without a heading', () => {
    const found = sections(
      '== Goals ==\n=== Wind ===\n* Find\n== Status ==\nNote: July 2030\n* Wound'
    )
    expect(found).toMatchObject([
      {
        id: 'period-1/goals',
        type: 'group',
        heading: null,
        code: null,
        goals: [{text: 'Wind', tasks: [{text: 'Find'}]}],
        notes: [{updates: [{text: 'Wound'}]}]
      }
    ])
    expect(found[0]!.numbers).toEqual({})
  })
})
