/** Edits of tables of goals: what a cell says, and nothing else, is changed; else the edit is refused by name. */
import {describe, expect, it} from 'vitest'
import {fromJson, parse, toJson, toWikitext, type PlanJson} from '../../src/index.ts'

/** One cell a line. */
const lines = `== Goals FY30/31 ==
=== Program 1: Keep the ferries afloat ===
{| class="wikitable"
|-
! Outcome
! Objective
! Goal
! Team
! Dependencies
! ETA
! Status
|-
| Outcome 1: Ferries keep time
| Objective 1: Mend
| Wind the clocks
* Find the key {{done}}
| Clocks
|
| May
| {{To do}}
|- class="late"
| Outcome 1: Ferries keep time
| Objective 1: Mend
| Oil the gates {{stalled}} <!-- rusty -->
| Gates, Piers
| None
|
|
|-
| Outcome 1: Ferries keep time
| Objective 2: Paint
| Paint the hull {{done}}
|
| Clocks
| EOQ
| {{In progress}} two sides are left
|}
`

/** All on one line, with merged cells. */
const merged = `== Goals FY30/31 ==
=== Program 1: Keep the ferries afloat ===
{| class="wikitable"
! Outcome !! Goal !! Team !! ETA !! Status
|-
| rowspan="3" | Outcome 1: Ferries keep time || Wind the clocks || rowspan=2 | Clocks || May || {{to do}}
|-
| style="x" | Oil the gates || || [TO DO]
|-
| Ring the bells || Bells || June || Done: and loud
|- class="x"
| Outcome 2: Guests smile || Smile || Crews || ||
|}
Behind the table.
`

type SectionJson = PlanJson['periods'][0]['sections'][0]
type GoalJson = SectionJson['goals'][0]
type Goals = Record<string, GoalJson>

/** All goals of a plan by their text. */
function goalsOf(json: PlanJson): Goals {
  const goals: Goals = {}
  const visit = (sections: readonly SectionJson[]): void => {
    for (const section of sections) {
      for (const goal of section.goals) goals[goal.text] = goal
      visit(section.sections)
    }
  }
  for (const {sections} of json.periods) visit(sections)
  return goals
}

/** The lines that an edit takes out of a page, and those that it puts in. */
function changes(page: string, edit: (goals: Goals, json: PlanJson) => void): string[] {
  const json = toJson(parse(page, {from: 'wikitext'}))
  edit(goalsOf(json), json)
  const before = page.split('\n')
  const after = toWikitext(fromJson(json), {source: page}).split('\n')
  let [head, tail] = [0, 0]
  const most = Math.min(before.length, after.length)
  while (head < most && before[head] === after[head]) head++
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return [
    ...before.slice(head, before.length - tail).map((line) => `-${line}`),
    ...after.slice(head, after.length - tail).map((line) => `+${line}`)
  ]
}

function status(value: string): GoalJson['status'] {
  return value as never
}

describe('a status of a goal in a row', () => {
  it('should be set in its column', () => {
    expect(changes(lines, (goals) => (goals['Wind the clocks']!.status = status('done')))).toEqual([
      '-| {{To do}}',
      '+| {{done}}'
    ])
  })

  it('should be the one of its column, where the line has another', () => {
    const {status: read, remark} = goalsOf(toJson(parse(lines)))['Paint the hull']!
    expect([read?.value, remark]).toEqual(['in-progress', 'two sides are left'])
    expect(changes(lines, (goals) => (goals['Paint the hull']!.status = status('done')))).toEqual([
      '-| {{In progress}} two sides are left',
      '+| {{done}} two sides are left'
    ])
  })

  it('should be the one of its line, where the column is blank', () => {
    expect(changes(lines, (goals) => (goals['Oil the gates']!.status = status('done')))).toEqual([
      '-| Oil the gates {{stalled}} <!-- rusty -->',
      '+| Oil the gates {{done}} <!-- rusty -->'
    ])
  })

  it('should go into the blank cell of its column', () => {
    expect(
      changes(merged, ({Smile}) => {
        Smile!.status = status('done')
        Smile!.remark = 'and laugh'
      })
    ).toEqual([
      '-| Outcome 2: Guests smile || Smile || Crews || ||',
      '+| Outcome 2: Guests smile || Smile || Crews || || {{done}} and laugh'
    ])
  })

  it('should leave a blank cell', () => {
    expect(changes(lines, (goals) => (goals['Wind the clocks']!.status = null))).toEqual([
      '-| {{To do}}',
      '+|'
    ])
  })

  it('should not be taken out where the line then says another', () => {
    const clear = (goals: Goals) =>
      Object.assign(goals['Paint the hull']!, {status: null, remark: null})
    expect(() => changes(lines, clear)).toThrow('its status would read as {"value":"done"')
  })

  it('should keep to brackets, capitals and words', () => {
    expect(changes(merged, (goals) => (goals['Oil the gates']!.status = status('done')))).toEqual([
      '-| style="x" | Oil the gates || || [TO DO]',
      '+| style="x" | Oil the gates || || [DONE]'
    ])
    expect(
      changes(merged, (goals) => (goals['Ring the bells']!.status = status('in-progress')))
    ).toEqual([
      '-| Ring the bells || Bells || June || Done: and loud',
      '+| Ring the bells || Bells || June || In progress: and loud'
    ])
    const list =
      '== Goals FY30/31 ==\n=== Outcome 1 ===\n==== Goals ====\n* [ON TRACK] Wind the clocks\n'
    expect(changes(list, (goals) => (goals['Wind the clocks']!.status = status('done')))).toEqual([
      '-* [ON TRACK] Wind the clocks',
      '+* [DONE] Wind the clocks'
    ])
  })

  it('should have its remark changed, set and taken out', () => {
    const paint = (remark: string | null) =>
      changes(lines, (goals) => (goals['Paint the hull']!.remark = remark))
    expect(paint('one | side')).toEqual([
      '-| {{In progress}} two sides are left',
      '+| {{In progress}} one &#124; side'
    ])
    expect(paint(null)).toEqual(['-| {{In progress}} two sides are left', '+| {{In progress}}'])
    expect(changes(lines, (goals) => (goals['Wind the clocks']!.remark = 'soon'))).toEqual([
      '-| {{To do}}',
      '+| {{To do}} soon'
    ])
  })
})

describe('fields and teams of a goal in a row', () => {
  it('should go into the blank cells of their columns', () => {
    expect(
      changes(lines, (goals) => {
        const goal = goals['Oil the gates']!
        goal.fields.push({name: null, label: 'ETA', value: 'June ! July', links: []})
        goal.dependencies = ['Bells', 'Clocks']
      })
    ).toEqual(['-| None', '-|', '+| Bells, Clocks', '+| June ! July'])
  })

  it('should leave blank cells', () => {
    expect(
      changes(merged, (goals) => {
        goals['Ring the bells']!.fields = []
        goals['Ring the bells']!.primaryTeams = []
      })
    ).toEqual([
      '-| Ring the bells || Bells || June || Done: and loud',
      '+| Ring the bells || || || Done: and loud'
    ])
  })

  it('should be changed in place', () => {
    expect(
      changes(lines, (goals) => {
        goals['Oil the gates']!.primaryTeams = ['Gates', 'Locks']
        goals['Paint the hull']!.fields[0]!.value = 'March'
      })
    ).toContain('+| Gates, Locks')
  })

  it('should be refused where the table has no column for them', () => {
    const colour = (goals: Goals) =>
      goals['Oil the gates']!.fields.push({name: null, label: 'Colour', value: 'red', links: []})
    expect(() => changes(lines, colour)).toThrow('the table has no column `Colour`')
    const needs = (goals: Goals) => (goals['Smile']!.dependencies = ['Bells'])
    expect(() => changes(merged, needs)).toThrow('the table has no column for its dependencies')
  })

  it('should be changed in a merged cell for all goals alike, or not at all', () => {
    const one = (goals: Goals) => (goals['Oil the gates']!.primaryTeams = ['Bells'])
    expect(() => changes(merged, one)).toThrow(
      'the cell `Clocks` holds for 2 goals of its table: change it for all of them alike'
    )
    expect(
      changes(merged, (goals) => {
        goals['Wind the clocks']!.primaryTeams = ['Bells']
        goals['Oil the gates']!.primaryTeams = ['Bells']
      })
    ).toEqual([
      '-| rowspan="3" | Outcome 1: Ferries keep time || Wind the clocks || rowspan=2 | Clocks || May || {{to do}}',
      '+| rowspan="3" | Outcome 1: Ferries keep time || Wind the clocks || rowspan=2 | Bells || May || {{to do}}'
    ])
  })
})
