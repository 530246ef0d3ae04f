import {assignIds, takenIn} from '../recognize/ids.ts'
import {childType, isList, model, propertyOf, rowsOf} from '../model.ts'
import {normalize} from './normalize.ts'
import {toPhrasing, type Text} from './to-phrasing.ts'
import {isTree, readTree} from './tree.ts'
import {toLinks} from '../links.ts'
import {vocabularyOf, type VocabularyOptions} from '../../vocabulary/index.ts'
import type {DateJson, LinkJson, StatusJson} from './types.ts'
import type {Kind, List, NodeOfKind, SlotType} from '../model.ts'
import type {Status} from '../../document/types.ts'
import type {Plan} from '../types.ts'

/**
 * The plan that a plan JSON document says, or that a plan tree written as JSON is. The nodes of a plan
 * from plan JSON have no positions: it stands on no page.
 *
 * Ids and all keys but the one that names the thing may be missing; a status may be its value or label, a date
 * ISO 8601, a list of teams one string.
 *
 * @throws {PlanJsonError} where the value is neither; the error has every problem with its path.
 */
export function fromJson(value: unknown, options?: VocabularyOptions | null): Plan {
  const plan = read(value, options, true)
  assignIds(plan, takenIn(plan))
  return plan
}

/**
 * As `fromJson`, but what the document gives no id has none (`''`), as its content says what it is; nor has what it gives
 * no spelling one.
 */
export function fromJsonAsGiven(value: unknown, options?: VocabularyOptions | null): Plan {
  return read(value, options, false)
}

function read(
  value: unknown,
  options: VocabularyOptions | null | undefined,
  isSpelt: boolean
): Plan {
  const vocabulary = vocabularyOf(options)
  return isTree(value)
    ? readTree(value)
    : toNode('plan', {...normalize(value, vocabulary, isSpelt)})
}

/** A thing as plan JSON has it with every key; where it has a text there may be nodes in place of it. */
export type Complete = Readonly<Record<string, unknown>>

/** The node of a complete thing: what it says of itself, then its lists in the order of a page. */
function toNode<K extends Kind>(kind: K, json: Complete): NodeOfKind[K] {
  const node: Record<string, unknown> = {type: kind, ...(kind === 'plan' ? {dialect: null} : {})}
  const parts: object[] = []
  const lists = new Map<Kind, object[]>()
  for (const [key, row] of rowsOf(kind)) {
    const value = json[key]
    const property = isList(row) ? undefined : propertyOf(row.slot, key)
    if (isList(row)) lists.set(row.list, toNodes(row, value))
    else if (property) node[property] = value
    else parts.push(...toPart(kind, row.slot, value, json))
  }
  const children = [...parts, ...model[kind].order.flatMap((list) => lists.get(list)!)]
  const unlisted = unlistedTasks(kind, json, parts)
  const data = unlisted.length > 0 ? {data: {unlisted} satisfies UnlistedTasks} : {}
  return {...node, ...data, children} as unknown as NodeOfKind[K]
}

/** What a node says beside its slots: tasks that its text has, and its links have not. */
export interface UnlistedTasks {
  unlisted?: string[]
}

function unlistedTasks(kind: Kind, json: Complete, parts: readonly object[]): string[] {
  const links = json['links'] as readonly LinkJson[] | null | undefined
  if (!('links' in model[kind].keys) || !links) return []
  const listed = new Set(links.map(({target}) => target))
  return toLinks(parts as readonly {type: string}[])
    .filter((link) => link.kind === 'task' && !listed.has(link.target))
    .map(({target}) => target)
}

/** The child that says a slot's value, if there is one. */
function toPart(kind: Kind, slot: SlotType, value: unknown, json: Complete): object[] {
  if (slot === 'text') {
    const {statuses = [], links} = json as {statuses?: StatusJson[]; links?: LinkJson[]}
    const children = toPhrasing(value as Text, links, statuses.map(toStatus))
    return children.length > 0 ? [{type: kind === 'field' ? 'value' : 'statement', children}] : []
  }
  if (!value) return []
  if (slot === 'text?') return [{type: 'remark', children: toPhrasing(value as Text)}]
  if (slot === 'status?') return [toStatus(value as StatusJson)]
  return slot === 'date?' ? [{type: 'date', ...(value as DateJson)}] : []
}

/** The nodes of a list; teams stand in a line. */
export function toNodes({list, single}: List, value: unknown): object[] {
  const values = single ? (value ? [value] : []) : (value as unknown[])
  if (!model[list].bare) return values.map((json) => toNode(list, json as Complete))
  const line = childType(list)
  const isLine = line !== list
  const nodes = values.map((text) => ({
    type: isLine ? 'team' : list,
    children: toPhrasing(text as Text)
  }))
  return isLine && nodes.length > 0 ? [{type: line, children: nodes}] : nodes
}

function toStatus(status: StatusJson): Status {
  return {type: 'status', ...status}
}
