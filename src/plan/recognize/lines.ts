/**
 * Lines: a paragraph falls into them, and markup around a whole line says how it is meant.
 */
import {firstShown, flatten, splitAt, trimNodes} from '../../document/phrasing.ts'
import {rawText} from '../../document/plain-text.ts'
import type {Paragraph, PhrasingContent} from '../../document/types.ts'

/** How a line is marked up. */
export type LineForm = 'plain' | 'strong' | 'emphasis' | 'term' | 'indented'

/** The lines of a paragraph; bold and italic never go over a line's end. */
export function splitLines(node: Paragraph): PhrasingContent[][] {
  const ends = lineEnds(node.children)
  if (ends.length === 0) return [node.children]
  return splitAt(node.children, ends)
    .map(trimNodes)
    .filter((children) => children.length > 0)
}

/**
 * A line cut at its `<br>`, where each part has a label of its own.
 *
 * ```markdown
 * | '''Goal Owner''': Ada<br>'''Program Manager''': Bo
 *   ^^^^^^^^^^^^^^^^^^^^^    ^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
export function splitLabelled(children: PhrasingContent[]): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]]
  for (const node of children) {
    if (isBreak(node)) parts.push([node], [])
    else parts.at(-1)!.push(node)
  }
  const isCut = parts.length > 1 && parts.every((part, at) => at % 2 === 1 || hasLabel(part))
  return isCut ? parts.map(trimNodes) : [children]
}

export function isBreak(node: PhrasingContent): boolean {
  return node.type === 'tag' && node.name === 'br'
}

/** Whether a line opens with something bold or italic, and has a colon in it or behind it. */
function hasLabel(line: PhrasingContent[]): boolean {
  const first = firstShown(line)
  const isMarked = first?.type === 'strong' || first?.type === 'emphasis'
  return isMarked && flatten(line).includes(':')
}

/** Where the lines of flattened content end: after each line end of a text that is not within a tag. */
function lineEnds(nodes: readonly PhrasingContent[]): number[] {
  const ends: number[] = []
  let at = 0
  for (const node of nodes) {
    if (node.type === 'text') {
      for (const match of node.value.matchAll(/\r\n|\r|\n/g))
        ends.push(at + match.index + match[0].length)
    }
    at += flatten([node]).length
  }
  return ends
}

/** Markup around a whole line: how it is marked up, and the content within. */
export function unwrap(children: PhrasingContent[]): {form: LineForm; children: PhrasingContent[]} {
  let form: LineForm = 'plain'
  let inner = children
  for (;;) {
    const wrapper = onlyWrapper(inner)
    if (!wrapper) return {form, children: inner}
    const wrapped = formOf(wrapper)
    if (form !== 'strong' && wrapped !== 'plain') form = wrapped
    const at = inner.indexOf(wrapper)
    inner = [
      ...inner.slice(0, at),
      ...(wrapper.children as PhrasingContent[]),
      ...inner.slice(at + 1)
    ]
  }
}

type Wrapper = Extract<PhrasingContent, {type: 'strong' | 'emphasis' | 'tag'}>

/**
 * The one node that holds a line's words; statuses, colons, brackets, comments and tags with nothing in them (anchors,
 * `includeonly`) may stand around it.
 */
function onlyWrapper(nodes: readonly PhrasingContent[]): Wrapper | undefined {
  let wrapper: Wrapper | undefined
  let isLabel = false
  for (const node of nodes) {
    if (node.type === 'status' || node.type === 'comment') continue
    const isTag = node.type === 'tag'
    if (isTag && node.name !== 'br' && node.children.length === 0) continue
    const text = isTag ? '' : rawText(node)
    if (!isTag && /^[\s:.,()[\]–—-]*$/.test(text)) {
      // `'''ETA''': –` is a label, and what it says.
      if (wrapper && (isLabel ? /\S/ : /^\s*:\s*\S/).test(text)) return undefined
      isLabel ||= wrapper !== undefined && /^\s*:/.test(text)
      continue
    }
    if (wrapper || !(isTag || node.type === 'strong' || node.type === 'emphasis')) return undefined
    if (node.children.length === 0) return undefined
    wrapper = node
  }
  return wrapper
}

const tagForms = new Map<string, LineForm>([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis']
])

function formOf(node: Wrapper): LineForm {
  if (node.type === 'tag') return tagForms.get(node.name) ?? 'plain'
  return node.type
}
