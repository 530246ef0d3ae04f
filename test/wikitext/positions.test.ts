import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parseWikitext} from '../../src/syntax/wikitext/index.ts'
import {nasty, wikitext} from '../arbitraries/wikitext.ts'
import {checkPositions, treeDepth} from '../laws.ts'

describe('law 1: true positions', () => {
  it('should hold on any page', () => {
    fc.assert(
      fc.property(wikitext(), (source) => checkPositions(parseWikitext(source), source)),
      {numRuns: 10_000}
    )
  })

  it('should hold on any string', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (source) =>
        checkPositions(parseWikitext(source), source)
      )
    )
  })

  it.each(nasty.map((source) => [source.slice(0, 40), source]))(
    'should hold on %j',
    (_, source) => {
      const tree = parseWikitext(source)
      checkPositions(tree, source)
      expect(treeDepth(tree)).toBeLessThanOrEqual(101)
    }
  )
})
