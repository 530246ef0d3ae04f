import {describe} from 'vitest'
import {cases} from './utils.ts'

const p = (inner: string): string => `paragraph (${inner})`
const bare = (url: string): string => `link ${url} (${JSON.stringify(url)})`

describe('external links', () => {
  describe('should support', () => {
    cases({
      '[https://a.example b c]': p('link https://a.example ("b c")'),
      '[https://a.example]': p('link https://a.example'),
      '[https://a.example  b]': p('link https://a.example ("b")'),
      '[//a.example b]': p('link //a.example ("b")'),
      '[mailto:a@b.example c]': p('link mailto:a@b.example ("c")'),
      "[https://a.example ''b'' <b>c</b>]": p(
        'link https://a.example (emphasis ("b") " " tag b ("c"))'
      ),
      '[https://a.example b [[c]] d]': p('link https://a.example ("b " wikiLink c " d")'),
      '[https://a.example/{{b}} c]': p('link https://a.example/ (template b " c")'),
      '[https://a.example/{{PAGENAME}} c]': p('link https://a.example/{{PAGENAME}} ("c")'),
      '[https://a.example/{{{1}}}{{urlencode:b}} c]': p(
        'link https://a.example/{{{1}}}{{urlencode:b}} ("c")'
      ),
      'https://a.example{{b}}': p(`${bare('https://a.example')} template b`),
      '[[https://a.example b]]': p('"[" link https://a.example ("b") "]"'),
      '[https://a.example b\nc]': p(`"[" ${bare('https://a.example')} " b\\nc]"`)
    })
  })

  describe('should not support', () => {
    cases({
      '[a]': p('"[a]"'),
      '[/a b]': p('"[/a b]"'),
      '[ https://a.example b]': p(`"[ " ${bare('https://a.example')} " b]"`),
      '[foo://a.example b]': p('"[foo://a.example b]"'),
      '[https://]': p('"[https://]"'),
      '[constructor:a b]': p('"[constructor:a b]"'),
      '[https://a b https://c': p(
        '"[" link https://a ("https://a") " b " link https://c ("https://c")'
      ),
      '[https://a b\n[https://c]': p('"[" link https://a ("https://a") " b\\n" link https://c')
    })
  })
})

describe('bare addresses', () => {
  describe('should support', () => {
    cases({
      'https://a.example': p(bare('https://a.example')),
      'HTTP://a.example': p(bare('HTTP://a.example')),
      'mailto:a@b.example': p(bare('mailto:a@b.example')),
      'a https://a.example/b,c. d': p(`"a " ${bare('https://a.example/b,c')} ". d"`),
      '(https://a.example)': p(`"(" ${bare('https://a.example')} ")"`),
      'https://a.example/b(c)': p(bare('https://a.example/b(c)')),
      "https://a.example''b''": p(`${bare('https://a.example')} emphasis ("b")`),
      'https://a.example|b': p(bare('https://a.example|b')),
      'https://a.example/b?c&amp;': p(bare('https://a.example/b?c&amp;')),
      'https://a.example/b?c&#38;.': p(`${bare('https://a.example/b?c&#38;')} "."`),
      'https://a.example/b & c;': p(`${bare('https://a.example/b')} " & c;"`),
      'https://a.example&lt;b': p(`${bare('https://a.example')} entity "<" "b"`),
      '{{a|https://b.example|c}}': p(
        `template a (argument (${bare('https://b.example')}) argument ("c"))`
      )
    })
  })

  describe('should not support', () => {
    cases({
      '//a.example': p('"//a.example"'),
      'xhttps://a.example': p('"xhttps://a.example"'),
      'éhttps://a.example': p('"éhttps://a.example"'),
      'https://': p('"https://"'),
      'https://.': p('"https://."'),
      'http:/a': p('"http:/a"'),
      'Note: a': p('"Note: a"')
    })
  })
})
