/**
 * Law 5 on what stands beside the plan: written anew, the page has its words in the order in which they stood, and the
 * plan is the same.
 *
 * Not asked for are the labels of a table of goals and what its empty cells have (`–`, `None`): the goals are lists
 * then. Words in the plan's own order are asked for within what is kept, as the house style puts goals before notes.
 */
import {isDeepStrictEqual} from 'node:util'
import fc from 'fast-check'
import type {Position} from 'unist'
import type {Nodes} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, it} from 'vitest'
import {parse, parseWikitext, toJson, toMarkdown, toWikitext} from '../../src/index.ts'
import type {ParseOptions, Plan} from '../../src/index.ts'
import {planPage} from '../arbitraries/plan-page.ts'
import {readFamilies} from '../utils/families.ts'
import {facts, readFixtures} from '../utils/fixtures.ts'

type Vocabulary = ParseOptions['vocabulary']

const numRuns = Number(process.env['RUNS'] ?? 100)

interface AnyNode {
  type: string
  value?: string
  children?: AnyNode[]
  shared?: AnyNode[]
  position?: Position | undefined
}

/** What shows a reader nothing, or what the page alone does not tell. */
const unseen = new Set([
  ...['comment', 'html', 'file', 'category', 'template', 'templateParameter', 'parserFunction'],
  ...['signature', 'behaviorSwitch', 'redirect', 'status']
])

const inline = new Set(['emphasis', 'strong', 'link', 'tag'])

/** The text that a person sees of a tree of wikitext, blocks apart. */
function seen(node: AnyNode): string {
  if (unseen.has(node.type)) return ''
  if (node.type === 'wikiLink') {
    const {target, trail} = node as AnyNode & {target: string; trail: string}
    return (node.children!.length > 0 ? seenIn(node) : target) + trail
  }
  if (node.type === 'extension') {
    const {name} = node as AnyNode & {name: string}
    return ['nowiki', 'pre', 'syntaxhighlight'].includes(name) ? (node.value ?? '') : ''
  }
  if (node.children)
    return inline.has(node.type) && (node as {name?: string}).name !== 'br'
      ? seenIn(node)
      : ` ${seenIn(node)} `
  return node.value ?? ' '
}

function seenIn({children}: AnyNode): string {
  return children!.map(seen).join('')
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

const parents = ['plan', 'period', 'section', 'goal', 'task', 'note', 'update']

const blocks = [
  ...['paragraph', 'heading', 'list', 'listItem', 'definitionList', 'definitionTerm'],
  ...['definitionDescription', 'table', 'tableCaption', 'preformatted']
]

function sharedIn({children = [], shared = []}: AnyNode): AnyNode[] {
  return [...shared, ...children.flatMap(sharedIn)]
}

/** The words of what a plan's tree has beside the plan, in order; without headings that say what the plan is. */
function keptWords(plan: Plan): string[] {
  const structure =
    /^(?:goals?|goal\(s\)|status(?: updates?(?:\(s\))?)?|key results|hypotheses|objective|purpose|(?:okr )?overview):?$/i
  // What a goal says elsewhere on the page is written with the goal, and the plan's heading over all of it.
  const told = sharedIn(plan).map(({position}) => position!)
  const isTold = ({position}: AnyNode): boolean =>
    told.some(
      ({start, end}) =>
        position !== undefined && position.start.line >= start.line && position.end.line <= end.line
    )
  const collect = (node: AnyNode): string[] =>
    (node.children ?? []).flatMap((child, index) => {
      if (parents.includes(child.type)) return collect(child)
      if (!blocks.includes(child.type) || isTold(child)) return []
      const text = seen(child).trim()
      if (text === plan.heading) return []
      const isOwn = index === 0 && (node.type === 'section' || node.type === 'period')
      return isOwn || structure.test(text.replace(/\s+/g, ' ')) ? [] : words(text)
    })
  return collect(plan)
}

/** The words of a page of Markdown, with those of the HTML in it. */
function wordsOfMarkdown(page: string): string[] {
  const text = (node: Nodes): string => {
    if (node.type === 'html')
      return node.value
        .replace(/<!--[^]*?-->|<[^>]*>/g, ' ')
        .replace(/&#10;/g, ' ')
        .replace(/&lt;/g, '<')
        .replace(/&amp;/g, '&')
    if ('value' in node) return node.value
    if (!('children' in node)) return ' '
    const inside = node.children.map(text).join('')
    return ['emphasis', 'strong', 'link', 'delete'].includes(node.type) ? inside : ` ${inside} `
  }
  return words(text(unified().use(remarkParse).use(remarkGfm).parse(page)))
}

const formats = {
  wikitext: {
    write: (plan: Plan, vocabulary: Vocabulary) => toWikitext(plan, {vocabulary}),
    read: (page: string, vocabulary: Vocabulary, {title}: Plan) =>
      parse(page, {from: 'wikitext', title, vocabulary}),
    words: (page: string) => words(seen(parseWikitext(page)))
  },
  Markdown: {
    write: (plan: Plan, vocabulary: Vocabulary) => toMarkdown(plan, {vocabulary}),
    read: (page: string, vocabulary: Vocabulary) => parse(page, {from: 'markdown', vocabulary}),
    words: wordsOfMarkdown
  }
} as const

/** The first of some words that does not stand behind those before it, if any. */
function missing(expected: readonly string[], actual: readonly string[]): string | undefined {
  let at = 0
  for (const word of expected) {
    at = actual.indexOf(word, at) + 1
    if (at === 0) return word
  }
  return undefined
}

function check(
  plan: Plan,
  {write, read, words}: (typeof formats)['wikitext' | 'Markdown'],
  vocabulary: Vocabulary = null
): void {
  const page = write(plan, vocabulary)
  const lost = missing(keptWords(plan), words(page))
  if (lost !== undefined)
    expect.fail(`"${lost}" is not in its place:\n${page}\n${keptWords(plan).join(' ')}`)
  const [before, after] = [plan, read(page, vocabulary, plan)].map((d) => facts(toJson(d), true))
  if (!isDeepStrictEqual(before, after)) expect(after, page).toEqual(before)
}

const pages = [
  ...readFixtures().flatMap(({name, pages: own, options}) =>
    own.map(({name: file, source, dialect}) => ({
      name: `${name}/${file}`,
      plan: parse(source, {...options, from: dialect}),
      vocabulary: options.vocabulary
    }))
  ),
  ...readFamilies().map(({name, page}) => ({
    name,
    plan: parse(page, {from: 'wikitext'}),
    vocabulary: null
  }))
]

/** Content that is no part of a plan. */
const besides = [
  '{| class="wikitable"\n! Lamp !! Keeper\n|-\n| North || colspan="2" | Ada\n* at night\n|}',
  '{|\n|+ Lamps\n| North\n| South\n|}',
  ' oil   3 barrels\n wicks [[Lamp|few]]',
  '----',
  'Ask a keeper.\nShe knows.',
  'Lamps are of two kinds:\n* tall\n* small\n*# green\n*# red',
  "== Other lamps ==\nSee [[Lamp|the lamp]]s, ''not'' the wick.\n\nSee twice.",
  '=== See also ===\n* [[Wick]]\n* [https://oil.example Oil]',
  '; Lamp\n: what is lit\n: at night',
  '{{Box\n| all\n| of = it}}',
  '[[Category:Lamps]]',
  '[[File:Lamp.svg|thumb|A lamp]]',
  '<gallery>\nLamp.svg|A lamp\n</gallery>',
  '<!-- lamps -->',
  '<div class="box">\nWithin a box.\n</div>'
]

/** A page with such content between its lines. */
const surrounded = fc
  .tuple(
    planPage,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...besides)), {minLength: 1, maxLength: 3})
  )
  .map(([{page, draft}, inserts]) => {
    const lines = page.split('\n')
    for (const [at, content] of inserts) lines.splice(at % (lines.length + 1), 0, `\n${content}\n`)
    return {title: draft.title, page: lines.join('\n')}
  })

describe.each(Object.entries(formats))('as %s', (_, format) => {
  it.each(pages)('should have all of $name', ({plan, vocabulary}) =>
    check(plan, format, vocabulary)
  )

  it('should have what stands anywhere on a page', {timeout: 600_000}, () => {
    const property = fc.property(surrounded, ({page, title}) =>
      check(parse(page, {from: 'wikitext', title}), format)
    )
    fc.assert(property, {numRuns})
  })
})
