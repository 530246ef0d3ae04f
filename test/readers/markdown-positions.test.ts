/** Law 1 on Markdown: every node stands where it says. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readMarkdown} from '../../src/syntax/markdown/read.ts'
import {english} from '../../src/vocabulary/index.ts'
import {markdown} from '../arbitraries/markdown.ts'
import {checkPositions} from '../laws.ts'

describe('positions of Markdown', () => {
  it('should be true on any page', () => {
    const property = fc.property(markdown(), (source) => {
      checkPositions(readMarkdown(source, english), source)
    })
    fc.assert(property, {numRuns: Number(process.env['RUNS'] ?? 2000)})
  })
})
