/** The lines of new goals and tasks, and of those that come from elsewhere. */
import {headingMarks} from '../../document/depth.ts'
import {behindText, changeTitled, codeJoint, endsInJoint} from './change-titled.ts'
import {carriedLines} from './extent.ts'
import {fieldLines} from './fields.ts'
import {marksOf, newOpening, withMarks} from './items.ts'
import {noteLines} from './notes.ts'
import {quotesOf, withoutQuotes} from './quotes.ts'
import {isSameData} from './same-data.ts'
import {beforeOf, contentOf, marker, writeText, type State} from './state.ts'
import {rowOf} from './tables/places.ts'
import {teamLines} from './teams.ts'
import type {Owner} from './owner.ts'
import {
  formOf,
  openingOf,
  readTitledLine,
  scopeOf,
  type Titled,
  type TitledForm,
  type TitledLine
} from './titled-line.ts'
import {houseModel, statusModel, stretchMarker} from './titled-style.ts'
import {listOf, type EntityOf} from '../entities.ts'
import type {StatusJson} from '../../plan/json/types.ts'

/** Where a new goal or task goes. */
export interface TitledPlace {
  form: TitledForm
  /** What its line opens with: `* `, `===== `, `'''`. */
  open: string
  /** Those of the page that it is written like. */
  siblings: readonly Titled[]
  /** What stands before it on its line: a cell's mark. */
  left?: string
}

/** The lines of a goal or task, and of what stands in it. */
export function titledLines(thing: Titled, place: TitledPlace, state: State): string[] {
  const before = beforeOf(thing, state)
  if (before && fits(before, place, state)) {
    const lines = carriedLines(before, state, (inner) => {
      changeTitled(before, thing, inner)
      inner.putBelow(before, thing, inner)
    })
    return place.form === 'item' ? withMarks(lines, marksOf(place.open)) : lines
  }
  return [titledLine(thing, place, state), ...linesBelow(thing, place, state)]
}

/** Whether a thing of the page may come as it is. */
function fits(before: Titled, {form, open}: TitledPlace, state: State): boolean {
  if (rowOf(before)) return false
  const line = readTitledLine(before, state)
  return line.form === form && (form === 'item' || openingOf(line).trim() === open.trim())
}

/** What stands in a new goal or task. */
function linesBelow(thing: Titled, place: TitledPlace, state: State): string[] {
  const owner = ownerIn(thing, place)
  return [
    ...teamLines(['dependency', 'primaryTeam'], thing, owner, state),
    ...listOf(thing, 'field').flatMap((field) => fieldLines(field, owner, [], state)),
    ...itemsBelow(thing, place, state)
  ]
}

/** The notes and tasks of a new goal or task. */
export function itemsBelow(thing: Titled, place: TitledPlace, state: State): string[] {
  const {siblings} = place
  const owner = ownerIn(thing, place)
  const grandparent = siblings[0] && state.survey.parentOf(siblings[0])
  const open = newOpening('task', {siblings: [], grandparent, outer: owner.outer}, state)
  return [
    ...listOf(thing, 'note').flatMap((note) => noteLines(note, owner, [], state)),
    ...listOf(thing, 'task').flatMap((task) =>
      titledLines(task, {form: formOf(open), open, siblings: []}, state)
    )
  ]
}

function ownerIn({kind}: Titled, {form, open}: TitledPlace): Owner {
  return {kind, outer: form === 'item' ? marksOf(open) : ''}
}

/** The line of a new goal or task.
 *
 * @param slots What it says otherwise than by its facts, as another place says these.
 */
export function titledLine(
  thing: Titled,
  {form, open: given, siblings, left: outside = ''}: TitledPlace,
  state: State,
  slots: Partial<Titled['facts']> = {}
): string {
  const {status, stretch, code, remark} = {...thing.facts, ...slots}
  const model = code === null ? undefined : codeModel(thing, form, siblings, state)
  // Quotes around a code are none around the text.
  const open = model ? given.slice(0, given.length - quotesOf(given).length) : given
  const closing = closingOf(open)
  const coded = code === null ? '' : model ? model.before + code + model.behind : code + codeJoint
  const opening = (stretch ? stretchMarker(siblings[0], state) : '') + coded
  const start = open + opening
  const own = ownText(thing, form, open, state)
  const write = (left: string, right: string): string => {
    const nodes = withoutQuotes(contentOf(thing, state), open)
    return own ?? writeText(nodes, {left: outside + left, right, scope: scopeOf(form)}, state)
  }
  if (!status) return start + write(start, closing) + closing
  const spelt = speltStatus(thing, status, siblings[0], state)
  const like = statusModel(form, siblings[0], state)
  if (like?.isStatusFirst && remark === null) {
    // The status stands before the quotes that wrap the text, or within them.
    const quotes = quotesOf(like.joint) === '' ? '' : quotesOf(open)
    const outer = open.slice(0, open.length - quotes.length)
    const joint = like.joint.replace(/'*$/, '')
    const left = outer + spelt + joint + quotes + opening
    return left + write(left, closing) + closing
  }
  if (endsInJoint(thing)) {
    const left = `${open}${spelt} ${opening}`
    return left + write(left, closing) + closing
  }
  const isLike = like && !model && like.open.trim() === open.trim()
  const around = isLike ? like : houseModel(form, closing)
  const right = behindText(around, spelt, remark, form, state, `${outside} `)
  return start + write(start, right) + right
}

/**
 * What stands around the codes of its neighbours, which may say what they are.
 *
 * ```markdown
 * | * '''Task D103''': Thank the crews
 *     ^^^^^^^^    ^^^^^                     before, behind
 * ```
 */
function codeModel(
  {kind, facts}: Titled,
  form: TitledForm,
  siblings: readonly Titled[],
  state: State
): {before: string; behind: string} | undefined {
  const near = [...siblings].reverse()
  const all = state.survey.all(kind) as Titled[]
  const like = [near, all]
    .map((list) =>
      list.find((thing) => {
        const {code, text, form: own, isStatusFirst} = readTitledLine(thing, state)
        const isAlike = thing.facts.type === facts.type && own === form && !isStatusFirst
        return isAlike && code !== undefined && code.end <= text.start
      })
    )
    .find(Boolean)
  if (!like) return undefined
  const {open, code, text} = readTitledLine(like, state)
  return {
    before: like.facts.stretch ? '' : open.replace(/^[*#:;=]*[ \t]*/, ''),
    behind: state.page.source.slice(code!.end, text.start)
  }
}

/**
 * The text of a goal or task that comes from elsewhere, as it is written there; `undefined` where it is new, or
 * would be something else in its new place.
 */
function ownText(thing: Titled, form: TitledForm, open: string, state: State): string | undefined {
  const before = beforeOf(thing, state)
  if (!before || !isSameData(before.facts.text, thing.facts.text)) return undefined
  const line = readTitledLine(before, state)
  const text = state.page.source.slice(line.text.start, line.text.end)
  const isSafe = scopeOf(line.form) === scopeOf(form) || !/[=:]/.test(text)
  const isPlain = !/'$/.test(open) || !text.includes("''")
  return isSafe && isPlain && !/[\r\n]/.test(text) ? text : undefined
}

/** A status that came with its goal or task stays as it is written. */
function speltStatus(
  thing: Titled,
  status: StatusJson,
  near: Titled | undefined,
  state: State
): string {
  const was = beforeOf(thing, state)?.facts.status
  if (was && isSameData(was, status)) return status.raw
  return marker(state, near && state.survey.parentOf(near))(status)
}

/** What closes what a line opens with: ` =====` for `===== `, `'''` for `'''`. */
function closingOf(open: string): string {
  if (open.startsWith('=')) return [...open].reverse().join('')
  return quotesOf(open)
}

/** Where a new task goes: beside other tasks, or as the first below its goal or task. */
export function taskPlace(parent: Titled, state: State): TitledPlace {
  const siblings = listOf(parent, 'task')
  const {form, open} = readTitledLine(parent, state)
  const grandparent = state.survey.parentOf(parent)
  const outer = form === 'item' ? marksOf(open) : ''
  const opening = newOpening('task', {siblings, grandparent, outer}, state)
  return {form: formOf(opening), open: opening, siblings}
}

/** What stands around a new goal. */
export interface GoalsAround {
  /** The form of the goal before it. */
  previous: TitledForm | undefined
  /** That of the next goal on the page. */
  next: TitledForm | undefined
  siblings: Titled[]
  /** The level of its heading, where no other goal tells. */
  depth: number
}

/**
 * Where a new goal goes. A goal that is an item cannot stand behind one that is a heading, as it would be its
 * task, nor the other way round.
 */
export function goalPlace(goal: EntityOf<'goal'>, around: GoalsAround, state: State): TitledPlace {
  const {previous, next, siblings, depth} = around
  const owner = siblings[0] ?? state.survey
  const {survey} = state
  const read = (goals: readonly Titled[]): TitledLine[] =>
    goals.map((thing) => readTitledLine(thing, state))
  const lines = survey.once(owner, 'goals', () => [
    ...read(survey.all('goal').filter((thing) => !rowOf(thing))),
    ...read(siblings)
  ])
  const form = goalForm(goal, previous, next, lines.at(-1)?.form)
  if (form === 'item')
    return {form, open: newOpening('goal', {siblings, outer: ''}, state), siblings}
  const like = survey.once(owner, `goal ${form}`, () =>
    lines.findLast((line) => line.form === form)
  )
  const open = like ? openingOf(like) : openings[form](depth)
  return {form, open, siblings}
}

function goalForm(
  goal: EntityOf<'goal'>,
  previous: TitledForm | undefined,
  next: TitledForm | undefined,
  usual: TitledForm | undefined
): TitledForm {
  const hasTasks = goal.children.length > 0
  const isForced = previous !== undefined && previous !== 'item'
  const form = isForced ? previous : next === 'item' || previous === 'item' ? 'item' : usual
  if (form === 'plain' && !hasTasks) return 'bold'
  return form ?? (hasTasks ? 'heading' : 'item')
}

const openings: Record<TitledForm, (depth: number) => string> = {
  heading: (depth) => `${headingMarks(depth)} `,
  bold: () => "'''",
  term: () => ';',
  plain: () => '',
  item: () => '* '
}
