/**
 * Pages of wikis that are no plans, as their writers write them: articles, tables of data, talk, help, glossaries,
 * minutes. Nothing here knows by what a plan is told from them. Where a person would see goals on such a page
 * (a table of tasks with owners and statuses), the page says which: see `goals`.
 */
import fc from 'fast-check'
import {
  heading,
  infobox,
  lines,
  list,
  paragraph,
  table,
  tabs,
  terms,
  thread,
  type Item,
  type Part
} from './no-plan-parts.ts'

export interface NoPlanPage {
  kind: string
  title: string
  parts: Part[]
  /** What a person would call a goal. */
  goals: string[]
}

/** A page of a kind; some have goals. */
type Content = [title: string, parts: Part[], goals?: string[]]

const one = <const T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values)

/** Some of the values, in an order of their own. */
function some<T>(values: readonly T[], minLength = 2, maxLength = 5): fc.Arbitrary<T[]> {
  const max = Math.min(maxLength, values.length)
  return fc.shuffledSubarray([...values], {minLength: Math.min(minLength, max), maxLength: max})
}

/** Numbers as a table has them, from a start and a seed: as many as are asked for, all alike on each run. */
type Count = (at: number) => string

const count: fc.Arbitrary<Count> = fc
  .integer({min: 1, max: 97})
  .map((seed) => (at: number) => String((seed * (at + 3) * 31) % 97))

const year = fc.integer({min: 1990, max: 2031})

const people = [
  ...['Ada Brandt', 'Jonas Keller', 'Mei Tanaka', 'Olu Adeyemi', 'Petra Novak', 'Ruth Silva'],
  ...['Sam O’Neill', 'Tomás Vidal']
]

const towns = ['Altdorf', 'Brookhaven', 'Cold Spring', 'Dunmore', 'Eisenach', 'Fairview', 'Gmünd']

const clubs = towns.map((town, at) => `${['FC', 'SV', 'Real', 'United'][at % 4]} ${town}`)

const users = ['Anna', 'Bert', 'Cleo', 'Dmitri', 'Élodie']

const days = ['2 January', '14 March', '3 May', '27 July', '9 October', '30 November']

function signature(user: string, day: string, of = 2024): string {
  return `[[User:${user}|${user}]] ([[User talk:${user}|talk]]) 12:30, ${day} ${of} (UTC)`
}

function linked(name: string): string {
  return `[[${name}]]`
}

/** What stands at the end of an article. */
const endings: fc.Arbitrary<Part[]> = some<Part[]>(
  [
    [heading('Notes'), list(['The figures are estimates.', 'Not counting friendly matches.'])],
    [heading('References'), list(["Brandt, A. (2014). ''The county book''. Dunmore Press."])],
    [heading('See also'), list(['[[Lists of towns]]', '[[County records]]'])],
    [heading('External links'), list(['Official website', 'Archive of the society'])]
  ],
  0,
  3
).map((sections) => sections.flat())

const history: fc.Arbitrary<Part[]> = fc
  .tuple(year, one(...people), one(...towns))
  .map(([from, who, town]) => [
    heading('History'),
    paragraph(
      `Founded in ${from} by ${who} in ${linked(town)}, it grew quickly.<ref>County book, p. 4.</ref> The first hall was built two years later.`
    ),
    paragraph("After the '''great fire''' most of it was rebuilt, and work on it was done by 1998.")
  ])

/** A football club, whose goals are scored. */
const club = fc
  .tuple(
    one(...clubs),
    history,
    some(people),
    count,
    year,
    one('table', 'list', 'bold', 'season', 'counts', 'records'),
    endings
  )
  .map(([name, before, scorers, number, from, form, after]): Content => {
    const season = (at: number): string => `${from + at}–${String(from + at + 1).slice(2)}`
    const goals: Record<typeof form, Part[]> = {
      table: [
        table(
          ['Player', 'Season', 'Goals'],
          scorers.map((who, at) => [linked(who), season(at), number(at)])
        )
      ],
      list: [list(scorers.map((who, at) => `${linked(who)}: ${number(at)}`))],
      bold: scorers.flatMap((who, at) => [
        paragraph(`'''${who}'''`),
        list([`${number(at)} in the league`, `${number(at + 9)} in the cup`])
      ]),
      season: scorers.flatMap((who, at) => [
        heading(season(at), 3),
        list([`${number(at)} goals by ${linked(who)}`, `${number(at + 5)} own goals`])
      ]),
      records: [
        heading('Goals', 3),
        list(scorers.map((who, at) => `${linked(who)}: ${number(at)} (${season(at)})`)),
        heading('Games', 3),
        list(scorers.map((who, at) => `${linked(who)}: ${number(at + 2)}`))
      ],
      counts: [
        paragraph('As of the end of the season. Only league goals are counted.'),
        table(
          ['Rank', 'Name', 'Goals', 'Apps', 'Status'],
          scorers.map((who, at) => [String(at + 1), who, number(at), number(at + 4), 'Active'])
        )
      ]
    }
    return [
      name,
      [
        infobox(
          'football club',
          ['clubname', name],
          ['ground', 'County Park'],
          ['status', 'Active'],
          ['owner', scorers[0]!]
        ),
        paragraph(`'''${name}''' is a football club. Its goals come from a strong midfield.`),
        ...before,
        heading(form === 'records' ? 'Records' : 'Goals'),
        ...goals[form],
        heading('Honours'),
        list([`League: ${from}, ${from + 4}`, 'Cup runners-up: 2001']),
        ...after
      ]
    ]
  })

const player = fc
  .tuple(one(...people), some(clubs), count, year, fc.boolean(), endings)
  .map(([name, opponents, number, from, isNumbered, after]): Content => [
    name,
    [
      infobox('football biography', ['name', name], ['position', 'Striker'], ['goals', number(1)]),
      paragraph(`'''${name}''' (born ${from - 22}) is a striker who scored ${number(1)} goals.`),
      heading('Career'),
      paragraph(`He joined ${linked(opponents[0]!)} in ${from}.`),
      heading('International goals', 3),
      table(
        [isNumbered ? 'No.' : 'Goal', 'Date', 'Venue', 'Opponent', 'Score', 'Result'],
        opponents.map((club, at) => [
          `${at + 1}`,
          `${days[at]} ${from + at}`,
          'County Park',
          club,
          '1–0',
          `${at + 2}–1`
        ]),
        'Scores list his goal tally first'
      ),
      ...after
    ]
  ])

const biography = fc
  .tuple(one(...people), one(...towns), year, history, endings)
  .map(([name, town, from, before, after]): Content => [
    name,
    [
      infobox(
        'person',
        ['name', name],
        ['birth_place', linked(town)],
        ['known_for', 'Maps'],
        ['status', 'Retired']
      ),
      paragraph(`'''${name}''' (born in ${linked(town)}) is a painter of maps.`),
      ...before,
      heading('Life'),
      heading('Early work', 3),
      paragraph(`Her goal was to draw every street of ${town}. By ${from} the work was done.`),
      heading('Awards', 3),
      list([`${from}: Medal of the county`, `${from + 3}: Honorary citizen of ${linked(town)}`]),
      heading('Works'),
      terms(
        [
          ['Streets', `A map of ${town}`],
          ['Rivers', 'Twelve sheets, in progress when she died']
        ],
        from % 2 === 0
      ),
      ...after
    ]
  ])

const place = fc
  .tuple(one(...towns), history, count, year, endings)
  .map(([name, before, number, from, after]): Content => [
    name,
    [
      infobox(
        'settlement',
        ['name', name],
        ['population', `${number(2)},000`],
        ['established', String(from)],
        ['mayor', 'Ruth Silva']
      ),
      paragraph(`'''${name}''' is a town.`),
      ...before,
      heading('Status'),
      paragraph(`Since ${from} the town has been a county seat. Its status is under review.`),
      list(['City since 1871', 'County seat since ' + from]),
      heading('Demographics'),
      table(
        ['Year', 'Population', 'Change'],
        [0, 1, 2].map((at) => [String(from + 10 * at), `${number(at)},000`, `+${number(at + 3)}%`])
      ),
      heading('Districts'),
      list([
        ['North', ['Harbour', 'Mill']],
        ['South', ['Old market']]
      ]),
      ...after
    ]
  ])

const species = fc
  .tuple(one('Grey warbler', 'Marsh lily', 'Blue newt'), count, endings)
  .map(([name, number, after]): Content => [
    name,
    [
      infobox('species', ['name', name], ['status', 'VU'], ['status_system', 'IUCN3.1']),
      paragraph(`The '''${name.toLowerCase()}''' lives in wet meadows.`),
      heading('Status'),
      paragraph('The species is listed as vulnerable. Numbers are not known for the north.'),
      table(
        ['Region', 'Pairs', 'Status'],
        [
          ['North', number(1), 'Endangered'],
          ['South', number(2), 'Stable'],
          ['Islands', number(3), 'Missing']
        ]
      ),
      heading('Threats', 3),
      list(['Loss of meadows', 'Late mowing', 'Roads']),
      heading('Targets of conservation', 3),
      paragraph('A count is done each spring.'),
      ...after
    ]
  ])

const battle = fc
  .tuple(one(...towns), year, some(people), endings)
  .map(([town, from, leaders, after]): Content => [
    `Battle of ${town}`,
    [
      infobox(
        'military conflict',
        ['conflict', `Battle of ${town}`],
        ['result', 'Draw'],
        ['commander1', leaders[0]!],
        ['status', 'Ended']
      ),
      paragraph(`The '''Battle of ${town}''' was fought for a bridge.`),
      heading('Strategy'),
      paragraph(`${leaders[0]} held the hills and waited.`),
      heading('Objective'),
      paragraph('Both armies wanted the bridge over the river.'),
      heading('Outcome'),
      paragraph('Neither side won. Losses were heavy:'),
      list(leaders.map((who, at) => `${who}: ${at + 2},000 men`)),
      table(
        ['Unit', 'Objective', 'Outcome'],
        [
          ['1st Foot', 'The bridge', 'Repelled'],
          ['2nd Horse', 'The mill', 'Taken']
        ]
      ),
      ...after
    ]
  ])

const game = fc
  .tuple(one('Harbour Lights', 'Dune Riders'), some(towns), fc.boolean(), endings)
  .map(([name, places, isTable, after]): Content => [
    name,
    [
      paragraph(`'''''${name}''''' is a game for two players.`),
      heading('Objective'),
      paragraph('Whoever has the most lanterns at the end wins.'),
      heading('Gameplay'),
      ...(isTable
        ? [
            table(
              ['Mission', 'Objective', 'Reward', 'Status'],
              places.map((town, at) => [
                `${at + 1}`,
                `Reach ${town}`,
                `${at + 5} coins`,
                'Unlocked'
              ])
            )
          ]
        : [
            list(
              places.map((town, at) => `Level ${at + 1}: ${town}`),
              true
            )
          ]),
      heading('Achievements'),
      table(
        ['Achievement', 'Requirement', 'Points'],
        places.map((town, at) => [`Light of ${town}`, 'All lamps lit', String(at * 10)])
      ),
      ...after
    ]
  ])

const league = fc
  .tuple(some(clubs, 3), some(people, 3), count, year, one('Team', 'Club', 'Player'))
  .map(([teams, scorers, number, from, word]): Content => [
    `${from} County League`,
    [
      paragraph(`Tables of the '''County League''' after the season of ${from}.`),
      table(
        ['Team', 'Goals', 'Played', 'Points'],
        teams.map((team, at) => [linked(team), number(at), number(at + 3), number(at + 6)])
      ),
      heading('Top scorers'),
      table(
        ['Rank', word, 'Goals'],
        scorers.map((who, at) => [String(at + 1), linked(who), number(at)])
      ),
      heading('Results'),
      table(
        ['Date', 'Home', 'Goals', 'Away', 'Notes'],
        teams.map((team, at) => [days[at]!, team, `${at}–1`, teams[0]!, 'After extra time'])
      )
    ]
  ])

const tournament = fc
  .tuple(some(clubs, 4), some(people, 4), count, year, endings)
  .map(([teams, scorers, number, from, after]): Content => [
    `${from} County Cup`,
    [
      paragraph(`The cup of ${from} was played in two groups.`),
      ...['Group 1', 'Group A: north', 'Group B'].flatMap((group, at) => [
        heading(group),
        table(
          ['Team', 'Played', 'Goals'],
          teams.map((team, row) => [team, number(row), number(row + at)])
        ),
        table(
          ['Match', 'Score', 'Goals'],
          teams
            .slice(1)
            .map((team, row) => [
              `${teams[0]} v ${team}`,
              '1–1',
              `${scorers[row]} 12’, ${scorers[row + 1] ?? scorers[0]} 30’`
            ])
        ),
        list(teams.map((team, row) => `${team}: ${number(row)} points`))
      ]),
      ...after
    ]
  ])

const contest = fc
  .tuple(some(people, 4), one('Team', 'Group'), fc.boolean())
  .map(([names, word, areNamed]): Content => [
    'Quiz night',
    [
      paragraph('Who plays with whom.'),
      ...[1, 2].flatMap((number) => [
        heading(
          areNamed
            ? `${word} ${number}: the ${number === 1 ? 'Owls' : 'Foxes'}`
            : `${word} ${number}`
        ),
        list(names.slice(2 * number - 2, 2 * number))
      ])
    ]
  ])

/** Tables whose rows have codes. */
const codes = fc
  .tuple(one('signals', 'courses', 'actions', 'experiments'), some(people, 3))
  .map(([kind, names]): Content => {
    const rows = ['Stop at once', 'Turn to port', 'Ask for a pilot']
    const tables: Record<typeof kind, Part> = {
      signals: table(
        ['Code', 'Description', 'Outcome'],
        rows.map((row, at) => [`N${at + 1}`, row, 'All stand'])
      ),
      courses: table(
        ['Code', 'Description', 'Program'],
        rows.map((row, at) => [`SEA${at + 1}01`, row, 'Seamanship'])
      ),
      actions: table(
        ['Action', 'Code', 'Output'],
        rows.map((row, at) => [row, String(at + 65), 'A beep'])
      ),
      experiments: table(
        ['Activity', 'Outcome', 'Teams'],
        rows.map((row, at) => [row, 'A splash', names[at]!])
      )
    }
    return [`List of ${kind}`, [paragraph('By their codes.'), tables[kind]]]
  })

const install = fc
  .tuple(one('Lantern', 'Ferry'), fc.boolean())
  .map(([name, isLong]): Content => [
    `${name}/Installation`,
    [
      paragraph(`How to install ${name}.`),
      tabs(
        ...['Linux', 'Windows'].map((system): [string, Part[]] => [
          system,
          [
            paragraph("'''Before you start'''"),
            list(['Download the package', 'Check its sum']),
            ...(isLong ? [paragraph("'''Install'''"), list(['Run it', 'Restart'], true)] : [])
          ]
        ])
      )
    ]
  ])

const fleet = fc
  .tuple(some(towns, 3), some(people, 3), year)
  .map(([ships, owners, from]): Content => [
    'Ships of the county',
    ships.flatMap((ship, at) => [
      heading(ship),
      lines(`'''Owner:''' ${owners[at % owners.length]}`, `'''Built:''' ${from + at}`),
      list(['Length: 40 m', `Crew: ${at + 4}`, 'Lost in a storm'])
    ])
  ])

const elections = fc
  .tuple(one(...towns), some(people, 3), count, year, endings)
  .map(([town, names, number, from, after]): Content => [
    `${from} ${town} election`,
    [
      paragraph(`An election was held in ${town} on 3 May ${from}.`),
      heading('Candidates'),
      table(
        ['Party', 'Candidate', 'Program', 'Status'],
        names.map((who, at) => [`Party ${at + 1}`, who, 'Roads first', 'Confirmed'])
      ),
      heading('Outcome'),
      table(
        ['Candidate', 'Votes', '%'],
        names.map((who, at) => [who, `${number(at)},${number(at + 1)}`, number(at + 2)])
      ),
      heading('Aftermath'),
      paragraph(`${names[0]} conceded. The count was not done before Monday.`),
      ...after
    ]
  ])

const elements = fc.tuple(count, fc.boolean()).map(([number, hasState]): Content => [
  'List of elements',
  [
    paragraph('The elements by their number.'),
    table(
      ['Number', 'Symbol', 'Name', hasState ? 'Status' : 'Block'],
      ['Hydrogen', 'Helium', 'Lithium', 'Boron'].map((name, at) => [
        String(at + 1),
        name.slice(0, 2),
        linked(name),
        hasState ? 'Confirmed' : 's'
      ])
    ),
    heading('Half-lives'),
    list(['H3: 12 years', `C14: 5,${number(1)}0 years`])
  ]
])

const releases = fc
  .tuple(one('Lantern', 'Ferry'), count, year, one('Feature', 'Component', 'Version'), endings)
  .map(([name, number, from, word, after]): Content => [
    `${name}/Releases`,
    [
      paragraph(`Releases of ''${name}''.`),
      table(
        ['Version', 'Released', 'Status'],
        [0, 1, 2].map((at) => [`1.${at}`, `${days[at]} ${from}`, ['Done', 'Done', 'Open'][at]!])
      ),
      heading('Changes'),
      heading('1.2', 3),
      list(['Faster start', 'Fixed: crash on exit', 'Removed: the old menu']),
      heading('Support', 3),
      table(
        [word, 'Since', 'Status'],
        [
          ['Print', `1.${number(0)}`, 'Done'],
          ['Sound', '1.1', 'In progress'],
          ['Maps', '1.0', 'Dropped']
        ]
      ),
      ...after
    ]
  ])

const series = fc
  .tuple(some(people), year, one('Program', 'Programme', 'Show'), endings)
  .map(([names, from, word, after]): Content => [
    'Radio Dunmore',
    [
      infobox('radio station', ['name', 'Radio Dunmore'], ['owner', names[0]!]),
      paragraph("'''Radio Dunmore''' has two programs."),
      heading('Program 1'),
      paragraph('News and talk, all day. It went on air in 1951.'),
      heading('Program 2'),
      paragraph('Music. Its evening concerts are heard abroad.'),
      heading('Schedule'),
      table(
        [word, 'Host', 'Time', 'Status'],
        names.map((who, at) => [`The ${who} hour`, who, `${at + 6}:00`, 'On air'])
      ),
      list(names.map((who, at) => `${from + at}: ${who} joins`)),
      ...after
    ]
  ])

const talk = fc
  .tuple(one(...towns), some(users, 3), some(days, 3), fc.boolean())
  .map(([town, who, when, isGoals]): Content => [
    `Talk:${town}`,
    [
      heading(isGoals ? 'Goals' : 'Population'),
      thread(
        [0, `Please add the figures of the last census. ${signature(who[0]!, when[0]!)}`],
        [1, `{{done}} ${signature(who[1]!, when[1]!)}`],
        [2, `Thanks! ${signature(who[0]!, when[1]!)}`]
      ),
      heading('Status of the town'),
      thread(
        [0, `Is it a city or a town? ${signature(who[2]!, when[0]!)}`],
        [1, `'''City'''. ${signature(who[1]!, when[1]!)}`],
        [1, `{{not done}}: no source. ${signature(who[0]!, when[2]!)}`]
      ),
      heading('Requested move'),
      list([
        `'''Support''' as nominated. ${signature(who[0]!, when[0]!)}`,
        `'''Oppose'''. ${signature(who[1]!, when[2]!)}`
      ])
    ]
  ])

const requests = fc
  .tuple(some(users, 3), some(towns, 3), some(days, 3))
  .map(([who, pages, when]): Content => [
    'Project:Requests',
    [
      paragraph('Ask here for moves and deletions. Answer with {{tl|done}} or {{tl|not done}}.'),
      ...pages.flatMap((page, at) => [
        heading(`[[${page}]]`, 3),
        list([
          `Please move to [[${page} (town)]]. ${signature(who[at % who.length]!, when[at % 3]!)}`,
          [
            `${at % 2 ? '{{not done}}' : '{{done}}'} ${signature(who[0]!, when[1]!)}`,
            ['Thank you.']
          ]
        ])
      ])
    ]
  ])

const help = fc.tuple(one('Tables', 'Links'), fc.boolean()).map(([topic, hasStatus]): Content => [
  `Help:${topic}`,
  [
    paragraph(`This page explains ${topic.toLowerCase()}. Note: it is a guide, and no rule.`),
    heading('How to start'),
    list(['Open a page.', 'Click "Edit".', 'Save when you are done.'], true),
    heading('Task 1: your first page'),
    paragraph('Write a sentence and save it.'),
    list(['Use the preview', 'Add a summary']),
    heading(hasStatus ? 'Status' : 'Buttons'),
    terms(
      [
        ['Save', 'keeps the page'],
        ['Preview', 'shows it first'],
        ['Status', 'says whether it is done']
      ],
      true
    ),
    heading('Note'),
    paragraph('Old browsers show no buttons.')
  ]
])

const templateDocs = fc
  .tuple(one('done', 'in progress', 'status'), fc.boolean())
  .map(([name, isLong]): Content => [
    `Template:${name}/doc`,
    [
      heading('Usage'),
      paragraph(`Write {{tl|${name}}} behind a sentence: {{done}}`),
      table(
        ['Parameter', 'Description', 'Status'],
        [
          ['1', 'The text', 'required'],
          ['date', 'The day: 3 May 2024', 'optional']
        ]
      ),
      heading('Examples'),
      list(['{{done}}', '{{not done}} No source', 'Work is {{in progress}}']),
      ...(isLong
        ? [
            heading('Family'),
            table(
              ['Template', 'Shows'],
              [
                ['{{tl|done}}', '{{done}}'],
                ['{{tl|not done}}', '{{not done}}']
              ]
            )
          ]
        : []),
      heading('See also'),
      list(['{{tl|resolved}}'])
    ]
  ])

const bugs = fc
  .tuple(some(users, 2), one('Bug', 'Issue', 'Ticket'), year, fc.boolean())
  .map(([who, word, from, isTable]): Content => [
    `Known ${word.toLowerCase()}s`,
    [
      paragraph('What is known to be broken. Fixes are done as time allows.'),
      ...(isTable
        ? [
            table(
              [word, 'Reported', 'Severity', 'Status'],
              [
                ['Crash on exit', `3 May ${from}`, 'high', 'Done'],
                ['Menu is cut off', `9 May ${from}`, 'low', 'Open'],
                ['No sound', `1 June ${from}`, 'low', 'In progress']
              ]
            )
          ]
        : [
            list([
              'T91234: Crash on exit {{done}}',
              `Menu is cut off (reported by ${who[0]})`,
              '[[phab:T91235|No sound]] {{not done}}'
            ])
          ]),
      heading('Workarounds'),
      list(['Start it twice', 'Use the old menu'])
    ]
  ])

/**
 * Minutes: what somebody took on is a task of theirs, and the meeting set no goals. So we judge that a list of action
 * items has none, but that a table of them with owners and statuses is a tracker as any other.
 */
const minutes = fc
  .tuple(some(users, 3), one(...days), year, fc.boolean())
  .map(([who, day, from, isTable]): Content => {
    const actions = ['Send the invitation', 'Book the hall', 'Ask the printer']
    return [
      `Minutes of ${day} ${from}`,
      [
        lines(`Date: ${day} ${from}`, 'Place: the small hall', `Chair: ${who[0]}`),
        heading('Present'),
        list(who),
        heading('Agenda'),
        list(
          ['Last minutes', 'Status of the hall', 'Goals of the fair', 'Any other business'],
          true
        ),
        heading('Status of the hall'),
        paragraph(`${who[1]} says that the roof is done. The floor is in progress.`),
        list([`${who[0]}: we need a quote`, 'Agreed']),
        heading('Action items'),
        isTable
          ? table(
              ['Action', 'Owner', 'Status'],
              actions.map((action, at) => [
                action,
                who[at % who.length]!,
                ['Done', 'In progress', 'Not started'][at]!
              ])
            )
          : list(actions.map((action, at) => `'''${who[at % who.length]}''': ${action}`))
      ],
      isTable ? actions : []
    ]
  })

const yearArticle = fc
  .tuple(year, some(people, 3), some(days, 3), one(...towns))
  .map(([of, names, when, town]): Content => [
    String(of),
    [
      paragraph(`'''${of}''' was a year of the county.`),
      heading('Events'),
      heading('First quarter', 3),
      list(when.map((day) => `${day} – The bridge of ${linked(town)} opens.`)),
      heading('Q2', 3),
      list([`April ${of}: The fair is held`, 'The road is done']),
      heading('Births'),
      list(names.map((name, at) => `${when[at]} – ${linked(name)}, painter (d. ${of + 70})`)),
      heading('Notes'),
      paragraph('Dates are of the new calendar.')
    ]
  ])

const company = fc
  .tuple(one('Keller Mills', 'Dunmore Ferries'), year, count, endings)
  .map(([name, of, number, after]): Content => [
    name,
    [
      infobox('company', ['name', name], ['type', 'Public'], ['revenue', `€${number(1)} million`]),
      paragraph(`'''${name}''' is a company.`),
      heading(`Fiscal year ${of}`),
      heading(`Q3 ${of}`, 3),
      paragraph(`In the third quarter sales rose by ${number(2)}%.`),
      list([`Revenue: €${number(3)} million`, `Profit: €${number(4)} million`]),
      heading(`Q4 ${of}`, 3),
      list([`Revenue: €${number(5)} million`, 'The mill in Altdorf was sold.']),
      heading('Results'),
      table(
        ['Quarter', 'Revenue', 'Profit'],
        ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter, at) => [
          `${quarter} ${of}`,
          number(at),
          number(at + 4)
        ])
      ),
      ...after
    ]
  ])

const glossary = fc.tuple(fc.boolean(), fc.boolean()).map(([oneLine, isPlain]): Content => [
  'Glossary',
  [
    paragraph('Words of the trade.'),
    ...(isPlain ? [] : [heading('G to S')]),
    terms(
      [
        ['Goal', 'The wooden frame behind the keeper'],
        ['Keel', "The ship's spine"],
        ['Note', 'A sound of a given pitch'],
        ['Outcome', 'What a throw of the dice shows'],
        ['Quarter', 'The stern half of the side of a ship'],
        ['Status', 'The rank of a sailor'],
        ['Task', 'A day of work']
      ],
      oneLine
    ),
    heading('Short forms'),
    terms(
      [
        ['KR', 'krona'],
        ['TBD', 'to be done'],
        ['WIP', 'work in progress']
      ],
      true
    )
  ]
])

/** A list of what somebody has to do is theirs, and no plan of goals. */
const toDo = fc
  .tuple(one(...users), some(towns, 3), fc.boolean())
  .map(([who, pages, isSorted]): Content => [
    `User:${who}/To do`,
    [
      paragraph(`What I want to do next on this wiki. Help is welcome!`),
      ...(isSorted ? [heading('Articles')] : []),
      list([
        `Write [[${pages[0]}]] {{done}}`,
        `Map for [[${pages[1]}]] {{in progress}}`,
        [`Check the figures of [[${pages[2]}]]`, ['Ask at the library', 'Compare with the census']]
      ]),
      heading('Later'),
      list(['Photographs', 'More photographs {{to do}}'])
    ]
  ])

const project = fc
  .tuple(one('Old maps', 'Town bells'), some(people, 2), year, fc.boolean())
  .map(([name, names, from, asList]): Content => {
    const facts = [
      `Lead: ${names[0]}`,
      `Contact: ${names[1]}`,
      `Founded: ${from}`,
      'Members: 14',
      'Status: active'
    ]
    return [
      `Project:${name}`,
      [
        asList ? list(facts) : lines(...facts),
        paragraph(`We look after all pages on ${name.toLowerCase()}.`),
        heading('Members'),
        list(names.map((who) => `${who}: since ${from}`)),
        heading('Open questions'),
        list(['Which names do we use?', 'Who has the atlas?']),
        heading('Rules'),
        lines("'''Sources:''' only printed ones", "'''Pictures:''' free ones", 'Names: as written')
      ]
    ]
  })

const roads = fc
  .tuple(some(towns, 3), year, fc.boolean(), endings)
  .map(([places, from, isHeaded, after]): Content => [
    'Motorways of the county',
    [
      paragraph('All motorways, by number.'),
      ...places.flatMap((town, at): Part[] =>
        isHeaded
          ? [
              heading(at % 2 ? `A${at + 3}` : `M${at + 1}: ${town} bypass`),
              paragraph(`It runs from ${linked(town)} to the coast and opened in ${from + at}.`),
              list([`J1: ${town} north`, `J2: ${town} south`])
            ]
          : [list([`A${at + 3}: ${town} – coast`, `B${at + 7} ${town} ring`])]
      ),
      table(
        ['Code', 'Name', 'Opened', 'Status'],
        places.map((town, at) => [`A${at + 3}`, town, String(from + at), 'Completed'])
      ),
      ...after
    ]
  ])

const missions = fc
  .tuple(some(towns, 3), year, one('Mission', 'Launch', 'Flight'), endings)
  .map(([names, from, word, after]): Content => [
    'List of flights',
    [
      paragraph('Flights of the county’s rockets.'),
      table(
        [word, 'Date', 'Outcome', 'Status'],
        names.map((name, at) => [
          `${name}-${at + 1}`,
          `${days[at]} ${from}`,
          'Success',
          ['Completed', 'Completed', 'Planned'][at] ?? 'Planned'
        ])
      ),
      heading('Program'),
      paragraph('The program was begun in 1962.'),
      ...after
    ]
  ])

const inventory = fc
  .tuple(some(people, 3), one('Item', 'Object', 'Piece'), count, one('Owner', 'Price', 'Weight'))
  .map(([owners, word, number, column]): Content => [
    'Collection of the museum',
    [
      paragraph('What the museum has, and where it stands.'),
      table(
        [word, column, 'Status'],
        ['Brass lamp', 'Ship’s bell', 'Rope of hemp'].map((item, at) => [
          item,
          column === 'Owner' ? owners[at]! : number(at),
          ['On display', 'On loan', 'Stored'][at]!
        ])
      )
    ]
  ])

const course = fc
  .tuple(one(...people), some(towns, 3), year)
  .map(([teacher, topics, from]): Content => [
    `Geography ${from}`,
    [
      lines(`Teacher: ${teacher}`, 'Room: 12', `Term: spring ${from}`),
      paragraph('A course on towns.'),
      heading('Weeks'),
      table(
        ['Week', 'Topic', 'Reading'],
        topics.map((town, at) => [String(at + 1), `The town of ${town}`, `Chapter ${at + 2}`])
      ),
      heading('Week 1'),
      list(['Read chapter 2', 'Bring a map']),
      heading('Grading'),
      list(['Essay: 40%', 'Talk: 60%'])
    ]
  ])

const trial = fc.tuple(count, year, endings).map(([number, from, after]): Content => [
  'Honey and cough',
  [
    paragraph("'''Honey''' is said to help against cough."),
    heading('Trials'),
    table(
      ['Outcome', 'Honey', 'None', 'Trials'],
      [
        ['Nights without cough', number(1), number(2), '4'],
        ['Side effects', number(3), number(4), '3']
      ]
    ),
    table(
      ['Trial', 'Phase', 'Status'],
      [
        [`Keller ${from}`, '2', 'Completed'],
        [`Novak ${from + 1}`, '3', 'Ongoing']
      ]
    ),
    heading('Hypothesis'),
    paragraph('Sugar may do as well.'),
    ...after
  ]
])

const log = fc
  .tuple(some(users, 2), some(days, 4), year)
  .map(([who, when, from]): Content => [
    'Server log',
    [
      paragraph('What was done to the server.'),
      heading(String(from)),
      list(when.map((day, at) => `${day} ${from}: restarted by ${who[at % 2]} {{done}}`)),
      heading('Status'),
      list([`May 3, ${from}: up`, `May 4, ${from}: down for an hour`]),
      heading(`Notes of ${from}`),
      lines(`Note: ${days[0]} ${from}`, 'The disk is full.')
    ]
  ])

const questions = fc.tuple(fc.boolean()).map(([isBold]): Content => [
  'Questions and answers',
  [
    ...(isBold
      ? [
          paragraph("'''What is the goal of this wiki?'''"),
          paragraph('To describe the county.'),
          paragraph("'''Who may write?'''"),
          list(['Anyone', 'Also you'])
        ]
      : [
          terms(
            [
              ['What is the goal of this wiki?', 'To describe the county.'],
              ['Is it done?', 'Never.']
            ],
            false
          )
        ]),
    heading('Goal'),
    paragraph('See the first question.')
  ]
])

const disambiguation = fc
  .tuple(one('Goal', 'Outcome', 'Program', 'Status', 'Objective'), fc.boolean())
  .map(([word, isSorted]): Content => [
    word,
    [
      paragraph(`'''${word}''' may refer to:`),
      ...(isSorted ? [heading('Arts')] : []),
      list([`''${word}'' (film), of 1998`, `''${word}!'', a song`]),
      heading('Sport'),
      list([`${word} (sport), in ball games`, `${word} (ship)`])
    ]
  ])

const recipe = fc
  .tuple(count)
  .map(([number]): Content => [
    'Bean soup',
    [
      lines('Time: 2 hours', 'Serves: 4', 'Difficulty: low'),
      heading('Ingredients'),
      list([`${number(1)} g beans`, '1 onion', 'Salt']),
      heading('Steps'),
      list(['Soak the beans over night.', 'Cook until done.', 'Add salt.'], true),
      heading('Notes'),
      list(['Freezes well', 'Stretch it with potatoes'])
    ]
  ])

/** Tasks with owners and statuses: a person sees what is to be reached, whatever the page is called. */
const tracker = fc
  .tuple(some(users, 3), one('Task', 'Action'), one('Owner', 'Assignee', 'Responsible'))
  .map(([who, word, column]): Content => {
    const tasks = ['Sort the maps', 'Scan the letters', 'Name the streets']
    return [
      'Work on the archive',
      [
        paragraph('Who does what.'),
        table(
          [word, column, 'Status'],
          tasks.map((task, at) => [
            task,
            who[at % who.length]!,
            ['Done', 'In progress', 'To do'][at]!
          ])
        )
      ],
      tasks
    ]
  })

const verein = fc
  .tuple(one(...clubs), some(people, 3), count, year)
  .map(([name, scorers, number, from]): Content => [
    name,
    [
      infobox('Fußballklub', ['name', name], ['gründung', String(from)], ['status', 'aktiv']),
      paragraph(`'''${name}''' ist ein Fußballverein.`),
      heading('Geschichte'),
      paragraph(`Der Verein wurde ${from} gegründet und hatte bald 300 Mitglieder.`),
      heading('Tore'),
      table(
        ['Spieler', 'Saison', 'Tore'],
        scorers.map((who, at) => [linked(who), `${from + at}/${from + at + 1}`, number(at)])
      ),
      heading('Status'),
      list(['Seit 1990 in der Landesliga', 'Vorher: Bezirksliga']),
      heading('Einzelnachweise'),
      list(['Kreisblatt, S. 4'])
    ]
  ])

const diskussion = fc
  .tuple(one(...towns), some(users, 2), one(...days))
  .map(([town, who, day]): Content => {
    const signed = (user: string): string =>
      `[[Benutzer:${user}|${user}]] ([[Benutzer Diskussion:${user}|Diskussion]]) 12:30, ${day.split(' ')[0]}. Mai 2024 (CEST)`
    return [
      `Diskussion:${town}`,
      [
        heading('Ziele'),
        thread(
          [0, `Was sind die Ziele des Artikels? ${signed(who[0]!)}`],
          [1, `{{Erledigt}} ${signed(who[1]!)}`]
        ),
        heading('Program 1'),
        thread(
          [0, `Heißt das nicht Programm? ${signed(who[1]!)}`],
          [1, `{{ok}} ${signed(who[0]!)}`]
        )
      ]
    ]
  })

const protokoll = fc.tuple(some(users, 3), year).map(([who, from]): Content => [
  `Protokoll ${from}`,
  [
    lines(`Datum: 3. Mai ${from}`, 'Ort: Rathaus', `Leitung: ${who[0]}`),
    heading('Anwesend'),
    list(who),
    heading('Status'),
    list(['Dach: fertig', 'Boden: in Arbeit']),
    heading('Termine'),
    table(
      ['Datum', 'Thema', 'Status'],
      [
        [`3. Mai ${from}`, 'Sitzung', 'offen'],
        [`9. Mai ${from}`, 'Fest', 'OK']
      ]
    ),
    heading('Q3'),
    list([`Einnahmen: ${from} €`, 'Ausgaben: 12 €'])
  ]
])

const glossar = fc.tuple(fc.boolean()).map(([oneLine]): Content => [
  'Glossar',
  [
    terms(
      [
        ['Kiel', 'Rückgrat des Schiffs'],
        ['Tor', 'Rahmen aus Holz'],
        ['Ziel', 'Ende der Strecke']
      ],
      oneLine
    )
  ]
])

const kinds: Record<string, fc.Arbitrary<Content>> = {
  club,
  player,
  biography,
  place,
  species,
  battle,
  game,
  league,
  tournament,
  contest,
  codes,
  install,
  fleet,
  elections,
  elements,
  releases,
  series,
  talk,
  requests,
  help,
  templateDocs,
  bugs,
  minutes,
  yearArticle,
  company,
  glossary,
  toDo,
  project,
  roads,
  missions,
  inventory,
  course,
  trial,
  log,
  questions,
  disambiguation,
  recipe,
  tracker,
  verein,
  diskussion,
  protokoll,
  glossar
}

/** A page of any kind. */
export const noPlanPage: fc.Arbitrary<NoPlanPage> = fc.oneof(
  ...Object.entries(kinds).map(([kind, content]) =>
    content.map(([title, parts, goals = []]): NoPlanPage => ({kind, title, parts, goals}))
  )
)
