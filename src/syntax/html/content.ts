/** Which part of a page of HTML is the wiki's, and what there is to know of it before it is read. */
import type {Element, Nodes, Root} from 'hast'
import {attribute, classesOf, isElement, textOf, wordsOf} from './elements.ts'

/** What a first look at a page finds. */
export interface Content {
  /** The page's title: its heading, else what the window is called. */
  title: Element | undefined
  /** The nodes of the page's text. */
  nodes: readonly Nodes[]
  /** Whether Parsoid wrote it, who says what comes from a template. */
  isParsoid: boolean
  /** The labels of tabs, by panel. */
  tabs: ReadonlyMap<Element, string>
}

/** Looks through a page. */
export function contentOf(root: Root): Content {
  const elements = [...elementsOf(root)]
  const body = bodyOf(elements)
  const isTitle = (node: Element) => node.tagName === 'title' && textOf(node).trim() !== ''
  const isHeading = (node: Element) => attribute(node, 'id') === 'firstHeading'
  return {
    title: elements.find(isHeading) ?? elements.find(isTitle),
    nodes: body?.children ?? root.children,
    isParsoid: elements.some(isOfParsoid),
    tabs: tabsOf(elements)
  }
}

/** Every element, in page order. */
function* elementsOf(root: Root): Generator<Element> {
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isElement(node)) yield node
    if ('children' in node)
      for (let at = node.children.length; at > 0; at--) waiting.push(node.children[at - 1]!)
  }
}

/**
 * The element that holds the page's text. With a skin around it, the text is in `#mw-content-text`; notices
 * of the site are parser output as well, but not in there.
 */
function bodyOf(elements: readonly Element[]): Element | undefined {
  const skin = elements.find((node) => attribute(node, 'id') === 'mw-content-text')
  if (skin) return skin
  const isOutput = (node: Element) => classesOf(node).includes('mw-parser-output')
  const outputs = elements.filter(isOutput)
  if (outputs.length === 1) return outputs[0]
  return elements.find(({tagName}) => tagName === 'body')
}

/**
 * Parsoid's own marks. (`typeof="mw:File"` is not one: both of MediaWiki's parsers write it.)
 *
 * @see https://www.mediawiki.org/wiki/Specs/HTML
 */
function isOfParsoid(node: Element): boolean {
  const {properties} = node
  if ('dataParsoid' in properties || 'dataMwSectionId' in properties) return true
  if (wordsOf(node, 'typeof').includes('mw:Transclusion')) return true
  return wordsOf(node, 'rel').some((word) => word.startsWith('mw:'))
}

/** Attributes that say a panel's label: those of TabberNeue (by version), of Tabber, and of its forks. */
const labelAttributes = ['dataMwTabberTitle', 'dataTitle', 'title', 'ariaLabel']
const panels = new Set(['tabber__panel', 'tabbertab'])

/**
 * Panels with their labels: those of TabberNeue and Tabber, which say their own; those of Tabs, whose labels
 * stand before the container of all panels; and whatever says by ARIA that it is one.
 *
 * @see https://www.mediawiki.org/wiki/Extension:TabberNeue
 * @see https://www.mediawiki.org/wiki/Extension:Tabs
 */
function tabsOf(elements: readonly Element[]): Map<Element, string> {
  const byId = new Map(elements.map((node) => [attribute(node, 'id'), node]))
  const tabs = new Map<Element, string>()
  for (const node of elements) {
    if (classesOf(node).includes('tabs-tabbox')) addTabbox(node, tabs)
    const label = ownLabel(node) ?? ariaLabel(node, byId)
    if (label?.trim()) tabs.set(node, label.trim())
  }
  return tabs
}

function ownLabel(node: Element): string | undefined {
  if (!classesOf(node).some((name) => panels.has(name))) return undefined
  return labelAttributes.map((name) => attribute(node, name)).find((label) => label !== undefined)
}

function ariaLabel(
  node: Element,
  byId: ReadonlyMap<string | undefined, Element>
): string | undefined {
  if (attribute(node, 'role') !== 'tabpanel') return undefined
  const [id] = wordsOf(node, 'ariaLabelledBy')
  const label = id === undefined ? undefined : byId.get(id)
  return label ? textOf(label) : attribute(node, 'ariaLabel')
}

/** Tabs numbers its labels and panels alike: `data-tabpos="2"` and `tabs-content-2`. */
function addTabbox(box: Element, tabs: Map<Element, string>): void {
  const labels = new Map<string, string>()
  for (const node of box.children.filter(isElement)) {
    const position = attribute(node, 'dataTabpos')
    if (position !== undefined && classesOf(node).includes('tabs-label'))
      labels.set(`tabs-content-${position}`, textOf(node))
    if (!classesOf(node).includes('tabs-container')) continue
    for (const panel of node.children.filter(isElement)) {
      const name = classesOf(panel).find((word) => labels.has(word))
      if (name !== undefined) tabs.set(panel, labels.get(name)!.trim())
    }
  }
}
