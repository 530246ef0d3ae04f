/**
 * External links.
 *
 * ```markdown
 * | [https://a.example/b c] https://a.example/b.
 *   ^^^^^^^^^^^^^^^^^^^^^^^                       link
 *    ^^^^^^^^^^^^^^^^^^^                          its url
 *                        ^                       its child
 *                           ^^^^^^^^^^^^^^^^^^^  link, without the full stop
 * ```
 *
 * @see https://www.mediawiki.org/wiki/Help:Links#External_links
 */
import type {Link, PhrasingContent} from '../../document/types.ts'
import {
  apostrophe,
  colon,
  isAlphanumeric,
  isLetter,
  leftBracket
} from '../../document/characters.ts'
import {protocols} from './names.ts'
import {position, spanAt} from './page.ts'
import type {Page, Span} from './page.ts'

const longestProtocol = 9

/** What ends an address, beside blank space and control characters. */
const enders = new Set(Array.from('[]<>"', (character) => character.charCodeAt(0)))

/** What does not belong to a bare address at its end. */
const punctuation = new Set(',;.:!?')

/** Where an address that starts at `start` goes on after its `https://`, `mailto:` or `//`; else -1. */
export function protocolEnd(source: string, start: number): number {
  if (source.startsWith('//', start)) return start + 2
  const limit = start + longestProtocol
  let at = start
  while (at < limit && isLetter(source.charCodeAt(at))) at++
  return source.charCodeAt(at) === colon ? slashesEnd(source, start, at) : -1
}

/** Where a bare address starts whose colon stands at `at`, not before `from`; -1 if there is none. */
export function addressStart(source: string, from: number, at: number): number {
  const limit = Math.max(from, at - longestProtocol - 1)
  let start = at
  while (start > limit && isLetter(source.charCodeAt(start - 1))) start--
  if (start > from && isWord(source, start - 1)) return -1
  return slashesEnd(source, start, at) < 0 ? -1 : start
}

/** Where a protocol whose colon stands at `at` ends, with its slashes; -1 if MediaWiki does not know it. */
function slashesEnd(source: string, start: number, at: number): number {
  const slashes = protocols.get(source.slice(start, at).toLowerCase())
  if (slashes === undefined || !source.startsWith(slashes, at + 1)) return -1
  return at + 1 + slashes.length
}

/**
 * Where an address that starts at `start` ends: variables, parameters and parser functions may be a part of it,
 * but templates, which mostly show more than a part of an address, and `''` may not.
 *
 * ```markdown
 * | https://a.example/{{PAGENAME}}{{done}}
 *   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function addressEnd(page: Page, start: number, end: number): number {
  const {source} = page
  let at = hostEnd(source, start)
  while (at < end) {
    const code = source.charCodeAt(at)
    if (code <= 32 || code === 127 || enders.has(code) || (code >= 160 && isGap(source, at))) break
    if (code === apostrophe && source.charCodeAt(at + 1) === apostrophe) break
    const span = code === 123 ? spanAt(page, at, end) : undefined
    if (span?.kind === 'template' && !isCharacter(source, span)) break
    at = span ? span.end : at + 1
  }
  return at
}

const ipv6 = /\[[0-9a-f:.]{1,50}\]/iy

/** Past an IPv6 address in its brackets, which alone may hold these: `//[::1]/`. */
function hostEnd(source: string, start: number): number {
  if (source.charCodeAt(start) !== leftBracket) return start
  ipv6.lastIndex = start
  return start + (ipv6.exec(source)?.[0].length ?? 0)
}

const character = /\{\{\s{0,9}[!=]\s{0,9}\}\}/y

/** Whether a template is one of the characters that MediaWiki knows: `{{!}}`, `{{=}}`. */
function isCharacter(source: string, {start}: Span): boolean {
  character.lastIndex = start
  return character.test(source)
}

/**
 * Where a bare address ends: before its trailing punctuation and `&lt;` `&gt;` `&nbsp;`; a `)` belongs to
 * it only where it has a `(`. Its protocol ends at `body`; -1 if nothing is left after it.
 */
export function bareAddressEnd(page: Page, start: number, body: number, end: number): number {
  const {source} = page
  const limit = addressEnd(page, body, end)
  const text = source.slice(start, limit)
  const entity = text.search(/&(?:lt|gt|nbsp|#x0*(?:3[ce]|a0)|#0*(?:60|62|160));/i)
  const parenthesis = !text.includes('(')
  let at = entity < 0 ? limit : start + entity
  while (at > body && isTrailing(source.charAt(at - 1), parenthesis)) at--
  // The `;` of a character reference is no punctuation: `?a&amp;`.
  if (at < limit && source[at] === ';' && reference.test(source.slice(Math.max(body, at - 32), at)))
    at++
  return at > body ? at : -1
}

const reference = /&(?:[a-z]+|#x[\da-f]+|#\d+)$/i

function isTrailing(character: string, parenthesis: boolean): boolean {
  return punctuation.has(character) || (parenthesis && character === ')')
}

/** A link node; a bare address has itself as its text. */
export function link(
  page: Page,
  start: number,
  end: number,
  url: string,
  children: PhrasingContent[]
): Link {
  return {type: 'link', url, children, position: position(page, start, end)}
}

/** A letter, digit or underscore before it keeps a word from being a protocol. */
function isWord(source: string, at: number): boolean {
  const code = source.charCodeAt(at)
  if (code < 128) return isAlphanumeric(code) || code === 95
  return /[\p{L}\p{N}]/u.test(source.charAt(at))
}

/** Blank space of any script. */
function isGap(source: string, at: number): boolean {
  return /\p{Zs}/u.test(source.charAt(at))
}
