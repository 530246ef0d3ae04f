import {describe, expect, it} from 'vitest'
import {cases, slices} from './utils.ts'

const p = (inner: string): string => `paragraph (${inner})`

describe('links', () => {
  describe('should support', () => {
    cases({
      '[[a]]': p('wikiLink a'),
      '[[ a b ]]': p('wikiLink a b'),
      '[[a|b c]]': p('wikiLink a ("b c")'),
      '[[a|b|c]]': p('wikiLink a ("b|c")'),
      "[[a|''b'' {{c}}]]": p('wikiLink a (emphasis ("b") " " template c)'),
      "[[a|''b\nc'']]": p('wikiLink a (emphasis ("b\\nc"))'),
      '[[a|b\nc]]': p('wikiLink a ("b\\nc")'),
      "[[a]]bc's": p('wikiLink a +bc "\'s"'),
      '[[a|b]]cD': p('wikiLink a +c ("b") "D"'),
      '[[#a]]': p('wikiLink #a'),
      '[[a#b<c>d]]': p('wikiLink a#b<c>d'),
      '[[a# <|b<c]]': p('wikiLink a# < ("b<c")'),
      '[[a#%5B&lt;]]': p('wikiLink a#%5B<'),
      '[[a%23b%5B]]': p('wikiLink a%23b%5B'),
      '[[a%20b%|c]]': p('wikiLink a%20b% ("c")'),
      '[[a{{#if:b|c}}|d]]': p('wikiLink a{{#if:b|c}} ("d")'),
      '[[a{{b|c}}|d]]': p('wikiLink a{{b|c}} ("d")'),
      '[[:Category:a]]': p('wikiLink Category:a'),
      '[[:File:a.png|b]]': p('wikiLink File:a.png ("b")'),
      '[[a|b [[c]] d]]': p('"[[a|b " wikiLink c " d]]"'),
      '[[a|[[b|[[c]]]]]]': p('"[[a|[[b|" wikiLink c "]]]]"'),
      '[[a|[b]]]': p('wikiLink a ("[b]")'),
      '[[[[a]]]]': p('"[[" wikiLink a "]]"'),
      '[stretch [[a]]]': p('"[stretch " wikiLink a "]"')
    })
  })

  describe('should not support', () => {
    cases({
      '[[a|https://b.example]]': 'paragraph (wikiLink a ("https://b.example"))',
      '[[a|[https://b.example c] d]]': 'paragraph (wikiLink a ("[https://b.example c] d"))',
      '[[]]': p('"[[]]"'),
      '[[ ]]': p('"[[ ]]"'),
      '[[|a]]': p('"[[|a]]"'),
      '[[:]]': p('"[[:]]"'),
      '[[: :a]]': p('"[[: :a]]"'),
      '[[a|]]': p('"[[a|]]"'),
      '[[a': p('"[[a"'),
      '[[a]': p('"[[a]"'),
      '[a]]': p('"[a]]"'),
      '[[a\n]]': p('"[[a\\n]]"'),
      '[[a<b]]': p('"[[a<b]]"'),
      '[[a<b#c]]': p('"[[a<b#c]]"'),
      '[[a#<b>c</b>]]': p('"[[a#" tag b ("c") "]]"'),
      '[[a#b<nowiki/>]]': p('"[[a#b" nowiki "" "]]"'),
      '[[a#[b]]': p('"[[a#[b]]"'),
      '[[a%5Bb]]': p('"[[a%5Bb]]"'),
      '[[a%7c|b]]': p('"[[a%7c|b]]"'),
      '[[File:a%3E.png]]': p('"[[File:a%3E.png]]"'),
      '[[a&lt;b]]': p('"[[a" entity "<" "b]]"'),
      '[[a&#x5B;b|c]]': p('"[[a" entity "[" "b|c]]"'),
      '[[a{b]]': p('"[[a{b]]"'),
      '[[[a]]]': p('"[[[a]]]"'),
      '[[https://a.example b]]': p('"[" link https://a.example ("b") "]"')
    })
  })

  it('should take the trail in', () => {
    expect(slices('[[a]]bc d', 'wikiLink')).toEqual(['[[a]]bc'])
  })
})

describe('files', () => {
  cases({
    '[[File:a.png|]]': p('"[[File:a.png|]]"'),
    '[[File: ]] [[Category:|a]]': p('"[[File: ]] [[Category:|a]]"'),
    '[[Category:a:]]': p('category Category:a:'),
    '[[File:a.png]]': p('file File:a.png'),
    '[[image:a.png|thumb|200px]]': p('file image:a.png thumb 200px'),
    '[[File:a.png|thumb|A [[b]] c]]': p('file File:a.png thumb ("A " wikiLink b " c")'),
    '[[File:a.png|alt=b|c]]d': p('file File:a.png alt=b ("c") "d"'),
    '[[File:a.png|thumb|x [[b|[c]]] y]]': p('file File:a.png thumb ("x " wikiLink b ("[c]") " y")'),
    '[[Filed:a]]': p('wikiLink Filed:a')
  })
})

describe('categories', () => {
  cases({
    '[[Category:a]]': p('category Category:a'),
    '[[category : a|b]]': p('category category : a b'),
    '[[Category:a]]\n[[Category:b]]': p('category Category:a "\\n" category Category:b'),
    '[[Categories:a]]': p('wikiLink Categories:a')
  })
})

describe('redirects', () => {
  cases({
    '#REDIRECT [[a]]': 'redirect a',
    '#redirect: [[a#b|c]]\n[[Category:d]]': `redirect a#b ${p('category Category:d')}`,
    '\n#REDIRECT\n[[a]]': 'redirect a',
    'a\n#REDIRECT [[b]]': 'paragraph ("a") list # (listItem (paragraph ("REDIRECT " wikiLink b)))',
    '#REDIRECT a': 'list # (listItem (paragraph ("REDIRECT a")))'
  })
})
