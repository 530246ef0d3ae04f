/**
 * From wikiparser-node's tokens to the spans of a page, which `buildTree` takes.
 *
 * ```markdown
 * | {{Note|July}} <tab>[[a|b]]</tab>
 *   ^^^^^^^^^^^^^                      template, its mark the `|` before its first `parameter`
 *                 ^^^^^                an `html` token: open
 *                      ^^^^^^^         link, its mark the `|` before its `link-text`
 *                             ^^^^^^   an `html` token: close
 * ```
 */
import {bar, colon, isMark, slash} from '../document/characters.ts'
import {voidTags} from '../syntax/wikitext/names.ts'
import {position} from '../syntax/wikitext/page.ts'
import type {Redirect} from '../document/types.ts'
import type {Page, SpanKind} from '../syntax/wikitext/page.ts'
import type {Token} from './tokenize.ts'

/** Adds a token's span; the tokens in it that are to be looked at. */
type Reader = (page: Page, token: Token) => readonly Token[]

/** What wikiparser-node's types of tokens are; the others only hold tokens. */
const readers = new Map<string | undefined, Reader>([
  ['template', call],
  ['magic-word', call],
  ['arg', (page, token) => parted(page, token, 'parameter')],
  ['link', (page, token) => parted(page, token, 'link')],
  ['file', (page, token) => parted(page, token, 'file')],
  ['category', (page, token) => parted(page, token, 'category')],
  ['comment', (page, token) => add(page, token, 'comment')],
  ['converter', languageVariant],
  ['double-underscore', behaviorSwitch],
  ['ext', extension],
  ['html', tag],
  ['noinclude', tag],
  // What a page redirects to is no link in its text.
  ['redirect', () => []]
])

/** Fill in the marks and spans of a page; the redirect that it is, if it is one. */
export function readTokens(page: Page, root: Token): Redirect | undefined {
  indexMarks(page)
  read(page, root)
  page.spans.sort((left, right) => left.start - right.start || right.end - left.end)
  const redirect = children(root).find(({type}) => type === 'redirect')
  return redirect && redirectOf(page, redirect)
}

function read(page: Page, token: Token): void {
  const within = readers.get(token.type)?.(page, token) ?? children(token)
  for (const child of within) read(page, child)
}

function children(token: Token): readonly Token[] {
  return token.childNodes ?? []
}

function indexMarks({source, marks}: Page): void {
  for (let at = 0; at < source.length; at++) if (isMark[source.charCodeAt(at)] === 1) marks.push(at)
}

function add(
  page: Page,
  {range, childNodes = []}: Token,
  kind: SpanKind,
  marks: readonly number[] = [],
  name = ''
): readonly Token[] {
  page.spans.push({kind, start: range[0], end: range[1], name, marks})
  return childNodes
}

/** A template, or a parser function where a colon follows its name. */
function call(page: Page, token: Token): readonly Token[] {
  const marks = partings(token)
  const isMagic = token.type === 'magic-word'
  const isFunction = isMagic && page.source.charCodeAt(marks[0] ?? -1) === colon
  const source = page.source.slice(...token.range)
  if (source === '{{!}}') return add(page, token, 'bar')
  // `{{!}}` and `{{=}}` are templates in older wikis, and read as such.
  const isVariable = isMagic && marks.length === 0 && !/^\{\{\s*[!=]/.test(source)
  return add(page, token, isFunction ? 'function' : isVariable ? 'variable' : 'template', marks)
}

/** What has a name and, behind each `|`, something else; `[[a{{!}}b]]` has no `|`. */
function parted(page: Page, token: Token, kind: SpanKind): readonly Token[] {
  const marks = partings(token).filter((mark) => page.source.charCodeAt(mark) === bar)
  return add(page, token, kind, marks)
}

/** The offsets of what stands before each child but the first, the name. */
function partings(token: Token): number[] {
  return children(token)
    .slice(1)
    .map(({range}) => range[0] - 1)
}

function languageVariant(page: Page, token: Token): readonly Token[] {
  page.variants.set(...token.range)
  return children(token)
}

/** Those that stand in underscores; there are wikis where other characters do as well. */
function behaviorSwitch(page: Page, token: Token): readonly Token[] {
  return page.source.startsWith('__', token.range[0]) ? add(page, token, 'switch') : []
}

/** An extension's tag, whose content belongs to the extension. */
function extension(page: Page, token: Token): readonly Token[] {
  const [attributes, content] = children(token)
  const [start, end] = token.range
  const marks = token['selfClosing'] ? [end, end] : content!.range
  add(page, token, 'extension', marks, tagName(page.source, start))
  return children(attributes!)
}

/** One end of a pair of tags, or a tag that has no pair. */
function tag(page: Page, token: Token): readonly Token[] {
  const [start, end] = token.range
  const name = tagName(page.source, start)
  const isClosing = page.source.charCodeAt(start + 1) === slash
  const isVoid = voidTags.has(name) || (page.source.charCodeAt(end - 2) === slash && !isClosing)
  return add(page, token, isVoid ? 'void' : isClosing ? 'close' : 'open', [], name)
}

const tagStart = /<\/?([^\s/>]*)/y

function tagName(source: string, start: number): string {
  tagStart.lastIndex = start
  return tagStart.exec(source)![1]!.toLowerCase()
}

/** A `redirect` holds its word and a `redirect-target`, which holds what stands in the brackets. */
function redirectOf(page: Page, redirect: Token): Redirect {
  const [word, link] = children(redirect)
  const [start, end] = children(link!)[0]!.range
  return {
    type: 'redirect',
    target: page.source.slice(start, end).trim(),
    position: position(page, word!.range[0], link!.range[1])
  }
}
