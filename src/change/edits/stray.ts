/** What an edited plan has beside the plan: no edit can put it into a page. */
import {collapse, toText} from '../../document/plain-text.ts'
import {childType, model, type Kind} from '../../plan/model.ts'
import {sourceInMarkdown} from '../../plan/source.ts'
import {readHeading} from '../../plan/recognize/headings.ts'
import type {EditProblem} from '../edit-error.ts'
import type {Position} from '../../document/types.ts'
import type {Plan} from '../../plan/types.ts'
import type {Vocabulary} from '../../vocabulary/index.ts'

/** Anything of a plan's tree. */
interface AnyNode {
  type: string
  id?: string
  heading?: string | null
  value?: unknown
  position?: Position | undefined
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
  return onlyIn(after, before, vocabulary).map(toProblem)
}

/**
 * Texts beside the plan that were shown and are gone, though what they stood in is not.
 *
 * @param ids what is still there
 */
export function lostTexts(
  shown: Plan,
  edited: Plan,
  vocabulary: Vocabulary,
  ids: ReadonlySet<string>
): EditProblem[] {
  return onlyIn(shown, edited, vocabulary)
    .filter(({id}) => id === null || ids.has(id))
    .map(toProblem)
}

function toProblem({id, text}: BesideText): EditProblem {
  return {
    id,
    reason: `the text ${JSON.stringify(text)} is no part of the plan, and nothing else on a page can be edited so`
  }
}

/** Texts that one plan has beside it, and another has not. */
function onlyIn(plan: Plan, other: Plan, vocabulary: Vocabulary): BesideText[] {
  const counts = new Map<string, number>()
  for (const {text} of textsIn(other)) counts.set(text, (counts.get(text) ?? 0) + 1)
  return textsIn(plan).filter(({node, parent, text}) => {
    const count = counts.get(text) ?? 0
    counts.set(text, count - 1)
    return count <= 0 && !isHeadingOf(parent, node, text, vocabulary)
  })
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
  const texts: BesideText[] = []
  let last: AnyNode | undefined
  for (const node of parent.children ?? []) {
    const before = last
    last = node
    if (parents.has(node.type)) {
      texts.push(...textsIn(node, own))
      continue
    }
    const text = compared.has(node.type) ? '' : toText(node) || markOf(node)
    // Where a formatter ends the lines of a paragraph says nothing.
    if (text !== '' && before && areLines(before, node)) texts.at(-1)!.text += ` ${text}`
    else if (text !== '') texts.push({id: own, text, node, parent})
  }
  return texts
}

/** Whether two nodes are lines of one paragraph. */
function areLines(a: AnyNode, b: AnyNode): boolean {
  if (a.type !== 'paragraph' || b.type !== 'paragraph' || !a.position) return false
  return a.position.end.line + 1 === b.position?.start.line && toText(a) !== ''
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
  // In a table, each row may say it.
  if (node.type === 'tableCell') return collapse(text) === heading
  if (node.type !== 'heading') return false
  return type === 'period' || text === heading || readHeading(text, vocabulary) !== undefined
}
