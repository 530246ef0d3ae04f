/**
 * What a plan is, in one table: the kinds of nodes, what each says of itself (its *slots*), and the lists that stand
 * in it. The tree's validation, plan JSON both ways and its schema, comparing, setting, moving and verifying, and
 * the order of writing are driven by it.
 *
 * Slots and lists stand in the order of plan JSON. A slot is read from the tree, and where it is worked out from
 * others it says from which: such a value cannot be set.
 */
import {childOf} from '../document/children.ts'
import {flatten, isBlank, mark, slice, statusesOf} from '../document/phrasing.ts'
import {toText} from '../document/plain-text.ts'
import {toLinks} from './links.ts'
import type {
  Dependencies,
  Field,
  Goal,
  HeadingWithParts,
  ItemKind,
  Note,
  Objective,
  Period,
  Plan,
  Section,
  SectionKind,
  Statement,
  Task,
  Team,
  Update
} from './types.ts'
import type {PhrasingContent, Status} from '../document/types.ts'

/** The node of each kind; teams are of the kind of the list that they stand in. */
export interface NodeOfKind {
  plan: Plan
  field: Field
  period: Period
  section: Section
  statement: Statement
  objective: Objective
  dependency: Team
  primaryTeam: Team
  goal: Goal
  task: Task
  note: Note
  update: Update
}

/** A kind of node. */
export type Kind = keyof NodeOfKind

/** What a slot's value is in plan JSON; `?` where it may be `null`. */
export type SlotType =
  | 'version'
  | 'id'
  | 'text'
  | 'text?'
  | 'string'
  | 'string?'
  | 'boolean'
  | 'quarter?'
  | 'day?'
  | 'sectionKind'
  | 'itemKind'
  | 'numbers'
  | 'status?'
  | 'statuses'
  | 'date?'
  | 'links'
  | 'fiscalYear?'
  | 'source?'

/** Something that a node says of itself. */
export interface Slot<Node> {
  slot: SlotType
  /** What it is, for the schema. */
  about?: string
  /** The value as plan JSON has it. */
  read: (node: Node) => unknown
  /**
   * The slots that the value is worked out from, or follows: where it was left as it was, it is what they make of it.
   * `*` is what stands in the node.
   */
  from?: readonly string[]
  /** Whether no change is told of it: it changes with what it is worked out from, or is no matter of the plan. */
  untold?: true
}

/** A list of nodes. */
export interface List {
  list: Kind
  about?: string
  /** Whether plan JSON has the one node or `null` in place of a list. */
  single?: true
}

/** What a kind has, by its keys in plan JSON. */
export interface Row<K extends Kind> {
  /** The key without which nothing is there: the others may be left out of a document that is read. */
  name?: string
  keys: Readonly<Record<string, Slot<NodeOfKind[K]> | List>>
  /** The lists in the order of a page. */
  order: readonly Kind[]
  /** Whether plan JSON has the text alone in place of an object. */
  bare?: true
}

/** The content that says a node's text. */
export function contentOf(node: NodeOfKind[Kind]): PhrasingContent[] {
  if (node.type === 'field') return childOf(node, 'value')?.children ?? []
  if (node.type === 'goal' || node.type === 'task' || node.type === 'update')
    return childOf(node as Goal, 'statement')?.children ?? []
  if (node.type === 'statement' || node.type === 'objective' || node.type === 'team')
    return node.children
  return []
}

/** A section's statement: one of its own, else the one in its heading. */
export function statementOf(section: Section): Statement | undefined {
  const own = childOf(section, 'statement')
  if (own) return own
  const heading = section.children.find(({type}) => type === 'heading' || type === 'tableCell')
  const parts = ((heading as HeadingWithParts)?.children ?? []) as HeadingWithParts['children']
  return parts.find((part) => part.type === 'statement')
}

const id = {
  slot: 'id',
  about: 'Unique in the page; made of the words of what it names and of its place, or its code.',
  read: ({id}: {id: string}) => id,
  untold: true
} as const
const text = {slot: 'text', read: (node: NodeOfKind[Kind]) => toText(contentOf(node))} as const
const links = {slot: 'links', read: (node: NodeOfKind[Kind]) => toLinks(contentOf(node))} as const
const dependencies: List = {list: 'dependency'}
const primaryTeams: List = {list: 'primaryTeam'}
const fields: List = {list: 'field', about: 'Labelled lines of its own.'}
const code = {
  slot: 'string?',
  about: 'Such as WE1, where the page gives it one.',
  read: ({code}: {code: string | null}) => code
} as const

/** Goals and tasks differ only in where they stand. */
const item = {
  name: 'text',
  keys: {
    id,
    // A key result is one by its code, `KR1`.
    type: {slot: 'itemKind', read: ({kind}: Goal | Task) => kind, from: ['code']},
    code,
    text,
    status: {slot: 'status?', read: (node: Goal | Task) => statusJson(childOf(node, 'status'))},
    remark: {
      slot: 'text?',
      about: 'What follows the status.',
      read: (node: Goal | Task) => toTextOrNull(childOf(node, 'remark')?.children)
    },
    stretch: {slot: 'boolean', read: ({stretch}: Goal | Task) => stretch},
    dependencies,
    primaryTeams,
    fields,
    links,
    notes: {list: 'note'},
    tasks: {list: 'task'}
  },
  order: ['dependency', 'primaryTeam', 'field', 'note', 'task']
} as const

const bareText = {name: 'text', bare: true, keys: {text}, order: []} as const

export const model: {readonly [K in Kind]: Row<K>} = {
  plan: {
    keys: {
      version: {slot: 'version', read: () => 2, untold: true},
      title: {slot: 'string?', about: "The page's title, where known.", read: ({title}) => title},
      heading: {
        slot: 'string?',
        about: 'The heading that the plan stands under.',
        read: ({heading}) => heading,
        from: ['fiscalYear']
      },
      fiscalYear: {
        slot: 'fiscalYear?',
        read: ({fiscalYear}) => fiscalYear && {...fiscalYear},
        from: ['heading', 'title']
      },
      source: {
        slot: 'source?',
        about: 'The page that it was read from, to know it again; null in a plan made by hand.',
        read: ({source}) => source && {...source},
        untold: true
      },
      fields: {list: 'field', about: 'The labelled lines before the first section.'},
      periods: {list: 'period'}
    },
    order: ['field', 'period']
  },
  field: {
    name: 'label',
    keys: {
      name: {
        slot: 'string?',
        about: 'A stable key for a label that the vocabulary knows.',
        read: ({name}) => name,
        from: ['label'],
        untold: true
      },
      label: {slot: 'string', about: 'Verbatim, without its colon.', read: ({label}) => label},
      value: text,
      links
    },
    order: []
  },
  period: {
    keys: {
      id,
      label: {
        slot: 'string?',
        about: 'As the page writes it.',
        read: ({label}) => label,
        from: ['quarter', '*']
      },
      quarter: {slot: 'quarter?', read: ({quarter}) => quarter, from: ['label', 'fiscalYear']},
      start: {
        slot: 'day?',
        read: ({start}) => start,
        from: ['label', 'quarter', 'fiscalYear', 'heading'],
        untold: true
      },
      end: {
        slot: 'day?',
        read: ({end}) => end,
        from: ['label', 'quarter', 'fiscalYear', 'heading'],
        untold: true
      },
      inferred: {
        slot: 'boolean',
        about: 'Whether the page does not say the quarter itself.',
        read: ({inferred}) => inferred,
        from: ['label', 'quarter', '*'],
        untold: true
      },
      sections: {list: 'section'}
    },
    order: ['section']
  },
  section: {
    name: 'heading',
    keys: {
      id,
      type: {slot: 'sectionKind', read: ({kind}) => kind, from: ['heading', '*'], untold: true},
      heading: {
        slot: 'string?',
        about: 'null for goals that stand under no heading.',
        read: ({heading}) => heading,
        from: ['code', 'numbers', 'qualifier', 'statement']
      },
      code: {...code, from: ['heading'], untold: true},
      numbers: {
        slot: 'numbers',
        about: 'By what is numbered, as strings: 1.1 is a number too.',
        read: ({numbers}) =>
          Object.fromEntries(Object.entries(numbers).map(([word, list]) => [word, [...list]])),
        from: ['heading'],
        untold: true
      },
      qualifier: {
        slot: 'string?',
        about: 'What the heading has in brackets.',
        read: ({qualifier}) => qualifier,
        from: ['heading'],
        untold: true
      },
      statement: {list: 'statement', single: true},
      objectives: {list: 'objective'},
      dependencies,
      primaryTeams,
      fields,
      sections: {list: 'section'},
      goals: {list: 'goal'},
      notes: {list: 'note'}
    },
    order: [
      'statement',
      'objective',
      'dependency',
      'primaryTeam',
      'field',
      'goal',
      'note',
      'section'
    ]
  },
  statement: bareText,
  objective: bareText,
  dependency: bareText,
  primaryTeam: bareText,
  goal: item,
  task: item,
  note: {
    name: 'date',
    keys: {
      id,
      date: {slot: 'date?', read: (node) => dateJson(node)},
      updates: {list: 'update'}
    },
    order: ['update']
  },
  update: {
    name: 'text',
    keys: {
      text: {
        slot: 'text',
        about: 'Without the markers that open it; those inside are there as their labels.',
        read: (node) => toText(slice(contentOf(node), openingEnd(contentOf(node)), Infinity))
      },
      statuses: {slot: 'statuses', read: (node) => statusesOf(contentOf(node)).map(statusJson)},
      links,
      updates: {list: 'update'}
    },
    order: ['update']
  }
}

/** How far down each kind of section stands: one holds only sections of kinds further down. */
const sectionRanks: Readonly<Record<SectionKind, number>> = {
  outcome: 2,
  output: 3,
  program: 1,
  objective: 3,
  team: 0,
  strategy: 1.5,
  group: 0
}

/** What pages call goals and tasks. */
export const itemKinds: readonly ItemKind[] = ['goal', 'keyResult', 'hypothesis', 'task']

/** What a section is whose heading says no more than that such things stand in it. */
export const sectionOf: Readonly<Record<ItemKind, SectionKind>> = {
  goal: 'group',
  keyResult: 'objective',
  hypothesis: 'objective',
  task: 'group'
}

/** Whether a section may stand within another; a group holds whatever stands under its heading. */
export function canHold(outer: SectionKind, inner: SectionKind): boolean {
  return outer === 'group' || isAbove(outer, inner)
}

/** Whether a kind of section always stands further up than another. */
export function isAbove(outer: SectionKind, inner: SectionKind): boolean {
  return sectionRanks[inner] > sectionRanks[outer]
}

/** Whether a key of the table is a list. */
export function isList<Node>(row: Slot<Node> | List): row is List {
  return (row as Partial<List>).list !== undefined
}

/** A row of the table with its key in plan JSON. */
export type KeyedRow = readonly [key: string, row: Slot<never> | List]

/** The rows of a kind by their keys. */
export function rowsOf(kind: Kind): readonly KeyedRow[] {
  return keyedRows[kind]
}

const keyedRows = Object.fromEntries(
  Object.entries(model).map(([kind, {keys}]) => [
    kind,
    Object.entries(keys as Readonly<Record<string, Slot<never> | List>>)
  ])
) as unknown as {readonly [K in Kind]: readonly KeyedRow[]}

/** Slots that a node says in its children, or that are none of its own. */
const inChildren: ReadonlySet<SlotType> = new Set([
  'version',
  'text',
  'text?',
  'status?',
  'statuses',
  'date?',
  'links'
])

/** The property in which a node has a slot's value, if any. */
export function propertyOf(slot: SlotType, key: string): string | undefined {
  if (inChildren.has(slot)) return undefined
  return slot === 'sectionKind' || slot === 'itemKind' ? 'kind' : key
}

/** The nodes of a kind that stand in a node, in the order of the page. */
export function listIn(parent: NodeOfKind[Kind], kind: Kind): NodeOfKind[Kind][] {
  const nodes: NodeOfKind[Kind][] = []
  if (kind === 'statement') {
    const statement = parent.type === 'section' ? statementOf(parent) : undefined
    if (statement) nodes.push(statement)
    return nodes
  }
  const type = childType(kind)
  for (const list of [parent.children, (parent as Goal).shared ?? none]) {
    for (let at = 0; at < list.length; at++) {
      const child = list[at]!
      if (child.type !== type) continue
      if (type === kind) nodes.push(child as NodeOfKind[Kind])
      else for (const team of (child as Dependencies).children) nodes.push(team)
    }
  }
  return nodes
}

const none: [] = []

/** The lines that teams stand in, by the teams' kinds. */
export const teamLines = {dependency: 'dependencies', primaryTeam: 'primaryTeams'} as const

/** The type of the children that nodes of a kind are, or stand in. */
export function childType(kind: Kind): string {
  return (teamLines as Partial<Record<Kind, string>>)[kind] ?? kind
}

/** Where an update's text begins behind the markers that open it. */
export function openingEnd(content: readonly PhrasingContent[]): number {
  const line = flatten(content)
  let at = 0
  while (at < line.length && (line[at] === mark || isBlank(line, at))) at++
  return at
}

function statusJson(status: Status | undefined): object | null {
  return status
    ? {value: status.value, label: status.label, form: status.form, raw: status.raw}
    : null
}

function dateJson(note: Note): object | null {
  const date = childOf(note, 'date')
  return date ? {value: date.value, precision: date.precision, raw: date.raw} : null
}

function toTextOrNull(content: readonly PhrasingContent[] | undefined): string | null {
  return content ? toText(content) : null
}
