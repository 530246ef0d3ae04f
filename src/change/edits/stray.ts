/** What an edited plan has beside the plan: no edit can put it into a page. */
import {toText} from '../../document/plain-text.ts'
import {childType, model, type Kind} from '../../plan/model.ts'
import {sourceInMarkdown} from '../../plan/source.ts'
import {readHeading} from '../../plan/recognize/headings.ts'
import type {EditProblem} from '../edit-error.ts'
import type {Plan} from '../../plan/types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** Anything of a plan's tree. */
interface AnyNode {
  type: string
  id?: string
  heading?: string | null
  value?: unknown
  children?: AnyNode[]
}

/** A text beside the plan. */
interface BesideText {
  /** The nearest id. */
  id: string | null
  text: string
  node: AnyNode
  parent: AnyNode
}

/** Texts beside the plan that the page did not have: a paragraph that somebody wrote into its Markdown. */
export function strayTexts(before: Plan, after: Plan, vocabulary: Vocabulary): EditProblem[] {
  const counts = new Map<string, number>()
  for (const {text} of textsIn(before)) counts.set(text, (counts.get(text) ?? 0) + 1)
  const fresh = textsIn(after).filter(({text}) => {
    const count = counts.get(text) ?? 0
    counts.set(text, count - 1)
    return count <= 0
  })
  return fresh
    .filter(({node, parent, text}) => !isHeadingOf(parent, node, text, vocabulary))
    .map(({id, text}) => ({
      id,
      reason: `the text ${JSON.stringify(text)} is no part of the plan, and nothing else on a page can be edited so`
    }))
}

const kinds = Object.keys(model) as Kind[]

/** What has others in it. */
const parents = new Set<string>(
  kinds.filter((kind) => model[kind].order.length > 0 || kind === 'field')
)

/** What the model's comparing finds: things, and what they say of themselves. */
const compared = new Set([
  ...kinds.map(childType),
  ...['title', 'label', 'value', 'status', 'stretch', 'code', 'remark', 'date']
])

function textsIn(parent: AnyNode, id: string | null = null): BesideText[] {
  const own = parent.id || id
  return (parent.children ?? []).flatMap((node): BesideText[] => {
    if (parents.has(node.type)) return textsIn(node, own)
    const text = compared.has(node.type) ? '' : toText(node) || markOf(node)
    return text === '' ? [] : [{id: own, text, node, parent}]
  })
}

/** What a node without a text is written as: a rule, a tag, a comment; but for what says where the Markdown is from. */
function markOf({type, value}: AnyNode): string {
  if (type === 'thematicBreak') return '---'
  const isOurs = typeof value !== 'string' || sourceInMarkdown(value) !== null
  return isOurs || (type !== 'html' && type !== 'comment') ? '' : value
}

/** Whether a heading says what its parent is called, or what of the plan stands below it. */
function isHeadingOf(
  {type, heading}: AnyNode,
  node: AnyNode,
  text: string,
  vocabulary: Vocabulary
): boolean {
  if (node.type !== 'heading') return false
  return type === 'period' || text === heading || readHeading(text, vocabulary) !== undefined
}
