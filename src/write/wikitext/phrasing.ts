/** How each node that stands within a line is written: a handler per type. */
import {rawText, toText} from '../../document/plain-text.ts'
import type {
  Category,
  Extension,
  File,
  Link,
  PhrasingContent,
  PhrasingContentMap,
  Status,
  TagAttribute,
  TemplateArgument,
  Tag,
  WikiLink
} from '../../document/types.ts'
import {findStatus, type Vocabulary} from '../../vocabulary/index.ts'
import {sourceOf, type Piece} from './line.ts'
import {scopes, type Scope} from './unsafe.ts'

/** What a line is made of so far, and where in it we are. */
export interface State {
  pieces: Piece[]
  scope: Scope
  vocabulary: Vocabulary
  /** Emphasis and strong that are open: they do not nest in themselves. */
  open: ReadonlySet<string>
  /** Whether line ends in templates and extension tags are kept. */
  keepsLines?: boolean
  /** How a status is spelt where that is not as its `raw` says. */
  marker?: ((status: Status) => string) | undefined
}

type Handlers = {
  [Type in keyof PhrasingContentMap]: (node: PhrasingContentMap[Type], state: State) => void
}

const handlers: Handlers = {
  text: (node, state) => addText(node.value, state),
  entity: (node, state) => addText(node.value, state),
  emphasis: (node, state) => quoted("''", node, state),
  strong: (node, state) => quoted("'''", node, state),
  link,
  wikiLink,
  file,
  category,
  template: (node, state) => call(`{{${modifierOf(node)}`, node.name, node.children, '}}', state),
  templateParameter: (node, state) => {
    const argument: TemplateArgument = {
      type: 'templateArgument',
      name: null,
      children: node.children
    }
    call('{{{', node.name, node.children.length === 0 ? [] : [argument], '}}}', state)
  },
  parserFunction: (node, state) => {
    const [first, ...rest] = node.children
    add(`{{${modifierOf(node)}${oneLine(node.name)}${first ? ':' : ''}`, state)
    if (first) addArgument(first, state)
    call('', '', rest, '}}', state)
  },
  tag,
  extension,
  comment: (node, state) => add(`<!--${oneLine(node.value).replaceAll('-->', '')}-->`, state),
  signature: (node, state) => add(oneLine(node.value), state),
  behaviorSwitch: (node, state) => add(`__${oneLine(node.name)}__`, state),
  inlineCode: (node, state) => {
    add('<code>', state)
    addText(node.value, state)
    add('</code>', state)
  },
  break: (_, state) => add('<br>', state),
  // What is left of a tag whose content was taken out of it: alone it says nothing.
  html: () => {},
  status: (node, state) => {
    add(oneLine(state.marker?.(node) ?? statusMarker(node, state.vocabulary)), state)
  }
}

/** The types of nodes that stand within a line. */
export const phrasingTypes: ReadonlySet<string> = new Set(Object.keys(handlers))

/**
 * Write nodes that stand within a line.
 *
 * @throws {Error} for a node that no handler knows, by its name.
 */
export function phrasing(nodes: readonly PhrasingContent[], state: State): void {
  for (const node of nodes) {
    if (!Object.hasOwn(handlers, node.type)) {
      throw new Error(`Cannot write a \`${node.type}\` node within a line of wikitext`)
    }
    const handle = handlers[node.type] as (node: PhrasingContent, state: State) => void
    handle(node, state)
  }
}

function add(markup: string, state: State): void {
  state.pieces.push({markup})
}

function addText(value: string, state: State): void {
  state.pieces.push({text: linesOf(value, state), scope: state.scope})
}

/** Nodes inside something that has rules of its own. */
function within(scope: Scope, nodes: readonly PhrasingContent[], state: State): void {
  phrasing(nodes, {...state, scope: (state.scope & ~scopes.term) | scope})
}

/** Line ends would end the line's construct. */
function oneLine(value: string): string {
  return value.replace(/[\r\n]+/g, ' ')
}

/** Line ends are kept where they end nothing: not within emphasis. */
function linesOf(value: string, {keepsLines = false, open}: State): string {
  return keepsLines && open.size === 0 ? value : oneLine(value)
}

/** Emphasis or strong; nothing where it would be empty or nest in itself. */
function quoted(
  quotes: string,
  node: {type: string; children: PhrasingContent[]},
  state: State
): void {
  if (state.open.has(node.type) || rawTextOf(node.children) === '') {
    return phrasing(node.children, state)
  }
  state.pieces.push({markup: quotes})
  phrasing(node.children, {...state, open: new Set([...state.open, node.type])})
  state.pieces.push({markup: quotes, closing: true, unlike: /^'/})
}

const protocol = /^(?:[a-z][a-z\d+.-]{0,20}:)?\/\/|^(?:mailto|news|sips?|sms|tel|urn|xmpp|geo):/i

/** An address as MediaWiki finds it in a text without brackets, to its last character. */
const bareAddress = /^https?:\/\/[\w%&+/=?@#$~:.,;!()*-]*[\w%&+/=@#$~*-]$/i

/**
 * `[https://example.org text]`; the text alone where MediaWiki would not take the address for one.
 */
function link(node: Link, state: State): void {
  const url = toAddress(node.url)
  if (!protocol.test(url)) return phrasing(node.children, state)
  if (toText(node.children) === url && bareAddress.test(url) && afterBlank(state)) {
    return void state.pieces.push({markup: url, unlike: /^(?![,.;:!?]{1,20}(?:\s|$))\S/})
  }
  add(`[${url}`, state)
  if (node.children.length > 0) {
    add(' ', state)
    within(scopes.linkLabel, node.children, state)
  }
  state.pieces.push({markup: ']', closing: true})
}

/** Whether an address would not be a part of the word before it. */
function afterBlank({pieces}: State): boolean {
  const last = pieces.findLast((piece) => sourceOf(piece) !== '')
  return last === undefined || /[\s(]$/.test(sourceOf(last))
}

/** An address without what would end it: blanks, brackets, quotes, doubled apostrophes, braces. */
export function toAddress(url: string): string {
  return url.replace(/[\s[\]<>"{}]|'(?=')|(?<=')'|~(?=~)|(?<=~)~/g, percentEncode)
}

function percentEncode(character: string): string {
  return encodeURIComponent(character).replace(/[^%\w]/g, (d) => {
    return `%${d.charCodeAt(0).toString(16).toUpperCase()}`
  })
}

export const illegalInTitles = /[[\]{}|<>\r\n]/
export const needsColon = /^[\s_]*(?:file|image|media|category)[\s_]*:/i

/** `[[target|text]]trail`; the text alone where no page can have that name. */
function wikiLink(node: WikiLink, state: State): void {
  const {target, children, trail} = node
  if (target.trim() === '' || illegalInTitles.test(target)) {
    return void (children.length > 0 ? phrasing(children, state) : addText(target, state))
  }
  add(`[[${needsColon.test(target) ? ':' : ''}${target}`, state)
  if (children.length > 0 && !isPlain(children, target)) {
    add('|', state)
    within(scopes.wikiLinkLabel, children, state)
  }
  state.pieces.push({markup: ']]' + trail, closing: true, unlike: /^\p{L}/u})
}

function isPlain(children: PhrasingContent[], value: string): boolean {
  return children.every((child) => child.type === 'text') && rawTextOf(children) === value
}

function rawTextOf(children: PhrasingContent[]): string {
  return rawText({type: 'root', children})
}

function file(node: File, state: State): void {
  if (illegalInTitles.test(node.target)) return
  add(['[[' + node.target, ...node.options.map(oneLine)].join('|'), state)
  if (node.children.length > 0) add('|', state)
  within(scopes.wikiLinkLabel, node.children, state)
  state.pieces.push({markup: ']]', closing: true})
}

function category(node: Category, state: State): void {
  if (illegalInTitles.test(node.target)) return
  const sortKey = node.sortKey === null ? '' : `|${oneLine(node.sortKey)}`
  add(`[[${node.target}${sortKey}]]`, state)
}

export const illegalInNames = /[{}[\]<>|\r\n]/

/** `{{name|argument|name=argument}}`; nothing where the name could not be one. */
function call(
  opening: string,
  name: string,
  argumentList: TemplateArgument[],
  closing: string,
  state: State
): void {
  if (illegalInNames.test(name)) return
  add(opening + name, state)
  for (const argument of argumentList) {
    add('|', state)
    addArgument(argument, state)
  }
  state.pieces.push({markup: closing, closing: true})
}

function modifierOf({modifier = ''}: {modifier?: string}): string {
  return oneLine(modifier)
}

function addArgument({name, children}: TemplateArgument, state: State): void {
  if (name !== null) add(`${oneLine(name)}=`, state)
  within(scopes.argument | (name === null ? scopes.positionalArgument : 0), children, state)
}

/**
 * A tag with the tags that it was written with, Markdown's `~~` as tags; its content alone where they are not of wikitext.
 */
function tag(node: Tag, state: State): void {
  const {opening, closing} = node
  const [open, close] = opening.value.startsWith('~')
    ? [`<${node.name}>`, `</${node.name}>`]
    : [opening.value, closing?.value ?? '']
  const written = open.startsWith('<')
  if (written) add(oneLine(open), state)
  for (const child of node.children) {
    if (Object.hasOwn(handlers, child.type)) phrasing([child as PhrasingContent], state)
    else addText(toText(child), state)
  }
  if (written) add(oneLine(close), state)
}

/** `<nowiki>…</nowiki>`, as it was read. */
function extension(node: Extension, state: State): void {
  const attributes = node.attributes.map(writeAttribute).join('')
  const value = linesOf(node.value, state)
  if (value.toLowerCase().includes(`</${node.name}`)) return addText(value, state)
  const end = value === '' ? '/>' : `>${value}</${node.name}>`
  add(`<${node.name}${attributes}${end}`, state)
}

function writeAttribute({name, value}: TagAttribute): string {
  if (value === null) return ` ${name}`
  return value.includes('"') ? ` ${name}='${oneLine(value)}'` : ` ${name}="${oneLine(value)}"`
}

/**
 * The marker as the page has it, where it is well-formed; else the template of the status's label.
 */
function statusMarker({raw, label, value}: Status, vocabulary: Vocabulary): string {
  return isMarkerOf(raw, value, vocabulary) ? raw : `{{${label}}}`
}

/** Whether a marker is well-formed and means a status. */
export function isMarkerOf(raw: string, value: string, vocabulary: Vocabulary): boolean {
  const name = markerName(raw)
  const found = name === undefined ? undefined : findStatus(vocabulary, name)
  return found?.value === value && !found.misspelt
}

/** The name in `{{name|…}}` or `<<name>>`; none where it is not exactly that on one line. */
export function markerName(raw: string): string | undefined {
  const inner = raw.slice(2, -2)
  if (illegalInNames.test(inner.replaceAll('|', ''))) return undefined
  if (raw.startsWith('<<') && raw.endsWith('>>')) return inner.includes('|') ? undefined : inner
  return raw.startsWith('{{') && raw.endsWith('}}') ? inner.split('|', 1)[0] : undefined
}
