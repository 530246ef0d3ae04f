/** HTML that means harm: no throw, true places, and work in proportion to the page. */
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {detectDialect, english, parse, toJson, toMarkdown} from '../../src/index.ts'
import {guard} from '../../src/syntax/html/guard.ts'
import {readHtml} from '../../src/syntax/html/read.ts'
import {treeDepth} from '../laws.ts'
import {plan, read} from './read.ts'

const many = 10_000

describe('nesting', () => {
  test.each([
    'div',
    'b',
    'span',
    'table',
    'a href=x',
    'p',
    'section',
    'q',
    'h2',
    'template',
    'svg',
    'select'
  ])('should not grow with <%s>, never closed', (tag) => {
    const root = read(`<${tag}>`.repeat(many) + 'Wind the clocks')
    expect(treeDepth(root)).toBeLessThan(1000)
  })

  test.each([
    ['lists', '<ul><li>', '</li></ul>'],
    ['tables', '<table><tr><td>', '</td></tr></table>'],
    ['terms', '<dl><dd>', '</dd></dl>']
  ])('should not grow with %s, and keep their text', (_, open, close) => {
    const html = `${open.repeat(many)}Wind the clocks${close.repeat(many)}`
    expect(treeDepth(plan(html))).toBeLessThan(1000)
  })
})

describe('the guard', () => {
  test.each([
    ['an honest page', '<div class="a > b"><p>a<p>b<br><b>c</b></div>'],
    ['many paragraphs that are not closed', '<p>a'.repeat(many)],
    ['many items that are not closed', `<ul>${'<li>a'.repeat(many)}</ul>`],
    ['tags in a script', `<script>${'"<div>"'.repeat(many)}</script><p>a</p>`],
    ['tags in a comment', `<!--${'<div>'.repeat(many)}--><p>a</p>`],
    ['a tag that does not end', '<p>a</p><div title="']
  ])('should leave alone %s', (_, html) => expect(guard(html)).toBe(html))

  test('should keep every character in its place', () => {
    fc.assert(
      fc.property(fc.array(fragment, {maxLength: 400}), (parts) => {
        const html = parts.join('')
        const guarded = guard(html)
        expect(guarded).toHaveLength(html.length)
        for (let at = 0; at < html.length; at++) {
          if (guarded[at] !== html[at]) expect(guarded[at]).toBe(' ')
        }
      })
    )
  })

  test('should leave out what has too many attributes', () => {
    const attributes = Array.from({length: many}, (_, index) => ` a${index}=1`).join('')
    expect(guard(`<p${attributes}>Wind`).trim()).toBe('Wind')
  })
})

/** Work that grows faster than these pages do would take minutes here: the parser alone does, unguarded. */
describe('time', {timeout: 30_000}, () => {
  test.each([
    ['formatting that never ends', (index: number) => `<p><b id=${index}>a</p>`],
    ['formatting that is crossed', (index: number) => `<b><i id=${index}>a</b>`],
    ['end tags of nothing', () => '</b></p></div>'],
    ['references that are none', () => '&a&#&#x'],
    ['brackets', () => '&lt;&lt;{{[['],
    ['statuses', () => '<b>Done</b> '],
    ['stray brackets', () => '<b>Done</b>&lt;'],
    ['extension tags', () => '&lt;tab name="'],
    ['panels', () => '|-|'],
    ['open quotes', () => '<a "'],
    ['comments', () => '<!-- --'],
    ['text that tables push out', () => '<table>a<tr>b'],
    ['siblings of a template', () => '<span about="#mwt1" typeof="mw:Transclusion">a</span>'],
    ['blank lines', () => '\n'],
    ['dashes in a title', (index: number) => (index === 0 ? '<title>a' : ' - ')]
  ])('should be in proportion to %s', (_, part) => {
    const html = Array.from({length: 10_000}, (_, index) => part(index)).join('')
    expect(readHtml(html, english).type).toBe('root')
    expect(parse(html, {from: 'html'}).type).toBe('plan')
  })
})

/** Pieces that hostile pages are made of. */
const fragment = fc.oneof(
  fc.constantFrom(
    ...'<div> </div> <p> </p> <b> </b> <i> </i> <a> </a> <ul> <li> </ul> <table> <tr> <td> </table> <dl> <dt> <dd> </dl>'.split(
      ' '
    ),
    ...'<h2> </h2> <h4> </h4> <br> <hr> <pre> </pre> <script> </script> <title> </title> <template> <svg> <select> <option>'.split(
      ' '
    ),
    ...[
      'Done',
      'Goals',
      'Outcome 1',
      'Note: July 2030',
      '__proto__',
      ' ',
      '\n',
      '\r\n',
      '\r',
      '\0',
      '\uFEFF'
    ],
    ...[
      '&lt;',
      '&amp;',
      '&',
      '<',
      '>',
      '"',
      '<!--',
      '-->',
      '{{done}}',
      '&lt;tab name="Q1"&gt;',
      '|-|\nQ2='
    ],
    '<span typeof="mw:Transclusion" about="#mwt1" data-mw=\'{"parts":[{"template":{"target":{"wt":"done"}}}]}\'>',
    '<a class="new" href="?title=Template:Done">Template:Done</a>',
    '<img alt="Yes">',
    '<div class="mw-parser-output">',
    '<h1 id="firstHeading">',
    '<article class="tabber__panel" title="Q3">'
  ),
  fc.string({unit: 'binary', maxLength: 5})
)

describe('any page', () => {
  test('should be read, its places true', () => {
    fc.assert(
      fc.property(fc.array(fragment, {maxLength: 60}), (parts) => {
        const html = parts.join('')
        read(html)
        toJson(plan(html))
      }),
      {numRuns: 500}
    )
  })
})

/** Names that every object has: a table that is looked up without care finds them. */
const inherited = fc
  .constantFrom(...Object.getOwnPropertyNames(Object.prototype))
  .chain((name) => fc.constantFrom(name, name.toLowerCase(), name.toUpperCase(), `data-${name}`))

const attribute = fc
  .tuple(inherited, fc.option(inherited))
  .map(([name, value]) => (value === null ? ` ${name}` : ` ${name}="${value}"`))

const namedTag = fc
  .tuple(
    fc.constantFrom('<', '</'),
    fc.oneof(inherited, fc.constantFrom('p', 'b', 'a', 'svg', 'math', 'table', 'tr', 'li', 'html')),
    fc.array(attribute, {maxLength: 3})
  )
  .map(([open, name, attributes]) => `${open}${name}${attributes.join('')}>`)

const namedMarkdown = inherited.chain((name) =>
  fc.constantFrom(
    ...[`&${name};`, `[${name}]: ${name}\n`, `[^${name}]: ${name}\n`, `[${name}]`, `[^${name}]`],
    ...[`\`${name}\``, `\`{{${name}}}\``, `{{${name}}}`, `<<${name}>>`, `<${name}:${name}>`],
    ...[`\`\`\`${name}\n`, `[${name}](${name}:${name} "${name}")`, '\n\n', '- ']
  )
)

describe('a name that every object has', () => {
  test.each(['<D __proto__>', '<p constructor>', '<p CONSTRUCTOR=a>', '<svg><g constructor>a'])(
    'should be read: %s',
    (html) => {
      expect(parse(html, {from: 'html'}).type).toBe('plan')
    }
  )

  test('should be no more than a name', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(namedTag, namedMarkdown), {maxLength: 20}),
        fc.constantFrom('html', 'markdown', 'wikitext', 'text', 'auto' as const),
        (parts, from) => {
          const page = parts.join('a')
          const found = parse(page, {from})
          toJson(found)
          toMarkdown(found)
          expect(detectDialect(page)).toEqual(expect.any(String))
        }
      ),
      {numRuns: 300}
    )
  })
})
