import {describe, expect, it} from 'vitest'
import {cases, slices} from './utils.ts'

const items = ['listItem', 'definitionTerm', 'definitionDescription']

describe('lists', () => {
  describe('should support', () => {
    cases({
      '* a': 'list (listItem (paragraph ("a")))',
      '#a': 'list # (listItem (paragraph ("a")))',
      '*': 'list (listItem)',
      '* a\n* b': 'list (listItem (paragraph ("a")) listItem (paragraph ("b")))',
      '* a\n# b': 'list (listItem (paragraph ("a"))) list # (listItem (paragraph ("b")))',
      '* a\n\n* b': 'list (listItem (paragraph ("a"))) list (listItem (paragraph ("b")))',
      '* a\n** b\n* c':
        'list (listItem (paragraph ("a") list (listItem (paragraph ("b")))) listItem (paragraph ("c")))',
      '* a\n# b\n## c':
        'list (listItem (paragraph ("a"))) list # (listItem (paragraph ("b") list # (listItem (paragraph ("c")))))',
      '** a': 'list (listItem (list (listItem (paragraph ("a")))))',
      '*# a\n*# b':
        'list (listItem (list # (listItem (paragraph ("a")) listItem (paragraph ("b")))))',
      '* a\nb': 'list (listItem (paragraph ("a"))) paragraph ("b")',
      'a\n* b': 'paragraph ("a") list (listItem (paragraph ("b")))',
      '* {{a|\n* b}} c\n* d':
        'list (listItem (paragraph (template a (argument ("\\n* b")) " c")) listItem (paragraph ("d")))',
      '* [[a|b\n* c]]\n* d':
        'list (listItem (paragraph (wikiLink a ("b\\n* c"))) listItem (paragraph ("d")))',
      '* A {{done}\n* B {done}}':
        'list (listItem (paragraph ("A {{done}")) listItem (paragraph ("B {done}}")))',
      '* a <!-- b\n--> c\n* d':
        'list (listItem (paragraph ("a " comment " b\\n" " c")) listItem (paragraph ("d")))'
    })
  })

  describe('should go on after a line that is a comment', () => {
    cases({
      '* a\n<!-- b -->\n* c':
        'list (listItem (paragraph ("a") comment " b ") listItem (paragraph ("c")))',
      '* a\n<!-- b -->\n** c':
        'list (listItem (paragraph ("a") comment " b " list (listItem (paragraph ("c")))))',
      '* a\n <!-- b --> <!-- c -->\n* d':
        'list (listItem (paragraph ("a") comment " b " comment " c ") listItem (paragraph ("d")))',
      '* a\n<!-- b -->* c':
        'list (listItem (paragraph ("a") comment " b ") listItem (paragraph ("c")))',
      '* a\n<!-- b -->\n\n* c':
        'list (listItem (paragraph ("a"))) comment " b " list (listItem (paragraph ("c")))',
      '* a\n<!-- b -->': 'list (listItem (paragraph ("a"))) comment " b "'
    })
  })

  describe('should not support', () => {
    cases({
      ' * a': 'preformatted (" * a")',
      'a * b': 'paragraph ("a * b")',
      '{{a}}* b': 'paragraph (template a "* b")',
      '\t* a': 'paragraph ("* a")'
    })
  })

  it.each([
    [
      '* a\n** b\n* c',
      [
        [0, 8],
        [4, 8],
        [9, 12]
      ]
    ],
    [
      '** a',
      [
        [0, 4],
        [1, 4]
      ]
    ],
    [
      '* a\n*** b',
      [
        [0, 9],
        [4, 9],
        [6, 9]
      ]
    ],
    [
      '*#a\n*#b\n#c',
      [
        [0, 7],
        [1, 3],
        [4, 7],
        [8, 10]
      ]
    ],
    [
      '*a\n*:b\n*c',
      [
        [0, 6],
        [3, 6],
        [7, 9]
      ]
    ],
    [
      '* a  \n* b',
      [
        [0, 5],
        [6, 9]
      ]
    ],
    [
      '; a : b',
      [
        [0, 4],
        [4, 7]
      ]
    ]
  ])('should place the items of %j as Parsoid does', (source, expected) => {
    expect(slices(source, ...items)).toEqual(
      expected.map(([start, end]) => source.slice(start, end))
    )
  })
})

describe('definition lists', () => {
  it('should start an item where a term turns to a description, though more marks follow', () => {
    expect(slices('; a\n:* b\n: c', ...items)).toEqual(['; a', ':* b', '* b', ': c'])
    expect(slices(';: a\n:: b', ...items)).toEqual([';: a', ': a', ':: b', ': b'])
    expect(slices(': a\n;* b', ...items)).toEqual([': a', ';* b', '* b'])
  })

  const term = (inner: string): string => `definitionTerm (paragraph (${inner}))`
  const description = (inner: string): string => `definitionDescription (paragraph (${inner}))`
  const definitions = (...inner: string[]): string => `definitionList (${inner.join(' ')})`

  describe('should support', () => {
    cases({
      ';a': definitions(term('"a"')),
      ': a': definitions(description('"a"')),
      '; a : b': definitions(term('"a"'), description('"b"')),
      ';a:b:c': definitions(term('"a"'), description('"b:c"')),
      ';a\n:b\n:c': definitions(term('"a"'), description('"b"'), description('"c"')),
      '; https://a.example : b': definitions(
        term('link https://a.example ("https://a.example")'),
        description('"b"')
      ),
      '; [[a:b]] : c': definitions(term('wikiLink a:b'), description('"c"')),
      '; {{a:b}} : c': definitions(term('template a:b'), description('"c"')),
      "; ''a : b''": definitions(term('emphasis ("a : b")')),
      ':: a':
        'definitionList (definitionDescription (definitionList (definitionDescription (paragraph ("a")))))',
      '*;a:b': `list (listItem (${definitions(term('"a"'), description('"b"'))}))`,
      ':{|\n|a\n|}': definitions(
        'definitionDescription (table (tableRow (cell (paragraph ("a")))))'
      )
    })
  })

  describe('should not support', () => {
    cases({
      ': a : b': definitions(description('"a : b"')),
      'a ; b : c': 'paragraph ("a ; b : c")'
    })
  })
})
