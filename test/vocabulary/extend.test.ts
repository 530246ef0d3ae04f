/** How callers add words, and what they are told of wrong ones. */
import {describe, expect, it, test} from 'vitest'
import {english, extendVocabulary} from '../../src/vocabulary/index.ts'
import type {VocabularyExtension} from '../../src/vocabulary/index.ts'

describe('the English vocabulary', () => {
  it('should have twelve months', () => {
    expect(english.months.map(([name]) => name!.slice(0, 3)).join(' ')).toBe(
      'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'
    )
  })

  it('should not name two statuses alike', () => {
    const names = english.statuses.flatMap(({label, aliases = []}) => [label, ...aliases])
    const lower = names.map((name) => name.toLowerCase())
    expect(new Set(lower).size).toBe(lower.length)
  })
})

describe('an extended vocabulary', () => {
  test.each([undefined, null, {}])('should be English where nothing is added: %j', (extension) => {
    expect(extendVocabulary(extension)).toEqual(english)
  })

  it('should have its own words first', () => {
    const {labels, headings, editLinks} = extendVocabulary({
      labels: {note: ['Notiz']},
      headings: {goals: ['Ziele']},
      editLinks: ['Bearbeiten']
    })
    expect(labels.note).toEqual(['Notiz', ...english.labels.note])
    expect(labels.stretch).toEqual(english.labels.stretch)
    expect(headings.goals[0]).toBe('Ziele')
    expect(editLinks[0]).toBe('Bearbeiten')
  })

  it('should have new statuses behind the old ones', () => {
    const {statuses} = extendVocabulary({statuses: [{value: 'sunk', label: 'Sunk'}]})
    expect(statuses.slice(0, -1)).toEqual(english.statuses)
    expect(statuses.at(-1)).toMatchObject({value: 'sunk', label: 'Sunk'})
  })

  it('should rename a status and keep its old names', () => {
    const {statuses} = extendVocabulary({
      statuses: [{value: 'done', label: 'Erledigt', aliases: ['fertig']}]
    })
    expect(statuses).toHaveLength(english.statuses.length)
    expect(statuses[0]).toMatchObject({
      value: 'done',
      label: 'Erledigt',
      aliases: ['fertig', 'Done', ...english.statuses[0]!.aliases!]
    })
  })

  it('should add names to the months they belong to', () => {
    const names = ['Jänner', 'Feber', 'März', '', '', '', '', '', '', '', '', '']
    const {months} = extendVocabulary({months: names.map((name) => (name ? [name] : []))})
    expect(months[0]).toEqual(['Jänner', 'January', 'Jan'])
    expect(months[11]).toEqual(['December', 'Dec'])
  })

  it('should take a new start of the fiscal year', () => {
    const {fiscalYear} = extendVocabulary({fiscalYear: {startMonth: 1}})
    expect(fiscalYear).toEqual({...english.fiscalYear, startMonth: 1})
  })

  it('should leave English as it is', () => {
    const before = structuredClone(english)
    extendVocabulary({labels: {note: ['Notiz']}, statuses: [{value: 'done', label: 'Erledigt'}]})
    expect(english).toEqual(before)
  })
})

describe('a wrong extension', () => {
  const status = {value: 'x', label: 'X'}

  test.each<[unknown, string]>([
    ['German', 'vocabulary must be an object, not "German"'],
    [[], 'vocabulary must be an object, not []'],
    [7, 'vocabulary must be an object, not 7'],
    [{status: []}, 'vocabulary.status is unknown; known are statuses, months, labels, headings'],
    [
      {labels: {notes: []}},
      'vocabulary.labels.notes is unknown; known are note, dependencies, primaryTeams, stretch'
    ],
    [{labels: []}, 'vocabulary.labels must be an object, not []'],
    [{labels: {note: 'Notiz'}}, 'vocabulary.labels.note must be an array, not "Notiz"'],
    [{labels: {note: ['Notiz', 1]}}, 'vocabulary.labels.note[1] must be a non-empty string, not 1'],
    [{labels: {note: ['']}}, 'vocabulary.labels.note[0] must be a non-empty string, not ""'],
    [{labels: {note: [' ']}}, 'vocabulary.labels.note[0] must be a non-empty string, not " "'],
    [{labels: {note: null}}, 'vocabulary.labels.note must be an array, not null'],
    [{editLinks: [null]}, 'vocabulary.editLinks[0] must be a non-empty string, not null'],
    [{statuses: {}}, 'vocabulary.statuses must be an array, not {}'],
    [{statuses: ['done']}, 'vocabulary.statuses[0] must be an object, not "done"'],
    [{statuses: [null]}, 'vocabulary.statuses[0] must be an object, not null'],
    [
      {statuses: [status, {value: 'y'}]},
      'vocabulary.statuses[1].label must be a non-empty string, not undefined'
    ],
    [
      {statuses: [{label: 'X'}]},
      'vocabulary.statuses[0].value must be a non-empty string, not undefined'
    ],
    [
      {statuses: [{value: 'x', label: ''}]},
      'vocabulary.statuses[0].label must be a non-empty string, not ""'
    ],
    [
      {statuses: [{...status, aliases: 'y'}]},
      'vocabulary.statuses[0].aliases must be an array of non-empty strings, not "y"'
    ],
    [
      {statuses: [{...status, aliases: ['']}]},
      'vocabulary.statuses[0].aliases must be an array of non-empty strings, not [""]'
    ],
    [
      {statuses: [{...status, proseBefore: [7]}]},
      'vocabulary.statuses[0].proseBefore must be an array of non-empty strings, not [7]'
    ],
    [
      {statuses: [{...status, alias: ['y']}]},
      'vocabulary.statuses[0].alias is unknown; known are value, label, aliases'
    ],
    [
      {fields: [{name: 'a'}]},
      'vocabulary.fields[0].labels must be an array of non-empty strings, not undefined'
    ],
    [
      {fields: [{name: 'a', label: 'A'}]},
      'vocabulary.fields[0].label is unknown; known are name, labels'
    ],
    [{months: [['Januar']]}, 'vocabulary.months must be 12 lists of names, not [["Januar"]]'],
    [{months: Array(12).fill('Mai')}, 'vocabulary.months[0] must be an array, not "Mai"'],
    [{months: Array(12).fill([5])}, 'vocabulary.months[0][0] must be a non-empty string, not 5'],
    [
      {fiscalYear: {startMonth: 'July'}},
      'vocabulary.fiscalYear.startMonth must be a month from 1 to 12, not "July"'
    ],
    [
      {fiscalYear: {startMonth: 0}},
      'vocabulary.fiscalYear.startMonth must be a month from 1 to 12, not 0'
    ],
    [
      {fiscalYear: {startMonth: 13}},
      'vocabulary.fiscalYear.startMonth must be a month from 1 to 12, not 13'
    ],
    [
      {fiscalYear: {startMonth: 6.5}},
      'vocabulary.fiscalYear.startMonth must be a month from 1 to 12, not 6.5'
    ],
    [JSON.parse('{"__proto__": {"statuses": []}}'), 'vocabulary.__proto__ is unknown']
  ])('should be refused: %j', (extension, message) => {
    expect(() => extendVocabulary(extension as VocabularyExtension)).toThrow(TypeError)
    expect(() => extendVocabulary(extension as VocabularyExtension)).toThrow(message)
  })
})
