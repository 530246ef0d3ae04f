/** wikiparser-node and wikiplan's own engine, page by page. */
import {existsSync, readFileSync} from 'node:fs'
import {pathToFileURL} from 'node:url'
import {isDeepStrictEqual} from 'node:util'
import fc from 'fast-check'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import * as own from '../../src/index.ts'
import {parse, parseWikitext, toWikitext} from '../../src/wikiparser-node/index.ts'
import {mutated} from '../arbitraries/mutate.ts'
import {nasty, openers, wikitext} from '../arbitraries/wikitext.ts'
import {planPage} from '../arbitraries/plan-page.ts'
import {checkPositions} from '../laws.ts'
import {readFixtures} from '../utils/fixtures.ts'
import differences from './differences.json' with {type: 'json'}
import {odd, pages} from './pages.ts'

const fixtures = readFixtures().flatMap(({name, options, pages}) =>
  pages.map((page) => ({...page, name: `${name}/${page.name}`, options}))
)

/** Whether a page holds one that is listed as different. */
function differs(page: string): boolean {
  return differences.some((difference) => page.includes(difference.page))
}

describe('the same tree from either engine', () => {
  it.each(fixtures.filter(({dialect}) => dialect === 'wikitext'))('$name', ({source}) => {
    expect(parseWikitext(source)).toEqual(own.parseWikitext(source))
  })

  it.each([...pages, ...odd, ...nasty].filter((page) => !differs(page)))('%j', (page) => {
    expect(parseWikitext(page)).toEqual(own.parseWikitext(page))
  })

  it('any plan page', () => {
    const property = fc.property(planPage, ({page}) =>
      isDeepStrictEqual(parseWikitext(page), own.parseWikitext(page))
    )
    fc.assert(property, {numRuns: 200})
  })
})

describe('listed as different', () => {
  it.each(differences)('$page', ({page, reason}) => {
    expect(reason).not.toBe('')
    expect(parseWikitext(page)).not.toEqual(own.parseWikitext(page))
  })
})

describe('the same plan and messages from either engine', () => {
  it.each(fixtures)('$name', ({source, dialect, options}) => {
    const files = [new VFile(source), new VFile(source)] as const
    const plan = parse(files[0], {...options, from: dialect})
    expect(own.toJson(plan)).toEqual(own.toJson(own.parse(files[1], {...options, from: dialect})))
    expect(files[0].messages.map(String)).toEqual(files[1].messages.map(String))
    expect(toWikitext(plan, {vocabulary: options.vocabulary, source})).toBe(source)
  })

  const corpus = new URL('../../../shared/corpus/', import.meta.url)

  it.skipIf(!existsSync(corpus))('the facts known of a real page', async () => {
    const read = (name: string) => readFileSync(new URL(`tec6-goals/${name}`, corpus), 'utf8')
    const {compare} = (await import(pathToFileURL(new URL('facts.mjs', corpus).pathname).href)) as {
      compare: (facts: unknown, plan: unknown) => {checked: number; differences: string[]}
    }
    const plan = own.toJson(parse(read('page.wiki')))
    const found = compare(JSON.parse(read('page.wiki.json')), plan)
    expect(found).toEqual({checked: 973, differences: []})
  })
})

describe('law 1: true positions', () => {
  it.each([...odd, ...pages, ...nasty, ...fixtures.map(({source}) => source)])('%j', (page) => {
    checkPositions(parseWikitext(page), page)
  })

  it.each([
    ['any page', wikitext()],
    ['any broken plan', mutated(fixtures.map(({source}) => source))]
  ])('should hold on %s', (_, anyPage) => {
    fc.assert(
      fc.property(anyPage, (page) => checkPositions(parseWikitext(page), page)),
      {numRuns: 300}
    )
  })
})

describe('what wikiparser-node is not up to', () => {
  const deep = ['{{a|', '{{{a|', '[[a|', '{|\n|\n'].map((opener) => opener.repeat(2000))

  it.each([...deep, `${'{{a|'.repeat(2000)}${'}}'.repeat(2000)}`])('%.8j…: read alone', (page) => {
    expect(parseWikitext(page)).toEqual(own.parseWikitext(page))
  })

  it.each(openers)('should read many %j', (opener) => {
    const page = opener.repeat(1000)
    checkPositions(parseWikitext(page), page)
  })
})
