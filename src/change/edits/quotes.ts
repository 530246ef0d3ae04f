/** The apostrophes around a text. */
import type {PhrasingContent} from '../../document/types.ts'

/** The apostrophes that end what a line opens with: `'''` of `* '''`. */
export function quotesOf(open: string): string {
  return /'*$/.exec(open)![0]
}

/** What is bold or italic by so many apostrophes. */
const wrappers = new Map<number, readonly string[]>([
  [2, ['emphasis']],
  [3, ['strong']],
  [5, ['strong', 'emphasis']]
])

/** Content for a line that is bold or italic as a whole: it is so no second time. */
export function withoutQuotes(nodes: readonly PhrasingContent[], open: string): PhrasingContent[] {
  const types = wrappers.get(quotesOf(open).length) ?? []
  return nodes.flatMap((node) => {
    const isWrapper =
      (node.type === 'strong' || node.type === 'emphasis') && types.includes(node.type)
    return isWrapper ? withoutQuotes(node.children, open) : [node]
  })
}
