/** Messages: what is wrong with a page, where, and what could stand there instead. */
import {describe, expect, it, test} from 'vitest'
import {messagesOf, problems} from './read.ts'

const notes = '=== Outcome 1 ===\n==== Status ====\n'
const goals = '=== Outcome 1 ===\n==== Goals ====\n'

describe('a message', () => {
  test.each([
    ['status-malformed', `${goals}* Wind {[done}}`, '{[done}}', '{[done}}'],
    ['status-malformed', `${notes}Note: 2030\n* <{{done}} a`, '<{{done}}', '<{{done}}'],
    [
      'status-misspelt',
      `${goals}* Wind {{partialy done}}`,
      '{{partialy done}}',
      '{{partialy done}}'
    ],
    ['status-unknown', `${goals}* Wind {{nearly}}`, '{{nearly}}', '{{nearly}}'],
    [
      'status-unknown',
      `${goals}===== {{nearly there}} Wind =====`,
      '{{nearly there}}',
      '{{nearly there}}'
    ],
    ['status-unknown', `${notes}Note: 2030\n* {{nearly}} a`, '{{nearly}}', '{{nearly}}'],
    ['status-unknown', `${notes}Note: 2030\n* {{nearly}}`, '{{nearly}}', '{{nearly}}'],
    ['date-impossible', `${notes}Note: June 31, 2031\n* a`, 'June 31, 2031', 'June 31, 2031'],
    ['note-undated', `${notes}'''Note:'''\n* a`, "'''Note:'''", undefined],
    ['goals-empty', `${goals}==== Status ====\nNote: 2030\n* a`, '==== Goals ====', undefined],
    ['goals-empty', `${goals}=== Outcome 2 ===`, '==== Goals ====', undefined],
    ['goals-empty', `=== Outcome 1 ===\n'''Goals'''`, "'''Goals'''", undefined],
    ['outcome-duplicate', `${goals}* a\n== Outcome 1 ==\n`, '== Outcome 1 ==', 'Outcome 1'],
    ['outcome-unparsed', '=== Outcome two ===\n', '=== Outcome two ===', 'Outcome two']
  ])('should be %s, with its place', (ruleId, source, place, actual) => {
    expect(problems(source)).toEqual([`${ruleId}: ${place}`])
    const [message] = messagesOf(source)
    expect(message).toMatchObject({ruleId, source: 'wikiplan', fatal: false})
    expect(message!.actual).toBe(actual)
    expect(message!.note ?? 'None.').toMatch(/^[A-Z].*\.$/)
    expect(message!.reason).toMatch(/^\S.*\S$/)
  })

  const table = (rows: string): string => `=== Program 1 ===\n{|\n! ${rows}|}\n`

  test.each([
    // The goal's cell; the earlier of two status columns.
    ['Goal !! Status\n|-\n| Wind {{done}} || {{to do}}\n', ['{{done}}']],
    ['Goal !! Status !! Current status\n|-\n| Wind || {{to do}} || Done\n', ['{{to do}}']],
    ['Status !! Goal !! Status\n|-\n| Done || Wind {{to do}} || Stalled\n', ['Done', '{{to do}}']],
    // A later row of a goal.
    ['Goal !! Status\n|-\n| rowspan="2" | Wind || {{done}}\n|-\n| {{to do}}\n', ['{{to do}}']]
  ])('should say where a table contradicts itself: %j', (rows, places) => {
    expect(problems(table(rows))).toEqual(places.map((place) => `status-conflict: ${place}`))
  })

  test.each([
    'Goal !! Status\n|-\n| Wind {{done}} || Done, late\n',
    'Goal !! Status !! Status\n|-\n| Wind || {{done}} ||\n|-\n| Ring || || {{to do}}\n',
    // A mark in a column of its own is no status; a task, or one goal of several, has its own.
    'Goal !! Required !! Status\n|-\n| Wind || {{yes}} || {{to do}}\n',
    'Goal !! Status\n|-\n| Wind\n* Oil {{done}}\n| {{to do}}\n',
    'Goal !! Status\n|-\n|\n* Wind {{done}}\n* Oil\n| {{to do}}\n',
    'Goal !! Status\n|-\n| Wind || rowspan="2" | {{to do}}\n|-\n| Ring {{done}}\n'
  ])('should not say so of a table that does not: %j', (rows) => {
    expect(problems(table(rows))).toEqual([])
  })

  it('should have a place by line and column', () => {
    const [message] = messagesOf(`${notes}Note: June 31, 2031\n* a`)
    expect(message).toMatchObject({line: 3, column: 7, place: {end: {line: 3, column: 20}}})
  })

  test.each([
    ['status-malformed', `${goals}* Wind {[done}}`, ['{{Done}}']],
    ['outcome-unparsed', '=== Outcome two ===\n', expect.arrayContaining(['Outcome 1 / Output 2'])],
    ['note-undated', `${notes}Note:\n* a`, ['Note: August 14, 2030']],
    [
      'status-unknown',
      `${goals}* Wind {{nearly}}`,
      expect.arrayContaining(['{{Done}}', '{{In progress}}'])
    ]
  ])('should say what could stand there: %s', (ruleId, source, expected) => {
    expect(messagesOf(source)).toMatchObject([{ruleId, expected}])
  })

  it('should say that the page is no plan', () => {
    for (const source of ['', 'Boats.', '== Boats ==\n* Goal Owner: Ada', '{{done}}']) {
      expect(messagesOf(source).map(({ruleId}) => ruleId)).toEqual(['plan-missing'])
    }
  })

  it('should stand in the order of the page', () => {
    const source =
      '=== Outcome two ===\n==== Goals ====\n* Wind {{done}\n==== Status ====\n* a\nNote: June 31, 2031\n* {{nearly}}\n'
    expect(messagesOf(source).map(({ruleId}) => ruleId)).toEqual([
      ...[
        'outcome-unparsed',
        'status-malformed',
        'note-undated',
        'date-impossible',
        'status-unknown'
      ]
    ])
  })

  test.each([
    ['a status at both ends', `${goals}* {{done}} Wind {{to do}}`],
    ['a template with arguments', `${goals}* Wind {{boats|2}}`],
    ['a task’s template', `${goals}* Wind {{phab|T208612}}`],
    ['a template within the line', `${goals}* Wind {{clocks}} now`],
    ['a template behind an update', `${notes}Note: 2030\n* a {{clocks}}`],
    ['a template on a line of its own', `{{navigation}}\n${goals}* Wind\n{{clocks}}`],
    ['a template with a path', `${goals}* Wind {{/clocks}}`],
    ['a parser function', `${goals}* Wind {{#if: a | b}}`],
    ['an outcome of another name', `${goals}* a\n=== Outcome 1 (Boats) ===`],
    ['an outcome twice, in two quarters', `== Q1 ==\n${goals}* a\n== Q2 ==\n${goals}* a`],
    ['goals behind teams', `${goals}Primary team: A\n* Wind`],
    ['a date as precise as a year', `${notes}2030\n* a`],
    ['a malformed status in a comment', `${goals}* Wind <!-- {[done}} -->`]
  ])('should not be there for %s', (_, source) => expect(problems(source)).toEqual([]))

  it('should be there for names that differ in case only', () => {
    const source = `${goals}* a\n=== Outcome 1 (Boats) ===\n=== Outcome 1 (boats) ===`
    expect(problems(source)).toEqual(['outcome-duplicate: === Outcome 1 (boats) ==='])
  })
})
