/** What is added to a plan: where it stands, what it is called, and what is refused. */
import {describe, expect, test} from 'vitest'
import {
  addGoal,
  addNote,
  addObjective,
  addSection,
  addPeriod,
  addTask,
  addUpdate,
  setStatus,
  TargetError,
  type NewPeriod
} from '../../src/edit/index.ts'
import {toJson, type Objective, type Plan, type Update} from '../../src/core.ts'
import {fromJson} from '../../src/plan/json/from-json.ts'
import {
  august,
  clocks,
  copied,
  expectJson,
  fog,
  freeze,
  july,
  nodeOf,
  nodesOf,
  outcome,
  outcomeOf,
  read,
  timetable
} from './pages.ts'
import {itemJson} from '../utils/item-json.ts'

const plan = read()
const done = {value: 'done', label: 'Done', form: 'template', raw: '{{Done}}'} as const
const {id: _id, text: _text, ...bare} = itemJson('task', '', '')
const bareGoal = {...bare, type: 'goal' as const}

describe('addGoal', () => {
  test('adds a goal behind the others', () => {
    const after = addGoal(plan, outcome, 'Sell the clocks')
    expectJson(plan, after, (json) => {
      const id = `${outcome}/sell-the-clocks`
      outcomeOf(json).goals.push({id, text: 'Sell the clocks', ...bareGoal})
    })
    expect(copied(plan, after)).toEqual(['plan', 'period', 'section', 'goal', 'statement', 'text'])
    expect(
      nodesOf(after).find((node) => 'id' in node && node.id === `${outcome}/sell-the-clocks`)
    ).not.toHaveProperty('position')
  })

  test('adds all that stands below it', () => {
    const after = addGoal(plan, fog, {
      text: 'Light the lamps',
      status: 'done',
      stretch: true,
      tasks: ['Buy oil', {text: 'Buy wicks', status: 'Done', tasks: ['Ask the price']}]
    })
    expectJson(plan, after, (json) => {
      const id = `${fog}/light-the-lamps`
      const ask = {id: `${id}/buy-wicks/ask-the-price`, text: 'Ask the price', ...bare}
      const oil = {id: `${id}/buy-oil`, text: 'Buy oil', ...bare}
      const wicks = {...bare, id: `${id}/buy-wicks`, text: 'Buy wicks', status: done, tasks: [ask]}
      const goal = {...bareGoal, id, text: 'Light the lamps', status: done, stretch: true}
      outcomeOf(json, 1).goals.push({...goal, tasks: [oil, wicks]})
    })
  })

  test.each([
    [{before: clocks}, 0],
    [{after: clocks}, 1],
    [{before: timetable}, 1],
    [{at: 0}, 0],
    [{at: 1}, 1],
    [{at: 2}, 2],
    [null, 2]
  ])('adds it at the place %j', (place, at) => {
    const {goals} = outcomeOf(toJson(addGoal(plan, outcome, 'Sell the clocks', place)))
    expect(goals.map(({text}) => text).indexOf('Sell the clocks')).toBe(at)
  })

  test('adds it with its teams, fields and notes', () => {
    const after = addGoal(plan, fog, {
      text: 'Light the lamps',
      dependencies: ['Traders'],
      primaryTeams: ['Lamps (oil, wicks)'],
      fields: [{label: 'Goal owner', value: 'Ada Fictional'}, {label: 'Harbour'}],
      notes: [{date: '2030-08', updates: [{text: 'There is no oil.', statuses: ['stalled']}]}]
    })
    expect(outcomeOf(toJson(after), 1).goals[1]).toMatchObject({
      id: `${fog}/light-the-lamps`,
      dependencies: ['Traders'],
      primaryTeams: ['Lamps (oil, wicks)'],
      fields: [
        {name: 'goalOwner', label: 'Goal owner', value: 'Ada Fictional', links: []},
        {name: null, label: 'Harbour', value: '', links: []}
      ],
      notes: [
        {
          id: `${fog}/light-the-lamps/2030-08`,
          date: {value: '2030-08', precision: 'month', raw: 'August 2030'},
          updates: [{text: 'There is no oil.', statuses: [{value: 'stalled'}]}]
        }
      ]
    })
  })

  test('names twins apart', () => {
    let after = addGoal(plan, outcome, 'Wind the clocks', {at: 0})
    after = addGoal(after, outcome, 'Wind the clocks!')
    expect(outcomeOf(toJson(after)).goals.map(({id}) => id)).toEqual([
      `${clocks}-2`,
      clocks,
      timetable,
      `${clocks}-3`
    ])
  })

  test('stands before the notes of an outcome that has no goals', () => {
    const notes = read('== Outcome 1 ==\n=== Status ===\nNote: May 2031\n* Wait.')
    const after = addGoal(notes, 'period-1/outcome-1', 'Go')
    const types = nodesOf(after).map(({type}) => type)
    expect(types.indexOf('goal')).toBeLessThan(types.indexOf('note'))
    expect(types.indexOf('goal')).toBeGreaterThan(types.indexOf('heading'))
  })

  test('reads words in a vocabulary', () => {
    const vocabulary = {statuses: [{value: 'done', label: 'Erledigt'}]}
    const after = addGoal(plan, fog, {text: 'Go', status: 'erledigt'}, null, {vocabulary})
    expect(outcomeOf(toJson(after), 1).goals[1]!.status).toMatchObject({raw: '{{Erledigt}}'})
  })

  test.each([
    [
      {title: 'Go'},
      'goal.title is unknown; known are text, type, code, status, remark, stretch, dependencies, primaryTeams, fields, notes, tasks'
    ],
    [{text: ' '}, 'goal.text must be a text that is not blank, not " "'],
    [{text: 'Go', status: 'doen'}, '"doen" is not a status; the nearest are '],
    [{text: 'Go', stretch: 1}, 'goal.stretch must be true or false, not 1'],
    [
      {text: 'Go', fields: [{label: 'Owner: of all'}]},
      'goal.fields[0].label must be a few words that are no sentence, not "Owner: of all"'
    ],
    [{text: 'Go', dependencies: ['Piers, Boats']}, 'goal.dependencies[0] must be a name without'],
    [{text: 'Go', notes: [{date: 'May'}]}, 'goal.notes[0].date must be a date of the calendar'],
    [{text: 'Go', tasks: 'Stop'}, 'goal.tasks must be an array, not "Stop"'],
    [{text: 'Go', tasks: [{text: 'Stop', tasks: ['']}]}, 'goal.tasks[0].tasks[0].text must be'],
    [null, 'goal must be an object, not null']
  ])('refuses %j', (goal, message) => {
    expect(() => addGoal(plan, fog, goal as never)).toThrow(message)
    expect(() => addGoal(plan, fog, goal as never)).toThrow(TypeError)
  })

  test.each([
    [{before: `${fog}/hang-a-bell-on-every-buoy`}, TargetError, 'is no goal of this section'],
    [{after: july}, TargetError, 'is no goal of this section'],
    [{at: 3}, TypeError, 'place.at must be a whole number from 0 to 2, not 3'],
    [{at: -1}, TypeError, 'from 0 to 2, not -1'],
    [{first: true}, TypeError, 'place must be {before: target}, {after: target} or {at: number}'],
    [{at: 1, before: clocks}, TypeError, 'place must be'],
    ['first', TypeError, 'place must be']
  ])('refuses the place %j', (place, kind, message) => {
    expect(() => addGoal(plan, outcome, 'Go', place as never)).toThrow(kind)
    expect(() => addGoal(plan, outcome, 'Go', place as never)).toThrow(message)
  })
})

describe('addTask', () => {
  test('adds tasks to goals and to tasks', () => {
    let after = addTask(plan, clocks, 'Oil the spring', {after: `${clocks}/find-the-key`})
    after = addTask(after, `${clocks}/oil-the-spring`, {text: 'Buy oil', status: 'done'})
    expectJson(plan, after, (json) => {
      const id = `${clocks}/oil-the-spring`
      const buy = {...bare, id: `${id}/buy-oil`, text: 'Buy oil', status: done}
      outcomeOf(json).goals[0]!.tasks.splice(1, 0, {
        ...bare,
        id,
        text: 'Oil the spring',
        tasks: [buy]
      })
    })
  })

  test('refuses to stand elsewhere', () => {
    expect(() => addTask(plan, outcome, 'Go')).toThrow(
      `\`${outcome}\` is of type section, not goal or task`
    )
  })
})

describe('addUpdate', () => {
  test('adds updates to notes and to updates', () => {
    const text = 'The clock stands still.'
    let after = addUpdate(plan, july, {text, statuses: ['in-progress', 'Stalled']})
    after = addUpdate(after, nodeOf<Update>(plan, 'update'), 'Nobody knows why.')
    expectJson(plan, after, (json) => {
      const {updates} = outcomeOf(json).notes[0]!
      updates.push({
        text,
        statuses: [
          {value: 'in-progress', label: 'In progress', form: 'template', raw: '{{In progress}}'},
          {value: 'stalled', label: 'Stalled', form: 'template', raw: '{{Stalled}}'}
        ],
        links: [],
        updates: []
      })
      updates[0]!.updates.push({text: 'Nobody knows why.', statuses: [], links: [], updates: []})
    })
  })

  test('takes statuses as nodes, and an update that is nothing else', () => {
    const status = {type: 'status', ...done} as const
    const within = addUpdate(plan, july, [{type: 'text', value: 'It is '}, status])
    expect(outcomeOf(toJson(within)).notes[0]!.updates[1]).toMatchObject({
      text: 'It is Done',
      statuses: [done]
    })
    const alone = addUpdate(plan, july, {statuses: ['done']})
    expect(outcomeOf(toJson(alone)).notes[0]!.updates[1]).toMatchObject({
      text: '',
      statuses: [done]
    })
  })

  test.each(['', {}, {text: ' '}, {text: '', statuses: []}])(
    'refuses %j: it says nothing',
    (update) => {
      expect(() => addUpdate(plan, july, update)).toThrow(
        'update must be an update with a text or a status'
      )
    }
  )
})

describe('addNote', () => {
  /** The dates of an outcome's notes, in order. */
  const dates = (after: Plan, at = 0) =>
    outcomeOf(toJson(after), at).notes.map(({date}) => date?.value ?? null)

  test('adds a note with its updates', () => {
    const after = addNote(plan, outcome, {
      date: '2030-09-11',
      updates: ['The bells are cast.', {text: 'The ropes are not.', statuses: ['to-do']}]
    })
    expectJson(plan, after, (json) => {
      outcomeOf(json).notes.push({
        id: `${outcome}/2030-09-11`,
        date: {value: '2030-09-11', precision: 'day', raw: 'September 11, 2030'},
        updates: [
          {text: 'The bells are cast.', statuses: [], links: [], updates: []},
          {
            text: 'The ropes are not.',
            statuses: [{value: 'to-do', label: 'To do', form: 'template', raw: '{{To do}}'}],
            links: [],
            updates: []
          }
        ]
      })
    })
  })

  test.each([
    ['2030-06-30', 0],
    ['2030-07-02', 1],
    ['2030-08-14', 2],
    ['2031', 2]
  ])('puts one of %s where it belongs among those that run oldest first', (date, at) => {
    expect(dates(addNote(plan, outcome, {date})).indexOf(date, at)).toBe(at)
  })

  const newestFirst = `== Outcome 1 ==
=== Status ===
* Before any note.
Note: May 2031
* x
Note: April 3, 2031
* y
Note: April 1, 2031
* z
== Outcome 2 ==
=== Status ===
Note: May 2031
* x
== Outcome 3 ==
=== Goals ===
* Go
`

  test.each([
    ['2031-06-01', [null, '2031-06-01', '2031-05', '2031-04-03', '2031-04-01']],
    ['2031-04-02', [null, '2031-05', '2031-04-03', '2031-04-02', '2031-04-01']],
    ['2031-03-02', [null, '2031-05', '2031-04-03', '2031-04-01', '2031-03-02']]
  ])('puts one of %s where it belongs among those that run newest first', (date, expected) => {
    const page = read(newestFirst)
    expect(dates(addNote(page, 'period-1/outcome-1', {date}))).toEqual(expected)
  })

  test('puts the newer of one day on top where notes run newest first', () => {
    const page = read(newestFirst)
    const after = addNote(page, 'period-1/outcome-1', {date: '2031-04-03'})
    expect(
      outcomeOf(toJson(after)).notes.map(({id}) => id.slice('period-1/outcome-1/'.length))
    ).toEqual(['undated', '2031-05', '2031-04-03-2', '2031-04-03', '2031-04-01'])
  })

  test('runs as the page does where the outcome has one note, or none', () => {
    let after = addNote(read(newestFirst), 'period-1/outcome-2', {date: '2031-06'})
    expect(dates(after, 1)).toEqual(['2031-06', '2031-05'])
    after = addNote(after, 'period-1/outcome-3', {date: '2031-05'})
    after = addNote(after, 'period-1/outcome-3', {date: '2031-06'})
    expect(dates(after, 2)).toEqual(['2031-06', '2031-05'])
  })

  test('runs oldest first on a page that does not say', () => {
    let after = addNote(read('== Outcome 1 =='), 'period-1/outcome-1', {date: '2031-06'})
    after = addNote(after, 'period-1/outcome-1', {date: '2031-05'})
    expect(dates(after)).toEqual(['2031-05', '2031-06'])
  })

  test('stands where it is told to', () => {
    expect(dates(addNote(plan, outcome, {date: '2031'}, {before: august}))).toEqual([
      '2030-07',
      '2031',
      '2030-08-14'
    ])
  })

  test('refuses what is no date', () => {
    expect(() => addNote(plan, outcome, {date: 'tomorrow'})).toThrow(
      'date must be a date of the calendar'
    )
    expect(() => addNote(plan, outcome, {} as never)).toThrow('note.date must be a string')
  })
})

describe('addObjective', () => {
  test('adds an objective', () => {
    const first = nodeOf<Objective>(plan, 'objective')
    const after = addObjective(plan, outcome, 'Paint every pier', {after: first})
    expectJson(
      plan,
      after,
      (json) => void outcomeOf(json).objectives.splice(1, 0, 'Paint every pier')
    )
    expectJson(
      plan,
      addObjective(plan, fog, 'Ring'),
      (json) => (outcomeOf(json, 1).objectives = ['Ring'])
    )
  })
})

describe('addSection', () => {
  test('adds an outcome with all that stands below it', () => {
    const after = addSection(plan, 'q1', {
      heading: 'Outcome 4 / Output 1 (Lamps)',
      statement: 'Every lamp is lit.',
      objectives: ['Buy oil'],
      dependencies: ['Traders (oil, wicks)'],
      primaryTeams: ['Lamps'],
      goals: ['Light the lamps'],
      notes: [{date: '2030-08', updates: ['There is no oil.']}]
    })
    expectJson(plan, after, (json) => {
      const id = 'q1/outcome-4-output-1-lamps'
      json.periods[0]!.sections.push({
        id,
        heading: 'Outcome 4 / Output 1 (Lamps)',
        type: 'outcome',
        code: null,
        numbers: {outcome: ['4'], output: ['1']},
        qualifier: 'Lamps',
        statement: 'Every lamp is lit.',
        objectives: ['Buy oil'],
        dependencies: ['Traders (oil, wicks)'],
        primaryTeams: ['Lamps'],
        fields: [],
        sections: [],
        goals: [{...bareGoal, id: `${id}/light-the-lamps`, text: 'Light the lamps'}],
        notes: [
          {
            id: `${id}/2030-08`,
            date: {value: '2030-08', precision: 'month', raw: 'August 2030'},
            updates: [{text: 'There is no oil.', statuses: [], links: [], updates: []}]
          }
        ]
      })
    })
  })

  test('adds sections within it', () => {
    const sections = [{heading: 'Outcome 2', goals: ['Light the lamps']}]
    const after = addSection(plan, 'q1', {heading: 'Program 1: Lamps', sections})
    expect(outcomeOf(toJson(after), 2).sections).toMatchObject([
      {id: 'q1/program-1/outcome-2', goals: [{text: 'Light the lamps'}]}
    ])
  })

  test('takes the statement that the heading says', () => {
    const after = addSection(plan, 'q1', {heading: 'Outcome 2: Lamps are lit'}, {before: fog})
    expect(outcomeOf(toJson(after), 1)).toMatchObject({
      id: 'q1/outcome-2',
      heading: 'Outcome 2: Lamps are lit',
      statement: 'Lamps are lit'
    })
  })

  test.each([
    [
      {heading: 'Lamps'},
      'heading must be a section\'s, such as `Outcome 1 / Output 2 (Night boats)`, not "Lamps"'
    ],
    [{}, 'section.heading must be a string'],
    [{heading: 'Outcome 2', goal: []}, 'section.goal is unknown; known are heading, statement,'],
    [
      {heading: 'Outcome 2', notes: [{date: '2031', updates: [{text: ''}]}]},
      'section.notes[0].updates[0] must be'
    ]
  ])('refuses %j', (entry, message) => {
    expect(() => addSection(plan, 'q1', entry as never)).toThrow(message)
  })
})

describe('addPeriod', () => {
  const q3 = {
    id: 'q3',
    quarter: 3,
    start: '2031-01-01',
    end: '2031-03-31',
    inferred: false,
    sections: []
  }
  const cases: [NewPeriod, object][] = [
    [{label: 'Q3 (January - March 2031)'}, {...q3, label: 'Q3 (January - March 2031)'}],
    [{quarter: 3}, {...q3, label: 'Q3'}],
    [
      {label: 'Quarter 3', quarter: 3},
      {...q3, label: 'Quarter 3'}
    ],
    [
      {},
      {
        ...q3,
        id: 'q2',
        label: null,
        quarter: 2,
        start: '2030-10-01',
        end: '2030-12-31',
        inferred: true
      }
    ],
    [
      {label: 'Winter'},
      {...q3, id: 'period-2', label: 'Winter', quarter: null, start: null, end: null}
    ]
  ]

  test.each(cases)('adds %j', (period, expected) => {
    expectJson(plan, addPeriod(plan, period), (json) => void json.periods.push(expected as never))
  })

  test('adds sections with it, at its place', () => {
    const sections = [{heading: 'Outcome 1', goals: ['Go']}]
    const json = toJson(addPeriod(plan, {quarter: 4, sections}, {before: 'q1'}))
    expect(json.periods.map(({id}) => id)).toEqual(['q4', 'q1'])
    expect(outcomeOf(json).goals[0]!.id).toBe('q4/outcome-1/go')
  })

  test.each([
    [{label: 'Q2', quarter: 3}, 'period.label must be a label that names quarter 3, not "Q2"'],
    [{quarter: 5}, 'period.quarter must be a number from 1 to 4 or null, not 5'],
    [{label: ' '}, 'period.label must be a text or null, not " "'],
    [{name: 'Q2'}, 'period.name is unknown; known are label, quarter, sections']
  ])('refuses %j', (period, message) => {
    expect(() => addPeriod(plan, period as never)).toThrow(message)
  })
})

test('what was added can be edited, and what a plan without a page holds', () => {
  const made: Plan = freeze(fromJson(toJson(plan)))
  let after = addGoal(made, fog, {text: 'Light the lamps', tasks: ['Buy oil']})
  after = setStatus(after, `${fog}/light-the-lamps/buy-oil`, 'done')
  after = addTask(after, `${fog}/light-the-lamps`, 'Buy wicks', {
    before: `${fog}/light-the-lamps/buy-oil`
  })
  expect(outcomeOf(toJson(after), 1).goals[1]!.tasks).toMatchObject([
    {text: 'Buy wicks', status: null},
    {text: 'Buy oil', status: done}
  ])
})
