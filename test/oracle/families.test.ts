/**
 * A page of each family, rendered by a real wiki: its HTML says what a person sees in the page. The wiki has neither
 * Tabber nor Tabs nor Translate, whose tags it shows as they are typed.
 */
import {describe, expect, test} from 'vitest'
import {parse, toJson} from '../../src/index.ts'
import {checkPositions} from '../laws.ts'
import {readCompare, readFacts, readFamilies} from '../utils/families.ts'
import {hasWiki, legacyHtml, parsoidHtml} from './wiki.ts'

const compare = await readCompare()
const pages = readFamilies()

if (!compare) console.warn('Skipped: the pages of the families are not at hand (../shared/corpus).')

/** What a way of reading does not say, and why that is as it should be. */
const exceptions: {via: string; at: RegExp; reason: string}[] = [
  {
    via: 'legacy',
    at: /\.status\.form: wanted "template", got "text"$/,
    reason:
      'What readers are served has the label that a template shows, and nothing says that it was one.'
  }
]

/** Families of which not all is read yet. */
const unread = ['okr-metrics.wiki']

describe.skipIf(!hasWiki || !compare)('the HTML of a page of each family', () => {
  describe.each(pages)('$name', ({name, page}) => {
    test.skipIf(unread.includes(name)).each([
      ['legacy', legacyHtml],
      ['parsoid', parsoidHtml]
    ])('says what a person sees, by the %s parser', async (via, render) => {
      const html = await render(page)
      const plan = parse(html, {from: 'html'})
      checkPositions(plan, html)
      const {checked, differences} = compare!(readFacts(name), toJson(plan))
      const known = exceptions.filter((exception) => exception.via === via)
      expect(differences.filter((line) => !known.some(({at}) => at.test(line)))).toEqual([])
      expect(checked).toBeGreaterThan(30)
    })
  })
})
