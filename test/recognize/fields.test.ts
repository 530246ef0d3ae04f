/** Fields: the labelled lines before the first outcome. */
import {describe, expect, it, test} from 'vitest'
import {read} from './read.ts'

/** The fields of a page whose introduction is given, as `name|label|value`. */
function fields(intro: string): string[] {
  const {fields} = read(
    `== Boats ==\n${intro}\n\n=== Outcome 1 ===\n==== Goals ====\n* Wind: the clocks`
  )
  return fields.map(({name, label, value}) => [name ?? '', label, value].join('|'))
}

describe('a field', () => {
  test.each([
    ['plain', '* Goal Owner: Ada Fictional'],
    ['bold', "* '''Goal Owner''': Ada Fictional"],
    ['bold with the colon', "* '''Goal Owner:''' Ada Fictional"],
    ['bold with the colon, glued', "* '''Goal Owner:'''Ada Fictional"],
    ['bold, glued', "* '''Goal Owner''':Ada Fictional"],
    ['italic', "* ''Goal Owner'': Ada Fictional"],
    ['italic with the colon', "* ''Goal Owner:'' Ada Fictional"],
    ['bold and italic', "* '''''Goal Owner''''': Ada Fictional"],
    ['with a blank before the colon', '* Goal Owner : Ada Fictional'],
    ['with a link', '* [[Goals|Goal Owner]]: Ada Fictional'],
    ['numbered', '# Goal Owner: Ada Fictional'],
    ['a line', 'Goal Owner: Ada Fictional'],
    ['a bold line', "'''Goal Owner: Ada Fictional'''"],
    ['a term and its detail on one line', '; Goal Owner : Ada Fictional'],
    ['a term and its detail', ';Goal Owner\n:Ada Fictional'],
    ['an indented line', ':Goal Owner: Ada Fictional'],
    ['with a link in the value', '* Goal Owner: [[User:Ada|Ada]] Fictional'],
    ['with a comment', '* Goal Owner<!-- who? -->: Ada Fictional']
  ])('should be a label and a value: %s', (_, intro) => {
    expect(fields(intro)).toEqual(['goalOwner|Goal Owner|Ada Fictional'])
  })

  test.each([
    ['Goal Owner', 'goalOwner'],
    ['goal owner', 'goalOwner'],
    ['Goal Owners', 'goalOwner'],
    ['Goal owner(s)', 'goalOwner'],
    ['Goal Owner for FY30/31', 'goalOwner'],
    ['Program Goals and Status', 'programGoals'],
    ['Program goal', 'programGoals'],
    ['Annual Plan', 'annualPlan'],
    ['Annual plan FY30/31', 'annualPlan'],
    ['Primary Goal', 'primaryGoal'],
    ['Primary Goal is to bring every boat home on time', 'primaryGoal'],
    ['Tech Goal', 'techGoal'],
    ['Team Manager', 'teamManager'],
    ['Goal Ownership', ''],
    ['The Goal Owner', ''],
    ['Goals', ''],
    ['Owner', 'owner'],
    ['Ownership', ''],
    ['Zweck', ''],
    ['__proto__', '']
  ])('should have its key where its label is known: %s', (label, name) => {
    expect(fields(`* ${label}: a`)).toEqual([`${name}|${label}|a`])
    expect(fields(`* '''${label}:''' a`)).toEqual([`${name}|${label}|a`])
  })

  test.each([
    ['* Time: 21:40', '|Time|21:40'],
    ['* Page: https://boats.example/a:b', '|Page|https://boats.example/a:b'],
    ['* Ratio: 3:1: good', '|Ratio|3:1: good'],
    ['* Lit at 21:40: lamps', '|Lit at 21:40|lamps'],
    ['* Empty:', '|Empty|'],
    ['* What the boats are for: fish', '|What the boats are for|fish'],
    [
      "* '''A label that is marked up may have more words''': a",
      '|A label that is marked up may have more words|a'
    ]
  ])('should end its label at the first colon that is one: %s', (intro, field) => {
    expect(fields(intro)).toEqual([field])
  })

  test.each([
    ...[
      '* Lit at 21:40 each night',
      '* https://boats.example/a',
      '* See https://boats.example: it is good'
    ],
    ...[
      '* A label of more words than six: a',
      '* It is late. Reason: fog',
      '* Is it late? Yes: it is'
    ],
    ...[
      '* Hear, hear!: a',
      '* a; b: c',
      '* Goal Owner Ada',
      '* : Ada',
      '* Boats:fish',
      '* Done {{done}}: a'
    ],
    ...['KR1: Boats are found', '* KR1: a', '* Goal 1: Boats are found', '* WE1.2: a'],
    ...[
      "'''Q2 Goals:'''",
      '* Second quarter goals: a',
      'Use one of: {{done}}, {{to do}} or {{done}}'
    ],
    ...['Goal Owner\n:Ada', '* Boats', '', ':', '* 10:30', '* http://a.example:80 b']
  ])('should not be %j', (intro) => expect(fields(intro)).toEqual([]))

  it('should be several', () => {
    const intro = "* '''Goal Owner''': Ada\n* a boat\n* '''Team Manager''': Bo\n\nTech Goal: lamps"
    expect(fields(intro)).toEqual([
      'goalOwner|Goal Owner|Ada',
      'teamManager|Team Manager|Bo',
      'techGoal|Tech Goal|lamps'
    ])
  })

  it('should have its links', () => {
    const [field] = read('* Goal Owner: [[User:Ada|Ada]], T912345\n=== Outcome 1 ===').fields
    expect(field?.links).toEqual([
      {kind: 'wiki', target: 'User:Ada', text: 'Ada'},
      {kind: 'task', target: 'T912345', text: 'T912345'}
    ])
  })

  it('should not stand behind the first outcome or in a quarter', () => {
    expect(read('=== Outcome 1 ===\n* Goal Owner: Ada').fields).toEqual([])
    expect(read('== Q1 ==\n* Goal Owner: Ada\n=== Outcome 1 ===').fields).toEqual([])
    expect(read('== Q1 ==\nGoal Owner: Ada\n=== Outcome 1 ===').fields).toEqual([])
  })
})
