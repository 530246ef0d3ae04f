/** What switches rules off and on: options, and comments in the page. */
import {describe, expect, test} from 'vitest'
import {rules, type RuleSettings} from '../../src/lint/index.ts'
import {lintPage} from './utils.ts'

const page = (...lines: string[]) => `== Outcome 1 ==\n=== Goals ===\n${lines.join('\n')}\n`
const severities = (source: string, settings?: RuleSettings) =>
  lintPage(source, {rules: settings}).messages.map(({ruleId, fatal}) => [ruleId, fatal])

describe('options', () => {
  const source = page('* Wind {[done}}', '* Ring {{done}}', '* Tick {{Done}}')

  test('set severities', () => {
    expect(severities(source)).toEqual([['status-malformed', false]])
    expect(severities(source, {'status-malformed': 'error'})).toEqual([['status-malformed', true]])
    expect(severities(source, {'status-malformed': 'info'})).toEqual([
      ['status-malformed', undefined]
    ])
    expect(severities(source, {'status-malformed': 'off'})).toEqual([])
    expect(severities(source, {'status-malformed': false})).toEqual([])
    expect(severities(source, {'status-malformed': true, 'status-inconsistent': true})).toEqual([
      ['status-malformed', false],
      ['status-inconsistent', false]
    ])
  })

  test.each([
    [{rules: {'date-od': 'off'}}, 'rules.date-od is no rule; accepted are status-malformed,'],
    [
      {rules: {'date-odd': 'warn'}},
      'rules.date-odd must be one of "error", "warning", "info", "off", true, false, not "warn"'
    ],
    [{rules: ['date-odd']}, 'rules must be an object, not ["date-odd"]'],
    [{rules: {__proto__: null, constructor: 'off'}}, 'rules.constructor is no rule'],
    [{today: '8/5/2031'}, 'options.today must be a day such as 2031-05-08, not "8/5/2031"'],
    [{vocabulary: {word: []}}, 'vocabulary.word']
  ])('%j is refused', (options, message) => {
    expect(() => lintPage('', options as never)).toThrow(TypeError)
    expect(() => lintPage('', options as never)).toThrow(message)
  })

  test('add words, which are no unknown statuses then', () => {
    const vocabulary = {statuses: [{value: 'nearly', label: 'Nearly'}]}
    expect(lintPage(page('* Wind {{nearly}}')).messages).toHaveLength(1)
    expect(lintPage(page('* Wind {{nearly}}'), {vocabulary}).messages).toEqual([])
  })
})

describe('comments', () => {
  /** The lines that something is said about. */
  const lines = (source: string, from: 'wikitext' | 'markdown' = 'wikitext') =>
    lintPage(source, {from, rules: {'goal-duplicate': false}}).messages.map(
      ({line, ruleId}) => `${line} ${ruleId}`
    )
  const bad = '* Wind {[done}}'

  test.each([
    [
      'a rule from here to there',
      [
        bad,
        '<!-- wikiplan-disable status-malformed -->',
        bad,
        '<!-- wikiplan-enable status-malformed -->',
        bad
      ],
      [3, 7]
    ],
    ['every rule from here on', [bad, '<!-- wikiplan-disable -->', bad, bad], [3]],
    [
      'every rule, and all on again',
      ['<!-- wikiplan-disable -->', bad, '<!--wikiplan-enable-->', bad],
      [6]
    ],
    [
      'every rule but one',
      ['<!-- wikiplan-disable -->', bad, '<!-- wikiplan-enable status-malformed -->', bad],
      [6]
    ],
    ['several rules', ['<!-- wikiplan-disable date-odd, status-malformed team-comma -->', bad], []],
    ['another rule', ['<!-- wikiplan-disable date-odd -->', bad], [4]],
    [
      'a line, with a reason',
      [`${bad} <!-- wikiplan-disable-line status-malformed -- on purpose -->`, bad],
      [4]
    ],
    ['the next line', ['<!-- wikiplan-disable-next-line -->', bad, bad], [5]],
    ['nothing, in nowiki', ['<nowiki><!-- wikiplan-disable --></nowiki>', bad], [4]],
    ['nothing, by another word', ['<!-- wikiplan-disabled -->', '<!-- disable -->', bad], [5]]
  ])('switch off %s', (_, body, expected) => {
    const source = page(...body)
    expect(lines(source)).toEqual(expected.map((line) => `${line} status-malformed`))
  })

  test('work in Markdown', () => {
    const source =
      '## Outcome 1\n\n### Goals\n\n- Wind {[done}}\n\n<!-- wikiplan-disable -->\n\n- Ring {[done}}\n'
    expect(lines(source, 'markdown')).toEqual(['5 status-malformed'])
  })
})

describe('rules', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))('%s is documented', (id, rule) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(rule.description).toMatch(/^[A-Z].*[^.]$/)
    expect(rule.reason).toMatch(/^[A-Z].*\.$/)
    expect(rule.example.before).not.toBe(rule.example.after)
  })
})
