/**
 * Pages that make slow code slow: each shape repeats something as often as one likes, where a plan's code
 * looks at it.
 */

/** A page of a size, in code units, more or less. */
export interface Shape {
  name: string
  page: (size: number) => string
}

function repeat(name: string, unit: string, before = '', after = ''): Shape {
  const page = (size: number): string => before + unit.repeat(Math.ceil(size / unit.length)) + after
  return {name, page}
}

const outcome = '== Outcome 1 ==\n'
const goals = `${outcome}=== Goals ===\n`
const notes = `${outcome}=== Status ===\n`

/** Repeated anywhere: markup that never closes, and runs. */
const units = [
  ...[
    '{{',
    '{{{',
    '[[',
    '[',
    '{{a|',
    '[[a|',
    '{|\n',
    "''",
    "'''",
    "''a'''b",
    '<b>',
    '<div>\n',
    '<!--',
    '<pre>'
  ],
  ...[
    '<',
    '<<',
    '{[',
    '}}',
    ']]',
    '>',
    '{{done}',
    '{done}}',
    '<{{done}}',
    '< ',
    '<Done',
    '[http://a ',
    'http://'
  ],
  ...[
    ' ',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\u00A0',
    '-',
    '--- ',
    '=',
    '==a\n',
    '|',
    '||',
    '~',
    '_',
    '&',
    '&amp;',
    '#'
  ],
  ...[
    '1',
    '1.',
    '1 ',
    'a',
    'a ',
    'é',
    '🚢',
    '\ud800',
    ',',
    '(',
    '[',
    ':',
    ';',
    ': ',
    '; ',
    'a:',
    'FY',
    'FY30',
    'Q',
    'Q1\n'
  ],
  ...[
    'edit',
    'edit\n',
    'edit ',
    '[edit]',
    '[edit]\n',
    '[edit',
    'Done ',
    'Done',
    'Done\n',
    'Yes ',
    'In ',
    'Â',
    'T1',
    'T123456 '
  ],
  ...[
    'Note',
    'Note:\n',
    'Note: July 2030\n',
    'July ',
    'July 1',
    '2030-',
    'Outcome ',
    'Outcome 1 ',
    'Outcome 1 / ',
    '1, '
  ],
  ...[
    'Goals\n',
    'Status\n',
    'Stretch: ',
    '[stretch] ',
    'Dependencies on: ',
    'Primary team: a; ',
    'a | b\n',
    '---|---\n'
  ],
  ...[
    '`',
    '**',
    '**a',
    '*a',
    '_a',
    '> ',
    '- ',
    '* ',
    '# ',
    '1. ',
    '[a](',
    '![',
    '](',
    '\\',
    '<a',
    '</',
    '\n\n',
    '- a\n',
    '    '
  ]
]

/** Repeated within something of a plan. */
const within: Shape[] = [
  repeat('an outcome’s heading', '1, ', '== Outcome ', ' ==\n'),
  repeat('an outcome’s heading of slashes', ' / Output 1', '== Outcome 1', ' ==\n'),
  repeat('a goal’s brackets', '(', `${goals}* a `, ' {{done}}'),
  repeat('a goal’s joints', ' -', `${goals}* a`, ' {{done}}'),
  repeat('statuses of one goal', '{{done}} ', `${goals}* a `),
  repeat('statuses of one update', 'a {{done}} ', `${notes}* `),
  repeat('bold words of one goal', "'''a''' ", `${goals}* `),
  repeat('tags of one goal', '<b>a</b>', `${goals}* `),
  repeat('nested tags of one goal', '<b>', `${goals}* `),
  repeat('links of one goal', '[[a|b]] ', `${goals}* `),
  repeat('equal links of one update', 'a [[b]] ', `${notes}* `),
  repeat('entities of one statement', '&amp;', outcome),
  repeat('comments of one goal', '<!-- a -->', `${goals}* `),
  repeat('task numbers', 'T912345 ', `${goals}* `),
  repeat('teams', 'a, ', `${outcome}Primary teams: `),
  repeat('teams of brackets', '(', `${outcome}Primary teams: `),
  repeat('teams of semicolons', 'a; ', `${outcome}Primary teams: `),
  repeat('labels of teams', 'Dependencies on: a; ', outcome),
  repeat('team lines', 'Primary team: a\n', outcome),
  repeat('a field of colons', 'a:', '* '),
  repeat('a field of blanks', ' ', '* a'),
  repeat('a label of words', 'a ', "* '''", "''': b"),
  repeat('fields', '* a: b\n'),
  repeat('lines of a statement', 'a\n', outcome),
  repeat('lines of a paragraph in a tag', 'a\n', `${outcome}<div>`, '</div>'),
  repeat('statements', 'a\n\n', outcome),
  repeat('objectives', '* a\n', outcome),
  repeat('twin goals', '* a\n', goals),
  repeat('twin goals with numbers', '* a\n* a 2\n', goals),
  repeat('goals with tasks', '* a\n** b\n', goals),
  repeat('bold goals', "'''a'''\n* b\n", goals),
  repeat('goals of one long heading', 'a ', `${goals}==== `, ' ====\n'),
  repeat('terms', ';a:b\n', goals),
  repeat('twin outcomes', '== Outcome 1 ==\n'),
  repeat('outcomes that go down', '== Outcome 2 ==\n== Outcome 1 ==\n'),
  repeat('periods', '== Q1 ==\n== Outcome 1 ==\n'),
  repeat('headings', '== a ==\n'),
  repeat('headings of goals', '== Goals ==\n', outcome),
  repeat('twin notes', "'''Note: July 2030'''\n* a\n", notes),
  repeat('updates', '* {{done}} a\n', notes),
  repeat('updates of one line', 'a\n', notes),
  repeat('unknown statuses', '* {{a}}\n', goals),
  repeat('kept tables', '{|\n|a\n|}\n', outcome),
  repeat('cells', '| a || b\n', `${outcome}{|\n`, '|}'),
  repeat('tabs', '<tab name="Q1">\n== Outcome 1 ==\n</tab>\n', '<tabs>\n', '</tabs>'),
  repeat('panels', 'Q1=\n== Outcome 1 ==\n|-|\n', '<tabber>\n', '</tabber>'),
  repeat('lines of text that are items', '- a\n', 'Page\nOutcome 1\neditGoals\n'),
  repeat('lines of text that are headings', 'a\nedit', 'Page\n'),
  repeat('lines of text that are rows', 'a | b |\n', 'Page\na | b |\n---|---|\n'),
  repeat('a row of text without an end', 'a |\n', 'Page\na | b | c | d\n---|---|\n'),
  repeat('a list of text that steps in', '- a\n - a\n', 'Page\n'),
  {
    name: 'a deep list',
    page: (size) =>
      goals + Array.from({length: Math.sqrt(size)}, (_, at) => `${'*'.repeat(at + 1)} a\n`).join('')
  },
  {
    name: 'a deep list of text',
    page: (size) =>
      'Page\n' + Array.from({length: Math.sqrt(size)}, (_, at) => `${' '.repeat(at)}- a\n`).join('')
  },
  {name: 'one deep item', page: (size) => `${goals}${'*'.repeat(size)} a`}
]

/** Every shape: bare, in a list item, and in a line under a heading of the plan. */
export const shapes: Shape[] = [
  ...units.map((unit) => repeat(`${JSON.stringify(unit)} alone`, unit)),
  ...units.map((unit) => repeat(`${JSON.stringify(unit)} in a goal`, unit, `${goals}* a `, ' b')),
  ...units.map((unit) =>
    repeat(`${JSON.stringify(unit)} in a line of text`, unit, 'Page\nOutcome 1\nedit', ' b')
  ),
  ...within
]
