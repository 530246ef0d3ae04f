/**
 * Every kind of part that people ask for is found by its node, at its exact range. `docs/wikitext-parts.md` is the table
 * of them; `vitest -u` writes it anew.
 */
import {visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import {parseWithParts} from '../../src/wikitext.ts'

/** What is asked for, the node that it is, and pages in which `⟦` and `⟧` stand around it; `⏎` is a line end. */
const parts: readonly (readonly [asked: string, node: string, ...pages: string[]])[] = [
  ['the name of a template', 'templateName', '{{⟦Note⟧|July}}', '{{⟦ Note ⟧}}', '{{⟦a {{b}}⟧|c}}'],
  ['the name of an argument', 'argumentName', '{{Note|⟦text⟧=July}}', '{{Note|⟦ text ⟧= July}}'],
  ['the name of an argument, empty', 'argumentName', '{{Note|⟦⟧=July}}'],
  ['the value of an argument', 'argumentValue', '{{Note|text=⟦July⟧}}', '{{Note|⟦ {{b}} ⟧}}'],
  ['the value of an argument, empty', 'argumentValue', '{{Note|text=⟦⟧}}', '{{Note|⟦⟧|July}}'],
  [
    'an argument of a parser function',
    'argumentValue',
    '{{#if:⟦a⟧|b}}',
    '{{#if:a|⟦b=c⟧}}',
    '{{lc:⟦⟧}}'
  ],
  ['a modifier', 'modifier', '{{⟦subst:⟧Note}}', '{{⟦safesubst:⟧Note}}', '{{⟦msgnw:⟧Note}}'],
  ['a template behind a modifier', 'templateName', '{{subst:⟦Note⟧|July}}', '{{msgnw:⟦Note⟧}}'],
  ['a parser function', 'functionName', '{{⟦#if⟧:a|b}}', '{{⟦lc⟧:A}}'],
  [
    'a parser function behind a modifier',
    'functionName',
    '{{subst:⟦#if⟧:a|b}}',
    '{{safesubst:⟦lc⟧:A}}'
  ],
  ['a variable', 'functionName', '{{⟦PAGENAME⟧}}', '{{subst:⟦CURRENTYEAR⟧}}'],
  ['the name of a parameter', 'parameterName', '{{{⟦owner⟧|nobody}}}', '{{{⟦1⟧}}}'],
  ['what a parameter is by default', 'parameterDefault', '{{{owner|⟦nobody⟧}}}', '{{{owner|⟦⟧}}}'],
  ['the target of a link', 'linkTarget', '[[⟦Pier#Two⟧|the pier]]', '[[⟦:Category:Piers⟧]]'],
  ['the text of a link', 'linkText', "[[Pier|⟦the ''pier''⟧]]s"],
  [
    'the address of a link',
    'linkAddress',
    '[⟦https://example.org⟧ the log]',
    'See ⟦https://example.org⟧.'
  ],
  ['the text of a link with an address', 'linkText', '[https://example.org ⟦the log⟧]'],
  ['a magic link', 'magicLink', 'See ⟦RFC 1149⟧.', '⟦PMID 1⟧', '* ⟦ISBN 978-0-306-40615-7⟧'],
  ['the target of a file', 'linkTarget', '[[⟦File:Pier.png⟧|thumb]]'],
  [
    'an option of a file',
    'fileOption',
    '[[File:Pier.png|⟦thumb⟧|The pier]]',
    '[[File:Pier.png|⟦alt=A {{b}}⟧]]'
  ],
  ['the caption of a file', 'fileCaption', '[[File:Pier.png|thumb|⟦The [[pier]]⟧]]'],
  ['the target of a category', 'linkTarget', '[[⟦Category:Piers⟧|Two]]'],
  ['the sort key of a category', 'sortKey', '[[Category:Piers|⟦Two⟧]]'],
  ['the target of a redirect', 'redirectTarget', '#REDIRECT ⟦[[Piers|the piers]]⟧'],
  ['the link in it', 'linkTarget', '#REDIRECT [[⟦Piers⟧]]'],
  [
    'an attribute of a tag',
    'attribute',
    '<div ⟦id="a"⟧ class=b>c</div>',
    '<br ⟦clear=all⟧/>',
    '<ref ⟦name=a⟧>b</ref>',
    '<ref ⟦name=a⟧/>'
  ],
  ['an attribute of a table', 'attribute', '{| ⟦class="a"⟧⏎|}', '{{{!}} ⟦class=a⟧⏎{{!}}}'],
  ['an attribute of a caption', 'attribute', '{|⏎|+ ⟦id=a⟧ | Ships⏎|}'],
  ['an attribute of a row', 'attribute', '{|⏎|- ⟦id=a⟧⏎| Ada⏎|}'],
  [
    'an attribute of a cell',
    'attribute',
    '{|⏎| ⟦rowspan=2⟧ | Ada⏎|}',
    '{|⏎| Ada || ⟦id=a⟧ | Bea⏎|}',
    '{|⏎! ⟦scope="col"⟧ | Name⏎|}'
  ],
  [
    'the name of an attribute',
    'attributeName',
    '<div ⟦id⟧="a">b</div>',
    '<div ⟦hidden⟧>b</div>',
    '{|⏎| ⟦id⟧=a | b⏎|}'
  ],
  [
    'its value, without the quotes',
    'attributeValue',
    '<div id="⟦a⟧">b</div>',
    "{| id='⟦a b⟧'⏎|}",
    '<div id=⟦a⟧>b</div>',
    '<div id="⟦⟧">b</div>'
  ],
  ['a table', 'table', 'a⏎⟦{| id=a⏎| b⏎|}⟧⏎c'],
  ['a caption', 'tableCaption', '{|⏎⟦|+ Ships⟧⏎|}'],
  ['a row', 'tableRow', '{|⏎⟦|- id=a⏎| Ada⟧⏎|- id=b⏎| Bea⏎|}'],
  ['a cell', 'tableCell', '{|⏎⟦| Ada⟧ || Bea⏎|}', '{|⏎! Name ⟦!! Port⟧⏎|}'],
  ['a behaviour switch', 'behaviorSwitch', 'a ⟦__TOC__⟧ b', '⟦__NOTOC__⟧⏎== a =='],
  ['a line of a gallery', 'galleryLine', '<gallery>⏎⟦Pier.png|alt=A pier|The pier⟧⏎</gallery>'],
  ['the file of such a line', 'linkTarget', '<gallery>⏎⟦Pier.png⟧|The pier⏎</gallery>'],
  ['its options', 'fileOption', '<gallery>⏎Pier.png|⟦alt=A pier⟧|The pier⏎</gallery>'],
  ['its caption', 'fileCaption', '<gallery>⏎Pier.png|⟦The [[pier]]⟧⏎</gallery>'],
  [
    'what a note holds',
    'wikiLink',
    '<ref>See ⟦[[Pier]]⟧.</ref>',
    '<references>⏎<ref name=a>⟦[[b]]⟧</ref>⏎</references>'
  ],
  ['what a poem holds', 'emphasis', "<poem>⏎Oh ⟦''sea''⟧⏎</poem>"],
  ['what an indicator holds', 'file', '<indicator name=a>⟦[[File:A.png]]⟧</indicator>'],
  ['a language variant', 'languageVariant', 'a ⟦-{zh-hans:b; zh-hant:c}-⟧ d', '{{a|⟦-{b|c}-⟧}}'],
  [
    'a comment, wherever it is',
    'comment',
    '{{a⟦<!-- b -->⟧|c}}',
    '[[a⟦<!-- b -->⟧|c]]',
    '<div ⟦<!-- b -->⟧ id=a>c</div>'
  ]
]

/** A page without its marks, and what stands between them. */
interface Place {
  page: string
  start: number
  end: number
}

function placeIn(marked: string): Place {
  const source = marked.replaceAll('⏎', '\n')
  const start = source.indexOf('⟦')
  return {page: source.replace(/[⟦⟧]/g, ''), start, end: source.indexOf('⟧') - 1}
}

const all = parts.flatMap(([asked, node, ...pages]) =>
  pages.map((marked) => ({asked, node, marked, ...placeIn(marked)}))
)

describe('every part that is asked for', () => {
  it.each(all)('$asked: $marked', ({node, page, start, end}) => {
    const ranges: [number, number][] = []
    visit(parseWithParts(page), node, ({position}) => {
      ranges.push([position!.start.offset!, position!.end.offset!])
    })
    expect(ranges).toContainEqual([start, end])
  })

  it('should stand in docs/wikitext-parts.md', async () => {
    const cell = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``
    const rows = all.map(
      ({asked, node, page, start, end}, index) =>
        `| ${all[index - 1]?.asked === asked ? '' : asked} | ${cell(page.replaceAll('\n', '⏎'))} | \`${node}\` | ${start} to ${end} |`
    )
    const text = [
      '# Where each part of wikitext is',
      '',
      '`parseWithParts` has a node for each of these; `⏎` is a line end. `test/wikitext/addressable.test.ts` finds them and',
      'writes this table.',
      '',
      '| what is asked for | in | node | from and to |',
      '| --- | --- | --- | --- |',
      ...rows,
      ''
    ].join('\n')
    await expect(text).toMatchFileSnapshot('../../docs/wikitext-parts.md')
  })
})
