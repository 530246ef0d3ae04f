/**
 * Puts an edited plan into its page, thing by thing: what stays is changed where it stands, what goes is taken
 * out, and what comes is written behind what stands before it.
 */
import {insertBehind, removeThing} from './extent.ts'
import {gapBefore, withGap} from './gaps.ts'
import {handlers, hasOwnLines, rowParts, type Handler, type List, type Place} from './handlers.ts'
import {linesOf} from './page.ts'
import {isSameData} from './same-data.ts'
import {beforeOf, type State} from './state.ts'
import {appendToCell, cellForItems} from './tables/items.ts'
import {isTab, linesOfTab} from './tabs.ts'
import {insertRows} from './tables/new-row.ts'
import {putFieldCells, rowChange} from './tables/slots.ts'
import {putTeams} from './teams.ts'
import {isUnchanged} from './unchanged.ts'
import {order, type Entity, type Kind} from '../entities.ts'
import {stays} from '../match/stays.ts'

/** Puts what stands below a thing into its page. */
export function putBelow(before: Entity, after: Entity, state: State): void {
  if (isUnchanged(after, state)) return
  for (const kind of order[after.kind]) {
    if (kind === 'primaryTeam') continue
    const inRow = kind === 'field' ? rowChange(before, after, state) : undefined
    if (inRow) putFieldCells(inRow)
    else if (kind === 'dependency') putTeams(before as never, after as never, state)
    else putList(kind, before, after, state)
  }
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
  let previous: Place['previous']
  for (const [index, thing] of wanted.entries()) {
    const before = list.staying.has(thing) ? beforeOf(thing, state) : undefined
    if (before) {
      if (!isUnchanged(thing, state)) {
        if (hasChanged(before, thing)) handler.change(before as never, thing as never, state)
        putBelow(before, thing, state)
      }
      insert = insertAfter(before, list)
      previous = {before}
    } else {
      const next = nextOf.get(thing)
      const place = {...list, previous, next}
      if (insertRows(thing, place, rowParts(place))) continue
      const lines = handler.lines(thing as never, place)
      insert ??= next ? insertBefore(next, list) : insertFirst(list, handler)
      insert(lines, index === 0)
      previous = {lines}
    }
  }
}

/** Whether a thing says something new of itself; a section's heading may hold what stands below it. */
function hasChanged(before: Entity, after: Entity): boolean {
  return after.kind === 'section' || !isSameData(before.facts, after.facts)
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
  if (before.kind === 'period' || (before.kind === 'section' && isTab(before))) {
    const {last} = linesOfTab(before, state)
    return (lines) => state.patch.insert(last, withGap(lines, kind, false, state))
  }
  return (lines) => {
    insertBehind(before.node, withGap(lines, kind, false, state), state)
  }
}

/** Before a thing of the page that has been the first. */
function insertBefore(next: Entity, {kind, state}: List): Insert {
  return (lines) => {
    const line = linesOf(state.page, next.node).first - 1
    state.patch.insert(line, [...lines, ...gapBefore(lines, kind, false, state)])
  }
}

/** As the first of its list: in the place of what stood there, else where such lists begin. */
function insertFirst(list: List, handler: Handler): Insert {
  const {kind, siblings, state} = list
  const old = siblings.find((thing) => hasOwnLines(thing, list))
  if (old) {
    return (lines, isFirst) => {
      const line = linesOf(state.page, old.node).first - 1
      state.patch.insert(line, isFirst ? lines : withGap(lines, kind, false, state))
    }
  }
  const cell = cellForItems(kind, list.before)
  if (cell) return appendToCell(cell, state)
  const {line, lines: opening} = handler.opening(list)
  let lead = opening
  return (lines, isFirst) => {
    const all = [...lead, ...withGap(lines, kind, isFirst, state)]
    lead = []
    if (line === undefined) insertBehind(list.before.node, all, state)
    else state.patch.insert(line, all)
  }
}
