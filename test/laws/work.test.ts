/**
 * Law 6, to the figure: what a plan page of 14 thousand characters takes, counted and not timed, so that a pass
 * over the page that is made twice fails here, and does so on any machine.
 *
 * A figure above its limit is a fault, or has a reason that is worth a higher limit. One so far below it that
 * another pass would go unseen asks for a lower limit.
 */
import {describe, expect, test} from 'vitest'
import {parse, toJson} from '../../src/core.ts'
import {parseWikitext} from '../../src/syntax/wikitext/index.ts'
import {readFile} from '../utils/fixtures.ts'
import {countVisits} from '../utils/visits.ts'
import {startCounting} from '../utils/work.ts'

const countWork = startCounting()

const source = readFile('full-year', 'page.wiki')!
const plan = parse(source, {from: 'wikitext'})

interface Stage {
  name: string
  run: () => unknown
  /** What is allowed for each character of the page. */
  limits: {
    /** Characters looked at. */
    visits: number
    /** Blocks of code entered. */
    blocks: number
    /** Objects of the result: nodes, positions, points and arrays. */
    objects: number
  }
}

const stages: Stage[] = [
  {
    name: 'parseWikitext',
    run: () => parseWikitext(source),
    // Two searches of the page for what pages seldom hold, one from mark to mark of inline markup, and between
    // one and two looks at each character: where lines start and end, and what a mark is. A node is four
    // objects with its place, five with its children, and there is one for 13 characters.
    limits: {visits: 4.9, blocks: 9.6, objects: 0.35}
  },
  {
    name: 'parse',
    run: () => parse(source, {from: 'wikitext'}),
    // As much again: every text is searched for malformed statuses, every line's words for status, date, label
    // stretch and code, a date's for what shows nothing in it, and the page's bytes are hashed; what the plan keeps of
    // the tree is as many objects as it. Headings and what stands before the plan are searched for a quarter. Blanks
    // at the ends of a text are stepped over, which is blocks in place of copies.
    limits: {visits: 14.8, blocks: 18.5, objects: 0.35}
  },
  {
    name: 'toJson',
    run: () => toJson(plan),
    // Texts only: their white space is looked for once, and their ends are trimmed. A goal has twelve slots and
    // lists, and a table says how each is read.
    limits: {visits: 1.4, blocks: 2.6, objects: 0.1}
  }
]

const count = {
  visits: countVisits,
  blocks: countWork,
  objects: (run: () => unknown) => objectsIn(run())
}

/**
 * A figure with another pass: over the page, or over the work where that is less. Blocks are counted a few
 * less where the engine makes code fast, so they are held loosely.
 */
const withAnother = {
  visits: (figure: number) => figure + Math.min(1, figure),
  blocks: (figure: number) => 2 * figure,
  objects: (figure: number) => 2 * figure
}

function objectsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, inner) => sum + objectsIn(inner), 1)
}

describe.each(stages)('$name', ({run, limits}) => {
  const figures = ['visits', 'blocks', 'objects'] as const
  test.each(figures)('should take its %s once', (figure) => {
    const perCharacter = count[figure](run) / source.length
    expect(perCharacter).toBeLessThanOrEqual(limits[figure])
    expect(withAnother[figure](perCharacter), 'lower the limit').toBeGreaterThan(limits[figure])
  })
})

describe('the counts', () => {
  test('should see a look at each character', () => {
    const looks = [
      () => source.indexOf('\0'),
      () => source.includes('\0'),
      () => /\0/.test(source),
      () => source.match(/\0/),
      () => source.replace(/\0/g, ''),
      () => {
        for (let at = 0; at < source.length; at++) source.charCodeAt(at)
      }
    ]
    for (const look of looks) expect(countVisits(look), String(look)).toBe(source.length)
  })

  test('should see what is done twice', () => {
    const run = () => parse(source, {from: 'wikitext'})
    const twice = () => [run(), run()]
    expect(countVisits(twice)).toBe(2 * countVisits(run))
    expect(countWork(twice) / countWork(run)).toBeCloseTo(2, 1)
  })
})
