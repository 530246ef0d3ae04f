/**
 * A client that edits Parsoid's HTML as VisualEditor does: it changes text, points a template's `data-mw`
 * elsewhere, puts in new elements without notes, takes elements out and moves them with their ids.
 *
 * What it changes it changes in the HTML as it came, at the places that the parser gives: what is not edited
 * goes back to Parsoid byte for byte, so that no line can be changed by a serializer of HTML.
 */
import type {Element, Nodes, Root} from 'hast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {SKIP, visit} from 'unist-util-visit'
import {applyEdits, type TextEdit} from '../../../src/change/text-edit.ts'

/** Elements that are found by what they say. */
const blocks = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'li', 'dt', 'dd'])

/** Elements within a block that are no text of its own. */
const nested = new Set(['ul', 'ol', 'dl', 'p'])

export class Client {
  #html: string
  #tree: Root
  #edits: TextEdit[] = []

  constructor(html: string) {
    this.#html = html
    this.#tree = unified().use(rehypeParse, {fragment: true}).parse(html)
  }

  /** The HTML as edited. */
  get html(): string {
    return applyEdits(
      this.#html,
      this.#edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
    )
  }

  /**
   * The heading, paragraph or item that says something; `after` are blocks that come before it.
   *
   * @throws {Error} where there is none, or more than one after the last of `after`.
   */
  block(text: string, ...after: string[]): Element {
    let from = 0
    for (const before of after) from = endOf(this.#blocks(before, from)[0] ?? missing(before))
    const [found, second] = this.#blocks(text, from)
    if (second && after.length === 0) throw new Error(`More than one block says ${text}`)
    return found ?? missing(text)
  }

  #blocks(text: string, from: number): Element[] {
    return elements(this.#tree, (element) => {
      return blocks.has(element.tagName) && startOf(element) >= from && says(element, text)
    })
  }

  /** The innermost element of a name around another. */
  around(inner: Element, ...tagNames: string[]): Element {
    const outer = elements(this.#tree, (element) => {
      return element !== inner && isWithin(inner, element) && tagNames.includes(element.tagName)
    })
    return outer.at(-1) ?? missing(tagNames.join(' or '))
  }

  /** Types over a text, which is in one piece; both are HTML. */
  type(block: Element, from: string, to: string): this {
    const places = own(block, 'text').flatMap((text) => {
      const at = this.#html.slice(startOf(text), endOf(text)).indexOf(from)
      return at < 0 ? [] : [startOf(text) + at]
    })
    const start = places[0] ?? missing(from)
    return this.#put(start, start + from.length, to)
  }

  hasTemplate(block: Element): boolean {
    return templateIn(block) !== undefined
  }

  /** Points the block's template elsewhere. */
  retarget(block: Element, name: string): this {
    const template = templateIn(block) ?? missing('template')
    const markup = this.#html.slice(startOf(template), endOf(template))
    const target = /"target":\{[^}]*\}/.exec(markup) ?? missing('target')
    const start = startOf(template) + target.index
    return this.#put(start, start + target[0].length, targetOf(name))
  }

  /** Puts a template at the end of the block's own content, or at its start. */
  addTemplate(block: Element, name: string, place: 'start' | 'end' = 'end'): this {
    const content = ownContent(block)
    const [start, end] = [startOf(content[0]!), endOf(content.at(-1)!)]
    if (place === 'start') return this.#put(start, start, `${template(name)} `)
    const at = start + this.#html.slice(start, end).trimEnd().length
    return this.#put(at, at, ` ${template(name)}`)
  }

  /** Takes out the block's template, and the space that parts it from the text. */
  dropTemplate(block: Element): this {
    const template = templateIn(block) ?? missing('template')
    const before = / *$/.exec(this.#html.slice(0, startOf(template)))![0].length
    const after = before > 0 ? 0 : /^ */.exec(this.#html.slice(endOf(template)))![0].length
    return this.#put(startOf(template) - before, endOf(template) + after, '')
  }

  insertBefore(element: Element, html: string): this {
    return this.#put(startOf(element), startOf(element), html)
  }

  insertAfter(element: Element, html: string): this {
    return this.#put(endOf(element), endOf(element), html)
  }

  /** Puts HTML at the end of an element. */
  append(element: Element, html: string): this {
    const end = endOf(element) - `</${element.tagName}>`.length
    return this.#put(end, end, html)
  }

  /** Takes out an element, or all from one to another, with the line end behind. */
  remove(first: Element, last = first): this {
    const end = endOf(last)
    return this.#put(startOf(first), this.#html.charAt(end) === '\n' ? end + 1 : end, '')
  }

  /** Takes out all from one element to before another, with the list that only the first stands in. */
  removeUpTo(first: Element, next: Element): this {
    const above = (inner: Element) => elements(this.#tree, (outer) => isWithin(inner, outer))
    const [a, b] = [above(first), above(next)]
    const apart = a.findIndex((outer, depth) => outer !== b[depth])
    return this.#put(startOf(a[apart]!), startOf(b[apart]!), '')
  }

  /** The HTML of an element, or of all from one to another, to put elsewhere. */
  copy(first: Element, last = first): string {
    return this.#html.slice(startOf(first), endOf(last))
  }

  #put(start: number, end: number, text: string): this {
    this.#edits.push({start, end, text})
    return this
  }
}

/** A call of a template, as a client makes it. */
export function template(name: string): string {
  const data = `{"parts":[{"template":{${targetOf(name)},"params":{},"i":0}}]}`
  return `<span typeof="mw:Transclusion" data-mw='${data}'></span>`
}

function targetOf(name: string): string {
  const title = name.charAt(0).toUpperCase() + name.slice(1).replaceAll(' ', '_')
  return `"target":{"wt":"${name}","href":"./Template:${title}"}`
}

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function elements(tree: Root | Element, test: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  visit(tree, 'element', (element) => {
    if (test(element)) found.push(element)
  })
  return found
}

/** The nodes of a type within a block, without what is nested in it. */
function own<T extends 'element' | 'text'>(block: Element, type: T): Extract<Nodes, {type: T}>[] {
  const found: Extract<Nodes, {type: T}>[] = []
  visit(block, (node) => {
    if (node !== block && node.type === 'element' && nested.has(node.tagName)) return SKIP
    if (node !== block && node.type === type) found.push(node as Extract<Nodes, {type: T}>)
    return undefined
  })
  return found
}

function says(block: Element, text: string): boolean {
  return own(block, 'text')
    .map(({value}) => value)
    .join('')
    .includes(text)
}

/** The children of a block, without what is nested in it. */
function ownContent(block: Element): Nodes[] {
  return block.children.filter((node) => node.type !== 'element' || !nested.has(node.tagName))
}

function templateIn(block: Element): Element | undefined {
  return own(block, 'element').find(
    ({properties}) => String(properties['typeof']) === 'mw:Transclusion'
  )
}

function isWithin(inner: Element, outer: Element): boolean {
  return startOf(outer) <= startOf(inner) && endOf(outer) >= endOf(inner)
}

function startOf(node: Nodes): number {
  return node.position!.start.offset!
}

function endOf(node: Nodes): number {
  return node.position!.end.offset!
}

function missing(what: string): never {
  throw new Error(`Parsoid's HTML has no ${what}`)
}
