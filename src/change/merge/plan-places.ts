/** Where a page says its plan. */
import {lowerBound} from '../match/lists.ts'
import {thingsOf} from '../places.ts'
import type {Position} from 'unist'
import type {Node} from '../../document/types.ts'
import type {Entity} from '../entities.ts'
import type {PlaceOn} from './side-edits.ts'
import type {Side, Tree, Versions} from './versions.ts'

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

function slotsIn({node}: Entity): Position[] {
  const nodes = (node.children as Node[]).filter(({type}) => slots.has(type))
  return nodes.flatMap(({position}) => position ?? [])
}

/** Whether a line, from 0, says something of a plan. */
export function linesOfPlan(plan: Tree): (line: number) => boolean {
  const lines = new Set<number>()
  for (const thing of thingsOf(plan).all) {
    if (thing.kind === 'plan' || !thing.node.position) continue
    lines.add(thing.node.position.start.line - 1)
    for (const {start, end} of slotsIn(thing))
      for (let line = start.line; line <= end.line; line++) lines.add(line - 1)
  }
  return (line) => lines.has(line)
}

/** Finds what of some things, in their order, begins first between two offsets of a side's page. */
export function createPlaceOn(things: readonly Versions[], side: Side): PlaceOn {
  const starts = things.flatMap(({[side]: thing}, place) => {
    if (!thing) return []
    const positions = [thing.node.position ?? [], slotsIn(thing)].flat()
    return positions.map(({start}) => ({offset: start.offset!, place}))
  })
  starts.sort((a, b) => a.offset - b.offset || a.place - b.place)
  return (start, end) => {
    const first = starts[lowerBound(starts, ({offset}) => offset < start)]
    return first && first.offset < end ? first.place : -1
  }
}
