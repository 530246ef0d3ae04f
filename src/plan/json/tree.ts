/**
 * The plan tree as JSON: what `--to tree` prints reads back to an equal tree.
 */
import {PlanJsonError} from './error.ts'
import type {JsonProblem} from './error.ts'
import type {Plan} from '../types.ts'

/** The fields of plan nodes, and what a value of each may be. */
const fields = new Map<string, Record<string, readonly string[]>>([
  [
    'plan',
    {
      title: ['string', 'null'],
      heading: ['string', 'null'],
      dialect: ['string', 'null'],
      fiscalYear: ['object', 'null']
    }
  ],
  ['field', {name: ['string', 'null'], label: ['string']}],
  [
    'period',
    {
      id: ['string'],
      label: ['string', 'null'],
      quarter: ['number', 'null'],
      start: ['string', 'null'],
      end: ['string', 'null'],
      inferred: ['boolean']
    }
  ],
  [
    'outcome',
    {
      id: ['string'],
      heading: ['string', 'null'],
      outcomes: ['array'],
      outputs: ['array'],
      qualifier: ['string', 'null']
    }
  ],
  ['goal', {id: ['string'], stretch: ['boolean']}],
  ['task', {id: ['string'], stretch: ['boolean']}],
  ['note', {id: ['string']}],
  ['date', {value: ['string', 'null'], precision: ['string', 'null'], raw: ['string']}],
  ['status', {value: ['string'], label: ['string'], form: ['string'], raw: ['string']}],
  ['text', {value: ['string']}],
  ['wikiLink', {target: ['string'], trail: ['string']}],
  ['link', {url: ['string']}]
])

/** Nodes that have children. */
const parents = new Set([
  ...[
    'plan',
    'field',
    'period',
    'outcome',
    'statement',
    'objective',
    'dependencies',
    'primaryTeams',
    'team'
  ],
  ...[
    'goal',
    'task',
    'note',
    'update',
    'emphasis',
    'strong',
    'link',
    'wikiLink',
    'heading',
    'paragraph',
    'list',
    'listItem'
  ]
])

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
  else checkNode(value, '', problems)
  if (problems.length > 0) throw new PlanJsonError(problems)
  return value as Plan
}

function checkNode(node: unknown, path: string, problems: JsonProblem[]): void {
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
  const entries = new Map(Object.entries(node))
  for (const [key, kinds] of Object.entries(fields.get(node.type) ?? {})) {
    const kind = kindOf(entries.get(key))
    if (!kinds.includes(kind))
      problems.push({path: at(key), reason: `must be ${kinds.join(' or ')}, not ${kind}`})
  }
  const children: unknown = entries.get('children')
  if (Array.isArray(children)) {
    children.forEach((child, index) => checkNode(child, at(`children[${index}]`), problems))
  } else if (children !== undefined || parents.has(node.type)) {
    problems.push({path: at('children'), reason: 'must be an array of nodes'})
  }
}

/** The kind of a value, as a JSON document has it. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}
