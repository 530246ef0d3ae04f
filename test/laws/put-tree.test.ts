/**
 * Laws 3 and 4 for edits that are made in a plan tree or in Markdown, and how new things are written; more of both
 * is in `put.test.ts`.
 */
import fc from 'fast-check'
import {describe, it} from 'vitest'
import {plainSteps, steps} from '../arbitraries/edits.ts'
import {check} from './put-check.ts'
import {hold, runs, timeout} from './put-hold.ts'
import {sources} from './put-sources.ts'
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
