/**
 * How the words of a text are set apart: a set of styles for each character of the flattened line. Plan JSON does not
 * tell it, and Markdown does.
 *
 * ```markdown
 * | Wind ''the '''old''' clocks''
 *   00000  1111   333   111111
 * ```
 */
import {compare} from './compare.ts'
import {toAtoms} from './atoms.ts'
import {isWrapper, read, type Span} from './reading.ts'
import {flatten, slice} from '../../../document/phrasing.ts'
import {rawText} from '../../../document/plain-text.ts'
import {isStruck} from '../../../syntax/statuses.ts'
import type {PhrasingContent} from '../../../document/types.ts'

/** A set of styles, a bit for each. */
export type Styles = number

/** The style that a node gives to its text; no other tag has one in Markdown. */
export function styleOf(node: {type: string; name?: unknown}): Styles {
  if (node.type === 'tag') return isStruck(String(node.name)) ? 4 : 0
  return node.type === 'emphasis'
    ? 1
    : node.type === 'strong'
      ? 2
      : node.type === 'inlineCode'
        ? 8
        : 0
}

/** The styles of each character of a flattened line. */
export function stylesOf(nodes: readonly PhrasingContent[], around: Styles = 0): Styles[] {
  return nodes.flatMap((node) => {
    const styles = around | styleOf(node)
    if (isWrapper(node)) return stylesOf(node.children as PhrasingContent[], styles)
    if (node.type === 'status') return [0]
    return new Array<Styles>(rawText(node).length).fill(styles)
  })
}

/** The styles that all words of a text have. */
export function commonStyles({text}: {text: string}, styles: readonly Styles[]): Styles {
  const words = styles.filter((_, at) => text.charAt(at).trim() !== '')
  return words.length === 0 ? 0 : words.reduce((common, own) => common & own)
}

/** The styles of a part of a text, as a key: where it has several, each with its place. */
export function styleKey({from, to}: Span, styles: readonly Styles[]): string {
  const changes = styles
    .slice(from, to)
    .map((own, at) => (at === 0 || own !== styles[from + at - 1] ? `${at}:${own}` : ''))
  return changes.join('')
}

/** Whether words that stay are set apart in another way, or some are new beside others that are set apart. */
export function isRestyled(
  before: readonly PhrasingContent[],
  after: readonly PhrasingContent[]
): boolean {
  const styles = [stylesOf(before), stylesOf(after)] as const
  if (!styles.some((list) => list.some((own) => own > 0))) return false
  const [was, is] = [toAtoms(read(before), []), toAtoms(read(after), [])]
  const partner = new Map(
    compare(
      was.map(({key}) => key),
      is.map(({key}) => key)
    ).map(([from, to]) => [to, was[from]!])
  )
  return is.some((atom, at) => {
    if (atom.kind === 'blank') return false
    const old = partner.get(at)
    return !old || styleKey(atom, styles[1]) !== styleKey(old, styles[0])
  })
}

/**
 * The nodes between two offsets, set apart as they are; blanks at the ends of what is set apart stand outside.
 *
 * @param around Styles of the place that the nodes are for.
 */
export function styledSlice(
  nodes: readonly PhrasingContent[],
  from: number,
  to: number,
  around: Styles
): PhrasingContent[] {
  let at = 0
  return nodes.flatMap((node): PhrasingContent[] => {
    const length = flatten([node]).length
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, length)]
    at += length
    if (start >= end) return []
    if (!isWrapper(node)) return slice([node], start, end)
    const style = styleOf(node)
    const children = styledSlice(node.children as PhrasingContent[], start, end, around | style)
    if (style === 0 || (around & style) > 0) return children
    const line = flatten(children)
    const open = line.length - line.trimStart().length
    const close = Math.max(line.trimEnd().length, open)
    const inner = {...node, children: slice(children, open, close)} as PhrasingContent
    return [
      ...slice(children, 0, open),
      ...(open < close ? [inner] : []),
      ...slice(children, close, line.length)
    ]
  })
}
