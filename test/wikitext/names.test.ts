import {describe} from 'vitest'
import {cases} from './utils.ts'

const p = (inner: string): string => `paragraph (${inner})`

describe('names of templates', () => {
  describe('should go without the comments and line ends at their ends', () => {
    cases({
      '{{a\n<!-- b -->\n|c=d}}': p('template a (c= ("d"))'),
      '{{a\n <!-- b --> <!-- c -->\n}}': p('template a'),
      '{{a <!-- b\n-->}}': p('template a'),
      '{{<!-- a -->\n<!-- b -->c}}': p('template c'),
      '{{a<!-- b -->c}}': p('template ac'),
      '{{<!-- a: -->#if:b|c}}': p('parserFunction #if (argument ("b") argument ("c"))'),
      '{{{a<!-- b -->|c}}}': p('templateParameter a ("c")'),
      '{{a|<!-- b -->c=d}}': p('template a (c= ("d"))')
    })
  })

  describe('should not have line ends within', () => {
    cases({
      '{{a\n<!-- b -->\nc}}': p('"{{a\\n" comment " b " "\\nc}}"'),
      '{{<!-- a -->}}': p('"{{" comment " a " "}}"')
    })
  })
})

describe('targets', () => {
  cases({
    '[[a<!-- b -->c]]': p('wikiLink ac'),
    '[[AT&amp;T|b]]': p('wikiLink AT&T ("b")'),
    '[[Category:A&ndash;B]]': p('category Category:A–B'),
    '[[File:A&nbsp;b.png]]': p('file File:A\u00a0b.png'),
    // No title has one of these
    '[[a&#124;b]]': p('"[[a" entity "|" "b]]"'),
    '#REDIRECT [[a&amp;b]]': 'redirect a&b'
  })
})

describe('character references', () => {
  cases({
    '&alpha; &Sigma; &sigmaf;': p('entity "α" " " entity "Σ" " " entity "ς"'),
    '&leq; &check; &rfloor; &thetasym;': p(
      'entity "≤" " " entity "✓" " " entity "⌋" " " entity "ϑ"'
    ),
    '&NotEqualTilde; &fjlig; &CounterClockwiseContourIntegral;': p(
      'entity "≂̸" " " entity "fj" " " entity "∳"'
    ),
    '&Sigmaf; &foo; &amp &constructor; &toString;': p(
      '"&Sigmaf; &foo; &amp &constructor; &toString;"'
    )
  })
})

describe('the caption of a file', () => {
  describe('should be its last part that is no option', () => {
    cases({
      '[[File:a.png|thumb|A [[b]] c|alt=d]]': p(
        'file File:a.png thumb alt=d ("A " wikiLink b " c")'
      ),
      '[[File:a.png|b|thumb|c|left]]': p('file File:a.png b thumb left ("c")'),
      '[[File:a.png|thumb|left]]': p('file File:a.png thumb left')
    })
  })
})
