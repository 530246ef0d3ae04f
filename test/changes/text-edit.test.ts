/** The laws of text edits, for any text and any edits of it. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {
  applyEdits,
  compose,
  editsBetween,
  joinTouching,
  mapEdits,
  normalize,
  sortEdits
} from '../../src/change/text-edit.ts'
import type {TextEdit} from '../../src/change/text-edit.ts'

/** What no edit cuts in two. */
const piece = fc.constantFrom(
  'a',
  'b',
  ' ',
  '* ',
  '\n',
  '\r\n',
  '\r',
  '😀',
  'é',
  '{{done}}',
  '<<a>>'
)
const pieces = fc
  .array(piece, {maxLength: 20})
  .map((texts): string[] => texts.join('').match(/\r\n|\{\{done\}\}|[^]/gu) ?? [])

/** Edits of a text that is made of some pieces; most of them near to each other. */
function editsOf(source: readonly string[]): fc.Arbitrary<TextEdit[]> {
  const offsets = [0]
  for (const text of source) offsets.push(offsets.at(-1)! + text.length)
  const step = fc.record({
    skip: fc.nat(4),
    drop: fc.oneof(fc.constant(0), fc.nat(3)),
    text: fc.array(piece, {maxLength: 2}).map((texts) => texts.join(''))
  })
  return fc.array(step, {maxLength: 5}).map((steps) => {
    let at = 0
    const edits = steps.flatMap(({skip, drop, text}): TextEdit[] => {
      const [from, to] = [at + skip, at + skip + drop]
      if (to > source.length || (drop === 0 && text === '')) return []
      at = to
      return [{start: offsets[from]!, end: offsets[to]!, text}]
    })
    return joinTouching(edits)
  })
}

const one = pieces.chain((source) =>
  fc.record({source: fc.constant(source.join('')), edits: editsOf(source)})
)
const two = pieces.chain((source) =>
  fc.record({source: fc.constant(source.join('')), mine: editsOf(source), theirs: editsOf(source)})
)
const twoInTurn = one.chain(({source, edits}) => {
  const between = applyEdits(source, edits)
  return fc.record({
    source: fc.constant(source),
    first: fc.constant(edits),
    second: editsOf(between.match(/\r\n|[^]/gu) ?? [])
  })
})

const numRuns = Number(process.env['RUNS'] ?? 2000)

describe('compose', () => {
  it('should do what its edits do in turn', () => {
    const property = fc.property(twoInTurn, ({source, first, second}) => {
      const wanted = applyEdits(applyEdits(source, first), second)
      expect(applyEdits(source, compose(first, second))).toBe(wanted)
    })
    fc.assert(property, {numRuns})
  })

  it('should leave edits as they are that come with none', () => {
    const property = fc.property(one, ({edits}) => {
      expect(compose(edits, [])).toEqual(edits)
      expect(compose([], edits)).toEqual(edits)
    })
    fc.assert(property, {numRuns})
  })

  it('should put new text into new text', () => {
    const first = [{start: 1, end: 2, text: 'xyz'}]
    expect(compose(first, [{start: 2, end: 3, text: '-'}])).toEqual([
      {start: 1, end: 2, text: 'x-z'}
    ])
    expect(compose(first, [{start: 3, end: 5, text: ''}])).toEqual([{start: 1, end: 3, text: 'xy'}])
  })
})

describe('mapEdits', () => {
  it('should make of two lists of edits one page, whichever is first', () => {
    const property = fc.property(two, ({source, mine, theirs}) => {
      const [own, other] = [mapEdits(mine, theirs), mapEdits(theirs, mine)]
      const swapped = own.clashes.map(({own, other}) => ({own: other, other: own}))
      expect(other.clashes).toHaveLength(own.clashes.length)
      expect(other.clashes).toEqual(expect.arrayContaining(swapped))
      fc.pre(own.clashes.length === 0)
      expect(applyEdits(applyEdits(source, theirs), own.edits)).toBe(
        applyEdits(applyEdits(source, mine), other.edits)
      )
    })
    fc.assert(property, {numRuns})
  })

  it('should leave nothing to do of what the others do', () => {
    const property = fc.property(one, ({edits}) => {
      expect(mapEdits(edits, edits)).toEqual({edits: [], clashes: []})
      expect(mapEdits(edits, [])).toEqual({edits, clashes: []})
    })
    fc.assert(property, {numRuns})
  })

  it('should leave out no edit without naming what it clashes with', () => {
    const property = fc.property(two, ({mine, theirs}) => {
      const {edits, clashes} = mapEdits(mine, theirs)
      const clashing = new Set(clashes.map(({own}) => own))
      const isSame = (own: TextEdit) =>
        theirs.some((other) => JSON.stringify(own) === JSON.stringify(other))
      const rest = mine.filter((own) => !clashing.has(own) && !isSame(own))
      expect(edits.map(({text}) => text)).toEqual(rest.map(({text}) => text))
    })
    fc.assert(property, {numRuns})
  })

  it('should name what both change, and what one puts into what the other takes out', () => {
    const own = {start: 2, end: 4, text: 'x'}
    for (const other of [
      {start: 3, end: 5, text: 'y'},
      {start: 2, end: 4, text: 'y'},
      {start: 3, end: 3, text: 'y'},
      {start: 0, end: 9, text: ''}
    ])
      expect(mapEdits([own], [other])).toEqual({edits: [], clashes: [{own, other}]})
  })

  it('should put different texts of one place both there, and the same once', () => {
    const at = (text: string): TextEdit[] => [{start: 1, end: 1, text}]
    expect(mapEdits(at('x'), at('yy')).edits).toEqual(at('x'))
    expect(mapEdits(at('yy'), at('x')).edits).toEqual([{start: 2, end: 2, text: 'yy'}])
    expect(mapEdits(at('x'), at('x')).edits).toEqual([])
  })
})

describe('normalize', () => {
  it('should make the same of a page with no more than it must', () => {
    const property = fc.property(one, ({source, edits}) => {
      const few = normalize(source, edits)
      expect(applyEdits(source, few)).toBe(applyEdits(source, edits))
      expect(normalize(source, few)).toEqual(few)
      for (const {start, end, text} of few) {
        expect(text).not.toBe(source.slice(start, end))
        for (const at of [start, end])
          expect(source.slice(Math.max(0, at - 1), at + 1)).not.toMatch(/^(\r\n|😀)$/)
      }
    })
    fc.assert(property, {numRuns})
  })
})

describe('sortEdits', () => {
  it('should keep the first of those that overlap', () => {
    const edits = [
      {start: 4, end: 6, text: 'late'},
      {start: 1, end: 3, text: 'a'},
      {start: 2, end: 5, text: 'b'},
      {start: 3, end: 3, text: 'c'}
    ]
    expect(sortEdits(edits)).toEqual([edits[1], edits[3], edits[0]])
  })
})

describe('editsBetween', () => {
  it('should make one text of the other, without cutting characters or line ends', () => {
    const property = fc.property(pieces, pieces, (left, right) => {
      const [before, after] = [left.join(''), right.join('')]
      const edits = editsBetween(before, after)
      expect(applyEdits(before, edits)).toBe(after)
      for (const {start, end} of edits)
        for (const at of [start, end])
          expect(before.slice(Math.max(0, at - 1), at + 1)).not.toMatch(/^(\r\n|😀)$/)
    })
    fc.assert(property, {numRuns})
  })

  it('should change nothing between a text and itself', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        expect(editsBetween(text.join(''), text.join(''))).toEqual([])
      })
    )
  })

  it('should find the words that changed in a line', () => {
    expect(editsBetween('* Find the key {{wip}}\n', '* Find a key {{done}}\n')).toEqual([
      {start: 7, end: 10, text: 'a'},
      {start: 15, end: 22, text: '{{done}}'}
    ])
  })

  it('should find whole lines that came, went and moved', () => {
    expect(editsBetween('* A\n* B\n', '* N\n* A x\n* B\n')).toEqual([
      {start: 0, end: 0, text: '* N\n'},
      {start: 3, end: 3, text: ' x'}
    ])
    expect(editsBetween('* A\n* B\n* C\n', '* B\n* C\n* A\n')).toEqual([
      {start: 0, end: 4, text: ''},
      {start: 12, end: 12, text: '* A\n'}
    ])
  })

  it('should not take long for pages that have little in common', () => {
    const lines = (word: string): string =>
      Array.from({length: 20_000}, (_, at) => `* ${word} ${at % 7} and ${at % 11}\n`).join('')
    const [before, after] = [lines('boat'), lines('pier')]
    const start = performance.now()
    expect(applyEdits(before, editsBetween(before, after))).toBe(after)
    expect(performance.now() - start).toBeLessThan(10_000)
  })
})
