/** A status is `raw` as the page has it: the slice of the source that its position says. */
import fc from 'fast-check'
import {visit} from 'unist-util-visit'
import {describe, expect, it, test} from 'vitest'
import {english} from '../../src/index.ts'
import type {Root, Status} from '../../src/document/types.ts'
import {readHtml} from '../../src/syntax/html/read.ts'
import {readMarkdown} from '../../src/syntax/markdown/read.ts'
import {readText} from '../../src/syntax/text/read.ts'
import {readWikitext} from '../../src/syntax/wikitext/read.ts'

const readers = {
  wikitext: readWikitext,
  markdown: readMarkdown,
  text: readText,
  html: readHtml
}

/** The statuses of a page: what each is `raw`, and its source. */
function statuses(page: string, from: keyof typeof readers): [raw: string, source: string][] {
  const found: [string, string][] = []
  visit(readers[from](page, english) as Root, 'status', (node: Status) => {
    const {start, end} = node.position!
    found.push([node.raw, page.slice(start.offset, end.offset)])
  })
  return found
}

describe('a status in HTML', () => {
  test.each([
    ['&lt;bocked}', '&lt;bocked}'],
    ['&lt;&lt;Done&gt;&gt;', '&lt;&lt;Done&gt;&gt;'],
    ['&#60;&lt;Done>>', '&#60;&lt;Done>>'],
    ['&#123;[done}}', '&#123;[done}}'],
    ['{{do<!-- a -->ne}', '{{do<!-- a -->ne}'],
    ['In&#x20;progress', 'In&#x20;progress'],
    ['<!-- a -->Done', 'Done'],
    ['Done<!-- a -->', 'Done'],
    ['Yes&nbsp;Done', 'Yes&nbsp;Done'],
    ['{done</i>}}', '{done</i>}}']
  ])('should be as its source has it: %s', (html, raw) => {
    expect(statuses(`<p>Wind ${html}</p>`, 'html')).toEqual([[raw, raw]])
  })

  test.each([
    ['<b>Done</b>', 'Done'],
    ['&lt;<b>Done</b>', '<Done'],
    ['<img alt="Yes"> Done', 'Yes Done'],
    ['<img alt="Done">', 'Done'],
    ['<a class="new" href="?title=Template:Done">Template:Done</a>', '{{Done}}']
  ])('should be what it shows where it is elements: %s', (html, raw) => {
    expect(statuses(`<p>Wind ${html}</p>`, 'html')).toEqual([[raw, html]])
  })
})

const pieces = fc.oneof(
  fc.constantFrom(
    ...[
      '{{done}}',
      '{{Done|a}}',
      '<<Done>>',
      '<<<In progress>>>',
      '{[done}}',
      '{{doen}}',
      '{{done',
      '{',
      '}',
      '<',
      '>'
    ],
    ...[
      'Done',
      'In progress',
      'Yes Done',
      'N ',
      '< Done',
      'Â',
      '`Done`',
      '`Doen`',
      '- [x] ',
      '&lt;',
      '&gt;',
      '&#123;'
    ],
    ...[
      '&nbsp;',
      '&#8203;',
      '\u200B',
      '\u00AD',
      '<!-- a -->',
      '<b>',
      '</b>',
      '<p>',
      '<li>',
      '<i>',
      '</i>',
      '<s>',
      '</s>'
    ],
    ...[
      "'''",
      '**',
      '~~',
      '[',
      ']',
      '|',
      ' ',
      '\n',
      '\r\n',
      '\n\n',
      '* ',
      '- ',
      '== a ==\n',
      'https://e.example/'
    ],
    ...[
      '<img alt="Yes">',
      '<table>',
      '</table>',
      '<tr>',
      '<td>',
      '{{{done}}}',
      '\\{',
      '\uFFFC',
      '\0',
      '<nowiki>'
    ]
  ),
  fc.string({maxLength: 2})
)

const pages = fc.array(pieces, {maxLength: 20}).map((parts) => parts.join(''))

describe.each(['wikitext', 'markdown', 'text'] as const)('any status of %s', (from) => {
  it('should be as its source has it', () => {
    fc.assert(
      fc.property(pages, (page) => {
        for (const [raw, source] of statuses(page, from)) expect(raw).toBe(source)
      }),
      {numRuns: 500}
    )
  })
})

describe('any status of HTML', () => {
  it('should be as its source has it, where that is text and stands where it was', () => {
    fc.assert(
      fc.property(pages, (page) => {
        for (const [raw, source] of statuses(page, 'html'))
          if (source !== '' && !/<[a-z]/i.test(source)) expect(raw).toBe(source)
      }),
      {numRuns: 500}
    )
  })
})
