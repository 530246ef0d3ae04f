/** Edits of key results of which a page tells in several places: each goes where the page says such a thing. */
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {EditError, addGoal, apply, parse, setHeading, toJson, toWikitext} from '../../src/index.ts'
import type {PlanJson} from '../../src/index.ts'

type GoalJson = PlanJson['periods'][number]['sections'][number]['goals'][number]

const page = readFileSync(
  fileURLToPath(new URL('../../fixtures/key-results-twice/page.wiki', import.meta.url)),
  'utf8'
)

function edited(edit: (goals: GoalJson[], plan: PlanJson) => void): PlanJson {
  const plan = structuredClone(toJson(parse(page, {from: 'wikitext'})))
  edit(plan.periods[0]!.sections[0]!.goals, plan)
  return plan
}

const update = (text: string): object => ({text, statuses: [], links: [], updates: []})

test.each<[what: string, edit: Parameters<typeof edited>[0], before: string, after: string]>([
  [
    'a status behind the text below a code',
    ([, horns]) => Object.assign(horns!, {status: 'done'}),
    'Teach two horns to listen.',
    'Teach two horns to listen. {{done}}'
  ],
  [
    'a metric in a list',
    ([gauges]) => (gauges!.fields[0]!.value = 'gauges'),
    "'''Metric:''' gauges that hang on a mast",
    "'''Metric:''' gauges"
  ],
  [
    'an update under the second heading',
    ([gauges]) => (gauges!.notes[0]!.updates[0]!.text = 'Three gauges are here.'),
    'Two gauges are here.',
    'Three gauges are here.'
  ],
  [
    'a new note beside the one under the second heading',
    ([gauges]) =>
      gauges!.notes.push({date: '2030-09-01', updates: [update('The third is here.')]} as never),
    '** The third is late.\n',
    "** The third is late.\n'''Note: September 1, 2030'''\n* The third is here.\n"
  ],
  [
    'a new task behind its list',
    ([gauges]) => gauges!.tasks.push({text: 'Buy them'} as never),
    '* Ask the shipyard for a price\n',
    '* Ask the shipyard for a price\n* Buy them\n'
  ],
  [
    'the year of the plan',
    (_, plan) => (plan.heading = 'FY30/31 OKR of the Keepers'),
    'FY30/31 Priority OKR for the Lighthouse Keepers',
    'FY30/31 OKR of the Keepers'
  ]
])('should put %s', (_, edit, before, after) => {
  expect(apply(page, edited(edit))).toBe(page.replace(before, () => after))
})

test.each<[what: string, edit: Parameters<typeof edited>[0], reason: RegExp]>([
  ['a key result without its notes', (goals) => goals.shift(), /number of notes/],
  ['a code without its second heading', ([gauges]) => (gauges!.code = 'Key Result 9'), /notes/]
])('should refuse %s', (_, edit, reason) => {
  expect(() => apply(page, edited(edit))).toThrow(EditError)
  expect(() => apply(page, edited(edit))).toThrow(reason)
})

const numbered = `== LIB-Y2: Growth - Books that travel ==
'''Objective Manager:''' Cora Fictive
=== Key Results ===
* '''KR1''' Two new carts
`

test('a new item among key results is one', () => {
  const plan = parse(numbered, {from: 'wikitext'})
  const json = toJson(plan)
  const [section] = json.periods[0]!.sections
  const wanted = `${numbered}* Three horses\n`
  expect(toWikitext(addGoal(plan, section!.id, 'Three horses'), {source: numbered})).toBe(wanted)
  section!.goals.push({text: 'Three horses'} as never)
  expect(apply(numbered, json)).toBe(wanted)
})

test('a section whose heading has no word of the vocabulary is called something else', () => {
  const plan = parse(numbered, {from: 'wikitext'})
  const {id} = toJson(plan).periods[0]!.sections[0]!
  const edited = setHeading(plan, id, 'LIB-Y3: Growth - Books that fly')
  expect(toWikitext(edited, {source: numbered})).toBe(
    numbered.replace('LIB-Y2: Growth - Books that travel', 'LIB-Y3: Growth - Books that fly')
  )
})
