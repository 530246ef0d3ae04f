/**
 * Laws 3 and 4 for Markdown that people and programs edit as text: written anew by another formatter, a word, a status
 * or a date changed, lines deleted, moved and added, on pages with invisible content anywhere.
 */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {insertions} from '../arbitraries/invisible.ts'
import {checkText, textSteps} from './markdown-text.ts'
import {generated, sources} from './put-sources.ts'

const runs = Number(process.env['RUNS'] ?? 150)
const timeout = 600_000

describe('Markdown that is edited as text', () => {
  it('should be what the page says', {timeout}, async () => {
    const refused: string[] = []
    const pages = fc.oneof(sources, generated)
    const litters = fc.oneof(fc.constant([]), insertions)
    const property = fc.asyncProperty(pages, litters, textSteps, async (source, list, step) => {
      const {name, page, broken, refusals} = await checkText(source, list, step)
      if (refusals.length > 0) refused.push(`${name}: ${refusals[0]}`)
      if (broken.length > 0) throw new Error([`${name}:`, ...broken, page].join('\n'))
    })
    await fc.assert(property, {numRuns: runs})
    if (refused.length > 0) console.info(`${refused.length} edits were refused:`, refused)
    expect(refused.length).toBeLessThanOrEqual(runs / 100)
  })
})
