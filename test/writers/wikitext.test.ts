/** How each thing within a line is written as wikitext, and what keeps it from becoming another. */
import {describe, expect, it} from 'vitest'
import type {PhrasingContent} from '../../src/document/types.ts'
import {english} from '../../src/vocabulary/index.ts'
import {phrasingToWikitext} from '../../src/write/wikitext.ts'
import {status} from '../utils/builders.ts'

const write = (...nodes: PhrasingContent[]): string => phrasingToWikitext(nodes, english)
const text = (value: string): PhrasingContent => ({type: 'text', value})
const link = (url: string, ...children: PhrasingContent[]): PhrasingContent => ({
  type: 'link',
  url,
  children
})
const wikiLink = (target: string, ...children: PhrasingContent[]): PhrasingContent => {
  return {type: 'wikiLink', target, trail: '', children}
}
const strong = (...children: PhrasingContent[]): PhrasingContent => ({type: 'strong', children})
const emphasis = (...children: PhrasingContent[]): PhrasingContent => ({type: 'emphasis', children})

describe('text in wikitext', () => {
  it.each([
    ["Q1's plan", "Q1's plan"],
    ['a < b, <50%, x <= 3, a -> b', 'a < b, <50%, x <= 3, a -> b'],
    ['R&D & more', 'R&D & more'],
    ['host{1,2} and list[0]', 'host{1,2} and list[0]'],
    ['a * b # c : d ; e = f', 'a * b # c : d ; e = f'],
    ['snake_case and __init', 'snake_case and __init'],
    ['10:30, ratio 1:2', '10:30, ratio 1:2']
  ])('should be written as it is: %j', (value, expected) => {
    expect(write(text(value))).toBe(expected)
  })

  it.each([
    ["''a''", '&#39;&#39;a&#39;&#39;'],
    ['{{done}}', '&#123;&#123;done&#125;&#125;'],
    ['{done}', '&#123;done&#125;'],
    ['<<Done>>', '&lt;&lt;Done&gt;&gt;'],
    ['< In progress', '&lt; In progress'],
    ['[[a]]', '&#91;&#91;a&#93;&#93;'],
    ['<b>', '&lt;b>'],
    ['&amp;', '&amp;amp;'],
    ['~~~~', '&#126;&#126;&#126;&#126;'],
    ['__TOC__', '_&#95;TOC__'],
    ['https://boats.example', 'https&#58;//boats.example'],
    ['mailto:ada', 'mailto&#58;ada'],
    ['* a', '&#42; a'],
    ['#REDIRECT', '&#35;REDIRECT'],
    ['----', '&#45;---'],
    ['a\nb\r\n\nc', 'a b c']
  ])('should not become markup: %j', (value, expected) => {
    expect(write(text(value))).toBe(expected)
  })

  it('should not run into the markup beside it', () => {
    expect(write(text("a'"), strong(text('b')))).toBe("a&#39;'''b'''")
    expect(write(text('{'), status('done', 'Done'))).toBe('&#123;{{Done}}')
    expect(write(wikiLink('Boat'), text('s'))).toBe('[[Boat]]<nowiki/>s')
    expect(write(wikiLink('Boat'), text(', s'))).toBe('[[Boat]], s')
    expect(write(emphasis(text('a')), emphasis(text('b')))).toBe("''a''<nowiki/>''b''")
    expect(write(strong(emphasis(text('a'))))).toBe("'''''a'''''")
  })
})

describe('emphasis in wikitext', () => {
  it('should not nest in itself', () => {
    expect(write(strong(text('a '), strong(text('b'))))).toBe("'''a b'''")
    expect(write(strong(text('a '), emphasis(text('b'))))).toBe("'''a ''b'''''")
  })

  it('should not be written around nothing', () => {
    expect(write(text('a'), strong(), emphasis(text('')))).toBe('a')
  })
})

describe('links in wikitext', () => {
  it.each([
    [link('https://boats.example/a', text('boats')), '[https://boats.example/a boats]'],
    [link('https://boats.example/a', text('https://boats.example/a')), 'https://boats.example/a'],
    [
      link('https://boats.example/a.', text('https://boats.example/a.')),
      '[https://boats.example/a. https&#58;//boats.example/a.]'
    ],
    [link('https://boats.example/a b]', text('a]')), '[https://boats.example/a%20b%5D a&#93;]'],
    [link('https://boats.example/a'), '[https://boats.example/a]'],
    [link('//boats.example', text('boats')), '[//boats.example boats]'],
    [link('Boats.md', text('boats')), 'boats'],
    [link('javascript:alert(1)', text('boats')), 'boats']
  ])('should lead elsewhere: %j', (node, expected) => {
    expect(write(node)).toBe(expected)
  })

  it.each([
    [wikiLink('Boat'), '[[Boat]]'],
    [wikiLink('Boat', text('Boat')), '[[Boat]]'],
    [wikiLink('Boat', text('a | b')), '[[Boat|a &#124; b]]'],
    [wikiLink('File:Boat.png', text('boat')), '[[:File:Boat.png|boat]]'],
    [wikiLink('category: Boats', text('boats')), '[[:category: Boats|boats]]'],
    [wikiLink('a]]b', text('boat')), 'boat'],
    [wikiLink('a\nb'), 'a b'],
    [{type: 'wikiLink', target: 'Boat', trail: 's', children: []} as PhrasingContent, '[[Boat]]s']
  ])('should lead to a page: %j', (node, expected) => {
    expect(write(node)).toBe(expected)
  })
})

describe('statuses in wikitext', () => {
  const marker = (raw: string, form: 'template' | 'angle' | 'text' | 'malformed') => {
    return write({type: 'status', value: 'in-progress', label: 'In progress', form, raw})
  }

  it('should be as the page has them where they are well-formed', () => {
    expect(marker('{{ wip }}', 'template')).toBe('{{ wip }}')
    expect(marker('{{in progress|since=May}}', 'template')).toBe('{{in progress|since=May}}')
    expect(marker('<<In progress>>', 'angle')).toBe('<<In progress>>')
  })

  it('should be templates of their labels where they are not', () => {
    for (const raw of [
      'In progress',
      '{[in progress}}',
      '{{in progres}}',
      '{{done}}',
      '</div>',
      '{{wip}} x {{wip}}'
    ]) {
      expect(marker(raw, 'malformed')).toBe('{{In progress}}')
    }
  })
})

describe('templates in wikitext', () => {
  const template = (name: string, ...values: [string | null, string][]): PhrasingContent => ({
    type: 'template',
    name,
    children: values.map(([key, value]) => ({
      type: 'templateArgument',
      name: key,
      children: [{type: 'text', value}]
    }))
  })

  it.each([
    [template('Fixme'), '{{Fixme}}'],
    [template('Fixme', ['by', 'Ada = Otto'], [null, 'soon']), '{{Fixme|by=Ada = Otto|soon}}'],
    [template('Fixme', [null, 'a=b|c']), '{{Fixme|a&#61;b&#124;c}}'],
    [template('a}}b'), '']
  ])('should be calls: %j', (node, expected) => {
    expect(write(node)).toBe(expected)
  })
})

it('should name a node that nothing is known of', () => {
  const node = {type: 'smiley'} as unknown as PhrasingContent
  expect(() => write(node)).toThrow('Cannot write a `smiley` node within a line of wikitext')
  expect(() => write({type: '__proto__'} as unknown as PhrasingContent)).toThrow('`__proto__`')
})
