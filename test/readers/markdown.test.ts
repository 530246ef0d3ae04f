/** What a person types in Markdown, and what it is read as. */
import {describe, expect, it} from 'vitest'
import {toText} from '../../src/document/plain-text.ts'
import type {PhrasingContent, Root} from '../../src/document/types.ts'
import {readMarkdown} from '../../src/syntax/markdown/read.ts'
import {english} from '../../src/vocabulary/index.ts'
import {checkPositions} from '../laws.ts'

/** Reads a page, its positions checked. */
function read(source: string): Root {
  const root = readMarkdown(source, english)
  checkPositions(root, source)
  return root
}

/** The content of the page's first line, or of its first item's. */
function lineOf(source: string): PhrasingContent[] {
  let node: {type: string; children?: unknown[]} = read(source).children[0]!
  while (node.type === 'list' || node.type === 'listItem') node = node.children![0] as typeof node
  return node.children as PhrasingContent[]
}

/** Statuses as `value raw`, other nodes as their types. */
function shape(nodes: PhrasingContent[]): string[] {
  return nodes.map((node) => (node.type === 'status' ? `${node.value} ${node.raw}` : node.type))
}

describe('statuses in Markdown', () => {
  it.each([
    ['- Wind `Done`', ['text', 'done `Done`']],
    ['- Wind `wip`', ['text', 'in-progress `wip`']],
    ['- Wind ``{{done}}``', ['text', 'done ``{{done}}``']],
    ['- Wind {{done}}', ['text', 'done {{done}}']],
    ['- Wind <<Done>>', ['text', 'done <<Done>>']],
    ['- Wind <<To do>>.', ['text', 'to-do <<To do>>', 'text']],
    ['- Wind {[done}}', ['text', 'done {[done}}']],
    ['- [x] Wind', ['done [x]', 'text']],
    ['1. [X] Wind', ['done [X]', 'text']],
    ['* [ ] Wind', ['to-do [ ]', 'text']],
    ['# **Wind `Done`**', ['strong']]
  ])('should be found in %j', (source, expected) => {
    expect(shape(lineOf(source))).toEqual(expected)
  })

  it.each([
    ['- Wind Done', ['text']],
    ['- Wind `dome`', ['text', 'inlineCode']],
    ['- Wind `not a status`', ['text', 'inlineCode']],
    ['- Wind \\{\\{done}}', ['text', 'entity', 'entity', 'text']],
    ['- Wind &lt;&lt;Done>>', ['text', 'entity', 'entity', 'text']],
    ['- \\[x] Wind', ['entity', 'text']],
    ['[x] Wind', ['text']]
  ])('should not be found in %j', (source, expected) => {
    expect(shape(lineOf(source))).toEqual(expected)
  })
})

describe('links in Markdown', () => {
  it.each([
    ['[boats](./Night%20boats)', 'Night boats'],
    ['[boats](./Night_boats#Two)', 'Night_boats#Two'],
    ['[boats](./100%)', '100%'],
    ['[boats][b]\n\n[b]: ./Boats', 'Boats']
  ])('should lead to a page of the wiki in %j', (source, target) => {
    expect(lineOf(source)[0]).toMatchObject({type: 'wikiLink', target, trail: ''})
  })

  it.each([
    ['[boats](https://boats.example/a)', 'https://boats.example/a'],
    ['<https://boats.example/a>', 'https://boats.example/a'],
    ['https://boats.example/a', 'https://boats.example/a'],
    ['[boats](Boats.md)', 'Boats.md'],
    ['[boats](./)', './']
  ])('should lead elsewhere in %j', (source, url) => {
    expect(lineOf(source)[0]).toMatchObject({type: 'link', url})
  })

  it('should not be made of an address that is escaped', () => {
    expect(shape(lineOf('see https\\://boats.example'))).toEqual(['text', 'entity', 'text'])
  })
})

describe('templates in Markdown', () => {
  it('should keep their name and arguments, and show nothing', () => {
    const line = lineOf('Wind `{{Fixme|by=Ada|soon}}`')
    expect(line[1]).toMatchObject({
      type: 'template',
      name: 'Fixme',
      children: [
        {name: 'by', children: [{type: 'text', value: 'Ada'}]},
        {name: null, children: [{type: 'text', value: 'soon'}]}
      ]
    })
    expect(toText(line)).toBe('Wind')
  })

  it.each(['`{{}}`', '`{{a`', '`a}}`', '`{{a{{b}}}}`'])('should not be seen in %j', (source) => {
    expect(shape(lineOf(source))).toEqual(['inlineCode'])
  })
})

describe('the title in Markdown', () => {
  it.each(['# Ferries', 'Ferries\n===', '<!-- a -->\n\n# Ferries', '\uFEFF# Ferries'])(
    'should be the first heading of %j',
    (source) => {
      const types = read(source).children.map((node) => node.type)
      expect(types.at(-1)).toBe('title')
    }
  )

  it.each(['## Ferries', 'A line.\n\n# Ferries', '# Outcome 1 / Output 2', '# Goals'])(
    'should not be found in %j',
    (source) => {
      expect(read(source).children.map((node) => node.type)).not.toContain('title')
    }
  )
})

describe('what Markdown alone has', () => {
  it.each([
    ['```js\na\n```', 'preformatted'],
    ['| a | b |\n| - | - |\n| `Done` | c |', 'table'],
    ['> - a\n> - b', 'definitionList'],
    ['<div>\na\n</div>', 'html'],
    ['[^a]: Footnote', 'html'],
    ['[a]: ./b', 'html'],
    ['***', 'thematicBreak']
  ])('should be kept in %j', (source, type) => {
    expect(read(source).children.map((node) => node.type)).toEqual([type])
  })

  it('should not be followed deeper than a hundred levels', () => {
    for (const source of ['>'.repeat(20_000), '- '.repeat(20_000), '- a '.repeat(300)]) read(source)
  })
})
