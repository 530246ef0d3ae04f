import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {merge} from '../../src/index.ts'

function text(...lines: string[]): string {
  return lines.map((line) => `${line}\n`).join('')
}

const base = text('boats', 'clocks', 'lamps')

/** Texts without a plan: what both changed of one line is a conflict. */
describe('merge of texts', () => {
  it('should combine changes of neighbouring lines', () => {
    const mine = text('boats', 'all clocks', 'lamps')
    const theirs = text('all boats', 'clocks', 'all lamps')
    const both = text('all boats', 'all clocks', 'all lamps')
    expect(merge(base, mine, theirs)).toEqual({page: both, conflicts: []})
  })

  it('should combine lines that came with a neighbour that changed', () => {
    const mine = text('boats', 'ropes', 'clocks', 'lamps')
    const theirs = text('boats', 'all clocks', 'lamps')
    const both = text('boats', 'ropes', 'all clocks', 'lamps')
    expect(merge(base, mine, theirs).page).toBe(both)
    expect(merge(base, theirs, mine).page).toBe(both)
  })

  it('should keep lines that both sides put in one place, in one order', () => {
    const mine = text('boats', 'ropes', 'clocks', 'lamps')
    const theirs = text('boats', 'bells', 'clocks', 'lamps')
    const both = text('boats', 'bells', 'ropes', 'clocks', 'lamps')
    expect(merge(base, mine, theirs)).toEqual({page: both, conflicts: []})
    expect(merge(base, theirs, mine)).toEqual({page: both, conflicts: []})
  })

  it('should keep lines once that both sides put in one place', () => {
    const mine = text('boats', '== New ==', 'ropes', '', 'clocks', 'lamps')
    const theirs = text('boats', '== New ==', 'bells', '', 'clocks', 'lamps')
    const both = text('boats', '== New ==', 'bells', '', 'ropes', '', 'clocks', 'lamps')
    expect(merge(base, mine, theirs)).toEqual({page: both, conflicts: []})
    expect(merge(base, theirs, mine)).toEqual({page: both, conflicts: []})
  })

  it('should change a line where the other side moved it to', () => {
    const moved = text('clocks', 'lamps', 'boats')
    const changed = text('all boats', 'clocks', 'lamps')
    const both = text('clocks', 'lamps', 'all boats')
    expect(merge(base, moved, changed)).toEqual({page: both, conflicts: []})
    expect(merge(base, changed, moved)).toEqual({page: both, conflicts: []})
  })

  it('should report a line that one side changed and the other took out', () => {
    const mine = text('boats', 'all clocks', 'lamps')
    const theirs = text('boats', 'lamps')
    expect(merge(base, mine, theirs).conflicts).toEqual([
      {type: 'text', line: 2, base: 'clocks\n', mine: 'all clocks\n', theirs: ''}
    ])
  })

  it('should take the same change on both sides as one', () => {
    const mine = text('boats', 'all clocks', 'lamps', 'x')
    const theirs = text('y', 'boats', 'all clocks', 'lamps')
    expect(merge(base, mine, theirs).page).toBe(text('y', 'boats', 'all clocks', 'lamps', 'x'))
  })

  it('should tell a last line without its end from one with it', () => {
    expect(merge('a\nb', 'a\nb\n', 'A\nb').page).toBe('A\nb\n')
  })

  it('should take a long text that both wrote anew for one conflict', () => {
    const long = (word: string): string => text(...Array<string>(300).fill(word))
    const [conflict, ...rest] = merge(long('a'), long('b'), long('c')).conflicts
    expect(conflict).toMatchObject({line: 1, base: long('a'), mine: long('b'), theirs: long('c')})
    expect(rest).toEqual([])
  })

  const lines = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', ''), {maxLength: 12})
    .map((list) => text(...list))

  it('should give what one side made where the other made nothing, or the same', () => {
    fc.assert(
      fc.property(lines, lines, (base, other) => {
        expect(merge(base, other, base).page).toBe(other)
        expect(merge(base, base, other).page).toBe(other)
        expect(merge(base, other, other).page).toBe(other)
      })
    )
  })

  it('should give the same in either order', () => {
    fc.assert(
      fc.property(lines, lines, lines, (base, mine, theirs) => {
        const [one, other] = [merge(base, mine, theirs), merge(base, theirs, mine)]
        expect(other.page).toBe(one.page)
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
