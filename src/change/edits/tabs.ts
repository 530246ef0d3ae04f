/**
 * Tabs: what opens one, what closes it, and what sets the first panel of a `<tabber>` apart. A tab is a quarter's or a
 * team's.
 *
 * ```markdown
 * | <tab name="Q2">      |-|Clocks=
 * | </tab>
 * ```
 */
import {carriedLines} from './extent.ts'
import {headingOf} from './heading-content.ts'
import {lineAt, lineText, linesOf, rangeOf} from './page.ts'
import {beforeOf, type State} from './state.ts'
import type {EntityOf} from '../entities.ts'
import type {KeptContent} from '../../plan/types.ts'

/** What a tab may hold. */
export type Tabbed = EntityOf<'period'> | EntityOf<'section'>

/** What opens a period or section of the page; `undefined` where the page does not say it. */
export function openingOf(thing: Tabbed): KeptContent | undefined {
  if (thing.kind === 'section') return headingOf(thing)
  const first = thing.node.children[0]
  // A page may say its quarter before the plan.
  return thing.facts.label === null || first?.type === 'section'
    ? undefined
    : (first as KeptContent)
}

/** Whether a section has a tab of its own. */
export function isTab(section: EntityOf<'section'>): boolean {
  return headingOf(section)?.type === 'html'
}

/**
 * Takes a tab out, with all that stands in it.
 *
 * @param first What the edited plan has first: where it stays, and was not the first, its `|-|` goes.
 */
export function removeTab(tab: Tabbed, first: Tabbed | undefined, state: State): void {
  const {page, patch} = state
  const lines = linesOfTab(tab, state)
  patch.remove(lines.first, lines.last)
  const before = first && (beforeOf(first, state) as Tabbed | undefined)
  const opening = before && before !== tab && openingOf(before)
  if (!opening || !isFirstPanel(tab, state)) return
  const {start, end} = rangeOf(opening)
  const mark = /^\|-\|\s*/.exec(page.source.slice(start, end))?.[0] ?? ''
  patch.replace({start, end: start + mark.length, text: ''})
}

/** Whether a tab is the panel of a `<tabber>` that no `|-|` stands before. */
export function isFirstPanel(tab: Tabbed, {page}: State): boolean {
  const opening = openingOf(tab)
  if (!opening || opening.type !== 'html') return false
  return !/^(?:<|\|-\|)/.test(page.source.slice(rangeOf(opening).start, rangeOf(opening).end))
}

/** The lines of a tab, from what opens it to what closes it. */
export function linesOfTab(tab: Tabbed, state: State): {first: number; last: number} {
  const {page} = state
  const {first, last} = linesOf(page, tab.node)
  const closing = closingLine(tab, state)
  return {first, last: closing ?? last}
}

/** The line of `</tab>`, where it stands on one of its own. */
function closingLine(tab: Tabbed, {page}: State): number | undefined {
  const opening = openingOf(tab)
  if (!opening || !page.source.startsWith('<tab', rangeOf(opening).start)) return undefined
  const from = rangeOf(tab.node).end
  const at = page.source.indexOf('</tab>', from)
  if (at < 0 || page.source.slice(from, at).includes('<tab')) return undefined
  const line = lineAt(page, at)
  return lineText(page, line).trim() === '</tab>' ? line : undefined
}

/** A panel of `<tabber>`: `|-|` stands before all but the first. */
export function asPanel(lines: readonly string[], isFirst: boolean): string[] {
  const bare =
    lines[0] === '|-|'
      ? lines.slice(1)
      : lines.map((line, at) => (at === 0 ? line.replace(/^\|-\|\s*/, '') : line))
  return isFirst ? bare : ['|-|', ...bare]
}

/**
 * The lines of a tab that comes from elsewhere.
 *
 * @param put Puts what the edit changed of it into its lines.
 */
export function carriedTab(before: Tabbed, state: State, put: (state: State) => void): string[] {
  const lines = carriedLines(before, state, put)
  return closingLine(before, state) === undefined ? lines : [...lines, '</tab>']
}
