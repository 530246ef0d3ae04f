/** Goals and their tasks, in every house style; their statuses and stretch markers. */
import {describe, expect, it, test} from 'vitest'
import {goals, outcome, sections, outline, statusText} from './read.ts'
import type {ItemJson} from '../../src/index.ts'

describe('goals', () => {
  test.each([
    ['sub-headings', '===== Wind =====\n* Find the key\n* Turn it\n===== Paint =====\n'],
    [
      'sub-headings far below',
      '====== Wind ======\n* Find the key\n* Turn it\n====== Paint ======\n'
    ],
    ['bold lines', "'''Wind'''\n* Find the key\n* Turn it\n\n'''Paint'''\n"],
    ['bold lines, numbered tasks', "'''Wind'''\n# Find the key\n# Turn it\n\n'''Paint'''\n"],
    ['bold italic lines', "'''''Wind'''''\n* Find the key\n* Turn it\n\n'''''Paint'''''\n"],
    ['bold tags', '<b>Wind</b>\n* Find the key\n* Turn it\n\n<b>Paint</b>\n'],
    ['terms', ';Wind\n:Find the key\n:Turn it\n;Paint\n'],
    ['terms with lists', ';Wind\n* Find the key\n* Turn it\n;Paint\n'],
    ['items', '* Wind\n** Find the key\n** Turn it\n* Paint\n'],
    ['bold items', "* '''Wind'''\n** Find the key\n** Turn it\n* '''Paint'''\n"],
    ['numbered items', '# Wind\n## Find the key\n## Turn it\n# Paint\n'],
    ['numbered items with bullets below', '# Wind\n#* Find the key\n#* Turn it\n# Paint\n'],
    ['items without blanks', '*Wind\n**Find the key\n**Turn it\n*Paint\n'],
    ['items a level down', '** Wind\n*** Find the key\n*** Turn it\n** Paint\n']
  ])('should be %s', (_, body) => {
    expect(outline(goals(body))).toEqual([
      ['Wind', ['Find the key', 'Turn it']],
      ['Paint', []]
    ])
  })

  it('should be lines that a list follows', () => {
    expect(outline(goals('Wind\n* Find the key\n* Turn it\n\nPaint\n* Mix it'))).toEqual([
      ['Wind', ['Find the key', 'Turn it']],
      ['Paint', ['Mix it']]
    ])
  })

  it('should be headings on the goals’ own level where the whole page is on one', () => {
    const page =
      '== Outcome 1 ==\n== Goals ==\n== Wind ==\n* Find the key\n== Paint ==\n== Status ==\n'
    expect(outline(sections(page)[0]!.goals)).toEqual([
      ['Wind', ['Find the key']],
      ['Paint', []]
    ])
  })

  it('should be deeper headings where no heading stands over them', () => {
    const {goals} = outcome('==== Wind ====\n* Find the key\n==== Paint ====\n')
    expect(outline(goals)).toEqual([
      ['Wind', ['Find the key']],
      ['Paint', []]
    ])
  })

  it('should have tasks in tasks', () => {
    const [goal] = goals('===== Wind =====\n* Find\n** Look\n*** Under the mat\n* Turn\n')
    expect(goal?.tasks).toMatchObject([
      {text: 'Find', tasks: [{text: 'Look', tasks: [{text: 'Under the mat', tasks: []}]}]},
      {text: 'Turn', tasks: []}
    ])
  })

  it('should not be lines of prose or of white space', () => {
    expect(outline(goals('* \n* Wind\n\nThese are our goals.\n\nThey are good.\n'))).toEqual([
      ['Wind', []]
    ])
  })

  it('should not be tables, files and templates', () => {
    expect(goals('{|\n| Wind\n|}\n[[File:Boat.png]]\n{{Boats|Wind}}\n----\n')).toEqual([])
  })

  it('should have the text that a reader sees, and its links', () => {
    const [goal] = goals(
      "* '''Wind''' [[Clock|clocks]]&nbsp;&amp;  [https://a.example bells]<!-- x --><ref>y</ref> <nowiki>''z''</nowiki>"
    )
    expect(goal).toMatchObject({
      text: "Wind clocks & bells ''z''",
      links: [
        {kind: 'wiki', target: 'Clock', text: 'clocks'},
        {kind: 'external', target: 'https://a.example', text: 'bells'}
      ]
    })
  })
})

describe.each([
  ['a goal’s heading', (line: string) => goals(`===== ${line} =====\n`)[0]],
  ['a goal’s item', (line: string) => goals(`* ${line}\n`)[0]],
  ['a goal’s bold line', (line: string) => goals(`'''${line}'''\n`)[0]],
  [
    'a goal’s bold line, markers outside',
    (line: string) => goals(`${line.replace('Wind the clocks', "'''Wind the clocks'''")}\n* a\n`)[0]
  ],
  ['a task', (line: string) => goals(`===== Clocks =====\n* ${line}\n`)[0]?.tasks[0]],
  [
    'a task of a task',
    (line: string) => goals(`* Clocks\n** Task\n*** ${line}\n`)[0]?.tasks[0]?.tasks[0]
  ]
])('%s', (_, get: (line: string) => ItemJson | undefined) => {
  function parts(line: string): unknown[] {
    const {text, status, stretch, remark} = get(line)!
    return [text, statusText(status), stretch, remark]
  }

  test.each([
    ...['Wind the clocks {{done}}', 'Wind the clocks{{done}}', 'Wind the clocks - {{done}}'],
    ...['Wind the clocks – {{done}}', 'Wind the clocks — {{done}}', 'Wind the clocks: {{done}}'],
    ...['Wind the clocks ({{done}})', 'Wind the clocks [{{done}}]', 'Wind the clocks {{done}}.'],
    ...[
      '{{done}} Wind the clocks',
      '{{done}} - Wind the clocks',
      '{{done}}: Wind the clocks',
      '({{done}}) Wind the clocks'
    ]
  ])('should have a status at an end: %s', (line) => {
    expect(parts(line)).toEqual(['Wind the clocks', 'done template {{done}}', false, null])
  })

  it('should have the status at its end where there are two', () => {
    expect(parts('{{to do}} Wind the clocks {{done}}').slice(1)).toEqual([
      'done template {{done}}',
      false,
      null
    ])
  })

  test.each([
    ['Wind the clocks {{done}} again', 'again'],
    ['Wind the clocks {{done}}: but not the bells', 'but not the bells'],
    ['Wind the clocks – {{done}} – once.', 'once.'],
    ['Wind the clocks ({{done}}) in June', 'in June'],
    ['Wind the clocks {{done}} (all)', '(all)']
  ])('should have what follows a status as its remark: %s', (line, remark) => {
    expect(parts(line)).toEqual(['Wind the clocks', 'done template {{done}}', false, remark])
  })

  it('should keep statuses in the middle as their labels where there are two', () => {
    expect(parts('Turn {{to do}} to {{done}} daily')).toEqual([
      'Turn To do to Done daily',
      null,
      false,
      null
    ])
  })

  it('should keep brackets of its own', () => {
    expect(parts('Wind the clocks ( {{done}}')[0]).toBe('Wind the clocks (')
    expect(parts('Wind the clocks (all) {{done}}')).toEqual([
      'Wind the clocks (all)',
      'done template {{done}}',
      false,
      null
    ])
  })

  test.each([
    ...['[stretch] Wind the clocks', '[Stretch] Wind the clocks', '(stretch) Wind the clocks'],
    ...['Stretch: Wind the clocks', 'stretch : Wind the clocks', 'Stretch goal: Wind the clocks'],
    ...[
      '[stretch goal] Wind the clocks',
      '[stretch]: Wind the clocks',
      'STRETCH GOAL: Wind the clocks'
    ]
  ])('should be a stretch: %s', (line) =>
    expect(parts(line)).toEqual(['Wind the clocks', null, true, null])
  )

  test.each([
    ...[
      'Stretch the sails',
      'Stretch goals: all',
      '[stretched] Wind',
      'Wind (stretch)',
      'Wind [stretch]',
      'Stretch - wind'
    ],
    ...['Stretcher: one', 'A stretch: wind', '[a stretch] Wind', 'Goal: stretch']
  ])('should be no stretch: %s', (line) => expect(parts(line)).toEqual([line, null, false, null]))

  it('should be both', () => {
    const both = ['Wind the clocks', 'done template {{done}}', true, null]
    expect(parts('[stretch] Wind the clocks {{done}}')).toEqual(both)
    expect(parts('{{done}} Stretch: Wind the clocks')).toEqual(both)
  })
})
