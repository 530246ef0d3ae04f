/** NDJSON: a row for each thing, and what the notes say of a goal. */
import {describe, expect, it} from 'vitest'
import {parse, toNdjson} from '../../src/index.ts'
import type {PlanRow} from '../../src/index.ts'

function rowsOf(page: string): PlanRow[] {
  return toNdjson(parse(page, {from: 'wikitext', title: 'Ferries'}), {file: 'ferries.wiki'})
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as PlanRow)
}

/** The latest status of each goal and task by its text, with the day that it is known from. */
function latestOf(page: string): Record<string, string> {
  return Object.fromEntries(
    rowsOf(page)
      .filter(({kind}) => kind === 'goal' || kind === 'task')
      .map(({text, latestStatus, latestStatusDate}) => [
        text,
        [latestStatus ?? 'nothing', latestStatusDate].filter(Boolean).join(' ')
      ])
  )
}

describe('rows', () => {
  const rows = rowsOf(`== Goals for FY30/31 ==
=== Q2 ===
==== Program WE1: Boats are found ====
===== Outcome 2 / Output 3 (Night boats) =====
'''Passengers know when the next boat leaves.'''
''Dependencies on: Lighthouse Keepers; Primary teams: Piers (Clocks, Bells), Boats''
====== Goals ======
* Wind the clocks {{done}}, in May
** [stretch] Paint the hands
====== Status ======
'''Note: August 14, 2030'''
* {{In progress}} The key was under the mat.
`)

  it('should be one for each section, goal, task, note and update, in the order of the page', () => {
    expect(rows.map(({kind, text}) => [kind, text])).toEqual([
      ['section', 'Boats are found'],
      ['section', 'Passengers know when the next boat leaves.'],
      ['goal', 'Wind the clocks'],
      ['task', 'Paint the hands'],
      ['note', null],
      ['update', 'The key was under the mat.']
    ])
  })

  it('should have the same keys, whatever they are about', () => {
    const [first, ...others] = rows.map((row) => Object.keys(row).toSorted())
    for (const keys of others) expect(keys).toEqual(first)
  })

  it('should each say where they stand', () => {
    for (const row of rows.slice(1)) {
      expect(row).toMatchObject({
        file: 'ferries.wiki',
        page: 'Ferries',
        fiscalYear: 'FY30/31',
        quarter: 2,
        periodStart: '2030-10-01',
        sectionType: 'outcome',
        outcomes: ['2'],
        outputs: ['3'],
        qualifier: 'Night boats',
        sectionCodes: ['WE1'],
        primaryTeams: ['Piers (Clocks, Bells)', 'Boats'],
        dependencies: ['Lighthouse Keepers']
      })
      expect(row.sectionHeadings).toHaveLength(2)
    }
  })

  it('should each say what they stand in', () => {
    const textOf = new Map(rows.map(({id, kind, text}) => [id, text ?? kind]))
    expect(rows.map(({parent}) => parent && textOf.get(parent))).toEqual([
      null,
      'Boats are found',
      'Passengers know when the next boat leaves.',
      'Wind the clocks',
      'Passengers know when the next boat leaves.',
      'note'
    ])
  })

  it('should say what a thing is and how it stands', () => {
    expect(rows[2]).toMatchObject({
      status: 'done',
      statusLabel: 'Done',
      statuses: ['done'],
      remark: 'in May',
      stretch: false
    })
    expect(rows[3]).toMatchObject({status: null, statuses: [], stretch: true})
    expect(rows[4]).toMatchObject({date: '2030-08-14', status: null})
    expect(rows[5]).toMatchObject({date: '2030-08-14', status: 'in-progress', id: null})
  })
})

describe('the latest status', () => {
  const page = (goals: string, ...notes: string[]) =>
    `== Outcome 1 ==\n=== Goals ===\n${goals}\n=== Status ===\n${notes.join('\n')}\n`

  it('should be that of the latest note which names a thing, by its words, a part of them or its code', () => {
    expect(
      latestOf(
        page(
          '* Wind the clocks\n* Design a backup policy for all boats\n* KR3: Fifty keys are found\n* Paint the hands',
          "'''Note: August 14, 2030'''",
          '* Wind the clocks is {{in progress}}',
          "'''Note: September 1, 2030'''",
          '* Backup policy is {{done}} but the wind the clocks has been {{postponed}} to Q4',
          '* KR3: 40 of 50 keys {{at risk}}'
        )
      )
    ).toEqual({
      'Wind the clocks': 'postponed 2030-09-01',
      'Design a backup policy for all boats': 'done 2030-09-01',
      'Fifty keys are found': 'at-risk 2030-09-01',
      'Paint the hands': 'nothing'
    })
  })

  it('should be that of the latest note wherever that stands on the page', () => {
    expect(
      latestOf(
        page(
          '* Wind the clocks',
          "'''Note: September 1, 2030'''",
          '* {{done}} Wind the clocks',
          "'''Note: August 14, 2030'''",
          '* {{stalled}} Wind the clocks'
        )
      )
    ).toEqual({'Wind the clocks': 'done 2030-09-01'})
  })

  it('should be the thing’s own where no note that names it is as far along', () => {
    const notes = ["'''Note: August 14, 2030'''", '* Wind the clocks is {{in progress}}']
    expect(latestOf(page('* Wind the clocks {{done}}', ...notes))).toEqual({
      'Wind the clocks': 'done'
    })
    expect(latestOf(page('* Wind the clocks {{to do}}', ...notes))).toEqual({
      'Wind the clocks': 'in-progress 2030-08-14'
    })
  })

  it('should be what a note says of all goals, or of the only one, where they say nothing themselves', () => {
    const note = "'''Note: August 14, 2030'''"
    expect(
      latestOf(page('* Buy oil\n* Find the key {{done}}', note, '* Both goals are {{in progress}}'))
    ).toEqual({'Buy oil': 'in-progress 2030-08-14', 'Find the key': 'done'})
    expect(
      latestOf(page('* Buy oil\n** Find the can', note, '* {{In progress}} It is dear.'))
    ).toEqual({
      'Buy oil': 'in-progress 2030-08-14',
      'Find the can': 'nothing'
    })
  })

  it('should not be guessed', () => {
    expect(
      latestOf(
        page(
          '* Paint the white boat\n* Paint the red boat\n* Sell oil',
          "'''Note: August 14, 2030'''",
          '* {{In progress}} The key was under the mat.',
          '* Paint the is {{done}}',
          '* Boat is {{done}}',
          '* oil {{stalled}}'
        )
      )
    ).toEqual({
      'Paint the white boat': 'nothing',
      'Paint the red boat': 'nothing',
      'Sell oil': 'nothing'
    })
  })

  it('should be found in time that grows with the page', () => {
    const goals = Array.from({length: 4000}, (_, at) => `* wind the clock ${at}`)
    const notes = Array.from({length: 4000}, (_, at) => `* wind the clock ${at} is {{done}}`)
    const all = latestOf(page(goals.join('\n'), "'''Note: August 14, 2030'''", ...notes))
    expect(Object.values(all).every((latest) => latest === 'done 2030-08-14')).toBe(true)
  })
})
