/**
 * The plan tree as JSON: what `--to tree` prints reads back to an equal tree.
 */
import {childType, isList, model, propertyOf, rowsOf} from '../model.ts'
import {kindOf} from '../../check.ts'
import {PlanJsonError} from './error.ts'
import {dateProblem, toProblems} from './normalize.ts'
import {slotTypes} from './schema.ts'
import {dateAt} from '../recognize/dates.ts'
import {english} from '../../vocabulary/index.ts'
import type * as z from 'zod/mini'
import type {Kind, Slot, SlotType} from '../model.ts'
import type {JsonProblem} from './error.ts'
import type {DateNode, Plan} from '../types.ts'

type Properties = Readonly<Record<string, readonly string[]>>

/** What a slot's value may be that a node has as a property. */
const slotKinds: Partial<Record<SlotType, readonly string[]>> = {
  id: ['string'],
  string: ['string'],
  'string?': ['string', 'null'],
  boolean: ['boolean'],
  'quarter?': ['number', 'null'],
  'day?': ['string', 'null'],
  sectionKind: ['string'],
  itemKind: ['string'],
  numbers: ['object'],
  'fiscalYear?': ['object', 'null'],
  'source?': ['object', 'null']
}

/** Slots whose values are more than of a kind. */
const shaped = ['quarter?', 'day?', 'sectionKind', 'itemKind', 'numbers', 'fiscalYear?', 'source?']

/** The properties that a node of a kind has for its slots. */
function propertiesOf(kind: Kind): Properties {
  const own: Record<string, readonly string[]> =
    kind === 'plan' ? {dialect: ['string', 'null']} : {}
  for (const [key, row] of rowsOf(kind)) {
    const property = isList(row) ? undefined : propertyOf(row.slot, key)
    if (property) own[property] = slotKinds[(row as Slot<never>).slot]!
  }
  return own
}

const kinds = Object.keys(model) as Kind[]

/** What the value of a property is beside its kind, by the kind of node. */
const shapes = new Map<string, Map<string, z.ZodMiniType>>(
  kinds.map((kind) => [
    kind,
    new Map(
      rowsOf(kind).flatMap(([key, row]): [string, z.ZodMiniType][] => {
        if (isList(row) || !shaped.includes(row.slot)) return []
        const {read, written} = slotTypes[row.slot]
        return [[propertyOf(row.slot, key)!, read ?? written]]
      })
    )
  ])
)

/** The properties of nodes, and what a value of each may be. */
const properties = new Map<string, Properties>([
  ...kinds.map((kind): [string, Properties] => [kind, propertiesOf(kind)]),
  ['date', {value: ['string', 'null'], precision: ['string', 'null'], raw: ['string']}],
  ['status', {value: ['string'], label: ['string'], form: ['string'], raw: ['string']}],
  ...[
    ...['text', 'code', 'number', 'stretch'],
    ...['comment', 'entity', 'html', 'inlineCode', 'signature']
  ].map((type): [string, Properties] => [type, {value: ['string']}]),
  ...['template', 'templateParameter', 'parserFunction', 'behaviorSwitch'].map(
    (type): [string, Properties] => [type, {name: ['string']}]
  ),
  ['wikiLink', {target: ['string'], trail: ['string']}],
  ['link', {url: ['string']}],
  ['file', {target: ['string'], options: ['array']}],
  ['category', {target: ['string'], sortKey: ['string', 'null']}],
  ['templateArgument', {name: ['string', 'null']}],
  ['tag', {name: ['string'], opening: ['object'], closing: ['object', 'null']}],
  ['extension', {name: ['string'], attributes: ['array'], value: ['string']}]
])

/** Nodes that have children. */
const parents = new Set([
  ...kinds.map(childType),
  ...['label', 'value', 'qualifier', 'team', 'remark'],
  ...['emphasis', 'strong', 'link', 'wikiLink', 'file', 'tag'],
  ...['template', 'templateArgument', 'templateParameter', 'parserFunction'],
  ...['heading', 'paragraph', 'list', 'listItem']
])

/** No page nests deeper, and what reads a tree calls itself for each level. */
const maxDepth = 1000

/** Whether a value is meant as a plan tree, not as plan JSON. */
export function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null && 'type' in value && !('version' in value)
}

/**
 * @throws {PlanJsonError} where the value is no plan tree.
 */
export function readTree(value: object): Plan {
  const problems: JsonProblem[] = []
  if (!('type' in value) || value.type !== 'plan')
    problems.push({path: 'type', reason: 'must be "plan"'})
  else checkNode(value, '', 0, problems)
  if (problems.length > 0) throw new PlanJsonError(problems)
  return value as Plan
}

/** Finds what a node, or one in it, lacks, or has of the wrong kind. */
export function checkNode(
  node: unknown,
  path: string,
  depth: number,
  problems: JsonProblem[]
): void {
  const at = (key: string): string => (path ? `${path}.${key}` : key)
  if (
    typeof node !== 'object' ||
    node === null ||
    !('type' in node) ||
    typeof node.type !== 'string'
  ) {
    problems.push({path, reason: 'must be a node: an object with a string `type`'})
    return
  }
  if (depth > maxDepth) {
    problems.push({path: path.slice(0, 80) + '…', reason: `nests deeper than ${maxDepth} nodes`})
    return
  }
  const entries = new Map(Object.entries(node))
  for (const [key, kinds] of Object.entries(properties.get(node.type) ?? {})) {
    const value: unknown = entries.get(key)
    const kind = kindOf(value)
    if (!kinds.includes(kind))
      problems.push({path: at(key), reason: `must be ${kinds.join(' or ')}, not ${kind}`})
    else {
      const result = shapes.get(node.type)?.get(key)?.safeParse(value, {reportInput: true})
      for (const issue of result?.error?.issues ?? [])
        problems.push(
          ...toProblems(issue, []).map((problem) => ({
            ...problem,
            path: [at(key), problem.path].filter(Boolean).join('.')
          }))
        )
    }
  }
  if (node.type === 'date') {
    const {value, precision} = node as Partial<DateNode>
    const found = typeof value === 'string' ? dateAt(value, 0, english) : undefined
    const problem = value !== undefined && dateProblem(value, precision ?? null, found)
    if (problem) problems.push({path: path + problem.path, reason: problem.reason})
  }
  const children: unknown = entries.get('children')
  if (Array.isArray(children)) {
    for (const [index, child] of children.entries())
      checkNode(child, at(`children[${index}]`), depth + 1, problems)
  } else if (children !== undefined || parents.has(node.type)) {
    problems.push({path: at('children'), reason: 'must be an array of nodes'})
  }
}
