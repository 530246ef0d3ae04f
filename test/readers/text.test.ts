/** The text of a rendered page: edit links, lists, addresses, the title. */
import fc from 'fast-check'
import {describe, expect, it, test} from 'vitest'
import {toText} from '../../src/index.ts'
import {readText} from '../../src/syntax/text/read.ts'
import {english, extendVocabulary} from '../../src/vocabulary/index.ts'
import {startCounting} from '../utils/work.ts'
import type {FlowContent, List, ListItem} from '../../src/index.ts'
import {hostileText} from '../arbitraries/text.ts'
import {checkPositions} from '../laws.ts'

/** The blocks of a page after its first line, as `type: text`; items behind one `-` for each level. */
const countWork = startCounting()

function blocks(source: string, vocabulary = english): string[] {
  const root = readText(`Harbour Lights\n${source}`, vocabulary)
  return root.children.slice(1).flatMap((node) => describeBlock(node))
}

function describeBlock(node: FlowContent): string[] {
  if (node.type === 'list') return describeList(node, '-')
  return [`${node.type}: ${toText(node)}`]
}

function describeList(list: List, marks: string): string[] {
  return list.children.flatMap((item) => describeItem(item, marks))
}

function describeItem(item: ListItem, marks: string): string[] {
  const own = item.children.filter(({type}) => type !== 'list')
  const nested = item.children.filter((child) => child.type === 'list')
  return [`${marks} ${toText(own)}`, ...nested.flatMap((list) => describeList(list, `${marks}-`))]
}

describe('an edit link', () => {
  test.each([
    ['glued to a line', 'Goals\neditWind the clocks'],
    ['glued in brackets', 'Goals\n[edit]Wind the clocks'],
    ['in brackets and a blank', 'Goals\n[edit] Wind the clocks'],
    ['with the source’s', 'Goals\n[edit | edit source]Wind the clocks'],
    ['glued with the source’s', 'Goals\nedit sourceWind the clocks'],
    ['on a line of its own', 'Goals\nedit\nWind the clocks'],
    ['on a line of its own, in brackets', 'Goals\n[edit]\nWind the clocks'],
    ['behind the heading', 'Goals edit\nWind the clocks'],
    ['behind the heading and a no-break space', 'Goals\u00A0edit\nWind the clocks'],
    ['behind the heading, in brackets', 'Goals[edit]\nWind the clocks'],
    ['behind the heading, in brackets and a blank', 'Goals [edit]\nWind the clocks'],
    ['with blank lines around', 'Goals\n\n  edit\n\nWind the clocks'],
    ['where lines end in CR LF', 'Goals\r\neditWind the clocks'],
    ['where lines end in CR', 'Goals\reditWind the clocks']
  ])('should mark a heading: %s', (_, source) => {
    expect(blocks(source)).toEqual(['heading: Goals', 'paragraph: Wind the clocks'])
  })

  it('should be glued to an item', () => {
    expect(blocks('Goals\nedit- Wind the clocks\n- Paint')).toEqual([
      'heading: Goals',
      '- Wind the clocks',
      '- Paint'
    ])
  })

  it('should mark a line that another one is glued to', () => {
    expect(blocks('Outcome 1\neditGoals\nedit- Wind the clocks')).toEqual([
      'heading: Outcome 1',
      'heading: Goals',
      '- Wind the clocks'
    ])
  })

  test.each([
    ...[
      'editors met',
      'edited by Ada',
      'editing is easy',
      'edit the page',
      'edition 2',
      'editorial work'
    ],
    ...['Edit the page', 'EditWind', 'we edit', 'edit, then save']
  ])('should not be seen in prose: %s', (line) => {
    expect(blocks(`Goals\n${line}`)).toContain('paragraph: Goals')
  })

  test.each(['We met and then we had to edit.', 'it is easy to edit', '[editor]', '[edit us]'])(
    'should not mark a sentence: %s',
    (line) => expect(blocks(`Goals\n${line}`)).toEqual(['paragraph: Goals', `paragraph: ${line}`])
  )

  it('should not mark an item as a heading', () => {
    expect(blocks('- Wind the clocks\neditPaint')).toEqual([
      '- Wind the clocks',
      'paragraph: editPaint'
    ])
    expect(blocks('- Wind the clocks edit')).toEqual(['- Wind the clocks edit'])
  })

  it('should be of the caller’s vocabulary', () => {
    const vocabulary = extendVocabulary({editLinks: ['Bearbeiten']})
    expect(blocks('Ziele\nBearbeitenUhren', vocabulary)).toEqual([
      'heading: Ziele',
      'paragraph: Uhren'
    ])
    expect(blocks('Ziele[Bearbeiten]\nUhren', vocabulary)).toEqual([
      'heading: Ziele',
      'paragraph: Uhren'
    ])
  })
})

describe('a list', () => {
  test.each(['-', '*', '•', '·', '1.', '12)', '  •', '\t-'])(
    'should have items behind %j',
    (bullet) => {
      expect(blocks(`${bullet} Wind\n${bullet} Paint`)).toEqual(['- Wind', '- Paint'])
    }
  )

  it('should nest by indentation', () => {
    expect(blocks('- a\n  - b\n    - c\n  - d\n- e\n   - f')).toEqual([
      ...['- a', '-- b', '--- c', '-- d', '- e', '-- f']
    ])
  })

  it('should go on after an item that is indented less than the one before, but more than the first', () => {
    expect(blocks('- a\n    - b\n  - c')).toEqual(['- a', '-- b', '-- c'])
  })

  it('should end at a line that is no item', () => {
    expect(blocks('- a\nb\n- c')).toEqual(['- a', 'paragraph: b', '- c'])
  })

  it('should go on behind blank lines', () => {
    const root = readText('Title\n- a\n\n- b', english)
    expect(root.children.filter(({type}) => type === 'list')).toHaveLength(1)
  })

  test.each(['-Wind', '–', '-', '*Wind', '1234. Wind', '2030. Wind', '1.Wind', '--- Wind'])(
    'should not have the item %j',
    (line) => expect(blocks(line)).toEqual([`paragraph: ${line}`])
  )
})

describe('an address', () => {
  function links(source: string): string[] {
    return [...JSON.stringify(readText(`T\n${source}`, english)).matchAll(/"url":"([^"]*)"/g)].map(
      ([, url]) => url!
    )
  }

  test.each([
    ['See https://boats.example/a_b(c)?d=e#f for more', 'https://boats.example/a_b(c)?d=e#f'],
    ['See https://boats.example/a.', 'https://boats.example/a'],
    ['(https://boats.example/a).', 'https://boats.example/a'],
    ['https://boats.example/a, then', 'https://boats.example/a'],
    ['- http://boats.example', 'http://boats.example']
  ])('should be a link: %s', (source, url) => expect(links(source)).toEqual([url]))

  test.each([
    'boats.example',
    'ftp:boats',
    'www.boats.example',
    'https:',
    'https//boats',
    'http:// boats'
  ])('should not be seen in %s', (source) => expect(links(source)).toEqual([]))
})

describe('the first line', () => {
  test.each([
    ['the title', 'Harbour Lights\nGoals', 'title'],
    ['a heading where an edit link marks it', 'Goals\neditWind', 'heading'],
    ['an item', '- Wind\n- Paint', 'list']
  ])('should be %s', (_, source, type) =>
    expect(readText(source, english).children[0]!.type).toBe(type)
  )

  test.each([
    ['Jump to content\nHarbour Lights\nFrom harbour.example\nGoals', 'Harbour Lights'],
    ['Jump to navigation Jump to search\nHarbour Lights', 'Harbour Lights'],
    ['Harbour Lights\nFrom harbour.example\nJump to navigationJump to search', 'Harbour Lights'],
    ['Other languages: Deutsch\nHarbour Lights', 'Harbour Lights'],
    ['From rags to riches\nGoals', 'From rags to riches'],
    ['Jump to content\nFrom harbour.example\nGoals', undefined],
    ['Jump to content', undefined]
  ])('should not be of the skin: %j', (source, title) => {
    const {children} = readText(source, english)
    const found = children.find(({type}) => type === 'title')
    expect(found && toText(found)).toBe(title)
  })

  it('should be the first that is not blank', () => {
    expect(readText('\n \nHarbour Lights\nGoals', english).children[0]!.type).toBe('title')
  })
})

describe('a page of rendered text', () => {
  it('should have true positions whatever it says', () => {
    const line = fc.tuple(
      fc.constantFrom(
        '',
        'edit',
        '[edit]',
        '- ',
        '  * ',
        '• ',
        '1. ',
        'a | b |',
        '---|---|',
        'Goals edit'
      ),
      hostileText(),
      fc.constantFrom('\n', '\r\n', '\r', '\n\n', '')
    )
    const page = fc.array(line, {maxLength: 12}).map((lines) => lines.flat().join(''))
    fc.assert(
      fc.property(page, (source) => checkPositions(readText(source, english), source)),
      {numRuns: 300}
    )
  })

  it('should be read in linear time', () => {
    for (const part of [
      'edit',
      '[edit',
      '- ',
      ' - a\n',
      '| ',
      'a |\n',
      '---|---|\n',
      'https://',
      'Goals edit\n'
    ]) {
      const [less, more] = [2000, 16_000].map((size) =>
        countWork(() => readText(`T\n${part.repeat(size / part.length)}`, english))
      )
      // Eight times the page, and a little more for what the engine warms up.
      expect(more! / less!, part).toBeLessThan(10)
    }
  })
})
