/** The documents name what is there. */
import {existsSync, readFileSync} from 'node:fs'
import fc from 'fast-check'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {parseWithParts} from '../src/wikitext.ts'
import {wikitext} from './arbitraries/wikitext.ts'

test('docs/guarantees.md names tests that exist', () => {
  const guarantees = readFileSync(new URL('../docs/guarantees.md', import.meta.url), 'utf8')
  const named = [...guarantees.matchAll(/`(test\/[^`]+)`/g)].map(([, path]) => path!)
  expect(named.length).toBeGreaterThan(10)
  expect(named.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)))).toEqual([])
})

/** The rows of the tables of nodes: a node, a page, and its slice of that page. */
function nodesIn(document: string): [type: string, page: string, slice: string][] {
  const plain = (cell: string): string => cell.replaceAll('\\|', '|').replaceAll('⏎', '\n')
  const row = /^\| `(\w+)` +\| `((?:[^`\\]|\\.)+)` +\| `((?:[^`\\]|\\.)+)` /gm
  return [...document.matchAll(row)].map(([, type, page, slice]) => [
    type!,
    plain(page!),
    plain(slice!)
  ])
}

describe('docs/wikitext.md', () => {
  const nodes = nodesIn(readFileSync(new URL('../docs/wikitext.md', import.meta.url), 'utf8'))

  test.each(nodes)('has %s in %j as %j', (type, page, slice) => {
    const slices: string[] = []
    visit(parseWithParts(page), type, ({position}) => {
      slices.push(page.slice(position!.start.offset, position!.end.offset))
    })
    expect(slices).toContain(slice)
  })
  test('has every node that a page can have', () => {
    const types = new Set(['root', ...nodes.map(([type]) => type)])
    const property = fc.property(wikitext(), (page) => {
      visit(parseWithParts(page), ({type}) => {
        if (!types.has(type)) throw new Error(type)
      })
    })
    fc.assert(property, {numRuns: 500})
  })
})
