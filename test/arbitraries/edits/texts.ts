/** New texts for edits: invented ones, and plain texts that look like markup. */
import fc from 'fast-check'
import {sentence, teamName} from '../words.ts'
import type {LinkJson} from '../../../src/index.ts'
import type {Thing} from './model.ts'

/** A text as plan JSON says it. */
export interface Said {
  text: string
  links: LinkJson[]
}

/** Each is to come back as this very text. */
const markup = [
  ...["'''x'''", "''x''", '[[a]]', '[[a|b]]', '{{done}}', '{{Fog|a=b}}', '{{{1}}}', '<<Done>>'],
  ...['* x', '# x', '; x', ': x', '== x ==', '=x=', 'a | b', 'a || b', '|-', '{|', '|}', '!! x'],
  ...['<b>', '</div>', '<nowiki>', '</nowiki>', '<!-- x -->', '<ref>x</ref>', '<br>', '<tab>'],
  ...[
    '&amp;',
    '&lt;b&gt;',
    '#',
    ':',
    ';',
    '*',
    '=',
    '----',
    '~~~~',
    '__TOC__',
    '-{x}-',
    '|-|',
    ']]'
  ],
  ...["'", "rope''s", 'x:', '(x)', '[x]', '{x}', 'ISBN 1', '</tab>', '[x', 'x]', '{{done', 'done}}']
]

const markupLike: fc.Arbitrary<Said> = fc
  .tuple(fc.constantFrom(...markup), fc.nat(4))
  .map(([odd, place]) => ({
    text: [odd, `Ring ${odd} here`, `Ring ${odd}`, `${odd} here`, `Ring${odd}here`][place]!,
    links: []
  }))

/** A title or sentence. */
export const text: fc.Arbitrary<Said> = fc.oneof(
  {weight: 3, arbitrary: sentence.map(({text, links}) => ({text, links}))},
  {weight: 1, arbitrary: markupLike}
)

/** A team's name; a comma or semicolon would end it. */
export const team: fc.Arbitrary<string> = fc.oneof(
  {weight: 3, arbitrary: teamName.map(({text}) => text)},
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "'''x'''",
      '[[a]]',
      '{{done}}',
      'a | b',
      '<b>',
      '&amp;',
      '#',
      '== x =='
    )
  }
)

/** A word that a person may put in the place of another. */
export const word: fc.Arbitrary<string> = fc.oneof(
  {weight: 4, arbitrary: fc.constantFrom('ropes', 'Lantern', 'seven', 'été', '汽', 'oak-framed')},
  {
    weight: 1,
    arbitrary: fc.constantFrom("'''x'''", '[[a]]', '{{done}}', '<b>', '&amp;', '|', '~~~~')
  }
)

/** Where a run of words of a text stands. */
export interface Run {
  start: number
  end: number
}

/** The words of a text that are in no link and no status's label, and nothing but letters and digits. */
export function wordsOf({facts}: Thing): Run[] {
  const taken = [...facts.links.map(({text}) => text), ...facts.statuses.map(({label}) => label)]
  return Array.from(facts.text.matchAll(/\S+/g), ({0: word, index}) => ({
    start: index,
    end: index + word.length
  })).filter(({start, end}) => {
    const word = facts.text.slice(start, end)
    return /^[\p{L}\p{N}]+$/u.test(word) && !taken.some((text) => text.includes(word))
  })
}
