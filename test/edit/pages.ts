/** Pages to edit, frozen to their last node: an edit that changed its argument would throw. */
import {expect} from 'vitest'
import {parse, toJson, type Plan, type PlanJson} from '../../src/core.ts'
import type {Node, Parent} from 'unist'

/** A page with one of each thing, and with neighbours of most. */
export const harbour = `== Program Goals and Status for FY30/31 ==
* '''Goal Owner''': Ada Fictional
* '''Tech Goal''': Sustaining

=== Outcome 1 / Output 2 ===
'''Passengers know when the next boat leaves.'''
* Put a clock on every pier
* Print the timetable
''Dependencies on: Lighthouse Keepers; Primary teams: [[Piers|Piers / Clocks]], Boats''
==== Goal(s) ====
===== Wind the clocks {{done}} =====
* Find the key
** Look under the mat
* [stretch] Paint the hands {[to do}}
===== Print the timetable =====
* Agree on the times {{In progress}}
==== Status ====
'''Note: July 2030'''
* {{In progress}}
'''Note: August 14, 2030'''
* {{done}} The key was under the mat.
** So was the spare one.
* The timetable is {{in progress}}, and the printer is {{stalled}}.

=== Outcome 3: Boats are found in fog ===
==== Goal(s) ====
* Hang a bell on every buoy {{Postponed}}
`

export const outcome = 'q1/outcome-1-output-2'
export const fog = 'q1/outcome-3'
export const clocks = `${outcome}/wind-the-clocks`
export const timetable = `${outcome}/print-the-timetable`
export const july = `${outcome}/2030-07`
export const august = `${outcome}/2030-08-14`

/** A frozen plan. */
export function read(source = harbour): Plan {
  return freeze(parse(source, {from: 'wikitext'}))
}

/** A plan that must not be changed any more. */
export function freeze<T extends object>(value: T): T {
  for (const inner of Object.values(value) as unknown[])
    if (typeof inner === 'object' && inner !== null && !Object.isFrozen(inner)) freeze(inner)
  return Object.freeze(value)
}

/** What an edit makes of plan JSON: `change` says by hand what the edit is to do. */
export function expectJson(before: Plan, after: Plan, change: (json: PlanJson) => void): void {
  const expected = toJson(before)
  change(expected)
  expect(toJson(after)).toEqual(expected)
}

/** The first outcome of plan JSON, or the n-th. */
export function outcomeOf(json: PlanJson, at = 0): PlanJson['periods'][number]['sections'][number] {
  return json.periods[0]!.sections[at]!
}

/** A node of the plan: the first that is said to be it. */
export function nodeOf<T extends {type: string}>(
  plan: Node,
  type: T['type'],
  isIt: (node: T) => boolean = () => true
): T {
  const found = nodesOf(plan).find((node) => node.type === type && isIt(node as unknown as T))
  if (!found) throw new Error(`No ${type}`)
  return found as unknown as T
}

/** Every node of a tree, parents first. */
export function nodesOf(node: Node): Node[] {
  const children = 'children' in node ? (node as Parent).children : []
  return [node, ...children.flatMap(nodesOf)]
}

/** The types of the nodes of a new plan that the old one does not share. */
export function copied(before: Plan, after: Plan): string[] {
  const old = new Set(nodesOf(before))
  return nodesOf(after)
    .filter((node) => !old.has(node))
    .map(({type}) => type)
}
