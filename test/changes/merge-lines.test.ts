import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {mergeLines} from '../../src/change/merge/merge-lines.ts'

function text(...lines: string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

const base = text('boats', 'clocks', 'lamps')

describe('mergeLines', () => {
  it('should combine changes of neighbouring lines', () => {
    const mine = text('boats', 'all clocks', 'lamps')
    const theirs = text('all boats', 'clocks', 'all lamps')
    const both = text('all boats', 'all clocks', 'all lamps')
    expect(mergeLines(base, mine, theirs)).toEqual({text: both, conflicts: []})
  })

  it('should combine lines that came with a neighbour that changed', () => {
    const mine = text('boats', 'ropes', 'clocks', 'lamps')
    const theirs = text('boats', 'all clocks', 'lamps')
    const both = text('boats', 'ropes', 'all clocks', 'lamps')
    expect(mergeLines(base, mine, theirs).text).toBe(both)
    expect(mergeLines(base, theirs, mine).text).toBe(both)
  })

  it('should report lines that both sides put in one place', () => {
    const mine = text('boats', 'ropes', 'clocks', 'lamps')
    const theirs = text('boats', 'bells', 'clocks', 'lamps')
    expect(mergeLines(base, mine, theirs)).toEqual({
      text: null,
      conflicts: [{type: 'text', line: 2, base: '', mine: 'ropes\n', theirs: 'bells\n'}]
    })
  })

  it('should report a line that one side changed and the other took out', () => {
    const mine = text('boats', 'all clocks', 'lamps')
    const theirs = text('boats', 'lamps')
    expect(mergeLines(base, mine, theirs).conflicts).toEqual([
      {type: 'text', line: 2, base: 'clocks\n', mine: 'all clocks\n', theirs: ''}
    ])
  })

  it('should take the same change on both sides as one', () => {
    const mine = text('boats', 'all clocks', 'lamps', 'x')
    const theirs = text('y', 'boats', 'all clocks', 'lamps')
    expect(mergeLines(base, mine, theirs).text).toBe(text('y', 'boats', 'all clocks', 'lamps', 'x'))
  })

  it('should tell a last line without its end from one with it', () => {
    expect(mergeLines('a\nb', 'a\nb\n', 'A\nb').text).toBe('A\nb\n')
  })

  it('should take a long text that both wrote anew for one conflict', () => {
    const long = (word: string): string => text(...Array<string>(300).fill(word))
    const [conflict, ...rest] = mergeLines(long('a'), long('b'), long('c')).conflicts
    expect(conflict).toMatchObject({line: 1, base: long('a'), mine: long('b'), theirs: long('c')})
    expect(rest).toEqual([])
  })

  const lines = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', ''), {maxLength: 12})
    .map((list) => text(...list))

  it('should give what one side made where the other made nothing, or the same', () => {
    fc.assert(
      fc.property(lines, lines, (base, other) => {
        expect(mergeLines(base, other, base).text).toBe(other)
        expect(mergeLines(base, base, other).text).toBe(other)
        expect(mergeLines(base, other, other).text).toBe(other)
      })
    )
  })

  it('should give the same in either order', () => {
    fc.assert(
      fc.property(lines, lines, lines, (base, mine, theirs) => {
        const [one, other] = [mergeLines(base, mine, theirs), mergeLines(base, theirs, mine)]
        expect(other.text).toBe(one.text)
        const swapped = one.conflicts.map((conflict) => ({
          ...conflict,
          mine: conflict.theirs,
          theirs: conflict.mine
        }))
        expect(other.conflicts).toEqual(swapped)
      })
    )
  })
})
