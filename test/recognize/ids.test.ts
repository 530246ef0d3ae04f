/** Ids: typed by a person, unique in the page, unmoved by what changes elsewhere. */
import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import {slug} from '../../src/plan/recognize/ids.ts'
import {goals, notes, sections, read} from './read.ts'
import type {PlanJson, ItemJson} from '../../src/index.ts'

function allIds({periods}: PlanJson): string[] {
  const ofTask = ({id, tasks}: Pick<ItemJson, 'id' | 'tasks'>): string[] => [
    id,
    ...tasks.flatMap(ofTask)
  ]
  return periods.flatMap((period) => [
    period.id,
    ...period.sections.flatMap(({id, goals, notes}) => [
      id,
      ...goals.flatMap(ofTask),
      ...notes.map((note) => note.id)
    ])
  ])
}

describe('a slug', () => {
  test.each([
    ['Wind the clocks', 'wind-the-clocks'],
    ['  Wind,  the - clocks! ', 'wind-the-clocks'],
    ["Q1's logging", 'q1s-logging'],
    ['Q1’s logging', 'q1s-logging'],
    ['Łódź: Fähren über 9½ Häfen', 'łódź-fähren-über-9½-häfen'],
    ['船を直す', '船を直す'],
    ['e\u0301te\u0301', 'e\u0301te\u0301'],
    ['नाव चलाओ', 'नाव-चलाओ'],
    ['v1.2/3_4', 'v1-2-3-4'],
    ['one two three four five six seven', 'one-two-three-four-five-six'],
    ['a & b', 'a-b'],
    ['🚢 boats', 'boats'],
    ['🚢', 'untitled'],
    ['', 'untitled'],
    ['...', 'untitled'],
    ['__proto__', 'proto'],
    ['constructor', 'constructor']
  ])('should have the first words: %j', (text, expected) => expect(slug(text)).toBe(expected))

  it('should be words and dashes of any text', () => {
    const property = fc.property(fc.string({unit: 'binary', maxLength: 40}), (text) => {
      expect(slug(text)).toMatch(/^[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+){0,5}$/u)
    })
    fc.assert(property)
  })
})

describe('an id', () => {
  test.each([
    ['Outcome 2 / Output 3 (Boats)', 'outcome-2-output-3-boats'],
    ['Outcomes 5 and 6', 'outcome-5-6'],
    ['Outcome 2, Output 2.1 (Performance)', 'outcome-2-output-2-1-performance'],
    ['Outputs 1.1, 1.2 and 1.3', 'output-1-1-1-2-1-3'],
    ['Outcome 1: All ferries keep time', 'outcome-1'],
    ['Outcome two: better boats', 'outcome-two-better-boats']
  ])('should be of the numbers of an outcome, else of its words: %s', (heading, id) => {
    expect(sections(`=== ${heading} ===`)[0]?.id).toBe(`period-1/${id}`)
  })

  it('should stay where a section of the same numbers goes', () => {
    const [plain, speed] = [
      '=== Outcome 3 / Output 4 ===\n',
      '=== Outcome 3 / Output 4 (Speed) ===\n'
    ]
    const id = 'period-1/outcome-3-output-4-speed'
    expect(sections(plain + speed)[1]?.id).toBe(id)
    expect(sections(speed)[0]?.id).toBe(id)
  })

  it('should be of a thing and its place', () => {
    const page = read(
      '== Goals FY30/31 ==\n=== Outcome 1 ===\n==== Goals ====\n* Wind {{done}}\n** [stretch] Find the key\n*** Look'
    )
    expect(allIds(page)).toEqual([
      'q1',
      'q1/outcome-1',
      'q1/outcome-1/wind',
      'q1/outcome-1/wind/find-the-key',
      'q1/outcome-1/wind/find-the-key/look'
    ])
  })

  it('should be of a note’s date', () => {
    const body =
      '* a\n\nAugust 14, 2030\n* b\nAugust 2030\n* c\nNote: 2030\n* d\nFebruary 30, 2031\n* e'
    expect(notes(body).map(({id}) => id)).toEqual([
      'period-1/outcome-1/undated',
      'period-1/outcome-1/2030-08-14',
      'period-1/outcome-1/2030-08',
      'period-1/outcome-1/2030',
      'period-1/outcome-1/february-30-2031'
    ])
  })

  it('should have a number where it has twins', () => {
    expect(goals('* Wind\n* wind!\n* Sail\n* Wind\n* 🚢\n* 🚢').map(({id}) => id)).toEqual(
      ['wind', 'wind-2', 'sail', 'wind-3', 'untitled', 'untitled-2'].map(
        (id) => `period-1/outcome-1/${id}`
      )
    )
  })

  it('should not be taken by a twin’s number', () => {
    const ids = goals('* Wind\n* Wind 2\n* Wind\n* Wind 2\n* Wind').map(({id}) => id)
    expect(new Set(ids).size).toBe(5)
    expect(ids.slice(0, 2)).toEqual(['period-1/outcome-1/wind', 'period-1/outcome-1/wind-2'])
  })

  it('should not be a name of an object’s own', () => {
    expect(
      goals('* __proto__\n* constructor\n* constructor').map(({id}) => id.split('/').at(-1))
    ).toEqual([...['proto', 'constructor', 'constructor-2']])
  })

  it('should be unique on any page', () => {
    const word = fc.constantFrom(
      'Wind',
      'wind',
      'Wind 2',
      'Wind 3',
      '2',
      '',
      '🚢',
      'Note: 2030',
      'undated'
    )
    const line = fc.tuple(
      fc.constantFrom(
        '* ',
        '** ',
        '*** ',
        '=== Outcome 1 ===\n* ',
        '==== Goals ====\n* ',
        '==== Status ====\n* '
      ),
      word
    )
    fc.assert(
      fc.property(fc.array(line, {maxLength: 20}), (lines) => {
        const ids = allIds(read(lines.map((parts) => parts.join('')).join('\n')))
        expect(new Set(ids).size).toBe(ids.length)
      })
    )
  })

  it('should not change where another part of the page does', () => {
    const page =
      '=== Outcome 1 ===\n==== Goals ====\n* Wind\n=== Outcome 2 ===\n==== Goals ====\n* Sail {{done}}\n'
    const changed = page.replace('* Wind', "* '''Paint'''\n* Row").replace('{{done}}', '{{to do}}')
    expect(sections(changed)[1]?.goals[0]?.id).toBe(sections(page)[1]?.goals[0]?.id)
  })
})
