/**
 * One meaning (law 8): a page marked up for translation says what the cleaned page says, which is what
 * readers of the wiki see.
 */
import {isDeepStrictEqual} from 'node:util'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parse, toWikitext} from '../../src/index.ts'
import {checkPositions} from '../laws.ts'
import {readFamilies} from '../utils/families.ts'
import {clean, markUp, styles} from '../utils/translate.ts'
import {corpus, fixtures} from './put-sources.ts'
import {said} from './translate-edits.ts'

const numRuns = Number(process.env['RUNS'] ?? 300)

/** Each page without markup for translation, its lines ended as a wiki saves them. */
const pages = [...fixtures, ...readFamilies(), ...corpus]
  .map((source) => ({...source, page: clean(source.page.replaceAll(/\r\n?/g, '\n'))}))
  // A marker where the extension has none stays.
  .filter(({page}) => !page.includes('<!--T:'))

describe('a page marked up for translation', () => {
  describe.each(styles)('in the style %s', (style) => {
    it('should say what the cleaned page says', {timeout: 600_000}, () => {
      const property = fc.property(fc.constantFrom(...pages), fc.nat(), (source, seed) => {
        const page = markUp(source.page, seed, style)
        const [actual, expected] = [page, clean(page)].map((page) => said({...source, page}))
        if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected)
        const plan = parse(page, {from: 'wikitext'})
        checkPositions(plan, page)
        expect(toWikitext(plan, {source: page})).toBe(page)
      })
      fc.assert(property, {numRuns: Math.ceil(numRuns / styles.length)})
    })

    it('should clean to the page, but for blanks', () => {
      for (const [seed, {page: source}] of pages.entries()) {
        const bare = (page: string): string => page.replace(/[ \t]+$/gm, '').replace(/\s+$/, '')
        expect(bare(clean(markUp(source, seed, style)))).toBe(bare(source))
      }
    })
  })
})
