/**
 * What wikiparser-node has a token for has a node of exactly that range: on the fixtures, and on a page that has one of
 * each.
 */
import Parser from 'wikiparser-node'
import {describe, expect, test} from 'vitest'
import {undisturbed} from '../../src/wikiparser-node/undisturbed.ts'
import {parseWithParts} from '../../src/wikitext.ts'
import {readFixtures} from '../utils/fixtures.ts'
import type {Node, Parent} from 'unist'

/** Types of tokens; those that are left out are markup, or a list of what has tokens of its own. */
const types = [
  ...['template', 'template-name', 'magic-word', 'magic-word-name', 'arg', 'arg-name'],
  ...['arg-default', 'parameter', 'parameter-key', 'parameter-value', 'link', 'link-target'],
  ...['link-text', 'category', 'file', 'image-parameter', 'gallery-image', 'redirect-target'],
  ...['ext-link', 'ext-link-url', 'ext-link-text', 'free-ext-link', 'html', 'html-attr', 'ext'],
  ...['ext-attr', 'table', 'tr', 'table-attr', 'attr-key', 'attr-value', 'comment', 'hr'],
  ...['double-underscore', 'magic-link', 'converter']
]

/** One of each. */
const specimen = `#REDIRECT [[Piers|the piers]]
{{Note|July|text = All {{done}}|}} {{subst:lc: A}} {{PAGENAME}} {{#if: a | b }} {{{owner|nobody}}}
[[Pier#Two|the ''pier'']] [[:Category:Piers]] [[Category:Piers|Two]] <!-- ask -->
[[File:Pier.png|thumb|alt=A pier|The [[pier]] now]] [https://example.org/a the log] https://example.org
<div class="a {{b}}" id=c>x</div> <br clear='all'/> <ref name="log">Page [[4]]</ref> <references/> __TOC__
{| class="wikitable"
|+ id=a | Ships
|- id=b
! scope=col | Name !! Port
|-
| rowspan=2 | Ada || Oslo
|}
----
<gallery mode=packed>
File:Pier.png|alt=A pier|The [[Pier]]
</gallery>
<poem>Oh [[sea]]</poem> RFC 1149 -{zh-hans:a; zh-hant:b}-
`

interface Token {
  type: string
  childNodes?: Token[]
  getAbsoluteIndex: () => number
  toString: () => string
}

/** The ranges of all nodes of a page, as `start-end`. */
function rangesOf(page: string): Set<string> {
  const ranges = new Set<string>()
  const add = (node: Node | null | undefined): void => {
    if (node) ranges.add(`${node.position!.start.offset}-${node.position!.end.offset}`)
  }
  const walk = (node: Node): void => {
    const {opening, closing} = node as {opening?: Node; closing?: Node | null}
    for (const each of [node, opening, closing]) add(each)
    if ('children' in node) for (const child of (node as Parent).children) walk(child)
  }
  walk(parseWithParts(page))
  return ranges
}

const letters = /^[a-z]*/

/** The tokens of a page, by type, each with its range. */
function tokensOf(page: string): {type: string; range: string; slice: string}[] {
  const tokens: {type: string; range: string; slice: string}[] = []
  const walk = (token: Token): void => {
    const slice = String(token)
    const start = token.getAbsoluteIndex()
    // A row's range starts with the line end before it; an argument without a name has an empty one; the letters
    // that a link shows behind its brackets are no part of its token.
    const own = token.type === 'tr' && slice.startsWith('\n') ? 1 : 0
    const isNone = slice === '' && /-key$|^attr-value$/.test(token.type)
    const trail = token.type === 'link' ? letters.exec(page.slice(start + slice.length))![0] : ''
    const range = `${start + own}-${start + slice.length + trail.length}`
    if (!isNone) tokens.push({type: token.type, range, slice})
    for (const child of token.childNodes ?? []) walk(child)
  }
  walk(undisturbed(() => Parser.parse(page)) as unknown as Token)
  return tokens
}

const pages = [
  specimen,
  ...readFixtures().flatMap(({pages}) =>
    pages.flatMap(({dialect, source}) => (dialect === 'wikitext' ? [source] : []))
  )
].filter((page) => !page.includes('\r'))
const found = pages.map((page) => ({ranges: rangesOf(page), tokens: tokensOf(page)}))

describe('wikiparser-node', () => {
  test.each(types)('has no %s without a node of its range', (type) => {
    let count = 0
    const missing = found.flatMap(({ranges, tokens}) => {
      const own = tokens.filter((token) => token.type === type)
      count += own.length
      return own.filter(({range}) => !ranges.has(range)).map(({slice}) => slice)
    })
    expect(missing).toEqual([])
    expect(count).toBeGreaterThan(0)
  })
})
