/** Markdown is parsed in pieces, and the tree is that of the whole page. */
import fc from 'fast-check'
import type {Root} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {parseMarkdown} from '../../src/syntax/markdown/parse.ts'
import {markdown} from '../arbitraries/markdown.ts'

/** The tree of the page as a whole: of a page that is shorter than a piece, it is in one. */
function whole(page: string): Root {
  return parseMarkdown(page, Infinity)
}

const remark = unified().use(remarkParse).use(remarkGfm).freeze()

describe('a page in one piece', () => {
  test.each(['', '\n', '# a\n\n- b\n', '\uFEFF# a', '[a]\n\n[a]: ./b\n'])(
    'should be what remark says: %j',
    (page) => {
      expect(whole(page)).toEqual(remark.parse(page))
    }
  )
})

describe('a page in pieces', () => {
  test.each([
    ['headings', '# a\n\nb\n\n## c\nd\n# e'],
    ['a heading behind a line', 'a\n# b\nc\n'],
    ['a heading that underlines', 'a\n\nb\n===\n\nc\n---\n'],
    ['lists that end', '- a\n  - b\n\nc\n\n1. d\n\n# e\n'],
    ['a list that goes on lazily', '- a\nb\n\nc\n'],
    ['a list that goes on behind a blank line', '- a\n\n  b\n\n- c\n\nd\n'],
    ['quotes', '> a\n\nb\n\n> c\n# d\n'],
    ['a fence', 'a\n\n```\nb\n\nc\n\n# d\n```\n\ne\n'],
    ['a fence without an end', 'a\n\n~~~\nb\n\nc\n\n# d\n'],
    ['a fence within a list', '- ```\n  a\n\nb\n\n# c\n'],
    ['a fence at the end of a quote', '> ```\n> a\n\nb\n'],
    ['HTML of a line', '<div>\n# a\n\nb\n'],
    ['a comment', '<!-- a\n\nb\n\n# c\n-->\n\nd\n'],
    ['a comment without an end', '<!-- a\n\nb\n\n# c\n'],
    ['indented code', 'a\n\n    b\n\n    c\n\nd\n'],
    ['a table', '| a |\n| - |\n| b |\n\nc\n\n| d |\n| - |\n# e\n'],
    ['a table that goes on', 'a | b\n- | -\nc\n# d\n'],
    ['a definition behind its use', '[a]\n\nb [c][a]\n\n[a]: ./d\n'],
    ['a definition before its use', '[a]: ./d\n\nb\n\n[a] [ A ][]\n'],
    ['two definitions', '[a]: ./b\n\nc\n\n[a]: ./d\n\n[a]\n'],
    ['a definition within a list', '[a]\n\n- [a]: ./b\n\nc\n'],
    ['a definition within a fence', '[a]\n\n```\n[a]: ./b\n\n# c\n```\n'],
    ['a definition whose title does not end', '[a]\n\n[a]: ./b "c\n\nd"\n'],
    ['a footnote', 'a[^b]\n\nc\n\n[^b]: d\n\n    e\n\nf\n'],
    ['an image', '![a]\n\nb ![c][a]\n\n[a]: ./d\n'],
    ['a mark of byte order', '\uFEFFa\n\nb\n\n# c\n'],
    ['other line ends', 'a\r\n\r\nb\r\rc\r\nd\r# e\r\n'],
    ['a line end that is none', 'a\u2028# b\u2028\u2028c\n'],
    ['bold lines', 'a\n\n**b**\n\n** c\n\n** * **\n\n***\n'],
    ['letters beyond ASCII', '- é\n\né\n\n- 船\n\n船\n'],
    ['blank lines', '\n\na\n \t\n\n \nb\n\n\n']
  ])('should be that of the whole: %s', (_, page) => {
    expect(parseMarkdown(page, 1)).toEqual(whole(page))
  })

  const parts = fc.constantFrom(
    ...[
      'a',
      'b\n',
      'é',
      '**c**',
      '# d\n',
      '#\n',
      '###### e',
      '####### f\n',
      '===\n',
      '---\n',
      '***\n'
    ],
    ...[
      '\n',
      '\n',
      '\n\n',
      '\n\n',
      '\r\n',
      '\r',
      '\r\r',
      ' ',
      '  ',
      '    ',
      '\t',
      '\u2028',
      '\uFEFF',
      '\0'
    ],
    ...['- ', '- ', '* ', '1. ', '2) ', '- - ', '> ', '>', '- [x] ', '+\n'],
    ...[
      '```\n',
      '```',
      '~~~~\n',
      '`',
      '    code\n',
      '<div>\n',
      '</div>',
      '<!--',
      '-->',
      '<pre>',
      '</pre>\n',
      '<?',
      '?>',
      '<b>'
    ],
    ...[
      '[a]: b\n',
      '[A]: <c> "d"\n',
      '[a]:',
      '[a]:\n',
      '"',
      '"\n',
      '[b][a]',
      '[a]',
      '[ a\n]',
      '![a]',
      '[a][]',
      '\\[a]'
    ],
    ...[
      '[^a]: b\n',
      '[^a]',
      '![^a]',
      '[^b]:',
      '| a |\n| - |\n',
      '| b |\n',
      '|',
      '\\',
      '~~',
      '*',
      'https://e.example'
    ]
  )

  test('should be that of the whole, whatever the page', () => {
    const pages = fc.oneof(
      fc.array(parts, {maxLength: 40}).map((strings) => strings.join('')),
      fc.array(markdown(), {maxLength: 5}).map((strings) => strings.join('\n\n'))
    )
    fc.assert(
      fc.property(pages, fc.integer({min: 1, max: 30}), (page, enough) => {
        expect(parseMarkdown(page, enough)).toEqual(whole(page))
      }),
      {numRuns: 500}
    )
  })
})

describe('the time of a page', () => {
  /** What our writer writes of a plan, as long as one likes. */
  function page(size: number): string {
    const section = [
      '### Outcome 1 / Output 2',
      '##### Wind the clocks `Done`',
      '- Find the key\n- [stretch] Paint the hands `Done`',
      '**Note: July 2030**',
      '- `In progress` The key was under the mat.\n'
    ].join('\n\n')
    return section.repeat(Math.ceil(size / section.length))
  }

  function timeOf(source: string): number {
    const start = performance.now()
    parseMarkdown(source)
    return performance.now() - start
  }

  test('should grow with its length, and no faster', () => {
    const [short, long] = [page(40_000), page(8 * 40_000)]
    const less = Math.min(timeOf(short), timeOf(short), timeOf(short))
    const more = Math.min(timeOf(long), timeOf(long))
    expect(more / less).toBeLessThan(16)
  })
})
