/**
 * Wikitext for property tests: mostly delimiters, line starts and what stands between them.
 */
import fc from 'fast-check'

/** Pieces of markup; any sequence of them is a page. */
const marks = [
  ...['{{', '}}', '{{{', '}}}', '{', '}', '[[', ']]', '[', ']', '|', '||', '=', ':', '!', '!!'],
  ...[
    "''",
    "'''",
    "'''''",
    "'",
    "''''",
    "''''''",
    '<',
    '>',
    '<<',
    '>>',
    '~~~~',
    '__TOC__',
    '&amp;'
  ],
  ...['<!--', '-->', '<!-- a -->', '<b>', '</b>', '<i>', '</i>', '<span class="a">', '</span>'],
  ...['<br>', '<br/>', '<div>', '</div>', '<nowiki>', '</nowiki>', '<nowiki/>', '<pre>', '</pre>'],
  ...['<tabs>', '</tabs>', '<tab name="Q1">', '</tab>', '<tabber>', '</tabber>', '|-|', 'Q2='],
  ...[
    '<translate>',
    '</translate>',
    '<noinclude>',
    '</noinclude>',
    '<section begin="a"/>',
    '<!--T:1-->'
  ],
  ...[
    'https://a.example/b',
    '[https://a.example ',
    'mailto:',
    '//',
    '[[File:a.png|',
    '[[Category:a'
  ]
]

/** What means something at the start of a line. */
const starts = [
  ...[
    '* ',
    '** ',
    '# ',
    '*# ',
    '; ',
    ': ',
    ':; ',
    '== ',
    '=== ',
    '----',
    ' ',
    '\t',
    '{|',
    '|-',
    '|}'
  ],
  ...['|+', '| ', '! ', ':{|', '#REDIRECT [[a]]', '<div>', '<!-- a -->', '|-|', ' {|', '=']
]

const ends = [
  '',
  '',
  '',
  ' ==',
  ' ===',
  ' == <!-- a -->',
  '|}',
  '}}',
  ']]',
  '</div>',
  '</tab>',
  ' '
]

const words = [
  'a',
  'done',
  'Done',
  'harbour lights',
  ' ',
  '  ',
  'July 2018',
  'é',
  '💡',
  '\ud800',
  '\0',
  '\x7f'
]

const lineEnds = ['\n', '\n', '\n', '\n', '\n\n', '\r\n', '\r', '\n \n']

/** A stretch of markup and words. */
const inline = fc
  .array(
    fc.oneof(
      {weight: 4, arbitrary: fc.constantFrom(...marks)},
      {weight: 4, arbitrary: fc.constantFrom(...words)},
      {weight: 1, arbitrary: fc.string({maxLength: 4, unit: 'binary'})}
    ),
    {maxLength: 8}
  )
  .map((pieces) => pieces.join(''))

const line = fc
  .tuple(
    fc.oneof(fc.constant(''), fc.constantFrom(...starts)),
    inline,
    fc.constantFrom(...ends),
    fc.constantFrom(...lineEnds)
  )
  .map((pieces) => pieces.join(''))

/** Lines wrapped in something that closes. */
const wrapped = fc
  .tuple(
    fc.constantFrom(
      ['{{a|', '}}'],
      ['<div>\n', '</div>'],
      ['<tabber>\nQ1=\n', '</tabber>'],
      ['<translate>', '</translate>'],
      ['{|\n', '\n|}\n'],
      ["'''", "'''"],
      ['[[a|', ']]'],
      ['* ', '\n']
    ),
    fc.array(line, {maxLength: 4})
  )
  .map(([pair, lines]) => pair[0] + lines.join('') + pair[1])

/** Any page: plausible in its pieces, rarely as a whole. */
export function wikitext(): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof({weight: 4, arbitrary: line}, {weight: 1, arbitrary: wrapped}), {maxLength: 8})
    .map((lines) => lines.join(''))
}

/** Repeated, these never close. */
export const openers = [
  '{{',
  '[[',
  "''",
  "'''",
  '<b>',
  '<div>\n',
  '\n{|',
  '<!--',
  '{{{',
  '[http://a ',
  '<pre>'
]

/** Pages that break parsers. */
export const nasty: string[] = [
  ...[
    '',
    ' ',
    '\n',
    '\r',
    '\r\n',
    '\n\r',
    '\t \n',
    '\0',
    '\x7f',
    '\ufeff',
    '\ufeff== a ==',
    '\ufeff* a'
  ],
  ...[
    '\ud800',
    '\udc00a',
    'a\ud83d',
    '💡 {{done}} 💡',
    '* 💡\n** 💡',
    '\u2028',
    'a\u2028* b',
    '\u00a0',
    '\u00a0* a'
  ],
  ...[
    '== a ==\r\n* b\r\n* c\r\n',
    '== a ==\r* b\r* c',
    '* a\r\n\r\n* b',
    'a\rb\r\rc',
    "''a\rb''",
    '{{a\r|b\r}}'
  ],
  ...[
    '* A {{done}\n* B {done}}',
    '[{done}}',
    '<{{done}}',
    '{{done]]',
    '<<Done>>',
    '<Done>',
    '<<Done>',
    '< In progress'
  ],
  ...[
    '<!-->',
    '<!--->',
    '<!-- a',
    '<!-- a --',
    '<b',
    '<b ',
    '</b>',
    '</',
    '<',
    '<>',
    '<b/>',
    '<br',
    '<pre>',
    '<nowiki>a'
  ],
  ...[
    '[[',
    ']]',
    '[[]]',
    '[[|]]',
    '[[a',
    '[[a|',
    '[[a|b',
    '[[a]',
    '[',
    ']',
    '[http://',
    '[http://a',
    '[http://a b',
    'http://'
  ],
  ...[
    '{',
    '}',
    '{{',
    '}}',
    '{{}}',
    '{{|}}',
    '{{{}}}',
    '{{{{}}}}',
    '{{a',
    '{{a|',
    '{{a|b=',
    '{{#if:',
    '{{:}}',
    '{{a}}}'
  ],
  ...[
    "'",
    "''",
    "'''",
    "''''",
    "'''''",
    "''''''",
    "'''''''",
    "'''''a''b'''",
    "'''''a'''b''",
    "'''a''b'''c''",
    "''\n''"
  ],
  ...[
    '*',
    '#',
    ';',
    ':',
    ';:',
    ';a:',
    '; : :',
    '****',
    '*#;:',
    '*\n**\n*',
    '=',
    '==',
    '===',
    '====',
    '=======',
    '==a',
    '= =',
    '----',
    '-----a',
    '---'
  ],
  ...[
    '{|',
    '|}',
    '{|}',
    '{|\n|}',
    '{|\n|',
    '{|\n|-',
    '{|\n|+',
    '{|\n!',
    '{|\n|a||b',
    '{|\n|\n{|\n|\n|}\n|}',
    ':{|\n|a\n|}\n',
    '{|a',
    '{|\n|-\n|}x'
  ],
  ...[
    '<div>\n{|\n|a\n</div>\n|}',
    '{|\n|<div>\n|}\n</div>',
    '<tabber>',
    '<tabber>\n</tabber>',
    '<tabber>|-|</tabber>',
    '<tabber>a=|-|\nb=\n</tabber>'
  ],
  ...[
    '<noinclude>* a</noinclude>',
    '<translate>\n* a</translate>',
    '* <div>\n</div>',
    'a <div>\nb\n</div> c',
    '<div>\n</div>* a',
    '<tab>\n== a == </tab>'
  ],
  ...[
    '#REDIRECT [[a]]',
    '#redirect [[a]]\n\n[[Category:b]]',
    '#REDIRECT',
    'a\n#REDIRECT [[b]]',
    '~~~~~~',
    '__TOC__',
    '__toc__x__',
    '&#0;',
    '&#x110000;',
    '&bogus;'
  ],
  ...[
    '<!-- a -->* b',
    ' <!-- a --> b',
    '* a\n<!-- b -->\n* c\n<!-- d -->',
    'a\n<!-- b -->\n\nc',
    'a\n<!-- b -->c',
    ' a\n<!-- b -->\n c',
    '* a<!--\n-->\n* b'
  ],
  ...[
    '*'.repeat(500),
    '*'.repeat(300) + ' a\n' + '#'.repeat(300),
    '{{a|'.repeat(300) + '}}'.repeat(300),
    '[[a|'.repeat(99) + ']]'.repeat(99)
  ],
  ...[
    '<b>'.repeat(300) + 'a' + '</b>'.repeat(300),
    '<div>\n'.repeat(300) + '</div>\n'.repeat(300),
    '{|\n|\n'.repeat(300) + '|}\n'.repeat(300)
  ],
  ...[
    '[[File:a|'.repeat(200) + ']]'.repeat(200),
    '{{#if:'.repeat(200) + '}}'.repeat(200),
    '{'.repeat(999) + '}'.repeat(999),
    "''a'''b".repeat(99)
  ],
  ...openers.map((opener) => opener.repeat(400)),
  ...[
    '__proto__',
    'constructor',
    '{{constructor|__proto__=a}}',
    '<constructor>',
    '&constructor;',
    '__CONSTRUCTOR__',
    'constructor:a'
  ]
]
