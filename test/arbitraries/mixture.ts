/**
 * Mixtures of all constructs of wikitext, for comparing with another parser: fragments inside each other and next to
 * each other. Nothing here knows what MediaWiki makes of them.
 */
import fc from 'fast-check'

/** What has nothing in it. */
const leaves = [
  ...['a', 'b c', 'Done', 'é', '💡', '-', '(', '.'],
  ...['{{done}}', '{{Done|1}}', '{{PAGENAME}}', '{{{1}}}', '{{{1|}}}', '{{a|b=}}', '{{ a }}'],
  ...['[[a]]', '[[a b|c]]', '[[:Category:a]]', '[[Category:a]]', '[[File:a.png]]', '[[a]]s'],
  ...['https://a.example/b', '[https://a.example]', '[https://a.example b]', 'mailto:a@b.example'],
  ...['ISBN 978-0-306-40615-7', 'RFC 1149', 'PMID 1'],
  ...['<!-- c -->', '<nowiki/>', '<nowiki>*</nowiki>', '<ref>d</ref>', '<ref name="e" />'],
  ...['<br>', '<br/>', '<hr />', '</small>', '<s>', '<references/>'],
  ...['&amp;', '&nbsp;', '&#91;', '&lt;', '&x;'],
  ...['__TOC__', '__NOTOC__', '~~~~', '~~~~~'],
  ...["''", "'''", "'''''", "'"],
  ...['{{', '}}', '{{{', '}}}', '[[', ']]', '[', ']', '|', '||', '!!', '=', ':', '<', '>', '{', '}']
]

/** What means something at the start of a line, and may stand elsewhere. */
const starts = [
  ...['* ', '** ', '*', '# ', '*# ', '#* ', '; ', ': ', ':: ', ';: ', ' ', '  ', '----', '== '],
  ...['{|', '|-', '|}', '|+ ', '| ', '! ', ':{|']
]

/** What has something in it, between each two of its strings. */
const frames = [
  ...[
    ['== ', ' =='],
    ['\n== ', ' ==\n'],
    ['\n=', '=\n'],
    ['\n=== ', '=== ']
  ],
  ...[
    ['\n* ', ''],
    ['\n* ', '\n* ', '\n'],
    ['\n* ', '\n** ', '\n*# ', ''],
    ['\n# ', '\n# ', '\n']
  ],
  ...[
    ['\n; ', ' : ', ''],
    ['\n; ', '\n: ', '\n'],
    ['\n: ', '\n:: ', ''],
    ['\n*; ', '\n*: ', '']
  ],
  ...[
    ['\n{|\n| ', '\n|}\n'],
    ['\n{| class="a"\n|-\n! ', ' !! ', '\n|-\n| ', ' || ', '\n|}'],
    ['\n{|\n|+ ', '\n! scope="col" | ', '\n|- style="b"\n| rowspan=2 | ', '\n| ', '\n|}\n'],
    ['\n{|\n', '|-\n|', '\n|}'],
    [':{|\n| ', '\n|}']
  ],
  ...[
    ['{{done|', '}}'],
    ['{{a|b=', '}}'],
    ['{{a|', '|', '}}'],
    ['{{a\n| b = ', '\n| ', ' = ', '\n}}'],
    ['{{a', '\n|', '}}'],
    ['{{ a | ', '\n}}'],
    ['{{subst:a|', '}}'],
    ['{{{b|', '}}}'],
    ['{{{', '|', '}}}'],
    ['{{#if:', '|', '|', '}}'],
    ['{{#switch: ', '\n| a = ', '\n| ', '\n}}'],
    ['{{lc:', '}}'],
    ['{{DISPLAYTITLE:', '}}']
  ],
  ...[
    ['[[a|', ']]'],
    ['[[a#', '|', ']]'],
    ['[[File:a.png|thumb|', ']]'],
    ['[[File:a.png|alt=', '|', ']]'],
    ['[[Category:a|', ']]'],
    ['[https://a.example ', ']'],
    ['[[', ']]'],
    ['[', ']']
  ],
  ...[
    ['<nowiki>', '</nowiki>'],
    ['<ref>', '</ref>'],
    ['<ref name="', '">', '</ref>'],
    ['<pre>', '</pre>'],
    ['<poem>\n', '\n</poem>'],
    ['<gallery>\nFile:a.png|', '\n', '\n</gallery>'],
    ['<syntaxhighlight lang="js">', '</syntaxhighlight>'],
    ['<math>', '</math>'],
    ['<!--', '-->'],
    ['<!--', '-->'],
    ['\n<!-- ', ' -->\n'],
    ['\n <!-- ', ' --> \n']
  ],
  ...[
    ['<div>', '</div>'],
    ['\n<div class="a">\n', '\n</div>\n'],
    ['<span style="', '">', '</span>'],
    ['<span>', '</span>'],
    ['<b>', '</b>'],
    ['<i>', '</i>'],
    ['<small>', '</small>'],
    ['<s>', ''],
    ['', '</div>'],
    ['<p>', '</p>'],
    ['\n<blockquote>\n', '\n</blockquote>'],
    ['<code>', '</code>'],
    ['<table><tr><td>', '</td></tr></table>'],
    ['<ul>\n<li>', '</li>\n<li>', '</li>\n</ul>']
  ],
  ...[
    ["''", "''"],
    ["'''", "'''"],
    ["'''''", "''", "'''"],
    ["'''", "''", "'''''"]
  ],
  ...[
    ['<noinclude>', '</noinclude>'],
    ['<noinclude>\n', '\n</noinclude>\n'],
    ['<includeonly>', '</includeonly>'],
    ['<onlyinclude>', '</onlyinclude>'],
    ['\n<includeonly>\n', '\n</includeonly>']
  ]
]

/** What stands between two fragments. */
const glue = ['', '', '', '', ' ', ' ', '\n', '\n', '\n', '\n\n', '\n ', ' \n', '\r\n', '\t']

/** How deep fragments stand in each other. */
const deepest = 3

const leaf = fc.oneof(
  {weight: 4, arbitrary: fc.constantFrom(...leaves)},
  {weight: 1, arbitrary: fc.constantFrom(...starts).map((start) => `\n${start}`)}
)

function fragment(depth: number): fc.Arbitrary<string> {
  if (depth === deepest) return leaf
  const content = sequence(depth + 1, 3)
  const framed = fc
    .constantFrom(...frames)
    .chain((frame) =>
      fc
        .tuple(...frame.slice(1).map(() => content))
        .map((inner) => frame.map((markup, at) => markup + (inner[at] ?? '')).join(''))
    )
  return fc.oneof(leaf, framed)
}

function sequence(depth: number, maxLength: number): fc.Arbitrary<string> {
  const piece = fc.tuple(fragment(depth), fc.constantFrom(...glue))
  return fc.array(piece, {maxLength}).map((pieces) => pieces.flat().join(''))
}

/** A page of fragments. */
export const mixture: fc.Arbitrary<string> = sequence(0, 5)
