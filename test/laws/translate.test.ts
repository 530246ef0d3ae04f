/**
 * One meaning (law 8): a page marked up for translation says what the cleaned page says, which is what
 * readers of the wiki see.
 */
import {isDeepStrictEqual} from 'node:util'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parse, toJson, toWikitext} from '../../src/index.ts'
import {checkPositions} from '../laws.ts'
import {readFixtures} from '../utils/fixtures.ts'
import {clean, markUp, styles} from '../utils/translate.ts'

const numRuns = Number(process.env['RUNS'] ?? 300)

/** Each page without markup for translation, its lines ended as a wiki saves them. */
const pages = [...fixtures(), ...corpus()].map(({name, source}) => ({
  name,
  source: clean(source.replaceAll(/\r\n?/g, '\n'))
}))

function fixtures(): {name: string; source: string}[] {
  return readFixtures().flatMap(({name, pages}) =>
    pages
      .filter(({dialect}) => dialect === 'wikitext')
      .map(({source}) => ({name: `fixtures/${name}`, source}))
  )
}

/** Real pages, where they are at hand. */
function corpus(): {name: string; source: string}[] {
  const root = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
  if (!existsSync(root)) return []
  return ['families', 'tec6-goals'].flatMap((folder) =>
    readdirSync(root + folder)
      .filter((file) => file.endsWith('.wiki'))
      .map((file) => ({name: file, source: readFileSync(`${root}${folder}/${file}`, 'utf8')}))
  )
}

/** What a page says: ids and hashes are made from its very text. */
function said(page: string): unknown {
  return JSON.parse(
    JSON.stringify(toJson(parse(page, {from: 'wikitext'})), (key, value: unknown) =>
      key === 'id' || key === 'hash' ? undefined : value
    )
  )
}

describe('a page marked up for translation', () => {
  describe.each(styles)('in the style %s', (style) => {
    it('should say what the cleaned page says', {timeout: 600_000}, () => {
      const property = fc.property(fc.constantFrom(...pages), fc.nat(), ({source}, seed) => {
        const page = markUp(source, seed, style)
        const [actual, expected] = [said(page), said(clean(page))]
        if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected)
        const plan = parse(page, {from: 'wikitext'})
        checkPositions(plan, page)
        expect(toWikitext(plan, {source: page})).toBe(page)
      })
      fc.assert(property, {numRuns: Math.ceil(numRuns / styles.length)})
    })

    it('should clean to the page, but for blanks', () => {
      for (const [seed, {source}] of pages.entries()) {
        const bare = (page: string): string => page.replace(/[ \t]+$/gm, '').replace(/\s+$/, '')
        expect(bare(clean(markUp(source, seed, style)))).toBe(bare(source))
      }
    })
  })
})
