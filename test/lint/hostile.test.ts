/** Pages that want to break the linter: no throw, and time in proportion to the page. */
import {describe, expect, test} from 'vitest'
import {rules} from '../../src/lint/index.ts'
import {lintPage} from './utils.ts'

const all = Object.fromEntries(rules.map(({id}) => [id, true]))
const head = '== Goals for FY30/31 ==\n=== Outcome 1 ===\n'
const goals = `${head}==== Goals ====\n`
const notes = `${head}==== Status ====\n`

const pages: [name: string, make: (count: number) => string][] = [
  ['unclosed templates', (n) => goals + '{{'.repeat(n)],
  ['unclosed links', (n) => goals + '* [[a\n'.repeat(n)],
  ['unclosed tags', (n) => goals + '<b '.repeat(n) + '<b>'.repeat(n)],
  ['unclosed quotes', (n) => goals + "* '''a ''b\n".repeat(n)],
  ['malformed statuses', (n) => goals + '* a {[done}}\n'.repeat(n)],
  [
    'statuses spelt in many ways',
    (n) => goals + Array.from({length: n}, (_, i) => `* a {{${spaces(i)}done}}\n`).join('')
  ],
  [
    'comments that switch',
    (n) =>
      goals + '<!-- wikiplan-disable a b -->\n* a {[done}}\n<!-- wikiplan-enable a -->\n'.repeat(n)
  ],
  [
    'comments for the next line',
    (n) => goals + '<!-- wikiplan-disable-next-line a -->\n* a {[done}}\n'.repeat(n)
  ],
  ['a comment with many names', (n) => `<!-- wikiplan-disable ${'a '.repeat(n)}-->`],
  ['spaces in a comment', (n) => `<!-- ${' '.repeat(n)}wikiplan${' '.repeat(n)}-->`],
  ['commas', (n) => `${head}Dependencies on: a${','.repeat(n)}b${' ,'.repeat(n)}`],
  ['spaces between teams', (n) => `${head}Dependencies on: a,${' '.repeat(n)}b${' '.repeat(n)},`],
  ['teams', (n) => `${head}Dependencies on: ${'a, A, '.repeat(n)}`],
  [
    'dates out of order',
    (n) => notes + "'''Note: May 8,2031'''\n* a\n'''Note: May 7,2031'''\n* a\n".repeat(n)
  ],
  ['goals alike', (n) => goals + '* a {{done}}\n'.repeat(n)],
  ['headings', (n) => '== a ==\n====== b ======\n'.repeat(n)],
  [
    'outcomes without goals',
    (n) => '=== Outcome 1 ===\n==== Goals ====\n=== Outcome 2 ===\n'.repeat(n)
  ],
  [
    'tasks within tasks',
    (n) =>
      goals +
      '===== a {{done}} =====\n' +
      Array.from(
        {length: Math.min(n, 2000)},
        (_, i) => `${'*'.repeat((i % 60) + 1)} a {{to do}}\n`
      ).join('')
  ]
]

/** Another blank each time, that MediaWiki trims. */
function spaces(index: number): string {
  return index.toString(2).replaceAll('0', ' ').replaceAll('1', '\t')
}

describe.each(pages)('%s', (_, make) => {
  // Generous: what is quadratic takes minutes at this size.
  test('are judged in time', {timeout: 20_000}, () => {
    const {messages, fixed} = lintPage(make(10_000), {rules: all})
    expect(Array.isArray(messages)).toBe(true)
    expect(typeof fixed).toBe('string')
  })
})

test.each([
  '__proto__',
  'constructor',
  'toString',
  '</script>',
  '\u001B[31m',
  '\u202Egnp',
  '\u0000',
  '\uD800'
])('text such as %j is only text', (text) => {
  const source = `${goals}* ${text} {{${text}}}\n* ${text}\nPrimary team: ${text}, ${text},\n<!-- wikiplan-disable ${text} -->\n`
  expect(() => lintPage(source, {rules: all})).not.toThrow()
})
