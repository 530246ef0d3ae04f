/**
 * Quarters: what opens one (a tab, a panel of `<tabber>`, a heading), and what it is called.
 *
 * ```markdown
 * | <tab name="Q2">      |-|Q2=      == Q2 ==
 * ```
 */
import {EditError, namelessPeriod} from '../edit-error.ts'
import {contentEnd, lineAt, lineCount, rangeOf, splitLines} from './page.ts'
import {withGap} from './gaps.ts'
import {headingLine, sectionLines} from './section-lines.ts'
import {beforeOf, type State} from './state.ts'
import {asPanel, carriedTab, isFirstPanel, openingOf} from './tabs.ts'
import {changeHeading} from './change-content.ts'
import {listOf, type EntityOf} from '../entities.ts'
import {quarterName} from '../../vocabulary/quarter-name.ts'
import {childOf} from '../../document/children.ts'
import type {TabOpening} from '../../plan/types.ts'

type PeriodThing = EntityOf<'period'>

/** Puts a period's name where it stands. */
export function changePeriod(before: PeriodThing, after: PeriodThing, state: State): void {
  const opening = openingOf(before)
  const [was, is] = [before.facts.label, labelOf(before, after)]
  if (!opening || was === null || is === null || was === is) return
  if (opening.type === 'heading') return changeHeading(opening, was, is, state)
  const label = childOf(opening as TabOpening, 'label')
  if (label) state.patch.replace({...rangeOf(label), text: toLabel(is)})
}

/** The name a period is to have: where only its quarter changed, the old one with another number. */
function labelOf({facts: was}: PeriodThing, {facts: is}: PeriodThing): string | null {
  const isNumber = was.label === is.label && was.quarter !== is.quarter && is.quarter !== null
  return isNumber ? (is.label?.replace(String(was.quarter), String(is.quarter)) ?? null) : is.label
}

/** A name as it can stand in an attribute, or before the `=` of a panel. */
function toLabel(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[<>"=|{}[\]]|&(?=#?\w{1,40};)/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** Where a period goes. */
interface PeriodPlace {
  isFirst: boolean
  siblings: readonly PeriodThing[]
}

/** The lines of a new period, or of one that comes from elsewhere. */
export function periodLines(
  period: PeriodThing,
  {isFirst, siblings}: PeriodPlace,
  state: State
): string[] {
  const lines = carried(period, state) ?? newPeriod(period, siblings, state)
  const isPanel = siblings[0] !== undefined && isFirstPanel(siblings[0], state)
  return isPanel ? asPanel(lines, isFirst) : lines
}

function carried(period: PeriodThing, state: State): string[] | undefined {
  const before = beforeOf(period, state)
  if (!before || !openingOf(before)) return undefined
  return carriedTab(before, state, (inner) => {
    changePeriod(before, period, inner)
    inner.putBelow(before, period, inner)
  })
}

function newPeriod(period: PeriodThing, siblings: readonly PeriodThing[], state: State): string[] {
  const like = siblings.findLast((sibling) => openingOf(sibling))
  const sections = listOf(period, 'section').flatMap((section, index) => {
    const lines = sectionLines(section, {outer: undefined, siblings: [], isFirst: false}, state)
    return index === 0 && !like ? lines : withGap(lines, 'section', index === 0, state)
  })
  return like ? wrapped(period, like, sections, state) : sections
}

function wrapped(
  period: PeriodThing,
  like: PeriodThing,
  inner: readonly string[],
  state: State
): string[] {
  const {page} = state
  const opening = openingOf(like)!
  const {quarter} = period.facts
  const named = quarter === null ? '' : quarterName(quarter, state.vocabulary)
  const label = period.facts.label ?? labelOf(like, period) ?? named
  if (label === '') throw new EditError([{id: period.id, reason: namelessPeriod}])
  if (opening.type === 'heading') return [headingLine(label, opening.depth, state), ...inner]
  const line = lineAt(page, rangeOf(opening).end)
  const text = page.source.slice(rangeOf(opening).start, contentEnd(page, line))
  const opened = splitLines(text.replace(like.facts.label!, () => toLabel(label)))
  return text.startsWith('<') ? [...opened, ...inner, '</tab>'] : [...opened, ...inner]
}

/** The line behind which the first section of a period goes: what stands there already is not the section's. */
export function periodLine(period: PeriodThing, {page}: State): number {
  const opening = openingOf(period)
  if (!opening) return lineCount(page) - 1
  const isEmpty = listOf(period, 'section').length === 0
  return lineAt(page, rangeOf(isEmpty ? period.node : opening).end)
}
