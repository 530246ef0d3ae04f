import {rawText} from '../../document/plain-text.ts'
import type {Outline} from './outline.ts'
import type {PhrasingContent, Template} from '../../document/types.ts'

/** Names that could be a status: words, and no argument. */
const words = /^[\p{L}_][\p{L} _-]{0,40}$/u

/** Templates that stand at the ends of a line, where a status stands, and are none we know. */
export function unknownStatuses(children: readonly PhrasingContent[]): Template[] {
  if (!children.some(({type}) => type === 'template')) return []
  const seen = children.filter((node) => node.type === 'template' || rawText(node).trim() !== '')
  return [...new Set([seen[0], seen.at(-1)])].filter(
    (node): node is Template => node?.type === 'template' && isLikeStatus(node)
  )
}

/** Reports templates that look like a line's status. */
export function reportUnknown(outline: Outline, children: readonly PhrasingContent[]): void {
  for (const node of unknownStatuses(children)) report(outline, node)
}

/** Reports a template that opens an update and is no status we know. */
export function reportUnknownOpening(outline: Outline, children: readonly PhrasingContent[]): void {
  const first = children.find((node) => node.type === 'template' || rawText(node).trim() !== '')
  if (first?.type === 'template' && isLikeStatus(first)) report(outline, first)
}

function isLikeStatus(node: Template): boolean {
  return node.children.length === 0 && words.test(node.name) && rawText(node) === ''
}

function report(outline: Outline, node: Template): void {
  const labels = outline.options.vocabulary.statuses.map(({label}) => label)
  outline.report({
    ruleId: 'status-unknown',
    reason: `Unknown template \`{{${node.name}}}\` in the place of a status`,
    place: node.position,
    actual: `{{${node.name}}}`,
    expected: labels.map((label) => `{{${label}}}`),
    note: 'Use a known status, or add this one to `options.vocabulary.statuses`.'
  })
}
