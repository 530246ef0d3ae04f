import fc from 'fast-check'
import {visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import {parseWikitext, parseWithParts} from '../../src/wikitext.ts'
import {nasty, wikitext} from '../arbitraries/wikitext.ts'
import {checkPositions, treeDepth} from '../laws.ts'
import type {Node, Parent} from 'unist'

/** The parts of a construct, each as its type and its slice. */
function partsOf(source: string): string[] {
  const found: string[] = []
  const walk = (node: Node): void => {
    const {start, end} = node.position!
    if (isPart(node)) found.push(`${node.type}: ${source.slice(start.offset, end.offset)}`)
    if ('children' in node) for (const child of (node as Parent).children) walk(child)
  }
  walk(parseWithParts(source))
  return found
}

function isPart({type}: Node): boolean {
  return parts.has(type)
}

const parts = new Set([
  ...['modifier', 'templateName', 'functionName', 'argumentName', 'argumentValue'],
  ...['parameterName', 'parameterDefault', 'linkTarget', 'linkText', 'linkAddress', 'sortKey'],
  ...['redirectTarget', 'fileOption', 'fileCaption', 'galleryLine', 'magicLink', 'languageVariant'],
  ...['attribute', 'attributeName', 'attributeValue']
])

describe('parts', () => {
  it.each<[source: string, ...parts: string[]]>([
    [
      '{{ Note | July | text = All |=}}',
      'templateName:  Note ',
      'argumentValue:  July ',
      'argumentName:  text ',
      'argumentValue:  All ',
      'argumentName: ',
      'argumentValue: '
    ],
    ['{{a||b=}}', 'templateName: a', 'argumentValue: ', 'argumentName: b', 'argumentValue: '],
    ['{{a {{b}} c}}', 'templateName: a {{b}} c', 'templateName: b'],
    ['{{#if: a |b=c}}', 'functionName: #if', 'argumentValue:  a ', 'argumentValue: b=c'],
    [
      '{{ subst:#if: a |b}}',
      'modifier:  subst:',
      'functionName: #if',
      'argumentValue:  a ',
      'argumentValue: b'
    ],
    ['{{safesubst:Note}}', 'modifier: safesubst:', 'templateName: Note'],
    ['{{PAGENAME}}', 'functionName: PAGENAME'],
    ['{{{owner| nobody}}}', 'parameterName: owner', 'parameterDefault:  nobody'],
    ['{{{owner}}}', 'parameterName: owner'],
    ["[[ Piers#Two |the ''piers'']]s", 'linkTarget:  Piers#Two ', "linkText: the ''piers''"],
    ['[[:Category:Piers]]', 'linkTarget: :Category:Piers'],
    ['[[Category: Piers | Two ]]', 'linkTarget: Category: Piers ', 'sortKey:  Two '],
    [
      '[[File:Pier.png|thumb| 200px |alt= a pier|The [[Pier]] now]]',
      'linkTarget: File:Pier.png',
      'fileOption: thumb',
      'fileOption:  200px ',
      'fileOption: alt= a pier',
      'fileCaption: The [[Pier]] now',
      'linkTarget: Pier'
    ],
    [
      '[https://example.org/{{PAGENAME}}  the log]',
      'linkAddress: https://example.org/{{PAGENAME}}',
      'functionName: PAGENAME',
      'linkText: the log'
    ],
    ['[https://example.org]', 'linkAddress: https://example.org'],
    ['See https://example.org.', 'linkAddress: https://example.org'],
    [
      'https://example.org/{{PAGENAME}}',
      'linkAddress: https://example.org/{{PAGENAME}}',
      'functionName: PAGENAME'
    ],
    ['#REDIRECT [[ Piers ]]', 'redirectTarget: [[ Piers ]]', 'linkTarget:  Piers '],
    [
      '<div class="a {{b}}" id=c hidden>x</div>',
      'attribute: class="a {{b}}"',
      'attributeName: class',
      'attributeValue: a {{b}}',
      'templateName: b',
      'attribute: id=c',
      'attributeName: id',
      'attributeValue: c',
      'attribute: hidden',
      'attributeName: hidden'
    ],
    ["<br clear='all'/>", "attribute: clear='all'", 'attributeName: clear', 'attributeValue: all'],
    [
      '{| class="wikitable"\n|+ id=a | Ships\n|- id=b\n! scope=col | Name !! Port\n|-\n| rowspan=2 | Ada || Oslo\n|}',
      ...attribute('class', 'wikitable', '"'),
      ...attribute('id', 'a'),
      ...attribute('id', 'b'),
      ...attribute('scope', 'col'),
      ...attribute('rowspan', '2')
    ],
    [
      '{{{!}} id=a\n! id=b {{!}} Name {{!}}{{!}} Port\n{{!}}- id=c\n{{!}} Ada {{!}} Oslo\n{{!}}}',
      ...attribute('id', 'a'),
      ...attribute('id', 'b'),
      ...attribute('id', 'c'),
      'attribute: Ada',
      'attributeName: Ada'
    ],
    [
      '<ref name="log">Page [[4]]</ref> [[5]]',
      ...attribute('name', 'log', '"'),
      'linkTarget: 4',
      'linkTarget: 5'
    ],
    [
      'x <ref>\na <noinclude>[[b|c<onlyinclude>d]]</onlyinclude></noinclude>\n[[d]]<includeonly>[[e]]</includeonly></ref> [[f]]',
      'linkTarget: b',
      'linkText: c<onlyinclude>d',
      'linkTarget: d',
      'linkTarget: f'
    ],
    [
      '<gallery>\n<noinclude>a|[[b]]\n</noinclude></gallery>',
      'galleryLine: a|[[b]]',
      'linkTarget: a',
      'fileCaption: [[b]]',
      'linkTarget: b'
    ],
    ['<ref>{{a|<noinclude>b</noinclude>}}</ref>', 'templateName: a', 'argumentValue: b'],
    [
      '{{#if:<noinclude>a|</noinclude>b=c}}',
      'functionName: #if',
      'argumentValue: a',
      'argumentValue: b=c'
    ],
    ['<ref>a <nowiki>[[b]]</nowiki> {{c}}</ref>', 'templateName: c'],
    [
      "RFC 1149, ''PMID 1'' [[a|ISBN 0306406152]] ISBN 978-0-306-40615-7 [https://b RFC 2]",
      'magicLink: RFC 1149',
      'magicLink: PMID 1',
      'linkTarget: a',
      'linkText: ISBN 0306406152',
      'magicLink: ISBN 978-0-306-40615-7',
      'linkAddress: https://b',
      'linkText: RFC 2'
    ],
    [
      'éRFC 1, RFC 2é, RFC 3__TOC__, ISBN 123456789x',
      'magicLink: RFC 3',
      'magicLink: ISBN 123456789x'
    ],
    ['{{a|-{b|c}-}}', 'templateName: a', 'argumentValue: -{b|c}-', 'languageVariant: -{b|c}-'],
    ['<poem>\nOh [[sea]]\n</poem>', 'linkTarget: sea'],
    ['<indicator name=x>{{a}}</indicator>', ...attribute('name', 'x'), 'templateName: a'],
    [
      '<gallery mode=packed>\nFile:Pier.png|alt=A pier|The [[Pier]]\n\nSea.jpg\n</gallery>',
      ...attribute('mode', 'packed'),
      'galleryLine: File:Pier.png|alt=A pier|The [[Pier]]',
      'linkTarget: File:Pier.png',
      'fileOption: alt=A pier',
      'fileCaption: The [[Pier]]',
      'linkTarget: Pier',
      'galleryLine: Sea.jpg',
      'linkTarget: Sea.jpg'
    ]
  ])('of %j should have the ranges between its marks', (source, ...parts) => {
    expect(partsOf(source)).toEqual(parts)
  })

  // A machine may have other work.
  it('should be true to the page, whatever it is', () => {
    fc.assert(fc.property(wikitext(), checkParts), {numRuns: 3000})
    for (const source of nasty) checkParts(source)
    const layer = fc.constantFrom('<noinclude>', '</noinclude>', '<includeonly>', '<onlyinclude/>')
    const note = fc.tuple(wikitext(), layer, wikitext(), layer, wikitext())
    fc.assert(
      fc.property(note, (pieces) => checkParts(`a\n<ref>${pieces.join('')}</ref> b`)),
      {numRuns: 500}
    )
  })

  it('should be found by their type', () => {
    const names: string[] = []
    visit(parseWithParts('{{a|{{b}}}} {{c}}'), 'templateName', ({children}) => {
      for (const child of children) if (child.type === 'text') names.push(child.value)
    })
    expect(names).toEqual(['a', 'b', 'c'])
  })

  it('should not be there where nobody asks for them', () => {
    const tree = parseWikitext('{{a|b}} [[c]]')
    expect(JSON.stringify(tree)).not.toMatch(/templateName|linkTarget|argumentValue/)
  })
})

it('should keep what only transclusion has with the argument that it opens', () => {
  const [paragraph] = parseWithParts('{{a<noinclude/>|<includeonly>b</includeonly>c}}').children
  const [template] = (paragraph as Parent).children
  const places = (template as Parent).children.map(({type, position}) => [
    type,
    position!.start.offset,
    position!.end.offset
  ])
  expect(places).toEqual([
    ['templateName', 2, 15],
    ['templateArgument', 16, 45]
  ])
})

function attribute(name: string, value: string, quote = ''): string[] {
  return [
    `attribute: ${name}=${quote}${value}${quote}`,
    `attributeName: ${name}`,
    `attributeValue: ${value}`
  ]
}

/** Law 1 with parts, and that without them the tree is the one that has them. */
function checkParts(source: string): void {
  const tree = parseWithParts(source)
  checkPositions(tree, source)
  expect(treeDepth(tree)).toBeLessThanOrEqual(202)
}
