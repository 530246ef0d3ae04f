/** What the elements of a page are, by their names and marks. */
import type {Element, Nodes} from 'hast'

/** Elements that stand on lines of their own. */
const blocks = new Set(
  `address article aside blockquote body center details dd div dl dt fieldset footer h1 h2 h3 h4 h5 h6
   header hgroup hr html li main ol p pre section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/
  )
)

/** Elements that are no text of the page. */
const silent = new Set(
  `audio base button canvas figure form head iframe input link map math meta nav noscript object script
   select style svg template textarea title video wbr`.split(/\s+/)
)

/**
 * Parts of a page that MediaWiki and its extensions put around the text: edit links, contents, references
 * and their numbers, thumbnails, the labels of tabs (which the tabs themselves keep).
 */
const around = new Set(
  `catlinks mw-cite-backlink mw-editsection mw-editsection-like mw-empty-elt mw-indicators mw-jump-link
   mw-references-wrap mw-toc printfooter reference references tabber__header tabber__tabs tabbernav
   tabs-label thumb toc toctitle`.split(/\s+/)
)
const aroundIds = new Set(['catlinks', 'contentSub', 'jump-to-nav', 'siteSub', 'toc'])

/** Elements whose text is shown as it is typed. */
const verbatim = new Set(['code', 'kbd', 'samp', 'tt'])

export function isElement(node: Nodes): node is Element {
  return node.type === 'element'
}

export function isVerbatim({tagName}: Element): boolean {
  return verbatim.has(tagName)
}

/** Whether an element is no part of the page's text. */
export function isHidden(node: Element): boolean {
  if (silent.has(node.tagName)) return true
  if (classesOf(node).some((name) => around.has(name))) return true
  if (aroundIds.has(String(node.properties['id'] ?? ''))) return true
  if (node.properties['role'] === 'tablist') return true
  return !blocks.has(node.tagName) && /display:\s*none/.test(String(node.properties['style'] ?? ''))
}

/** What was found out of elements: each is asked for by all that wrap it. */
const found = new WeakMap<Element, boolean>()

/** Whether an element, or something within it, stands on lines of its own. */
export function isBlock(node: Nodes): boolean {
  if (!isElement(node)) return false
  const known = found.get(node)
  if (known !== undefined) return known
  const is = !isHidden(node) && (blocks.has(node.tagName) || node.children.some(isBlock))
  found.set(node, is)
  return is
}

/** An attribute's words. */
export function wordsOf({properties}: Element, name: string): string[] {
  const value = properties[name]
  if (Array.isArray(value)) return value.map(String)
  return typeof value === 'string' ? value.split(/\s+/) : []
}

export function classesOf(node: Element): string[] {
  return wordsOf(node, 'className')
}

/** An attribute's text. */
export function attribute({properties}: Element, name: string): string | undefined {
  const value = properties[name]
  return typeof value === 'string' ? value : undefined
}

/** The text within a node, as the browser has it. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
