/** What sets a value of a node. */
import {build, toDate, type Teams} from './build.ts'
import {toContent, toSomeContent, toTeam, withContent, type Content} from './content.ts'
import {things} from './move.ts'
import {vocabularyOf, type VocabularyOptions} from '../vocabulary/index.ts'
import {pathTo, planWith, replace, siblingsIn} from './path.ts'
import {insert, insertIndex, withChild} from './place.ts'
import {find, TargetError, type Target} from './target.ts'
import {childOf, childrenOf} from '../document/children.ts'
import {flatten, mark, slice, statusesOf, trimNodes} from '../document/phrasing.ts'
import {toText} from '../document/plain-text.ts'
import {opened} from '../plan/json/to-phrasing.ts'
import {contentOf, isList, openingEnd, rowsOf, teamLines} from '../plan/model.ts'
import {toStatus} from '../plan/status.ts'
import {checkEntry, checkPlan, wrong, type Keys} from '../check.ts'
import type {PhrasingContent, Status} from '../document/types.ts'
import type {
  Dependencies,
  Field,
  Goal,
  Objective,
  Plan,
  PrimaryTeams,
  Section,
  Statement,
  Task,
  Team,
  Update,
  Value
} from '../plan/types.ts'
import type {Node} from 'unist'
import type {Vocabulary} from '../vocabulary/index.ts'

/**
 * Sets a note's date. The note stays where it is, and keeps its id.
 *
 * @param date A day, a month or a year in ISO 8601: `2030-08-14`, `2030-08`, `2030`.
 * @throws {TargetError} where the plan has no such note.
 * @throws {TypeError} for what is no such date.
 */
export function setDate(
  plan: Plan,
  target: Target,
  date: string,
  options?: VocabularyOptions | null
): Plan {
  const {node, path} = find(plan, target, 'setDate', ['note'])
  const made = toDate(date, vocabularyOf(options))
  const old = childOf(node, 'date')
  if (old?.value === made.value) return plan
  return planWith(path, withChild(node, old, made))
}

/**
 * Says whether a goal or task is a stretch: beyond what is promised.
 *
 * @throws {TargetError} where the plan has no such goal or task.
 * @throws {TypeError} where `stretch` is no boolean.
 */
export function setStretch(plan: Plan, target: Target, stretch: boolean): Plan {
  const {node, path} = find(plan, target, 'setStretch', ['goal', 'task'])
  if (typeof stretch !== 'boolean') throw wrong('stretch', 'true or false', stretch)
  return node.stretch === stretch ? plan : planWith(path, {...node, stretch})
}

/**
 * Changes a text: a goal's title, a task's or update's text, a team's name, a field's value, one of a section's
 * objectives.
 * The statuses that open an update stay, and only a field's value may be blank.
 *
 * A section's texts have functions of their own: `setHeading` and `setStatement`.
 *
 * @throws {TargetError} where the plan has no such thing.
 * @throws {TypeError} for what is no text, or cannot stand there.
 */
export function setText(
  plan: Plan,
  target: Target,
  text: Content,
  options?: VocabularyOptions | null
): Plan {
  const {node, path} = find(plan, target, 'setText', texted)
  return planWith(path, withText(node, text, vocabularyOf(options)))
}

type Texted = Field | Objective | Team | Goal | Task | Update

/** What has a text of its own, or is one. */
const texted = things.filter(
  (type): type is Texted['type'] =>
    type === 'team' || rowsOf(type).some(([, row]) => !isList(row) && row.slot === 'text')
)

function withText(node: Texted, text: Content, vocabulary: Vocabulary): Texted {
  if (node.type === 'field') return withValue(node, toContent(text, 'text', vocabulary))
  if (node.type === 'team') return {...node, children: toTeam(text, vocabulary).children}
  if (node.type === 'goal' || node.type === 'task')
    return withContent(node, toSomeContent(text, 'text', vocabulary))
  if (node.type !== 'update') return {...node, children: toSomeContent(text, 'text', vocabulary)}
  const content = contentOf(node)
  const opening = slice(content, 0, openingEnd(content))
  const isOpened = flatten(opening).includes(mark)
  return withContent(node, [
    ...opening,
    ...(isOpened ? toContent : toSomeContent)(text, 'text', vocabulary)
  ])
}

/**
 * Sets, changes or clears a status. A malformed one becomes well-formed; one that is well-formed and says
 * so already stays as it is.
 *
 * @param target A goal, a task, or an update: of an update, its first status is meant; it opens one that
 *   has none.
 * @param status Its value (`in-progress`), label (`In progress`) or alias; `null` clears it.
 * @throws {TargetError} where the plan has no such goal, task or update, or nothing of it would be left.
 * @throws {StatusError} for a status that the vocabulary does not know.
 * @throws {TypeError} for other arguments of the wrong kind.
 */
export function setStatus(
  plan: Plan,
  target: Target,
  status: string | null,
  options?: VocabularyOptions | null
): Plan {
  const {node, path} = find(plan, target, 'setStatus', ['goal', 'task', 'update'])
  const vocabulary = vocabularyOf(options)
  const made = status === null ? undefined : toStatus(status, vocabulary)
  const old = statusOf(node)
  if (old?.value === made?.value && old?.form !== 'malformed') return plan
  const edited = node.type === 'update' ? ofUpdate(node, old, made) : withChild(node, old, made)
  if (flatten(contentOf(edited)).trim() === '' && !statusOf(edited))
    throw new TargetError(
      'A status with no text beside it cannot be cleared: remove what it stands in'
    )
  return planWith(path, edited)
}

function statusOf(node: Goal | Task | Update): Status | undefined {
  return node.type === 'update' ? statusesOf(contentOf(node))[0] : childOf(node as Goal, 'status')
}

function ofUpdate(node: Update, old: Status | undefined, made: Status | undefined): Update {
  const content = contentOf(node)
  if (!old) return withContent(node, opened([made!], content))
  const line: Statement = {type: 'statement', children: content}
  const path = pathTo(line, (inner) => inner === old)!
  const {children} = replace(path, made)[0] as Statement
  return withContent(node, made ? children : trimNodes(children))
}

const lines = Object.values(teamLines)
const isNames = (value: unknown): boolean => value === undefined || Array.isArray(value)

/** The keys of {@link Teams}. */
const teamKeys: Keys = new Map(lines.map((type) => [type, [isNames, 'an array of names']]))

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
  for (const type of lines) {
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
  type: (typeof lines)[number],
  names: readonly string[],
  vocabulary: Vocabulary
): Teamed {
  const isOld = (child: Node): child is Dependencies | PrimaryTeams => child.type === type
  // A cell of a table may name them for several goals.
  const {key, siblings: nodes} = siblingsIn(node, type)
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
    [key]: [...before!, ...(children.length > 0 ? [list] : []), ...after!]
  } as Teamed
}

/** Takes the first team of a name off a list. */
function takeTeam(teams: Team[], name: string): Team | undefined {
  const at = teams.findIndex((team) => toText(team) === name)
  return at < 0 ? undefined : teams.splice(at, 1)[0]
}

/**
 * Sets, adds or, with `null`, removes a field.
 *
 * @param label The field's label, in any case, or its name (`goalOwner`).
 * @throws {TypeError} for a new label that is none, or a value that is no text.
 */
export function setField(
  plan: Plan,
  label: string,
  value: Content | null,
  options?: VocabularyOptions | null
): Plan {
  checkPlan(plan, 'setField')
  if (typeof label !== 'string') throw wrong('label', 'a string', label)
  const vocabulary = vocabularyOf(options)
  const old = findField(plan, label)
  if (value === null) return old ? planWith([plan, old], undefined) : plan
  const content = toContent(value, 'value', vocabulary)
  if (old) return planWith([plan, old], withValue(old, content))
  return insert([plan], build('field', {label, value: content}, vocabulary))
}

/** A field with another value, which stands where the old one stood. */
function withValue(field: Field, children: PhrasingContent[]): Field {
  const old = childOf(field, 'value')
  const own: Value = {...old, type: 'value', children}
  return withChild(field, old, children.length > 0 ? own : undefined)
}

function findField(plan: Plan, label: string): Field | undefined {
  const fields = childrenOf(plan, 'field')
  const words = label.trim().toLowerCase()
  return (
    fields.find((field) => field.label.toLowerCase() === words) ??
    fields.find(({name}) => name === label)
  )
}
