import {describe, expect, it} from 'vitest'
import {cases, outline, slices} from './utils.ts'

const p = (inner: string): string => `paragraph (${inner})`
const item = (...inner: string[]): string => `listItem (${inner.join(' ')})`

describe('pages marked up for translation', () => {
  cases({
    '<translate><!--T:1--> Hello</translate>': `tag translate (comment "T:1" ${p('"Hello"')})`,
    '<translate>\n<!--T:1-->\n* a\n</translate>': `tag translate (comment "T:1" list (${item(p('"a"'))}))`,
    '== <translate><!--T:1--> Goals</translate> ==':
      'heading 2 (" " html comment "T:1" "Goals" html " ")',
    '<translate>\n== a == <!--T:1-->\n</translate>':
      'tag translate (heading 2 (" a ") comment "T:1")',
    '<translate>== a</translate> ==': 'html heading 2 (" a" html " ")',
    '*<translate>* a</translate>': `list (${item('html', `list (${item(p('"a" html'))})`)})`,
    '* <translate><!--T:1--> a</translate> {{done}}': `list (${item(p('html comment "T:1" "a" html " " template done'))})`,
    '{|\n|<translate><!--T:1-->\na</translate> ||b\n|}': `table (tableRow (cell (${p('html comment "T:1" "a" html')}) cell (${p('"b"')})))`,
    "'''<translate>a</translate>''' b": p('strong (html "a" html) " b"'),
    '<translate>a</translate> b': p('html "a" html " b"'),
    '<translate>a\n\nb</translate>': `tag translate (${p('"a"')} ${p('"b"')})`,
    '<translate nowrap>a</translate>': `tag translate nowrap (${p('"a"')})`,
    '<translate>a <tvar name="n">4</tvar> <tvar|u>https://a.example</> b</translate>': `tag translate (${p('"a " html "4" html " " html link https://a.example ("https://a.example") html " b"')})`,
    '<translate>[[<tvar|p>Help:A</>|a]] [https://<tvar name=h>a.example</tvar>/ b]</translate>': `tag translate (${p('wikiLink Help:A ("a") " " link https://a.example/ ("b")')})`,
    // A marker at a line's end leaves it there
    '<translate>{{a|<!--T:1-->\nb}}</translate>': `tag translate (${p('template a (argument (comment "T:1" "\\nb"))')})`,
    // Never opened or never closed
    'a</translate>\n<translate>b': p('"a" html "\\n" html "b"'),
    '* a\n</translate>\n\n<translate>\n* b': `list (${item(p('"a"'))}) html html list (${item(p('"b"'))})`,
    // What Translate does not take for its markup
    '<translate x>a': p('"<translate x>a"'),
    '<nowiki><translate></nowiki><!--T:1--> a': p('nowiki "<translate>" comment "T:1" " a"'),
    '<!--T:1--> a': 'comment "T:1" preformatted (" a")'
  })

  it('should stand where their markup is', () => {
    const page = '* a <translate><!--T:1--> b</translate>\n* c'
    expect(slices(page, 'listItem')).toEqual(['* a <translate><!--T:1--> b</translate>', '* c'])
    expect(slices(page, 'html', 'comment')).toEqual(['<translate>', '<!--T:1-->', '</translate>'])
  })
})

describe('tags that say what is transcluded', () => {
  describe('should leave the content of noinclude and onlyinclude', () => {
    cases({
      '<noinclude>* a</noinclude>': `tag noinclude (list (${item(p('"a"'))}))`,
      '<noinclude></noinclude>* b': `tag noinclude list (${item(p('"b"'))})`,
      '<noinclude>\n* a\n</noinclude>* b': `html list (${item(p('"a"'), 'html')} ${item(p('"b"'))})`,
      '* a<noinclude>\n[[Category:A]]</noinclude>': `list (${item(p('"a"'))}) tag noinclude (${p('category Category:A')})`,
      '* {{a<noinclude>|b</noinclude>}}': `list (${item(p('template a (argument ("b" html))'))})`,
      '{{a<noinclude>\n</noinclude>}}': p('template a'),
      '{<noinclude>{a}</noinclude>}': p('template a'),
      '=<onlyinclude>= a =</onlyinclude>=': 'heading 2 (html " a " html)',
      '<onlyinclude>{{{1|a}}}</onlyinclude> b': p('html templateParameter 1 ("a") html " b"'),
      '<noinclude>\n<onlyinclude>\na\n</noinclude>\n</onlyinclude>\n':
        'tag noinclude (html paragraph ("a")) html',
      'a</noinclude> b': p('"a" html " b"'),
      '<NoInclude/>* a': `html list (${item(p('"a"'))})`
    })
  })

  describe('should take the content of includeonly out', () => {
    cases({
      'a <includeonly>{{done}}</includeonly> b': p('"a " tag includeonly " b"'),
      '<includeonly>* a</includeonly>* b': `tag includeonly list (${item(p('"b"'))})`,
      '* a<includeonly>\n* b\n</includeonly>\n* c': `list (${item(p('"a" tag includeonly'))} ${item(p('"c"'))})`,
      '{{a|<includeonly>b|</includeonly>c}}': p('template a (argument (tag includeonly "c"))'),
      'a <includeonly>b': p('"a" tag includeonly'),
      '* <includeonly>a</includeonly>\tb': `list (${item(p('tag includeonly "b"'))})`,
      '*<includeonly>a</includeonly> b': `list (${item(p('tag includeonly "b"'))})`,
      '<includeonly/>a': `tag includeonly ${p('"a"')}`,
      '<IncludeOnly>a</includeonly >': 'tag includeonly',
      'a</includeonly>': p('"a</includeonly>"')
    })
  })

  describe('should not be looked for in comments and extensions', () => {
    cases({
      '<!-- <noinclude> -->': 'comment " <noinclude> "',
      '<nowiki><includeonly></nowiki>a</includeonly>': p('nowiki "<includeonly>" "a</includeonly>"')
    })
  })

  it('should be read once, so that none arises from what another one leaves', () => {
    expect(outline('<no<noinclude></noinclude>include>')).toBe(p('"<no" html html "include>"'))
  })
})
