import {describe, expect, it} from 'vitest'
import {parseWikitext} from '../../src/wikitext/index.ts'
import {openers} from '../arbitraries/wikitext.ts'

const size = 100_000

/** Generous: a linear parse of any of these takes a twentieth of it on a slow machine, a quadratic one minutes. */
const limit = 4000

const repeated = [
  ...openers,
  ...[
    '}}',
    ']]',
    '</b>',
    '|}\n',
    '-->',
    '</div>\n',
    '<b>a</i>',
    '{{a|',
    '[[a|',
    '[[File:a|',
    '{{a|b={{',
    '{{#if:'
  ],
  ...[
    "''a'''b",
    "'",
    '~',
    '&',
    '_',
    '__',
    ':',
    ';a:',
    'http://a(',
    '[[a]]',
    '=',
    '== <!-- a -->',
    '<b a="',
    '</nowiki'
  ],
  ...[
    '* a\n',
    '*',
    ';',
    ' a\n',
    '\n',
    '\r',
    ' ',
    'a\n<!-- b -->\n',
    '* a\n<!-- b -->\n',
    '{|\n|a||',
    ':{|\n|a\n',
    '<tabber>\n|-|a='
  ]
]

const closers = ['', '}}', ']]', '\n|}', '</b>', '</div>\n']

describe('time', () => {
  it.each(repeated)('should grow with the length only: %j', (piece) => {
    const page = piece.repeat(size / piece.length)
    const start = performance.now()
    for (const closer of closers) parseWikitext(page + closer.repeat(size / 10))
    expect(performance.now() - start).toBeLessThan(limit)
  })
})
