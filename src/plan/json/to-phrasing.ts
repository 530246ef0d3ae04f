/**
 * Plain text with its links and statuses beside it, as phrasing content with them in place.
 */
import type {LinkJson} from './types.ts'
import type {PhrasingContent, Status} from '../../document/types.ts'

/** A node and the range of the text that it stands for. */
interface Piece {
  start: number
  end: number
  node: PhrasingContent
}

/** A text whose links stand where their texts do. */
export function toPhrasing(text: string, links: readonly LinkJson[] = []): PhrasingContent[] {
  return assemble(text, findLinks(text, links))
}

/**
 * An update's text. Its markers are all in `statuses`, in order: the last ones stand where their labels
 * do, the first ones, whose labels the text does not have, open it: a text never opens with a marker's label.
 */
export function toUpdatePhrasing(
  text: string,
  statuses: readonly Status[],
  links: readonly LinkJson[]
): PhrasingContent[] {
  const pieces = findLinks(text, links)
  let end = text.length
  let count = statuses.length
  while (count > 0) {
    const node = statuses[count - 1]!
    const start = lastLabel(text, node.label, end, pieces)
    if (start <= 0) break
    pieces.push({start, end: start + node.label.length, node})
    end = start
    count--
  }
  pieces.sort((a, b) => a.start - b.start)
  const opening = statuses
    .slice(0, count)
    .flatMap((status): PhrasingContent[] => [status, {type: 'text', value: ' '}])
  return [...opening, ...assemble(text, pieces)]
}

/** Where a label stands last before an offset and in no link; -1 where it does not. */
function lastLabel(text: string, label: string, before: number, links: readonly Piece[]): number {
  for (let end = before; end >= label.length;) {
    const start = text.lastIndexOf(label, end - label.length)
    const link = links.find((piece) => start < piece.end && start + label.length > piece.start)
    if (start < 0 || !link) return start
    end = link.start
  }
  return -1
}

/** Links in the order of their texts; one whose text is gone from the sentence is gone with it. */
function findLinks(text: string, links: readonly LinkJson[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const link of links) {
    const start = text.indexOf(link.text, at)
    const node = start < 0 ? undefined : toNode(link)
    if (!node) continue
    at = start + link.text.length
    pieces.push({start, end: at, node})
  }
  return pieces
}

/** `undefined` for a bare task word, which is a link as it stands. */
function toNode({kind, target, text}: LinkJson): PhrasingContent | undefined {
  const children: PhrasingContent[] = text === '' ? [] : [{type: 'text', value: text}]
  if (kind === 'external') return {type: 'link', url: target, children}
  if (kind === 'wiki')
    return {type: 'wikiLink', target, trail: '', children: text === target ? [] : children}
  return text === target
    ? undefined
    : {type: 'wikiLink', target: `phab:${target}`, trail: '', children}
}

function assemble(text: string, pieces: readonly Piece[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let at = 0
  for (const {start, end, node} of pieces) {
    if (start > at) nodes.push({type: 'text', value: text.slice(at, start)})
    nodes.push(node)
    at = end
  }
  if (at < text.length) nodes.push({type: 'text', value: text.slice(at)})
  return nodes
}
