/** What an id may be written like: people give the code that the page shows. */
import {describe, expect, test} from 'vitest'
import {addNote, move, remove, setStatus, setText, TargetError} from '../../src/edit/index.ts'
import {toJson, type Goal, type Plan, type Section} from '../../src/core.ts'
import type {ItemJson, SectionJson} from '../../src/plan/json/types.ts'
import {fromJson} from '../../src/plan/json/from-json.ts'
import {nodesOf, read} from './pages.ts'

/** Key results with codes of their own, and one code that two objectives have. */
const plan = read(`== Goals for FY30/31 ==
=== WE1: Boats keep time ===
* WE1.1: Wind the clocks
* WE1.2.3: Paint the hands {{to do}}
* KR9: Ring the bell
=== WE2: Boats are found in fog ===
* KR9: Hang a bell on every buoy
`)
const [ring, hang] = ['we1/ring-the-bell', 'we2/hang-a-bell-on-every-buoy'] as const

/** What is said of goals that have a status, by their texts. */
function statusesIn(edited: Plan): Record<string, string> {
  const goalsOf = (section: SectionJson): ItemJson[] => [
    ...section.goals,
    ...section.sections.flatMap(goalsOf)
  ]
  const goals = toJson(edited).periods.flatMap(({sections}) => sections.flatMap(goalsOf))
  return Object.fromEntries(
    goals.flatMap(({text, status}) => (status ? [[text, status.value]] : []))
  )
}

function errorOf(call: () => unknown): TargetError {
  try {
    call()
  } catch (error) {
    expect(error).toBeInstanceOf(TargetError)
    return error as TargetError
  }
  return expect.unreachable()
}

describe('an id', () => {
  test.each(['we1-2-3', 'WE1-2-3', 'WE1.2.3', 'we1.2.3', 'We1.2-3'])(
    'may be written as the page writes its code: %s',
    (id) => {
      expect(statusesIn(setStatus(plan, id, 'done'))).toEqual({'Paint the hands': 'done'})
    }
  )

  test('may be that of whatever is edited, of its parent, and of its neighbour', () => {
    expect(statusesIn(remove(plan, 'WE1.2.3'))).toEqual({})
    expect(toJson(setText(plan, 'We1.1', 'Oil the clocks'))).toEqual(
      toJson(setText(plan, 'we1-1', 'Oil the clocks'))
    )
    expect(toJson(addNote(plan, 'WE1.1', {date: '2030-08', updates: ['Tick']}))).toEqual(
      toJson(addNote(plan, 'we1-1', {date: '2030-08', updates: ['Tick']}))
    )
    expect(toJson(move(plan, 'WE1.2.3', 'WE2'))).toEqual(toJson(move(plan, 'we1-2-3', 'we2')))
    for (const place of [{before: 'WE1.1'}, {before: 'we1-1'}])
      expect(toJson(move(plan, 'we1-2-3', 'we1', place))).toEqual(
        toJson(move(plan, 'we1-2-3', 'we1', {at: 0}))
      )
  })

  test.each(['we1.2', 'we1.2.33', 'we1 2 3', 'we123', 'we1.2.3.'])(
    'is no part of one: %s',
    (id) => {
      const {message, isAmbiguous} = errorOf(() => setStatus(plan, id, 'done'))
      expect(message).toMatch(`The plan has no id \`${id}\`; the nearest are \`we1`)
      expect(isAmbiguous).toBe(false)
    }
  )

  test('that stands as it is given is meant, whatever else may be written so', () => {
    const twins = fromJson({
      version: 2,
      periods: [
        {
          sections: [
            {
              heading: 'Outcome 1',
              goals: [
                {id: 'A.1', text: 'Wind'},
                {id: 'a-1', text: 'Ring'}
              ]
            }
          ]
        }
      ]
    })
    expect(statusesIn(setStatus(twins, 'a-1', 'done'))).toEqual({Ring: 'done'})
    expect(statusesIn(setStatus(twins, 'A.1', 'done'))).toEqual({Wind: 'done'})
    expect(errorOf(() => setStatus(twins, 'a.1', 'done'))).toMatchObject({
      message: '`a.1` may be `A.1` or `a-1`: say which',
      id: 'a.1',
      nearest: ['A.1', 'a-1'],
      isAmbiguous: true
    })
  })
})

describe('a code', () => {
  test.each(['KR9', 'kr9'])('of several is refused with what it may be: %s', (id) => {
    expect(errorOf(() => setStatus(plan, id, 'done'))).toMatchObject({
      message: `\`${id}\` may be \`${ring}\` or \`${hang}\`: say which`,
      nearest: [ring, hang],
      isAmbiguous: true
    })
  })

  test('is enough where only one of several can be edited so', () => {
    const both = read(`== Goals for FY30/31 ==
=== WE1: Boats keep time ===
==== KR9 ====
* Wind the clocks
==== KR10 ====
* KR9: Ring the bell
`)
    const coded = nodesOf(both).filter((node) => (node as Goal | Section).code === 'KR9')
    expect(coded.map(({type}) => type)).toEqual(['section', 'goal'])
    expect(statusesIn(setStatus(both, 'KR9', 'done'))).toEqual({'Ring the bell': 'done'})
    expect(errorOf(() => remove(both, 'KR9')).isAmbiguous).toBe(true)
  })

  test('of a neighbour means one of those that are there', () => {
    const moved = move(plan, 'WE1.1', 'WE2', {after: 'KR9'})
    expect(toJson(moved)).toEqual(toJson(move(plan, 'we1-1', 'we2', {after: hang})))
  })
})
