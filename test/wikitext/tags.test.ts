import {describe, expect, it} from 'vitest'
import type {Tag} from '../../src/document/types.ts'
import {parseWikitext} from '../../src/syntax/wikitext/index.ts'
import {cases, slices} from './utils.ts'

const p = (inner: string): string => `paragraph (${inner})`
const list = (...inner: string[]): string =>
  `list (${inner.map((item) => `listItem (${p(item)})`).join(' ')})`

describe('tags within a line', () => {
  describe('should support', () => {
    cases({
      '<div <!-- c -->class=x>y</div>': p('tag div class=x ("y")'),
      '<b>a</b <!-- > -->>': p('tag b ("a")'),
      '<br <!-- a --> />': p('tag br'),
      '<span title="{{#if: 1 > 2 |a}}">b</span>': p('tag span title={{#if: 1 > 2 |a}} ("b")'),
      '<span title="<nowiki>a</nowiki>">b</span>': p('tag span title=<nowiki>a</nowiki> ("b")'),
      '<br title="{{a|<b>}}"/>': p('tag br title={{a|<b>}}'),
      '<b {{a>b}}>c</b>': p('tag b {{a ("b}}>c")'),
      '<b [[a|<i>b</i>]]>': p('"<b " wikiLink a (tag i ("b")) ">"'),
      '<pre>a': p('html "a"'),
      '<b>a</b>': p('tag b ("a")'),
      '<SPAN class="a" id=b hidden>c</span >': p('tag span class=a id=b hidden ("c")'),
      '<b>a <i>b</i></b>': p('tag b ("a " tag i ("b"))'),
      '<b>a\nb</b>': p('tag b ("a\\nb")'),
      '<div>a</div>': p('tag div ("a")'),
      'a<br>b<br/>c<br />': p('"a" tag br "b" tag br "c" tag br'),
      '<section begin="a"/>b<section end=a/>': p('tag section begin=a "b" tag section end=a'),
      "'''a <span>''b''</span>'''": p('strong ("a " tag span (emphasis ("b")))'),
      "<b>''a</b>": p('tag b (emphasis ("a"))'),
      '* <b>a</b>': list('tag b ("a")'),
      '== <span>a</span> ==': 'heading 2 (" " tag span ("a") " ")',
      '{{a|<b>b</b>}}': p('template a (argument (tag b ("b")))'),
      '[[a|<b>b</b>]]': p('wikiLink a (tag b ("b"))')
    })
  })

  describe('should be items where <li> has no end', () => {
    cases({
      '<li>a\n<li>b': p('tag li ("a") "\\n" tag li ("b")'),
      '<ul>\n<li>a {{b}}\n<li>c\n</ul>': `tag ul (${p('tag li ("a " template b) "\\n" tag li ("c")')})`,
      '<ul><li>a<li>b</ul>c': p('tag ul (tag li ("a") tag li ("b")) "c"'),
      '<ul><li>a<ol><li>b</ol>c</ul>': p('tag ul (tag li ("a" tag ol (tag li ("b")) "c"))'),
      '<ul><li>a</li><li>b</ul>': p('tag ul (tag li ("a") tag li ("b"))'),
      "<li>''a\n<li>b''": p('tag li (emphasis ("a")) "\\n" tag li ("b" emphasis)'),
      '<li><b>a\n<li>b': p('tag li (html "a") "\\n" tag li ("b")'),
      '<li>a\n* b\n<li>c': `${p('tag li ("a")')} ${list('"b"')} ${p('tag li ("c")')}`,
      '<li>': p('tag li'),
      '* a <li>b': list('"a " tag li ("b")'),
      '[https://a.example <li>b] c': p('link https://a.example (tag li ("b")) " c"')
    })
  })

  describe('should be html where they open or close nothing', () => {
    cases({
      '<b>a': p('html "a"'),
      'a</b>': p('"a" html'),
      '<b>a</i>': p('html "a" html'),
      '<b>a <i>b</b>': p('tag b ("a " html "b")'),
      '<b>a\n\nb': p('html "a"') + ' ' + p('"b"'),
      '* <b>a\n* b</b>': list('html "a"', '"b" html'),
      '* a</small> {{b}}': list('"a" html " " template b'),
      "''a<b>''b": p('emphasis ("a" html) "b"'),
      '[https://a.example <b>c]': p('link https://a.example (html "c")'),
      '<b>{{a|</b>}}': p('html template a (argument (html))'),
      '{|\n| <b>a || b</b>\n|}': `table (tableRow (cell (${p('html "a"')}) cell (${p('"b" html')})))`
    })
  })

  describe('should not support', () => {
    cases({
      '<Done>': p('"<Done>"'),
      '<<Done>>': p('"<<Done>>"'),
      '< In progress': p('"< In progress"'),
      '<b a<c>d': p('"<b a<c>d"'),
      '< b>a': p('"< b>a"'),
      '<constructor>a</constructor>': p('"<constructor>a</constructor>"')
    })
  })
})

describe('tags around lines', () => {
  describe('should support', () => {
    cases({
      '<div>\n* a\n</div>': `tag div (${list('"a"')})`,
      '<div>a\n\nb</div>': `tag div (${p('"a"')} ${p('"b"')})`,
      'a <div>\nb\n</div> c': `${p('"a"')} tag div (${p('"b"')}) ${p('"c"')}`,
      '<div>\n* a</div>\nb': `tag div (${list('"a"')}) ${p('"b"')}`,
      '<small>\n* a\n</small>': `tag small (${list('"a"')})`,
      '<tabs>\n<tab name="Q1">\n== a ==\n</tab>\n<tab name="Q2">* b</tab></tabs>': `tag tabs (tag tab name=Q1 (heading 2 (" a ")) tag tab name=Q2 (${list('"b"')}))`,
      '<noinclude>== a ==</noinclude>': 'tag noinclude (heading 2 (" a "))',
      '<translate>\n<!--T:1-->\n== a ==\n\n<!--T:2-->\n* b</translate>': `tag translate (comment "T:1" heading 2 (" a ") comment "T:2" ${list('"b"')})`,
      '<div>\n<div>\na\n</div>\n</div>': `tag div (tag div (${p('"a"')}))`,
      '{|\n|\n<div>\na\n</div>\n|}': `table (tableRow (cell (tag div (${p('"a"')}))))`,
      '<div>\n{|\n|a\n|}\n</div>': `tag div (table (tableRow (cell (${p('"a"')}))))`
    })
  })

  describe('should not support', () => {
    cases({
      '<div>\na': p('html "\\na"'),
      'a\n</div>': p('"a\\n" html'),
      '* <div>\n* a\n</div>': `${list('html', '"a"')} ${p('html')}`,
      '<div>* a</div>': p('tag div ("* a")'),
      '<div>\n{|\n| a\n</div>\n|}': `${p('html')} table (tableRow (cell (${p('"a\\n" html')})))`
    })
  })

  it('should offer its ends as nodes', () => {
    const source = 'a\n<tab name="Q1">\nb\n</tab>'
    const tag = parseWikitext(source).children[1] as Tag
    const ends = [tag.opening, tag.closing!].map(({value, position}) => [
      value,
      position!.start.offset
    ])
    expect(ends).toEqual([
      ['<tab name="Q1">', 2],
      ['</tab>', 20]
    ])
  })

  it('should stand from tag to tag', () => {
    expect(slices('a <div>\nb\n</div> c', 'tag')).toEqual(['<div>\nb\n</div>'])
  })
})

describe('tabber', () => {
  cases({
    '<tabber>\nQ1=\n* a\n|-|\nQ2=b\n</tabber>': `tag tabber (tab "Q1" (${list('"a"')}) tab "Q2" (${p('"b"')}))`,
    '<tabber>|-|Q1=\n== a ==\n|-|Q2=</tabber>':
      'tag tabber (tab "Q1" (heading 2 (" a ")) tab "Q2")',
    '<tabber>\na\n|-|\nb\n</tabber>': `tag tabber (${p('"a"')} tab "" (${p('"b"')}))`,
    '<tabber>\na={{b|\n|-|c=d}}\n</tabber>': `tag tabber (tab "a" (${p('template b (argument ("\\n") argument ("-") c= ("d"))')}))`,
    '<tabber>\n</tabber>': 'tag tabber'
  })

  it('should place a tab from its mark to the next', () => {
    const source = '<tabber>\nQ1=\n* a\n|-|Q2=\n* b\n</tabber>'
    expect(slices(source, 'tab')).toEqual(['Q1=\n* a', '|-|Q2=\n* b'])
  })
})

describe('extension tags', () => {
  describe('should support', () => {
    cases({
      "<nowiki>''a''</nowiki>": p(`nowiki "''a''"`),
      '<nowiki/>': p('nowiki ""'),
      '<pre>\n* a\n{{b\n</pre>': p('pre "\\n* a\\n{{b\\n"'),
      '<syntaxhighlight lang="js">a</b></syntaxhighlight>': p('syntaxhighlight lang=js "a</b>"'),
      '<ref name=a />': p('ref name=a ""'),
      '<Math>a</MATH >': p('math "a"'),
      '* <nowiki>\n* </nowiki>\n* a': list('nowiki "\\n* "', '"a"'),
      '<nowiki><!--</nowiki> a': p('nowiki "<!--" " a"')
    })
  })

  describe('should not support', () => {
    cases({
      "<nowiki>''a''": p(`"<nowiki>" emphasis ("a")`),
      '<pre>[[a]]</pre': p('html wikiLink a "</pre"'),
      '</nowiki>': p('"</nowiki>"'),
      '<nowikis>a</nowikis>': p('"<nowikis>a</nowikis>"')
    })
  })
})
