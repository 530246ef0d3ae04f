/** Any text, written where plans have texts, reads back as the same text and nothing else. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {collapse, toText} from '../../src/document/plain-text.ts'
import type {Heading, List, PhrasingContent, Root} from '../../src/document/types.ts'
import {readMarkdown} from '../../src/readers/markdown.ts'
import {readWikitext} from '../../src/readers/wikitext.ts'
import {english} from '../../src/vocabulary/index.ts'
import {toMarkdown} from '../../src/writers/markdown.ts'
import {writeWikitext} from '../../src/writers/wikitext.ts'
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
  it('should read back as it is', {timeout: 120_000}, () => {
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
