/**
 * Changes of a plan, as plain data that `JSON.stringify` writes as it is.
 *
 * Things are named as they were before; what is new, as it is after. Numbers worked out from a heading, ids
 * and days of a quarter change with what they are worked out from, and are no changes of their own; and
 * neither is another spelling of the same status or date.
 */
import type {Kind} from './entities.ts'
import type {FactName, FactValues} from './facts.ts'
import type {JsonOfKind as JsonByKind} from '../plan/json/types.ts'

export type {FactName, FactValues, Kind}

/** A thing, by what programs and people know it by. */
export interface ThingName {
  kind: Kind
  /** Plan JSON's id; `null` for what has none: fields, statements, objectives, teams and updates. */
  id: string | null
  /** Its title, heading, label, day or text; `''` where it has none. */
  title: string
}

/** Where a thing stands: the how-manieth of its kind below its parent, from 0. */
export interface ThingPlace {
  parent: ThingName | null
  index: number
}

/** A change of a plan; `type` says of which sort. */
export type Change = SetChange | AddChange | RemoveChange | MoveChange

/**
 * A thing that says something else.
 *
 * ```json
 * {
 *   "type": "set", "kind": "goal", "id": "q1/outcome-2-output-3/wind-the-clocks",
 *   "title": "Wind the clocks", "parent": {"kind": "section", …}, "index": 0, "fact": "status",
 *   "before": {"value": "in-progress", …}, "after": {"value": "done", …}
 * }
 * ```
 */
export type SetChange = {[F in FactName]: SetFact<F>}[FactName]

/** A change of one fact; `parent` and `index` are the place that the thing had. */
export interface SetFact<F extends FactName> extends ThingName, ThingPlace {
  type: 'set'
  fact: F
  before: FactValues[F]
  after: FactValues[F]
}

/** A thing that is new, with all that is below it. */
export type AddChange = {[K in Kind]: AddThing<K>}[Kind]

/** A new thing of one kind; `parent` and `index` are its place now. */
export interface AddThing<K extends Kind> extends ThingName, ThingPlace {
  type: 'add'
  kind: K
  /** What plan JSON has for it now. */
  value: JsonByKind[K]
}

/** A thing that is gone, with all that was below it and did not move. */
export type RemoveChange = {[K in Kind]: RemoveThing<K>}[Kind]

/** A removed thing of one kind; `parent` and `index` are the place that it had. */
export interface RemoveThing<K extends Kind> extends ThingName, ThingPlace {
  type: 'remove'
  kind: K
  /** What plan JSON had for it. */
  value: JsonByKind[K]
}

/** A thing that stands elsewhere; `parent` and `index` are the place that it had. */
export interface MoveChange extends ThingName, ThingPlace {
  type: 'move'
  to: ThingPlace
}

/** Where two sides of a merge contradict each other; `type` says how. */
export type Conflict = PlanConflict | TextConflict

/** A conflict about the plan. */
export type PlanConflict = SetConflict | RemoveConflict | MoveConflict

/**
 * Both sides made a thing say something else, each in its way.
 *
 * ```json
 * {
 *   "type": "set", "kind": "goal", "id": "q1/outcome-2-output-3/wind-the-clocks", "title": "Wind the clocks",
 *   "parent": {"kind": "section", …}, "index": 0, "fact": "status",
 *   "base": null, "mine": {"value": "done", …}, "theirs": {"value": "stalled", …}
 * }
 * ```
 */
export type SetConflict = {[F in FactName]: ConflictOfFact<F>}[FactName]

/** A conflict of one fact; `base` is `null` for a thing that both sides have added. */
export interface ConflictOfFact<F extends FactName> extends ThingName, ThingPlace {
  type: 'set'
  fact: F
  base: FactValues[F] | null
  mine: FactValues[F]
  theirs: FactValues[F]
}

/** One side took away what the other changed, moved, or put something below. */
export interface RemoveConflict extends ThingName, ThingPlace {
  type: 'remove'
  base: JsonByKind[Kind]
  /** `null` where this side took it away. */
  mine: JsonByKind[Kind] | null
  /** `null` where this side took it away. */
  theirs: JsonByKind[Kind] | null
}

/** Both sides moved a thing, each to its place. */
export interface MoveConflict extends ThingName, ThingPlace {
  type: 'move'
  base: ThingPlace
  mine: ThingPlace
  theirs: ThingPlace
}

/** Both sides changed the same lines outside of the plan. */
export interface TextConflict {
  type: 'text'
  /** The first of the base's lines that both have changed, from 1. */
  line: number
  base: string
  mine: string
  theirs: string
}
