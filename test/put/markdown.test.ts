/** Markdown put back: what it does not show stays, and what a person wrote in it takes effect or is refused. */
import {describe, expect, it} from 'vitest'
import {readMarkdown} from '../laws/read-markdown.ts'
import {EditError, apply, parse, toJson, toMarkdown} from '../../src/index.ts'

function shown(page: string): string {
  return toMarkdown(parse(page, {from: 'wikitext'}))
}

const opening = `== Goals for FY30/31 ==
=== Outcome 1 ===
==== Goals ====
* Ship the boat {{done}}
==== Status ====
`

describe('what Markdown does not show', () => {
  it.each([
    ['a reference behind a date', "'''Note: August 2, 2030'''<ref>Minutes</ref>\n* All fine\n"],
    ['a comment behind a date', "'''Note: August 2, 2030'''<!-- c -->\n* All fine\n"],
    ['a file behind a date', "'''Note: August 2, 2030''' [[File:x.png]]\n* All fine\n"],
    ['a switch behind a date', "'''Note: August 2, 2030'''__NOTOC__\n* All fine\n"],
    ['references below a date', "'''Note: August 2, 2030'''\n<references/>\n* All fine\n"],
    ['a file that has items', "'''Note: August 2, 2030'''\n* [[File:x.png]]\n** All fine\n"],
    ['a note of a reference alone', "'''Note: August 2, 2030'''<ref>x</ref>\n\n* All fine\n"],
    ['an anchor in a text', "'''Note: August 2, 2030'''\n* All <span id=\"a\"></span>fine\n"]
  ])('should stay: %s', (_, notes) => {
    const page = opening + notes
    const edits: [string, string, string, string][] = [
      ['Ship the boat', 'Sail the boat', 'Ship the boat', 'Sail the boat'],
      ['`Done`', '`Blocked`', '{{done}}', '{{blocked}}'],
      ['fine', 'well', 'fine', 'well'],
      ['August 2', 'August 3', 'August 2', 'August 3']
    ]
    for (const [from, to, was, is] of edits)
      expect(apply(page, shown(page).replace(from, to))).toBe(page.replace(was, is))
  })

  it('should stay, where the statuses of a changed update are spelt in ways of their own', () => {
    const page = `${opening}'''Note: August 2, 2030'''\n* The <<done>> and {[stalled}} ones\n`
    const edited = shown(page).replace('ones', 'parts')
    expect(apply(page, edited)).toBe(page.replace('ones', 'parts'))
  })

  it('should stay within a date, whose blanks another formatter counts otherwise', () => {
    const page = `${opening}'''Note: August <!-- a Friday --> 2, 2030'''\n* All fine\n`
    const edited = shown(page).replace('August  2', 'August 2').replace('fine', 'well')
    expect(apply(page, edited)).toBe(page.replace('fine', 'well'))
  })

  it('should keep goals under the heading that they stand under', () => {
    const page = `=== Outcome 1 ===
==== Goals ====
* Ship the boat
== Other work ==
=== Goals ===
* Paint the pier {{done}}
`
    expect(apply(page, shown(page).replace('Ship the boat', 'Sail'))).toBe(
      page.replace('Ship the boat', 'Sail')
    )
  })
})

describe('Markdown of another hand', () => {
  it('should say what it said with its lines wrapped, and other marks', () => {
    const page = `${opening}* Everything that was planned for the long pier is fine\n`
    const edited = shown(page)
      .replaceAll(/^- /gm, '* ')
      .replace('planned for', 'planned\n  for')
      .replace('Ship the boat', 'Sail')
    expect(apply(page, edited)).toBe(page.replace('Ship the boat', 'Sail'))
  })

  it.each(['Finnished off', 'Foo'])('should be refused where a status is none: %s', (name) => {
    const page = `${opening}* All fine\n`
    const edited = shown(page).replace('`Done`', `\`${name}\``)
    expect(() => apply(page, edited)).toThrow(EditError)
    expect(() => apply(page, edited)).toThrow(`"${name}" is not a status; the nearest are`)
  })

  it.each<[string, string | RegExp, string, string]>([
    ['a paragraph', '## Goals', 'Some more.\n\n## Goals', 'no part of the plan'],
    ['another template', '`{{gone}}`', '`{{away}}`', 'its markup is not'],
    ['an address', 'phabricator.wikimedia', 'phabricator.example', 'its markup is not'],
    [
      'an address, and a word',
      /mussels of (\[T123456\]\(https:\/\/phabricator)\.wikimedia/,
      'clams of $1.example',
      'would not show'
    ],
    ['a heading made italic', 'Outcome 1', '*Outcome* 1', 'stands in a heading'],
    ['a label made italic', 'Owner', '*Owner*', 'stands in a label'],
    ['a picture', 'mussels', 'mussels ![x](x.png)', 'its markup is not'],
    ['a status that is none within a text', '`In progress`', '`In zebra`', 'is not a status']
  ])('should be refused where it is edited beside the plan: %s', (_, from, to, reason) => {
    const page = `'''Owner''': Ada\n${opening}* {{done}} Ask {{gone}} mussels of {{Phab|T123456}}, {{in progress}}.\n`
    const edited = shown(page).replace(from, to)
    expect(edited).not.toBe(shown(page))
    expect(() => apply(page, edited)).toThrow(EditError)
    expect(() => apply(page, edited)).toThrow(reason)
  })

  it('should take code for text where no status stands', () => {
    const page = `${opening}* All fine\n`
    const edited = shown(page).replace('Ship the boat', 'Run `make` on the boat')
    expect(apply(page, edited)).toBe(page.replace('Ship', 'Run <code>make</code> on'))
  })
})

describe('words that are set apart', () => {
  const page = goalsOf(
    "* Burn the last oil of '''the old''' lamps {{done}}",
    "* ''Oil the spring''",
    '* Mend <s>both</s> of <i>the</i> nets <!-- by May --> and sails'
  )

  it.each([
    ['with a word changed', 'last oil', '*last* oils', 'last oil', "''last'' oils"],
    ['as code', 'last oil', '`last` oils', 'last oil', '<code>last</code> oils'],
    ['struck out', 'last oil', 'last ~~oil~~', 'last oil', 'last <del>oil</del>'],
    ['alone', 'last', '**last**', 'last', "'''last'''"],
    ['both ways', 'last', '***last***', 'last', "'''''last'''''"],
    ['within a word', 'last', 'l*as*t', 'last', "l''as''t"],
    ['on from those that are', 'the old**', 'the old lit**', "the old'''", "the old lit'''"],
    ['before those that are', '**the old', '**all the old', "'''the old", "'''all the old"],
    ['with a link', 'last oil', '*last [oil](./Oil)*', 'last oil', "''last [[Oil|oil]]''"],
    ['no more', '**the old**', 'the old', "'''the old'''", 'the old'],
    ['no more, and other words', '**the old**', 'an old', "'''the old'''", 'an old'],
    ['less than they were', '**the old**', 'the **old**', "'''the old'''", "the '''old'''"],
    ['in another way', '**the old**', '*the old*', "'''the old'''", "''the old''"],
    ['struck out no more', '~~both~~', 'both', '<s>both</s>', 'both'],
    ['beside what Markdown does not show', 'sails', '*sails*', 'sails', "''sails''"]
  ])('should be written: %s', (_, from, to, was, is) => {
    const edited = shown(page).replace(from, to)
    expect(edited).not.toBe(shown(page))
    expect(apply(page, edited)).toBe(page.replace(was, is))
  })

  it('should be written where they are new', () => {
    const edited = shown(page).replace('- Burn', '- *Buy* ~~rope~~ wire\n- Burn')
    const added = "* ''Buy'' <del>rope</del> wire\n* Burn"
    expect(apply(page, edited)).toBe(page.replace('* Burn', added))
  })

  it('should leave what is struck out as it is, though it moves', () => {
    const edited = shown(page).replace('Burn the last', 'Burn')
    expect(apply(page, edited)).toBe(page.replace('Burn the last', 'Burn'))
  })
})

describe('a link', () => {
  const page = goalsOf('* Oil {{done}} in May').replace(
    '==== Goals',
    "'''All [[Boats|boats]] sail'''\n==== Goals"
  )

  it.each([
    ['in a statement', 'sail', '[sail](./Sails)'],
    ['in a statement, with other words', 'sail', '[float](./Sails) now'],
    ['that a statement had', '[boats](./Boats)', 'boats'],
    ['in a heading', 'Outcome 1', '[Outcome](./Outcome) 1'],
    ['in a remark', 'in May', 'in [May](./May)'],
    ['not, but emphasis in a remark', 'in May', 'in *May*']
  ])('should be written, or be refused: %s', (_, from, to) => {
    const edited = shown(page).replace(from, to)
    expect(edited).not.toBe(shown(page))
    try {
      expect(readMarkdown(shown(apply(page, edited)))).toEqual(readMarkdown(edited))
    } catch (error) {
      expect(error).toBeInstanceOf(EditError)
    }
  })
})

describe('a field that is nested in another', () => {
  const page =
    "== Goals for FY30/31 ==\n* '''Owner''': Ada\n* '''Team''': Boats\n=== Outcome 1 ===\n"

  it('should be a field', () => {
    const edited = shown(page).replace('- **Team**', '  - **Team**')
    expect(apply(page, edited)).toBe(page)
  })

  it('should be none where it is other words, which are no part of the plan', () => {
    const edited = shown(page).replace('- **Team**: Boats', '  - Mend the boats')
    expect(() => apply(page, edited)).toThrow('no part of the plan')
  })
})

describe('a heading of a quarter', () => {
  const sections = ['1', '2', '1'].map(
    (number, at) => `=== Outcome ${number} ===\n==== Goals ====\n* Goal ${at}\n`
  )
  const inferred = ['== Goals for FY30/31 ==\n', ...sections].join('')
  const named = inferred
    .replace('=== Outcome 1', '== Q1 ==\n=== Outcome 1')
    .replace('1\n=== Outcome 1', '1\n== Q2 ==\n=== Outcome 1')

  it('should begin the quarter where it stands', () => {
    const edited = shown(named).replace('### Outcome 2', '## Q4\n\n### Outcome 2')
    expect(apply(named, edited)).toBe(named.replace('=== Outcome 2', '== Q4 ==\n=== Outcome 2'))
  })

  it('should be refused where the page has that quarter', () => {
    const edited = shown(named).replace('### Outcome 2', '## Q2\n\n### Outcome 2')
    expect(() => apply(named, edited)).toThrow('Q2 would be on the page twice')
  })

  it('should be refused where it would take in another quarter', () => {
    const edited = shown(inferred).replace('### Outcome 2', '## Q2\n\n### Outcome 2')
    expect(() => apply(inferred, edited)).toThrow('would take in another quarter')
  })

  it.each(['named', 'inferred'])('should not be doubled by plan JSON: %s', (how) => {
    const page = how === 'named' ? named : inferred
    const plan = toJson(parse(page, {from: 'wikitext'}))
    plan.periods[0]!.quarter = 2
    expect(() => apply(page, plan)).toThrow('Q2 would be on the page twice')
  })

  it('should not be doubled by a label', () => {
    const plan = toJson(parse(named, {from: 'wikitext'}))
    plan.periods[0]!.label = 'Q2'
    expect(() => apply(named, plan)).toThrow('Q2 would be on the page twice')
  })
})

describe('a check box', () => {
  const page = goalsOf('* Oil the spring {{in progress}}', '* Paint {{done}}', '* Hang a bell')

  it.each([
    ['ticked', '- Oil', '- [x] Oil', '{{in progress}}', '{{done}}'],
    ['taken off', '- Paint', '- [ ] Paint', '{{done}}', '{{to do}}'],
    ['ticked where no status is', '- Hang', '- [x] Hang', 'a bell', 'a bell {{done}}']
  ])('sets the status of its item: %s', (_, from, to, was, is) => {
    expect(apply(page, shown(page).replace(from, to))).toBe(page.replace(was, is))
  })

  it('that says what the status says changes nothing', () => {
    const edited = shown(page).replace('- Oil', '- [ ] Oil').replace('- Paint', '- [x] Paint')
    expect(apply(page, edited)).toBe(page)
  })
})

describe('what stands beside the plan', () => {
  const section = (number: number, text: string): string =>
    `=== Outcome ${number} ===\n==== Goal(s) ====\n* ${text}\n`
  const page = `Ask a keeper of the lamps.
{|
! Lamp !! Keeper
|-
| North || Ada
|}
${section(1, 'Hang a bell')}
See also the list of bells.

${section(2, 'Paint it')}`

  it('stays as it is when the plan is edited, and its lines are wrapped', () => {
    const edited = shown(page)
      .replace('keeper of', 'keeper\nof')
      .replace('Hang a bell', 'Hang two bells')
    expect(apply(page, edited)).toBe(page.replace('Hang a bell', 'Hang two bells'))
  })

  it.each([
    ['changed', 'Ask a keeper', 'Ask two keepers'],
    ['changed in a table', 'Ada', 'Bo'],
    ['taken out', 'See also the list of bells.\n\n', ''],
    ['taken out, a table', /\| Lamp[^]*\| Ada *\|\n\n/, '']
  ])('is refused where it is %s', (_, from, to) => {
    const edited = shown(page).replace(from, to)
    expect(edited).not.toBe(shown(page))
    expect(() => apply(page, edited)).toThrow('no part of the plan')
  })
})

describe('what is written beside the plan', () => {
  const page = goalsOf('===== Wind the clocks {{done}} =====', '* Find the key {{in progress}}')

  it.each([
    ['a paragraph under a goal', '`Done`\n', '`Done`\n\nThis is mine.\n', 'no part of the plan'],
    ['a rule', '#### Goal', '---\n\n#### Goal', 'no part of the plan'],
    ['a tag', '#### Goal', '<div>Beware</div>\n\n#### Goal', 'no part of the plan'],
    ['a comment in a text', 'key', 'key <!-- whose? -->', 'its markup is not'],
    ['a tag in a text', 'key', '<u>key</u>', 'its markup is not'],
    ['a misspelt status', '`In progress`', '`In progres`', 'is not a status']
  ])('is refused: %s', (_, from, to, reason) => {
    const edited = shown(page).replace(from, to)
    expect(edited).not.toBe(shown(page))
    expect(() => apply(page, edited)).toThrow(reason)
  })
})

function goalsOf(...lines: string[]): string {
  return ['== Goals for FY30/31 ==', '=== Outcome 1 ===', '==== Goals ====', ...lines, ''].join(
    '\n'
  )
}
