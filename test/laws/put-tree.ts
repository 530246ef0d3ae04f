/** Edits made in a plan tree as a program makes them: nodes changed in place, taken out, put in. */
import {childrenOf} from '../../src/document/children.ts'
import {toPhrasing} from '../../src/plan/json/to-phrasing.ts'
import {statementOf} from '../../src/plan/model.ts'
import type {
  DateNode,
  Section,
  PhrasingContent,
  Plan,
  PlanNode,
  Status,
  StatusJson
} from '../../src/index.ts'
import {below, isIntact, listOf} from '../arbitraries/edits/model.ts'
import type {Kind, Thing} from '../arbitraries/edits/model.ts'

type AnyNode = {type: string; children: AnyNode[]}

/** Makes a plan tree, of whose nodes the things are, say what the things say. */
export function writeTree(plan: Thing): Plan {
  return writeThing(plan) as unknown as Plan
}

function writeThing(thing: Thing): AnyNode {
  const node = (thing.was?.node ?? newNode(thing)) as unknown as AnyNode
  if (!isIntact(thing)) writers[thing.kind](node as never, thing)
  for (const kind of below[thing.kind]) {
    if (kind === 'statement') writeStatement(node as never, listOf(thing, kind)[0])
    else if (kind === 'dependency' || kind === 'primaryTeam') writeTeams(node as never, kind, thing)
    else arrange(node, kind, listOf(thing, kind).map(writeThing))
  }
  return node
}

function newNode({kind}: Thing): object {
  const common = {
    type: kind === 'dependency' || kind === 'primaryTeam' ? 'team' : kind,
    children: []
  }
  const dates = {start: null, end: null, inferred: false}
  const heading = {kind: 'outcome', code: null, numbers: {}, qualifier: null}
  const item = {code: null, id: ''}
  const own: Partial<Record<Kind, object>> = {
    field: {name: null},
    period: {id: '', ...dates},
    section: {id: '', ...heading},
    goal: {...item, kind: 'goal'},
    task: {...item, kind: 'task'},
    note: {id: ''}
  }
  return {...common, ...own[kind]}
}

type Writer = (node: never, thing: Thing) => void

function writeContent(node: {children: PhrasingContent[]}, {facts: {text, links}}: Thing): void {
  node.children = toPhrasing(text, links)
}

const writers: Record<Kind, Writer> = {
  plan: (node: Plan, {facts}) => (node.heading = facts.heading),
  field: (node: Extract<PlanNode, {type: 'field'}>, thing) => {
    node.label = thing.facts.label ?? ''
    const {text, links} = thing.facts
    const children = toPhrasing(text, links)
    node.children = children.length > 0 ? [{type: 'value', children}] : []
  },
  period: (node: Extract<PlanNode, {type: 'period'}>, {facts: {label, quarter}}) =>
    Object.assign(node, {label, quarter}),
  section: (node: Section, {facts: {heading}}) => (node.heading = heading),
  statement: writeContent,
  objective: writeContent,
  dependency: writeContent,
  primaryTeam: writeContent,
  goal: writeTitled,
  task: writeTitled,
  note: writeDate,
  update: (node: Extract<PlanNode, {type: 'update'}>, {facts: {text, statuses, links}}) =>
    writeSaid(node, toPhrasing(text, links, statuses.map(toNode)))
}

function toNode(status: StatusJson): Status {
  return {type: 'status', ...status}
}

function writeSaid(node: {children: unknown[]}, content: PhrasingContent[]): void {
  const statement = (node as AnyNode).children.find(({type}) => type === 'statement')
  if (statement) (statement as {children: unknown[]}).children = content
  else node.children.unshift({type: 'statement', children: content})
}

function writeTitled(node: Extract<PlanNode, {type: 'goal' | 'task'}>, {facts, was}: Thing): void {
  node.stretch = facts.stretch
  const told =
    was &&
    was.facts.text === facts.text &&
    JSON.stringify(was.facts.links) === JSON.stringify(facts.links)
  if (!told) writeSaid(node, toPhrasing(facts.text, facts.links))
  const status = node.children.find((child) => child.type === 'status')
  if (status && facts.status) Object.assign(status, facts.status)
  else if (status) node.children.splice(node.children.indexOf(status), 1)
  else if (facts.status) {
    const at = node.children.findIndex(({type}) => type === 'statement')
    node.children.splice(at + 1, 0, toNode(facts.status))
  }
}

function writeDate(node: Extract<PlanNode, {type: 'note'}>, {facts: {date}}: Thing): void {
  const old = node.children.find((child): child is DateNode => child.type === 'date')
  if (old && date) Object.assign(old, date)
  else if (old) node.children.splice(node.children.indexOf(old), 1)
  else if (date) node.children.unshift({type: 'date', ...date})
}

/** A statement may stand in the outcome's heading. */
function writeStatement(outcome: Section, statement: Thing | undefined): void {
  const old = statementOf(outcome)
  if (old && statement) {
    if (!isIntact(statement)) writeContent(old, statement)
  } else if (statement) outcome.children.push(writeThing(statement) as never)
  else if (old && outcome.children.includes(old))
    outcome.children.splice(outcome.children.indexOf(old), 1)
}

function writeTeams(outcome: Section, kind: 'dependency' | 'primaryTeam', thing: Thing): void {
  const type = kind === 'dependency' ? 'dependencies' : 'primaryTeams'
  const nodes = childrenOf(outcome, type)
  const was = nodes.flatMap(({children}) => children) as unknown[]
  const teams = listOf(thing, kind).map(writeThing)
  if (teams.length === was.length && teams.every((team, at) => team === was[at])) return
  const [first, ...others] = nodes
  outcome.children = outcome.children.filter((child) => !others.includes(child as never))
  if (first) first.children = teams as never
  else if (teams.length > 0) outcome.children.push({type, children: teams} as never)
}

/** Puts nodes of one kind among the others: those that stay in order stay where they are. */
function arrange(parent: AnyNode, kind: Kind, nodes: AnyNode[]): void {
  const places = new Map(nodes.map((node, at) => [node, at]))
  const result: AnyNode[] = []
  let at = 0
  for (const child of parent.children) {
    if (child.type !== kind) result.push(child)
    else {
      const place = places.get(child) ?? -1
      if (place < at) continue
      while (at <= place) result.push(nodes[at++]!)
    }
  }
  const last = result.findLastIndex((node) => places.has(node))
  result.splice(last < 0 ? result.length : last + 1, 0, ...nodes.slice(at))
  parent.children = result
}
