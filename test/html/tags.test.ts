/** Tags in the source of a page, held against the tokenizer that read the page. */
import fc from 'fast-check'
import type {Element, Nodes} from 'hast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {toPage} from '../../src/document/places.ts'
import {tagsOf} from '../../src/syntax/html/context.ts'
import {tagAt} from '../../src/syntax/html/tags.ts'

describe('tagAt', () => {
  test.each([
    ['<p>', 0],
    ['<p class=a>', 1],
    ['<p class="a > b" id=\'c>\'>', 2],
    ['<p a = "b>" c>', 2],
    ['<br/>', 0],
    ['<p a=b/>', 1],
    ['<p a"b>', 1],
    ['<p =a>', 1],
    ['<p a==">', 1],
    ['<p a=>', 1],
    ['<p "a>', 1],
    ['<p a="b"c>', 2],
    ['<p / a / b />', 2],
    ['</p a>', 1]
  ])('should end where the tokenizer ends it: %s', (source, attributes) => {
    expect(tagAt(`${source}>`, 0)).toMatchObject({attributes, end: source.length})
  })

  test.each(['< p>', '<>', '<3>', '<!doctype>', '<?a>', 'p>'])('should not take %s', (source) => {
    expect(tagAt(source, 0)).toBeUndefined()
  })
})

/** A parser that says where tags stand; it throws for some names of attributes, which ours does not ask for. */
const verbose = unified().use(rehypeParse, {verbose: true}).freeze()

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<div class="a > b">',
      '</div>',
      '<div',
      '>',
      '<b>',
      '</b>',
      '<b id=a/>',
      '<i>',
      '</i>'
    ],
    ...[
      '<ul>',
      '<li>',
      '</li>',
      '</ul>',
      '<table>',
      '<tr>',
      '<td x>',
      '</td>',
      '</tr>',
      '</table>',
      "<span a='\"'>"
    ],
    ...[
      '</span >',
      '</B\n>',
      '<br>',
      '<svg>',
      '<g/>',
      '</svg>',
      '<a href=b>',
      '</a>',
      '<p/>',
      '</p a>',
      '<div =">'
    ],
    ...[
      '<!-- a -->',
      '<!a>',
      '<section>',
      '</section>',
      '<h2>',
      '<x.y>',
      '</x.y>',
      '<x#y>',
      '</x#y>',
      '<foreignObject>',
      '</foreignObject>',
      '</h2>',
      '<script>a</script>',
      '<select>',
      '"'
    ],
    ...['a', ' ', '\n', '\r\n', '&amp;', '<', '=', "'"]
  ),
  fc.string({maxLength: 3})
)

describe('tagsOf', () => {
  test('should say what the tokenizer says', () => {
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 30}), (pieces) => {
        const source = pieces.join('')
        // Within a start tag that has no end, what looks like an end tag is taken for one.
        fc.pre(!/<[^>]*</.test(source))
        const page = toPage(source)
        for (const node of elementsOf(verbose.parse(source))) {
          if (!node.position) continue
          const {opening, closing} = tagsOf(node, {page})
          const known = (node.data as {position?: Tags}).position
          expect(offsets(opening.position)).toEqual(offsets(known!.opening))
          expect(offsets(closing?.position)).toEqual(offsets(known!.closing))
        }
      }),
      {numRuns: 1000}
    )
  })
})

interface Tags {
  opening?: Element['position']
  closing?: Element['position']
}

function offsets(position: Element['position']): (number | undefined)[] {
  return [position?.start.offset, position?.end.offset]
}

function* elementsOf(node: Nodes): Generator<Element> {
  if (node.type === 'element') yield node
  if ('children' in node) for (const child of node.children) yield* elementsOf(child)
}
