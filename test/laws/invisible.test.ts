/**
 * Laws 3 and 4 on pages with invisible content anywhere: an ordinary edit is made, by a call or as plan JSON, all that
 * a reader does not see stays where it is, and no such edit is refused for it.
 */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {insertions} from '../arbitraries/invisible.ts'
import {checkInvisible, isTakenBare} from './invisible.ts'
import type {Way} from './ordinary-edits.ts'
import {draws} from './ordinary-edits.ts'
import {sources} from './put-sources.ts'

const runs = Number(process.env['RUNS'] ?? 700)
const timeout = Math.max(600_000, runs * 400)

describe('invisible content', () => {
  it.each<Way>(['json', 'call'])(
    'should stay when another thing is edited, as %s',
    {timeout},
    (way) => {
      const refused = new Map<string, number>()
      const property = fc.property(sources, insertions, draws, (source, list, draw) => {
        const {name, page, broken, refusals} = checkInvisible(source, list, draw, way)
        if (broken.length > 0) throw new Error([`${name}:`, ...broken, page].join('\n'))
        if (refusals.length === 0) return
        const reason = `${name}: ${refusals[0]!.replaceAll(/"[^"]*"|\S*\/\S*|\d+/g, '…')}`
        refused.set(reason, (refused.get(reason) ?? 0) + 1)
        if (isTakenBare(source, list, draw, way)) throw new Error(`refused: ${refusals.join('\n')}`)
      })
      fc.assert(property, {numRuns: runs / 2})
      const count = [...refused.values()].reduce((sum, each) => sum + each, 0)
      if (count > 0)
        console.info(`${count} edits as ${way} were refused:`, Object.fromEntries(refused))
      expect(count).toBeLessThan(runs / 50)
    }
  )
})
