/** Links, as MediaWiki and Parsoid write them. */
import type {Element} from 'hast'
import {toText} from '../../document/plain-text.ts'
import type {Link, PhrasingContent, Template, WikiLink} from '../../document/types.ts'
import {attribute, classesOf, wordsOf} from './elements.ts'

/**
 * What a link with some content is.
 *
 * A link to a page that does not exist, with the name of a template as its text, is what MediaWiki shows in
 * place of that template.
 */
export function linkOf(
  node: Element,
  children: PhrasingContent[]
): Link | WikiLink | Template | undefined {
  const href = attribute(node, 'href')
  if (href === undefined) return undefined
  const target = targetOf(node, href)
  if (target === undefined) return {type: 'link', url: href, children}
  const [, missing] = /^Template:(.+)$/i.exec(target) ?? []
  const isMissing = missing && classesOf(node).includes('new') && toText(children) === target
  if (isMissing) return {type: 'template', name: missing, children: []}
  return wikiLink(target, children)
}

/** The page that a link leads to; `undefined` for an address outside the wiki. */
function targetOf(node: Element, href: string): string | undefined {
  const classes = classesOf(node)
  const rel = wordsOf(node, 'rel')
  const title = attribute(node, 'title')
  if (classes.includes('extiw') || rel.includes('mw:WikiLink/Interwiki')) return title ?? undefined
  if (classes.includes('external') || rel.includes('mw:ExtLink')) return undefined
  if (href.startsWith('#')) return toTitle(href)
  if (/^[a-z][a-z\d+.-]*:/i.test(href) && title === undefined) return undefined
  const path = pathOf(href)
  return path === undefined ? undefined : toTitle(path)
}

/**
 * The part of an address that names a page.
 *
 * ```markdown
 * | ./Blue_Peter   /wiki/Blue_Peter#Flag   /index.php/Blue_Peter   /w/index.php?title=Blue_Peter&action=edit
 *     ^^^^^^^^^^         ^^^^^^^^^^^^^^^              ^^^^^^^^^^                      ^^^^^^^^^^
 * ```
 */
function pathOf(href: string): string | undefined {
  const [, query] = /[?&]title=([^&#]*)/.exec(href) ?? []
  if (query !== undefined) return query.replaceAll('+', ' ') + (/#.*$/s.exec(href)?.[0] ?? '')
  const [, path] = /(?:^\.\/|\/wiki\/|\/index\.php\/)([^?]*)/.exec(href) ?? []
  return path
}

function toTitle(path: string): string {
  return decode(path).replaceAll('_', ' ')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/**
 * A link as it would be typed. MediaWiki writes a page's name with a capital; where the text is the name
 * but for that, the text is how the name was typed, and letters glued to it are the link's trail.
 *
 * ```markdown
 * | <a href="/wiki/Flag" title="Flag">flags</a>     [[flag]]s
 * ```
 */
function wikiLink(target: string, children: PhrasingContent[]): WikiLink {
  const text = toText(children)
  const [typed, trail] = [text.slice(0, target.length), text.slice(target.length)]
  const isName = typed !== '' && upperFirst(typed) === upperFirst(target)
  if (!isName || !/^\p{L}*$/u.test(trail)) return {type: 'wikiLink', target, trail: '', children}
  return {type: 'wikiLink', target: typed, trail, children: []}
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
