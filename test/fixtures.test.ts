import {isDeepStrictEqual} from 'node:util'
import {describe, expect, test} from 'vitest'
import {VFile} from 'vfile'
import {
  fromJson,
  parse,
  parseWikitext,
  toJson,
  toMarkdown,
  toWikitext,
  type PlanJson
} from '../src/index.ts'
import {checkPositions} from './laws.ts'
import {
  expectation,
  facts,
  printMessages,
  printPlan,
  readFile,
  readFixtures,
  type Fixture,
  type Page
} from './utils/fixtures.ts'

const review = 'run with UPDATE=1 and review'

for (const fixture of readFixtures()) {
  describe(`fixtures/${fixture.name}`, () => {
    testFixture(fixture)
    for (const page of fixture.pages) describe(page.name, () => testPage(fixture, page))
  })
}

function testFixture(fixture: Fixture) {
  test('has the messages that it should have', () => {
    const messages = fixture.pages.map((page) => printMessages(page, read(fixture, page).file))
    const actual = messages.join('')
    expect(actual).toBe(expectation(fixture.name, 'messages.txt', actual))
  })

  test('is written as Markdown', () => {
    const actual = toMarkdown(read(fixture, fixture.pages[0]).plan, {
      vocabulary: fixture.options.vocabulary
    })
    const expected = expectation(fixture.name, 'plan.md', actual)
    expect(actual, expected ? undefined : `plan.md is missing: ${review}`).toBe(expected)
  })
}

function testPage(fixture: Fixture, page: Page) {
  const {options} = fixture

  test('is read as a person reads it', () => {
    const actual = toJson(read(fixture, page).plan)
    const expected = expectation(fixture.name, page.ownPlan, ownPlan(fixture, page, actual))
    if (expected) expect(actual).toEqual(JSON.parse(expected))
    else expect(sharedFacts(fixture, actual)).toEqual(sharedFacts(fixture, primaryPlan(fixture)))
  })

  test('is taken for what it is', () => {
    const file = new VFile(page.source)
    const plan = parse(file, {...options, from: 'auto'})
    expect(plan.dialect).toBe(page.dialect)
    expect(plan).toEqual(read(fixture, page).plan)
    expect(file.messages.map((message) => message.ruleId)).toContain('dialect')
  })

  test('has true positions', () => {
    checkPositions(read(fixture, page).plan, page.source)
    if (page.dialect === 'wikitext') checkPositions(parseWikitext(page.source), page.source)
  })

  if (page.dialect === 'wikitext') {
    test('is given back as it was', () => {
      const {plan} = read(fixture, page)
      expect(toWikitext(plan, {vocabulary: options.vocabulary, source: page.source})).toBe(
        page.source
      )
    })
  }

  test('says the same through wikitext', () => {
    const {plan} = read(fixture, page)
    const again = parse(toWikitext(plan, {vocabulary: options.vocabulary}), {
      ...options,
      from: 'wikitext'
    })
    expect(facts(toJson(again), false)).toEqual(facts(toJson(plan), false))
  })

  test('says the same through Markdown', () => {
    const {plan} = read(fixture, page)
    const again = parse(toMarkdown(plan, {vocabulary: options.vocabulary}), {
      ...options,
      from: 'markdown'
    })
    expect(facts(toJson(again), true)).toEqual(facts(toJson(plan), true))
    expect(again.source).toEqual(plan.source)
  })

  test('says the same through JSON', () => {
    const {plan} = read(fixture, page)
    const tree = JSON.parse(JSON.stringify(plan)) as unknown
    expect(fromJson(tree)).toEqual(tree)
    expect(
      toJson(
        fromJson(JSON.parse(JSON.stringify(toJson(plan))), {vocabulary: fixture.options.vocabulary})
      )
    ).toEqual(toJson(plan))
  })
}

function read(fixture: Fixture, page: Page) {
  const file = new VFile({path: page.name, value: page.source})
  const plan = parse(file, {...fixture.options, from: page.dialect})
  return {file, plan}
}

/** What a page's own plan file should hold: nothing where the page says what the primary one does. */
function ownPlan(fixture: Fixture, page: Page, actual: PlanJson): string {
  if (page === fixture.pages[0]) return printPlan(actual)
  const primary = sharedFacts(fixture, primaryPlan(fixture))
  return isDeepStrictEqual(sharedFacts(fixture, actual), primary) ? '' : printPlan(actual)
}

/** What every page of a folder says alike; a page that says no title leaves the others free to. */
function sharedFacts(fixture: Fixture, plan: PlanJson): unknown {
  return facts(plan, primaryPlan(fixture).title !== null)
}

function primaryPlan(fixture: Fixture): PlanJson {
  const file = readFile(fixture.name, 'plan.json')
  if (file === null) throw new Error(`fixtures/${fixture.name}/plan.json is missing: ${review}`)
  return JSON.parse(file) as PlanJson
}
