/**
 * Comments that switch rules off on a part of the page.
 *
 * ```markdown
 * | <!-- wikiplan-disable date-odd notes-order -->         from here on …
 * | <!-- wikiplan-enable date-odd -->                      … and on again; without names, every rule
 * | * {{Done}} <!-- wikiplan-disable-line status-unknown -- a template of our own -->
 * | <!-- wikiplan-disable-next-line -->
 * ```
 */
import {nodesOf} from '../document/nodes.ts'
import type {Context} from './context.ts'
import type {Comment, Position} from '../document/types.ts'

/** A comment that speaks to the linter. */
export interface Control {
  verb: 'disable' | 'enable' | 'disable-line' | 'disable-next-line'
  /** Rules by name; none for all of them. */
  ids: string[]
  place: Position
}

/** The page's comments that speak to the linter, in page order. */
export function controlsOf(context: Context): Control[] {
  return commentsOf(context).flatMap(({value, place}) => {
    const match = /^\s*wikiplan-(disable|enable|disable-line|disable-next-line)(?:\s|$)/.exec(value)
    if (!match) return []
    const said = value.slice(match[0].length)
    const reason = said.search(/(?:^|\s)--/)
    const ids = (reason < 0 ? said : said.slice(0, reason)).split(/[\s,]+/).filter(Boolean)
    return [{verb: match[1] as Control['verb'], ids, place}]
  })
}

/** In wikitext what is a comment there: one in `<nowiki>` is none. Elsewhere, whatever looks like one. */
function commentsOf({document, source, place}: Context): {value: string; place: Position}[] {
  if (document) {
    return nodesOf<Comment>(document, 'comment').map(({value, position}) => ({
      value,
      place: position!
    }))
  }
  const found = []
  for (let start = source.indexOf('<!--'); start >= 0;) {
    const end = source.indexOf('-->', start + 4)
    if (end < 0) break
    found.push({value: source.slice(start + 4, end), place: place(start, end + 3)})
    start = source.indexOf('<!--', end)
  }
  return found
}

/** Stands for every rule. */
const all = '*'

/**
 * Says of problems, asked in page order, whether they are switched off: one pass over both, however many
 * there are of either.
 */
export function createSwitch(
  controls: readonly Control[]
): (id: string, place: Position) => boolean {
  const lines = disabledLines(controls)
  const state: State = {isOff: false, others: new Set()}
  let next = 0
  return (id, {start}) => {
    while (next < controls.length && controls[next]!.place.start.offset! <= start.offset!) {
      turn(state, controls[next++]!)
    }
    const onLine = lines.get(start.line)
    return state.isOff !== state.others.has(id) || Boolean(onLine?.has(id) || onLine?.has(all))
  }
}

/** What is switched at a place of the page: every rule one way, but for some. */
interface State {
  isOff: boolean
  others: Set<string>
}

function turn(state: State, {verb, ids}: Control): void {
  if (verb !== 'disable' && verb !== 'enable') return
  const isOff = verb === 'disable'
  if (ids.length === 0) {
    state.isOff = isOff
    state.others.clear()
  }
  for (const id of ids) {
    if (state.isOff === isOff) state.others.delete(id)
    else state.others.add(id)
  }
}

/** The rules that are off on single lines. */
function disabledLines(controls: readonly Control[]): Map<number, Set<string>> {
  const lines = new Map<number, Set<string>>()
  for (const {verb, ids, place} of controls) {
    if (verb === 'disable' || verb === 'enable') continue
    const line = verb === 'disable-line' ? place.start.line : place.end.line + 1
    const off = lines.get(line) ?? new Set()
    for (const id of ids.length > 0 ? ids : [all]) off.add(id)
    lines.set(line, off)
  }
  return lines
}
