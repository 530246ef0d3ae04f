/** What a person types in Markdown, and what it is read as. */
import {visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import {statusesOf} from '../../src/document/phrasing.ts'
import {toText} from '../../src/document/plain-text.ts'
import type {PhrasingContent, Root, Template} from '../../src/document/types.ts'
import {parse, toJson} from '../../src/index.ts'
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

/** The nodes of a type. */
function nodesOf(root: Root, type: string): PhrasingContent[] {
  const found: PhrasingContent[] = []
  visit(root, type, (node) => void found.push(node as PhrasingContent))
  return found
}

/** Statuses as `value raw`, other nodes as their types. */
function shape(nodes: PhrasingContent[]): string[] {
  return nodes.map((node) => (node.type === 'status' ? `${node.value} ${node.raw}` : node.type))
}

describe('a line that was wrapped', () => {
  it('should have its labels where a line ends within them', () => {
    const teams = '_Dependencies on: Divers (Oak,\nElm), Keepers; Primary\nteams: Pumps_'
    const plan = parse(`### Outcome 1\n\n${teams}\n\n#### Goal(s)\n\n- Row\n`, {from: 'markdown'})
    expect(toJson(plan).periods[0]!.sections[0]).toMatchObject({
      dependencies: ['Divers (Oak, Elm)', 'Keepers'],
      primaryTeams: ['Pumps']
    })
  })
})

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

  it.each([
    ['`{{#if:x|{{done}}}}`', 'parserFunction'],
    ['`{{a|{{done}}}}`', 'template'],
    ['`{{a|b={{c|{{done}}}}|[[d]]}}`', 'template'],
    ['`{{a{{b}}}}`', 'template'],
    ['`{{{1|{{done}}}}}`', 'templateParameter'],
    ['``{{a|`}}``', 'template'],
    ['`{{b\n  |{{c}}}}`', 'template']
  ])('should be read as wikitext has them, and show nothing: %j', (source, type) => {
    const [found] = nodesOf(read(`- Wind\n  ${source}`), type)
    expect(toText(found!)).toBe('')
  })

  it('should say no arguments where marks of a block quote are in them', () => {
    const [found] = nodesOf(read('> a `{{b\n> |{{c}}}}`'), 'template')
    expect(found).toMatchObject({name: 'b', children: []})
  })

  it('should have their nodes where they stand', () => {
    const source = 'Wind ``{{a|[[b|c]]|{{d}}}}``'
    const template = lineOf(source)[1] as Template
    const places = template.children.map(({position}) => {
      return source.slice(position!.start.offset, position!.end.offset)
    })
    expect(places).toEqual(['[[b|c]]', '{{d}}'])
  })

  it.each(['`{{}}`', '`{{a`', '`a}}`', '`{{a}} {{b}}`', '`{{a}}\n{{b}}`'])(
    'should not be seen in %j',
    (source) => {
      expect(shape(lineOf(source))).toEqual(['inlineCode'])
    }
  )
})

describe('a misspelt status in Markdown', () => {
  it.each([
    ['- Wind `Doen`', ['text', 'done `Doen`']],
    ['- Wind `doen`', ['text', 'done `doen`']],
    ['- Wind `In progess`.', ['text', 'in-progress `In progess`', 'text']],
    ['- Wind (`Stalledd`)', ['text', 'stalled `Stalledd`', 'text']],
    ['##### **Wind** `Blockd`', ['strong', 'text', 'blocked `Blockd`']],
    ['Wind `Doen`\nPaint `Doen`', ['text', 'done `Doen`', 'text', 'done `Doen`']],
    ['- Wind `Doen` <!-- a -->', ['text', 'done `Doen`', 'text', 'comment']],
    ['- Wind `Doen`\u200B', ['text', 'done `Doen`', 'text']],
    ['- Wind `{{doen}}`', ['text', 'done `{{doen}}`']],
    ['- Wind `{{donne}} ` x', ['text', 'done `{{donne}} `', 'text']]
  ])('should be read at the end of a line: %j', (source, expected) => {
    const line = lineOf(source)
    expect(shape(line)).toEqual(expected)
    for (const node of line) if (node.type === 'status') expect(node.form).toBe('malformed')
  })

  it.each([
    ['- Wind `Doen` now', ['text', 'inlineCode', 'text']],
    ['- Wind `Doen` **now**', ['text', 'inlineCode', 'text', 'strong']],
    ['- Wind `Doen`. **Now**', ['text', 'inlineCode', 'text', 'strong']],
    ['- `Doen`', ['inlineCode']],
    ['- Wind\n  `Doen`', ['text', 'inlineCode']],
    ['- Wind `dome`', ['text', 'inlineCode']],
    ['- Wind `git stash`', ['text', 'inlineCode']]
  ])('should be code elsewhere: %j', (source, expected) => {
    expect(shape(lineOf(source))).toEqual(expected)
  })
})

describe('what is struck out in Markdown', () => {
  it.each([
    ['- Wind ~~`Done`~~', 'Wind Done'],
    ['- Wind ~~{{done}}~~', 'Wind {{done}}'],
    ['- Wind ~~<<Done>>~~', 'Wind <<Done>>'],
    ['- Wind ~~**<<Done>>**~~', 'Wind <<Done>>'],
    ['- Wind ~~`Doen`~~', 'Wind Doen'],
    ['- Wind ~~`{{done}}`~~', 'Wind']
  ])('should be no status, and show: %j', (source, text) => {
    const line = lineOf(source)
    expect(shape(line)).toEqual(['text', 'tag'])
    expect(statusesOf(line)).toEqual([])
    expect(toText(line)).toBe(text)
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
