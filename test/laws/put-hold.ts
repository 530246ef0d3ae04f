/** Many random edits, held to the laws in a test. */
import fc from 'fast-check'
import {expect} from 'vitest'
import type {Step} from '../arbitraries/edits.ts'
import {check, doors} from './put-check.ts'
import type {Door, Source} from './put-check.ts'

/** How many sequences of edits are drawn in all; `npm run laws:edits` draws more. */
export const runs = Number(process.env['RUNS'] ?? 5700)
export const timeout = 600_000

/** No edit is known that a page cannot take; of so many in a thousand nobody has looked why. */
const refusedOfThousand = 5

/**
 * Holds edits through one door to the laws. Each door has sequences of its own; few of them find nothing to do, and
 * next to none are refused, of which it says why.
 */
export function hold(cases: fc.Arbitrary<[Source, Step[]]>, door: Door, numRuns: number): void {
  const refused: string[] = []
  let idle = 0
  const property = fc.property(cases, ([source, steps]) => {
    const {broken, refusals, done} = check(source, steps, door)
    if (done.length === 0) idle++
    if (refusals.length > 0) refused.push(`${source.name}, ${done.join(', ')}: ${refusals[0]!}`)
    if (broken.length > 0) throw new Error([`after ${done.join(', ')}:`, ...broken].join('\n'))
  })
  const {seed} = fc.readConfigureGlobal() ?? {}
  const own = seed === undefined ? {} : {seed: seed + doors.indexOf(door)}
  fc.assert(property, {numRuns, ...own})
  if (refused.length > 0)
    console.info(`${refused.length} of ${numRuns} edits as ${door} were refused:`, refused)
  expect(refused.length).toBeLessThanOrEqual((numRuns * refusedOfThousand) / 1000)
  expect(idle).toBeLessThan(numRuns / 8)
}
