/**
 * The teams of a section, goal or task.
 *
 * ```markdown
 * | ''Dependencies on: Lighthouse Keepers; Primary teams: Piers, Boats''
 *   ^^                                                                ^^  open, close
 *     ^^^^^^^^^^^^^^^^                   ^^^^^^^^^^^^^                    labels
 *                      ^^^^^^^^^^^^^^^^^^               ^^^^^  ^^^^^      teams
 * ```
 */
import {insertBehind} from './extent.ts'
import {majority} from './majority.ts'
import {lineBefore, openingIn, toOwner, type Owner} from './owner.ts'
import {contentEnd, lineAt, lineStart, linesOf, rangeOf} from './page.ts'
import {teamRoles, type TeamKind} from './tables/said.ts'
import {putTeamCells, rowChange} from './tables/slots.ts'
import {beforeOf, contentOf, writeText, type State} from './state.ts'
import {changeTextThing} from './texts.ts'
import {childrenOf} from '../../document/children.ts'
import {listOf, type Entity, type EntityOf} from '../entities.ts'
import {stays} from '../match/stays.ts'
import {scopes} from '../../write/wikitext/unsafe.ts'
import type {Dependencies, Section, PrimaryTeams} from '../../plan/types.ts'

type OwnerThing = EntityOf<'section'> | EntityOf<'goal'> | EntityOf<'task'>
export type TeamThing = EntityOf<'dependency'> | EntityOf<'primaryTeam'>
type Teams = Dependencies | PrimaryTeams

const kinds: readonly TeamKind[] = ['dependency', 'primaryTeam']

/** Puts the teams of a section, goal or task into their lines, or into the cells of its row. */
export function putTeams(before: OwnerThing, after: OwnerThing, state: State): void {
  const inRow = rowChange(before, after, state)
  if (inRow) return putTeamCells(inRow)
  const going: Teams[] = []
  const fresh: TeamKind[] = []
  for (const kind of kinds) {
    const [was, is] = [listOf(before, kind), listOf(after, kind)] as [TeamThing[], TeamThing[]]
    const nodes = teamsOf(before, kind)
    if (was.length > 0 && is.length === 0) going.push(...nodes)
    else if (nodes.length > 0) putNames(was, is, nodes, state)
    else if (is.length > 0) fresh.push(kind)
  }
  removeLabels(going, before, state)
  if (fresh.length > 0) addLabels(fresh, before, after, state)
}

/** What says the teams of one kind. */
export function teamsOf({node}: OwnerThing, kind: TeamKind): Teams[] {
  return childrenOf(node as Section, teamRoles[kind])
}

/** Names that go, change and come, in labels that stay. */
export function putNames(
  was: TeamThing[],
  is: TeamThing[],
  nodes: readonly Teams[],
  state: State
): void {
  const staying = stays(is, state.matching.beforeOf, was)
  const kept = new Set(is.filter((team) => staying.has(team)).map((team) => beforeOf(team, state)!))
  const teamOf = new Map(was.map((team) => [team.node, team]))
  for (const {children} of nodes) {
    const teams = children.map((name) => teamOf.get(name)!)
    removeNames(teams, kept, state)
  }
  let place: NamePlace = firstPlace(is, staying, nodes[0]!, state)
  for (const team of is) {
    const own = staying.has(team) ? beforeOf(team, state)! : undefined
    if (own) {
      changeTextThing(own, team, state)
      place = {at: rangeOf(own.node).end, before: ', ', behind: ''}
    } else {
      addName(team, place, state)
      if (place.behind === '') place = {...place, before: ', '}
    }
  }
}

/** Where a name goes, and what parts it from its neighbour. */
interface NamePlace {
  at: number
  before: string
  behind: string
}

/** Before the first name that stays, or where the names began. */
function firstPlace(
  is: readonly TeamThing[],
  staying: ReadonlySet<Entity>,
  label: Teams,
  state: State
): NamePlace {
  const first = is.find((team) => staying.has(team))
  if (first) return {at: rangeOf(beforeOf(first, state)!.node).start, before: '', behind: ', '}
  const [old] = label.children
  if (old) return {at: rangeOf(old).start, before: '', behind: ''}
  // `Primary team:` without a name, and maybe within quotes.
  const {start, end} = rangeOf(label)
  const colon = state.page.source.lastIndexOf(':', end - 1)
  return {at: colon < start ? end : colon + 1, before: ' ', behind: ''}
}

/** A name goes with the comma before it, or where none stays before it, with the one behind. */
function removeNames(teams: readonly TeamThing[], kept: ReadonlySet<Entity>, {patch}: State): void {
  let isFirst = true
  for (const [index, team] of teams.entries()) {
    const {start, end} = rangeOf(team.node)
    const [before, behind] = [teams[index - 1], teams[index + 1]]
    if (kept.has(team)) isFirst = false
    else if (!isFirst) patch.replace({start: rangeOf(before!.node).end, end, text: ''})
    else patch.replace({start, end: behind ? rangeOf(behind.node).start : end, text: ''})
  }
}

function addName(team: TeamThing, {at, before, behind}: NamePlace, state: State): void {
  const line = lineAt(state.page, at)
  const left = state.page.source.slice(lineStart(state.page, line), at) + before
  const name = writeText(contentOf(team, state), {left, right: behind, scope: scopes.line}, state)
  state.patch.replace({start: at, end: at, text: before + name + behind})
}

/** Labels without a team go; a line that has no other goes with them. */
function removeLabels(going: readonly Teams[], owner: OwnerThing, state: State): void {
  const {page, patch} = state
  const staying = kinds
    .flatMap((kind) => teamsOf(owner, kind))
    .filter((node) => !going.includes(node))
  for (const node of going) {
    const {first, last} = linesOf(page, node)
    const others = staying.filter((other) => linesOf(page, other).first === first)
    const behind = others.find((other) => rangeOf(other).start >= rangeOf(node).end)
    const before = others.find((other) => rangeOf(other).end <= rangeOf(node).start)
    if (behind)
      patch.replace({start: labelStart(node, state), end: labelStart(behind, state), text: ''})
    else if (before) patch.replace({start: namesEnd(before), end: namesEnd(node), text: ''})
    else patch.remove(first, last)
  }
}

/** Where the label's first letter stands, behind the markup of its line. */
function labelStart(node: Teams, {page}: State): number {
  const {start, end} = rangeOf(node)
  return start + page.source.slice(start, end).search(/\p{L}/u)
}

function namesEnd(node: Teams): number {
  const last = node.children.at(-1)
  return last ? rangeOf(last).end : rangeOf(node).end
}

/** Labels that are new there: on the line of the other one, or on a line of their own. */
function addLabels(
  fresh: readonly TeamKind[],
  before: OwnerThing,
  after: OwnerThing,
  state: State
): void {
  const owner = toOwner(before, state)
  // Where one label is new, the other may have a line already, and keep it.
  const [other] = kinds.filter((kind) => !fresh.includes(kind))
  const isStaying = other !== undefined && listOf(after, other).length > 0
  const labels = isStaying ? teamsOf(before, other) : []
  const beside = labels.findLast(({children}) => children.length > 0)
  if (beside && lineStyle(owner, state).isOneLine) return addBeside(fresh[0]!, beside, after, state)
  const lines = teamLines(fresh, after, owner, state)
  const line = beside ? undefined : lineBefore(before, 'dependency', state)
  if (line === undefined) insertBehind((beside ?? before.node) as never, lines, state)
  else state.patch.insert(line, lines)
}

function addBeside(kind: TeamKind, beside: Teams, after: OwnerThing, state: State): void {
  const at = kind === 'primaryTeam' ? namesEnd(beside) : labelStart(beside, state)
  const line = lineStart(state.page, lineAt(state.page, at))
  const list = teamList(kind, after, state.page.source.slice(line, at), state)
  state.patch.replace({
    start: at,
    end: at,
    text: kind === 'primaryTeam' ? `; ${list}` : `${list}; `
  })
}

/** The lines of some teams, as the page has those of other such things. */
export function teamLines(
  wanted: readonly TeamKind[],
  thing: OwnerThing,
  owner: Owner,
  state: State
): string[] {
  const said = wanted.filter((kind) => listOf(thing, kind).length > 0)
  if (said.length === 0) return []
  const {open: opening, close, isOneLine} = lineStyle(owner, state)
  const open = openingIn(owner, opening)
  const lists = said.map((kind) => teamList(kind, thing, open, state))
  return (isOneLine ? [lists.join('; ')] : lists).map((list) => open + list + close)
}

/** `Primary teams: Piers, Boats` */
function teamList(kind: TeamKind, thing: OwnerThing, left: string, state: State): string {
  const teams = listOf(thing, kind) as TeamThing[]
  const label = labelOf(kind, teams.length, state)
  const names = teams.map((team) => {
    return writeText(
      contentOf(team, state),
      {left: `${left}${label}: `, right: '', scope: scopes.line},
      state
    )
  })
  return `${label}: ${names.join(', ')}`
}

/** The label as the page writes it for as many teams. */
function labelOf(kind: TeamKind, count: number, state: State): string {
  return state.survey.once(state.survey, `label ${kind} ${count === 1}`, () =>
    majorLabel(kind, count, state)
  )
}

function majorLabel(kind: TeamKind, count: number, state: State): string {
  const used = owners(state).flatMap((thing) =>
    teamsOf(thing, kind).map((teams) => ({teams, isOne: teams.children.length === 1}))
  )
  const texts = (list: typeof used): string[] => list.map(({teams}) => labelText(teams, state))
  const like = majority([texts(used.filter(({isOne}) => isOne === (count === 1)))])
  if (like !== undefined) return like
  const [one = '', several = one] = state.vocabulary.labels[teamRoles[kind]]
  return kind === 'primaryTeam' && count > 1 ? several : one
}

function labelText(node: Teams, state: State): string {
  const text = state.page.source.slice(labelStart(node, state), rangeOf(node).end)
  return text.slice(0, Math.max(text.indexOf(':'), 0)).trimEnd()
}

interface LineStyle {
  open: string
  close: string
  isOneLine: boolean
}

/** How lines of teams are marked up, and whether one has both labels. */
function lineStyle({kind}: Owner, state: State): LineStyle {
  return state.survey.once(state.survey, `teams of ${kind}`, () => majorStyle(kind, state))
}

/** Those of goals and tasks are like those of sections, where the page has no other. */
function majorStyle(kind: Owner['kind'], state: State): LineStyle {
  const things = owners(state)
  const isOfSection = (thing: OwnerThing): boolean => thing.kind === 'section'
  const ofSections = stylesOf(things.filter(isOfSection), state)
  const ofItems = stylesOf(
    things.filter((thing) => !isOfSection(thing)),
    state
  )
  const groups = kind === 'section' ? [ofSections] : [ofItems, ofSections]
  const like = majority(groups, ({open, close}) => open + '|' + close)
  return like ?? {open: "''", close: "''", isOneLine: true}
}

function owners({survey}: State): OwnerThing[] {
  return [...survey.all('section'), ...survey.all('goal'), ...survey.all('task')]
}

function stylesOf(things: readonly OwnerThing[], state: State): LineStyle[] {
  const {page} = state
  const styles = things.flatMap((thing): LineStyle[] => {
    const all = kinds.flatMap((kind) => teamsOf(thing, kind))
    const lines = all.map((teams) => linesOf(page, teams).first)
    return all.map((teams, index) => {
      const line = lines[index]!
      const open = page.source.slice(lineStart(page, line), labelStart(teams, state))
      const end = contentEnd(page, line)
      const close = /'*$/.exec(page.source.slice(0, end).slice(lineStart(page, line)))![0]
      return {
        open: /^[:*'\s]*$/.test(open) ? open : '',
        close,
        isOneLine: lines.length < 2 || lines[0] === lines[1]
      }
    })
  })
  return styles.filter(({open, close}) => /'*$/.exec(open)![0] === close)
}
