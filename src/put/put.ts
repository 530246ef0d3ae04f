/**
 * Puts an edited plan into its page, thing by thing: what stays is changed where it stands, what goes is taken
 * out, and what comes is written behind what stands before it.
 */
import {insertBehind, removeThing} from './extent.ts'
import {changeField, fieldLines} from './fields.ts'
import {changeDate, isBeside, noteHeadLine, readNoteHead} from './note-head.ts'
import {noteLines} from './notes.ts'
import {changeUpdate, isItem, outerMarks, ownUpdates, removeBeside, updateLines} from './updates.ts'
import {gapBefore, withGap} from './gaps.ts'
import {newOpening} from './items.ts'
import {goalPlace, taskPlace, titledLines} from './new-titled.ts'
import {
  changeOutcome,
  headingOf,
  holdsStatement,
  lastLineBefore,
  newSection,
  outcomeLines,
  sectionHeading
} from './outcomes.ts'
import {lineAt, lineText, linesOf, rangeOf} from './page.ts'
import {planHeading} from './plan-heading.ts'
import {
  changePeriod,
  isFirstPanel,
  linesOfPeriod,
  periodLine,
  periodLines,
  removePeriod
} from './periods.ts'
import {beforeOf, type State} from './state.ts'
import {isSameData} from './same-data.ts'
import {firstLine} from './survey.ts'
import {putTeams} from './teams.ts'
import {changeTextThing, isInHeading, objectiveLines, statementLines} from './texts.ts'
import {changeTitled, marksOf, readTitledLine, type Titled, type TitledForm} from './titled-line.ts'
import {listOf, order, type Entity, type EntityOf, type Kind} from '../changes/entities.ts'
import {stays} from '../changes/stays.ts'

/** Puts what stands below a thing into its page. */
export function putBelow(before: Entity, after: Entity, state: State): void {
  for (const kind of order[after.kind]) {
    if (kind === 'primaryTeam') continue
    if (kind === 'dependency') putTeamsOf(before, after, state)
    else putList(kind, before, after, state)
  }
}

/** A list of the page and what it is to be. */
interface List {
  kind: Kind
  before: Entity
  after: Entity
  siblings: Entity[]
  /** The things of the edited list that stay where they are on the page. */
  staying: ReadonlySet<Entity>
  state: State
}

/** Where in its list a new thing goes. */
interface Place extends List {
  /** The form of the goal before it. */
  previousForm: TitledForm | undefined
  /** The next thing of the page that stays. */
  next: Entity | undefined
}

/** How things of a kind are put into a page. */
interface Handler {
  change: (before: never, after: never, state: State) => void
  lines: (thing: never, place: Place) => string[]
  /** The line behind which the first thing of the list goes, and what has to stand before it. */
  opening: (list: List) => {line: number | undefined; lines: string[]}
  remove?: (thing: never, list: List) => void
  /**
   * Whether a thing of the page cannot stay where it is: an update that is no item has none below it, updates
   * behind a note are that note's, and the first panel of a `<tabber>` is unlike the others.
   */
  isBound?: (before: never, list: List, index: number) => boolean
}

function putList(kind: Kind, before: Entity, after: Entity, state: State): void {
  const handler = handlers[kind]
  const siblings = before.children.filter((child) => child.kind === kind)
  const wanted = after.children.filter((child) => child.kind === kind)
  const list: List = {kind, before, after, siblings, staying: new Set(), state}
  const free = wanted.filter((thing, index) => !isBound(thing, list, index))
  list.staying = stays(free, state.matching.beforeOf, siblings)
  const kept = new Set([...list.staying].map((thing) => beforeOf(thing, state)))
  for (const thing of siblings) {
    if (kept.has(thing)) continue
    if (handler.remove) handler.remove(thing as never, list)
    else removeThing(thing, state)
  }
  putThings(wanted, list, handler)
}

function isBound(thing: Entity, list: List, index: number): boolean {
  const before = beforeOf(thing, list.state)
  return (before && handlers[list.kind].isBound?.(before as never, list, index)) ?? false
}

function putThings(wanted: readonly Entity[], list: List, handler: Handler): void {
  const {state} = list
  const nextOf = nextStaying(wanted, list)
  let insert: ((lines: string[], isFirst: boolean) => void) | undefined
  let previousForm: TitledForm | undefined
  for (const [index, thing] of wanted.entries()) {
    const before = list.staying.has(thing) ? beforeOf(thing, state) : undefined
    if (before) {
      if (hasChanged(before, thing)) handler.change(before as never, thing as never, state)
      putBelow(before, thing, state)
      insert = insertAfter(before, list)
      previousForm = formOfTitled(before, state)
    } else {
      const next = nextOf.get(thing)
      const place: Place = {...list, previousForm, next}
      const lines = handler.lines(thing as never, place)
      insert ??= next ? insertBefore(next, list) : insertFirst(list, handler)
      insert(lines, index === 0)
      if (thing.kind === 'goal') previousForm = goalFormOf(thing, place)
    }
  }
}

/** Whether a thing says something new of itself; an outcome's heading may hold what stands below it. */
function hasChanged(before: Entity, after: Entity): boolean {
  return after.kind === 'outcome' || !isSameData(before.facts, after.facts)
}

/** For each thing that does not stay, the next on the page that does. */
function nextStaying(wanted: readonly Entity[], {staying, state}: List): Map<Entity, Entity> {
  const nextOf = new Map<Entity, Entity>()
  let next: Entity | undefined
  for (const thing of [...wanted].reverse()) {
    if (staying.has(thing)) next = beforeOf(thing, state)
    else if (next) nextOf.set(thing, next)
  }
  return nextOf
}

type Insert = (lines: string[], isFirst: boolean) => void

/** Behind a thing of the page. */
function insertAfter(before: Entity, {kind, state}: List): Insert {
  if (before.kind === 'period') {
    const {last} = linesOfPeriod(before, state)
    return (lines) => state.patch.insert(last, withGap(lines, kind, false, state))
  }
  return (lines) => {
    insertBehind(before.node, withGap(lines, kind, false, state), state)
  }
}

/** Before a thing of the page that has been the first. */
function insertBefore(next: Entity, {kind, state}: List): Insert {
  return (lines) => {
    const line = lineBefore(next, lines, state)
    state.patch.insert(line, [...lines, ...gapBefore(lines, kind, false, state)])
  }
}

/** The line before a thing: an item goes behind the mark of Translate of its list, all else before it. */
function lineBefore({node}: Entity, [line = '']: readonly string[], {page}: State): number {
  const isOfBlock = marksOf(line) !== ''
  return (isOfBlock ? linesOf(page, node).first : firstLine(page, node)) - 1
}

/** As the first of its list: in the place of what stood there, else where such lists begin. */
function insertFirst(list: List, handler: Handler): Insert {
  const {kind, siblings, state} = list
  const old = siblings.find((thing) => hasOwnLines(thing, list))
  if (old) {
    return (lines, isFirst) => {
      const line = lineBefore(old, lines, state)
      state.patch.insert(line, isFirst ? lines : withGap(lines, kind, false, state))
    }
  }
  const {line, lines: opening} = handler.opening(list)
  let lead = opening
  return (lines, isFirst) => {
    const all = [...lead, ...withGap(lines, kind, isFirst, state)]
    lead = []
    if (line === undefined) insertBehind(list.before.node, all, state)
    else state.patch.insert(line, all)
  }
}

function formOfTitled(thing: Entity, state: State): TitledForm | undefined {
  return thing.kind === 'goal' ? readTitledLine(thing, state).form : undefined
}

function goalFormOf(goal: EntityOf<'goal'>, place: Place): TitledForm {
  return goalPlace(goal, aroundGoal(place), place.state).form
}

function aroundGoal({
  previousForm,
  next,
  siblings,
  before,
  state
}: Place): Parameters<typeof goalPlace>[1] {
  const section = before.kind === 'outcome' ? sectionHeading(before, 'goals', state) : undefined
  return {
    previous: previousForm,
    next: next && formOfTitled(next, state),
    siblings: siblings as Titled[],
    depth: section?.type === 'heading' ? section.depth + 1 : headingDepth(before) + 2
  }
}

function headingDepth(outcome: Entity): number {
  const heading = outcome.kind === 'outcome' ? headingOf(outcome) : undefined
  return heading?.type === 'heading' ? heading.depth : 3
}

/** Whether lines can stand where a thing's do: it shares none with another. */
function hasOwnLines(thing: Entity, list: List): boolean {
  if (thing.kind === 'update') return !isBesideIn(thing, list)
  return thing.kind !== 'statement' || !isInHeading(thing, list.state)
}

function isBesideIn(update: EntityOf<'update'>, {before, state}: List): boolean {
  return before.kind === 'note' && isBeside(update.node, before.node, state.page)
}

function putTeamsOf(before: Entity, after: Entity, state: State): void {
  if (before.kind !== 'outcome' || after.kind !== 'outcome') return
  const opening = (): {insert: (lines: readonly string[]) => void} => {
    const line = lastLineBefore(before, 'dependency', state)
    return {
      insert: (lines) =>
        line === undefined
          ? insertBehind(before.node, lines, state)
          : state.patch.insert(line, lines)
    }
  }
  putTeams(before, after, opening, state)
}

/** The section that a goal or note stands in, with a heading where there is none yet. */
function openSection(section: 'goals' | 'status', kind: 'goal' | 'note') {
  return ({before, state}: List): {line: number | undefined; lines: string[]} => {
    const outcome = before as EntityOf<'outcome'>
    const heading = sectionHeading(outcome, section, state)
    if (heading) return {line: linesOf(state.page, heading).last, lines: []}
    const {lines} = newSection(section, headingDepth(outcome), state)
    return {line: lastLineBefore(outcome, kind, state), lines}
  }
}

const titled: Pick<Handler, 'change'> = {
  change: (before: Titled, after: Titled, state) => changeTitled(before, after, state)
}

/** The updates below the siblings of a note or update. */
function cousinsOf(parent: Entity, {survey}: State): Entity[] {
  return (survey.parentOf(parent)?.children ?? []).flatMap((sibling) => listOf(sibling, 'update'))
}

const handlers: Record<Kind, Handler> = {
  plan: {change: () => {}, lines: () => [], opening: () => ({line: undefined, lines: []})},
  field: {
    change: changeField as Handler['change'],
    lines: (thing: EntityOf<'field'>, {siblings, state}) =>
      fieldLines(thing, siblings as EntityOf<'field'>[], state),
    opening: ({before, state}) => ({line: fieldLine(before as EntityOf<'plan'>, state), lines: []})
  },
  period: {
    change: changePeriod as Handler['change'],
    lines: (thing: EntityOf<'period'>, {after, siblings, state}) => {
      const isFirst = after.children.find(({kind}) => kind === 'period') === thing
      return periodLines(thing, {isFirst, siblings: siblings as EntityOf<'period'>[]}, state)
    },
    opening: ({state}) => ({line: state.page.lines.length - 2, lines: []}),
    remove: (thing: EntityOf<'period'>, {after, state}) => {
      removePeriod(thing, listOf(after, 'period')[0], state)
    },
    isBound: (before: EntityOf<'period'>, {state}, index) =>
      index > 0 && isFirstPanel(before, state)
  },
  outcome: {
    change: changeOutcome as Handler['change'],
    lines: (thing: EntityOf<'outcome'>, {siblings, state}) =>
      outcomeLines(thing, siblings as EntityOf<'outcome'>[], state),
    opening: ({before, state}) => ({
      line: periodLine(before as EntityOf<'period'>, state),
      lines: []
    })
  },
  statement: {
    change: (before: EntityOf<'statement'>, after: EntityOf<'statement'>, state) => {
      if (!isInHeading(before, state)) changeTextThing(before, after, state)
    },
    lines: (thing: EntityOf<'statement'>, {after, state}) => {
      const {heading} = (after as EntityOf<'outcome'>).facts
      return holdsStatement(heading, thing.facts.text.text, state)
        ? []
        : statementLines(thing, state)
    },
    opening: openBehind('statement'),
    remove: (thing: EntityOf<'statement'>, {state}) => {
      if (!isInHeading(thing, state)) removeThing(thing, state)
    }
  },
  objective: {
    change: changeTextThing as Handler['change'],
    lines: (thing: EntityOf<'objective'>, {siblings, state}) =>
      objectiveLines(thing, siblings as EntityOf<'objective'>[], state),
    opening: openBehind('objective')
  },
  dependency: {change: () => {}, lines: () => [], opening: openBehind('dependency')},
  primaryTeam: {change: () => {}, lines: () => [], opening: openBehind('dependency')},
  goal: {
    ...titled,
    lines: (thing: EntityOf<'goal'>, place) =>
      titledLines(thing, goalPlace(thing, aroundGoal(place), place.state), place.state),
    opening: openSection('goals', 'goal')
  },
  task: {
    ...titled,
    lines: (thing: EntityOf<'task'>, {before, state}) =>
      titledLines(thing, taskPlace(before as Titled, state), state),
    opening: ({before, state}) => ({
      line: lineAt(state.page, readTitledLine(before as Titled, state).end),
      lines: []
    })
  },
  note: {
    change: changeDate as Handler['change'],
    lines: (thing: EntityOf<'note'>, {siblings, state}) =>
      noteLines(thing, siblings as EntityOf<'note'>[], state),
    opening: openSection('status', 'note'),
    isBound: (before: EntityOf<'note'>, {siblings, state}, index) =>
      index > 0 && before === siblings[0] && !readNoteHead(before, state)
  },
  update: {
    change: changeUpdate as Handler['change'],
    lines: (thing: EntityOf<'update'>, {before: parent, state}) => {
      const before = parent as EntityOf<'note'> | EntityOf<'update'>
      const siblings = before.kind === 'note' ? ownUpdates(before, state) : listOf(before, 'update')
      const cousins = siblings.length > 0 ? [] : cousinsOf(before, state)
      const place = {siblings, cousins, outer: outerMarks(before, state)}
      return updateLines(thing, newOpening('update', place, state), state)
    },
    opening: ({before, state}) => ({
      line: updateLine(before as EntityOf<'note'> | EntityOf<'update'>, state),
      lines: []
    }),
    remove: (thing: EntityOf<'update'>, list) => {
      if (isBesideIn(thing, list)) removeBeside(thing, list.before as EntityOf<'note'>, list.state)
      else removeThing(thing, list.state)
    },
    isBound: (before: EntityOf<'update'>, list, index) => {
      if (isItem(before, list.state)) return false
      const after = list.state.matching.afterOf.get(before)
      return (index > 0 && isBesideIn(before, list)) || (after?.children.length ?? 0) > 0
    }
  }
}

function openBehind(kind: 'statement' | 'objective' | 'dependency'): Handler['opening'] {
  return ({before, state}) => ({
    line: lastLineBefore(before as EntityOf<'outcome'>, kind, state),
    lines: []
  })
}

/** Where the first update of a note goes, and what is first below an update. */
function updateLine(parent: EntityOf<'note'> | EntityOf<'update'>, state: State): number {
  const {page} = state
  if (parent.kind === 'note') return noteHeadLine(parent, state) ?? firstLine(page, parent.node) - 1
  const statement = parent.node.children.find(({type}) => type === 'statement')
  return lineAt(page, rangeOf(statement ?? parent.node)[statement ? 'end' : 'start'])
}

/** Where the first field goes: below the plan's heading, or above all that is the plan's. */
function fieldLine(plan: EntityOf<'plan'>, state: State): number {
  const {page} = state
  const heading = planHeading(plan)
  if (heading) return linesOf(page, heading).last
  const {children} = plan.node
  let at = children.findIndex(({type}) => type === 'heading' || type === 'period')
  while (at > 0 && isTabs(children[at - 1]!)) at--
  return at < 0 ? -1 : linesOf(page, children[at]!).first - 1
}

/** `<tabs>` or `<tabber>`: only tabs stand in it. */
function isTabs(node: {type: string; value?: string}): boolean {
  return node.type === 'html' && /^<tab/i.test(node.value ?? '')
}
