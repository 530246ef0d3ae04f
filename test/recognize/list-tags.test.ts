import {describe, expect, test} from 'vitest'
import {parse, toJson} from '../../src/index.ts'
import {checkPositions} from '../laws.ts'

/** The goals of an outcome, each with its status and tasks. */
function goals(content: string): unknown {
  const page = `== Goals for FY30/31 ==\n=== Outcome 1 ===\n==== Goals ====\n${content}\n`
  const plan = parse(page, {from: 'wikitext'})
  checkPositions(plan, page)
  const [outcome] = toJson(plan).periods[0]!.sections
  return outcome!.goals.map(({text, status, tasks}) => [
    text,
    status?.value ?? null,
    ...tasks.map((task) => [task.text, task.status?.value ?? null])
  ])
}

describe('lists written with tags', () => {
  test.each([
    [
      '<ul>\n<li>Wind {{done}}</li>\n<li>Ring {{stalled}}</li>\n</ul>',
      [
        ['Wind', 'done'],
        ['Ring', 'stalled']
      ]
    ],
    [
      '<ul>\n<li>Wind {{done}}\n<li>Ring {{stalled}}\n</ul>',
      [
        ['Wind', 'done'],
        ['Ring', 'stalled']
      ]
    ],
    ['<ul>\n<li>\n Wind {{done}}\n</li>\n</ul>', [['Wind', 'done']]],
    ['<ol><li>Wind<ul><li>Oil {{done}}</li></ul></li></ol>', [['Wind', null, ['Oil', 'done']]]],
    [
      '<ol>\n<li>Wind\n<ul>\n<li>Oil {{done}}</li>\n</ul>\n</li>\n</ol>',
      [['Wind', null, ['Oil', 'done']]]
    ]
  ])('should be goals and tasks: %j', (content, expected) => {
    expect(goals(content)).toEqual(expected)
  })

  test('should be what the page keeps where they hold anything else', () => {
    expect(goals('<ul>\nWind\n<li>Ring</li>\n</ul>\n* Oil')).toEqual([['Oil', null]])
  })
})

describe('tags that close or open nothing', () => {
  test('should be no part of what is said', () => {
    expect(goals('* Wind the clocks</small> {{done}}\n* <s>Buy oil\n* Ring</div>')).toEqual([
      ['Wind the clocks', 'done'],
      ['Buy oil', null],
      ['Ring', null]
    ])
  })
})

describe('a term with a description on its line', () => {
  test('should be a field of its own', () => {
    const page = '== Goals for FY30/31 ==\n;Motto: Late is late\n:or early\n;Colour\n:blue\n'
    const {fields} = toJson(parse(page, {from: 'wikitext'}))
    expect(fields.map(({label, value}) => [label, value])).toEqual([
      ['Motto', 'Late is late'],
      ['Colour', 'blue']
    ])
  })
})
