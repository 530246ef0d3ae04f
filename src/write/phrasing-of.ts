import type {PhrasingContent} from '../document/types.ts'

/** What holds others that stand on lines of their own. */
const flowParents = new Set([
  ...['list', 'listItem', 'definitionList', 'definitionTerm', 'definitionDescription', 'tab'],
  ...['table', 'tableRow', 'tableCell', 'tableCaption']
])

const lines = new Set(['paragraph', 'heading', 'title', 'preformatted'])

/** What some content says as one line, with a text between its own lines. */
export function phrasingOf(node: {type: string}, between = ' '): PhrasingContent[] {
  const {children = []} = node as {children?: {type: string}[]}
  if (lines.has(node.type)) return children as PhrasingContent[]
  if (node.type === 'thematicBreak' || node.type === 'redirect') return []
  if (!flowParents.has(node.type)) return [node as PhrasingContent]
  return children
    .map((child) => phrasingOf(child))
    .filter((line) => line.length > 0)
    .flatMap((line, at) => (at === 0 ? line : [{type: 'text', value: between}, ...line]))
}
