/** What readers of the wiki see of a page, section by section. */
import type {Element, Root} from 'hast'
import {toString} from 'mdast-util-to-string'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {applyEdits, type TextEdit} from '../../../src/change/text-edit.ts'
import {legacyHtml} from '../wiki.ts'
import {inCommon} from './lines.ts'

/** A section: from its heading, or the start of the page, to the next heading. */
interface Section {
  /** Without blank space at its end. */
  wikitext: string
  html: string
}

/** How an edit shows. */
export interface Shown {
  /** Sections that the edit does not touch, and that show something else after it. */
  disturbed: {before: string; after: string}[]
  /** The plain text of the sections that the edit touches, afterwards. */
  touched: string
}

/** Asks the wiki for the page before and after an edit. */
export async function compareSections(before: string, after: string): Promise<Shown> {
  const [a, b] = [await sectionsOf(before), await sectionsOf(after)]
  const kept = inCommon(a.map(wikitextOf), b.map(wikitextOf))
  const keptAfter = new Set(kept.map(([, at]) => at))
  return {
    disturbed: kept
      .map(([i, j]) => ({before: a[i]!.html, after: b[j]!.html}))
      .filter(({before, after}) => before !== after),
    touched: b
      .filter((_, at) => !keptAfter.has(at))
      .map(({html}) => plainText(html))
      .join(' ')
  }
}

const wikitextOf = ({wikitext}: Section) => wikitext

async function sectionsOf(page: string): Promise<Section[]> {
  const shown = htmlSections(await legacyHtml(page))
  const written = wikitextSections(page)
  if (shown.length !== written.length)
    throw new Error(`The wiki shows ${shown.length} sections of ${written.length}`)
  return written.map((wikitext, at) => ({wikitext, html: shown[at]!}))
}

/** A line that is a heading, with nothing but blank space and comments behind it. */
const headingLine = /^(?==+.*=[ \t]*(?:<!--[^>]*-->[ \t]*)*$)/m

function wikitextSections(page: string): string[] {
  const parts = page.split(headingLine).map((section) => section.trimEnd())
  return page.startsWith('=') ? ['', ...parts] : parts
}

function htmlSections(html: string): string[] {
  const page = withoutNumbers(html).replace(/<\/div>\s*$/, '')
  const starts: number[] = []
  visit(parse(page), 'element', (element) => {
    if (/^h[1-6]$/.test(element.tagName)) starts.push(element.position!.start.offset!)
  })
  return [0, ...starts].map((start, at) => page.slice(start, starts[at]).trimEnd())
}

/** Classes of what a section shows of the whole page. */
const ofPage = ['toc', 'mw-editsection', 'mw-references-wrap']

/**
 * The HTML without what counts the sections of the whole page: the table of contents, the links to edit a
 * section, the references that Cite adds to the end, and the ids of headings, which tell twins apart.
 */
export function withoutNumbers(html: string): string {
  const edits: TextEdit[] = []
  visit(parse(html), 'element', (element) => {
    const {start, end} = element.position!
    const range = {start: start.offset!, end: end.offset!}
    if (ofPage.some((name) => hasClass(element, name))) {
      edits.push({...range, text: ''})
      return 'skip'
    }
    if (/^h[1-6]$/.test(element.tagName))
      edits.push(...idsWithin(html.slice(range.start, range.end), range.start))
    return undefined
  })
  return applyEdits(html, edits)
}

/** The ids of a heading; one that is not plain letters has another in an empty element. */
function idsWithin(heading: string, offset: number): TextEdit[] {
  return Array.from(
    heading.matchAll(/<span id="[^"]*"><\/span>| id="[^"]*"/g),
    ({0: id, index}) => ({start: offset + index, end: offset + index + id.length, text: ''})
  )
}

function hasClass({properties}: Element, name: string): boolean {
  return [properties['className']].flat().includes(name)
}

function parse(html: string): Root {
  return unified().use(rehypeParse, {fragment: true}).parse(html)
}

/** Text as a reader sees it, on one line. */
export function plainText(html: string): string {
  return toString(parse(html)).replaceAll(/\s+/g, ' ').trim()
}
