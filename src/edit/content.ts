/** The texts that edits are given. */
import {flatten} from '../document/phrasing.ts'
import {wrong} from '../vocabulary/check.ts'
import {text} from '../write/builders.ts'
import {tidy} from '../write/tidy.ts'
import type {PhrasingContent} from '../document/types.ts'

/** A text: plain, where no character is markup, or as nodes (links, statuses). */
export type Content = string | readonly PhrasingContent[]

/** What {@link Content} must be, for an error. */
export const wantedContent = 'a text or an array of phrasing nodes'

/** Whether a value is a text or nodes. */
export function isContent(value: unknown): value is Content {
  return typeof value === 'string' || (Array.isArray(value) && value.every(isNode))
}

function isNode(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  )
}

/**
 * A text as nodes; none where it is blank.
 *
 * @param name What the text is, for the error.
 * @throws {TypeError} where it is no text.
 */
export function toContent(content: Content, name: string): PhrasingContent[] {
  if (!isContent(content)) throw wrong(name, wantedContent, content)
  return typeof content === 'string' ? tidy([text(content)]) : [...content]
}

/** @throws {TypeError} where it is no text, or shows nothing. */
export function toSomeContent(content: Content, name: string): PhrasingContent[] {
  const nodes = toContent(content, name)
  if (flatten(nodes).trim() === '') throw wrong(name, 'a text that is not blank', content)
  return nodes
}
