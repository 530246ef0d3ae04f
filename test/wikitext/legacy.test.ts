import {describe} from 'vitest'
import {cases} from './utils.ts'

const p = (inner: string): string => `paragraph (${inner})`
const link = (url: string, text = `"${url}"`): string => `link ${url} (${text})`
const row = (...cells: string[]): string =>
  `tableRow (${cells.map((cell) => `cell (${p(cell)})`).join(' ')})`

describe('tables', () => {
  describe('should be read before links', () => {
    cases({
      '{|\n| [[a|b||c]]\n|}': `table (${row('"[[a|b"', '"c]]"')})`,
      '{|\n| [[a|b\n| c]] d\n|}': `table (${row('"[[a|b"', '"c]] d"')})`,
      '{|\n| a\n[[b{{c|\n|-\n}}]]\n|}': `table (${row('"a\\n" wikiLink b{{c|\n|-\n}}')})`,
      '{|\n| [[a|b]] || c\n|}': `table (${row('wikiLink a ("b")', '"c"')})`
    })
  })

  describe('should have templates over lines in their attributes', () => {
    cases({
      '{| {{a\n|b}}\n|- {{c\n|d}}\n| e\n|}': `table {{a\n|b}} (tableRow {{c\n|d}} (cell (${p('"e"')})))`
    })
  })

  describe('should be indented behind comments', () => {
    cases({
      ':<!-- a -->{|\n| b\n|}': `definitionList (definitionDescription (comment " a " table (${row('"b"')})))`,
      ':<!-- a --> b': `definitionList (definitionDescription (${p('comment " a " " b"')}))`
    })
  })
})

describe('terms', () => {
  describe('should not end in an address', () => {
    cases({
      ';mailto:x': `definitionList (definitionTerm (${p(link('mailto:x'))}))`,
      '; [http://x.example a:b] : c': `definitionList (definitionTerm (${p(link('http://x.example', '"a:b"'))}) definitionDescription (${p('"c"')}))`,
      '; [http://x.example a:b': `definitionList (definitionTerm (${p(`"[" ${link('http://x.example')} " a"`)}) definitionDescription (${p('"b"')}))`
    })
  })
})

describe('addresses', () => {
  describe('should have an IPv6 host', () => {
    cases({
      'http://[::1]/a': p(link('http://[::1]/a')),
      '[http://[2001:db8::1]:80/a b]': p(link('http://[2001:db8::1]:80/a', '"b"')),
      'http://[1]/': p(link('http://[1]/')),
      'http://[x]/': p('"http://[x]/"')
    })
  })
})

describe('lines within tags', () => {
  describe('should not be preformatted', () => {
    cases({
      '<ul>\n<li>\n a\n</li>\n</ul>': `tag ul (tag li (${p('"a"')}))`,
      '<p>\n a\n</p>\n b': `tag p (${p('"a"')}) preformatted (" b")`,
      '<li>\n a\n</li>\n b': `tag li (${p('"a"')}) ${p('"b"')}`,
      '<ul>\n<div>\n a\n</div>\n</ul>': 'tag ul (tag div (preformatted (" a")))',
      ' [[Category:z]]': p('category Category:z'),
      ' [[Category:z]] a': 'preformatted (" " category Category:z " a")'
    })
  })
})

describe('behaviour switches', () => {
  cases({
    '__index__ __INDEX__ __toc__': p('"__index__ " behaviorSwitch INDEX " " behaviorSwitch TOC')
  })
})
