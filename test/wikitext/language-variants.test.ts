import fc from 'fast-check'
import {visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import {parseWithParts} from '../../src/wikitext.ts'
import {checkPositions, treeDepth} from '../laws.ts'
import {cases} from './utils.ts'

const p = (inner: string): string => `paragraph (${inner})`
const cell = (inner: string): string => `cell (${p(inner)})`

/** The slices of all language variants of a page, in the order of their starts. */
function variants(source: string): string[] {
  const found: string[] = []
  visit(parseWithParts(source), 'languageVariant', ({position}) => {
    found.push(source.slice(position!.start.offset, position!.end.offset))
  })
  return found
}

describe('language variants', () => {
  describe('should hide what parts other constructs', () => {
    cases({
      '{{a|-{b|c}-|d}}': p('template a (argument ("-{b|c}-") argument ("d"))'),
      '{{a|-{b=c}-|d=-{e}-}}': p('template a (argument ("-{b=c}-") d= ("-{e}-"))'),
      '{{a|-{-{b|c}-|d}-}}': p('template a (argument ("-{-{b|c}-|d}-"))'),
      '{{a|-{b}}}-}}': p('template a (argument ("-{b}}}-"))'),
      '{{a|-{{{{b|c}}}|d}-}}': p('template a (argument ("-{" templateParameter b ("c") "|d}-"))'),
      '[[File:a|thumb|-{b|c}-]]': p('file File:a thumb ("-{b|c}-")'),
      '[[a|-{b|[[c]]}-]]': p('"[[a|-{b|" wikiLink c "}-]]"'),
      ';-{a:b}-:c':
        `definitionList (definitionTerm (${p('"-{a:b}-"')}) ` +
        `definitionDescription (${p('"c"')}))`,
      '{|\n| -{a|b}- | c || d\n|}': `table (tableRow (${cell('"-{a|b}- | c"')} ${cell('"d"')}))`
    })
  })

  describe('should not hide', () => {
    cases({
      '{{a|-{{b|c}}-|d}}': p(
        'template a (argument ("-" template b (argument ("c")) "-") argument ("d"))'
      ),
      '{{a|-{{{b|c}}}-|d}}': p(
        'template a (argument ("-" templateParameter b ("c") "-") argument ("d"))'
      ),
      '{{a|- {b|c}-}}': p('template a (argument ("- {b") argument ("c}-"))'),
      '{{a|-{b}-{c|d}-}}': p('template a (argument ("-{b}-{c") argument ("d}-"))'),
      '{{a|-{b}}': p('"{{a|-{b}}"'),
      '[[a|-{b]]': p('"[[a|-{b]]"'),
      '-{a [[b|c]]': p('"-{a " wikiLink b ("c")'),
      '{|\n| -{a||b}-\n|}': `table (tableRow (${cell('"-{a"')} ${cell('"b}-"')}))`,
      '-{a\n* b}-': `${p('"-{a"')} list (listItem (${p('"b}-"')}))`
    })
  })

  it.each<[source: string, ...slices: string[]]>([
    ['-{a}-', '-{a}-'],
    ["a -{zh:[[b]] ''c''; tw:d}- e", "-{zh:[[b]] ''c''; tw:d}-"],
    ['--{a}--{b}-', '-{a}-', '-{b}-'],
    ['-{a -{b}- c}-', '-{a -{b}- c}-', '-{b}-'],
    ['-{{{{a}}}}-', '-{{{{a}}}}-'],
    ["''-{a}-'' == [[b|-{c}-]]", '-{a}-', '-{c}-'],
    ['{{a|-{b|c}-|d=-{e}-}}', '-{b|c}-', '-{e}-'],
    ['* -{a\n* b}-'],
    ["-{''a}-''"],
    ['-{{a}}- -{{{a}}}-'],
    ['<nowiki>-{a}-</nowiki> <!--{a}-->']
  ])('should be parts of %j', (source, ...slices) => {
    expect(variants(source)).toEqual(slices)
  })

  it('should have true positions anywhere', () => {
    const piece = fc.constantFrom(
      ...['-{', '-{', '}-', '}-', '-', '{{a|', '}}', '{{{b', '}}}', '{', '}', '|', '=', ';', ':'],
      ...[
        '[[a|',
        '[[',
        ']]',
        "''",
        '<b>',
        '</b>',
        '<nowiki>',
        '</nowiki>',
        '<!--',
        '-->',
        'c',
        '\n* '
      ]
    )
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 24}), (pieces) => {
        const source = pieces.join('')
        checkPositions(parseWithParts(source), source)
      }),
      {numRuns: 2000}
    )
    const deep = '-{'.repeat(2000) + '}-'.repeat(2000)
    expect(treeDepth(parseWithParts(deep))).toBeLessThanOrEqual(202)
  })
})
