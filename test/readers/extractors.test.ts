/**
 * What extractors of text make of one page: an edit link stands before, behind or between, items have another bullet, an
 * icon's name is there as well as its label. Whatever it is, `auto` tells the dialect, and the plan is the same.
 */
import {describe, expect, test} from 'vitest'
import {parse, toJson} from '../../src/index.ts'
import type {Plan} from '../../src/index.ts'
import {readFile} from '../utils/fixtures.ts'

interface Line {
  text: string
  isHeading: boolean
}

/** The lines of a page whose edit links are glued to what follows a heading. */
function linesOf(page: string): Line[] {
  const lines: Line[] = []
  for (const line of page.trimEnd().split('\n')) {
    const isBehind = line.startsWith('edit')
    if (isBehind) lines.at(-1)!.isHeading = true
    lines.push({text: isBehind ? line.slice('edit'.length) : line, isHeading: false})
  }
  return lines
}

const headings = (write: (text: string) => string) => (lines: Line[]) =>
  lines.map(({text, isHeading}) => (isHeading ? write(text) : text)).join('\n')

const links: Record<string, (lines: Line[]) => string> = {
  'glued to the next line': (lines) =>
    lines.map(({text}, at) => (lines[at - 1]?.isHeading ? `edit${text}` : text)).join('\n'),
  before: headings((text) => `edit ${text}`),
  'glued before': headings((text) => `edit${text}`),
  'bracketed before': headings((text) => `[edit] ${text}`),
  'alone before': headings((text) => `edit\n${text}`),
  after: headings((text) => `${text} edit`),
  'glued after': headings((text) => `${text}edit`),
  'alone after': headings((text) => `${text}\nedit`),
  bracketed: headings((text) => `${text}[edit]`),
  'bracketed and apart': headings((text) => `${text} [edit]`),
  'with the source’s': headings((text) => `${text}[edit | edit source]`),
  'alone with the source’s': headings((text) => `${text}\n[edit | edit source]`),
  none: headings((text) => text)
}

const bullets = {'-': '-', '*': '*', '•': '•'}

/** The icon's alternative text before the label, as the wikis' templates have it. */
const icons: Record<string, (page: string) => string> = {
  once: (page) => page,
  doubled: (page) =>
    page
      .replaceAll(/ Done$/gm, ' Yes Done')
      .replaceAll(/ (In progress|To do|Postponed)$/gm, ' $1 $1')
}

const source = readFile('full-year', 'page.txt')!
const wanted = said(parse(source, {from: 'text'}))

/** What a page says, but for the page's hash and how its statuses are spelt. */
function said(plan: Plan): unknown {
  return JSON.parse(JSON.stringify({...toJson(plan), source: null}), (key, value: unknown) =>
    key === 'raw' ? undefined : value
  )
}

describe.each(Object.keys(links))('edit links %s', (link) => {
  describe.each(Object.keys(bullets))('items behind %s', (bullet) => {
    test.each(Object.keys(icons))('icons %s', (icon) => {
      const page = icons[icon]!(links[link]!(linesOf(source)).replaceAll(/^- /gm, `${bullet} `))
      expect(said(parse(page))).toEqual(wanted)
    })
  })
})

test('a link before a heading is a part of it, and one that opens nothing is text', () => {
  const page = 'Harbour\n- Wind\neditStatus\n- Paint\nedit Goals\n- Sail\nedit\nLater\n- Row\nedit'
  const plan = parse(page, {from: 'text'})
  const parts = plan.children.map(({position}) =>
    page.slice(position!.start.offset, position!.end.offset)
  )
  expect(parts.join('\n')).toBe(page)
})
