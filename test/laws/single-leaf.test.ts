/**
 * Law 3, a leaf at a time: plan JSON with one value changed to any other, right or wrong, is what the page says then,
 * or is refused with a reason. `RUNS=10000` draws more.
 */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {apply, toJson} from '../../src/index.ts'
import {checkLeaf, leafSteps, withoutIds} from './leaf-check.ts'
import {read} from './put-check.ts'
import {corpus, fixtures, generated, sources} from './put-sources.ts'
import type {Source} from './put-check.ts'

const runs = Number(process.env['RUNS'] ?? 400)
const timeout = Math.max(600_000, runs * 400)

describe('plan JSON with one value changed', () => {
  it('should be what the page says, or be refused by name', {timeout}, () => {
    let refused = 0
    const property = fc.property(sources, leafSteps, (source, step) => {
      const {place, value, refusals, broken} = checkLeaf(source, step)
      if (refusals.length > 0) refused++
      for (const reason of refusals) expect(reason).toMatch(/\w{2}/)
      const what = `${place.path.join('.')} as ${JSON.stringify(value) ?? 'missing'}`
      if (broken.length > 0) throw new Error([what, ...broken].join('\n'))
    })
    fc.assert(property, {numRuns: runs})
    // Half of what is drawn is no value of its key, or contradicts another.
    expect(refused).toBeLessThan(runs * 0.7)
  })
})

/** A document without its ids says the same. */
function checkWithoutIds(source: Source): void {
  const {page, vocabulary} = source
  const result = apply(page, withoutIds(toJson(read(source))), {vocabulary})
  if (result !== page) expect(result).toBe(page)
}

describe('plan JSON without its ids', () => {
  it.each([...fixtures, ...corpus].map((source) => [source.name, source] as const))(
    'should change no byte of %s',
    (_, source) => {
      checkWithoutIds(source)
    }
  )

  it('should change no byte of a generated page', {timeout}, () => {
    fc.assert(fc.property(generated, checkWithoutIds), {numRuns: runs / 4})
  })
})
