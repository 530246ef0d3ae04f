/**
 * Laws 3, 4 and 8 on pages that are marked up for translation: an edit makes them say what the same edit makes the
 * cleaned page say, markers stay with their units, and what is new has none.
 */
import {isDeepStrictEqual} from 'node:util'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  addGoal,
  addSection,
  apply,
  move,
  parse,
  remove,
  setStatus,
  toJson,
  toMarkdown,
  toWikitext,
  type Plan
} from '../../src/index.ts'
import {clean, markUp, styles, unitsOf} from '../utils/translate.ts'
import {editKindNames, stepOf} from '../arbitraries/edits.ts'
import {draws} from './ordinary-edits.ts'
import {check, doors} from './put-check.ts'
import {corpus, fixtures, generated} from './put-sources.ts'
import {checkMarked, said} from './translate-edits.ts'
import {lostMarkup as lost} from './translate-kept.ts'
import type {Way} from './ordinary-edits.ts'

const runs = Number(process.env['RUNS'] ?? 360)
const timeout = Math.max(600_000, runs * 400)

const known = fixtures
const isLarge = ({page}: {page: string}): boolean => page.length > 5000
const sources = fc.oneof(
  {weight: 1, arbitrary: fc.constantFrom(...corpus, ...known.filter(isLarge))},
  {weight: 12, arbitrary: fc.constantFrom(...known.filter((source) => !isLarge(source)))},
  {weight: 12, arbitrary: generated}
)

describe.each(styles)('a page marked up in the style %s', (style) => {
  it.each<Way>(['json', 'call', 'markdown'])(
    'should take edits as the cleaned page does, as %s',
    {timeout},
    (way) => {
      let done = 0
      const property = fc.property(sources, fc.nat(), draws, (source, seed, draw) => {
        const page = markUp(clean(source.page.replaceAll(/\r\n?/g, '\n')), seed, style)
        const marked = {...source, page}
        // A few markings make another page, or one that Translate refuses.
        fc.pre(unitsOf(page).faults.length === 0)
        fc.pre(isDeepStrictEqual(said(marked), said({...source, page: clean(page)})))
        const {name, refusals, broken} = checkMarked(marked, draw, way)
        if (name !== null) done++
        if (broken.length > 0) throw new Error([`${name}:`, ...broken, page].join('\n'))
        const [reasons, cleaned] = refusals
        if (reasons.length > 0 && cleaned.length === 0)
          throw new Error([`${name} is refused:`, ...reasons, page].join('\n'))
      })
      const numRuns = Math.ceil(runs / styles.length / 3)
      fc.assert(property, {numRuns})
      expect(done).toBeGreaterThan(numRuns / 4)
    }
  )
})

/** What puts things elsewhere, takes them out, and sets new ones beside them. */
const moving = editKindNames.filter((kind) => /^(?:move|reorder|remove|add)/.test(kind))
const moves = fc.array(stepOf(...moving), {minLength: 1, maxLength: 4})

describe.each(styles)('what moves on a page in the style %s', (style) => {
  it('should keep the markers of units and the variables of lines', {timeout}, () => {
    let refused = 0
    const cases = fc.tuple(sources, fc.nat(), moves, fc.constantFrom(...doors))
    const property = fc.property(cases, ([source, seed, steps, door]) => {
      const page = markUp(clean(source.page.replaceAll(/\r\n?/g, '\n')), seed, style)
      fc.pre(unitsOf(page).faults.length === 0)
      const {result, done, broken} = check({...source, page}, steps, door)
      if (result === null) {
        if (check({...source, page: clean(page)}, steps, door).result !== null) refused++
        return
      }
      const wrong = [...broken.filter((line) => !line.startsWith('law 4')), ...lost(page, result)]
      if (wrong.length > 0)
        throw new Error([`after ${done.join(', ')}:`, ...wrong, page].join('\n'))
    })
    const numRuns = Math.ceil(runs / styles.length)
    fc.assert(property, {numRuns})
    expect(refused).toBeLessThanOrEqual(numRuns / 50)
  })
})

const page = `<translate>
== Goals for FY30/31 == <!--T:6-->

=== Outcome 1 === <!--T:1-->

==== Goals ==== <!--T:2-->

<!--T:3-->
===== Wind the clocks =====

<!--T:4-->
* Buy <tvar name="n">4</tvar> keys
* Oil them

<!--T:5-->
===== Ring the bell =====
</translate>
`

const section = 'q1/outcome-1'
const goal = `${section}/wind-the-clocks`

function edited(edit: (plan: Plan) => Plan): string {
  return toWikitext(edit(parse(page)), {source: page})
}

describe('markers', () => {
  it('should stay before a text that changes', () => {
    const result = edited((plan) => setStatus(plan, `${goal}/oil-them`, 'done'))
    expect(result).toBe(page.replace('* Oil them', '* Oil them {{Done}}'))
  })

  it('should stay with what is left of their unit', () => {
    const result = edited((plan) => remove(plan, `${goal}/buy-4-keys`))
    expect(result).toBe(page.replace('* Buy <tvar name="n">4</tvar> keys\n', ''))
  })

  it.each(['\n', '\r\n'])('should go where their unit joins the one above, with %j', (end) => {
    const [july, august] = ['<!--T:7-->\nNote: July 2030\n', '<!--T:8-->\nNote: August 2030\n']
    const notes = `==== Status ====\n\n${july}\n${august}* Late\n\n<!--T:5-->`
    const source = page.replace('<!--T:5-->', notes)
    const ended = source.replaceAll('\n', end)
    const json = toJson(parse(ended))
    const outcome = json.periods[0]!.sections[0]!
    const [first, second] = outcome.notes
    outcome.notes = [{...first!, updates: second!.updates}]
    const result = apply(ended, json)
    expect(result).toBe(source.replace(`\n${august}`, '').replaceAll('\n', end))
  })

  it('should go with all of their unit', () => {
    const result = edited((plan) => remove(plan, goal))
    expect(result).toBe(page.replace(/<!--T:3-->[^]*(?=<!--T:5-->)/, ''))
  })

  it('should go along with a unit that moves', () => {
    const result = edited((plan) => move(plan, `${section}/ring-the-bell`, section, {before: goal}))
    const unit = '<!--T:5-->\n===== Ring the bell =====\n'
    expect(result).toBe(page.replace(`\n${unit}`, '').replace('<!--T:3-->', `${unit}\n<!--T:3-->`))
  })

  it('should go along with whichever line opens the unit', () => {
    const [keys, oil] = [`${goal}/buy-4-keys`, `${goal}/oil-them`]
    const result = edited((plan) => {
      const turned = move(plan, oil, goal, {before: keys})
      return move(turned, goal, section, {after: `${section}/ring-the-bell`})
    })
    const unit = `<!--T:3-->
===== Wind the clocks =====

<!--T:4-->
* Oil them
* Buy <tvar name="n">4</tvar> keys
`
    expect(result).toBe(
      page
        .replace(/<!--T:3-->[^]*(?=<!--T:5-->)/, '')
        .replace('</translate>', `\n${unit}</translate>`)
    )
  })

  it('should stay first in their unit', () => {
    const unit = "<!--T:7-->\n'''Owner:''' Ada\n'''Budget:''' None\n\n"
    const source = page.replace('=== Outcome 1', `${unit}=== Outcome 1`)
    const json = toJson(parse(source))
    const fields = [{label: 'Quay', value: 'North'}, ...json.fields]
    expect(apply(source, {...json, fields})).toBe(
      source.replace("'''Owner", "'''Quay:''' North\n'''Owner")
    )
  })
})

describe('variables', () => {
  const retold = (was: string, text: string): string => {
    const source = page.replace('Oil them', was)
    const json = toJson(parse(source))
    const [task] = json.periods[0]!.sections[0]!.goals[0]!.tasks.slice(-1)
    Object.assign(task!, {text})
    return /^\* (.*)\n\n<!--T:5-->/m.exec(apply(source, json))![1]!
  }

  it('should have what takes their place', () => {
    expect(retold('Buy <tvar name="o">12</tvar> oars', 'Buy 13 oars')).toBe(
      'Buy <tvar name="o">13</tvar> oars'
    )
    expect(retold('Ask <tvar name="o">Ada</tvar> today', 'Ask Bea today')).toBe(
      'Ask <tvar name="o">Bea</tvar> today'
    )
  })

  it('should have no prose in the place of a number, and none that stands for more than they held', () => {
    expect(retold('Row <tvar name="o">12</tvar> oars', 'Row some old oars')).toBe(
      'Row some old oars'
    )
    expect(retold('<tvar name="o">Bell</tvar>s ring', 'Oxen ring')).toBe('Oxen ring')
  })

  it('should go along with a line that moves to another level', () => {
    const result = edited((plan) => move(plan, `${goal}/buy-4-keys`, `${goal}/oil-them`))
    const item = '* Buy <tvar name="n">4</tvar> keys\n'
    expect(result).toBe(page.replace(item, '').replace('* Oil them\n', `* Oil them\n*${item}`))
  })
})

describe('markers', () => {
  it('should stay apart where headings change places and other goals are items', () => {
    const list =
      '=== Outcome 1 (Boats) === <!--T:7-->\n\n==== Goals ==== <!--T:8-->\n\n* Sail\n* Row\n* Swim\n'
    const [one, two] = ['<!--T:3-->\n===== Wind =====\n', '<!--T:5-->\n===== Ring =====\n']
    const start = page.slice(0, page.indexOf('<!--T:3-->'))
    const source = `${start}${one}\n${two}\n${list}</translate>\n`
    const plan = move(parse(source), `${section}/ring`, section, {before: `${section}/wind`})
    expect(toWikitext(plan, {source})).toBe(`${start}${two}\n${one}\n${list}</translate>\n`)
  })

  it('should stay alone in their unit where a quarter is named', () => {
    const periods = toJson(parse(page)).periods.map((period) => ({...period, quarter: 3}))
    expect(apply(page, {...toJson(parse(page)), periods})).toBe(
      page.replace('=== Outcome 1', '=== Q3 ===\n\n=== Outcome 1')
    )
  })

  it('should not be copied to what is new', () => {
    const pier = {text: 'Paint the pier'}
    expect(edited((plan) => addGoal(plan, section, pier))).toBe(
      page.replace('</translate>', '\n===== Paint the pier =====\n</translate>')
    )
    expect(edited((plan) => addSection(plan, 'q1', {heading: 'Outcome 2', goals: [pier]}))).toBe(
      page.replace(
        '</translate>',
        '\n=== Outcome 2 ===\n\n==== Goals ====\n\n===== Paint the pier =====\n</translate>'
      )
    )
  })

  it('should go along with a unit whose last line has it', () => {
    const unit =
      '=== Outcome 1 (Boats) === <!--T:7-->\n\n* Own a boat\n==== Goals ==== <!--T:8-->\n* Row\n\n'
    const source = page.replace('=== Outcome 1', `${unit}=== Outcome 1`)
    const result = toWikitext(
      move(parse(source), toJson(parse(source)).periods[0]!.sections[0]!.id, 'q1', {
        after: toJson(parse(source)).periods[0]!.sections[1]!.id
      }),
      {source}
    )
    expect(result).toBe(page.replace('</translate>', `\n${unit.trimEnd()}\n</translate>`))
  })

  it('should be there after an edit of the Markdown', () => {
    const markdown = toMarkdown(parse(page)).replace('Buy 4 keys', 'Buy 5 keys')
    expect(apply(page, markdown, {from: 'markdown'})).toBe(page.replace('>4<', '>5<'))
  })

  it('should be taken along on a part of a page, which has no tags', () => {
    const part = page.replace(/<\/?translate>\n/g, '').replace(/<\/?tvar[^>]*>/g, '')
    const result = toWikitext(remove(parse(part), goal), {source: part})
    expect(result).toBe(part.replace(/<!--T:3-->[^]*(?=<!--T:5-->)/, ''))
  })
})
