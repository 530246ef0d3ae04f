/** What is taken out of a plan, and what is put elsewhere. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {addGoal, move, remove, setStatus, TargetError} from '../../src/edit/index.ts'
import {
  toJson,
  type Goal,
  type Objective,
  type Plan,
  type Task,
  type Team,
  type Update
} from '../../src/core.ts'
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

describe('remove', () => {
  test('takes a goal out with its tasks', () => {
    const after = remove(plan, clocks)
    expectJson(plan, after, (json) => void outcomeOf(json).goals.shift())
    expect(copied(plan, after)).toEqual(['plan', 'period', 'section'])
  })

  test('takes out tasks, notes and outcomes', () => {
    let after = remove(plan, `${clocks}/find-the-key/look-under-the-mat`)
    after = remove(after, july)
    after = remove(after, fog)
    expectJson(plan, after, (json) => {
      outcomeOf(json).goals[0]!.tasks[0]!.tasks = []
      outcomeOf(json).notes.shift()
      json.periods[0]!.sections.pop()
    })
  })

  test('takes out what has no id', () => {
    let after = remove(plan, nodeOf<Update>(plan, 'update'))
    after = remove(after, nodeOf<Objective>(plan, 'objective'))
    after = remove(after, nodeOf(plan, 'field'))
    expectJson(plan, after, (json) => {
      outcomeOf(json).notes[0]!.updates = []
      outcomeOf(json).objectives.shift()
      json.fields.shift()
    })
  })

  test('takes out a list of teams with its last team', () => {
    const after = remove(plan, nodeOf<Team>(plan, 'team'))
    expectJson(plan, after, (json) => (outcomeOf(json).dependencies = []))
    expect(nodesOf(after).map(({type}) => type)).not.toContain('dependencies')
    const piers = nodeOf<Team>(plan, 'team', ({children}) => children[0]?.type === 'wikiLink')
    expectJson(plan, remove(plan, piers), (json) => void outcomeOf(json).primaryTeams.shift())
  })

  test('leaves a plan its only period', () => {
    expect(() => remove(plan, 'q1')).toThrow('The only period of a plan cannot be removed')
    const two = read(
      '== Goals ==\n=== Q1 ===\n==== Outcome 1 ====\n=== Q2 ===\n==== Outcome 1 ===='
    )
    expectJson(two, remove(two, 'q1'), (json) => void json.periods.shift())
  })

  test('refuses the plan itself, and what is no target', () => {
    expect(() => remove(plan, plan)).toThrow('The target is of type plan, not field, period, ')
    expect(() => remove(plan, null as never)).toThrow(
      new TypeError('remove takes a target that is an id or a node, not null')
    )
  })
})

describe('move', () => {
  test('moves a goal to another outcome; its id stays', () => {
    const after = move(plan, clocks, fog)
    expectJson(plan, after, (json) => {
      outcomeOf(json, 1).goals.push(outcomeOf(json).goals.shift()!)
    })
    expect(copied(plan, after)).toEqual(['plan', 'period', 'section', 'section'])
  })

  test.each([
    [clocks, {after: timetable}, [timetable, clocks]],
    [timetable, {before: clocks}, [timetable, clocks]],
    [timetable, {at: 0}, [timetable, clocks]],
    [clocks, {at: 1}, [timetable, clocks]],
    [clocks, {at: 0}, [clocks, timetable]],
    [clocks, null, [timetable, clocks]]
  ])('reorders: %s to %j', (id, place, ids) => {
    const after = move(plan, id, outcome, place)
    expect(outcomeOf(toJson(after)).goals.map((goal) => goal.id)).toEqual(ids)
  })

  test('moves a task up, before the task that it was below', () => {
    const key = `${clocks}/find-the-key`
    const after = move(plan, `${key}/look-under-the-mat`, clocks, {before: key})
    expectJson(plan, after, (json) => {
      const [goal] = outcomeOf(json).goals
      goal!.tasks.unshift(goal!.tasks[0]!.tasks.pop()!)
    })
  })

  test('moves a task up beside a task that is named by its node', () => {
    const key = nodeOf<Task>(plan, 'task')
    expect(key.id).toBe(`${clocks}/find-the-key`)
    const goal = nodeOf<Goal>(plan, 'goal')
    const after = move(plan, `${clocks}/find-the-key/look-under-the-mat`, goal, {after: key})
    expectJson(plan, after, (json) => {
      const {tasks} = outcomeOf(json).goals[0]!
      tasks.splice(1, 0, tasks[0]!.tasks.pop()!)
    })
  })

  test('moves a task down below another', () => {
    const after = move(plan, `${clocks}/paint-the-hands`, `${clocks}/find-the-key`, {at: 0})
    expectJson(plan, after, (json) => {
      const {tasks} = outcomeOf(json).goals[0]!
      tasks[0]!.tasks.unshift(tasks.pop()!)
    })
  })

  test('moves updates, whose nodes stay targets', () => {
    const update = nodeOf<Update>(plan, 'update')
    const moved = move(plan, update, august, {at: 1})
    const after = setStatus(moved, update, 'done')
    expectJson(plan, after, (json) => {
      const [first, second] = outcomeOf(json).notes
      const status = {value: 'done', label: 'Done', form: 'template', raw: '{{Done}}'} as const
      second!.updates.splice(1, 0, {...first!.updates.pop()!, statuses: [status]})
    })
  })

  test('moves outcomes between periods, and periods', () => {
    const two = read(
      '== Goals ==\n=== Q1 ===\n==== Outcome 1 ====\n=== Q2 ===\n==== Outcome 2 ===='
    )
    expectJson(two, move(two, 'q1/outcome-1', 'q2', {at: 0}), (json) => {
      json.periods[1]!.sections.unshift(json.periods[0]!.sections.pop()!)
    })
    expectJson(two, move(two, 'q2', two, {before: 'q1'}), (json) => void json.periods.reverse())
  })

  test.each([
    [clocks, clocks, `\`${clocks}\` is of type goal, not section`],
    [clocks, 'q1', '`q1` is of type period, not section'],
    [july, 'q1', '`q1` is of type period, not section, goal or task'],
    [
      `${clocks}/find-the-key`,
      `${clocks}/find-the-key/look-under-the-mat`,
      'move cannot put a task into itself'
    ],
    [`${clocks}/find-the-key`, outcome, `\`${outcome}\` is of type section, not goal or task`]
  ])('refuses to move %s into %s', (id, parent, message) => {
    expect(() => move(plan, id, parent)).toThrow(TargetError)
    expect(() => move(plan, id, parent)).toThrow(message)
  })
})

describe('a target that the plan does not have', () => {
  test('is told from those that are like it', () => {
    try {
      setStatus(plan, `${clocks}/find-the-keys`, 'done')
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(TargetError)
      expect(error).toBeInstanceOf(RangeError)
      const {id, nearest, message} = error as TargetError
      expect(id).toBe(`${clocks}/find-the-keys`)
      expect(nearest[0]).toBe(`${clocks}/find-the-key`)
      expect(nearest).toHaveLength(3)
      expect(message).toMatch(/^The plan has no id `q1\/.*-keys`; the nearest are `q1\/.*-key`, /)
    }
  })

  test('may be short of its place', () => {
    expect(() => setStatus(plan, 'paint-the-hand', 'done')).toThrow(
      `the nearest are \`${clocks}/paint-the-hands\`, `
    )
  })

  test('has none like it in a plan without any', () => {
    const empty: Plan = freeze({
      type: 'plan',
      dialect: null,
      title: null,
      heading: null,
      fiscalYear: null,
      source: null,
      children: []
    })
    expect(() => remove(empty, 'q1')).toThrow(new TargetError('The plan has no id `q1`', 'q1'))
  })

  test('may be a node of a plan before an edit', () => {
    const goal = nodeOf<Goal>(plan, 'goal')
    const after = addGoal(remove(plan, goal), fog, 'Go')
    expect(() => setStatus(after, goal, 'done')).toThrow(
      'setStatus found no such goal in the plan: take the node from this plan, not from one before an edit'
    )
  })

  test('is not looked for in what is no plan', () => {
    expect(() => setStatus(toJson(plan) as never, clocks, 'done')).toThrow(
      new TypeError('setStatus takes a plan, as parse gives it, not object')
    )
  })
})

test('moving there and back again is no change', () => {
  const goals: [id: string, home: string, at: number][] = [
    [clocks, outcome, 0],
    [timetable, outcome, 1]
  ]
  const ways = fc.tuple(fc.constantFrom(...goals), fc.constantFrom(outcome, fog), fc.nat(1))
  fc.assert(
    fc.property(ways, ([[id, home, at], other, place]) => {
      const there = freeze(move(plan, id, other, {at: place}))
      const back = move(there, id, home, {at})
      expect(toJson(back)).toEqual(toJson(plan))
      expect(copied(plan, back)).not.toContain('goal')
    })
  )
})
