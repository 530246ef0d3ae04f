import {checkPlan} from '../../check.ts'
import {isList, listIn, model, rowsOf} from '../model.ts'
import type {Kind, List, NodeOfKind, Slot} from '../model.ts'
import type {JsonOfKind, PlanJson} from './types.ts'
import type {Plan} from '../types.ts'

/**
 * A plan as plan JSON.
 *
 * @throws {TypeError} where it is no plan.
 */
export function toJson(plan: Plan): PlanJson {
  checkPlan(plan, 'toJson')
  return jsonOf('plan', plan)
}

/** What plan JSON has for a node, with all that stands in it; for a node that is no more than a text, the text. */
export function jsonOf<K extends Kind>(kind: K, node: NodeOfKind[K]): JsonOfKind[K] {
  const rows = rowsOf(kind)
  if (model[kind].bare) return (rows[0]![1] as Slot<NodeOfKind[K]>).read(node) as JsonOfKind[K]
  // A copy of an object that has all keys is made in half the time that adding them one by one takes.
  const json: Record<string, unknown> = {...blank[kind]}
  for (let at = 0; at < rows.length; at++) {
    const [key, row] = rows[at]!
    json[key] = isList(row) ? listJson(row, node) : row.read(node as never)
  }
  return json as unknown as JsonOfKind[K]
}

/** An object of each kind with its keys and nothing in it. */
const blank = Object.fromEntries(
  Object.entries(model).map(([kind, {keys}]) => [
    kind,
    Object.fromEntries(Object.keys(keys).map((key) => [key, null]))
  ])
) as Readonly<Record<Kind, Readonly<Record<string, null>>>>

function listJson({list, single}: List, node: NodeOfKind[Kind]): unknown {
  const nodes = listIn(node, list)
  const json: unknown[] = []
  for (let at = 0; at < nodes.length; at++) json.push(jsonOf(list, nodes[at] as never))
  return single ? (json[0] ?? null) : json
}
