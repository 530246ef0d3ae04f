import {describe, expect, it} from 'vitest'
import {cases, slices} from './utils.ts'

const p = (inner: string): string => `paragraph (${inner})`

describe('templates', () => {
  describe('should support', () => {
    cases({
      '{{done}}': p('template done'),
      '{{ In progress }}': p('template In progress'),
      '{{Template:Done}}': p('template Template:Done'),
      '{{:a}}': p('template :a'),
      '{{d&amp;e|b}}': p('template d&e (argument ("b"))'),
      '{{done&nbsp;}}': p('template done'),
      '{{a\n|b\n}}': p('template a (argument ("b\\n"))'),
      '{{a|b|c=d|e = f }}': p('template a (argument ("b") c= ("d") e= (" f "))'),
      '{{a|}}': p('template a (argument)'),
      '{{a|b=c=d}}': p('template a (b= ("c=d"))'),
      '{{a|=b}}': p('template a (= ("b"))'),
      '{{a|{{b|c=d}}}}': p('template a (argument (template b (c= ("d"))))'),
      '{{a|b={{c|[[d|e]]}}}}': p('template a (b= (template c (argument (wikiLink d ("e")))))'),
      '{{a|[[b|c=d]]}}': p('template a (argument (wikiLink b ("c=d")))'),
      '{{a|[[https://b.example?c=d]]}}': p(
        'template a (argument ("[" link https://b.example?c=d "]"))'
      ),
      '{{a|{{<b>=c}}}}': p('template a (argument ("{{" html "=c}}"))'),
      '{{a|{{b<c>}}=d}}': p('template a ({{b<c>}}= ("d"))'),
      // HTML is text to the preprocessor
      '{{a|<br clear=all>}}': p('template a (<br clear= ("all>"))'),
      '{{a|<div\nb=c>\nd\n</div>}}': p('template a (<div\nb= ("c>\\nd\\n" html))'),
      '{{a|<nowiki>}}|</nowiki>}}': p('template a (argument (nowiki "}}|"))'),
      '{{a|<!-- }} | -->}}': p('template a (argument (comment " }} | "))'),
      '{{a<!-- b -->}}': p('template a'),
      '{{{{a}}}}': p('"{" templateParameter a "}"'),
      '{{a}}}': p('template a "}"'),
      '{{{a}}': p('"{" template a'),
      '{{{{{a}}}}}': p('template {{{a}}}'),
      '{{a}} b\n{{c}}': p('template a " b\\n" template c'),
      '{{a|\n* b\n== c ==\n}}': p('template a (argument ("\\n* b\\n== c ==\\n"))')
    })
  })

  describe('should not support', () => {
    cases({
      '{{}}': p('"{{}}"'),
      '{{ }}': p('"{{ }}"'),
      '{{|a}}': p('"{{|a}}"'),
      '{{:}}': p('"{{:}}"'),
      '{{: :a}}': p('"{{: :a}}"'),
      '{{a': p('"{{a"'),
      '{{a}': p('"{{a}"'),
      '{a}}': p('"{a}}"'),
      '{{a} }': p('"{{a} }"'),
      '{{a]]': p('"{{a]]"'),
      '{[a}}': p('"{[a}}"'),
      '{{a\nb}}': p('"{{a\\nb}}"'),
      '{{a[b]}}': p('"{{a[b]}}"'),
      '{{<b>a</b>}}': p('"{{" tag b ("a") "}}"'),
      '{{[[a]]}}': p('"{{" wikiLink a "}}"'),
      '{{a|[[b}}': p('"{{a|[[b}}"'),
      '[[a|{{b]]': p('"[[a|{{b]]"')
    })
  })

  it('should place arguments between their bars', () => {
    expect(slices('{{a| b |c = d\n}}', 'templateArgument')).toEqual([' b ', 'c = d\n'])
  })

  it('should keep what stands in a broken template', () => {
    expect(slices('{{a\n[[b]] {{c}}', 'wikiLink', 'template')).toEqual(['[[b]]', '{{c}}'])
  })
})

describe('parser functions', () => {
  describe('should support', () => {
    cases({
      '{{#if: a | b | c }}': p(
        'parserFunction #if (argument (" a ") argument (" b ") argument (" c "))'
      ),
      '{{#if:a=b|c=d}}': p('parserFunction #if (argument ("a=b") argument ("c=d"))'),
      '{{#if:[[a]]\n|<b>c</b>}}': p(
        'parserFunction #if (argument (wikiLink a "\\n") argument (tag b ("c")))'
      ),
      '{{#tag:ref|a|name=b}}': p(
        'parserFunction #tag (argument ("ref") argument ("a") argument ("name=b"))'
      ),
      '{{lc:A}}': p('parserFunction lc (argument ("A"))'),
      '{{PAGENAME}}': p('parserFunction PAGENAME'),
      '{{subst:#if:a|b}}': p('subst: parserFunction #if (argument ("a") argument ("b"))'),
      '{{ SafeSubst: lc:A}}': p('SafeSubst: parserFunction lc (argument ("A"))'),
      '{{subst:a|b}}': p('subst: template a (argument ("b"))'),
      '{{DEFAULTSORT:a}}': p('parserFunction DEFAULTSORT (argument ("a"))')
    })
  })

  describe('should not support', () => {
    cases({
      '{{PageName}}': p('template PageName'),
      '{{PAGENAME|a}}': p('template PAGENAME (argument ("a"))'),
      '{{substitute:a}}': p('template substitute:a'),
      '{{a:b}}': p('template a:b'),
      '{{:a}}': p('template :a'),
      '{{constructor:a}}': p('template constructor:a'),
      '{{#if:a}': p('"{{#if:a}"')
    })
  })
})

describe('template parameters', () => {
  describe('should support', () => {
    cases({
      '{{{a}}}': p('templateParameter a'),
      '{{{ a |}}}': p('templateParameter a'),
      '{{{a|b {{c}}}}}': p('templateParameter a ("b " template c)'),
      '{{a|{{{b|c}}}}}': p('template a (argument (templateParameter b ("c")))'),
      '{{{{{{a}}}}}}': p('templateParameter {{{a}}}')
    })
  })

  describe('should not support', () => {
    cases({
      '{{{a': p('"{{{a"'),
      '{{{a}': p('"{{{a}"')
    })
  })
})
