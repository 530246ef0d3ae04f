/** The tree of HTML: the nodes of other dialects, where they stand. */
import {describe, expect, test} from 'vitest'
import {visit} from 'unist-util-visit'
import {toText} from '../../src/index.ts'
import {read} from './read.ts'

/** Each node as its type and source, in the order of the page. */
function nodes(html: string): string[] {
  const found: string[] = []
  visit(read(html), (node) => {
    const {start, end} = node.position!
    if (node.type !== 'root') found.push(`${node.type} ${html.slice(start.offset, end.offset)}`)
  })
  return found
}

describe('blocks', () => {
  test('should be headings of every depth', () => {
    const html = [1, 2, 3, 4, 5, 6].map((depth) => `<h${depth}>Goals</h${depth}>`).join('\n')
    expect(read(html).children.map((node) => node.type === 'heading' && node.depth)).toEqual([
      1, 2, 3, 4, 5, 6
    ])
  })

  test('should be lists that nest', () => {
    const html = '<ul><li>a<ol><li>b</li></ol></li></ul>'
    expect(nodes(html)).toEqual([
      `list ${html}`,
      'listItem <li>a<ol><li>b</li></ol></li>',
      'paragraph a',
      'text a',
      'list <ol><li>b</li></ol>',
      'listItem <li>b</li>',
      'paragraph b',
      'text b'
    ])
  })

  test('should be tables, with what stands in their tags', () => {
    const html =
      '<table class="a"><caption>c</caption><tbody><tr><th>h</th><td id=x>d</td></tr></tbody></table>'
    expect(read(html).children).toMatchObject([
      {
        type: 'table',
        attributes: ' class="a"',
        children: [
          {type: 'tableCaption'},
          {
            type: 'tableRow',
            children: [
              {type: 'tableCell', header: true},
              {type: 'tableCell', header: false, attributes: ' id=x'}
            ]
          }
        ]
      }
    ])
  })

  test('should be terms, rules, quotations and preformatted text', () => {
    const html = '<dl><dt>a</dt><dd>b</dd></dl><hr><blockquote>c</blockquote><pre>d &lt;b></pre>'
    expect(read(html).children.map(({type}) => type)).toEqual([
      'definitionList',
      'thematicBreak',
      'definitionList',
      'preformatted'
    ])
  })

  test('should be paragraphs around blocks in one wrapper', () => {
    expect(nodes('<div>a<p>b</p>c</div>').filter((node) => /^paragraph/.test(node))).toHaveLength(3)
  })
})

describe('text', () => {
  test('should be its source, and character references apart', () => {
    expect(nodes('<p>Ada &amp; Bo&#160;&lt;</p>').slice(1)).toEqual([
      'text Ada ',
      'entity &amp;',
      'text  Bo',
      'entity &#160;',
      'entity &lt;'
    ])
  })

  test('should keep line ends as they are', () => {
    expect(nodes('<p>a\r\nb\rc</p>')).toContain('text a\r\nb\rc')
  })

  test('should have what the parser ignores beside it', () => {
    expect(nodes('<p>a</i>b<!-- c -->d</p>').slice(1)).toEqual([
      'text a',
      'html </i>',
      'text b',
      'comment <!-- c -->',
      'text d'
    ])
  })

  test('should be what is shown, where names are not known', () => {
    expect(toText(read('<p>a &check; b</p>'))).toBe('a ✓ b')
  })

  test('should be in bold, italic, breaks and wrappers', () => {
    expect(nodes('<p><b>a</b><em>b</em><br><span lang="de">c</span></p>').slice(1)).toEqual([
      'strong <b>a</b>',
      'text a',
      'emphasis <em>b</em>',
      'text b',
      'break <br>',
      'tag <span lang="de">c</span>',
      'text c'
    ])
  })
})
