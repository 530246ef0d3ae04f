/** Ordinary edits of the pages of all families: those of lists and headings, and what rows of tables say besides. */
import {move, setHeading, setStatement, setTeams, toJson} from '../../src/index.ts'
import {placesOf, valueAt} from './leaf.ts'
import type {Place} from './leaf.ts'
import {
  anotherText,
  kinds,
  listed,
  moves,
  nodeAt,
  pick,
  removal,
  reordering
} from './ordinary-edits.ts'
import type {Draw, Kind} from './ordinary-edits.ts'

type Json = Record<string, unknown>
type Path = Place['path']

/** What becomes of the page, as its reader sees it. */
export type Effect = 'change' | 'add' | 'remove' | 'move'

export interface FamilyKind extends Kind {
  effect: Effect
  /** Which thing of the document moves. */
  moved?: (was: unknown, draw: Draw) => Path
}

/** A list of goals, with the section that has it. */
interface GoalList {
  path: Path
  goals: readonly Json[]
}

/** All lists of goals under some periods. */
function goalListsOf(periods: readonly Json[]): GoalList[] {
  return placesOf({periods})
    .filter(({kind, key}) => kind === 'section' && key === 'goals')
    .map(({path}) => ({path, goals: valueAt({periods}, path) as Json[]}))
}

/** Which goal goes where: from a list that keeps one, to the end or the start of another. */
function transfer(
  periods: unknown,
  {at, how}: Draw
): {from: GoalList; index: number; to: GoalList; isFirst: boolean} | null {
  const lists = goalListsOf(periods as Json[])
  const sources = lists.filter(({goals}) => goals.length > 1)
  if (sources.length === 0 || lists.length < 2) return null
  const from = pick(sources, at)
  const others = lists.filter(({path, goals}) => path !== from.path && goals.length > 0)
  if (others.length === 0) return null
  return {
    from,
    index: how % from.goals.length,
    to: pick(others, at + how),
    isFirst: how % 2 === 0
  }
}

/** The labels, in their order, of the goals of the page that have all of some labels and more. */
function labelsBeside(own: readonly string[], document: Json): string[][] {
  const goals = goalListsOf(document['periods'] as Json[]).flatMap((list) => list.goals)
  const lists = goals.map(({fields}) => (fields as Json[]).map(({label}) => label as string))
  return lists.filter(
    (labels) => labels.length > own.length && own.every((label) => labels.includes(label))
  )
}

function newField(label: string, value: string): Json {
  return {name: null, label, value, links: []}
}

function teamKind(key: 'dependencies' | 'primaryTeams'): Kind {
  return {
    name: `item ${key}`,
    of: 'item',
    key,
    change: (was, {how, word}) => {
      const names = was as string[]
      if (how % 3 === 0 && names.length > 0) return names.slice(0, -1)
      return how % 3 === 1 ? [`Team ${word}`, ...names] : [...names, `Team ${word}`]
    },
    call: (plan, target, value: string[]) => setTeams(plan, target as never, {[key]: value})
  }
}

function atStart(name: string, of: Kind['of'], key: string, entry: (draw: Draw) => unknown): Kind {
  return {name, of, key, change: (was, draw) => [entry(draw), ...(was as unknown[])], call: null}
}

const newGoal = ({word}: Draw): Json => ({text: `Buy ${word}`, status: 'done'})
const newSection = ({word}: Draw): Json => ({
  heading: `Outcome 97 (${word})`,
  goals: [{text: `Buy ${word}`}]
})

const changes: readonly Kind[] = [
  teamKind('dependencies'),
  teamKind('primaryTeams'),
  {
    name: 'remark',
    of: 'item',
    key: 'remark',
    change: (was, {word}, {status}) => (status === null ? undefined : `some ${word} are left`),
    call: null
  },
  {
    name: 'clear remark',
    of: 'item',
    key: 'remark',
    change: (was) => (was === null ? undefined : null),
    call: null
  },
  {
    name: 'code',
    of: 'item',
    key: 'code',
    change: (was) =>
      was === null ? undefined : String(was).replace(/\d+$/, (digits) => `${Number(digits) + 71}`),
    call: null
  },
  {
    name: 'add field',
    of: 'item',
    key: 'fields',
    change: (was, {how, word}, _, document) => {
      const fields = was as Json[]
      const own = fields.map(({label}) => label as string)
      const [labels] = labelsBeside(own, document)
      if (!labels) return undefined
      const missing = labels.filter((label) => !own.includes(label))
      const added = newField(pick(missing, how), `some ${word}`)
      // Fields stand as the columns do.
      return [...fields, added].sort(
        (a, b) => labels.indexOf(a['label'] as string) - labels.indexOf(b['label'] as string)
      )
    },
    call: null
  },
  {
    name: 'remove field',
    of: 'item',
    key: 'fields',
    change: (was, {how}) => {
      const fields = was as Json[]
      return fields.length === 0 ? undefined : fields.toSpliced(how % fields.length, 1)
    },
    call: null
  },
  {
    name: 'words of heading',
    of: 'section',
    key: 'heading',
    change: (was, {word}) => {
      const last = /\p{L}{3,}\.?$/u.exec((was as string | null) ?? '')
      return last ? last.input.slice(0, last.index) + word : undefined
    },
    call: (plan, target, value: string) => setHeading(plan, target as never, value)
  },
  {
    name: 'clear statement',
    of: 'section',
    key: 'statement',
    // Where the heading says another one, that is the section's then.
    change: (was, _, {heading}) => {
      const said = (heading as string | null) ?? ''
      return was === null || (said.includes(':') && !said.includes(String(was))) ? undefined : null
    },
    call: (plan, target) => setStatement(plan, target as never, null)
  },
  {
    name: 'new statement',
    of: 'section',
    key: 'statement',
    change: (was, {word}) => (was === null ? `All ${word} are here` : undefined),
    call: (plan, target, value: string) => setStatement(plan, target as never, value)
  },
  {
    name: 'inner statement',
    of: 'section',
    key: 'statement',
    change: (was, draw, owner) => (was === null ? undefined : anotherText(was, draw, owner)),
    call: (plan, target, value: string) => setStatement(plan, target as never, value)
  }
]

const additions: readonly Kind[] = [
  atStart('add goal first', 'section', 'goals', newGoal),
  atStart('add task first', 'item', 'tasks', ({word}) => ({text: `Buy ${word}`})),
  atStart('add section first', 'period', 'sections', newSection),
  atStart('add goal with tasks', 'section', 'goals', ({word}) => ({
    text: `Buy ${word}`,
    tasks: [{text: `Ask for ${word}`, status: 'done'}, {text: `Pay ${word}`}]
  })),
  listed('add inner section', 'section', 'sections', newSection, null),
  listed(
    'add item note',
    'item',
    'notes',
    ({word}) => ({date: '2031-03-01', updates: [{text: `Bought ${word}`}]}),
    null
  )
]

const transfers: readonly FamilyKind[] = [
  {
    name: 'move goal elsewhere',
    effect: 'move',
    of: 'plan',
    key: 'periods',
    change: (was, draw) => {
      const found = transfer(was, draw)
      if (!found) return undefined
      const periods = structuredClone(was) as Json[]
      const listAt = (path: Path): Json[] => valueAt({periods}, path) as Json[]
      const [goal] = listAt(found.from.path).splice(found.index, 1)
      const to = listAt(found.to.path)
      to.splice(found.isFirst ? 0 : to.length, 0, goal!)
      return periods
    },
    call: (plan, _, __, draw) => {
      const {from, index, to, isFirst} = transfer(toJson(plan).periods, draw)!
      const [goal, section] = [[...from.path, index], to.path.slice(0, -1)].map((path) =>
        nodeAt(plan, path)
      )
      const beside = nodeAt(plan, [...to.path, isFirst ? 0 : to.goals.length - 1])
      return move(
        plan,
        goal as never,
        section as never,
        (isFirst ? {before: beside} : {after: beside}) as never
      )
    },
    moved: (was, draw) => {
      const {from, index} = transfer(was, draw)!
      return [...from.path, index]
    }
  }
]

const effects: readonly (readonly [Effect, RegExp])[] = [
  ['add', /^add (?!field)/],
  ['remove', /^remove (?!field)/],
  ['move', /^move /]
]

/** What stands behind a status is no remark without one: who takes the status away says what becomes of it. */
function alone(kind: Kind): Kind {
  if (kind.name !== 'clear status') return kind
  const change: Kind['change'] = (was, draw, owner, document) =>
    owner['remark'] === null ? kind.change(was, draw, owner, document) : undefined
  return {...kind, change}
}

function effectOf({name}: Kind): Effect {
  return effects.find(([, pattern]) => pattern.test(name))?.[0] ?? 'change'
}

/** The first of a list moves, or the last: see `reordering`. */
function ends(was: unknown, {how}: Draw): Path {
  return [how % 2 === 0 ? 0 : (was as unknown[]).length - 1]
}

const inner: readonly Kind[] = [
  removal('inner section', 'section', 'sections'),
  reordering('inner section', 'section', 'sections')
]

/** Edits that rows of tables take oftener than lists do are drawn as often as all others together. */
export const familyKinds: readonly FamilyKind[] = [
  ...[...kinds, ...moves, ...inner, ...changes, ...additions, ...moves, ...inner, ...changes].map(
    (kind): FamilyKind => ({...alone(kind), effect: effectOf(kind), moved: ends})
  ),
  ...transfers,
  ...transfers
]
