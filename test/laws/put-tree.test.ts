/**
 * Laws 3 and 4 for edits that are made in a plan tree or in Markdown, and how new things are written; more of both
 * is in `put.test.ts`.
 */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {apply, parse, toMarkdown} from '../../src/index.ts'
import {plainSteps, steps} from '../arbitraries/edits.ts'
import {check} from './put-check.ts'
import {hold, runs, timeout} from './put-hold.ts'
import {fixtures, sources} from './put-sources.ts'
import {checkStyle, styled} from './put-style.ts'

describe('edits', () => {
  it('should be all that the page says and loses, made in the tree', {timeout}, () => {
    hold(fc.tuple(sources, steps), 'tree', runs / 3)
  })

  it('should be all that the page says and loses, made in Markdown', {timeout}, () => {
    hold(fc.tuple(sources, plainSteps), 'markdown', runs / 10)
  })

  it('should be written as their neighbours are', {timeout}, () => {
    const property = fc.property(styled, steps, (page, steps) => {
      const {result, done} = check(page.source, steps, 'json')
      if (result === null) return
      const wrong = checkStyle(page, steps, result)
      if (wrong.length > 0) throw new Error([`after ${done.join(', ')}:`, ...wrong].join('\n'))
    })
    fc.assert(property, {numRuns: runs / 10})
  })
})

/** What somebody does with `sed`, and what they expect of the page. */
const hand: [what: string, markdown: [string, string], wikitext: [string, string]][] = [
  [
    'a status',
    ['Oil the spring `In progress`', 'Oil the spring `Done`'],
    ['Oil the spring {{In progress}}', 'Oil the spring {{done}}']
  ],
  [
    'a word of a title',
    ['Wind the clocks', 'Wind all clocks'],
    ['Wind the clocks', 'Wind all clocks']
  ],
  [
    'a new task',
    ['- Find the key\n', '- Find the key\n- Turn it\n'],
    ['* Find the key\n', '* Find the key\n* Turn it\n']
  ],
  [
    'a task less',
    ['- Agree on the times with the pilots\n', ''],
    ['* Agree on the times with the pilots\n', '']
  ],
  ['a date', ['**Note: July 2030**', '**Note: June 2030**'], ['Note: July 2030', 'Note: June 2030']]
]

describe('Markdown changed by hand', () => {
  const {page, title} = fixtures.find(({name}) => name === 'house-style')!
  const markdown = toMarkdown(parse(page, {from: 'wikitext', title}))
  it.each(hand)('should put %s into the page', (_, [was, is], [old, now]) => {
    expect(markdown.split(was)).toHaveLength(2)
    expect(apply(page, markdown.replace(was, is))).toBe(page.replace(old, now))
  })
})
