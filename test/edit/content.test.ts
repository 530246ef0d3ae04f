/** Texts that a caller makes of nodes: what has a usual value may be left out, what is missing is named. */
import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {visit} from 'unist-util-visit'
import {addGoal, addNote, parse, setText, StatusError, toWikitext} from '../../src/index.ts'
import {nodeOf} from './pages.ts'
import {toContent} from '../../src/edit/content.ts'
import {english} from '../../src/vocabulary/index.ts'
import type {Content, Update} from '../../src/index.ts'

const source = '== Outcome 1 ==\n=== Status ===\nMay 2031\n* All is well\n=== Goals ===\n'
const plan = parse(source, {from: 'wikitext'})
const section = 'period-1/outcome-1'
const update = nodeOf<Update>(plan, 'update')

/** The line of the update with another text. */
function written(nodes: unknown[]): string {
  const edited = setText(plan, update, nodes as Content)
  return toWikitext(edited, {source}).split('\n')[3]!
}

/** The line of a new goal. */
function added(nodes: unknown[]): string {
  return toWikitext(addGoal(plan, section, nodes as Content), {source}).split('\n')[5]!
}

const boat = {type: 'text', value: 'boat'}
const now = {type: 'text', value: ' now'}
const seen = {type: 'text', value: 'See '}

describe('a text of nodes', () => {
  test.each<[string, unknown[], string]>([
    [
      'a link without its trail',
      [{type: 'wikiLink', target: 'Ferry', children: [boat]}],
      '[[Ferry|boat]]'
    ],
    ['a link without its words', [seen, {type: 'wikiLink', target: 'Ferry'}], 'See [[Ferry]]'],
    ['an undefined trail', [{type: 'wikiLink', target: 'Ferry', trail: undefined}], '[[Ferry]]'],
    [
      'an address without words',
      [seen, {type: 'link', url: 'https://x.org'}],
      'See [https://x.org]'
    ],
    ['a template without arguments', [seen, {type: 'template', name: 'Clock'}], 'See {{Clock}}'],
    [
      'an argument without a name',
      [
        seen,
        {type: 'template', name: 'Clock', children: [{type: 'templateArgument', children: [boat]}]}
      ],
      'See {{Clock|boat}}'
    ],
    [
      'what is within another',
      [{type: 'strong', children: [{type: 'wikiLink', target: 'Ferry'}]}],
      "'''[[Ferry]]'''"
    ]
  ])('may leave out what has a usual value: %s', (_, nodes, expected) => {
    expect(added(nodes)).toBe(`* ${expected}`)
  })

  test.each<[string, unknown[], string]>([
    ['a text without its value', [{type: 'text'}], 'text[0].value must be string, not undefined'],
    [
      'a link without its target',
      [seen, {type: 'wikiLink', children: [boat]}],
      'text[1].target must be string, not undefined'
    ],
    [
      'a link without its address',
      [{type: 'link', children: [boat]}],
      'text[0].url must be string, not undefined'
    ],
    [
      'a status without its value',
      [seen, {type: 'status'}],
      'text[1].value must be string, not undefined'
    ],
    ['bold without its words', [{type: 'strong'}], 'text[0].children must be an array of nodes'],
    [
      'a fault within another node',
      [{type: 'strong', children: [{type: 'emphasis', children: [{type: 'text', value: 7}]}]}],
      'text[0].children[0].children[0].value must be string, not number'
    ],
    [
      'a child that is no node',
      [{type: 'strong', children: ['boat']}],
      'text[0].children[0] must be a node'
    ],
    [
      'a node that stands on lines of its own',
      [seen, {type: 'list', children: []}],
      'text[1].type must be one of text,'
    ],
    [
      'a node of no known type',
      [{type: 'strong', children: [{type: 'bold'}]}],
      'text[0].children[0].type must be one of'
    ]
  ])('is refused with the place of what is missing: %s', (_, nodes, message) => {
    expect(() => written(nodes)).toThrow(TypeError)
    expect(() => written(nodes)).toThrow(message)
  })

  test('may have a status by its value alone', () => {
    expect(written([seen, {type: 'status', value: 'in-progress'}, now])).toBe(
      '* See {{In progress}} now'
    )
  })

  test('is refused with a status that there is not', () => {
    expect(() => written([seen, {type: 'status', value: 'dnoe'}])).toThrow(StatusError)
    expect(() => written([seen, {type: 'status', value: 'dnoe'}])).toThrow('"dnoe" is not a status')
  })

  test('is checked wherever it may stand', () => {
    const wrong = [{type: 'text'}] as unknown as Content
    expect(() => addGoal(plan, section, {text: 'a', tasks: ['b', wrong]})).toThrow(
      'goal.tasks[1].text[0].value must be string, not undefined'
    )
    expect(() => addNote(plan, section, {date: '2030', updates: [{text: wrong}]})).toThrow(
      'note.updates[0].text[0].value must be string, not undefined'
    )
  })

  test('is refused where the page would not have all of it', () => {
    expect(() => written([seen, {type: 'template', name: 'Clock'}])).toThrow(
      'the page would not show the template `Clock`'
    )
    expect(() =>
      written([
        {type: 'text', value: 'All is well'},
        {type: 'comment', value: 'or not'}
      ])
    ).toThrow('the page would not show the comment `or not`')
  })

  test('is as it was where a page said it', () => {
    const page = readFileSync('fixtures/full-year/page.wiki', 'utf8')
    visit(parse(page, {from: 'wikitext'}), 'statement', ({children}) => {
      expect(toContent(children, 'text', english)).toEqual(children)
    })
  })
})
