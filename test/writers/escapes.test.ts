/** Any text, written where plans have texts, reads back as the same text and nothing else. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {collapse, toText} from '../../src/document/plain-text.ts'
import type {Heading, List, PhrasingContent, Root} from '../../src/document/types.ts'
import {readMarkdown} from '../../src/syntax/markdown/read.ts'
import {readWikitext} from '../../src/syntax/wikitext/read.ts'
import {english} from '../../src/vocabulary/index.ts'
import {toMarkdown} from '../../src/write/markdown.ts'
import {fragmentToWikitext, writeWikitext} from '../../src/write/wikitext.ts'
import {scopes} from '../../src/write/wikitext/unsafe.ts'
import {hostileText} from '../arbitraries/text.ts'
import {checkPositions} from '../laws.ts'
import {goal, outcome, period, plan, task} from '../utils/builders.ts'

/** The places that a text is put in: a heading, an item, within strong, beside a status. */
function pageOf(content: PhrasingContent[]) {
  return plan([
    period([
      outcome(null, [goal(content, [task(content, [task([{type: 'strong', children: content}])])])])
    ])
  ])
}

/** Nodes that text becomes when it is taken for markup. */
const plain = new Set(['text', 'entity', 'strong', 'extension'])

function check(document: Root, text: string): void {
  const [, goalHeading, list, ...rest] = document.children as [Heading, Heading, List]
  const first = list.children[0]!
  const nested = (first.children[1] as List).children[0]!
  const lines = [goalHeading, first.children[0]!, nested.children[0]!]
  expect(rest).toEqual([])
  for (const line of lines) {
    expect(toText(line)).toBe(text)
    expect(typesIn(line).filter((type) => !plain.has(type))).toEqual([])
  }
}

function typesIn(node: object): string[] {
  const children = 'children' in node ? (node.children as {type: string}[]) : []
  return children.flatMap((child) => [child.type, ...typesIn(child)])
}

const dialects = [
  {name: 'Markdown', read: readMarkdown, write: toMarkdown},
  {name: 'wikitext', read: readWikitext, write: writeWikitext}
]

describe.each(dialects)('text in $name', ({read, write}) => {
  it('should read back as it is', () => {
    const texts = hostileText().filter((text) => collapse(text) !== '')
    const property = fc.property(texts, (text) => {
      const page = write(pageOf([{type: 'text', value: text}]))
      const document = read(page, english)
      checkPositions(document, page)
      check(document, collapse(text))
    })
    fc.assert(property, {numRuns: Number(process.env['RUNS'] ?? 1000)})
  })
})

describe('a fragment of a line', () => {
  const text = (value: string): PhrasingContent => ({type: 'text', value})
  const link: PhrasingContent = {type: 'wikiLink', target: 'Boats', trail: '', children: []}
  const address = 'https://a.example'
  const bare: PhrasingContent = {type: 'link', url: address, children: [text(address)]}

  it.each<[string, PhrasingContent[], string, keyof typeof scopes, string]>([
    // Beside what stands there.
    ['* Wind ', [text('the')], ' clocks', 'line', 'the'],
    ['* Wind ', [], 'clocks', 'line', ''],
    ['* [[Boat]]', [text('s')], '', 'line', '<nowiki/>s'],
    ['* [[Boat]]', [], 's', 'line', '<nowiki/>'],
    ['* ', [link], 's', 'line', '[[Boats]]<nowiki/>'],
    ['* see', [], address, 'line', '<nowiki/>'],
    ['* See ', [bare], ', then go', 'line', address],
    ['* See ', [bare], 'x', 'line', `${address}<nowiki/>`],
    [`* See ${address}`, [text('x')], '', 'line', '<nowiki/>x'],
    [`* See ${address}`, [text('.')], '', 'line', '.'],
    ["* ''a''", [text("'s")], '', 'line', '&#39;s'],
    ['* {', [text('{done}')], '}', 'line', '&#123;done&#125;'],
    ['* {', [text('done')], '}', 'line', '&#100;one'],
    ['* a', [text('-{b')], '', 'line', '-&#123;b'],
    ['* a', [text('-')], '{b', 'line', '-<nowiki/>'],
    ['* R&', [text('amp;D')], '', 'line', '<nowiki/>amp;D'],
    ['* a <', [text('b>')], '', 'line', '<nowiki/>b>'],
    // Where a line opens.
    ['', [text('* a')], '', 'line', '&#42; a'],
    ['', [], '* a', 'line', '<nowiki/>'],
    ['*', [text('*a')], '', 'line', '&#42;a'],
    ['* ', [text('*a')], '', 'line', '*a'],
    ['*', [text('a'), text('*')], '', 'line', 'a*'],
    ['<!-- a -->', [text('# b')], '', 'line', '&#35; b'],
    // In terms, headings and cells.
    [';', [text('at 10:30')], '', 'term', 'at 10&#58;30'],
    [';', [{...link, children: [text('a: b')]}], '', 'term', '[[Boats|a: b]]'],
    ['==', [text('=a=')], '==', 'heading', '&#61;a&#61;'],
    ['== ', [text('a =')], ' == <!-- b -->', 'heading', 'a &#61;'],
    ['== a ', [text('= b')], ' ==', 'heading', '= b'],
    ['|', [text('- a | b')], '', 'cell', '&#45; a &#124; b'],
    ['! ', [text('a !! b')], '', 'cell', 'a &#33;&#33; b']
  ])('should be, behind %j, %j before %j in a %s, %j', (left, nodes, right, scope, expected) => {
    const context = {left, right, scope: scopes[scope], vocabulary: english}
    expect(fragmentToWikitext(nodes, context)).toBe(expected)
  })

  const places = [
    {name: 'an item', left: '*', right: '', scope: scopes.line},
    {name: 'a term', left: ';', right: '', scope: scopes.term},
    {name: 'a heading', left: '==', right: '==', scope: scopes.heading},
    {name: 'a cell', left: '{|\n|', right: '\n|}', scope: scopes.cell}
  ]

  it.each(places)('should read back in $name', ({left, right, scope}) => {
    const property = fc.property(hostileText(), (value) => {
      fc.pre(collapse(value) !== '')
      const written = fragmentToWikitext([text(collapse(value))], {
        left: left.slice(left.lastIndexOf('\n') + 1),
        right: right.split('\n', 1)[0]!,
        scope,
        vocabulary: english
      })
      const document = readWikitext(left + written + right, english)
      expect(toText(document)).toBe(collapse(value))
      expect(document.children).toHaveLength(1)
    })
    fc.assert(property, {numRuns: Number(process.env['RUNS'] ?? 300)})
  })
})
