import {describe, expect, it} from 'vitest'
import {cases, slices} from './utils.ts'

const p = (inner: string): string => `paragraph (${inner})`

describe('bold and italics', () => {
  describe('should support', () => {
    cases({
      "''a''": p('emphasis ("a")'),
      "'''a'''": p('strong ("a")'),
      "'''''a'''''": p('emphasis (strong ("a"))'),
      "'''''a'' b'''": p('strong (emphasis ("a") " b")'),
      "'''''a''' b''": p('emphasis (strong ("a") " b")'),
      "''a '''b''' c''": p('emphasis ("a " strong ("b") " c")'),
      "'''a''': b": p('strong ("a") ": b"'),
      "''''a''''": p(`"'" strong ("a'")`),
      "'''''''a'''''''": p(`"''" emphasis (strong ("a''"))`),
      "'''{{a|b''c}}'''": p(`strong (template a (argument ("b" emphasis ("c"))))`),
      "'''a'''b'''c'''": p('strong ("a") "b" strong ("c")')
    })
  })

  describe('should close at the end of the line', () => {
    cases({
      "''a\nb": p('emphasis ("a") "\\nb"'),
      "'''''a": p('strong (emphasis ("a"))'),
      "''a\n''b''": p('emphasis ("a") "\\n" emphasis ("b")'),
      "* ''a\n* b''": `list (listItem (${p('emphasis ("a")')}) listItem (${p('"b" emphasis')}))`,
      "{|\n| ''a || b''\n|}": `table (tableRow (cell (${p('emphasis ("a")')}) cell (${p('"b" emphasis')})))`,
      "[[a|''b]] c''": p('wikiLink a (emphasis ("b")) " c" emphasis')
    })
  })

  describe('should nest what is misnested', () => {
    cases({
      "'''a ''b''' c''": p('strong ("a " emphasis ("b")) emphasis (" c")'),
      "''a '''b'' c'''": p('emphasis ("a " strong ("b")) strong (" c")')
    })
  })

  describe('should balance as MediaWiki does', () => {
    cases({
      "l'''amour''": p(`"l'" emphasis ("amour")`),
      "'''a ''b": p(`"'" emphasis ("a ") "b"`),
      "aa '''bb '''cc '''dd ''e": p(`"aa '" emphasis ("bb " strong ("cc ") "dd ") "e"`),
      "'''aa bb''' ll'''c''": p(`"'" emphasis ("aa bb" strong (" ll") "c")`),
      "'''aa b'''c ll'''c''": p(`strong ("aa b'" emphasis ("c ll")) emphasis ("c")`)
    })
  })

  describe('should not support', () => {
    cases({
      "a'b": p(`"a'b"`),
      "<nowiki>''</nowiki>a''": p(`nowiki "''" "a" emphasis`)
    })
  })

  it('should place them as Parsoid does', () => {
    const source = "'''a ''b''' c''"
    expect(slices(source, 'strong')).toEqual(["'''a ''b'''"])
    expect(slices(source, 'emphasis')).toEqual(["''b", " c''"])
  })
})
