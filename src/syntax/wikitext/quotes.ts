/**
 * Bold and italics, by MediaWiki's rules for apostrophes, line by line.
 *
 * ```markdown
 * | '''a ''b''' c''
 *   ^^^^^^^^^^^      strong
 *        ^^^         emphasis: it has to end with the bold around it …
 *              ^^^^  emphasis: … and goes on after it
 * ```
 *
 * Each run of apostrophes becomes *steps*: to open or close bold or italics.
 *
 * @see https://www.mediawiki.org/wiki/Help:Formatting and `Parser::doQuotes` in MediaWiki
 */
import type {Emphasis, PhrasingContent, Strong} from '../../document/types.ts'
import type {Item} from './inline.ts'
import {text} from './inline.ts'
import {position, takeNodes} from './page.ts'
import type {Page} from './page.ts'
import {html} from './tags.ts'

type Format = 'strong' | 'emphasis'

/** Open or close bold or italics; `width` is 0 where no apostrophes of its own stand for it. */
interface Step {
  format: Format
  opens: boolean
  start: number
  width: number
}

/** What is open, outermost first; `both` where the end will say which is the outer one. */
type State = '' | 'b' | 'i' | 'bi' | 'ib' | 'both'

/** What a run does: steps (a lower-case letter opens, an upper-case one closes), and the state after them. */
type Transition = readonly [steps: string, after: State]

/** What runs of 2, 3 and 5 do in each state, as MediaWiki's table has it. */
const transitions: Record<2 | 3 | 5, Record<State, Transition>> = {
  2: {
    '': ['i', 'i'],
    b: ['i', 'bi'],
    i: ['I', ''],
    bi: ['I', 'b'],
    ib: ['BIb', 'b'],
    both: ['I', 'b']
  },
  3: {
    '': ['b', 'b'],
    b: ['B', ''],
    i: ['b', 'ib'],
    bi: ['IBi', 'i'],
    ib: ['B', 'i'],
    both: ['B', 'i']
  },
  5: {
    '': ['bi', 'both'],
    b: ['Bi', 'i'],
    i: ['Ib', 'b'],
    bi: ['IB', ''],
    ib: ['BI', ''],
    both: ['BI', '']
  }
}

/** What closes at the end of a line. */
const lineEnds: Record<State, string> = {'': '', b: 'B', i: 'I', bi: 'IB', ib: 'BI', both: 'IB'}

const none: readonly Step[] = []

/**
 * The page's items from `index` on as children: quotes nested, text between, tags that found no end as they
 * are, other marks dropped.
 */
export function nestQuotes(
  page: Page,
  index: number,
  start: number,
  end: number
): PhrasingContent[] {
  const {items, nodes} = page
  const count = nodes.length
  const steps = isQuoted(items, index) ? quoteSteps(page, items, index, start, end) : none
  const open: Open[] = []
  let from = start
  let next = 0
  for (let at = index; at < items.length; at++) {
    const item = items[at]!
    if (item.node === null && item.kind !== 'tag') continue
    while (next < steps.length && steps[next]!.start <= item.start) {
      from = take(page, open, steps[next++]!, from)
    }
    fill(page, from, item.start)
    nodes.push(item.node ?? html(page, item.start, item.end))
    from = item.end
  }
  while (next < steps.length) from = take(page, open, steps[next++]!, from)
  fill(page, from, end)
  return takeNodes(page, count)
}

function isQuoted(items: readonly Item[], index: number): boolean {
  for (let at = index; at < items.length; at++) if (items[at]!.kind === 'quote') return true
  return false
}

/** Bold or italics that are open. */
interface Open {
  start: number
  /** How many of the page's nodes stand before it. */
  count: number
}

/** Text from the last node to `end`. */
function fill(page: Page, from: number, end: number): void {
  if (from < end) page.nodes.push(text(page, from, end))
}

/** Take a step, after the text before it; where it ends. */
function take(page: Page, open: Open[], {format, opens, start, width}: Step, from: number): number {
  fill(page, from, start)
  const end = start + width
  if (opens) open.push({start, count: page.nodes.length})
  else {
    const opening = open.pop()!
    const children = takeNodes<PhrasingContent>(page, opening.count)
    if (end > opening.start) page.nodes.push(formatted(page, format, opening.start, end, children))
  }
  return end
}

function formatted(
  page: Page,
  type: Format,
  start: number,
  end: number,
  children: PhrasingContent[]
): Emphasis | Strong {
  return {type, children, position: position(page, start, end)}
}

/** The steps of every line. */
function quoteSteps(
  page: Page,
  items: readonly Item[],
  index: number,
  start: number,
  end: number
): Step[] {
  const steps: Step[] = []
  let runs: Item[] = []
  let lineStart = start
  for (let at = index; at < items.length; at++) {
    const item = items[at]!
    if (item.kind === 'quote') runs.push(item)
    if (item.kind !== 'lineEnd') continue
    lineSteps(page.source, runs, lineStart, item.start, steps)
    runs = []
    lineStart = item.end
  }
  lineSteps(page.source, runs, lineStart, end, steps)
  return steps
}

/** The steps of one line. */
function lineSteps(source: string, runs: Item[], start: number, end: number, steps: Step[]): void {
  if (runs.length === 0) return
  if (runs.length > 1) balance(source, runs, start)
  let state: State = ''
  let undecided = 0
  for (const run of runs) {
    const width = widthOf(run)
    const transition: Transition = transitions[width][state]
    if (state === 'both') decide(steps, undecided, transition[0])
    undecided = steps.length
    addSteps(steps, transition[0], run.start, width)
    state = transition[1]
  }
  addSteps(steps, lineEnds[state], end, 0)
}

function widthOf({start, end}: Item): 2 | 3 | 5 {
  return (end - start) as 2 | 3 | 5
}

/** Add what a run does; a step that it has no apostrophes for has no width. */
function addSteps(steps: Step[], codes: string, from: number, length: number): void {
  let start = from
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index]!
    const isBold = code === 'b' || code === 'B'
    const own = isBold ? 3 : 2
    const width = length === 5 || length === own ? own : 0
    steps.push({format: isBold ? 'strong' : 'emphasis', opens: code > 'Z', start, width})
    start += width
  }
}

/** Which of two that opened at once is the outer one: the one that is closed last. */
function decide(steps: Step[], index: number, codes: string): void {
  if (codes[0] === 'I') return
  const outer = steps[index]!
  const inner = steps[index + 1]!
  steps[index] = {...inner, start: outer.start}
  steps[index + 1] = {...outer, start: outer.start + inner.width}
}

/**
 * Where a line has an odd number both of bolds and of italics, one bold is an apostrophe and italics: the
 * first after a one-letter word, else the first after a longer word, else the first after a space.
 *
 * ```markdown
 * | l'''amour''
 *    ^           an apostrophe
 *     ^^^^^^^^^  emphasis
 * ```
 */
function balance(source: string, runs: Item[], start: number): void {
  let bold = 0
  let italic = 0
  for (const run of runs) {
    const width = widthOf(run)
    if (width !== 2) bold++
    if (width !== 3) italic++
  }
  if (bold % 2 === 0 || italic % 2 === 0) return
  const bolds = runs.filter((run) => widthOf(run) === 3)
  const before = (run: Item, back: number): string =>
    run.start - back < start ? '' : source.charAt(run.start - back)
  const chosen =
    bolds.find((run) => before(run, 1) !== ' ' && before(run, 2) === ' ') ??
    bolds.find((run) => before(run, 1) !== ' ') ??
    bolds[0]
  if (chosen) chosen.start++
}
