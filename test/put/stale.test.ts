/** A document that was made of another revision of a page does not undo what changed since. */
import {describe, expect, it} from 'vitest'
import {
  apply,
  EditError,
  edits,
  merge,
  parse,
  setStatus,
  toJson,
  toMarkdown,
  toWikitext
} from '../../src/index.ts'

const page = `== Ferry goals, FY30/31 ==
=== Outcome 1 ===
==== Goals ====
* Row to the island {{to do}}
* Paint the boats
`
/** Someone saved the page meanwhile. */
const later = page.replace('Row to', 'Swim to')
const row = 'q1/outcome-1/row-to-the-island'
const paint = 'q1/outcome-1/paint-the-boats'

const plan = parse(page)
const edited = setStatus(plan, paint, 'done')

const documents: [name: string, document: unknown][] = [
  ['plan JSON', toJson(edited)],
  ['plan JSON as text', JSON.stringify(toJson(edited))],
  ['tree JSON', structuredClone(edited)],
  ['Markdown', toMarkdown(edited)]
]
const both = later.replace('boats', 'boats {{done}}')

function refusal(run: () => unknown): readonly string[] {
  try {
    run()
  } catch (error) {
    if (error instanceof EditError) return error.problems.map(({reason}) => reason)
    throw error
  }
  return []
}

describe.each(documents)('%s of an earlier revision', (_, document) => {
  it('should be refused', () => {
    expect(refusal(() => apply(later, document))).toEqual([
      expect.stringContaining('made of another revision of the page')
    ])
  })

  it('should be merged where that revision is given', () => {
    expect(apply(later, document, {base: page})).toBe(both)
  })

  it('should go into the revision that it was made of', () => {
    const expected = page.replace('boats', 'boats {{done}}')
    expect(apply(page, document)).toBe(expected)
    expect(apply(page, document, {base: page})).toBe(expected)
  })

  it('should be refused where the revision that is given is yet another', () => {
    const other = page.replace('Paint', 'Tar')
    expect(refusal(() => apply(later, document, {base: other}))).toHaveLength(1)
  })
})

describe('a tree of an earlier revision', () => {
  it('should be refused by what writes it', () => {
    const wanted = [expect.stringContaining('made of another revision of the page')]
    expect(refusal(() => toWikitext(edited, {source: later}))).toEqual(wanted)
    expect(refusal(() => edits(edited, {source: later}))).toEqual(wanted)
  })
})

describe('base', () => {
  it('should show what both changed, each in its way', () => {
    const done = page.replace('{{to do}}', '{{done}}')
    const stalled = toJson(setStatus(plan, row, 'stalled'))
    expect(refusal(() => apply(done, stalled, {base: page}))).toEqual([
      `goal “Row to the island” (${row}): status was to-do; the edit is stalled, the page is done`
    ])
  })

  it('should give what merging gives', () => {
    const mine = toWikitext(edited, {source: page})
    expect(apply(later, toJson(edited), {base: page})).toBe(merge(page, mine, later).page)
  })

  it('should let a document without a source be put into any revision', () => {
    const free = {...toJson(plan), source: null}
    expect(apply(later, free)).toBe(page)
    expect(apply(later, free, {base: page})).toBe(later)
  })

  it('should be a page', () => {
    expect(() => apply(page, toJson(plan), {base: 7 as never})).toThrow(
      new TypeError('options.base must be a string, not 7')
    )
  })
})
