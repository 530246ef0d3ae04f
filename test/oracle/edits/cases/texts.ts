/** Titles and texts, stretch marks, fields, statements, objectives, teams and dates changed. */
import {escapeHtml} from '../client.ts'
import {note, outcome, titled} from '../json.ts'
import type {EditCase} from '../edit.ts'

/** A change of one title or text. */
interface TextEdit {
  kind: string
  page: string
  of: string
  to: string
  /** What the client types over what, where it is not the whole text. */
  typed?: [from: string, to: string]
  /** A block before it, where several say the same. */
  after?: string
  hand: EditCase['hand']
  shows?: string
}

function textCase({of, to, typed, after, shows = to, ...rest}: TextEdit): EditCase {
  const [from, by] = typed ?? [of, to]
  return {
    ...rest,
    shows,
    edit(plan) {
      const thing = titled(plan, of)
      if ('title' in thing) thing.title = to
      else thing.text = to
    },
    client(html) {
      const block = html.block(from, ...(after ? [after] : []))
      html.type(block, escapeHtml(from), escapeHtml(by))
    }
  }
}

const texts: EditCase[] = (
  [
    {
      kind: 'title of a goal',
      page: 'house-style',
      of: 'Wind the clocks',
      to: 'Wind all the clocks',
      hand: ['-===== Wind the clocks {{done}} =====', '+===== Wind all the clocks {{done}} ====='],
      shows: 'Wind all the clocks Done'
    },
    {
      kind: 'title of a goal',
      page: 'goals-as-bold-paragraphs',
      of: 'Build a frame for the tomatoes',
      to: 'Build two frames for the tomatoes',
      hand: [
        "-'''Build a frame for the tomatoes''' {{in progress}}",
        "+'''Build two frames for the tomatoes''' {{in progress}}"
      ]
    },
    {
      kind: 'title of a goal',
      page: 'definition-lists',
      of: 'Copy the sea charts',
      to: 'Trace the sea charts',
      hand: ['-;Copy the sea charts', '+;Trace the sea charts']
    },
    {
      kind: 'title of a goal',
      page: 'goals-as-list-items',
      of: 'Buy a longer rope',
      to: 'Buy the longest rope',
      hand: ['-# Buy a longer rope {{postponed}}', '+# Buy the longest rope {{postponed}}']
    },
    {
      kind: 'title of a goal with a link',
      page: 'links',
      of: 'Hoist the Blue Peter',
      to: 'Lower the Blue Peter',
      typed: ['Hoist', 'Lower'],
      hand: ['-* Hoist the [[Blue Peter]] {{done}}', '+* Lower the [[Blue Peter]] {{done}}']
    },
    {
      kind: 'text of a task',
      page: 'house-style',
      of: 'Oil the spring',
      to: 'Oil both springs',
      hand: ['-* Oil the spring {{In progress}}', '+* Oil both springs {{In progress}}']
    },
    {
      kind: 'text of a task',
      page: 'goals-as-list-items',
      of: 'Lay the new rails',
      to: 'Lay new rails',
      hand: ['-** Lay the new rails', '+** Lay new rails']
    },
    {
      kind: 'text of a task',
      page: 'stretch',
      of: 'row by night',
      to: 'row by moonlight',
      typed: ['Stretch: row by night', 'Stretch: row by moonlight'],
      hand: ['-* Stretch: row by night {{cancelled}}', '+* Stretch: row by moonlight {{cancelled}}']
    },
    {
      kind: 'text of an update',
      page: 'house-style',
      of: 'The timetable is In progress, and the printer is Stalled for want of ink.',
      to: 'The timetable is In progress, and the printer is Stalled for want of paper.',
      typed: [' for want of ink.', ' for want of paper.'],
      hand: [
        '-* The timetable is {{in progress}}, and the printer is {{Stalled}} for want of ink.',
        '+* The timetable is {{in progress}}, and the printer is {{Stalled}} for want of paper.'
      ]
    },
    {
      kind: 'text of an update',
      page: 'house-style',
      of: 'The key was under the mat.',
      to: 'The key was under the other mat.',
      hand: [
        '-* {{done}} The key was under the mat.',
        '+* {{done}} The key was under the other mat.'
      ]
    },
    {
      kind: 'text of an update',
      page: 'notes-in-many-styles',
      of: 'The sexton denies it.',
      to: 'The sexton admits it.',
      hand: ['-The sexton denies it.', '+The sexton admits it.']
    }
  ] satisfies TextEdit[]
).map(textCase)

/** Texts that would be markup on the page: they are to show as they are. */
const marked: EditCase[] = (
  [
    [
      'title of a goal',
      'house-style',
      'Print the timetable',
      "Print ''all'' [[timetables]] ====",
      'Paint'
    ],
    ['title of a goal', 'house-style', 'Wind the clocks', 'Wind {{done}} <b>all</b> clocks'],
    [
      'title of a goal',
      'definition-lists',
      'Copy the sea charts',
      'Copy: the [[sea]] charts : all'
    ],
    [
      'title of a goal',
      'goals-as-bold-paragraphs',
      'Plant an apple tree',
      "Plant '''one''' '' tree"
    ],
    ['title of a goal', 'quarters-in-tabs', 'Label the drawers', '* Label # : ; the drawers'],
    [
      'text of a task',
      'house-style',
      'Find the key',
      '# Find [https://keys.example the key] &amp; T1'
    ],
    [
      'text of a task',
      'goals-as-list-items',
      'Find the oil can',
      '; Find: the {{in progress}} oil can'
    ],
    [
      'text of an update',
      'goals-as-bold-paragraphs',
      'Beans are up.',
      ': <nowiki>Beans</nowiki> {| up |}'
    ],
    [
      'text of an update',
      'notes-in-many-styles',
      'It hangs straight.',
      '== It hangs __NOTOC__ straight =='
    ]
  ] as const
).map(([kind, page, of, to, after]) =>
  textCase({kind: `${kind} that looks like markup`, page, of, to, hand: 2, ...(after && {after})})
)

function stretchCase(
  page: string,
  of: string,
  to: boolean,
  typed: [from: string, to: string],
  hand: string[]
): EditCase {
  return {
    kind: `stretch ${to ? 'set' : 'cleared'}`,
    page,
    hand,
    shows: typed[1],
    edit(plan) {
      const thing = titled(plan, of)
      if ('stretch' in thing) thing.stretch = to
    },
    client: (html) => void html.type(html.block(typed[0]), ...typed)
  }
}

const comment: EditCase = {
  ...textCase({
    kind: 'title of a goal that looks like a comment',
    page: 'house-style',
    of: 'Wind the clocks',
    to: 'Wind <!-- all --> clocks',
    hand: 2
  }),
  flaw: 'it writes the text as a comment, which is not shown'
}

const stretches: EditCase[] = [
  stretchCase(
    'house-style',
    'Find the key',
    true,
    ['Find the key', '[stretch] Find the key'],
    ['-* Find the key', '+* [stretch] Find the key']
  ),
  stretchCase(
    'full-year',
    'File the cams',
    true,
    ['File the cams', '[stretch] File the cams'],
    ['-* File the cams {{to do}}', '+* [stretch] File the cams {{to do}}']
  ),
  stretchCase(
    'house-style',
    'Paint the hands',
    false,
    ['[stretch] Paint the hands', 'Paint the hands'],
    ['-* [stretch] Paint the hands {{to do}}', '+* Paint the hands {{to do}}']
  ),
  stretchCase(
    'stretch',
    'Win the regatta',
    false,
    ['[stretch] Win the regatta', 'Win the regatta'],
    ['-===== [stretch] Win the regatta =====', '+===== Win the regatta =====']
  ),
  stretchCase(
    'stretch',
    'sing',
    false,
    ['STRETCH: sing', 'sing'],
    ['-* STRETCH: sing {{done}}', '+* sing {{done}}']
  )
]

function fieldCase(
  page: string,
  label: string,
  from: string,
  to: string,
  hand: string[]
): EditCase {
  return {
    kind: 'field changed',
    page,
    hand,
    shows: to,
    edit: (plan) => void (plan.fields.find((field) => field.label === label)!.value = to),
    client: (html) => void html.type(html.block(from), from, to)
  }
}

const fields: EditCase[] = [
  fieldCase('house-style', 'Annual Plan', 'FER2 Ferries that keep time', 'FER3 Faster ferries', [
    "-* '''Annual Plan''': FER2 Ferries that keep time",
    "+* '''Annual Plan''': FER3 Faster ferries"
  ]),
  fieldCase('definition-lists', 'Annual Plan', 'ARC1 Papers that last', 'ARC2 Ink that lasts', [
    '-;Annual Plan: ARC1 Papers that last',
    '+;Annual Plan: ARC2 Ink that lasts'
  ]),
  fieldCase('fields', 'Sponsor', 'The Guild of Clockmakers', 'The Guild of Bells', [
    "-'''Sponsor:''' The Guild of Clockmakers",
    "+'''Sponsor:''' The Guild of Bells"
  ]),
  {
    kind: 'field added',
    page: 'house-style',
    hand: [" * '''Tech Goal''': Sustaining", "+* '''Budget''': ten crowns"],
    shows: 'Budget: ten crowns',
    edit: ({fields}) =>
      void fields.push({name: null, label: 'Budget', value: 'ten crowns', links: []}),
    client: (html) =>
      void html.insertAfter(html.block('Tech Goal'), '<li><b>Budget</b>: ten crowns</li>')
  },
  {
    kind: 'field removed',
    page: 'house-style',
    hand: ["-* '''Annual Plan''': FER2 Ferries that keep time"],
    edit: ({fields}) => void fields.splice(2, 1),
    client: (html) => void html.remove(html.block('Annual Plan'))
  }
]

const statements: EditCase[] = [
  {
    kind: 'statement changed',
    page: 'house-style',
    hand: ["-'''Boats are found in fog.'''", "+'''Boats are found in rain.'''"],
    shows: 'Boats are found in rain.',
    edit: (plan) =>
      void (outcome(plan, 'Outcome 3 / Output 1').statement = 'Boats are found in rain.'),
    client: (html) => void html.type(html.block('found in fog'), 'in fog', 'in rain')
  },
  {
    kind: 'statement changed',
    page: 'statements-and-teams',
    hand: [
      "-''The statement is italic, and so are the teams.''",
      "+''The statement leans, and so do the teams.''"
    ],
    shows: 'The statement leans, and so do the teams.',
    edit: (plan) =>
      void (outcome(plan, 'Outcome 2').statement = 'The statement leans, and so do the teams.'),
    client(html) {
      const from = 'is italic, and so are the teams.'
      html.type(html.block(from), from, 'leans, and so do the teams.')
    }
  },
  {
    kind: 'statement set',
    page: 'quarters-too-many',
    hand: 1,
    shows: 'Crabs are counted.',
    edit: (plan) => void (outcome(plan, 'Outcome 1 / Output 2').statement = 'Crabs are counted.'),
    client(html) {
      html.insertAfter(html.block('Outcome 1 / Output 2'), '<p>Crabs are counted.</p>')
    }
  },
  {
    kind: 'statement cleared',
    page: 'statements-and-teams',
    hand: ["-'''The statement is bold, the teams are plain.'''"],
    edit: (plan) => void (outcome(plan, 'Outcome 1').statement = null),
    client: (html) => void html.remove(html.block('The statement is bold, the teams'))
  },
  {
    kind: 'objective changed',
    page: 'house-style',
    hand: ['-* Put a clock on every pier', '+* Put two clocks on every pier'],
    shows: 'Put two clocks on every pier',
    edit: (plan) =>
      void (outcome(plan, 'Outcome 1 / Output 2').objectives[0] = 'Put two clocks on every pier'),
    client: (html) => void html.type(html.block('Put a clock'), 'a clock', 'two clocks')
  },
  {
    kind: 'objective added',
    page: 'house-style',
    hand: [' * Print the timetable in large letters', '+* Ring when a boat leaves'],
    shows: 'Ring when a boat leaves',
    edit: (plan) =>
      void outcome(plan, 'Outcome 1 / Output 2').objectives.push('Ring when a boat leaves'),
    client(html) {
      html.insertAfter(html.block('in large letters'), '<li>Ring when a boat leaves</li>')
    }
  },
  {
    kind: 'objective removed',
    page: 'house-style',
    hand: ['-* Put a clock on every pier'],
    edit: (plan) => void outcome(plan, 'Outcome 1 / Output 2').objectives.shift(),
    client: (html) => void html.remove(html.block('Put a clock'))
  },
  {
    kind: 'objectives reordered',
    page: 'house-style',
    hand: [
      '-* Put a clock on every pier',
      ' * Print the timetable in large letters',
      '+* Put a clock on every pier'
    ],
    edit: (plan) => void outcome(plan, 'Outcome 1 / Output 2').objectives.reverse(),
    client(html) {
      const first = html.block('Put a clock')
      html.insertAfter(html.block('in large letters'), html.copy(first)).remove(first)
    }
  }
]

const teams: EditCase[] = [
  {
    kind: 'dependency changed',
    page: 'house-style',
    hand: [
      "-''Dependencies on: Lighthouse Keepers; Primary teams: Piers / Clocks, Boats (Crew, Engines)''",
      "+''Dependencies on: Pilots; Primary teams: Piers / Clocks, Boats (Crew, Engines)''"
    ],
    shows: 'Dependencies on: Pilots; Primary teams: Piers / Clocks, Boats (Crew, Engines)',
    edit: (plan) => void (outcome(plan, 'Outcome 1 / Output 2').dependencies = ['Pilots']),
    client: (html) => void html.type(html.block('Lighthouse'), 'Lighthouse Keepers', 'Pilots')
  },
  {
    kind: 'team added',
    page: 'house-style',
    hand: [
      "-''Dependencies on: Lighthouse Keepers; Primary teams: Piers / Clocks, Boats (Crew, Engines)''",
      "+''Dependencies on: Lighthouse Keepers; Primary teams: Piers / Clocks, Boats (Crew, Engines), Pilots''"
    ],
    shows: 'Primary teams: Piers / Clocks, Boats (Crew, Engines), Pilots',
    edit: (plan) => void outcome(plan, 'Outcome 1 / Output 2').primaryTeams.push('Pilots'),
    client: (html) => void html.type(html.block('Lighthouse'), 'Engines)', 'Engines), Pilots')
  },
  {
    kind: 'team added',
    page: 'statements-and-teams',
    hand: 2,
    shows: 'Carpenters (Oak, Elm), Divers, Smiths',
    edit: (plan) => void outcome(plan, 'Outcome 4').dependencies.push('Smiths'),
    client: (html) => void html.type(html.block('Elm), Divers,'), 'Divers,', 'Divers, Smiths,')
  },
  {
    kind: 'team removed',
    page: 'house-style',
    hand: [
      "-''Dependencies on: Lighthouse Keepers; Primary teams: Piers / Clocks, Boats (Crew, Engines)''",
      "+''Dependencies on: Lighthouse Keepers; Primary teams: Boats (Crew, Engines)''"
    ],
    shows: 'Primary teams: Boats (Crew, Engines)',
    edit: (plan) => void outcome(plan, 'Outcome 1 / Output 2').primaryTeams.shift(),
    client: (html) => void html.type(html.block('Lighthouse'), 'Piers / Clocks, ', '')
  },
  {
    kind: 'team removed',
    page: 'statements-and-teams',
    hand: [
      "-''Primary team: Pumps; Dependencies on: Divers, Carpenters''",
      "+''Primary team: Pumps; Dependencies on: Divers''"
    ],
    shows: 'Dependencies on: Divers',
    edit: (plan) => void outcome(plan, 'Outcome 2').dependencies.pop(),
    client: (html) => void html.type(html.block('Divers, Carpenters'), ', Carpenters', '')
  },
  {
    kind: 'dependencies cleared',
    page: 'house-style',
    hand: [
      "-''Dependencies on: Lighthouse Keepers; Primary teams: Piers / Clocks, Boats (Crew, Engines)''",
      "+''Primary teams: Piers / Clocks, Boats (Crew, Engines)''"
    ],
    shows: 'Primary teams: Piers / Clocks, Boats (Crew, Engines)',
    edit: (plan) => void (outcome(plan, 'Outcome 1 / Output 2').dependencies = []),
    client(html) {
      html.type(html.block('Lighthouse'), 'Dependencies on: Lighthouse Keepers; ', '')
    }
  },
  {
    kind: 'dependencies cleared',
    page: 'statements-and-teams',
    hand: ['-:Dependencies on: Divers'],
    edit: (plan) => void (outcome(plan, 'Outcome 3').dependencies = []),
    client: (html) => void html.remove(html.block('Dependencies on: Divers', 'Outcome 3'))
  }
]

function dateCase(
  page: string,
  heading: string,
  from: string,
  value: string,
  to: string,
  hand: string[]
): EditCase {
  return {
    kind: 'date of a note',
    page,
    hand,
    shows: to,
    edit(plan) {
      note(plan, heading, from).date = {value, precision: 'day', raw: value}
    },
    client: (html) => void html.type(html.block(from, heading), from, to)
  }
}

const dates: EditCase[] = [
  dateCase(
    'house-style',
    'Outcome 1 / Output 2',
    'August 14, 2030',
    '2030-08-15',
    'August 15, 2030',
    ["-'''Note: August 14, 2030'''", "+'''Note: August 15, 2030'''"]
  ),
  dateCase('notes-in-many-styles', 'Outcome 1', 'August 2, 2030', '2030-08-03', 'August 3, 2030', [
    '-===== August 2, 2030 =====',
    '+===== August 3, 2030 ====='
  ]),
  dateCase('notes-in-many-styles', 'Outcome 2', 'August 2, 2030', '2030-08-03', 'August 3, 2030', [
    '-* August 2, 2030',
    '+* August 3, 2030'
  ]),
  dateCase('notes-in-many-styles', 'Outcome 5', 'July 23, 2030', '2030-07-24', 'July 24, 2030', [
    "-'''July 23, 2030''' - {{in progress}}",
    "+'''July 24, 2030''' - {{in progress}}"
  ]),
  dateCase('notes-in-many-styles', 'Outcome 5', 'August 6, 2030', '2030-08-07', 'August 7, 2030', [
    "-'''Note: August 6, 2030''': It turns the other way.",
    "+'''Note: August 7, 2030''': It turns the other way."
  ]),
  dateCase('notes-in-many-styles', 'Outcome 6', '2 August 2030', '2030-08-03', '3 August 2030', [
    '-;2 August 2030',
    '+;3 August 2030'
  ]),
  dateCase('dates', 'Outcome 1', 'Aug 14th 2030', '2030-08-22', 'Aug 22nd 2030', [
    "-'''Note: Aug 14th 2030'''",
    "+'''Note: Aug 22nd 2030'''"
  ]),
  dateCase('dates', 'Outcome 1', '2030-08-16', '2030-08-17', '2030-08-17', [
    "-'''Note: 2030-08-16'''",
    "+'''Note: 2030-08-17'''"
  ])
]

export const textCases: EditCase[] = [
  ...texts,
  ...marked,
  comment,
  ...stretches,
  ...fields,
  ...statements,
  ...teams,
  ...dates
]
