/**
 * Law 6: work grows with the page's length and no faster, through readers, `recognize` and writers, for pages
 * that repeat whatever a plan's code looks at. (What reading Markdown and HTML takes beside our own code is remark's and parse5's.)
 *
 * Work is counted, as time depends on what else the machine does; what the engine does by itself, such as
 * copying an array, is not counted, but quadratic it would show as time for a large page.
 */
import {describe, expect, it} from 'vitest'
import {parse, toJson, toNdjson, toWikitext} from '../../src/index.ts'
import {shapes, type Shape} from '../arbitraries/hostile.ts'
import {startCounting} from '../utils/work.ts'

const countWork = startCounting()

const small = 2000
const large = 8 * small
const limit = 10

/** A page of this size takes linear code a fraction of a second on a busy machine. */
const huge = 100_000
const seconds = 20

function throughAll({page}: Shape, size: number, from: 'wikitext' | 'text' | 'html'): () => void {
  const source = page(size)
  return () => {
    const plan = parse(source, {from})
    toJson(plan)
    toNdjson(plan)
    toWikitext(plan)
  }
}

describe.each(['wikitext', 'text', 'html'] as const)('%s', (from) => {
  it.each(shapes)('should take work by its length only: $name', (shape) => {
    const [less, more] = [small, large].map((size) => countWork(throughAll(shape, size, from)))
    expect(more! / less!).toBeLessThan(limit)
  })

  it('should be done with large pages in some time', {timeout: 600_000}, () => {
    for (const shape of shapes.filter((_, index) => index % 12 === 0)) {
      const start = performance.now()
      throughAll(shape, huge, from)()
      expect((performance.now() - start) / 1000, shape.name).toBeLessThan(seconds)
    }
  })
})
