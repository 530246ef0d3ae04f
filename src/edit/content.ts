/** The texts that edits are given. */
import {withChild} from './place.ts'
import {childOf} from '../document/children.ts'
import {flatten} from '../document/phrasing.ts'
import {toText} from '../document/plain-text.ts'
import {checkNode} from '../plan/json/tree.ts'
import {readTeams} from '../plan/recognize/teams.ts'
import {wrong} from '../check.ts'
import {toStatus} from '../plan/status.ts'
import {text} from '../write/builders.ts'
import {tidy} from '../write/tidy.ts'
import {phrasingTypes} from '../write/wikitext/phrasing.ts'
import type {PhrasingContent, Status} from '../document/types.ts'
import type {JsonProblem} from '../plan/json/error.ts'
import type {Text} from '../plan/json/to-phrasing.ts'
import type {Goal, Statement, Task, Team, Update} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/index.ts'

/**
 * A text: plain, where no character is markup, or as nodes (links, statuses). Of a node made by hand, what has a usual
 * value may be left out: `{type: 'status', value: 'done'}`, `{type: 'wikiLink', target: 'Boat'}`.
 */
export type Content = Text

/** What {@link Content} must be, for an error. */
export const wantedContent = 'a text or an array of phrasing nodes'

/** Whether a value is a text or nodes. */
export function isContent(value: unknown): value is Content {
  return typeof value === 'string' || (Array.isArray(value) && value.every(isNode))
}

function isNode(value: unknown): value is PhrasingContent {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  )
}

/**
 * A text as nodes; none where it is blank. What nodes may leave out is completed.
 *
 * @param name What the text is, for the error.
 * @throws {TypeError} where it is no text, or a node lacks something: it is named with its path.
 * @throws {StatusError} for a status that the vocabulary does not know.
 */
export function toContent(
  content: Content,
  name: string,
  vocabulary: Vocabulary
): PhrasingContent[] {
  if (!isContent(content)) throw wrong(name, wantedContent, content)
  if (typeof content === 'string') return tidy([text(content)])
  const nodes = content.map((node, at) => toWhole(node, `${name}[${at}]`, vocabulary))
  const problems: JsonProblem[] = []
  for (const [at, node] of nodes.entries()) checkNode(node, `${name}[${at}]`, 0, problems)
  if (problems.length > 0)
    throw new TypeError(problems.map(({path, reason}) => `${path} ${reason}`).join('; '))
  return nodes
}

/** What nodes may leave out. */
const defaults = new Map<string, Readonly<Record<string, unknown>>>([
  ['link', {children: []}],
  ['wikiLink', {trail: '', children: []}],
  ['file', {options: [], children: []}],
  ['category', {sortKey: null}],
  ['template', {children: []}],
  ['templateArgument', {name: null}],
  ['templateParameter', {children: []}],
  ['parserFunction', {children: []}],
  ['extension', {attributes: [], value: ''}]
])

/** What a template is of. */
const argument = 'templateArgument'

/** A node with what it left out, the node itself where that is nothing. */
function toWhole<T extends PhrasingContent>(node: T, path: string, vocabulary: Vocabulary): T {
  if (!isNode(node)) return node
  if (!phrasingTypes.has(node.type) && (node.type as string) !== argument)
    throw wrong(`${path}.type`, `one of ${[...phrasingTypes].join(', ')}`, node.type)
  const given: Partial<Record<string, unknown>> = {...node}
  const left: [string, unknown][] = Object.entries(
    (node.type === 'status' ? statusParts(node, vocabulary) : defaults.get(node.type)) ?? {}
  ).filter(([key]) => given[key] === undefined)
  const {children} = given
  // A tag may hold lists and tables, as it was read.
  if (Array.isArray(children) && node.type !== 'tag') {
    const whole = (children as PhrasingContent[]).map((child, at) =>
      toWhole(child, `${path}.children[${at}]`, vocabulary)
    )
    if (whole.some((child, at) => child !== children[at])) left.push(['children', whole])
  }
  return left.length > 0 ? {...node, ...Object.fromEntries(left)} : node
}

/** What a status may leave out is what the vocabulary says of its value. */
function statusParts({value, label, form, raw}: Status, vocabulary: Vocabulary): object {
  const isWhole = [label, form, raw].every((part) => (part as unknown) !== undefined)
  return isWhole || typeof value !== 'string' ? {} : toStatus(value, vocabulary)
}

/**
 * A text as nodes, as `toContent` gives it.
 *
 * @throws {TypeError} where it is no text, or shows nothing.
 */
export function toSomeContent(
  content: Content,
  name: string,
  vocabulary: Vocabulary
): PhrasingContent[] {
  const nodes = toContent(content, name, vocabulary)
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
  const children = toSomeContent(name, path, vocabulary)
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
