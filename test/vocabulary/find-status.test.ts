/** Which status a template's name stands for. */
import {describe, expect, it, test} from 'vitest'
import {english, extendVocabulary, findStatus} from '../../src/vocabulary/index.ts'

function valueOf(name: string): string | undefined {
  return findStatus(english, name)?.value
}

/** The value and whether it was guessed: `done`, `done?`. */
function guess(name: string): string | undefined {
  const found = findStatus(english, name)
  return found && found.value + (found.misspelt ? '?' : '')
}

describe('names of statuses', () => {
  test.each([
    ['done', 'Done, complete, completed, finished'],
    ['in-progress', 'In progress, inprogress, ongoing, wip, doing, started, working'],
    ['partially-done', 'Partially done, partly done, partial, mostly done'],
    ['to-do', 'To do, todo, not started, planned'],
    ['postponed', 'Postponed, deferred, delayed'],
    ['stalled', 'Stalled, on hold, paused'],
    ['blocked', 'Blocked'],
    ['not-done', 'Not done, undone, not complete, incomplete, missed'],
    ['cancelled', 'Cancelled, canceled, declined, dropped, abandoned']
  ])('should be known of %s: %s', (value, names) => {
    for (const name of [value, ...names.split(', ')]) expect(guess(name), name).toBe(value)
  })

  test.each(['In progress', 'in progress', 'IN PROGRESS', 'In_progress', '_in__progress_'])(
    'should be compared as titles are, without case: %j',
    (name) => expect(guess(name)).toBe('in-progress')
  )

  test.each([
    ' in \t progress ',
    '\nIn progress\n',
    'Template:In progress',
    'template: in_progress'
  ])('should be compared without blank space and namespace: %j', (name) =>
    expect(guess(name)).toBe('in-progress')
  )

  test.each([
    ['partialy done', 'partially-done'],
    ['patially dne', 'partially-done'],
    ['in progres', 'in-progress'],
    ['in porgress', 'in-progress'],
    ['postpned', 'postponed'],
    ['postpoonned', 'postponed'],
    ['cancled', 'cancelled'],
    ['complted', 'done'],
    ['not startd', 'to-do'],
    ['Template:Partialy_done', 'partially-done']
  ])('should be guessed up to two letters off where they have eight: %s', (name, value) => {
    expect(guess(name)).toBe(`${value}?`)
  })

  test.each([
    ['stalld', 'stalled'],
    ['staled', 'stalled'],
    ['blockd', 'blocked'],
    ['blokced', 'blocked'],
    ['not don', 'not-done'],
    ['notdone', 'not-done']
  ])('should be guessed one letter off where they have five: %s', (name, value) => {
    expect(guess(name)).toBe(`${value}?`)
  })

  test.each([
    ['doen', 'done'],
    ['dnoe', 'done'],
    ['donne', 'done'],
    ['donee', 'done'],
    ['ddone', 'done'],
    ['to ddo', 'to-do'],
    ['toodo', 'to-do']
  ])(
    'should be guessed with letters swapped or doubled where they are short: %s',
    (name, value) => {
      expect(guess(name)).toBe(`${value}?`)
    }
  )

  test.each(['postpxyzed', 'in progrxyz', 'partixxxy done'])(
    'should not be guessed three letters off: %s',
    (name) => expect(guess(name)).toBeUndefined()
  )

  test.each(['stlld', 'blacket', 'undines', 'not dn', 'ongng'])(
    'should not be guessed two letters off where they have five: %s',
    (name) => expect(guess(name)).toBeUndefined()
  )

  test.each([
    'none',
    'don',
    'dome',
    'dose',
    'date',
    'dune',
    'dones',
    'one',
    'to go',
    'to dot',
    'wap',
    'wiip'
  ])('should not be guessed from other short words: %s', (name) =>
    expect(guess(name)).toBeUndefined()
  )

  test.each(['passed', 'defined', 'declared', 'complex', 'planted', 'stated', 'wording', 'partal'])(
    'should not be guessed from words near an alias: %s',
    (name) => expect(guess(name)).toBeUndefined()
  )

  test.each(['tone', 'gone', 'rn progress', 'tlocked', 'artially done'])(
    'should not be guessed where the first letter is wrong: %s',
    (name) => expect(guess(name)).toBeUndefined()
  )

  test.each([
    ...[
      'note',
      'notes',
      'clear',
      'main',
      'phab',
      'Tracked',
      'doc',
      'stub',
      'tl',
      'anchor',
      'Draft'
    ],
    ...[
      'done by',
      'todo list',
      'donor',
      'blocked user',
      'block',
      'working group',
      'in progress since'
    ],
    ...['User:Done', 'Help:Done', 'Done/doc', '#if:done', 'Template:Template:Done', 'subst:done']
  ])('should not be found in the template {{%s}}', (name) => expect(guess(name)).toBeUndefined())

  test.each(['', ' ', '_', 'Template:', '__proto__', 'constructor', 'toString', 'done'.repeat(50)])(
    'should not be found in %j',
    (name) => expect(guess(name)).toBeUndefined()
  )

  it('should be the first status’s where two claim one', () => {
    const vocabulary = extendVocabulary({
      statuses: [{value: 'shipped', label: 'Shipped', aliases: ['done', 'sent']}]
    })
    expect(findStatus(vocabulary, 'done')?.value).toBe('done')
    expect(findStatus(vocabulary, 'sent')?.value).toBe('shipped')
  })

  it('should be found by their own name before another’s misspelt one', () => {
    const vocabulary = extendVocabulary({statuses: [{value: 'installed', label: 'Stalle'}]})
    expect(valueOf('stalled')).toBe('stalled')
    expect(findStatus(vocabulary, 'Stalle')).toEqual({
      value: 'installed',
      label: 'Stalle',
      misspelt: false
    })
  })
})
