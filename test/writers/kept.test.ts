/** What stands beside a plan, written anew as wikitext. */
import {describe, expect, it} from 'vitest'
import {VFile} from 'vfile'
import {fromJson, parse, toJson, toMarkdown, toWikitext} from '../../src/index.ts'
import type {Dialect} from '../../src/index.ts'

/** A page of wikitext, written anew. */
function rewritten(page: string, from: Dialect = 'wikitext'): string {
  return toWikitext(parse(page, {from}))
}

const section = '=== Outcome 1 ===\n'

describe('wikitext beside a plan', () => {
  it.each([
    [
      'a table',
      '{| class="wikitable"\n|+ Lamps\n! Lamp\n! colspan="2" | Keeper\n|-\n| North\n| Ada\n| at night\n|}'
    ],
    ['lists in cells', '{|\n| North\n* Ada\n* Bo\n|\n* Cy\n|}'],
    ['a list', 'Lamps are\n* tall\n** green\n*# red\n*: or none\n* small'],
    ['terms', '; What is a lamp?\n: What is lit.\n: At night.'],
    ['lines of a paragraph', 'Ask a keeper.\nShe knows.\n\nAsk again.'],
    ['preformatted lines', ' oil   3\n  few\n \n wicks 2'],
    ['a rule', '----'],
    ['what shows nothing', '<!-- lamps -->\n__NOTOC__\n[[Category:Lamps|North]]'],
    ['a template over lines', '{{Box| all\n|of= it\n}}'],
    ['an extension over lines', '<gallery>\nLamp.svg|A lamp\n</gallery>'],
    ['links and markup', "''See'' [[Lamp|lamps]], [https://oil.example oil] and <code>wick</code>."]
  ])('should be %s as the page has it', (_, content) => {
    const page = `${content}\n${section}* A\n`
    expect(rewritten(page)).toBe(`${content}\n${section}* A\n`)
  })

  it('should stand where it stood', () => {
    const page = `== Goals for FY30/31 ==
=== Legend ===
Lamps are lit.
=== Outcome 1 ===
{|
| oil
|}
==== Goal(s) ====
* Trim the wicks {{done}}
{|
| wicks
|}
* Clean the glass
=== Other lamps ===
See below.
=== Outcome 2 ===
==== Goal(s) ====
* Row
== See also ==
* [[Wick]]
`
    expect(rewritten(page)).toBe(page)
  })

  it('should not become a part of the plan', () => {
    const page = `=== Outcome 1 ===
==== Goal(s) ====
{|
! Goal !! Status
|-
| Trim the wicks || {{done}}
|}
Old debts:
* Oil
`
    const written = rewritten(page)
    expect(written).toBe(`=== Outcome 1 ===
==== Goal(s) ====
* Trim the wicks {{done}}
Old debts:
{|
|
* Oil
|}
`)
    const goals = toJson(parse(written, {from: 'wikitext'})).periods[0]!.sections[0]!.goals
    expect(goals.map(({text}) => text)).toEqual(['Trim the wicks'])
  })

  it('should be text where it was text', () => {
    const page = `Harbour/Goals
* Ask for [[oil]], ''wicks'' = {{x}}.
Outcome 1 edit
Goal(s) edit
- Hang a bell Done
See also edit
- | Wick
`
    expect(rewritten(page, 'text'))
      .toBe(`* Ask for &#91;&#91;oil&#93;&#93;, &#39;&#39;wicks&#39;&#39; = &#123;&#123;x&#125;&#125;.
=== Outcome 1 ===
==== Goal(s) ====
* Hang a bell {{Done}}
== See also ==
* | Wick
`)
  })

  it('should be named where a format has no place for it', () => {
    const page = `Lit.<ref>At dusk.</ref>\n[[Category:Lamps]]\n[[Category:Oil]]\n${section}* A\n`
    const file = new VFile()
    toMarkdown(parse(page, {from: 'wikitext'}), {file})
    expect(file.messages.map(({ruleId, line, reason}) => [ruleId, line, reason])).toEqual([
      ['left-out', 1, 'A page of Markdown leaves out tags: <ref>'],
      ['left-out', 2, 'A page of Markdown leaves out categories: Category:Lamps, Category:Oil']
    ])
  })

  it('should be named where it is HTML of Markdown', () => {
    const file = new VFile()
    const page = '<p>Lit.</p>\n\n### Outcome 1\n\n#### Goals\n\n- A\n'
    const plan = parse(page, {from: 'markdown'})
    expect(toWikitext(plan, {file})).toBe(`${section}==== Goal(s) ====\n* A\n`)
    expect(file.messages.map(({reason}) => reason)).toEqual([
      'A page of wikitext leaves out HTML of Markdown: <p>Lit.</p>'
    ])
    expect(toMarkdown(plan)).toContain('<p>Lit.</p>')
  })

  it('should not be in what plan JSON has', () => {
    const plan = parse(`Lamps are lit.\n${section}`, {from: 'wikitext'})
    expect(toWikitext(fromJson(toJson(plan)))).toBe(section)
  })
})
