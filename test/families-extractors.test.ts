/**
 * The forms in which extractors of text give a real page, each derived from the one at hand: whatever stands where, `auto`
 * tells the dialect and the page has all its facts. Page and facts are at hand where the whole project is checked out.
 */
import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {parse, toJson} from '../src/index.ts'
import {readCompare} from './utils/families.ts'

const folder = new URL('../../shared/corpus/tec6-goals/', import.meta.url)
const compare = await readCompare()
const isThere = compare !== undefined && existsSync(folder)
const read = (file: string): string => (isThere ? readFileSync(new URL(file, folder), 'utf8') : '')

/** Writes the lines anew whose next one opens with an edit link: those are headings. */
function withHeadings(page: string, write: (heading: string) => string): string {
  const lines = page.split('\n')
  const isBehind = (line: string | undefined): boolean => line?.startsWith('edit') ?? false
  return lines
    .map((line, at) => {
      const text = isBehind(line) ? line.slice('edit'.length) : line
      return isBehind(lines[at + 1]) ? write(text) : text
    })
    .join('\n')
}

/** Each changes one thing of the page. */
const forms: Record<string, (page: string) => string> = {
  'edit links glued to the next line': (page) => page,
  'edit links before': (page) => withHeadings(page, (text) => `edit ${text}`),
  'edit links glued before': (page) => withHeadings(page, (text) => `edit${text}`),
  'edit links alone before': (page) => withHeadings(page, (text) => `edit\n${text}`),
  'edit links after': (page) => withHeadings(page, (text) => `${text} edit`),
  'edit links glued after': (page) => withHeadings(page, (text) => `${text}edit`),
  'edit links alone after': (page) => withHeadings(page, (text) => `${text}\nedit`),
  'edit links in brackets': (page) => withHeadings(page, (text) => `${text}[edit]`),
  'edit links in brackets, alone': (page) => withHeadings(page, (text) => `${text}\n[edit]`),
  'edit links with the source’s': (page) =>
    withHeadings(page, (text) => `${text}[edit | edit source]`),
  'no edit links': (page) => withHeadings(page, (text) => text),
  'bullets •': (page) => page.replace(/^(edit)?- /gm, '$1• '),
  'bullets *': (page) => page.replace(/^(edit)?- /gm, '$1* '),
  'icons and labels': (page) => page.replace(/(?<=\s)(Done|Partially done|Postponed)$/gm, 'Yes $1'),
  'doubled labels': (page) => page.replace(/(?<=\s)(Done|In progress|To do)$/gm, '$1 $1'),
  'carriage returns': (page) => page.replaceAll('\n', '\r\n')
}

describe.skipIf(!isThere)('a real page', () => {
  test.each(Object.entries(forms))('has its facts with %s', (_, form) => {
    const plan = toJson(parse(form(read('page.txt'))))
    const {checked, differences} = compare!(JSON.parse(read('page.txt.json')), plan)
    // How a status is spelt is said of the page at hand.
    expect(differences.filter((difference) => !/\.(?:raw|form): /.test(difference))).toEqual([])
    expect(checked).toBeGreaterThan(500)
  })
})
