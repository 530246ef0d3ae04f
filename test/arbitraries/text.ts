/** Texts that try to be markup: what the escaping of writers is held against. */
import fc from 'fast-check'

const markup = [
  ...['{', '}', '{{', '}}', '{{{', '}}}', '{|', '|}', '[', ']', '[[', ']]', '<', '>', '<<', '>>'],
  ...["'", "''", "'''", "'''''", '*', '**', '#', ':', ';', '=', '==', '-', '--', '----', '|', '||'],
  ...['~', '~~', '~~~', '~~~~', '_', '__', '`', '``', '```', '&', ';', '\\', '!', '!!', '(', ')'],
  ...['^', '@', '$', '%', '+', '.', ',', '?', '/', '//', '"']
]

const constructs = [
  ...['{{done}}', '<<Done>>', '{[done}}', '{{done}', '{done}', '<Done>', '< In progress', '[done}'],
  ...['[[Boats]]', '[[File:Boat.png|thumb]]', '[[Category:Boats]]', '[https://boats.example a]'],
  ...[
    'https://boats.example/a_b',
    'www.boats.example',
    'ada@boats.example',
    'mailto:ada@boats.example'
  ],
  ...[
    '<b>',
    '</b>',
    '<br>',
    '<br/>',
    '<nowiki>',
    '</nowiki>',
    '<!--',
    '-->',
    '<ref>',
    '<pre>',
    '<div>'
  ],
  ...[
    '&amp;',
    '&lt;',
    '&#42;',
    '&#x2A;',
    '&nbsp;',
    '&copy',
    '__TOC__',
    '__NOTOC__',
    '#REDIRECT [[a]]'
  ],
  ...[
    '[x]',
    '[ ]',
    '- [x] ',
    '[^1]',
    '[a]: b',
    '[a](b)',
    '![a](b)',
    '1.',
    '1)',
    '12. ',
    '> ',
    '# ',
    '+ '
  ],
  ...[
    '`Done`',
    '**a**',
    '_a_',
    '~~a~~',
    '| a | b |',
    '---',
    '===',
    '~~~',
    '{{!}}',
    '{{=}}',
    '{{{a|b}}}'
  ]
]

const words = [
  'a',
  'boat',
  'Done',
  'to do',
  'Ada',
  'é',
  '汽笛',
  '🚢',
  '\u{1F1E6}',
  'x1',
  '5',
  '50%',
  '٣'
]
const blanks = [' ', ' ', ' ', '  ', '\t', '\n', '\r\n', '\r', '\u00A0', '\u3000', '\u2028']
const controls = ['\u007F', '\u200B', '\u202E', '\uFEFF', '\u0007', '\u001B[31m']

/** A text of a few words and much that means something in wikitext or Markdown. */
export function hostileText(): fc.Arbitrary<string> {
  const part = fc.oneof(
    {weight: 4, arbitrary: fc.constantFrom(...words)},
    {weight: 3, arbitrary: fc.constantFrom(...blanks)},
    {weight: 4, arbitrary: fc.constantFrom(...markup)},
    {weight: 3, arbitrary: fc.constantFrom(...constructs)},
    {weight: 1, arbitrary: fc.constantFrom(...controls)},
    {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 3})}
  )
  return fc.array(part, {maxLength: 8}).map((parts) => parts.join(''))
}
