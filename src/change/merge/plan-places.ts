/** Where a page says its plan. */
import {lowerBound} from '../match/longest-increase.ts'
import {thingsOf} from '../match/things.ts'
import type {Node} from '../../document/types.ts'
import type {Entity} from '../entities.ts'
import type {PlaceOn} from './side-edits.ts'
import type {Tree} from './versions.ts'

/** The nodes of a thing that say something of it, but for the first line of the thing itself. */
const slots = new Set([
  'heading',
  'label',
  'value',
  'code',
  'stretch',
  'statement',
  'status',
  'remark',
  'date'
])

function slotsIn({node}: Entity): Node[] {
  return (node.children as Node[]).filter(({type, position}) => slots.has(type) && position)
}

/** Whether a line, from 0, says something of a plan. */
export function linesOfPlan(plan: Tree): (line: number) => boolean {
  const lines = new Set<number>()
  for (const thing of thingsOf(plan).all) {
    if (thing.kind === 'plan' || !thing.node.position) continue
    lines.add(thing.node.position.start.line - 1)
    for (const {position} of slotsIn(thing))
      for (let line = position!.start.line; line <= position!.end.line; line++) lines.add(line - 1)
  }
  return (line) => lines.has(line)
}

/** Finds what begins first between two offsets of a page: its place in the merged plan. */
export function createPlaceOn(plan: Tree, placeOf: (thing: Entity) => number | undefined): PlaceOn {
  const starts: {offset: number; place: number}[] = []
  for (const thing of thingsOf(plan).all) {
    const place = placeOf(thing)
    if (place === undefined) continue
    for (const {position} of [thing.node, ...slotsIn(thing)])
      if (position) starts.push({offset: position.start.offset!, place})
  }
  starts.sort((a, b) => a.offset - b.offset || a.place - b.place)
  return (start, end) => {
    const first = starts[lowerBound(starts, ({offset}) => offset < start)]
    return first && first.offset < end ? first.place : -1
  }
}
