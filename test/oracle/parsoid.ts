/**
 * What Parsoid, MediaWiki's own parser for tools, says stands where on a page.
 *
 * Parsoid notes for each element of its HTML which stretch of the page it comes from, its *dsr*:
 *
 * ```markdown
 * | * a '''b'''
 *   ^^^^^^^^^^^   <li id="mwBQ">    "mwBQ": {"dsr": [0, 11, 1, 0]}
 *       ^^^^^^^   <b id="mwBg">     "mwBg": {"dsr": [4, 11, 3, 3]}
 * ```
 *
 * @see https://www.mediawiki.org/wiki/Specs/HTML and `DomSourceRange` in Parsoid
 */
import type {Element, Nodes} from 'hast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import type {Construct, Range} from './ranges.ts'
import {asSaved} from './saved.ts'
import {pageBundle} from './wiki.ts'

/** What Parsoid says of a page. */
export interface ParsoidPage {
  ranges: Range[]
  /** What Parsoid does not look into: templates, extensions, and what it cannot tell apart from them. */
  opaque: Range[]
}

/** Parsoid's notes on an element, as far as they are looked at here. */
interface Notes {
  dsr?: (number | null)[]
  /** `html` for what is written as a tag, `magiclink` for words that are a link by themselves. */
  stx?: string
  /** The behaviour switch that a `meta` stands for. */
  magicSrc?: string
  /** Whether the page lacks the tag that opens or closes it. */
  autoInsertedStart?: boolean
  autoInsertedEnd?: boolean
}

/** The way through Parsoid's HTML. */
interface Walk extends ParsoidPage {
  notes: Record<string, Notes>
  original: (offset: number) => number
  /** The ids that were met: reading HTML can split an element in two, as it does `<a>` within `<a>`. */
  seen: Set<string>
  /** What the elements say that a template or extension made. */
  made: Set<unknown>
}

/** Asks Parsoid where things stand on a page; offsets are into the page as given. */
export async function parsoidPage(page: string): Promise<ParsoidPage> {
  const {text, original} = asSaved(page)
  const {html, parsoid} = await pageBundle(text)
  const walk: Walk = {
    ranges: [],
    opaque: [],
    notes: parsoid.ids,
    original,
    seen: new Set(),
    made: new Set()
  }
  enter(walk, unified().use(rehypeParse).parse(html), '')
  return {ranges: walk.ranges, opaque: walk.opaque}
}

/** Enter a node in a list, `ol` or `ul`: elements of running text may stand between it and its items. */
function enter(walk: Walk, node: Nodes, list: string): void {
  if (node.type === 'element' && !element(walk, node, list)) return
  const inner = node.type === 'element' && /^[ou]l$/.test(node.tagName) ? node.tagName : list
  if ('children' in node) for (const child of node.children) enter(walk, child, inner)
}

/** Add an element's range; whether what is in it comes from the page, too. */
function element(walk: Walk, element: Element, list: string): boolean {
  const {about, id} = element.properties
  if (about !== undefined && walk.made.has(about)) return false
  const isMade = hasType(element, made) || String(element.properties['property']).startsWith('mw:')
  if (isMade && about !== undefined) walk.made.add(about)
  if (typeof id === 'string' && !walk.seen.has(id)) {
    walk.seen.add(id)
    place(walk, element, list, walk.notes[id] ?? {}, isMade)
  }
  return !isMade
}

function place(walk: Walk, element: Element, list: string, notes: Notes, isMade: boolean): void {
  const construct = constructOf(element, list, notes)
  const [start, end] = notes.dsr ?? []
  if (!construct || typeof start !== 'number' || typeof end !== 'number' || end <= start) return
  const range = {construct, start: walk.original(start), end: walk.original(end)}
  if (isMade) walk.opaque.push(range)
  if (!isMixed(element)) walk.ranges.push(range)
}

/**
 * What a program made, so that its elements say nothing of the page; also files without a frame, whose
 * captions become attributes, and what only shows where the page is transcluded.
 */
const made = /^mw:(?:Transclusion|Param|Extension|File$|Includes\/IncludeOnly$)/

/** What an element stands for by its `typeof`. */
const byType: readonly (readonly [RegExp, Construct])[] = [
  [/^mw:(?:Transclusion|Param)/, 'template'],
  [/^mw:(?:Extension|Nowiki)/, 'extension'],
  [/^mw:File/, 'file'],
  [/^mw:Entity/, 'entity'],
  [/^mw:Includes\/IncludeOnly$/, 'tag']
]

/** What an element stands for by its `rel` or `property`. */
const byRelation = new Map<string, Construct>([
  ['mw:WikiLink', 'wikiLink'],
  ['mw:WikiLink/Interwiki', 'wikiLink'],
  ['mw:ExtLink', 'link'],
  ['mw:MediaLink', 'file'],
  ['mw:PageProp/categorydefaultsort', 'template'],
  ['mw:PageProp/displaytitle', 'template'],
  ['mw:PageProp/Category', 'category']
])

/** What an element stands for by its name, where no tag of that name is on the page. */
const byName = new Map<string, Construct>([
  ['h1', 'heading1'],
  ['h2', 'heading2'],
  ['h3', 'heading3'],
  ['h4', 'heading4'],
  ['h5', 'heading5'],
  ['h6', 'heading6'],
  ['dt', 'term'],
  ['dd', 'description'],
  ['table', 'table'],
  ['caption', 'caption'],
  ['tr', 'row'],
  ['td', 'cell'],
  ['th', 'header'],
  ['hr', 'rule'],
  ['pre', 'preformatted'],
  ['b', 'strong'],
  ['i', 'emphasis']
])

function constructOf(element: Element, list: string, notes: Notes): Construct | undefined {
  const {tagName, properties} = element
  const special = byType.find(([type]) => hasType(element, type))
  if (special) return special[1]
  if (notes.stx === 'html') return htmlTag(notes)
  if (notes.stx === 'magiclink') return 'magicLink'
  const relations = [properties['rel'], properties['property']].flat().map(String)
  const relation = relations.find((name) => byRelation.has(name))
  if (relation) return byRelation.get(relation)
  if (tagName === 'meta') return notes.magicSrc ? 'behaviorSwitch' : undefined
  if (tagName === 'li') return list === 'ol' ? 'numberedItem' : 'bulletedItem'
  return byName.get(tagName)
}

/** A tag whose end or start is missing has no range to speak of. */
function htmlTag({autoInsertedStart, autoInsertedEnd}: Notes): Construct | undefined {
  return autoInsertedStart || autoInsertedEnd ? undefined : 'tag'
}

/** Whether one of an element's types is as `pattern` has it. */
function hasType(element: Element, pattern: RegExp): boolean {
  return String(element.properties['typeof'] ?? '')
    .split(/\s+/)
    .some((type) => pattern.test(type))
}

/** Whether an element stands for several calls, or for calls with what stands between them. */
function isMixed(element: Element): boolean {
  const data = element.properties['dataMw']
  if (typeof data !== 'string') return false
  const {parts} = JSON.parse(data) as {parts?: unknown[]}
  return parts !== undefined && parts.length !== 1
}
