/**
 * The pages of the families as the text of a rendered page has them, with the facts that a person sees in the page
 * itself. Some of that the text does not tell: each such fact is listed with the reason, and a list that says more than
 * what differs is wrong, too. Pages and facts are at hand where the whole project is checked out.
 */
import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {parse, toJson} from '../src/index.ts'
import {checkPositions} from './laws.ts'
import type {PlanJson} from '../src/index.ts'
import {readCompare, readFacts, readFamilyTexts} from './utils/families.ts'

const compare = await readCompare()

const noList = 'a list within a cell is lost by the extractor'
const noGoal = `a row whose goals are such a list has none left, and what stands behind it comes first`
const noTab = 'the name of the tab is lost'
const noLink = 'where a link leads is lost'
const noLine = 'the extractor left out the line'

/** What the text of a page does not tell: the facts that differ, and why. */
const untold: Record<string, Record<string, string>> = {
  'program-tables': {
    '.periods[0].sections[0].sections[0].sections[0].goals[0].tasks': noList
  },
  strategies: {
    '.periods[0].sections[0].sections[1].goals[0].fields': noLine
  },
  'team-tables': {
    '.periods[0].sections[0].goals[0].dependencies': noList,
    '.periods[0].sections[0].goals[0].tasks': noList,
    '.periods[0].sections[0].goals[1].tasks': noList,
    '.periods[0].sections[1].sections[0].sections[0].sections': noGoal,
    '.periods[0].sections[1].sections[0].sections[0].sections[0].heading': noGoal,
    '.periods[0].sections[1].sections[0].sections[0].sections[0].goals': noGoal,
    '.periods[0].sections[1].sections[0].sections[0].sections[0].goals[0].text': noGoal,
    '.periods[0].sections[1].sections[0].sections[0].sections[0].goals[0].dependencies': noGoal
  },
  'goals-by-team': {
    '.periods[0].sections[0].heading': noTab,
    '.periods[0].sections[1].heading': noTab
  },
  hypotheses: {
    '.periods[0].sections[0].statement': noLine,
    '.periods[0].sections[0].goals[0].links': noLink,
    '.periods[1].start': noTab,
    '.periods[1].end': noTab,
    '.periods[1].sections[0].goals[0].fields[0].links': noLink,
    '.periods[2].start': noTab,
    '.periods[2].end': noTab
  }
}

describe.skipIf(!compare)('the text of a page of each family', () => {
  test.each(readFamilyTexts())('$name says what is left of what a person sees', ({name, page}) => {
    const plan = parse(page, {from: 'text'})
    const {checked, differences} = compare!(readFacts(name), toJson(plan))
    // A template is its label there.
    const facts = differences
      .map((difference) => difference.split(': wanted ')[0]!)
      .filter((fact) => !fact.endsWith('.status.form'))
    expect(facts).toEqual(Object.keys(untold[name] ?? {}))
    expect(checked).toBeGreaterThan(30)
    checkPositions(plan, page)
  })

  test('lists no page that there is not', () => {
    const names = readFamilyTexts().map(({name}) => name)
    expect(names).toEqual(expect.arrayContaining(Object.keys(untold)))
  })
})

const wild = new URL('../../shared/corpus/wild/', import.meta.url)

describe.skipIf(!compare)('a wild text', () => {
  const read = (file: string): PlanJson =>
    toJson(parse(readFileSync(new URL(file, wild), 'utf8'), {from: 'text'}))

  test('has the goals of a team whose name and bullets are lost, each with its tasks, and its notes', () => {
    const [period, ...others] = read('goals-by-team.txt').periods
    const [team, ...more] = period!.sections
    expect([others, more]).toEqual([[], []])
    expect(period).toMatchObject({quarter: 1, start: '2031-07-01', inferred: false})
    expect(team).toMatchObject({type: 'team', heading: null})
    expect(
      team!.goals.map(({text, tasks}) => [text, tasks.map(({status}) => status?.value)])
    ).toEqual([
      ['Make it easier to know where every ferry has been', ['partially-done']],
      ['Make it easier to know which pictures of the lighthouse are looked at.', ['in-progress']],
      ['Raise the Quality of the Tide Tables', ['partially-done']],
      ['Raise the Safety of the Keys', ['in-progress']],
      ['New Bell Platform', ['done', 'postponed', 'done']],
      ['Good Housekeeping. Make the Boats Harder to Sink', ['in-progress']],
      ['Good Housekeeping. Fewer Buckets by Retiring Old Boats', ['in-progress']]
    ])
    expect(team!.notes.map(({date, updates}) => [date?.value, updates.length])).toEqual([
      ['2031-07-23', 4]
    ])
  })

  test('has the goal of a table whose cells go over lines', () => {
    const [period] = read('goals-in-tables.txt').periods
    expect(period).toMatchObject({quarter: 2, start: '2029-10-01', inferred: false})
    const outcome = period!.sections[0]!
    expect(outcome).toMatchObject({type: 'outcome', numbers: {outcome: ['1']}})
    expect(outcome.sections[0]!.goals).toMatchObject([
      {
        text: 'Give the night boat an engine of its own',
        status: {value: 'done'},
        primaryTeams: ['Shipyard (Engines)'],
        dependencies: ['Timetable Office', 'Ropes', 'Piers (all crews that use the night boat)'],
        fields: [
          {label: 'Eng Goal', value: 'D'},
          {label: 'ETA', value: 'EOQ'}
        ]
      }
    ])
  })
})
