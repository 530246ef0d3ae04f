/** What was read wrongly on real pages, a `describe` for each class; the pages here are invented and small. */
import {describe, expect, test} from 'vitest'
import {VFile} from 'vfile'
import {detectDialect, parse, toJson, toMarkdown, toWikitext} from '../../src/index.ts'
import type {PlanJson, SectionJson} from '../../src/index.ts'

type GoalJson = SectionJson['goals'][number]

const read = (page: string, from: 'text' | 'wikitext' = 'text'): PlanJson =>
  toJson(parse(page, {from}))

function goalsIn(sections: readonly SectionJson[]): GoalJson[] {
  return sections.flatMap(({goals, sections: inner}) => [...goals, ...goalsIn(inner)])
}

const goalsOf = (plan: PlanJson): GoalJson[] =>
  plan.periods.flatMap(({sections}) => goalsIn(sections))

const rules = (page: string): (string | undefined)[] => {
  const file = new VFile(page)
  parse(file, {from: 'text'})
  return file.messages.map(({ruleId}) => ruleId)
}

/** A table with a status column of one cell. */
const statusColumn = (cell: string): string =>
  `== Piers ==\n{| class="wikitable"\n! Goal !! Status\n|-\n| Row every day || ${cell}\n|}`

describe('1: the quarter that a page states', () => {
  const rest = '== Outcome 1 ==\n=== Goals ===\n* Ring the bell'
  test.each([
    ['a heading', `== Goals, FY2030-31, Q3 (January - March 2031) ==\n${rest}`, undefined],
    ['a title', rest, 'Pond/Goals/2030-31 Q3'],
    ['a purpose', `== Goals of the pond for Q3 FY30/31 ==\n${rest}`, undefined]
  ])('is not inferred: %s', (_, page, title) => {
    const [period, ...others] = toJson(
      parse(page, {from: 'wikitext', ...(title !== undefined && {title})})
    ).periods
    expect(others).toEqual([])
    expect(period).toMatchObject({quarter: 3, inferred: false})
  })

  test('is that of a sentence, whatever a line of navigation leads to', () => {
    const page =
      'Pond\nQ1 Pond Goals, FY2031–32, Q2 Q3\nGoals of the pond for the second quarter of fiscal year 2029–30.\nOutcome 1\neditGoals\nedit- Ring the bell'
    const {fiscalYear, periods} = read(page)
    expect(fiscalYear?.start).toBe('2029-07-01')
    expect(periods).toMatchObject([{quarter: 2, start: '2029-10-01', inferred: false}])
  })
})

describe('2: the title of a page', () => {
  test.each(['Jump to content', 'Jump to navigation Jump to search', 'Other languages: Deutsch'])(
    'is not %s',
    (line) =>
      expect(read(`${line}\nPond/Goals\nFrom pond.example\nFrogs sing.`).title).toBe('Pond/Goals')
  )
})

describe('3: a line with a colon', () => {
  test.each([
    'Eng Goal sorts work into these quadrants:',
    'Outcome 1: Frogs are heard',
    'KR1: Frogs are heard',
    'Q2 Goals:',
    'Goal 1: Frogs are found.'
  ])('is no field of the page: %s', (line) =>
    expect(read(`Pond/Goals\n${line}\nOutcome 2\neditGoals\nedit- Ring`).fields).toEqual([])
  )
})

describe('4: the heading of a plan', () => {
  test('is no line of navigation with icons', () => {
    const page =
      'Pond\nTriangleArrow-Left.svgQ1 Pond Goals, FY2030–31, Q2 Q3TriangleArrow-Right.svg\nProgram Goals and Status for FY30/31\nedit- Goal Owner: Ada Fictional\nOutcome 1\neditGoals\nedit- Ring'
    expect(read(page).heading).toBe('Program Goals and Status for FY30/31')
  })
})

describe('5: rendered text', () => {
  test.each([
    'Pond/Goals\nOutcome 1 edit\nFrogs sing.\nGoal(s) edit\n- Ring a bell Done\n- Paint it {[partially done}} in Q3',
    'Pond/Goals\nOutcome 1[edit | edit source]\nFrogs sing.\nGoal(s)[edit | edit source]\n- Ring a bell Done\n- Paint it {[partially done}} in Q3',
    'Pond/Goals\nOutcome 1\nedit\nFrogs sing.\nGoal(s)\nedit\n- Ring a bell Yes Done\n- Paint it {[partially done}} in Q3'
  ])('is told from wikitext', (page) => {
    expect(detectDialect(page)).toBe('text')
    const goals = goalsOf(toJson(parse(page)))
    expect(goals.map(({text, status}) => [text, status?.value])).toEqual([
      ['Ring a bell', 'done'],
      ['Paint it', 'partially-done']
    ])
  })
})

describe('6: what is no part of the plan', () => {
  const page =
    'Pond/Goals\nOutcome 1\neditGoals\nedit- Ring a bell\nPlans of others\neditSee below.\nTeam | Note | Colour |\n---|---|---|\nPiers | Count the frogs | green |'

  test('is no goal', () =>
    expect(goalsOf(read(page)).map(({text}) => text)).toEqual(['Ring a bell']))

  test.each([
    ['wikitext', toWikitext],
    ['Markdown', toMarkdown]
  ])('is written anew as %s', (_, write) => {
    const written = write(parse(page, {from: 'text'}))
    for (const words of ['Plans of others', 'See below.', 'Count the frogs'])
      expect(written).toContain(words)
  })
})

describe('7: words for statuses', () => {
  test.each([
    ['Completed', 'done'],
    ['Ongoing', 'in-progress'],
    ['On hold', 'stalled'],
    ['Not started', 'to-do'],
    ['Finished', 'done'],
    ['Missed', 'not-done'],
    ['Deferred', 'postponed'],
    ['Delayed', 'postponed'],
    ['Draft', 'to-do'],
    ['Pending', 'to-do'],
    ['Implemented', 'done'],
    ['Achieved', 'done'],
    ['Confirmed', 'done'],
    ['At risk', 'at-risk'],
    ['On track', 'on-track'],
    ['✅', 'done'],
    ['Overtaken by events', 'cancelled']
  ])('are known in a column and behind an icon: %s', (word, value) => {
    expect(goalsOf(read(statusColumn(word), 'wikitext'))[0]!.status?.value).toBe(value)
    if (word === '✅') return
    const goals = goalsOf(read(`Pond\nGoals\nedit- Row every day Yes ${word}\n- Sleep`))
    expect(goals.map(({text, status}) => [text, status?.value])).toEqual([
      ['Row every day', value],
      ['Sleep', undefined]
    ])
  })

  test.each(['Draft', 'Pending', 'Confirmed', 'Implemented', 'Completed', 'Overtaken by events'])(
    'are words in prose: %s',
    (word) => {
      const goals = goalsOf(
        read(`Pond\nGoals\nedit- ${word} letters are sent\n- Read what is ${word}`)
      )
      expect(goals.map(({status}) => status)).toEqual([null, null])
    }
  )

  test('may be the name of a template that the wiki lacks', () => {
    const [goal] = goalsOf(read('Pond\nGoals\nedit- Ring the bell Template:On hold'))
    expect(goal).toMatchObject({text: 'Ring the bell', status: {value: 'stalled'}})
  })
})

describe('8: a table whose cells run together', () => {
  const page = (header: string): string =>
    `Pond/Goals\nPiers\nedit${header}\nMany boats Row every day Piers EOQ Done will go on\nOutcome 1\neditGoals\nedit- Ring`

  test.each([
    'Objective Key result Dependencies ETA Status',
    'ObjectiveKey resultDependenciesETAStatus'
  ])('is a message, and no guess: %s', (header) => {
    expect(rules(page(header))).toEqual(['table-unread'])
    expect(goalsOf(read(page(header))).map(({text}) => text)).toEqual(['Ring'])
  })

  test.each([
    'Program Goals and Status for FY30/31',
    'Team Goals',
    'Status of goals, teams and tasks'
  ])('is no line of words: %s', (line) => expect(rules(page(line))).toEqual([]))

  test('is none where tabs part the cells, as browsers copy them', () => {
    const rows = [
      'Objective\tKey result\tTeam\tETA\tStatus',
      'Wind the clocks\tFind the key\tClocks\tEOQ\tDone',
      'Paint\nthe hands\t\tPiers\t\tTo do',
      'Row\t\tBoats',
      'Sleep\t- Find a bed\n- Lie down\tNight\tEOQ\tDone two left'
    ]
    const goals = goalsOf(read(`Pond/Goals/2030-31 Q3\n${rows.join('\n')}\nThe end.`))
    expect(goals.map(({text, status, remark}) => [text, status?.value, remark])).toEqual([
      ['Wind the clocks', 'done', null],
      ['Paint', 'to-do', null],
      ['Row', undefined, null],
      ['Sleep', 'done', 'two left']
    ])
    expect(goals[3]!.tasks.map(({text}) => text)).toEqual(['Find a bed', 'Lie down'])
  })

  test('is none where labels and values are parted by tabs', () => {
    const {fields} = read(
      'Pond\nGoal Owner:\tAda Fictional\nAnnual Plan:\tPonds\nOutcome 1\neditGoals'
    )
    expect(fields.map(({value}) => value)).toEqual(['Ada Fictional', 'Ponds'])
  })
})

describe('9: a table in pipes', () => {
  test('has empty cells, and a row for each goal', () => {
    const page =
      'Pond/Goals\nPiers\neditGoal | Team | ETA | Status |\n---|---|---|---|\nRow | Boats || Done |\nSleep | Boats | EOQ ||'
    expect(goalsOf(read(page))).toMatchObject([
      {text: 'Row', status: {value: 'done'}, primaryTeams: ['Boats'], fields: []},
      {text: 'Sleep', status: null, primaryTeams: ['Boats'], fields: [{value: 'EOQ'}]}
    ])
  })

  test('has a section for cells that repeat', () => {
    const page =
      'Pond/Goals\nPiers\neditOutcome | Goal | Status |\n---|---|---|\nFrogs sing | Row | Done |\nFrogs sing | Sleep | To do |'
    const [period] = read(page).periods
    const [section] = period!.sections
    expect(section!.sections).toMatchObject([{heading: 'Frogs sing'}])
    expect(goalsOf(read(page))).toHaveLength(2)
  })
})
