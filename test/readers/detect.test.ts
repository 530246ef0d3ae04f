/** Which dialect a page is taken for. */
import {describe, expect, it, test} from 'vitest'
import {detectDialect} from '../../src/index.ts'
import {ownTime} from '../utils/work.ts'

describe('detectDialect', () => {
  test.each([
    ['a heading', '== Goals ==\nWind the clocks'],
    ['a heading with a comment', '== Goals == <!-- T:1 -->\nWind the clocks'],
    ['a heading with blank space', '=Goals= \nWind the clocks'],
    ['a template', '{{done}}'],
    ['a template over lines', '{{boats\n| name = Ada\n}}'],
    ['a table', '{| class="wikitable"\n| a\n|}'],
    ['a template that opens like JSON', '{{"quoted"}}'],
    ['a parameter', '{{{title}}}'],
    ['a link', 'See [[Boats]].'],
    ['bold text', "'''Goals'''"],
    ['tabs', '<tabs>\n<tab name="Q1">\nWind\n</tab>\n</tabs>'],
    ['translation', '<translate>\nWind the clocks\n</translate>'],
    ['nested items', '* Wind the clocks\n** Find the key'],
    ['nested items without blanks', '*Wind the clocks\n**Find the key\n**Turn it'],
    ['nested items with bold text', "* '''Wind'''\n** '''Find'''"],
    ['numbered items', '# Wind the clocks\n# Paint the hands\n# Go home'],
    ['numbered items without blanks', '#Wind the clocks\n#Paint the hands'],
    ['nested numbered items', '# Wind the clocks\n## Find the key\n## Turn it\n# Go home'],
    ['numbered items under a term', ';Note: July 2030\n# The key is found.\n# It turns.'],
    ['terms and details', ';Goal Owner\n:Ada Fictional'],
    ['angle brackets', 'Wind the clocks <<Done>>'],
    ['a rule below a paragraph and a heading', '== Goals ==\nWind\n----\nPaint\n----'],
    ['lines that end in CR LF', '== Goals ==\r\n* Wind'],
    ['lines that end in CR', '== Goals ==\r* Wind']
  ])('should tell wikitext by %s', (_, source) => expect(detectDialect(source)).toBe('wikitext'))

  test.each([
    ['headings', '# Goals\n\n- Wind the clocks\n'],
    ['headings that nest', '# Ferries\n## Goals\n### Wind the clocks\n'],
    ['headings on one level', '## Goals\n\nWind\n\n## Status\n\nWound'],
    ['headings with closing marks', '## Goals ##\n\nWind'],
    ['underlined headings', 'Goals\n=====\n\nWind the clocks'],
    ['headings underlined with dashes', 'Goals\n-----\n\nWind the clocks'],
    ['underlined headings, lines ending in CR LF', 'Goals\r\n=====\r\n\r\nWind the clocks'],
    ['bold text', '**Goal Owner**: Ada Fictional'],
    ['bold text in items', '* **Goal Owner**: Ada\n* **Tech Goal**: boats'],
    ['task lists', '- [ ] Wind the clocks\n- [x] Find the key'],
    ['task lists with stars', '* [X] Wind the clocks'],
    ['links', '- See [the boats](https://boats.example)'],
    ['code', '- Wind the clocks `Done`']
  ])('should tell Markdown by %s', (_, source) => expect(detectDialect(source)).toBe('markdown'))

  test.each([
    ['an edit link glued to the next line', 'Harbour Lights\nGoals\neditWind the clocks'],
    ['an edit link glued to an item', 'Harbour Lights\nGoals\nedit- Wind the clocks'],
    ['an edit link in brackets', 'Harbour Lights\nGoals[edit]\nWind the clocks'],
    ['an edit link in brackets before a line', 'Harbour Lights\nGoals\n[edit]Wind the clocks'],
    ['round bullets', 'Harbour Lights\n  • Wind the clocks\n  • Paint them'],
    ['round bullets beside a stray mark', 'Harbour Lights\n• Wind {{done}\n• Paint\n• Sail'],
    ['nothing at all', 'Harbour Lights\nGoals\nWind the clocks'],
    ['items that any dialect could have', '- Wind the clocks\n- Paint the hands'],
    ['numbers', '1. Wind the clocks\n2. Paint the hands'],
    ['prose with signs of no dialect', 'a = b, c * d, #1, {e}, <f>, [g], 5 - 3'],
    ['blank lines', ' \n\t\n\n'],
    ['no line', '']
  ])('should tell rendered text by %s', (_, source) => expect(detectDialect(source)).toBe('text'))

  test.each([
    ['plan JSON', '{"version": 1}\n'],
    ['a key on a line of its own', '\n {\n  "version": 1\n}'],
    ['an empty object', '{}'],
    ['an empty object with blanks', ' { } '],
    ['marks of other dialects within', '{"title": "== Goals ==", "heading": "{{done}} **a**"}'],
    ['a byte order mark before it', '\uFEFF{"version": 1}']
  ])('should tell JSON by %s', (_, source) => expect(detectDialect(source)).toBe('json'))

  test.each([
    ['a list', '["version"]'],
    ['a word in braces', '{version} of the boats'],
    ['a brace that is never closed', '{"version"'],
    ['a table', '{|\n|}'],
    ['a template', '{{"a"}}']
  ])('should not take for JSON %s', (_, source) => expect(detectDialect(source)).not.toBe('json'))

  it('should be quick with any page', () => {
    for (const part of [
      '=',
      '= ',
      '{',
      '**',
      '**a',
      '`',
      '](',
      '\n',
      '\r',
      '# \n',
      '<tab',
      ' {',
      "'"
    ]) {
      const source = part.repeat(1_000_000 / part.length)
      const time = ownTime(() => detectDialect(source))
      expect(time, JSON.stringify(part)).toBeLessThan(500)
    }
  })
})
