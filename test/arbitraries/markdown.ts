/** Markdown of all kinds, more broken than not: what positions are held against. */
import fc from 'fast-check'

const starts = [
  ...[
    '# ',
    '## ',
    '#',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2) ',
    '  - ',
    '\t- ',
    '    ',
    '> ',
    '>',
    '> - ',
    '- - '
  ],
  ...[
    '- [x] ',
    '- [ ] ',
    '* [X]\t',
    '- [x]',
    '```\n',
    '~~~ js\n',
    '---\n',
    '===\n',
    '|',
    '| a | b |\n| - | - |\n'
  ],
  ...['<div>\n', '<!-- a -->', '[a]: ./b\n', '[^a]: b', '<?php', '', '', '']
]
const inline = [
  ...[
    'a',
    'b',
    'boat',
    ' ',
    ' ',
    '  ',
    '\t',
    'T912345',
    'é',
    '🚢',
    '\u0000',
    '\uFEFF',
    '\uD800',
    '\u00A0'
  ],
  ...[
    '*',
    '**',
    '_',
    '~~',
    '`',
    '``',
    '`Done`',
    '`{{done}}`',
    '`{{Fixme|a=b|c}}`',
    '` to do `',
    '{{done}}'
  ],
  ...[
    '<<Done>>',
    '<Done>',
    '{[done}}',
    '\\{',
    '\\',
    '&amp;',
    '&#x2A;',
    '&nope;',
    '&NotEqualTilde;',
    '\\\n'
  ],
  ...[
    '[a](./B%20c)',
    '[a](https://b.example)',
    '[a]',
    '[a][b]',
    '![a](b)',
    '![a]',
    '[^a]',
    '[x]',
    '](',
    ')'
  ],
  ...[
    'https://b.example/a_b',
    'www.b.example',
    'a@b.example',
    '<https://b.example>',
    '<b>',
    '</b>',
    '<br>'
  ],
  ...['<!-- a -->', '|', '\\|', '#', ' #', '  \n', '>', '1.', '**a**', '*a*', 'a\\_b']
]
const ends = ['\n', '\n', '\n\n', '\r\n', '\r', '\n> ', '\n  ', '\n\n  ', '']

/** A page of a few lines. */
export function markdown(): fc.Arbitrary<string> {
  const line = fc
    .tuple(
      fc.constantFrom(...starts),
      fc.array(fc.constantFrom(...inline), {maxLength: 5}),
      fc.constantFrom(...ends)
    )
    .map(([start, parts, end]) => start + parts.join('') + end)
  return fc.array(line, {maxLength: 6}).map((lines) => lines.join(''))
}
