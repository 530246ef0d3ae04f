/** What sets something that a plan says: expectations are what a person would change in its plan JSON. */
import {describe, expect, test} from 'vitest'
import {
  setDate,
  setField,
  setHeading,
  setStatement,
  setStatus,
  setStretch,
  setTeams,
  setText
} from '../../src/edit/index.ts'
import {
  toJson,
  toText,
  type Objective,
  type Status,
  type Team,
  type Update
} from '../../src/core.ts'
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

const plan = read()
const done = {value: 'done', label: 'Done', form: 'template', raw: '{{Done}}'} as const
const stalled = {value: 'stalled', label: 'Stalled', form: 'template', raw: '{{Stalled}}'} as const

/** The update whose text has some words. */
function updateOf(words: string): Update {
  return nodeOf<Update>(plan, 'update', (node) => toText(node.children[0]!).includes(words))
}

describe('setStatus', () => {
  test('changes the status of a goal', () => {
    const after = setStatus(plan, clocks, 'stalled')
    expectJson(plan, after, (json) => (outcomeOf(json).goals[0]!.status = stalled))
  })

  test.each(['in-progress', 'In progress', 'in_progress', 'WIP', 'ongoing'])(
    'knows a status by its value, label or alias: %s',
    (name) => {
      const {goals} = outcomeOf(toJson(setStatus(plan, timetable, name)))
      expect(goals[1]!.status).toMatchObject({value: 'in-progress', raw: '{{In progress}}'})
    }
  )

  test('gives a status to a goal without one, between its title and its tasks', () => {
    const after = setStatus(plan, timetable, 'done')
    expectJson(plan, after, (json) => (outcomeOf(json).goals[1]!.status = done))
    const goal = nodesOf(after).find((node) => 'id' in node && node.id === timetable)
    expect(goal).toMatchObject({
      children: [{type: 'statement'}, {type: 'status', ...done}, {type: 'task'}]
    })
  })

  test('clears a status', () => {
    const after = setStatus(plan, `${timetable}/agree-on-the-times`, null)
    expectJson(plan, after, (json) => (outcomeOf(json).goals[1]!.tasks[0]!.status = null))
    expect(setStatus(after, `${timetable}/agree-on-the-times`, null)).toBe(after)
  })

  test('leaves a well-formed status alone that says so already', () => {
    expect(setStatus(plan, clocks, 'done')).toBe(plan)
  })

  test('makes a malformed status well-formed', () => {
    const id = `${clocks}/paint-the-hands`
    const after = setStatus(plan, id, 'to-do')
    expectJson(plan, after, (json) => {
      const status = outcomeOf(json).goals[0]!.tasks[1]!.status!
      expect(status.form).toBe('malformed')
      Object.assign(status, {form: 'template', raw: '{{To do}}'})
    })
  })

  test('changes the first status of an update, be it within the sentence', () => {
    const after = setStatus(plan, updateOf('printer'), 'done')
    expectJson(plan, after, (json) => {
      const update = outcomeOf(json).notes[1]!.updates[1]!
      update.statuses[0] = done
      update.text = 'The timetable is Done, and the printer is Stalled.'
    })
  })

  test('opens an update that has no status', () => {
    const after = setStatus(plan, updateOf('spare'), 'Done')
    expectJson(plan, after, (json) => {
      outcomeOf(json).notes[1]!.updates[0]!.updates[0]!.statuses = [done]
    })
  })

  test('clears the status that opens an update, and the blank behind it', () => {
    const after = setStatus(plan, updateOf('under the mat'), null)
    expectJson(plan, after, (json) => (outcomeOf(json).notes[1]!.updates[0]!.statuses = []))
    expect(nodeOf<Update>(after, 'update', ({children}) => children.length === 2)).toMatchObject({
      children: [{type: 'statement', children: [{value: 'The key was under the mat.'}]}, {}]
    })
  })

  test('finds a status in bold', () => {
    const bold = read(
      "== Outcome 1 ==\n=== Status ===\nNote: May 2031\n* The '''key is {{done}}''' now"
    )
    const after = setStatus(bold, nodeOf<Update>(bold, 'update'), 'stalled')
    expect(outcomeOf(toJson(after)).notes[0]!.updates[0]).toMatchObject({
      text: 'The key is Stalled now',
      statuses: [stalled]
    })
  })

  test('copies the way to the status and shares the rest', () => {
    const after = setStatus(plan, `${timetable}/agree-on-the-times`, 'done')
    expect(copied(plan, after)).toEqual(['plan', 'period', 'section', 'goal', 'task', 'status'])
    expect(nodeOf<Status>(after, 'status', ({raw}) => raw === '{{Done}}').position).toBeUndefined()
  })

  test('knows the words of a vocabulary', () => {
    const vocabulary = {statuses: [{value: 'adrift', label: 'Adrift', aliases: ['lost at sea']}]}
    const after = setStatus(plan, clocks, 'Lost at sea', {vocabulary})
    expectJson(plan, after, (json) => {
      outcomeOf(json).goals[0]!.status = {
        value: 'adrift',
        label: 'Adrift',
        form: 'template',
        raw: '{{Adrift}}'
      }
    })
  })

  test.each([
    ['doen', 'done'],
    ['finished early', null],
    ['', null],
    ['{{done}}', 'done'],
    ['toString', null]
  ])('refuses the status %j, and names the nearest: %s', (name, nearest) => {
    const refused = (): unknown => setStatus(plan, clocks, name)
    expect(refused).toThrow(TypeError)
    expect(refused).toThrow(`${JSON.stringify(name)} is not a status; the nearest are \``)
    if (nearest) expect(refused).toThrow(`the nearest are \`${nearest}\`, `)
    expect(refused).toThrow(
      '; accepted are done, in-progress, partially-done, to-do, postponed, stalled, blocked, ' +
        'not-done, cancelled, on-track, at-risk, off-track, and the labels and aliases of these'
    )
  })

  test('does not clear all that there is', () => {
    const update = nodeOf<Update>(plan, 'update')
    expect(toJson(plan).periods[0]!.sections[0]!.notes[0]!.updates[0]!.text).toBe('')
    expect(() => setStatus(plan, update, null)).toThrow('cannot be cleared')
  })
})

describe('setText', () => {
  test('changes the title of a goal, whose id stays', () => {
    const after = setText(plan, clocks, '  Wind\nall clocks ')
    expectJson(plan, after, (json) => (outcomeOf(json).goals[0]!.text = 'Wind all clocks'))
    expect(copied(plan, after)).toEqual(['plan', 'period', 'section', 'goal', 'statement', 'text'])
  })

  test('takes nodes for links', () => {
    const link = {type: 'wikiLink', target: 'Key', trail: 's', children: []} as const
    const content = [{type: 'text', value: 'Find the '} as const, freeze({...link, children: []})]
    const after = setText(plan, `${clocks}/find-the-key`, content)
    expectJson(plan, after, (json) => {
      const task = outcomeOf(json).goals[0]!.tasks[0]!
      task.text = 'Find the Keys'
      task.links = [{kind: 'wiki', target: 'Key', text: 'Keys'}]
    })
  })

  test('takes no character for markup', () => {
    const after = setText(plan, clocks, "Wind [[the]] ''clocks'' {{done}}")
    expectJson(plan, after, (json) => {
      outcomeOf(json).goals[0]!.text = "Wind [[the]] ''clocks'' {{done}}"
    })
  })

  test('keeps the statuses that open an update, not those within its text', () => {
    const opened = setText(plan, updateOf('under the mat'), 'The key is lost.')
    expectJson(plan, opened, (json) => {
      outcomeOf(json).notes[1]!.updates[0]!.text = 'The key is lost.'
    })
    const within = setText(plan, updateOf('printer'), 'All is well.')
    expectJson(plan, within, (json) => {
      Object.assign(outcomeOf(json).notes[1]!.updates[1]!, {text: 'All is well.', statuses: []})
    })
  })

  test('leaves an update its status alone', () => {
    const after = setText(plan, updateOf('under the mat'), '')
    expectJson(plan, after, (json) => (outcomeOf(json).notes[1]!.updates[0]!.text = ''))
  })

  test('changes an objective, a team and a field', () => {
    const objective = nodeOf<Objective>(plan, 'objective')
    const team = nodeOf<Team>(plan, 'team')
    const field = plan.children.find((child) => child.type === 'field')!
    let after = setText(plan, objective, 'Put two clocks on every pier')
    after = setText(after, team, 'Keepers (day, night)')
    after = setText(after, field, '')
    expectJson(plan, after, (json) => {
      outcomeOf(json).objectives[0] = 'Put two clocks on every pier'
      outcomeOf(json).dependencies[0] = 'Keepers (day, night)'
      json.fields[0]!.value = ''
    })
  })

  test.each([
    ['a blank title', clocks, ' \n '],
    ['a number', clocks, 7 as never],
    ['what are no nodes', clocks, ['Wind'] as never]
  ])('refuses %s', (_, id, text) => {
    expect(() => setText(plan, id, text)).toThrow(TypeError)
  })

  test('refuses a team that would be two', () => {
    expect(() => setText(plan, nodeOf<Team>(plan, 'team'), 'Keepers, Pilots')).toThrow(
      'team must be a name without commas or semicolons outside of brackets, not "Keepers, Pilots"'
    )
  })
})

describe('setStatement', () => {
  test('changes, clears and adds a statement', () => {
    const changed = setStatement(plan, outcome, 'Boats leave on time.')
    expectJson(plan, changed, (json) => (outcomeOf(json).statement = 'Boats leave on time.'))
    const cleared = setStatement(changed, outcome, null)
    expectJson(plan, cleared, (json) => (outcomeOf(json).statement = null))
    const added = setStatement(cleared, outcome, 'Boats are on time.')
    expectJson(plan, added, (json) => (outcomeOf(json).statement = 'Boats are on time.'))
    expect(nodeOf(added, 'section')).toMatchObject({
      children: [{type: 'heading'}, {type: 'statement'}, {type: 'objective'}, ...Array(9).fill({})]
    })
  })

  test('changes the heading that says it', () => {
    const after = setStatement(plan, fog, 'Boats are heard in fog')
    expectJson(plan, after, (json) => {
      const {heading, statement} = outcomeOf(json, 1)
      expect([heading, statement]).toEqual([
        'Outcome 3: Boats are found in fog',
        'Boats are found in fog'
      ])
      outcomeOf(json, 1).heading = 'Outcome 3: Boats are heard in fog'
      outcomeOf(json, 1).statement = 'Boats are heard in fog'
    })
  })

  test('clears it out of the heading', () => {
    const after = setStatement(plan, fog, null)
    expectJson(plan, after, (json) => {
      Object.assign(outcomeOf(json, 1), {heading: 'Outcome 3', statement: null})
    })
  })

  test('changes the heading of a plan without a page, too', () => {
    const made = freeze(fromJson(toJson(plan)))
    const after = setStatement(made, fog, 'Boats are heard in fog')
    expectJson(made, after, (json) => {
      outcomeOf(json, 1).heading = 'Outcome 3: Boats are heard in fog'
      outcomeOf(json, 1).statement = 'Boats are heard in fog'
    })
  })

  test('refuses what the heading cannot say', () => {
    const tight = read('== Outcome 3 Boats are found ==')
    expect(toJson(tight).periods[0]!.sections[0]!.statement).toBe('Boats are found')
    expect(() => setStatement(tight, 'period-1/outcome-3', 'and 4 boats')).toThrow(
      'The heading `Outcome 3 and 4 boats` would not say the statement `and 4 boats`'
    )
  })
})

describe('setHeading', () => {
  test('changes the numbers and the name in brackets', () => {
    const after = setHeading(plan, outcome, 'Outcomes 5 and 6 / Output 2.1 (Night boats)')
    expectJson(plan, after, (json) => {
      Object.assign(outcomeOf(json), {
        heading: 'Outcomes 5 and 6 / Output 2.1 (Night boats)',
        numbers: {outcome: ['5', '6'], output: ['2.1']},
        qualifier: 'Night boats'
      })
    })
  })

  test('takes a statement with it that stands in the heading', () => {
    const without = setHeading(plan, fog, 'Outcome 4')
    expectJson(plan, without, (json) => {
      Object.assign(outcomeOf(json, 1), {
        heading: 'Outcome 4',
        numbers: {outcome: ['4']},
        statement: null
      })
    })
    const made = freeze(fromJson(toJson(plan)))
    expect(toJson(setHeading(made, fog, 'Outcome 4'))).toEqual(toJson(without))
    const other = setHeading(without, fog, 'Outcome 4: Bells ring')
    expect(outcomeOf(toJson(other), 1)).toMatchObject({statement: 'Bells ring'})
  })

  test('leaves the headings of goals and notes alone', () => {
    const after = setHeading(plan, outcome, 'Outcome 9')
    const headings = nodesOf(after)
      .filter(({type}) => type === 'heading')
      .map((node) => toText(node))
    expect(headings).toContain('Goal(s)')
    expect(headings).toContain('Outcome 9')
    expect(headings).not.toContain('Outcome 1 / Output 2')
  })

  test.each(['Boats', 'Q2', 'Goals', '', ' ', null as never])('refuses %j', (heading) => {
    expect(() => setHeading(plan, outcome, heading)).toThrow(TypeError)
  })
})

describe('setStretch', () => {
  test('sets and clears', () => {
    const after = setStretch(plan, `${clocks}/find-the-key`, true)
    expectJson(plan, after, (json) => (outcomeOf(json).goals[0]!.tasks[0]!.stretch = true))
    expectJson(plan, setStretch(plan, `${clocks}/paint-the-hands`, false), (json) => {
      outcomeOf(json).goals[0]!.tasks[1]!.stretch = false
    })
    expect(setStretch(plan, clocks, false)).toBe(plan)
  })

  test('refuses what is no boolean', () => {
    expect(() => setStretch(plan, clocks, 'yes' as never)).toThrow(
      'stretch must be true or false, not "yes"'
    )
  })
})

describe('setDate', () => {
  test.each([
    ['2030-08-15', 'day', 'August 15, 2030'],
    ['2030-09', 'month', 'September 2030'],
    ['2031', 'year', '2031']
  ])('sets %s', (value, precision, raw) => {
    const after = setDate(plan, august, value)
    expectJson(plan, after, (json) => {
      outcomeOf(json).notes[1]!.date = {value, precision: precision as 'day', raw}
    })
  })

  test('leaves the date alone that is the same', () => {
    expect(setDate(plan, july, '2030-07')).toBe(plan)
  })

  test('dates the updates that stand before any note', () => {
    const undated = read('== Outcome 1 ==\n=== Status ===\n* The key is lost.')
    const after = setDate(undated, 'period-1/outcome-1/undated', '2030-08-01')
    expectJson(undated, after, (json) => {
      outcomeOf(json).notes[0]!.date = {
        value: '2030-08-01',
        precision: 'day',
        raw: 'August 1, 2030'
      }
    })
  })

  test.each(['2031-02-30', '2030-13', 'August 2030', '2030-8-1', '2030-08-14 ', 2030 as never])(
    'refuses %j',
    (date) => {
      expect(() => setDate(plan, august, date)).toThrow(
        `date must be a date of the calendar such as 2030-08-14, 2030-08 or 2030, not ${JSON.stringify(date)}`
      )
    }
  )
})

describe('setTeams', () => {
  test('changes the lists that are given, and keeps the nodes of those who stay', () => {
    const after = setTeams(plan, outcome, {
      primaryTeams: ['Boats', 'Piers / Clocks', 'Bells (north, south)']
    })
    expectJson(plan, after, (json) => {
      outcomeOf(json).primaryTeams = ['Boats', 'Piers / Clocks', 'Bells (north, south)']
    })
    expect(copied(plan, after)).toEqual([
      'plan',
      'period',
      'section',
      'primaryTeams',
      'team',
      'text'
    ])
  })

  test('takes a list away and adds one', () => {
    const after = setTeams(plan, outcome, {dependencies: []})
    expectJson(plan, after, (json) => (outcomeOf(json).dependencies = []))
    expect(nodesOf(after).some(({type}) => type === 'dependencies')).toBe(false)
    const added = setTeams(plan, fog, {dependencies: ['Pilots'], primaryTeams: ['Bells']})
    expectJson(plan, added, (json) => {
      Object.assign(outcomeOf(json, 1), {dependencies: ['Pilots'], primaryTeams: ['Bells']})
    })
  })

  test('makes one list of several', () => {
    const two = read('== Outcome 1 ==\nDependencies on: Piers\n\nDependencies on: Boats')
    const id = 'period-1/outcome-1'
    expect(outcomeOf(toJson(two)).dependencies).toEqual(['Piers', 'Boats'])
    expect(outcomeOf(toJson(setTeams(two, id, {dependencies: ['Boats']}))).dependencies).toEqual([
      'Boats'
    ])
  })

  test.each([
    [{dependencies: 'Boats'}, 'teams.dependencies must be an array of names, not "Boats"'],
    [{dependencies: ['Boats, Piers']}, 'team must be a name without'],
    [{primaryTeams: ['']}, 'team must be a text that is not blank, not ""'],
    [{primary: []}, 'teams.primary is unknown; known are dependencies, primaryTeams'],
    [null, 'teams must be an object, not null']
  ])('refuses %j', (teams, message) => {
    expect(() => setTeams(plan, outcome, teams as never)).toThrow(message)
  })
})

describe('setField', () => {
  test('changes a field, by its label or its name', () => {
    for (const label of ['Goal Owner', 'goal owner ', 'goalOwner'])
      expectJson(plan, setField(plan, label, 'Grace Invented'), (json) => {
        json.fields[0]!.value = 'Grace Invented'
      })
  })

  test('adds a field behind the others', () => {
    const after = setField(plan, 'Annual plan', 'FER2')
    expectJson(plan, after, (json) => {
      json.fields.push({name: 'annualPlan', label: 'Annual plan', value: 'FER2', links: []})
    })
    expect(after.children.findIndex(({type}) => type === 'period')).toBe(
      after.children.findLastIndex(({type}) => type === 'field') + 1
    )
  })

  test('adds the first field before the first period', () => {
    const bare = read('== Goals for FY30/31 ==\n=== Outcome 1 ===')
    const after = setField(bare, 'Harbour', 'North')
    expect(after.children.map(({type}) => type)).toEqual(['heading', 'field', 'period'])
  })

  test('removes a field', () => {
    expectJson(plan, setField(plan, 'Tech Goal', null), (json) => void json.fields.pop())
    expect(setField(plan, 'Harbour', null)).toBe(plan)
  })

  test.each(['', 'Owner: of all', 'One. Two', 'Who is it that owns the goals', 7 as never])(
    'refuses the new label %j',
    (label) => {
      expect(() => setField(plan, label, 'x')).toThrow(TypeError)
    }
  )
})

test('edits follow each other, and leave what they do not touch as it is', () => {
  let after = setStatus(plan, clocks, 'stalled')
  after = setText(after, clocks, 'Wind all clocks')
  after = setStretch(after, clocks, true)
  after = setStatus(after, updateOf('printer'), null)
  expectJson(plan, after, (json) => {
    const [first] = json.periods[0]!.sections
    Object.assign(first!.goals[0]!, {text: 'Wind all clocks', status: stalled, stretch: true})
    Object.assign(first!.notes[1]!.updates[1]!, {
      text: 'The timetable is , and the printer is Stalled.',
      statuses: [{...stalled, raw: '{{stalled}}'}]
    })
  })
  expect(after.children[1]).toBe(plan.children[1])
})
