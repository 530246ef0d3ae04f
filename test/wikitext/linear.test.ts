/** Law 6 for the parser: counted work, as time depends on what else the machine does. */
import {describe, expect, it} from 'vitest'
import {parseWikitext} from '../../src/syntax/wikitext/index.ts'
import {openers} from '../arbitraries/wikitext.ts'
import {startCounting} from '../utils/work.ts'

const countWork = startCounting()

const small = 1000
const factor = 8
const limit = 10

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
    '{{#if:',
    '-{',
    '-{a}-',
    '{{a|-{=',
    '-{{{{a}}}}-',
    '[[a|-{b]]'
  ],
  ...[
    "''a'''b",
    "'",
    '~',
    '&',
    '_',
    '__',
    '__NOTOC__',
    '__NOTOC__ a\n',
    '<li>',
    '<li>a\n',
    '[[a#<',
    '[[a#b<c]]',
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
    '{{{!}}\n{{!}}a{{!}}{{!}}',
    '{{!}}',
    ':{|\n|a\n',
    '<tabber>\n|-|a='
  ],
  ...[
    '<translate>\n<!--T:1-->\na\n</translate>\n',
    '<translate><nowiki>',
    '<translate><tvar|a>',
    '* a <translate><!--T:1--> b</translate>\n',
    '* a<noinclude>\n',
    '<noinclude></noinclude>',
    '<includeonly>a',
    '{{a|<includeonly>|</includeonly>',
    '<b <!-- a -->',
    '<b {{a|',
    '<b {{a|<b {{b}}',
    '<b <nowiki/>{{a|',
    '{{<!-- a -->',
    ';[http://a '
  ]
]

const closers = ['', '}}', ']]', '\n|}', '</b>', '</div>\n']

function parseAll(piece: string, size: number): () => void {
  const page = piece.repeat(Math.ceil(size / piece.length))
  return () => {
    for (const closer of closers) parseWikitext(page + closer.repeat(size / 10))
  }
}

describe('work', () => {
  it.each(repeated)('should grow with the length only: %j', (piece) => {
    const [less, more] = [small, factor * small].map((size) => countWork(parseAll(piece, size)))
    expect(more! / less!).toBeLessThan(limit)
  })
})
