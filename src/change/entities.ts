/**
 * A plan as entries that can change: each node that plan JSON tells of, with what it says of itself and the
 * entries below it. Two plans are compared, merged and put back into a page as such entries, whatever they were read
 * from. The model says what there is.
 */
import {childOf} from '../document/children.ts'
import {contentOf, isList, listIn, model, rowsOf} from '../plan/model.ts'
import type {Kind, List, NodeOfKind, Slot} from '../plan/model.ts'
import type {JsonOfKind, LinkJson, StatusJson} from '../plan/json/types.ts'
import type {DateNode, Note, Plan} from '../plan/types.ts'
import type {PhrasingContent} from '../document/types.ts'

export type {Kind}

/** What an entry says of itself: what plan JSON has for it, but its lists; a text stands with its links and statuses. */
export type FactsByKind = {
  [K in Kind]: JsonOfKind[K] extends string
    ? {text: TextFact}
    : {[Key in FactKey<JsonOfKind[K]>]: JsonOfKind[K][Key]} & TextOf<JsonOfKind[K]>
}

type FactKey<Json> = {
  [Key in keyof Json]: Key extends 'id' | 'version' | 'text' | 'value' | 'statement'
    ? never
    : Json[Key] extends readonly unknown[]
      ? never
      : Key
}[keyof Json]

type TextOf<Json> = 'links' extends keyof Json ? {text: TextFact} : unknown

/** A text with what stands in it; `statuses` are an update's. */
export interface TextFact {
  text: string
  links: LinkJson[]
  statuses: StatusJson[]
  /** Whether an edit set words of it apart, or no more, which its content tells. */
  restyled?: true
}

/** An entry of a plan. */
export type Entity = {[K in Kind]: EntityOf<K>}[Kind]

/** An entry of one kind. */
export interface EntityOf<K extends Kind> {
  kind: K
  /** Plan JSON's id; `null` for what plan JSON tells by its place alone. */
  id: string | null
  facts: FactsByKind[K]
  /** The nodes of its text, or of its value; none where it has no text. */
  content: PhrasingContent[]
  node: NodeOfKind[K]
  /** What stands below it, in the order of the model, each list in its own order. */
  children: Entity[]
}

/** The kinds that stand below each kind, in the order in which a page has them. */
export const order = Object.fromEntries(
  Object.entries(model).map(([kind, row]) => [kind, row.order])
) as {readonly [K in Kind]: readonly Kind[]}

/** The entries of one kind below an entry. */
export function listOf<K extends Kind>(parent: Entity, kind: K): Extract<Entity, {kind: K}>[] {
  return parent.children.filter((child): child is Extract<Entity, {kind: K}> => child.kind === kind)
}

/** A plan as an entry, with all that is below it. */
export function toEntities(plan: Plan): EntityOf<'plan'> {
  return toEntity('plan', plan)
}

function toEntity<K extends Kind>(kind: K, node: NodeOfKind[K]): EntityOf<K> {
  return {
    kind,
    id: (node as {id?: string}).id ?? null,
    facts: factsOf(kind, node),
    content: contentOf(node),
    node,
    children: childrenOf(kind, node)
  }
}

function childrenOf<K extends Kind>(kind: K, node: NodeOfKind[K]): Entity[] {
  const children: Entity[] = []
  for (const list of order[kind])
    for (const inner of listIn(node, list)) children.push(toEntity(list, inner as never) as Entity)
  return children
}

/** The slots of a node; a text stands with its links and statuses. */
function factsOf<K extends Kind>(kind: K, node: NodeOfKind[K]): FactsByKind[K] {
  const facts: Record<string, unknown> = {}
  const text: TextFact = {text: '', links: [], statuses: []}
  for (const [key, row] of rowsOf(kind)) {
    if (isList(row) || key === 'id' || key === 'version') continue
    const value = row.read(node as never)
    if (row.slot === 'text') {
      text.text = value as string
      facts['text'] = text
    } else if (key === 'links') text.links = value as LinkJson[]
    else if (key === 'statuses') text.statuses = value as StatusJson[]
    else facts[key] = value
  }
  return facts as unknown as FactsByKind[K]
}

/** What an entry says by a slot of the model, by its key in plan JSON. */
export function slotOf({kind, facts}: Entity, key: string): unknown {
  const {text} = facts as {text?: TextFact}
  if (text && (key === 'links' || key === 'statuses')) return text[key]
  if (text && (key === 'text' || (key === 'value' && kind === 'field'))) return text.text
  return (facts as unknown as Record<string, unknown>)[key]
}

/** What plan JSON has for an entry, with all that is below it. */
export function jsonOf<K extends Kind>(thing: EntityOf<K>): JsonOfKind[K] {
  const {keys, bare} = model[thing.kind]
  const valueOf = ([key, row]: [string, Slot<unknown> | List]): unknown => {
    if (!isList(row)) {
      if (key === 'version') return row.read(undefined)
      return key === 'id' ? thing.id : slotOf(thing as Entity, key)
    }
    const list = listOf(thing as Entity, row.list).map((inner) => jsonOf(inner as never))
    return row.single ? (list[0] ?? null) : list
  }
  const rows = Object.entries(keys) as [string, Slot<unknown> | List][]
  if (bare) return valueOf(rows[0]!) as JsonOfKind[K]
  return Object.fromEntries(rows.map((row) => [row[0], valueOf(row)])) as never
}

/** The date of a note, where it has one. */
export function dateOf(note: Note): DateNode | undefined {
  return childOf(note, 'date')
}
