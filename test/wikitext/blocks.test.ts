import {describe, expect, it} from 'vitest'
import {parseWikitext} from '../../src/syntax/wikitext/index.ts'
import {cases, slices} from './utils.ts'

const p = (inner: string): string => `paragraph (${inner})`

describe('paragraphs', () => {
  cases({
    '': '',
    ' \n\t\n': '',
    'a\nb': p('"a\\nb"'),
    '  a': 'preformatted ("  a")',
    '\ta  \n': p('"a"'),
    'a\n\nb': `${p('"a"')} ${p('"b"')}`,
    'a\n \t\nb': `${p('"a"')} ${p('"b"')}`,
    'a\r\rb\r\n\r\nc': `${p('"a"')} ${p('"b"')} ${p('"c"')}`,
    'a\u2028* b': p('"a\u2028* b"'),
    'a\u0000\u007f\ud800b': p(JSON.stringify('a\u0000\u007f\ud800b'))
  })

  it('should leave blank space around it out', () => {
    expect(slices('\n a\n\n\tb \nc\t\n', 'paragraph', 'preformatted')).toEqual([' a', 'b \nc'])
  })
})

describe('thematic breaks', () => {
  cases({
    '----': 'thematicBreak',
    '------': 'thematicBreak',
    'a\n----\nb': `${p('"a"')} thematicBreak ${p('"b"')}`,
    '---- a': `thematicBreak ${p('"a"')}`,
    '---': p('"---"'),
    'a----': p('"a----"')
  })
})

describe('preformatted lines', () => {
  it('should not start where a block ends on the line', () => {
    expect(slices('<div>\n a </div>\n b', 'preformatted')).toEqual([' b'])
  })
  cases({
    ' a\n  b': 'preformatted (" a\\n  b")',
    ' a\n \n b': 'preformatted (" a\\n \\n b")',
    'a\n b\nc': `${p('"a"')} preformatted (" b") ${p('"c"')}`,
    " '''a'''": 'preformatted (" " strong ("a"))',
    ' <div>a</div>': p('tag div ("a")'),
    ' a <div>b</div>': p('"a " tag div ("b")'),
    '* a\n b': `list (listItem (${p('"a"')})) preformatted (" b")`,
    'a\n <!-- b -->c': p('"a"') + ' preformatted (" " comment " b " "c")',
    ' <!-- a -->b\n c': 'preformatted (" " comment " a " "b\\n c")',
    ' a\n <!-- b -->\n c': 'preformatted (" a\\n " comment " b " "\\n c")',
    ' a\n<!-- b --> c': 'preformatted (" a\\n" comment " b " " c")',
    ' <!-- a -->\nb': `comment " a " ${p('"b"')}`,
    ' a <pre>b</pre>': p('"a " pre "b"'),
    // No line with something that MediaWiki shows as a block
    ' a <hr> b': p('"a " tag hr " b"'),
    ' <poem>a</poem>': p('poem "a"'),
    ' <references/>': p('references ""'),
    ' <ref>a</ref>': 'preformatted (" " ref "a")',
    ' [[File:A.png|thumb|b]]': p('file File:A.png thumb ("b")'),
    ' [[File:A.png| right ]] b': p('file File:A.png  right  " b"'),
    ' [[File:A.png|frameless|alt=left]]': 'preformatted (" " file File:A.png frameless alt=left)',
    '<blockquote>\n a\n</blockquote>\n b': `tag blockquote (${p('"a"')}) preformatted (" b")`,
    '<blockquote>\n{|\n|\n a\n|}\n</blockquote>': `tag blockquote (table (tableRow (cell (${p('"a"')}))))`
  })
})

describe('comments', () => {
  cases({
    '<!-- a -->': 'comment " a "',
    '<!--a': 'comment "a"',
    '<!---->': 'comment ""',
    '<!-->a': 'comment ">a"',
    'a <!-- b --> c': p('"a " comment " b " " c"'),
    'a\n<!-- b -->\nc': p('"a\\n" comment " b " "\\nc"'),
    'a\n<!-- b -->c': p('"a\\n" comment " b " "c"'),
    'a\n<!-- b -->\n\nc': `${p('"a"')} comment " b " ${p('"c"')}`,
    '<!-- a -->* b': `comment " a " list (listItem (${p('"b"')}))`,
    '<!-- {{a -->b}}': `comment " {{a " ${p('"b}}"')}`,
    '{{a <!-- }} -->}}': p('template a'),
    '<!- a -->': p('"<!- a -->"')
  })
})

describe('the rest', () => {
  cases({
    '&amp;&eacute;&#65;&#x1F4A1;': p('entity "&" entity "é" entity "A" entity "💡"'),
    '&bogus; &amp &#0; &#xD800; &constructor;': p('"&bogus; &amp &#0; &#xD800; &constructor;"'),
    ' {{a|<hr />}}': 'preformatted (" " template a (argument (tag hr)))',
    '~~~ ~~~~ ~~~~~': p('signature "~~~" " " signature "~~~~" " " signature "~~~~~"'),
    '~~ ~~~~~~': p('"~~ " signature "~~~~~" "~"'),
    '__TOC__ __NoToc__': p('behaviorSwitch TOC " " behaviorSwitch NOTOC'),
    '__NOTOC__== a ==': `${p('behaviorSwitch NOTOC')} heading 2 (" a ")`,
    'a\n__NOTOC____FORCETOC__* b\n* c': `${p('"a"')} ${p('behaviorSwitch NOTOC behaviorSwitch FORCETOC')} list (listItem (${p('"b"')}) listItem (${p('"c"')}))`,
    '__NOTOC__ a\n b': `${p('behaviorSwitch NOTOC')} preformatted (" a\\n b")`,
    '__NOTOC__ [[Category:a]]': p('behaviorSwitch NOTOC " " category Category:a'),
    '__NOTOC__= a': p('behaviorSwitch NOTOC "= a"'),
    '__NOTOC__----': p('behaviorSwitch NOTOC "----"'),
    '__TOC__== a ==': p('behaviorSwitch TOC "== a =="'),
    'a __NOTOC__== b ==': p('"a " behaviorSwitch NOTOC "== b =="'),
    '__a__ _TOC_ __TOC_ __constructor__': p('"__a__ _TOC_ __TOC_ __constructor__"')
  })

  it('should refuse what is no string', () => {
    expect(() => parseWikitext(null as never)).toThrow('takes a string, not null')
  })
})
