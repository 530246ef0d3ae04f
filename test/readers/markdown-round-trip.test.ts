/** A plan written as Markdown reads back as the same plan, whatever stands in its lines. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parse, toJson, toMarkdown, type PlanJson} from '../../src/index.ts'

/** A page with some goals. */
function pageOf(lines: readonly string[]): string {
  const goals = lines.map((line) => `* ${line}\n`).join('')
  return `== Goals for FY30/31 ==\n=== Outcome 1 ===\n==== Goals ====\n${goals}`
}

/** What a plan says, without how its statuses are written. */
function saidBy(json: PlanJson): unknown {
  const written = new Set(['form', 'raw', 'source'])
  return JSON.parse(JSON.stringify(json.periods, (key, value) => (written.has(key) ? null : value)))
}

function expectSame(page: string): string {
  const plan = parse(page, {from: 'wikitext'})
  const markdown = toMarkdown(plan)
  expect(saidBy(toJson(parse(markdown, {from: 'markdown'}))), markdown).toEqual(
    saidBy(toJson(plan))
  )
  return markdown
}

describe('a plan in Markdown', () => {
  it.each([
    ['Ring {{#if:x|{{done}}}}', 'Ring `{{#if:x|{{done}}}}`'],
    ['Dry {{a|{{done}}}}', 'Dry `{{a|{{done}}}}`'],
    ['Dry {{a|b={{c|{{d}}}}}} now', 'Dry `{{a|b={{c|{{d}}}}}}` now'],
    ['Dry {{a\n|b={{c}}\n}} now', 'Dry `{{a|b={{c}} }}` now'],
    ['Dry {{a|`}}', 'Dry ``{{a|`}}``'],
    ['Dry {{{1|the sail}}}', 'Dry the sail'],
    ['Dry {{{1|{{done}}}}}', 'Dry `{{{1|{{done}}}}}`'],
    ['Dry [[Sail|the sail {{done}}]]', 'Dry [the sail `{{done}}`](./Sail)'],
    ['Dry <s>{{done}}</s> it', 'Dry ~~`{{done}}`~~ it'],
    ['Dry <del><<Done>></del> it', 'Dry ~~\\<\\<Done>>~~ it'],
    ['Dry<strike> the </strike>sail', 'Dry ~~the~~ sail'],
    ['Dry<s>.</s>the <s>a</s><s>b</s>', 'Dry<!---->~~.~~<!---->the ~~a~~<!---->~~b~~'],
    ["Dry <s>'''the'''</s> <s><del>old</del></s> sail", 'Dry ~~**the**~~ ~~old~~ sail'],
    ['Dry <s></s>it', 'Dry it'],
    ['Dry {{ {{a}} b}}', 'Dry']
  ])('should have %j as %j', (line, expected) => {
    expect(expectSame(pageOf([line]))).toContain(`\n- ${expected}\n`)
  })

  const parts = fc.constantFrom(
    ...[
      '{{done}}',
      '{{a|{{done}}}}',
      '{{#if:x|{{done}}}}',
      '{{{1|{{done}}}}}',
      '{{b}}',
      '<<Done>>'
    ],
    ...['[[Foo|a {{done}}]]', '<s>', '</s>', '<del>', '</del>', "'''", 'x', ' y', ' ', '.', '('],
    ...['~', '&amp;', '`', 'é']
  )

  it('should say the same, whatever its lines', () => {
    fc.assert(
      fc.property(fc.array(parts, {maxLength: 12}), (line) => {
        expectSame(pageOf([`g ${line.join('')}`]))
      }),
      {numRuns: 500}
    )
  })
})
