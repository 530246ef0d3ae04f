import type {Node, PhrasingContent} from '../document/types.ts'

/**
 * A line's content, ready to be written elsewhere: a copy without positions, where runs of blanks
 * and line ends are one space and there is none at either end. No-break spaces are kept.
 */
export function tidy(children: PhrasingContent[]): PhrasingContent[] {
  return trimEnd(trimStart(children.map((child) => clean(child))))
}

/** Where blanks and line ends mean something. */
const verbatim = new Set(['preformatted', 'templateArgument'])

/** A copy without positions, where runs of blanks and line ends are one space. */
export function clean<Type extends Node>(node: Type, isVerbatim = verbatim.has(node.type)): Type {
  const {position, ...copy} = node
  if ('children' in copy && Array.isArray(copy.children)) {
    const children = copy.children.map((child: Node) =>
      clean(child, isVerbatim || verbatim.has(child.type))
    )
    return {...copy, children} as unknown as Type
  }
  if (!isVerbatim && copy.type === 'text' && 'value' in copy) {
    return {...copy, value: String(copy.value).replace(/[ \t\r\n\f\v]+/g, ' ')} as unknown as Type
  }
  return copy as unknown as Type
}

function trimStart(children: PhrasingContent[]): PhrasingContent[] {
  const [head, ...rest] = children
  if (head?.type !== 'text') return children
  const value = head.value.trimStart()
  return value === '' ? trimStart(rest) : [{...head, value}, ...rest]
}

function trimEnd(children: PhrasingContent[]): PhrasingContent[] {
  const tail = children.at(-1)
  if (tail?.type !== 'text') return children
  const value = tail.value.trimEnd()
  const rest = children.slice(0, -1)
  return value === '' ? trimEnd(rest) : [...rest, {...tail, value}]
}
