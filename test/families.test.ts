/**
 * The pages of all families, with the facts that a person sees in them: as wikitext, written anew, and through
 * Markdown. Pages and facts are at hand where the whole project is checked out.
 */
import {existsSync, readFileSync} from 'node:fs'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {describe, expect, test} from 'vitest'
import {parse, toJson, toMarkdown, toWikitext} from '../src/index.ts'
import {checkPositions} from './laws.ts'
import {readFamilies} from './utils/families.ts'
import type {PlanJson} from '../src/index.ts'

const corpus = fileURLToPath(new URL('../../shared/corpus/', import.meta.url))

type Compare = (facts: unknown, plan: PlanJson) => {checked: number; differences: string[]}

const {compare} = existsSync(corpus)
  ? ((await import(pathToFileURL(`${corpus}facts.mjs`).href)) as {compare: Compare})
  : {compare: undefined}

describe.skipIf(!compare)('a page of each family', () => {
  describe.each(readFamilies())('$name', ({name, page}) => {
    const facts: unknown = JSON.parse(
      readFileSync(`${corpus}families/${name.replace('.wiki', '.json')}`, 'utf8')
    )
    const plan = parse(page, {from: 'wikitext'})

    test('says what a person sees, where it says it', () => {
      const {checked, differences} = compare!(facts, toJson(plan))
      expect(differences).toEqual([])
      expect(checked).toBeGreaterThan(30)
      checkPositions(plan, page)
    })

    // How a status was spelt is said of that page.
    test.each([
      ['wikitext', () => parse(toWikitext(plan), {from: 'wikitext'})],
      ['Markdown', () => parse(toMarkdown(plan), {from: 'markdown'})]
    ])('says the same written anew as %s', (_, read) => {
      const {differences} = compare!(facts, toJson(read()))
      expect(differences.filter((difference) => !difference.includes('.form: '))).toEqual([])
    })
  })
})
