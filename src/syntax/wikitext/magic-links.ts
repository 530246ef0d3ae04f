/**
 * Words that MediaWiki links by themselves, where its configuration says so.
 *
 * ```markdown
 * | See RFC 1149 and ISBN 978-0-306-40615-7.
 *       ^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^^^    magicLink
 * ```
 *
 * @see https://www.mediawiki.org/wiki/Help:Magic_links
 */
import type {MagicLink, Text} from '../../document/types.ts'
import {text} from './inline.ts'
import {position} from './page.ts'
import type {Page} from './page.ts'

// The ends of words are those of all languages: none stands within `éRFC 1`.
const pattern =
  /(?<![\p{L}\p{N}_])(?:(?:RFC|PMID)[\t\p{Zs}]+\d+|ISBN[\t\p{Zs}]+(?:97[89][-\t\p{Zs}]?)?(?:\d[-\t\p{Zs}]?){9}[\dXx])(?![\p{L}\p{N}_])/gu

/** A text, parted where such words stand in it. */
export function withMagicLinks(page: Page, node: Text): (Text | MagicLink)[] {
  const {value} = node
  const start = node.position!.start.offset!
  const parts: (Text | MagicLink)[] = []
  let from = 0
  for (const {0: words, index} of value.matchAll(pattern)) {
    const end = index + words.length
    if (from < index) parts.push(text(page, start + from, start + index))
    const children = [text(page, start + index, start + end)]
    const place = position(page, start + index, start + end)
    parts.push({type: 'magicLink', children, position: place})
    from = end
  }
  if (from === 0) return [node]
  if (from < value.length) parts.push(text(page, start + from, start + value.length))
  return parts
}
