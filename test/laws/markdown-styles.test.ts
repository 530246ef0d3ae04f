/**
 * Law 3 for how words are set apart in Markdown: emphasis, code, links and what is struck out, drawn over random words of
 * a page and of its edited Markdown. The page's Markdown then reads as the edited one, or the edit was refused.
 */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {EditError, apply, parse, toMarkdown} from '../../src/index.ts'
import {readMarkdown} from './read-markdown.ts'

const runs = Number(process.env['RUNS'] ?? 150)

type Style = 'plain' | 'emphasis' | 'strong' | 'both' | 'struck' | 'code' | 'link'

/** Words that are set apart in one way. */
interface Run {
  words: string[]
  style: Style
}

type Write = (words: string) => string

const wikitext: Readonly<Record<Style, Write>> = {
  plain: (words) => words,
  emphasis: (words) => `''${words}''`,
  strong: (words) => `'''${words}'''`,
  both: (words) => `'''''${words}'''''`,
  struck: (words) => `<s>${words}</s>`,
  code: (words) => `<code>${words}</code>`,
  link: (words) => `[[Harbour|${words}]]`
}

const markdown: Readonly<Record<Style, Write>> = {
  plain: (words) => words,
  emphasis: (words) => `*${words}*`,
  strong: (words) => `**${words}**`,
  both: (words) => `***${words}***`,
  struck: (words) => `~~${words}~~`,
  code: (words) => `\`${words}\``,
  link: (words) => `[${words}](./Harbour)`
}

function write(text: readonly Run[], styles: Readonly<Record<Style, Write>>): string {
  return text.map(({words, style}) => styles[style](words.join(' '))).join(' ')
}

/** Markdown shows code of a page as plain words. */
function asShown(text: readonly Run[]): Run[] {
  return text.map((run) => (run.style === 'code' ? {...run, style: 'plain'} : run))
}

const words = fc.array(fc.constantFrom('oil', 'the', 'lamps', 'of', 'piers', 'old'), {
  minLength: 1,
  maxLength: 3
})

const styles = fc.constantFrom<Style>(...(Object.keys(wikitext) as Style[]))

const runsOfWords: fc.Arbitrary<Run> = fc.record({words, style: styles})

const texts = fc.array(runsOfWords, {minLength: 1, maxLength: 5})

/** What an edit makes of a text, one after the other. */
interface Change {
  kind: 'restyle' | 'restyle all' | 'reword' | 'add' | 'remove'
  at: number
  run: Run
}

const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('restyle', 'restyle all', 'reword', 'add', 'remove'),
    at: fc.nat(20),
    run: runsOfWords
  }),
  {maxLength: 4}
)

function change(text: readonly Run[], {kind, at, run}: Change): Run[] {
  const place = at % Math.max(text.length, 1)
  if (kind === 'add') return text.toSpliced(place, 0, run)
  if (kind === 'remove') return text.toSpliced(place, 1)
  return text.map((old, index): Run => {
    if (kind === 'restyle all') return {...old, style: run.style}
    if (index !== place) return old
    return kind === 'restyle' ? {...old, style: run.style} : {...old, words: run.words}
  })
}

/** Texts of most kinds (a statement is bold as a whole in Markdown), each between words of its own: code at the end of one is a status. */
function page(list: readonly string[]): string {
  const [field, objective, goal, task, update] = list.map((text, at) => `Thing${at} ${text} then`)
  return `'''Owner''': ${field}

== Goals for FY30/31 ==
=== Outcome 1 ===
* ${objective}
==== Goals ====
* ${goal} {{done}}
** ${task}
==== Status ====
'''Note: August 2, 2030'''
* ${update}
`
}

const count = 5

interface Drawn {
  text: Run[]
  edits: Change[]
}

const drawn: fc.Arbitrary<Drawn[]> = fc.array(fc.record({text: texts, edits: changes}), {
  minLength: count,
  maxLength: count
})

describe('words that are set apart in edited Markdown', () => {
  it('should be so on the page, or the edit be refused', () => {
    let refused = 0
    fc.assert(
      fc.property(drawn, (list) => {
        const source = page(list.map(({text}) => write(text, wikitext)))
        let edited = toMarkdown(parse(source, {from: 'wikitext'}))
        for (const [at, {text, edits}] of list.entries()) {
          const [was, is] = [asShown(text), edits.reduce(change, asShown(text))]
          const found = `Thing${at} ${write(was, markdown)} then`
          expect(edited).toContain(found)
          edited = edited.replace(found, () => `Thing${at} ${write(is, markdown)} then`)
        }
        try {
          const result = apply(source, edited, {from: 'markdown'})
          const again = toMarkdown(parse(result, {from: 'wikitext'}))
          expect(readMarkdown(again)).toEqual(readMarkdown(edited))
          for (const {edits, text} of list)
            for (const {style, words} of edits.reduce(change, asShown(text)))
              if (style === 'code') expect(result).toContain(`<code>${words.join(' ')}</code>`)
        } catch (error) {
          if (!(error instanceof EditError)) throw error
          refused++
        }
      }),
      {numRuns: runs}
    )
    expect(refused).toBeLessThanOrEqual(runs / 10)
  })
})
