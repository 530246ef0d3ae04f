import {describe, expect, it} from 'vitest'
import {cases, slices} from './utils.ts'

describe('headings', () => {
  describe('should support', () => {
    cases({
      '== a ==__NOTOC__': 'heading 2 (" a ") paragraph (behaviorSwitch NOTOC)',
      '== a == __TOC__ <!-- b -->':
        'heading 2 (" a ") paragraph (behaviorSwitch TOC " " comment " b ")',
      '= a =': 'heading 1 (" a ")',
      '==a==': 'heading 2 ("a")',
      '====== a ======': 'heading 6 (" a ")',
      '======= a =======': 'heading 6 ("= a =")',
      '=== a ==': 'heading 2 ("= a ")',
      '== a ===': 'heading 2 (" a =")',
      '== a = b ==': 'heading 2 (" a = b ")',
      '== ==': 'heading 2 (" ")',
      '===': 'heading 1 ("=")',
      '=====': 'heading 2 ("=")',
      '== a == \t': 'heading 2 (" a ")',
      '== a ==<!-- b --> <!-- c -->': 'heading 2 (" a ") comment " b " comment " c "',
      '== a == <!-- b\n\n': 'heading 2 (" a ") comment " b\\n\\n"',
      '<!-- b -->== a ==': 'comment " b " heading 2 (" a ")',
      '== a <!-- b --> ==': 'heading 2 (" a " comment " b " " ")',
      '== {{a|\n}} ==': 'heading 2 (" " template a (argument ("\\n")) " ")',
      '== a ==\nb': 'heading 2 (" a ") paragraph ("b")',
      'a\n== b ==\n== c ==': 'paragraph ("a") heading 2 (" b ") heading 2 (" c ")',
      '<tab>\n== a ==</tab>': 'tag tab (heading 2 (" a "))',
      '<noinclude>== a ==</noinclude>': 'tag noinclude (heading 2 (" a "))',
      "== ''a == b ==": 'heading 2 (" " emphasis ("a == b "))',
      '\ufeff== a ==': 'heading 2 (" a ")',
      '== a ==\r\n== b ==\r== c ==': 'heading 2 (" a ") heading 2 (" b ") heading 2 (" c ")'
    })
  })

  describe('should not support', () => {
    cases({
      '=': 'paragraph ("=")',
      '==': 'paragraph ("==")',
      '== a': 'paragraph ("== a")',
      '== a == b': 'paragraph ("== a == b")',
      'a == b ==': 'paragraph ("a == b ==")',
      '== a\nb ==': 'paragraph ("== a\\nb ==")',
      ' == a ==': 'preformatted (" == a ==")',
      '* == a ==': 'list (listItem (paragraph ("== a ==")))',
      '<div>\n== a ==</div>': 'tag div (paragraph ("== a =="))',
      '<div>\nb\n== a == </div>': 'tag div (paragraph ("b\\n== a =="))',
      '== <nowiki>a ==</nowiki>': 'paragraph ("== " nowiki "a ==")'
    })
  })

  it('should end before blank space and comments', () => {
    expect(slices('== a == <!-- x -->\n', 'heading')).toEqual(['== a =='])
  })
})
