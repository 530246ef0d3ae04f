import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parseWikitext} from '../../src/syntax/wikitext/index.ts'
import {checkPositions} from '../laws.ts'
import {cases, slices} from './utils.ts'

const p = (inner: string): string => `paragraph (${inner})`
const cell = (inner: string): string => `cell (${p(inner)})`
const row = (...inner: string[]): string => `tableRow (${inner.join(' ')})`
const table = (...inner: string[]): string => `table (${inner.join(' ')})`

describe('tables', () => {
  describe('should support', () => {
    cases({
      '{|\n| a\n|}': table(row(cell('"a"'))),
      '{| class="a"\n|+ b\n|- id="c"\n! d !! e\n|-\n| f || g\n|}':
        `table class="a" (tableCaption (${p('"b"')}) tableRow id="c" (header (${p('"d"')}) header (${p('"e"')})) ` +
        `${row(cell('"f"'), cell('"g"'))})`,
      '{|\n! a || b\n|}': table(row(`header (${p('"a"')})`, `header (${p('"b"')})`)),
      '{|\n| a !! b\n|}': table(row(cell('"a !! b"'))),
      '{|\n| style="a" | b || c\n|}': table(row(`cell style="a" (${p('"b"')})`, cell('"c"'))),
      '{|\n| a | b | c\n|}': table(row(`cell a (${p('"b | c"')})`)),
      '{|\n| [[a|b]] | c\n|}': table(row(cell('wikiLink a ("b") " | c"'))),
      '{|\n| {{a|b}} || c\n|}': table(row(cell('template a (argument ("b"))'), cell('"c"'))),
      '{|\n|\n* a\n* b\n|}': table(
        row(`cell (list (listItem (${p('"a"')}) listItem (${p('"b"')})))`)
      ),
      '{|\n| a\n\nb\n c\n|}': table(row(`cell (${p('"a"')} ${p('"b"')} preformatted (" c"))`)),
      '{|\n|\n{|\n| a\n|}\n|}': table(row(`cell (${table(row(cell('"a"')))})`)),
      '{|\n|\n{|\n| a\n\n': table(row(`cell (${table(row(cell('"a"')))})`)),
      '{|\n|a\n|}b': `${table(row(cell('"a"')))} ${p('"b"')}`,
      'a\n {|\n|b\n |}\n* c': `${p('"a"')} ${table(row(cell('"b"')))} list (listItem (${p('"c"')}))`,
      '{|\n|a': table(row(cell('"a"'))),
      '{|\n|}': 'table',
      '{|\n|-\n|}': 'table (tableRow)',
      '{|\r\n| a\r\n|}\r\n': table(row(cell('"a"'))),
      '{|\na\n|-\n{{b}}\n| c\n|}': table(p('"a"'), row(p('template b'), cell('"c"'))),
      '{|\n|-\n{{b}}\n|}': table(row(p('template b'))),
      '{|\n<noinclude>\n! a\n</noinclude>\n|-\n| b\n|}': table(
        'html',
        `tableRow (header (${p('"a"')} html))`,
        row(cell('"b"'))
      ),
      "{|\n</noinclude>'": table('html', p(`"'"`)),
      '{|\n<!--a-->\n|+ b\n<!--c-->\n|-\n<!--d-->\n| e\n|}': table(
        'comment "a"',
        `tableCaption (${p('"b"')} comment "c")`,
        row('comment "d"', cell('"e"'))
      ),
      '{|\n* a\n{|\n| b\n|}\n|-\n|}': table(
        `list (listItem (${p('"a"')}))`,
        table(row(cell('"b"'))),
        'tableRow'
      ),
      '{| a <!--\n--> b\n|- <!--\n-->\n| c\n|}': table(row(cell('"c"')))
        .replace('table (', 'table a <!--\n--> b (')
        .replace('tableRow', 'tableRow <!--\n-->')
    })
  })

  describe('should support {{!}} as |', () => {
    cases({
      '{{{!}} class="a"\n{{!}}+ b\n{{!}}- id="c"\n! d {{!}}{{!}} e\n{{!}} id="f" {{!}} g\n{{!}}}h': `table class="a" (tableCaption (${p('"b"')}) tableRow id="c" (header (${p('"d"')}) header (${p('"e"')}) cell id="f" (${p('"g"')}))) ${p('"h"')}`,
      ' {{{!}}\n {{!}} a\n{{!}}}': table(row(cell('"a"'))),
      '{|\n| a |{{!}} b {{!}}| c\n|}': table(row(cell('"a"'), cell('"b"'), cell('"c"'))),
      '{|\n| a | b {{!}} c\n|}': table(row(`cell a (${p('"b " template ! " c"')})`))
    })
  })

  describe('should not support', () => {
    cases({
      '{{!}} a': p('template ! " a"'),
      '{ {{!}}\n| a': p('"{ " template ! "\\n| a"'),
      '{{{{!}}\n| a': p('"{{" template ! "\\n| a"'),
      '{|\n| a {{b|{{!}}{{!}}}} <!--{{!}}{{!}}--> <nowiki>{{!}}{{!}}</nowiki>\n|}': table(
        row(
          cell(
            '"a " template b (argument (template ! template !)) " " comment "{{!}}{{!}}" " " nowiki "{{!}}{{!}}"'
          )
        )
      ),
      'a {|\n| b\n|}': p('"a {|\\n| b\\n|}"'),
      '* {|\n| a': `list (listItem (${p('"{|"')})) ${p('"| a"')}`,
      '| a || b': p('"| a || b"'),
      '|}': p('"|}"'),
      '{ |\n| a\n|}': p('"{ |\\n| a\\n|}"'),
      '{{a|\n{|\n|}}': p('template a (argument ("\\n{") argument ("\\n") argument)')
    })
  })

  it('should have the same parts where any of its | is {{!}}', () => {
    const line = fc.constantFrom(
      ...[
        '{|',
        '{| id=a',
        ':{|',
        '|}',
        '|-',
        '|---- id=b',
        '|+ a',
        '|+ id=c | a',
        '| a',
        '| id=d | a'
      ],
      ...[
        '| a || b',
        '! a || b !! c',
        '! id=e | a | b || id=f | c',
        ' | a',
        '* a',
        'a',
        '',
        '||',
        '|||'
      ]
    )
    const page = fc.array(fc.tuple(line, fc.infiniteStream(fc.boolean())), {maxLength: 12})
    fc.assert(
      fc.property(page, (lines) => {
        const plain = `{|\n${lines.map(([line]) => line).join('\n')}`
        const written = lines.map(([line, isBar]) =>
          line.replace(/\|/g, () => (isBar.next().value ? '{{!}}' : '|'))
        )
        const types = ['table', 'tableCaption', 'tableRow', 'tableCell']
        const source = `{{{!}}\n${written.join('\n')}`
        checkPositions(parseWikitext(source), source)
        const found = slices(source, ...types)
        expect(found.map((slice) => slice.replaceAll('{{!}}', '|'))).toEqual(
          slices(plain, ...types)
        )
      })
    )
  })

  it('should place rows and cells from their mark to the next', () => {
    const source = '{|\n| a || b \n|-\n! c\n* d\n|}'
    expect(slices(source, 'tableRow')).toEqual(['| a || b', '|-\n! c\n* d'])
    expect(slices(source, 'tableCell')).toEqual(['| a', '|| b', '! c\n* d'])
  })
})
