/** Edits of tables of goals: what a cell says, and nothing else, is changed; else the edit is refused by name. */
import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import {
  EditError,
  fromJson,
  parse,
  setStatement,
  setTeams,
  toJson,
  toWikitext,
  type PlanJson
} from '../../src/index.ts'
import {playTable, tableEdits, tablePage} from '../arbitraries/tables.ts'

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

/** One cell a line, with merged cells, and no section around. */
const tall = `{|
! Outcome
! Goal
! Team
|-
| rowspan="2" | Outcome 1: Ferries keep time
| Wind the clocks
| rowspan="2" | Clocks
|-
| Oil the gates
|}
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

/** The page after an edit of its plan JSON. */
function edited(page: string, edit: (goals: Goals, json: PlanJson) => void): string {
  const json = toJson(parse(page, {from: 'wikitext'}))
  edit(goalsOf(json), json)
  return toWikitext(fromJson(json), {source: page})
}

/** The lines that an edit takes out of a page, and those that it puts in. */
function changes(page: string, edit: (goals: Goals, json: PlanJson) => void): string[] {
  const [before, after] = [page.split('\n'), edited(page, edit).split('\n')]
  const kept = longestCommon(before, after)
  const rest = (lines: string[], at: 0 | 1): string[] =>
    lines.filter((_, index) => !kept.some((pair) => pair[at] === index))
  return [...rest(before, 0).map((line) => `-${line}`), ...rest(after, 1).map((line) => `+${line}`)]
}

/** The longest list of lines that two pages have in common, as pairs of their numbers. */
function longestCommon(before: string[], after: string[]): [number, number][] {
  const lengths = Array.from({length: before.length + 1}, () =>
    new Array<number>(after.length + 1).fill(0)
  )
  for (let a = before.length - 1; a >= 0; a--)
    for (let b = after.length - 1; b >= 0; b--)
      lengths[a]![b] =
        before[a] === after[b]
          ? lengths[a + 1]![b + 1]! + 1
          : Math.max(lengths[a + 1]![b]!, lengths[a]![b + 1]!)
  const pairs: [number, number][] = []
  for (let [a, b] = [0, 0]; a < before.length && b < after.length;)
    if (before[a] === after[b]) pairs.push([a++, b++])
    else if (lengths[a + 1]![b]! >= lengths[a]![b + 1]!) a++
    else b++
  return pairs
}

/** The sections within the first one of a plan, which its table has. */
function sectionsOf({periods}: PlanJson): SectionJson[] {
  return periods[0]!.sections[0]!.sections
}

/** A goal as an edit may add it. */
function goal(text: string, slots: object = {}): GoalJson {
  return {text, ...slots} as never
}

function status(value: string): GoalJson['status'] {
  return value as never
}

describe('a status in a table without a column for it', () => {
  const page = `== Goals FY30/31 ==
{|
! Goal !! Colour
|-
| Oil the gates. || red
|}
{|
! Goal !! Status
|-
| Wind the clocks || {{done}}
|}
`

  it('should stand behind the text, set off from it though others stand in cells of their own', () => {
    expect(changes(page, (goals) => (goals['Oil the gates.']!.status = status('to-do')))).toEqual([
      '-| Oil the gates. || red',
      '+| Oil the gates. {{to do}} || red'
    ])
  })
})

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

describe('a goal that goes', () => {
  it('should take its row along', () => {
    expect(
      changes(lines, (_, json) => sectionsOf(json)[0]!.sections[0]!.goals.splice(1, 1))
    ).toEqual([
      '-|- class="late"',
      '-| Outcome 1: Ferries keep time',
      '-| Objective 1: Mend',
      '-| Oil the gates {{stalled}} <!-- rusty -->',
      '-| Gates, Piers',
      '-| None',
      '-|',
      '-|'
    ])
  })

  it('should leave merged cells to the next row', () => {
    expect(changes(merged, (_, json) => sectionsOf(json)[0]!.goals.splice(0, 1))).toEqual([
      '-| rowspan="3" | Outcome 1: Ferries keep time || Wind the clocks || rowspan=2 | Clocks || May || {{to do}}',
      '-|-',
      '-| style="x" | Oil the gates || || [TO DO]',
      '+| rowspan="2" | Outcome 1: Ferries keep time || style="x" | Oil the gates || Clocks || || [TO DO]'
    ])
  })

  it('should leave merged cells a row less', () => {
    expect(changes(merged, (_, json) => sectionsOf(json)[0]!.goals.splice(1, 1))).toEqual([
      '-| rowspan="3" | Outcome 1: Ferries keep time || Wind the clocks || rowspan=2 | Clocks || May || {{to do}}',
      '-|-',
      '-| style="x" | Oil the gates || || [TO DO]',
      '+| rowspan="2" | Outcome 1: Ferries keep time || Wind the clocks || Clocks || May || {{to do}}'
    ])
  })

  it('should leave merged cells in rows of one cell a line', () => {
    expect(edited(tall, (_, json) => json.periods[0]!.sections[0]!.goals.splice(0, 1))).toBe(`{|
! Outcome
! Goal
! Team
|-
| Outcome 1: Ferries keep time
| Oil the gates
| Clocks
|}
`)
  })

  it('should go with its section, and all its rows', () => {
    expect(changes(merged, (_, json) => sectionsOf(json).splice(0, 1))).toEqual([
      '-|-',
      '-| rowspan="3" | Outcome 1: Ferries keep time || Wind the clocks || rowspan=2 | Clocks || May || {{to do}}',
      '-|-',
      '-| style="x" | Oil the gates || || [TO DO]',
      '-|-',
      '-| Ring the bells || Bells || June || Done: and loud'
    ])
  })

  it('should go with its table, where the section of that goes', () => {
    const other = merged + '=== Program 2: Quiet nights ===\n{|\n! Goal\n|-\n| Sleep\n|}\n'
    const page = toWikitext(
      fromJson({
        ...toJson(parse(other)),
        periods: toJson(parse(other)).periods.map((period) => ({
          ...period,
          sections: period.sections.slice(1)
        }))
      } as PlanJson),
      {source: other}
    )
    expect(page).toBe(
      '== Goals FY30/31 ==\nBehind the table.\n=== Program 2: Quiet nights ===\n{|\n! Goal\n|-\n| Sleep\n|}\n'
    )
  })

  it('should not leave its section without a goal', () => {
    const empty = (_: Goals, json: PlanJson) => sectionsOf(json)[1]!.goals.splice(0, 1)
    expect(() => changes(merged, empty)).toThrow('the number of sections here would be 1, not 2')
  })
})

describe('a goal that comes', () => {
  it('should have a row like its neighbours, one cell a line', () => {
    expect(
      changes(lines, (_, json) =>
        sectionsOf(json)[0]!.sections[1]!.goals.push(
          goal('Varnish | the mast', {
            status: 'done',
            remark: 'at last',
            primaryTeams: ['Brushes', 'Masts'],
            fields: [{label: 'ETA', value: 'June'}],
            tasks: [{text: 'Buy varnish', status: 'done'}]
          })
        )
      )
    ).toEqual([
      '+|-',
      '+| Outcome 1: Ferries keep time',
      '+| Objective 2: Paint',
      '+| Varnish &#124; the mast',
      '+* Buy varnish {{done}}',
      '+| Brushes, Masts',
      '+|',
      '+| June',
      '+| {{done}} at last'
    ])
  })

  it('should have a row like its neighbours, all on one line, in their merged cells', () => {
    expect(
      changes(merged, (_, json) =>
        sectionsOf(json)[0]!.goals.push(goal('Mend the horn', {status: 'done'}))
      )
    ).toEqual([
      '-| rowspan="3" | Outcome 1: Ferries keep time || Wind the clocks || rowspan=2 | Clocks || May || {{to do}}',
      '+| rowspan="4" | Outcome 1: Ferries keep time || Wind the clocks || rowspan=2 | Clocks || May || {{to do}}',
      '+|-',
      '+| Mend the horn || || || {{done}}'
    ])
  })

  it('should have the merged cells that begin below it', () => {
    expect(edited(merged, (_, json) => sectionsOf(json)[0]!.goals.unshift(goal('Mend the horn'))))
      .toContain(`
|-
| rowspan="4" | Outcome 1: Ferries keep time || Mend the horn || || ||
|-
| Wind the clocks || rowspan=2 | Clocks || May || {{to do}}
|-
| style="x" | Oil the gates || || [TO DO]
`)
  })

  it('should be refused where the table has no column for what it says', () => {
    const add = (slots: object) => () =>
      changes(merged, (_, json) => sectionsOf(json)[0]!.goals.push(goal('Mend', slots)))
    expect(add({fields: [{label: 'Colour', value: 'red'}]})).toThrow(
      'the table has no column `Colour`'
    )
    expect(add({dependencies: ['Bells']})).toThrow('the table has no column for its dependencies')
  })

  it('should come with its section, each in a row that says so', () => {
    const section = (slots: object) => ({type: 'outcome', ...slots}) as never
    expect(
      edited(merged, (_, json) =>
        sectionsOf(json).push(
          section({
            heading: 'Outcome 3: Crews | rest',
            statement: 'Crews | rest',
            numbers: {outcome: ['3']},
            goals: [{text: 'Sleep', status: 'done'}, {text: 'Dream'}]
          })
        )
      )
    ).toContain(`
| Outcome 2: Guests smile || Smile || Crews || ||
|-
| Outcome 3: Crews &#124; rest || Sleep || || || {{done}}
|-
| Outcome 3: Crews &#124; rest || Dream || || ||
|}
`)
  })

  it('should move with its section', () => {
    expect(edited(merged, (_, json) => sectionsOf(json).reverse())).toContain(`
|- class="x"
| Outcome 2: Guests smile || Smile || Crews || ||
|-
| rowspan="3" | Outcome 1: Ferries keep time || Wind the clocks || rowspan=2 | Clocks || May || {{to do}}
|-
| style="x" | Oil the gates || || [TO DO]
|-
| Ring the bells || Bells || June || Done: and loud
|}
`)
  })

  it('should keep what its row says where it moves', () => {
    expect(
      edited(merged, (_, json) => {
        const [first, second] = sectionsOf(json)
        second!.goals.push(first!.goals.pop()!)
      })
    ).toContain(`
|-
| rowspan="2" | Outcome 1: Ferries keep time || Wind the clocks || rowspan=2 | Clocks || May || {{to do}}
|-
| style="x" | Oil the gates || || [TO DO]
|- class="x"
| rowspan="2" | Outcome 2: Guests smile || Smile || Crews || ||
|-
| Ring the bells || Bells || June || Done: and loud
|}
`)
  })

  it('should take the comments of its cells along', () => {
    expect(
      changes(lines, (_, json) => {
        const [mend, paint] = sectionsOf(json)[0]!.sections
        paint!.goals.push(mend!.goals.pop()!)
      })
    ).toContain('+| Oil the gates {{stalled}} <!-- rusty -->')
  })
})

describe('the rest of a table', () => {
  it('should have a heading changed in each row that repeats it', () => {
    const page = changes(
      lines,
      (_, json) => (sectionsOf(json)[0]!.heading = 'Outcome 1: Ferries fly')
    )
    expect(page.filter((line) => line === '+| Outcome 1: Ferries fly')).toHaveLength(3)
    expect(
      changes(merged, (_, json) => (sectionsOf(json)[1]!.statement = 'Guests | laugh'))
    ).toEqual([
      '-| Outcome 2: Guests smile || Smile || Crews || ||',
      '+| Outcome 2: Guests &#124; laugh || Smile || Crews || ||'
    ])
  })

  it('should have the first task of a goal as a list in its cell', () => {
    const add = (page: string, text: string) =>
      changes(page, (goals) =>
        goals[text]!.tasks.push({text: 'Buy oil'} as never, {text: 'Pour it'} as never)
      )
    expect(add(lines, 'Paint the hull')).toEqual(['+* Buy oil', '+* Pour it'])
    expect(add(merged, 'Ring the bells')).toEqual([
      '-| Ring the bells || Bells || June || Done: and loud',
      '+| Ring the bells',
      '+* Buy oil',
      '+* Pour it',
      '+| Bells || June || Done: and loud'
    ])
  })
})

describe('a code', () => {
  const list = `== Goals FY30/31 ==
=== Outcome 1 ===
==== Goals ====
* '''Task D103''': Thank the crews
`
  const bold = `== Goals FY30/31 ==
=== Objective 1: Guests come back ===
'''KR1''' Crews know the piers. {{In progress}}

'''KR2''' Guests know the crews.
`
  const add = (page: string, slots: object) =>
    changes(page, (_, json) => json.periods[0]!.sections[0]!.goals.push(goal('Sing', slots)))

  it('should stand among the words and markup that its neighbours have', () => {
    expect(add(list, {type: 'task', code: 'D104'})).toEqual(["+* '''Task D104''': Sing"])
    expect(add(bold, {type: 'keyResult', code: 'KR3'})).toContain("+'''KR3''' Sing")
  })

  it('should keep its markup where it is changed', () => {
    expect(
      changes(bold, (_, json) => (json.periods[0]!.sections[0]!.goals[1]!.code = 'KR7'))
    ).toEqual(["-'''KR2''' Guests know the crews.", "+'''KR7''' Guests know the crews."])
  })
})

describe('a cell that covers several columns', () => {
  const wide = `== Goals FY30/31 ==
=== Program 1: Keep the ferries afloat ===
{|
! Goal
! ETA
! Status
|-
| Wind the clocks
| colspan="2" class="x" | {{not done}}
|-
| Oil the gates
| May
| {{done}}
|}
`
  const goals = (json: PlanJson) => json.periods[0]!.sections[0]!.goals

  it('should cover them where its row moves', () => {
    expect(edited(wide, (_, json) => goals(json).reverse())).toContain(
      '| {{done}}\n|-\n| Wind the clocks\n| colspan="2" class="x" | {{not done}}\n|}'
    )
  })

  it('should say nothing else where its row moves and says another status', () => {
    const page = edited(wide, (_, json) => {
      goals(json).reverse()
      goals(json)[1]!.status = status('done')
    })
    expect(page).not.toContain('not done')
  })
})

describe('a heading in cells', () => {
  const plan = parse(lines, {from: 'wikitext'})

  it('should be without its statement where that is cleared, in each row', () => {
    const [outcome] = toJson(plan).periods[0]!.sections[0]!.sections
    const page = toWikitext(setStatement(plan, outcome!.id, null), {source: lines})
    expect(page).toBe(lines.replaceAll('| Outcome 1: Ferries keep time', '| Outcome 1'))
  })
})

describe('teams that a merged cell names', () => {
  it('should be taken from a goal, or refused, by a call', () => {
    const plan = parse(merged, {from: 'wikitext'})
    const {id} = goalsOf(toJson(plan))['Oil the gates']!
    const cleared = setTeams(plan, id, {primaryTeams: []})
    expect(goalsOf(toJson(cleared))['Oil the gates']!.primaryTeams).toEqual([])
    expect(() => toWikitext(cleared, {source: merged})).toThrow('holds for 2 goals')
  })
})

/** What a plan says, without what its page's wording and its ids are. */
function saidBy({periods}: PlanJson): unknown {
  const ofGoal = (goal: GoalJson): unknown => ({
    ...{text: goal.text, code: goal.code, remark: goal.remark},
    // An edit may say a status by its value alone.
    status: goal.status && (goal.status.value ?? goal.status),
    ...{dependencies: goal.dependencies, primaryTeams: goal.primaryTeams},
    fields: (goal.fields ?? []).map(({label, value}) => `${label}: ${value}`).sort(),
    tasks: tasksOf(goal.tasks)
  })
  const tasksOf = (tasks: GoalJson['tasks'] = []): unknown[] =>
    tasks.map(({text, status, tasks: inner}) => [
      text,
      (status && (status.value ?? status)) ?? null,
      tasksOf(inner)
    ])
  const ofSection = ({heading, goals, sections}: SectionJson): unknown => ({
    heading,
    goals: goals.map(ofGoal),
    sections: sections.map(ofSection)
  })
  return periods.map(({sections}) => sections.map(ofSection))
}

/** The cells of a page, each without what it covers, and the lines outside of its table. */
function piecesOf(page: string): string[] {
  return page.split(/\n|\|\|/).map((piece) =>
    piece
      .replace(/^\|(?![-}])/, '')
      .replace(/^\s*rowspan="?\d+"?\s*\|/, '')
      .trim()
  )
}

test('random edits of random tables are there, and change nothing else, or are refused', () => {
  let done = 0
  fc.assert(
    fc.property(tablePage, tableEdits, (page, steps) => {
      const json = toJson(parse(page, {from: 'wikitext'}))
      const untouched = new Set(playTable(json, steps).map(({text}) => text))
      const wanted = saidBy(json)
      let result: string
      try {
        result = toWikitext(fromJson(json), {source: page})
      } catch (error) {
        expect(error).toBeInstanceOf(EditError)
        return
      }
      done++
      const again = toJson(parse(result, {from: 'wikitext'}))
      expect(saidBy(again)).toEqual(wanted)
      const pieces = piecesOf(result)
      const [head, tail] = [page.indexOf('{|'), page.indexOf('\n|}')]
      expect(result.slice(0, head)).toBe(page.slice(0, head))
      expect(result.endsWith(page.slice(tail))).toBe(true)
      // A goal that no edit was of has its cells as they were; a section's are all of its goals'.
      for (const [number, row] of page.slice(head, tail).split('\n|-').slice(1).entries()) {
        if (![...untouched].some((text) => text.endsWith(` ${number}`))) continue
        const own = piecesOf(row).filter((piece) => !/^(?:Outcome|class="a")/.test(piece))
        expect(pieces).toEqual(expect.arrayContaining(own))
      }
    }),
    {numRuns: Number(process.env['RUNS'] ?? 300)}
  )
  expect(done).toBeGreaterThan(150)
})
