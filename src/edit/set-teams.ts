import {vocabularyOf, type VocabularyOptions} from './options.ts'
import {planWith} from './path.ts'
import {insertIndex} from './place.ts'
import {find, type Target} from './target.ts'
import {toTeam} from './teams.ts'
import {checkEntry, type Keys} from '../vocabulary/check.ts'
import {childrenOf} from '../document/children.ts'
import {toText} from '../document/plain-text.ts'
import type {Dependencies, Section, Plan, PrimaryTeams, Team} from '../plan/types.ts'
import type {Vocabulary} from '../vocabulary/index.ts'

/** The teams of a section, all of them; a list that is left out stays as it is. */
export interface Teams {
  dependencies?: readonly string[]
  primaryTeams?: readonly string[]
}

const types = ['dependencies', 'primaryTeams'] as const
const isList = (value: unknown): boolean => value === undefined || Array.isArray(value)

/** The keys of {@link Teams}. */
export const teamKeys: Keys = new Map(types.map((type) => [type, [isList, 'an array of names']]))

/**
 * Says which teams a section depends on and which are its own. A team that is there already keeps its
 * node, and what its name links to; an empty list takes the line away.
 *
 * @throws {TargetError} where the plan has no such section.
 * @throws {TypeError} for what are no lists of names.
 */
export function setTeams(
  plan: Plan,
  target: Target,
  teams: Teams,
  options?: VocabularyOptions | null
): Plan {
  const {node, path} = find(plan, target, 'setTeams', ['section'])
  checkEntry(teams, teamKeys, 'teams')
  const vocabulary = vocabularyOf(options)
  let edited = node
  for (const type of types) {
    const names = teams[type]
    if (names) edited = withTeams(edited, type, names, vocabulary)
  }
  return edited === node ? plan : planWith(path, edited)
}

/** A section with these teams in one list, where it had the first one of its kind. */
function withTeams(
  section: Section,
  type: (typeof types)[number],
  names: readonly string[],
  vocabulary: Vocabulary
): Section {
  const old: (Dependencies | PrimaryTeams)[] = childrenOf(section, type)
  const known = old.flatMap(({children}) => children)
  const children = names.map((name) => takeTeam(known, name) ?? toTeam(name, vocabulary))
  const list: Dependencies | PrimaryTeams = {...old[0], type, children}
  const at = old[0] ? section.children.indexOf(old[0]) : insertIndex(section, list)
  const others = (nodes: Section['children']) => nodes.filter((child) => child.type !== type)
  const [before, after] = [section.children.slice(0, at), section.children.slice(at)]
  const own = children.length > 0 ? [list] : []
  return {...section, children: [...others(before), ...own, ...others(after)]}
}

/** Takes the first team of a name off a list. */
function takeTeam(teams: Team[], name: string): Team | undefined {
  const at = teams.findIndex((team) => toText(team) === name)
  return at < 0 ? undefined : teams.splice(at, 1)[0]
}
