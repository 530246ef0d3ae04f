/**
 * Every page of wikitext among the fixtures, rendered by a real wiki: its HTML says what the page says, and so
 * does the text that is left when the HTML is flattened, but for what `html-differences.json` lists.
 */
import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {detectDialect, parse, toJson, type ParseOptions} from '../../src/index.ts'
import {checkPositions} from '../laws.ts'
import {facts, readFixtures, type Fixture} from '../utils/fixtures.ts'
import {flatten, type Style} from './flatten.ts'
import {hasWiki, legacyHtml, parsoidHtml} from './wiki.ts'

/** What some ways of reading say differently of a fixture, and why that is as it should be. */
interface Difference {
  fixture: string
  /** `legacy`, `parsoid`, `text` or `text, no edit links`. */
  via: string[]
  /** The paths of the facts that differ; `*` for all that stand below. */
  at: string[]
  reason: string
}

const differences = JSON.parse(
  readFileSync(new URL('html-differences.json', import.meta.url), 'utf8')
) as Difference[]

const pages = readFixtures().flatMap(({name, options, pages}) =>
  pages.filter(({dialect}) => dialect === 'wikitext').map(({source}) => ({name, options, source}))
)

/** The traces that extractors leave, each in turn. */
const styles: Record<string, Style> = {
  'glued edit links': {
    heading: (text) => `${text}\nedit\uE000`,
    bullet: '-',
    status: (label) => label
  },
  'glued edit links in brackets, icons': {
    heading: (text) => `${text}\n[edit]\uE000`,
    bullet: '*',
    status: (label) => `Yes ${label}`
  },
  'edit links on lines of their own, icons named as their labels': {
    heading: (text) => `${text}\nedit`,
    bullet: '•',
    status: (label) => `${label}\u00A0${label}`
  },
  'edit links behind the heading': {
    heading: (text) => `${text} edit`,
    bullet: '-',
    status: (label) => `Y\u00A0${label}`
  },
  'edit links in brackets behind the heading, broken no-break spaces': {
    heading: (text) => `${text}[edit]`,
    bullet: '*',
    status: (label) => `YesÂ ${label}`
  },
  'no edit links': {heading: (text) => text, bullet: '-', status: (label) => label}
}

describe.skipIf(!hasWiki)('the HTML of a real wiki', () => {
  describe.each(pages)('$name', ({name, options, source}) => {
    const expected = factsOf(source, {...options, from: 'wikitext'})

    test.each([
      ['legacy', legacyHtml],
      ['parsoid', parsoidHtml]
    ])('says the same, by the %s parser', async (via, render) => {
      const html = await render(source)
      expect(detectDialect(html)).toBe('html')
      checkPositions(parse(html, {...options, from: 'html'}), html)
      check(name, via, expected, factsOf(html, {...options, from: 'html'}))
    })

    test.each(Object.entries(styles))('says the same as text, with %s', async (traces, style) => {
      const text = flatten(await legacyHtml(source), options.title ?? 'Plan', style)
      const actual = factsOf(text, {...options, from: 'text'})
      check(name, `text, ${traces}`, withoutLinks(expected), withoutLinks(actual))
    })
  })

  test('every difference is of a fixture that there is', () => {
    const names = new Set(pages.map(({name}) => name))
    expect(differences.filter(({fixture}) => !names.has(fixture))).toEqual([])
  })
})

/** The facts of a page by path: `periods.0.sections.1.heading`. */
function factsOf(source: string, options: ParseOptions & Fixture['options']): Map<string, unknown> {
  const found = new Map<string, unknown>()
  collect(facts(toJson(parse(source, options)), false), '', found)
  return found
}

function collect(value: unknown, path: string, found: Map<string, unknown>): void {
  if (value === null || typeof value !== 'object') {
    // Titles are the same with a capital and without; MediaWiki writes them with one.
    const isTarget = path.endsWith('.target') && typeof value === 'string'
    found.set(path, isTarget ? value.charAt(0).toUpperCase() + value.slice(1) : value)
  } else {
    for (const [key, inner] of Object.entries(value))
      collect(inner, path ? `${path}.${key}` : key, found)
  }
}

/** Text says no links but those that it shows. */
function withoutLinks(all: ReadonlyMap<string, unknown>): Map<string, unknown> {
  return new Map([...all].filter(([path]) => !path.includes('.links.')))
}

function check(
  fixture: string,
  via: string,
  expected: ReadonlyMap<string, unknown>,
  actual: ReadonlyMap<string, unknown>
): void {
  const paths = new Set([...expected.keys(), ...actual.keys()])
  const differing = [...paths].filter((path) => expected.get(path) !== actual.get(path))
  const listed = differences.filter(
    (entry) =>
      entry.fixture === fixture &&
      entry.via.some((way) => via === way || via.startsWith(`${way}, `))
  )
  const patterns = listed.flatMap(({at}) => at)
  const matches = (path: string, pattern: string) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern
  const unlisted = differing.filter((path) => !patterns.some((pattern) => matches(path, pattern)))
  const show = (path: string) =>
    `${path}: ${JSON.stringify(expected.get(path))} → ${JSON.stringify(actual.get(path))}`
  expect(unlisted.map(show)).toEqual([])
  const stale = patterns.filter((pattern) => !differing.some((path) => matches(path, pattern)))
  expect(stale, 'listed, but not different any more').toEqual([])
}
