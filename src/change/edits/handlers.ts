/** How the things of each kind are put into a page. */
import {changeTitled} from './change-titled.ts'
import {removeThing} from './extent.ts'
import {changeField, fieldLines} from './fields.ts'
import {changeDate, isBeside, losesItem, noteHeadLine, readNoteHead} from './note-head.ts'
import {noteLines} from './notes.ts'
import {changeUpdate, isItem, outerMarks, ownUpdates, removeBeside, updateLines} from './updates.ts'
import {newOpening} from './items.ts'
import {
  goalPlace,
  itemsBelow,
  taskPlace,
  titledLine,
  titledLines,
  type GoalsAround,
  type TitledPlace
} from './new-titled.ts'
import {
  changeSection,
  entersHeading,
  leavesHeading,
  holdsStatement,
  newPart,
  sectionLines,
  sectionHeading
} from './section-lines.ts'
import {headingOf} from './heading-content.ts'
import {lineBefore, toOwner} from './owner.ts'
import {lineAt, lineCount, linesOf, rangeOf} from './page.ts'
import {planHeading} from './plan-heading.ts'
import {changePeriod, periodLine, periodLines} from './periods.ts'
import {isFirstPanel, isTab, removeTab} from './tabs.ts'
import type {State} from './state.ts'
import {removeRows, type WriteGoal} from './tables/new-row.ts'
import {changeTextThing, isInHeading, itemLines, statementLines} from './texts.ts'
import {formOf, readTitledLine, type Titled, type TitledForm} from './titled-line.ts'
import {listOf, type Entity, type EntityOf, type Kind} from '../entities.ts'

/** A list of the page and what it is to be. */
export interface List {
  kind: Kind
  before: Entity
  after: Entity
  siblings: Entity[]
  /** The things of the edited list that stay where they are on the page. */
  staying: ReadonlySet<Entity>
  state: State
}

/** Where in its list a new thing goes. */
export interface Place extends List {
  /** The thing before it: one of the page, or its lines where it is new. */
  previous: {before: Entity} | {lines: readonly string[]} | undefined
  /** The next thing of the page that stays. */
  next: Entity | undefined
}

/** How things of a kind are put into a page. */
export interface Handler {
  change: (before: never, after: never, state: State) => void
  lines: (thing: never, place: Place) => string[]
  /** The line behind which the first thing of the list goes, and what has to stand before it. */
  opening: (list: List) => {line: number | undefined; lines: string[]}
  remove?: (thing: never, list: List) => void
  /**
   * Whether a thing of the page cannot stay where it is: an update that is no item has none below it, updates
   * behind a note are that note's, an item without its date is no note, and the first panel of a `<tabber>` is
   * unlike the others, and a statement in a heading that is to say another one or none.
   */
  isBound?: (before: never, list: List, index: number) => boolean
}

/** The form of the goal before a place, and of the one behind it. */
function aroundGoal({previous, next, siblings, before, state}: Place): GoalsAround {
  const section = before.kind === 'section' ? sectionHeading(before, 'goals', state) : undefined
  return {
    previous:
      previous &&
      ('lines' in previous ? formOf(previous.lines[0] ?? '') : formOfGoal(previous.before, state)),
    next: next && formOfGoal(next, state),
    siblings: siblings as Titled[],
    depth: section?.type === 'heading' ? section.depth + 1 : headingDepth(before) + 2
  }
}

function formOfGoal(goal: Entity, state: State): TitledForm | undefined {
  return goal.kind === 'goal' ? readTitledLine(goal, state).form : undefined
}

function headingDepth(section: Entity): number {
  const heading = section.kind === 'section' ? headingOf(section) : undefined
  return heading?.type === 'heading' ? heading.depth : 3
}

function placeOf(section: EntityOf<'section'>, {survey}: State): {depth: number; isInner: boolean} {
  const isInner = survey.parentOf(section)?.kind === 'section'
  return {depth: headingDepth(section), isInner}
}

/** How what a goal says in its own cell is written. */
export function rowParts({siblings, state}: List): WriteGoal {
  const near = siblings as Titled[]
  const placeIn = (open: string): TitledPlace => ({
    form: formOf(open),
    open,
    siblings: near,
    left: '| '
  })
  return {
    line: (goal, open, slots) => titledLine(goal, placeIn(open), state, slots),
    below: (goal) => itemsBelow(goal, placeIn(''), state)
  }
}

/** Whether lines can stand where a thing's do: it shares none with another. */
export function hasOwnLines(thing: Entity, list: List): boolean {
  if (thing.kind === 'update') return !isBesideIn(thing, list)
  return thing.kind !== 'statement' || !isInHeading(thing, list.state)
}

function isBesideIn(update: EntityOf<'update'>, {before, state}: List): boolean {
  return before.kind === 'note' && isBeside(update.node, before.node, state.page)
}

/** The part of a section that a goal or note stands in, with a heading where there is none yet. */
function openPart(part: 'goals' | 'status', kind: 'goal' | 'note') {
  return ({before, state}: List): {line: number | undefined; lines: string[]} => {
    if (before.kind !== 'section')
      return {line: lineBefore(before as Titled, kind, state), lines: []}
    const section = before
    const heading = sectionHeading(section, part, state)
    if (heading) return {line: linesOf(state.page, heading).last, lines: []}
    const {lines} = newPart(part, placeOf(section, state), state)
    return {line: lineBefore(section, kind, state), lines}
  }
}

const titled: Pick<Handler, 'change'> = {
  change: (before: Titled, after: Titled, state) => changeTitled(before, after, state)
}

export const handlers: Record<Kind, Handler> = {
  plan: {change: () => {}, lines: () => [], opening: () => ({line: undefined, lines: []})},
  field: {
    change: changeField as Handler['change'],
    lines: (thing: EntityOf<'field'>, {before, siblings, state}) =>
      fieldLines(thing, toOwner(before, state), siblings as EntityOf<'field'>[], state),
    opening: (list) =>
      list.before.kind === 'plan'
        ? {line: fieldLine(list.before, list.state), lines: []}
        : openWithin('field')(list)
  },
  period: {
    change: changePeriod as Handler['change'],
    lines: (thing: EntityOf<'period'>, {previous, siblings, state}) => {
      const isFirst = previous === undefined
      return periodLines(thing, {isFirst, siblings: siblings as EntityOf<'period'>[]}, state)
    },
    opening: ({state: {page}}) => ({line: lineCount(page) - 1, lines: []}),
    remove: (thing: EntityOf<'period'>, {after, state}) => {
      removeTab(thing, listOf(after, 'period')[0], state)
    },
    isBound: (before: EntityOf<'period'>, {state}, index) =>
      index > 0 && isFirstPanel(before, state)
  },
  section: {
    change: changeSection as Handler['change'],
    lines: (thing: EntityOf<'section'>, {before, previous, siblings, state}) => {
      const outer = before.kind === 'section' ? headingDepth(before) : undefined
      const place = {outer, siblings: siblings as EntityOf<'section'>[], isFirst: !previous}
      return sectionLines(thing, place, state)
    },
    opening: ({before, state}) => ({
      line: before.kind === 'period' ? periodLine(before, state) : undefined,
      lines: []
    }),
    remove: (thing: EntityOf<'section'>, {after, state}) => {
      if (removeRows(thing, state)) return
      if (isTab(thing)) removeTab(thing, listOf(after, 'section')[0], state)
      else removeThing(thing, state)
    },
    isBound: (before: EntityOf<'section'>, {state}, index) =>
      index > 0 && isTab(before) && isFirstPanel(before, state)
  },
  statement: {
    change: (before: EntityOf<'statement'>, after: EntityOf<'statement'>, state) => {
      if (!isInHeading(before, state)) changeTextThing(before, after, state)
    },
    lines: (thing: EntityOf<'statement'>, {after, state}) => {
      const {heading} = (after as EntityOf<'section'>).facts
      return holdsStatement(heading, thing.facts.text.text, state)
        ? []
        : statementLines(thing, state)
    },
    opening: openWithin('statement'),
    remove: (thing: EntityOf<'statement'>, {state}) => {
      if (!isInHeading(thing, state)) removeThing(thing, state)
    },
    isBound: (thing: EntityOf<'statement'>, {before, after, state}) =>
      isInHeading(thing, state)
        ? leavesHeading(before as EntityOf<'section'>, after as EntityOf<'section'>, state)
        : entersHeading(thing, after as EntityOf<'section'>, state)
  },
  objective: {
    change: changeTextThing as Handler['change'],
    lines: (thing: EntityOf<'objective'>, {siblings, state}) =>
      itemLines(thing, siblings as EntityOf<'objective'>[], state),
    opening: openWithin('objective')
  },
  dependency: {change: () => {}, lines: () => [], opening: openWithin('dependency')},
  primaryTeam: {change: () => {}, lines: () => [], opening: openWithin('dependency')},
  goal: {
    ...titled,
    lines: (thing: EntityOf<'goal'>, place) =>
      titledLines(thing, goalPlace(thing, aroundGoal(place), place.state), place.state),
    opening: openPart('goals', 'goal'),
    remove: (thing: EntityOf<'goal'>, {state}) => {
      if (!removeRows(thing, state)) removeThing(thing, state)
    }
  },
  task: {
    ...titled,
    lines: (thing: EntityOf<'task'>, {before, state}) =>
      titledLines(thing, taskPlace(before as Titled, state), state),
    opening: openWithin('task')
  },
  note: {
    change: changeDate as Handler['change'],
    lines: (thing: EntityOf<'note'>, {before, siblings, state}) =>
      noteLines(thing, toOwner(before, state), siblings as EntityOf<'note'>[], state),
    opening: openPart('status', 'note'),
    isBound: (before: EntityOf<'note'>, {siblings, state}, index) =>
      losesItem(before, state) ||
      (index > 0 && before === siblings[0] && !readNoteHead(before, state))
  },
  update: {
    change: changeUpdate as Handler['change'],
    lines: (thing: EntityOf<'update'>, {before: parent, state}) => {
      const before = parent as EntityOf<'note'> | EntityOf<'update'>
      const siblings = before.kind === 'note' ? ownUpdates(before, state) : listOf(before, 'update')
      const grandparent = state.survey.parentOf(before)
      const place = {siblings, grandparent, outer: outerMarks(before, state)}
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

/** The place of a list among what else stands in a section, goal or task. */
function openWithin(kind: Kind): Handler['opening'] {
  return ({before, state}) => ({
    line: lineBefore(before as EntityOf<'section'> | Titled, kind, state),
    lines: []
  })
}

/** Where the first update of a note goes, and what is first below an update. */
function updateLine(parent: EntityOf<'note'> | EntityOf<'update'>, state: State): number {
  const {page} = state
  if (parent.kind === 'note')
    return noteHeadLine(parent, state) ?? linesOf(page, parent.node).first - 1
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
