import {vocabularyOf, type VocabularyOptions} from './options.ts'
import {planWith} from './path.ts'
import {insertIndex} from './place.ts'
import {find, type Target} from './target.ts'
import {toTeam} from './teams.ts'
import {checkEntry, type Keys} from '../vocabulary/check.ts'
import {toText} from '../document/plain-text.ts'
import type {Dependencies, Goal, Plan, PrimaryTeams, Section, Task, Team} from '../plan/types.ts'
import type {Node} from 'unist'
import type {Vocabulary} from '../vocabulary/index.ts'

/** The teams of a section, goal or task, all of them; a list that is left out stays as it is. */
export interface Teams {
  dependencies?: readonly string[]
  primaryTeams?: readonly string[]
}

const types = ['dependencies', 'primaryTeams'] as const
const isList = (value: unknown): boolean => value === undefined || Array.isArray(value)

/** The keys of {@link Teams}. */
export const teamKeys: Keys = new Map(types.map((type) => [type, [isList, 'an array of names']]))

/**
 * Says which teams a section, goal or task depends on and which are its own. A team that is there already keeps its
 * node, and what its name links to; an empty list takes the line away.
 *
 * @throws {TargetError} where the plan has no such section, goal or task.
 * @throws {TypeError} for what are no lists of names.
 */
export function setTeams(
  plan: Plan,
  target: Target,
  teams: Teams,
  options?: VocabularyOptions | null
): Plan {
  const {node, path} = find(plan, target, 'setTeams', ['section', 'goal', 'task'])
  checkEntry(teams, teamKeys, 'teams')
  const vocabulary = vocabularyOf(options)
  let edited: Teamed = node
  for (const type of types) {
    const names = teams[type]
    if (names) edited = withTeams(edited, type, names, vocabulary)
  }
  return edited === node ? plan : planWith(path, edited)
}

/** What may have teams. */
type Teamed = Section | Goal | Task

/** A node with these teams in one list, where it had the first one of its kind. */
function withTeams(
  node: Teamed,
  type: (typeof types)[number],
  names: readonly string[],
  vocabulary: Vocabulary
): Teamed {
  const isOld = (child: Node): child is Dependencies | PrimaryTeams => child.type === type
  const nodes: readonly Node[] = node.children
  const old = nodes.filter(isOld)
  const known = old.flatMap(({children}) => children)
  const children = names.map((name) => takeTeam(known, name) ?? toTeam(name, vocabulary))
  const list: Dependencies | PrimaryTeams = {...old[0], type, children}
  const at = old[0] ? nodes.indexOf(old[0]) : insertIndex(node, list)
  const [before, after] = [nodes.slice(0, at), nodes.slice(at)].map((part) =>
    part.filter((child) => !isOld(child))
  )
  return {
    ...node,
    children: [...before!, ...(children.length > 0 ? [list] : []), ...after!]
  } as Teamed
}

/** Takes the first team of a name off a list. */
function takeTeam(teams: Team[], name: string): Team | undefined {
  const at = teams.findIndex((team) => toText(team) === name)
  return at < 0 ? undefined : teams.splice(at, 1)[0]
}
