/** The laws of fixes, on every fixture and on generated pages. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parse, toJson, type PlanJson} from '../../src/index.ts'
import {applyFixes, lint, planLint, rules} from '../../src/lint/index.ts'
import {readFixtures} from '../utils/fixtures.ts'
import {lintPage, type Options} from './utils.ts'

/** Every rule is on, those that are off by themselves too. */
const all = Object.fromEntries(rules.map(({id}) => [id, true]))

/** Pages with faults that have fixes, at random. */
const faults = fc.array(
  fc.constantFrom(
    '* Wind {[done}}',
    '* Ring {{doen}}',
    '* Tick {{Done}} {{done}}',
    '* Sing <{{in progress}}',
    '* Hum <<In progress>>',
    "''Dependencies on: Piers, Clocks,; Primary teams: Boats,, Fog,''",
    'Primary team: PIERS / data',
    'Primary team: Piers/Data',
    "'''Note: May 8,2031'''",
    "'''Note: 2031-5-8''' {[done}}",
    '==== Goals ====',
    '==== Status ====',
    '=== Outcome 2 ===',
    '<!-- wikiplan-disable team-comma -->',
    '<!-- wikiplan-enable -->',
    '{{done}} \u{1F6A2} {[done}}'
  ),
  {maxLength: 12}
)
const pages = fc
  .tuple(faults, fc.constantFrom('\n', '\r\n', '\r'))
  .map(([lines, end]) => ['== Goals for FY30/31 ==', '=== Outcome 1 ===', ...lines].join(end))

const fixtures = readFixtures().flatMap(({name, options, pages}) =>
  pages.map(({name: page, source, dialect}) => {
    return [`${name}/${page}`, source, {from: dialect, vocabulary: options.vocabulary}] as const
  })
)

describe.each(fixtures)('fixtures/%s', (_, source, options) => {
  test('obeys the laws', () => checkLaws(source, options))
})

test('pages with faults obey the laws', () => {
  fc.assert(fc.property(pages, (page) => checkLaws(page, {})))
})

test('text obeys the laws', () => {
  const text = fc.string({
    unit: fc.constantFrom(..."{}[]<>'=*#;:|!-, \n\rdone", '{{done}}', '<!--', '-->')
  })
  fc.assert(fc.property(text, (page) => checkLaws(page, {})))
})

function checkLaws(source: string, options: Options) {
  const {file, messages, fixed} = lintPage(source, {...options, rules: all})
  checkRanges(source, messages, fixed)
  const again = lintPage(fixed, {...options, rules: all})
  expect(again.fixed, 'a second run has nothing to do').toBe(fixed)
  expect(again.messages.filter(({fix}) => fix)).toEqual([])
  const facts = (page: string) => factsOf(toJson(parse(page, {from: 'wikitext', ...options})))
  expect(facts(fixed)).toEqual(facts(source))
  expect(String(file)).toBe(source)
}

/** Nothing outside the reported places has changed. */
function checkRanges(
  source: string,
  messages: ReturnType<typeof lintPage>['messages'],
  fixed: string
) {
  let [at, inFixed] = [0, 0]
  for (const {fix, place} of messages) {
    if (!fix) continue
    const {start, end} = place as {start: {offset: number}; end: {offset: number}}
    expect([fix.start, fix.end]).toEqual([start.offset, end.offset])
    expect(fix.start).toBeGreaterThanOrEqual(at)
    const kept = source.slice(at, fix.start)
    expect(fixed.slice(inFixed, inFixed + kept.length)).toBe(kept)
    inFixed += kept.length
    expect(fixed.slice(inFixed, inFixed + fix.text.length)).toBe(fix.text)
    inFixed += fix.text.length
    at = fix.end
  }
  expect(fixed.slice(inFixed)).toBe(source.slice(at))
}

/** What a plan says: not of which page, nor how its statuses and dates are written, and its teams as `team-inconsistent` sees them. */
function factsOf(plan: PlanJson): unknown {
  return JSON.parse(
    JSON.stringify(plan, (key, value: unknown) => {
      if (key === 'form' || key === 'raw' || key === 'source') return undefined
      if (key !== 'dependencies' && key !== 'primaryTeams') return value
      return (value as string[]).map((team) => team.toLowerCase().replaceAll(/[\s-]/g, ''))
    })
  ) as unknown
}

describe('applyFixes', () => {
  const fix = (start: number, end: number, text: string) => ({fix: {start, end, text}})

  test('makes fixes together, in any order, and of two that overlap the first', () => {
    expect(applyFixes('abcdef', [fix(4, 5, ''), {}, fix(0, 1, 'AA'), fix(1, 1, '-')])).toBe(
      'AA-bcdf'
    )
    expect(applyFixes('abcdef', [fix(1, 4, 'x'), fix(3, 5, 'y')])).toBe('axef')
    expect(applyFixes('abc', [])).toBe('abc')
  })
})

describe('a status is spelt', () => {
  const page = (...items: string[]) =>
    `== Outcome 1 ==\n=== Goals ===\n${items.map((item) => `* a ${item}\n`).join('')}`
  test.each([
    ['as the page spells it elsewhere', ['{{DONE}}', '{[done}}', '{{DONE}}'], '{{DONE}}'],
    ['as it is, where the page has no other', ['{{To do}}', '{[done}}'], '{{done}}'],
    ['in small letters, like the others', ['{{to do}}', '{{doen}}'], '{{done}}'],
    ['with a capital, like the others', ['{{To do}}', '{{doen}}'], '{{Done}}'],
    ['with angle brackets, like the others', ['<<To do>>', '<<Stalled>>', '{[done}}'], '<<done>>'],
    ['by its label alone', ['{{doen}}'], '{{Done}}']
  ])('%s', (_, items, expected) => {
    const {fixed} = lintPage(page(...items))
    expect(fixed).toBe(page(...items.map((item) => (/\[d|oe/.test(item) ? expected : item))))
  })
})

test('a team is left to a person where its name, or the usual one, has markup', () => {
  const page = (...names: string[]) =>
    names.map((name, index) => `=== Outcome ${index + 1} ===\nPrimary team: ${name}\n`).join('')
  const linked = page('Piers', 'Piers', '[[Piers|PIERS]]')
  expect(lintPage(linked).fixed).toBe(linked)
  const hidden = page('<nowiki>{{X}}</nowiki>', '<nowiki>{{X}}</nowiki>', '<nowiki>{{x}}</nowiki>')
  expect(lintPage(hidden).fixed).toBe(hidden)
})

test('rendered text is not mended as if it were wikitext', () => {
  const {messages} = lintPage('Outcome 1\nGoals\n- Wind {[done}}\n', {from: 'text'})
  expect(messages).toMatchObject([{ruleId: 'status-malformed'}])
  expect(messages[0]!.fix).toBeUndefined()
})

test('the plugin is the function', async () => {
  const {unified} = await import('unified')
  const {planParse, planStringify} = await import('../../src/index.ts')
  const page =
    '== Outcome 1 ==\n=== Goals ===\n* Wind {[done}}\n=== Status ===\n* Note: May 8,2031\n** a\n'
  const processor = unified()
    .use(planParse, {from: 'wikitext'})
    .use(planLint, {rules: {'date-odd': 'error'}})
    .use(planStringify)
  const file = await processor.process(page)
  const found = file.messages.map(({ruleId, fatal, source}) => [ruleId, fatal, source])
  expect(found).toEqual([
    ['status-malformed', false, 'wikiplan'],
    ['date-odd', true, 'wikiplan']
  ])
})

test('a plan that was made in code has nothing to point at, and no rule throws', () => {
  const {plan, file} = lintPage('')
  expect(() => lint({...plan, children: []}, file, {rules: all})).not.toThrow()
})
