/**
 * What the preprocessor of MediaWiki's own parser says stands where on a page.
 *
 * Its tree is XML that holds all of the page's text but some marks. Writing these in their places gives the page again,
 * and the place of each element:
 *
 * ```markdown
 * | <template><title>a</title><part><name>b</name><equals>=</equals><value>c</value></part></template>
 *   {{               a        |           b               =                c               }}
 * ```
 *
 * @see `Preprocessor_Hash` in MediaWiki
 */
import {asSaved} from './saved.ts'
import {preprocessorXml} from './wiki.ts'

/** The marks that elements stand for: what is written where one starts and where it ends. */
const marks = new Map([
  ['template', ['{{', '}}']],
  ['tplarg', ['{{{', '}}}']],
  ['part', ['|', '']],
  ['ext', ['<', '']],
  ['inner', ['>', '']]
])

/** An element of the XML; `start` and `end` are places in the page. */
interface Element {
  name: string
  attributes: string
  start: number
  end: number
  children: Element[]
}

const token = /<(\/?)([a-z-]+)([^>]*?)(\/?)>|[^<]+/g

/** What the preprocessor sees, as `template 4-11`; offsets are into the page as given. */
export async function parseTreeRanges(page: string): Promise<string[]> {
  const {text, original} = asSaved(page)
  if (text === '') return []
  const {root, written} = read(await preprocessorXml(text))
  if (written !== text) throw new Error(`The wiki's tree is of ${JSON.stringify(written)}`)
  return rangesIn(root, text).map(
    ({kind, start, end}) => `${kind} ${original(start)}-${original(end)}`
  )
}

/** Reads the XML, and writes the page that it is of. */
function read(xml: string): {root: Element; written: string} {
  const top: Element = {name: '', attributes: '', start: 0, end: 0, children: []}
  const open = [top]
  let written = ''
  const close = () => {
    const element = open.pop()!
    if (element.name === 'ext' && !element.children.some(({name}) => name === 'inner'))
      written += '/>'
    written += marks.get(element.name)?.[1] ?? ''
    element.end = written.length
  }
  for (const [text, isEnd, name = '', attributes = '', isEmpty] of xml.matchAll(token)) {
    if (!name) written += decode(text)
    else if (isEnd) close()
    else {
      const element = {name, attributes, start: written.length, end: 0, children: []}
      written += marks.get(name)?.[0] ?? ''
      if (name === 'part') element.start++
      open.at(-1)!.children.push(element)
      open.push(element)
      if (isEmpty) close()
    }
  }
  return {root: top.children[0]!, written}
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#039;', "'")
    .replaceAll('&amp;', '&')
}

/** A construct in the page. */
interface Found {
  kind: string
  start: number
  end: number
}

function rangesIn(element: Element, text: string, isInCall = false): Found[] {
  const {name, start, end, children} = element
  const inner = (isInner: boolean) => children.flatMap((child) => rangesIn(child, text, isInner))
  switch (name) {
    case 'template':
      return isCall(element, text)
        ? [{kind: 'template', start, end}, ...argumentsIn(element, text), ...inner(true)]
        : inner(isInCall)
    case 'tplarg':
      return [{kind: 'parameter', start, end}, ...inner(true)]
    case 'ext':
      return [{kind: 'extension', start, end}]
    case 'ignore':
      return [{kind: 'ignore', start, end}]
    case 'comment':
      return [trimmed({kind: 'comment', start, end}, text)]
    case 'h':
    case 'possible-h':
      return isInCall ? inner(true) : [heading(element, text), ...inner(false)]
    default:
      return inner(isInCall)
  }
}

/** Parser functions that pages of tests call; what stands behind their colon need not be a title. */
const functions = /^\s*(?:(?:safe)?subst:\s*)?(?:#[\w-]+|lc|displaytitle):/i

/** Whether a title can be one; where it cannot, the page shows the braces as they are. */
function isCall({children: [title]}: Element, text: string): boolean {
  const name = shown(title!, text)
  return functions.test(name) || /^(?!:+$)[^{}[\]<>\n]+$/.test(name.trim())
}

/** The text of an element as far as it is known: an `x` for each call in it, and no comments. */
function shown({start, end, children}: Element, text: string): string {
  let value = ''
  let at = start
  for (const child of children) {
    value += text.slice(at, child.start)
    if (child.name === 'template' || child.name === 'tplarg') value += 'x'
    // What an extension or a heading leaves is not allowed in a title.
    if (/^(?:ext|h|possible-h)$/.test(child.name)) value += '<>'
    at = child.end
  }
  return value + text.slice(at, end)
}

/** The arguments of a call, and their names where it is no parser function's. */
function argumentsIn({children: [title, ...parts]}: Element, text: string): Found[] {
  const isFunction = functions.test(shown(title!, text))
  return parts.flatMap(({start, end, children: [name]}) => {
    const argument = {kind: 'argument', start, end}
    if (isFunction || name!.attributes) return [argument]
    return [argument, {kind: 'argumentName', start: name!.start, end: name!.end}]
  })
}

/** A comment alone on its line has the line with it. */
function trimmed({kind, start, end}: Found, text: string): Found {
  const from = text.indexOf('<!--', start)
  const to = text.indexOf('-->', from + 4)
  return {kind, start: from, end: to < 0 ? end : to + 3}
}

/** A heading has the blank space and comments behind it. */
function heading({attributes, start, end, children}: Element, text: string): Found {
  const level = /level="(\d)"/.exec(attributes)![1]
  let last = children.length
  let to = end
  for (;;) {
    while (/[ \t]/.test(text.charAt(to - 1))) to--
    const child = children[last - 1]
    if (child?.name !== 'comment' || child.end !== to) break
    to = child.start
    last--
  }
  return {kind: `heading${level}`, start, end: to}
}
