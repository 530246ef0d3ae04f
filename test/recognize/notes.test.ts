/** Notes and their updates, in every house style. */
import {describe, expect, it, test} from 'vitest'
import {notes, outcome, problems, statusText} from './read.ts'

const head = '=== Outcome 1 ===\n==== Status ====\n'

describe('a note', () => {
  test.each([
    ['a bold line', "'''Note: August 14, 2030'''\n* The key is found.\n* It turns."],
    ['a bold word', "'''Note''': August 14, 2030\n* The key is found.\n* It turns."],
    ['a bold word with its colon', "'''Note:''' August 14, 2030\n* The key is found.\n* It turns."],
    [
      'a bold line with its colon outside',
      "'''Note: August 14, 2030''':\n* The key is found.\n* It turns."
    ],
    ['an italic line', "''Note: August 14, 2030''\n* The key is found.\n* It turns."],
    ['a plain line', 'Note: August 14, 2030\n* The key is found.\n* It turns.'],
    ['a plain line without a colon', 'Note August 14, 2030\n* The key is found.\n* It turns.'],
    ['a plain line with a dash', 'Note – August 14, 2030\n* The key is found.\n* It turns.'],
    ['a plain line with brackets', 'Note (August 14, 2030)\n* The key is found.\n* It turns.'],
    ['an update’s', 'Update: August 14, 2030\n* The key is found.\n* It turns.'],
    ['a term', ';Note: August 14, 2030\n:The key is found.\n:It turns.'],
    ['a term with a list', ';Note: August 14, 2030\n* The key is found.\n* It turns.'],
    ['a heading', '===== Note: August 14, 2030 =====\n* The key is found.\n* It turns.'],
    ['a heading that is a date', '===== August 14, 2030 =====\n* The key is found.\n* It turns.'],
    ['an item', '* Note: August 14, 2030\n** The key is found.\n** It turns.'],
    ['a bold item that is a date', "* '''August 14, 2030'''\n** The key is found.\n** It turns."],
    ['an item with numbered updates', '* August 14, 2030\n*# The key is found.\n*# It turns.'],
    ['a date alone', 'August 14, 2030\n* The key is found.\n* It turns.'],
    ['a date and a colon', 'August 14, 2030:\n* The key is found.\n* It turns.'],
    ['a date in brackets', '[August 14, 2030]\n* The key is found.\n* It turns.'],
    ['a date with numbered updates', "'''August 14, 2030'''\n# The key is found.\n# It turns."],
    ['a date and running text', 'August 14, 2030\n\nThe key is found.\n\nIt turns.'],
    ['a date with an update on its line', 'August 14, 2030 - The key is found.\n* It turns.'],
    [
      'a date and a colon with an update on its line',
      'August 14, 2030: The key is found.\n* It turns.'
    ]
  ])('should be %s', (_, body) => {
    expect(notes(body)).toMatchObject([
      {date: {value: '2030-08-14'}, updates: [{text: 'The key is found.'}, {text: 'It turns.'}]}
    ])
    expect(problems(head + body)).toEqual([])
  })

  it('should be several', () => {
    const body = 'Note: July 2030\n* a\nNote: August 2030\n* b\n\n2031\n* c'
    expect(notes(body).map(({date, updates}) => [date?.value, updates[0]?.text])).toEqual([
      ['2030-07', 'a'],
      ['2030-08', 'b'],
      ['2031', 'c']
    ])
  })

  it('should be several items', () => {
    const body = '* July 2030\n** a\n* August 2030: b\n** c'
    expect(
      notes(body).map(({date, updates}) => [date?.value, updates.map(({text}) => text)])
    ).toEqual([
      ['2030-07', ['a']],
      ['2030-08', ['b', 'c']]
    ])
  })

  test.each([
    ...[
      'In August 2030 the key was found.',
      'August 14, 2030 was a fine day.',
      'August was fine',
      '1200 – that many lamps'
    ],
    ...[
      '2030 boats',
      'Notes of the harbour',
      'Noted: August 2030',
      'Noteworthy',
      'Nothing',
      'Since July 2030'
    ]
  ])('should not be opened by an update that says %s', (line) => {
    const body = `Note: July 2030\n* ${line}\n\n${line}`
    expect(notes(body)).toMatchObject([
      {date: {value: '2030-07'}, updates: [{text: line}, {text: line}]}
    ])
  })

  it('should be opened before the status heading only where it says so', () => {
    expect(
      outcome("==== Goals ====\n* Wind\n\n'''Note: July 2030'''\n* Wound").notes
    ).toMatchObject([{date: {value: '2030-07'}, updates: [{text: 'Wound'}]}])
    expect(outcome("==== Goals ====\n\n'''July 2030'''\n* Wind").notes).toEqual([])
    expect(outcome("==== Goals ====\n\n'''Note'''\n* Wind").notes).toEqual([])
  })
})

describe('a note without a date', () => {
  test.each([
    ['Note:\n* The key is found.', 'Note:'],
    ['Note\n* The key is found.', 'Note'],
    ["'''Note'''\n* The key is found.", "'''Note'''"],
    ['Note: The key is found.', 'Note: The key is found.'],
    ['Notes: The key is found.', 'Notes: The key is found.']
  ])('should be reported at its word: %j', (body, place) => {
    expect(notes(body)).toMatchObject([
      {id: 'period-1/outcome-1/undated', date: null, updates: [{text: 'The key is found.'}]}
    ])
    expect(problems(head + body)).toEqual([`note-undated: ${place}`])
  })

  it('should hold the updates that stand before any note', () => {
    const body = '* The key is found.\n* It turns.\n\nNote: July 2030\n* Wound.'
    expect(notes(body)).toMatchObject([
      {date: null, updates: [{text: 'The key is found.'}, {text: 'It turns.'}]},
      {date: {value: '2030-07'}, updates: [{text: 'Wound.'}]}
    ])
    expect(problems(head + body)).toHaveLength(1)
    expect(problems(head + body)[0]).toMatch(/^note-undated: \* The key/)
  })
})

describe('an update', () => {
  function update(line: string) {
    const [note] = notes(`Note: July 2030\n* ${line}`)
    const {text, statuses, updates, links} = note!.updates[0]!
    return {text, statuses: statuses.map(statusText), updates, links}
  }

  test.each([
    ['{{done}} The key is found.', 'The key is found.', 1],
    ['{{done}}The key is found.', 'The key is found.', 1],
    ["'''{{done}}''' The key is found.", 'The key is found.', 1],
    ['{{done}} - and more', '- and more', 1],
    ['{{done}}, at last', ', at last', 1],
    ['{{done}} {{to do}} both', 'both', 2],
    ['{{done}}', '', 1],
    ['Clocks are {{done}} but keys are lost', 'Clocks are Done but keys are lost', 1],
    ['{{done}} Clocks; keys {{to do}}', 'Clocks; keys To do', 2],
    ['The key is found {{done}}', 'The key is found Done', 1],
    ['({{done}}) The key', '(Done) The key', 1],
    ['No marker', 'No marker', 0]
  ])('should have its markers, and not those that open it in its text: %s', (line, text, count) => {
    const found = update(line)
    expect(found.text).toBe(text)
    expect(found.statuses).toHaveLength(count)
  })

  it('should have its markers in order', () => {
    expect(update('{{done}} a <<To do>> b {[stalled}}').statuses).toEqual([
      'done template {{done}}',
      'to-do angle <<To do>>',
      'stalled malformed {[stalled}}'
    ])
  })

  it('should have updates of its own', () => {
    const [note] = notes('Note: July 2030\n* a\n** b\n*** c\n** d\n* e')
    expect(note?.updates).toMatchObject([
      {text: 'a', updates: [{text: 'b', updates: [{text: 'c'}]}, {text: 'd'}]},
      {text: 'e', updates: []}
    ])
  })

  it('should be the first on a note’s line, with its markers', () => {
    expect(notes('July 23, 2031 - {{in progress}}')).toMatchObject([
      {
        date: {value: '2031-07-23', raw: 'July 23, 2031'},
        updates: [{text: '', statuses: [{value: 'in-progress'}]}]
      }
    ])
  })

  it('should have its links', () => {
    expect(update('See [[Boats]] and T912345.').links).toEqual([
      {kind: 'wiki', target: 'Boats', text: 'Boats'},
      {kind: 'task', target: 'T912345', text: 'T912345'}
    ])
  })
})
