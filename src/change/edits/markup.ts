/**
 * What Markdown shows of a text beside its words, links and statuses: plan JSON does not tell it, and so comparing plans
 * does not find it.
 *
 * ```markdown
 * | - Ask the *mussels* [T1](https://tasks.example/T1) `{{gone}}`
 *             ^^^^^^^^^       ^^^^^^^^^^^^^^^^^^^^^^^^    ^^^^^^^^
 * ```
 */
import {isSameData} from './same-data.ts'
import {toText} from '../../document/plain-text.ts'
import type {EditProblem} from '../edit-error.ts'
import type {Entity} from '../entities.ts'

/** Anything within a line. */
interface AnyNode {
  type: string
  value?: unknown
  children?: AnyNode[]
  position?: unknown
}

/** Words with other markup, where the words are as they were: such an edit changes nothing of the plan. */
export function changedMarkup(
  edited: Entity,
  beforeOf: ReadonlyMap<Entity, Entity>
): EditProblem[] {
  const was = beforeOf.get(edited)
  const isSame =
    !was ||
    !isSameData(was.facts, edited.facts) ||
    isSameData(markupOf(was.content), markupOf(edited.content))
  const reason =
    'its words are as they were and its markup is not: only what the plan says can be edited so'
  return [
    ...(isSame ? [] : [{id: edited.id, reason}]),
    ...edited.children.flatMap((child) => changedMarkup(child, beforeOf))
  ]
}

/** What an edit put beside the words of things, and the page does not show. */
export function lostMarkup(edited: Entity, actual: Entity): EditProblem[] {
  const shown = new Set(markupOf(actual.content).map((markup) => JSON.stringify(markup)))
  const lost = markupOf(edited.content)
    .filter(([type]) => !isStyle(type))
    .map((markup) => JSON.stringify(markup))
    .filter((markup) => !shown.has(markup))
  return [
    ...lost.map((markup) => ({id: edited.id, reason: `the page would not show ${markup}`})),
    ...edited.children.flatMap((child, at) => lostMarkup(child, actual.children[at]!))
  ]
}

/** What says nothing that words do not say, and what they have in other ways. */
const silent = new Set(['text', 'entity', 'status', 'break', 'wikiLink'])

/** What style a text has is as its words on the page have it. */
function isStyle(type: unknown): boolean {
  return type === 'emphasis' || type === 'strong' || type === 'inlineCode'
}

/** What keeps two marks of Markdown apart (`<!---->`), or is a status that the item's check box overrules. */
function isApart({type, value}: AnyNode): boolean {
  return (type === 'comment' && value === '') || (type === 'html' && String(value).startsWith('`'))
}

function markupOf(nodes: readonly AnyNode[]): unknown[][] {
  return nodes.flatMap((node): unknown[][] => {
    if (silent.has(node.type) || isApart(node)) return []
    const {type, children = [], position, ...rest} = node
    const own = isStyle(type) ? [type, toText(node)] : [type, ...Object.values(rest)]
    return [own, ...markupOf(children)]
  })
}
