/** The texts that edits are given. */
import {withChild} from './place.ts'
import {childOf} from '../document/children.ts'
import {flatten} from '../document/phrasing.ts'
import {toText} from '../document/plain-text.ts'
import {readTeams} from '../plan/recognize/teams.ts'
import {wrong} from '../check.ts'
import {text} from '../write/builders.ts'
import {tidy} from '../write/tidy.ts'
import type {PhrasingContent} from '../document/types.ts'
import type {Text} from '../plan/json/to-phrasing.ts'
import type {Goal, Statement, Task, Team, Update} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/index.ts'

/** A text: plain, where no character is markup, or as nodes (links, statuses). */
export type Content = Text

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

/**
 * A new team.
 *
 * @throws {TypeError} for a name that is blank, or that a list of teams would not say: a comma in no
 *   bracket would make two of it.
 */
export function toTeam(name: Content, vocabulary: Vocabulary, path = 'team'): Team {
  const children = toSomeContent(name, path)
  const label = text(`${vocabulary.labels.primaryTeams[0]}: `)
  const read = readTeams([label, ...children], vocabulary)?.flatMap((teams) => teams.children)
  if (read?.length !== 1 || toText(read[0]!) !== toText(children))
    throw wrong(path, 'a name without commas or semicolons outside of brackets', name)
  return {type: 'team', children}
}

/** A goal, task or update with another text; its statement stands where it stood. */
export function withContent<T extends Goal | Task | Update>(
  node: T,
  content: PhrasingContent[]
): T {
  const old = childOf(node as Goal, 'statement')
  return withChild(node, old, toStatement(content, old))
}

/** A statement, none without content; one that stands for an old one stands where that stood. */
export function toStatement(children: PhrasingContent[], old?: Statement): Statement | undefined {
  return children.length > 0 ? {...old, type: 'statement', children} : undefined
}
